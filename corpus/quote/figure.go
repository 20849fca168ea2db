package quote

import (
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

// surname is the last word of e's name in lower case, with a straight
// apostrophe.
func (e *entity) surname() string {
	return e.words[len(e.words)-1]
}

// surname is the last word of the name of whom mention k of paragraph n means,
// in lower case; "" when the article does not name anybody there.
func (c *cast) surname(n, k int) string {
	if id := c.of[n][k]; id >= 0 && c.entities[id].name != "" {
		return c.entities[id].surname()
	}
	return ""
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

// figure is somebody or something of an article as a reader sees it.
type figure struct {
	name     string
	aliases  []string // other forms of the name
	role     string
	mentions []corpus.Ref // in text order, as far as the mention surely is the figure's
	aside    bool         // of no interest unless it is quoted: a place, or known by no name
}

// figures lists the entities that have a name and a mention, in order of entry.
func (c *cast) figures() []figure {
	mentions := make([][]corpus.Ref, len(c.entities))
	for n := range c.page.paragraphs {
		q := &c.page.paragraphs[n]
		for k := range q.mentions {
			if id := c.of[n][k]; id >= 0 && c.sure[n][k] >= surely {
				mentions[id] = append(mentions[id], c.page.ref(n, q.mentions[k].Span))
			}
		}
	}
	out := make([]figure, 0, len(c.entities))
	for id := range c.entities {
		e := &c.entities[id]
		if e.name == "" || len(mentions[id]) == 0 {
			continue
		}
		out = append(out, figure{e.name, e.aliases(), c.roleOf(e), mentions[id], e.nominal || e.place*2 > e.named})
	}
	return out
}

// surely is the least probability of a mention in the list of a figure's, set
// by hand.
const surely = 0.5

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
