package question

import (
	"regexp"
	"strings"
)

// Part is a part of an article's head that a question asks for.
type Part string

// The parts of a head.
const (
	HeadAuthor    Part = "author"
	HeadDate      Part = "date"
	HeadPublisher Part = "publisher"
	HeadTitle     Part = "title"
)

// asksPart matches questions for parts of the head, by their forms with single
// spaces. @ stands for the article itself: "this story".
var asksPart = func() map[Part]*regexp.Regexp {
	// "The report" may be one that the article tells of.
	const it = `(?:(?:this|the|that) (?:news )?(?:article|story|piece|news|item|newspaper article|news report|press article)(?: above)?|this (?:news )?(?:report|text|column|post|page|essay|document)|this)`
	out := map[Part]*regexp.Regexp{}
	for part, lines := range map[Part]string{
		HeadAuthor: `who (?:has |have |actually )?(?:wrote|written|authored|penned|reported|composed|filed) @
(?:by whom|who) (?:is|was) @(?: by)?
whose (?:byline|name) (?:is|stands|appears) (?:on|over|above|under) @
(?:by whom|who) (?:is|was) @ (?:written|authored|penned|reported)(?: by)?
@ (?:is|was) (?:written|authored|reported) by (?:who|whom)
(?:who|what) (?:is|are|was|were) (?:the )?(?:name of the |names of the )?(?:author|writer|reporter|journalist|byline|authors|writers|reporters|journalists)(?: (?:of|behind|for|on|who wrote) @)?
(?:what is the )?name of (?:the|its) (?:author|writer|reporter|journalist)(?: (?:of|behind) @)?
(?:the )?(?:author|authors|byline|writer)(?: of @)?
whose (?:article|story|piece|byline|report|text) is (?:this|it)
who is (?:its|the article s) (?:author|writer)`,
		HeadDate: `when (?:is|was|has) @(?: been)?(?: first)?(?: (?:published|written|posted|released|printed|issued|dated|from|updated|publicated|put out|made))?(?: on| online| at)?
when did @ (?:first )?(?:appear|come out|run|go online|go live|go up|go out|go to press|get published|get written|get posted|break)
how long ago (?:is|was) @(?: (?:published|written|posted))?
when did (?:they|you|he|she|the paper|the newspaper) (?:publish|write|post) @
(?:on )?(?:what|which) (?:date|day|month|year) (?:is|was|does|did) @(?: (?:published|written|posted|released|dated|from|have|carry|appear|come out))?(?: on| from)?
(?:from )?(?:what|which) (?:date|day|year) is @(?: from)?
(?:what|which) is (?:the|its) (?:date|day|year|publication date|publishing date|publish date|date of publication|release date|posting date)(?: (?:of|for|on) @)?
(?:what is )?(?:the )?(?:date|publication date|publishing date|date of publication|date published|publish date)(?: (?:of|for) @)?
how (?:old|recent|new) is @`,
		HeadPublisher: `who (?:has )?(?:published|publishes|printed|released|posted|ran) @
(?:by whom|who) (?:is|was) @ (?:published|printed|released|posted)(?: by)?
(?:in )?(?:which|what) (?:newspaper|paper|site|website|outlet|magazine|publisher|publication|agency|source|media|news site|news outlet) (?:is|was|did|does|has)? ?(?:published|publish|printed|print|ran|run|wrote|carried|released)? ?@(?: (?:from|in|published in|come from|appear in|appear|of|published|printed))*
(?:who|what|which) is (?:the|its) (?:publisher|source|newspaper|outlet|news agency)(?: (?:of|for|behind) @)?
(?:the )?publisher(?: of @)?
where (?:is|was|does|did) @ (?:published|from|come from|appear|printed|posted)`,
		HeadTitle: `what is (?:the|its) (?:title|headline|heading)(?: (?:of|for|on|above) @)?
(?:what is )?(?:the )?(?:title|headline)(?: of @)?
(?:what|how) is @ (?:called|titled|entitled|headlined)`,
	} {
		lines = strings.ReplaceAll(lines, "@", it)
		out[part] = regexp.MustCompile(`^(?:` + strings.ReplaceAll(lines, "\n", "|") + `)$`)
	}
	return out
}()

// Asks gives the part of an article's head that q asks for, "" when it asks for
// something in the article.
func (q *Query) Asks() Part {
	forms := make([]string, len(q.Words))
	for i, w := range q.Words {
		forms[i] = strings.ReplaceAll(w.Form, "'", " ")
	}
	text := strings.Join(forms, " ")
	for _, p := range []Part{HeadAuthor, HeadDate, HeadPublisher, HeadTitle} {
		if asksPart[p].MatchString(text) {
			return p
		}
	}
	return ""
}
