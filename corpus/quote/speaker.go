package quote

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// speaker tells who mention k of paragraph n is: the name and role as the
// article gives them, and how sure it is that the mention means that speaker.
// The name is "" when the article does not tell.
func (c *cast) speaker(n, k int) (name, role string, sure float64) {
	id := c.of[n][k]
	if id < 0 {
		return "", "", 0
	}
	e := &c.entities[id]
	return e.name, c.roleOf(e), c.sure[n][k]
}

// roleOf gives the words for the role of e: those without a possessive
// pronoun before others, then the longest, then the first.
func (c *cast) roleOf(e *entity) string {
	best, own := "", true
	for _, r := range e.roles {
		q := &c.page.paragraphs[r.paragraph]
		first := r.first
		for first < r.head && q.tokens[first].is.Is(english.Determiner) {
			first++
		}
		if r.end == first+1 && generic[q.tokens[first].lower] {
			continue
		}
		text := q.text[q.tokens[first].Start:q.tokens[r.end-1].End]
		mine := q.tokens[first].is.Is(english.Possessive)
		if best == "" || own && !mine || own == mine && len(text) > len(best) {
			best, own = text, mine
		}
	}
	return best
}

// generic are nouns that, alone, tell nothing about a person.
var generic = language.Words(`man woman boy girl person individual lady gentleman guy`)

// speakers lists who is quoted in quotes or named in the article: by number of
// quotes, then by first mention. Places that say nothing are left out.
func (c *cast) speakers(quotes []Quote) []Speaker {
	said := map[string]int{}
	for _, q := range quotes {
		if q.Speaker != "" {
			said[q.Speaker]++
		}
	}
	mentions := make([][]corpus.Ref, len(c.entities))
	for n := range c.page.paragraphs {
		q := &c.page.paragraphs[n]
		for k := range q.mentions {
			if id := c.of[n][k]; id >= 0 && c.sure[n][k] >= surely {
				mentions[id] = append(mentions[id], c.page.ref(n, q.mentions[k].Span))
			}
		}
	}
	out := []Speaker{}
	index := map[string]int{}
	for id := range c.entities {
		e := &c.entities[id]
		if e.name == "" || len(mentions[id]) == 0 || said[e.name] == 0 && (e.nominal || e.place*2 > e.named) {
			continue
		}
		if i, ok := index[e.name]; ok { // two descriptions in the same words
			out[i].Mentions = append(out[i].Mentions, mentions[id]...)
			continue
		}
		index[e.name] = len(out)
		out = append(out, Speaker{Name: e.name, Aliases: e.aliases(), Role: c.roleOf(e), Quotes: said[e.name], Mentions: mentions[id]})
	}
	for i := range out {
		slices.SortStableFunc(out[i].Mentions, before)
	}
	slices.SortStableFunc(out, func(a, b Speaker) int {
		if a.Quotes != b.Quotes {
			return cmp.Compare(b.Quotes, a.Quotes)
		}
		return before(a.Mentions[0], b.Mentions[0])
	})
	return out
}

// surely is the least probability of a mention in the list of a speaker's.
// A statement behind "he" needs clearly to be given a name: nothing beside it,
// such as the quotes around it, confirms whose it is. Both are set by hand.
const (
	surely  = 0.5
	clearly = 0.75
)

func before(a, b corpus.Ref) int {
	return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Start, b.Start))
}

// aliasLimit bounds the other forms that are listed of a name.
const aliasLimit = 12

// aliases gives the forms of e's name other than the fullest, with and without
// Mr. and the like, in order of mention.
func (e *entity) aliases() []string {
	var out []string
	seen := map[string]bool{e.name: true}
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && !seen[s] && len(out) < aliasLimit {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, f := range e.forms {
		add(f.text)
		add(f.call)
	}
	return out
}
