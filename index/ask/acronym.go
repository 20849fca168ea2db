package ask

// acronyms maps the initials of an article's names of two to seven words
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
