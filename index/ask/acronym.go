package ask

import (
	"slices"
	"strings"
)

// acronyms maps the initials of an article's names of three to seven words
// ("North Atlantic Treaty Organization": "nato") to the tokens at which such
// names begin. Function words inside a name have no initial.
func (a *analysis) acronyms() map[string][]int32 {
	out := map[string][]int32{}
	var buf [8]byte
	for s := range a.sentences {
		r := a.sentences[s].tokens
		for i := r[0]; i < r[1]; i++ {
			if !a.tokens[i].upper {
				continue
			}
			initials := buf[:0]
			for j := i; j < r[1] && len(initials) < 7; j++ {
				f := a.formAt(j)
				if !a.tokens[j].upper {
					if f.class.function() && j > i {
						continue
					}
					break
				}
				initials = append(initials, f.text[0])
			}
			// The name may be followed by another: every beginning counts.
			for n := 3; n <= len(initials); n++ {
				out[string(initials[:n])] = append(out[string(initials[:n])], i)
			}
		}
	}
	return out
}

// expand notes where the article writes out an acronym of the question, or
// has the acronym of a name that the question writes out.
func (m *match) expand() {
	a := m.a
	for i := range m.q.terms {
		t := &m.q.terms[i]
		if n := len(t.form); n < 3 || n > 7 || !shouted(m.q.words[t.word].text) {
			continue
		}
		for _, tok := range a.initials[t.form] {
			m.hits = append(m.hits, hit{token: tok, term: int16(i), level: same})
		}
	}
	for i := range m.q.words {
		var initials []byte
		var terms []int
		for _, w := range m.q.words[i:] {
			if w.term < 0 && len(terms) > 0 {
				continue
			}
			if w.term < 0 || !w.upper {
				break
			}
			initials, terms = append(initials, w.form[0]), append(terms, w.term)
		}
		if len(initials) < 3 {
			continue
		}
		id, ok := a.vocab.formOf(string(initials))
		if !ok {
			continue
		}
		e := &a.vocab.terms[a.vocab.forms[id].term]
		for _, tok := range a.postings[e.first:e.end] {
			for _, t := range terms {
				m.hits = append(m.hits, hit{token: tok, term: int16(t), level: same})
			}
		}
	}
}

// shouted reports whether a word is written in capitals alone.
func shouted(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// standsFor gives the acronym, a term, of which a question wants the words:
// "what does ABC stand for", "what is ABC short for"; -1 for any other, and for
// an acronym of two letters, of which acronyms knows nothing.
func (q *query) standsFor() int {
	n := len(q.words)
	if n < 4 || q.words[0].form != "what" || q.words[1].class != auxiliary || q.words[n-1].form != "for" || q.words[n-2].form != "stand" && q.words[n-2].form != "short" {
		return -1
	}
	for _, w := range q.words[2 : n-2] {
		if w.term >= 0 && len(w.form) >= 3 && !strings.Contains(w.form, ".") {
			return w.term
		}
	}
	return -1
}

// writeOut puts first, when the question is what an acronym stands for, the
// first sentence that has the words.
func (r *ranking) writeOut() {
	first, _ := r.writtenOut()
	if first < 0 {
		return
	}
	i := r.m.a.sentOf[first]
	r.sentences[i] = slices.Max(r.sentences) + within
	p := r.m.a.sentences[i].passage
	r.passages[p] = slices.Max(r.passages) + ahead
}

// writtenOut gives the tokens of the name that the acronym asked about stands
// for where the article first has it; from is -1 when it has none or the
// question is another.
func (r *ranking) writtenOut() (from, to int32) {
	a := r.m.a
	t := r.m.q.standsFor()
	if t < 0 {
		return -1, -1
	}
	form := r.m.q.terms[t].form
	at := a.initials[form]
	if len(at) == 0 {
		return -1, -1
	}
	to = at[0]
	for n := 0; n < len(form) && int(to) < len(a.tokens); to++ {
		if a.tokens[to].upper {
			n++
		}
	}
	return at[0], to
}
