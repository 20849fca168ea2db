package cast

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// human reports whether e may be a person.
func (e *entity) human() bool {
	switch {
	case e.person < 2 && e.country, e.person == 0 && e.abstract, e.thing && e.person == 0 && e.male+e.female == 0:
		return false
	}
	return !e.body && e.name != "" && (e.person > 0 || !e.nominal && e.place*3 <= e.named)
}

// doubtful reports whether nothing in the article shows that e is a person but
// that a single word has a capital: a country, a programme, a band.
func (e *entity) doubtful() bool {
	return e.person == 0 && e.male+e.female == 0 && len(e.words) == 1 && !e.nominal && english.Given(words.Fold(e.words[0])) == 0
}

// mayBe reports whether e may be a person of that sex.
func (e *entity) mayBe(female bool) bool {
	d := e.male - e.female
	return e.human() && !(female && d >= 2) && !(!female && d <= -2)
}

// agreement says how the sex that an article shows of e fits a pronoun.
func (e *entity) agreement(female bool) string {
	d := e.male - e.female
	if female {
		d = -d
	}
	switch {
	case d >= 3:
		return "++"
	case d > 0:
		return "+"
	case d == 0:
		return "?"
	case d > -2:
		return "-"
	}
	return "--"
}

// fitting reports whether nothing in the article speaks against e being of
// that sex.
func (e *entity) fitting(female bool) bool {
	if female {
		return e.male <= e.female
	}
	return e.female <= e.male
}

// ending tells what the ending of e's first name suggests of its sex, in most
// languages that English news prints: 1 for a woman, -1 for a man, 0 for
// nothing. It is a weak sign, for a first choice among strangers only.
func (e *entity) ending() int {
	if len(e.words) < 2 {
		return 0
	}
	w := e.words[0]
	for _, s := range [...]string{"a", "ah", "ie", "ine", "elle", "ette", "lyn", "lynn", "anne", "ene", "een", "eth", "ice", "isse"} {
		if strings.HasSuffix(w, s) {
			return 1
		}
	}
	switch w[len(w)-1] {
	case 'o', 'd', 'k', 't', 'f', 'b', 'm', 'r', 's', 'w', 'c', 'p':
		return -1
	}
	return 0
}

// agrees says how the sex that a sign suggests fits a pronoun.
func agrees(sign int, female bool) string {
	switch {
	case sign == 0:
		return "?"
	case sign > 0 == female:
		return "+"
	}
	return "-"
}

// given notes what e's first name tells of its sex.
func (e *entity) given() {
	if e.body {
		return
	}
	sign := 3.0
	if len(e.words) == 1 {
		sign = 2 // it may be a surname
	}
	switch english.Given(words.Fold(e.words[0])) {
	case english.Male:
		e.male += sign
	case english.Female:
		e.female += sign
	}
}

// learn notes a sign of e's sex.
func (e *entity) learn(female bool) {
	if female {
		e.female++
	} else {
		e.male++
	}
}

// sexVotes gathers signs of the sex from pronouns: one in a sentence with a
// single person before it, and one that begins the sentence after such a one
// told something of that person: "Doe is the captain. He is 19."
func (c *Cast) sexVotes() {
	for n := range c.page.Paragraphs {
		q := &c.page.Paragraphs[n]
		sentence, only, several, told := -1, -1, false, -1
		for k := range q.Mentions {
			m := &q.Mentions[k]
			if m.Quoted {
				continue
			}
			if x := q.Tokens[m.Head].Sentence; x != sentence {
				if m.Kind == syntax.Pronoun && q.Tokens[m.First].First && x == sentence+1 && !several && told >= 0 && told == only {
					c.entities[told].votes(q.Tokens[m.First].Class)
				}
				sentence, only, several, told = x, -1, false, -1
				if m.Kind == syntax.Name && q.Tokens[m.First].First && leadsClause(q, m) {
					told = c.of[n][k]
				}
			}
			if id := c.of[n][k]; id >= 0 && c.entities[id].human() {
				if only >= 0 && only != id {
					several = true
				}
				only = id
			}
			if m.Kind != syntax.Pronoun || only < 0 || several {
				continue
			}
			c.entities[only].votes(q.Tokens[m.First].Class)
		}
	}
}

// votes notes the sex of a pronoun of class is that stands for e.
func (e *entity) votes(is english.Class) {
	switch {
	case is.Is(english.Male):
		e.male++
	case is.Is(english.Female):
		e.female++
	}
}

// sex weighs what the titles and the role of m say of the sex: honorifics and
// nouns like "spokeswoman".
func sex(q *syntax.Paragraph, m *syntax.Mention) (male, female float64) {
	weigh := func(from, to int) {
		for t := from; t < to; t++ {
			if possessiveAt(q, t+1) {
				male, female = 0, 0 // the possessor's, not the name's
				continue
			}
			is := q.Tokens[t].Class
			if !is.Is(english.Honorific | english.Role | english.Title) {
				continue
			}
			if is.Is(english.Male) {
				male += 3
			}
			if is.Is(english.Female) {
				female += 3
			}
		}
	}
	weigh(m.Title[0], m.Title[1])
	if m.Role != m.Title {
		weigh(m.Role[0], m.Role[1])
	}
	return male, female
}
