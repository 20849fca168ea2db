package question

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// ReadAs gives the question with the words that it leaves out taken from the
// question before: "why?", "when was that?", "and what about Zas?". It is ""
// when the question stands by itself.
func (q *Query) ReadAs(l *lexicon.Lexicon, previous string) string {
	if strings.TrimSpace(previous) == "" {
		return ""
	}
	p := Read(l, previous, "en")
	if len(q.Words) == 0 || len(p.Terms) == 0 {
		return ""
	}
	if name, ok := q.whatAbout(); ok {
		return p.about(name)
	}
	switch {
	case len(q.Terms) == 0 && q.Words[0].class != lexicon.Auxiliary && q.asking() != "":
		return q.asking() + p.remainder(false)
	case len(q.Terms) == 0:
		return strings.TrimSpace(strings.TrimRight(q.text, "?!. ")) + " —" + p.remainder(true)
	case q.pointing() && len(q.Terms) <= 3:
		return q.fill(p)
	}
	return ""
}

// asking gives the question's asking words: "why", "how many".
func (q *Query) asking() string {
	for i, w := range q.Words {
		if w.class != lexicon.Asking && w.Form != "when" && w.Form != "where" && w.Form != "why" && w.Form != "how" && w.Form != "who" && w.Form != "whom" {
			continue
		}
		if w.Form == "how" && i+1 < len(q.Words) && slices.Contains([]string{"many", "much", "long", "often", "far", "old"}, q.Words[i+1].Form) {
			return "how " + q.Words[i+1].Form
		}
		return w.Form
	}
	return ""
}

// whatAbout gives what stands after "what about", "how about".
func (q *Query) whatAbout() (string, bool) {
	for i := 0; i+2 < len(q.Words); i++ {
		if (q.Words[i].Form == "what" || q.Words[i].Form == "how") && q.Words[i+1].Form == "about" {
			return join(q.Words[i+2:]), true
		}
	}
	return "", false
}

// about is the question with name in the place of its own name, or before its
// end when it has none.
func (q *Query) about(name string) string {
	from, to := -1, -1
	for i, w := range q.Words {
		if w.Term >= 0 && q.Terms[w.Term].Name && w.Upper {
			if from < 0 {
				from = i
			} else if i > to {
				break
			}
			to = i + 1
		}
	}
	if from < 0 {
		return join(q.Words) + ", " + name + "?"
	}
	before, after := join(q.Words[:from]), join(q.Words[to:])
	return strings.Join(strings.Fields(before+" "+name+" "+after), " ") + "?"
}

// remainder is the question without its asking words; with all, as it is.
func (q *Query) remainder(all bool) string {
	ws := q.Words
	for !all && len(ws) > 1 && (ws[0].class == lexicon.Asking || ws[0].class == lexicon.Conjunction || slices.Contains([]string{"who", "whom", "many", "much"}, ws[0].Form)) {
		ws = ws[1:]
	}
	return " " + join(ws) + "?"
}

// pointing reports whether the question has a word that points back.
func (q *Query) pointing() bool {
	return slices.ContainsFunc(q.Words, func(w word) bool {
		switch w.Form {
		case "he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "that", "this", "those", "these":
			return true
		}
		return false
	})
}

// fill puts the names of the question before, or all its content words where
// it has no name, after a question that points back.
func (q *Query) fill(p *Query) string {
	var names, all []string
	for _, w := range p.Words {
		if w.Term < 0 {
			continue
		}
		all = append(all, w.Text)
		if p.Terms[w.Term].Name {
			names = append(names, w.Text)
		}
	}
	if len(names) > 0 {
		all = names
	}
	return join(q.Words) + " (" + strings.Join(all, " ") + ")?"
}

func join(ws []word) string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Text
	}
	return strings.Join(out, " ")
}
