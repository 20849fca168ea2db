package ask

import (
	"slices"
	"strings"
)

// readAs gives the question with the words that it leaves out taken from the
// question before: "why?", "when was that?", "and what about Zas?". It is ""
// when the question stands by itself.
func (m *Model) readAs(text, previous string) string {
	if strings.TrimSpace(previous) == "" {
		return ""
	}
	q, p := m.read(text, "en"), m.read(previous, "en")
	if len(q.words) == 0 || len(p.terms) == 0 {
		return ""
	}
	if name, ok := q.whatAbout(); ok {
		return p.about(name)
	}
	switch {
	case len(q.terms) == 0 && q.words[0].class != auxiliary && q.asking() != "":
		return q.asking() + p.remainder(false)
	case len(q.terms) == 0:
		return strings.TrimSpace(strings.TrimRight(text, "?!. ")) + " —" + p.remainder(true)
	case q.pointing() && len(q.terms) <= 3:
		return q.fill(p)
	}
	return ""
}

// asking gives the question's asking words: "why", "how many".
func (q *query) asking() string {
	for i, w := range q.words {
		if w.class != asking && w.form != "when" && w.form != "where" && w.form != "why" && w.form != "how" && w.form != "who" && w.form != "whom" {
			continue
		}
		if w.form == "how" && i+1 < len(q.words) && slices.Contains([]string{"many", "much", "long", "often", "far", "old"}, q.words[i+1].form) {
			return "how " + q.words[i+1].form
		}
		return w.form
	}
	return ""
}

// whatAbout gives what stands after "what about", "how about".
func (q *query) whatAbout() (string, bool) {
	for i := 0; i+2 < len(q.words); i++ {
		if (q.words[i].form == "what" || q.words[i].form == "how") && q.words[i+1].form == "about" {
			return join(q.words[i+2:]), true
		}
	}
	return "", false
}

// about is the question with name in the place of its own name, or before its
// end when it has none.
func (q *query) about(name string) string {
	from, to := -1, -1
	for i, w := range q.words {
		if w.term >= 0 && q.terms[w.term].name && w.upper {
			if from < 0 {
				from = i
			} else if i > to {
				break
			}
			to = i + 1
		}
	}
	if from < 0 {
		return join(q.words) + ", " + name + "?"
	}
	before, after := join(q.words[:from]), join(q.words[to:])
	return strings.Join(strings.Fields(before+" "+name+" "+after), " ") + "?"
}

// remainder is the question without its asking words; with all, as it is.
func (q *query) remainder(all bool) string {
	ws := q.words
	for !all && len(ws) > 1 && (ws[0].class == asking || ws[0].class == conjunction || slices.Contains([]string{"who", "whom", "many", "much"}, ws[0].form)) {
		ws = ws[1:]
	}
	return " " + join(ws) + "?"
}

// pointing reports whether the question has a word that points back.
func (q *query) pointing() bool {
	return slices.ContainsFunc(q.words, func(w word) bool {
		switch w.form {
		case "he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "that", "this", "those", "these":
			return true
		}
		return false
	})
}

// fill puts the names of the question before, or all its content words where
// it has no name, after a question that points back.
func (q *query) fill(p *query) string {
	var names, all []string
	for _, w := range p.words {
		if w.term < 0 {
			continue
		}
		all = append(all, w.text)
		if p.terms[w.term].name {
			names = append(names, w.text)
		}
	}
	if len(names) > 0 {
		all = names
	}
	return join(q.words) + " (" + strings.Join(all, " ") + ")?"
}

func join(ws []word) string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.text
	}
	return strings.Join(out, " ")
}
