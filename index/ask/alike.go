package ask

// In languages other than English, what no stemmer brings together is compared
// letter by letter: German compounds ("Regierungschef", "Bundesregierung"),
// inflections of languages without a stemmer, names in another spelling.

const (
	formFrom     = .36 // likeness, squared, from which a word counts as a form of another: .6
	alikeLeast   = 3   // letters in common from which words are alike at all
	alikeLetters = 60  // of longer words only the beginning is compared
	alikeTerms   = 16  // of a longer question only the first words are compared
)

// compare fills in how alike the terms of the question and of the article are:
// from 0 to 1, twice the longest run of letters that both have by the letters
// of both, squared.
func (m *match) compare() {
	v := m.a.vocab
	if v.language == "en" {
		return
	}
	type asked struct {
		letters []rune
		runs    *runSet
	}
	m.alike = make([][]float32, len(m.q.terms))
	terms := make([]asked, min(len(m.q.terms), alikeTerms))
	for i := range terms {
		if t := &m.q.terms[i]; t.class != numeral {
			m.alike[i] = make([]float32, len(v.terms))
			terms[i] = asked{letters(nil, t.stem), runsOf(t.stem)}
		}
	}
	var y [alikeLetters]rune
	for j := range v.terms {
		e := &v.terms[j]
		if e.stop || e.end == e.first {
			continue
		}
		b := y[:0]
		for i := range terms {
			t := &terms[i]
			// Most words have no run in common: their marks tell at once.
			if t.runs == nil || !t.runs.meet(e.runs) {
				continue
			}
			if len(b) == 0 {
				b = letters(b, e.text)
			}
			if n := commonRun(t.letters, b); n >= alikeLeast {
				l := 2 * float32(n) / float32(len(t.letters)+len(b))
				m.alike[i][j] = l * l
			}
		}
	}
	m.recount()
}

// recount weighs the terms of the question by how many passages have them or
// words so alike that they may be forms of them. By their stems alone, words
// that no stemmer brings together look rarer than they are: "Brücke" is no rare
// word of an article that has "Brücken" and "Brückengeld" everywhere.
func (m *match) recount() {
	v := m.a.vocab
	seen := make([]int, len(m.a.passages))
	for i, alike := range m.alike {
		if alike == nil {
			continue
		}
		df := 0
		count := func(e *term) {
			for _, t := range m.a.postings[e.first:e.end] {
				if p := m.a.sentences[m.a.sentOf[t]].passage; seen[p] != i+1 {
					seen[p] = i + 1
					df++
				}
			}
		}
		for j, l := range alike {
			if l >= formFrom || int32(j) == m.id[i] {
				count(&v.terms[j])
			}
		}
		m.weight[i] = rarity(len(seen), df, m.q.terms[i].general)
	}
}

// runSet is a set of the runs of alikeLeast letters of a word, by a hash:
// others may share a mark.
type runSet [4]uint64

// runsOf marks the runs of a word.
func runsOf(word string) *runSet {
	var buf [alikeLetters]rune
	w := letters(buf[:0], word)
	m := &runSet{}
	for i := alikeLeast; i <= len(w); i++ {
		h := uint32(w[i-3])*961 + uint32(w[i-2])*31 + uint32(w[i-1])
		r := h * 0x9E3779B1 >> 24
		m[r>>6] |= 1 << (r & 63)
	}
	return m
}

// meet reports whether both have a mark.
func (m *runSet) meet(o *runSet) bool {
	return m[0]&o[0]|m[1]&o[1]|m[2]&o[2]|m[3]&o[3] != 0
}

// letters appends the first letters of word to dst.
func letters(dst []rune, word string) []rune {
	for _, r := range word {
		if len(dst) == alikeLetters {
			break
		}
		dst = append(dst, r)
	}
	return dst
}

// commonRun is the length of the longest run of letters that both x and y, of
// alikeLetters at most, have.
func commonRun(x, y []rune) int {
	var row [alikeLetters]uint8
	best := uint8(0)
	for _, a := range x {
		before := uint8(0)
		for j, b := range y {
			old := row[j]
			row[j] = 0
			if a == b {
				row[j] = before + 1
				best = max(best, row[j])
			}
			before = old
		}
	}
	return int(best)
}

// likest is the share of the question's mass that a range of tokens, in which
// f was found, does not have by stem but in words that are alike.
func (m *match) likest(r [2]int32, f found) float64 {
	sum := 0.0
	for i := range m.alike {
		if m.alike[i] == nil || f[i]&(same|exact) != 0 {
			continue
		}
		best := float32(0)
		for t := r[0]; t < r[1]; t++ {
			best = max(best, m.alike[i][m.a.vocab.forms[m.a.tokens[t].form].term])
		}
		sum += m.weight[i] * float64(best)
	}
	return sum / m.mass
}
