package cast

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// contradicts reports whether the article gives e a role that m's description
// cannot be of: another office, or the same of another party or country, or
// nothing but roles of another sort ("an economist"); or a sex that it cannot
// be of.
func (c *Cast) contradicts(e *entity, q *syntax.Paragraph, m *syntax.Mention) bool {
	head := office(q.Tokens[m.Head].Lower)
	if is := q.Tokens[m.Head].Class; is.Is(english.Female) && e.male > e.female || is.Is(english.Male) && e.female > e.male {
		return true
	}
	ours, called := modifiers(q, m.First, m.Stop), len(e.roles) == 0
	for i, r := range e.roles {
		called = called || callings[e.heads[i]]
		p := &c.page.Paragraphs[r.paragraph]
		theirs := modifiers(p, r.first, r.end)
		if a, b := theirs.demonym(), ours.demonym(); a != "" && b != "" && !akin(a, b) {
			return true
		}
		if offices[e.heads[i]] && e.heads[i] != head && !theirs.former && !ours.former && (offices[head] || trades[head]) {
			return true
		}
	}
	return !called
}

// offices are those of which a person holds one at a time.
var offices = language.Words(`senator representative governor president mayor minister premier chancellor`)

// differs reports whether every role of e with the head noun of m is of
// another country or party, or of a deputy.
func (c *Cast) differs(e *entity, q *syntax.Paragraph, m *syntax.Mention) bool {
	head := office(q.Tokens[m.Head].Lower)
	for i, r := range e.roles {
		if e.heads[i] != head {
			continue
		}
		p := &c.page.Paragraphs[r.paragraph]
		if modifiers(p, r.first, r.end).agrees(modifiers(q, m.First, m.Stop)) {
			return false
		}
	}
	return true
}

// modifier is what distinguishes one office from another of the same name.
type modifier struct {
	of     []string // "Norland" in "Norland’s premier", "premier of Norland" and "Norlandic premier"
	deputy bool
	former bool
}

func modifiers(q *syntax.Paragraph, first, end int) (x modifier) {
	for i := first; i < end; i++ {
		t := &q.Tokens[i]
		switch w := t.Lower; {
		case w == "vice", w == "deputy", strings.HasPrefix(w, "vice-"):
			x.deputy = true
		case w == "former", w == "ex", strings.HasPrefix(w, "ex-"):
			x.former = true
		case t.Class.Is(english.Demonym), t.Capital && !t.First && !t.Class.Is(english.Closed|english.Role|english.Title|english.Honorific), t.Capital && possessiveAt(q, i+1):
			x.of = append(x.of, w)
		}
	}
	return x
}

// demonym gives the first country or party of x that is an adjective, or "".
func (x modifier) demonym() string {
	for _, w := range x.of {
		if english.Of(w).Is(english.Demonym) {
			return w
		}
	}
	return ""
}

// agrees reports whether two descriptions may be of the same office.
func (x modifier) agrees(y modifier) bool {
	if x.deputy != y.deputy {
		return false
	}
	for _, a := range x.of {
		for _, b := range y.of {
			if akin(a, b) {
				return true
			}
		}
	}
	return len(x.of) == 0 || len(y.of) == 0
}

// akin reports whether two words may be of one country: "russia" and
// "russian".
func akin(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 || n == len(a) || n == len(b)
}

// office gives the noun that an abbreviated title stands for.
func office(title string) string {
	switch title {
	case "sen.":
		return "senator"
	case "gov.":
		return "governor"
	case "rep.", "congressman", "congresswoman":
		return "representative"
	case "gen.":
		return "general"
	case "prof.":
		return "professor"
	case "pres.":
		return "president"
	}
	return title
}

// answers reports whether the description m in q fits a role of e: the same
// head noun, or "leader" for a head of state, and no country or other name
// that the role lacks.
func (c *Cast) answers(e *entity, q *syntax.Paragraph, m *syntax.Mention) bool {
	head := office(q.Tokens[m.Head].Lower)
	for i, r := range e.roles {
		if e.heads[i] != head && (head != "leader" || !leaders[e.heads[i]]) {
			continue
		}
		p := &c.page.Paragraphs[r.paragraph]
		fits := true
		for t := m.First; t < m.Stop && fits; t++ {
			k := &q.Tokens[t]
			if t == m.Head || k.Class.Is(english.Closed) || k.Kind != syntax.Word || !k.Capital && !k.Class.Is(english.Demonym|english.Status) && t < m.Head {
				continue
			}
			fits = false
			for u := r.first; u < min(r.end+8, len(p.Tokens)); u++ {
				fits = fits || p.Tokens[u].Lower == k.Lower
			}
		}
		if fits {
			return true
		}
	}
	return false
}

// leaders are the offices of heads of states, governments and parties.
var leaders = language.Words(`president premier chancellor minister chairman chairwoman king queen`)
