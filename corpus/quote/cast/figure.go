package cast

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// Speaker tells who mention k of paragraph n is: the name and role as the
// article gives them, and how sure it is that the mention means that speaker.
// The name is "" when the article does not tell.
func (c *Cast) Speaker(n, k int) (name, role string, sure float64) {
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

// Surname is the last word of the name of whom mention k of paragraph n means,
// in lower case; "" when the article does not name anybody there.
func (c *Cast) Surname(n, k int) string {
	if id := c.of[n][k]; id >= 0 && c.entities[id].name != "" {
		return c.entities[id].surname()
	}
	return ""
}

// roleOf gives the words for the role of e: those without a possessive
// pronoun before others, then the longest, then the first.
func (c *Cast) roleOf(e *entity) string {
	best, own := "", true
	for _, r := range e.roles {
		q := &c.page.Paragraphs[r.paragraph]
		first := r.first
		for first < r.head && q.Tokens[first].Class.Is(english.Determiner) {
			first++
		}
		if r.end == first+1 && generic[q.Tokens[first].Lower] {
			continue
		}
		text := q.Text[q.Tokens[first].Start:q.Tokens[r.end-1].End]
		mine := q.Tokens[first].Class.Is(english.Possessive)
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
	Name     string
	Aliases  []string // other forms of the name
	Role     string
	Mentions []corpus.Ref // in text order, as far as the mention surely is the figure's
	Aside    bool         // of no interest unless it is quoted: a place, or known by no name
}

// Figures lists the entities that have a name and a mention, in order of entry.
func (c *Cast) Figures() []figure {
	mentions := make([][]corpus.Ref, len(c.entities))
	for n := range c.page.Paragraphs {
		q := &c.page.Paragraphs[n]
		for k := range q.Mentions {
			if id := c.of[n][k]; id >= 0 && c.sure[n][k] >= surely {
				mentions[id] = append(mentions[id], c.page.Ref(n, q.Mentions[k].Span))
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

// Who gives the entity that mention k of paragraph n stands for, -1 when none
// is known, and how sure that is.
func (c *Cast) Who(n, k int) (id int, sure float64) { return c.of[n][k], c.sure[n][k] }

// Standing says what the article shows of whom mention k of paragraph n names,
// and how often it names it.
func (c *Cast) Standing(n, k int) (what string, named int) {
	id := c.of[n][k]
	if id < 0 {
		return "", 0
	}
	e := &c.entities[id]
	switch {
	case e.body:
		what = "body"
	case e.person > 1:
		what = "person"
	case e.place*2 > e.named:
		what = "place"
	case len(e.words) > 1:
		what = "full"
	default:
		what = "thing"
	}
	return what, e.named
}

// Fits says how the sex that the article shows of who mention k of paragraph n
// names agrees with a pronoun: see agreement; "" when it names nobody.
func (c *Cast) Fits(n, k int, female bool) string {
	if id := c.of[n][k]; id >= 0 {
		return c.entities[id].agreement(female)
	}
	return ""
}
