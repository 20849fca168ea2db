package ask

import "slices"

// In languages other than English, what no stemmer brings together is compared
// letter by letter: German compounds ("Regierungschef", "Bundesregierung"),
// inflections of languages without a stemmer, names in another spelling.

const (
	alikeLeast   = 3  // letters in common from which words are alike at all
	alikeLetters = 60 // of longer words only the beginning is compared
	alikeTerms   = 16 // of a longer question only the first words are compared
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
		runs    [4]uint64 // marks of the runs of alikeLeast letters
	}
	m.alike = make([][]float32, len(m.q.terms))
	terms := make([]asked, min(len(m.q.terms), alikeTerms))
	for i := range terms {
		if t := &m.q.terms[i]; t.class != numeral {
			m.alike[i] = make([]float32, len(v.terms))
			terms[i].letters = letters(nil, t.stem)
			for _, r := range runs(nil, terms[i].letters) {
				terms[i].runs[r>>6] |= 1 << (r & 63)
			}
		}
	}
	var y [alikeLetters]rune
	var marks [alikeLetters]uint8
	for j := range v.terms {
		e := &v.terms[j]
		if e.stop || e.end == e.first {
			continue
		}
		b := letters(y[:0], e.text)
		rs := runs(marks[:0], b)
		for i := range terms {
			t := &terms[i]
			// Most words have no run in common: their marks tell at once.
			if !slices.ContainsFunc(rs, func(r uint8) bool { return t.runs[r>>6]>>(r&63)&1 != 0 }) {
				continue
			}
			if n := commonRun(t.letters, b); n >= alikeLeast {
				l := 2 * float32(n) / float32(len(t.letters)+len(b))
				m.alike[i][j] = l * l
			}
		}
	}
}

// runs appends a mark of each run of alikeLeast letters; others may share it.
func runs(dst []uint8, word []rune) []uint8 {
	for i := alikeLeast; i <= len(word); i++ {
		h := uint32(word[i-3])*961 + uint32(word[i-2])*31 + uint32(word[i-1])
		dst = append(dst, uint8(h*0x9E3779B1>>24))
	}
	return dst
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
