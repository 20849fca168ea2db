package ask

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"unicode/utf8"
)

// level says how a word of the article matches a word of the question.
type level uint8

const (
	exact   level = 1 << iota // the same form
	same                      // the same stem
	derived                   // one begins with the other, or both share a long beginning
	para                      // a paraphrase
	spelled                   // the same but for a slip of the pen
	pointed                   // a mention that stands for the name
)

// hit is one word of the article that matches one word of the question.
type hit struct {
	token int32
	term  int16 // index in query.terms
	level level
}

// match is a question laid against one article.
type match struct {
	q       *query
	a       *analysis
	name    []bool      // terms that are names: as the question writes them, or as the article does
	weight  []float64   // of each term of the question: its rarity
	mass    float64     // their sum; never 0
	nowhere []bool      // terms that the article has in no form
	hits    []hit       // by token, then term
	id      []int32     // of each term of the question: its number in the article, -1 for none
	gram    []float32   // by form of the article: its share in the dot product of 4-gram vectors
	gramLen float64     // length of the question's 4-gram vector
	alike   [][]float32 // by term of the question, then of the article: 0 to 1; see alike.go
	of      []int32     // first hit of each sentence; one more at the end
	usage               // see near.go
}

// lay lays q against a.
func lay(q *query, a *analysis) *match {
	m := &match{q: q, a: a, weight: make([]float64, len(q.terms)), nowhere: make([]bool, len(q.terms)), name: make([]bool, len(q.terms)), id: make([]int32, len(q.terms))}
	v := a.vocab
	firm := make([]int32, len(q.terms)) // the article's term that each is, -1 for none
	for i := range q.terms {
		t := &q.terms[i]
		m.name[i] = t.name || q.small && v.alwaysName(t.form)
		id, ok := v.termOf(t.stem)
		m.id[i] = id
		if !ok {
			// Without its accents a word may have another stem.
			if f, has := v.formOf(t.form); has {
				id, ok = v.forms[f].term, true
				m.id[i] = id
			}
		}
		if ok && v.terms[id].end == v.terms[id].first {
			ok = false // of the title alone
		}
		if !ok && !t.known {
			if r := v.repair(t.form); r >= 0 {
				id = v.forms[r].term
				m.found(i, id, -1, spelled|same)
				m.weight[i] = a.vocab.terms[id].rarity
				firm[i] = id
				continue
			}
		}
		if ok {
			f, _ := v.formOf(t.form)
			m.found(i, id, f, same)
			m.weight[i] = a.vocab.terms[id].rarity
		} else {
			m.weight[i] = rarity(len(a.passages), 0, t.general)
			id = -1
		}
		firm[i] = id
	}
	m.others(firm)
	m.names()
	m.expand()
	m.compare()
	for i, w := range m.weight {
		m.mass += w
		m.nowhere[i] = !slices.ContainsFunc(m.hits, func(h hit) bool { return int(h.term) == i })
	}
	m.mass = max(m.mass, 1e-9)
	slices.SortFunc(m.hits, func(x, y hit) int {
		if x.token != y.token {
			return int(x.token - y.token)
		}
		return int(x.term - y.term)
	})
	m.hits = merge(m.hits)
	m.of = make([]int32, len(a.sentences)+1)
	h := 0
	for s := range a.sentences {
		m.of[s] = int32(h)
		for h < len(m.hits) && m.hits[h].token < a.sentences[s].tokens[1] {
			h++
		}
	}
	m.of[len(a.sentences)] = int32(h)
	m.vector()
	m.uses()
	return m
}

// alwaysName reports whether the article writes a form as a name wherever its
// place in the sentence tells. Question typed in small letters need it.
func (v *vocabulary) alwaysName(form string) bool {
	id, ok := v.formOf(form)
	if !ok || v.language == "de" {
		return false
	}
	f := &v.forms[id]
	return f.class == open && f.upper > 0 && f.lower == 0
}

// merge joins hits of one token and term.
func merge(hits []hit) []hit {
	out := hits[:0]
	for _, h := range hits {
		if n := len(out); n > 0 && out[n-1].token == h.token && out[n-1].term == h.term {
			out[n-1].level |= h.level
			continue
		}
		out = append(out, h)
	}
	return out
}

// found notes that term i of the question matches all occurrences of article
// term id; those of form f match exactly.
func (m *match) found(i int, id, f int32, l level) {
	t := &m.a.vocab.terms[id]
	for _, tok := range m.a.postings[t.first:t.end] {
		at := l
		if m.a.tokens[tok].form == f {
			at |= exact
		}
		m.hits = append(m.hits, hit{token: tok, term: int16(i), level: at})
	}
}

// others notes looser matches of the question's terms with terms of the article
// other than those that they are: derivations, paraphrases, slips of the pen.
func (m *match) others(firm []int32) {
	heads := make([]uint32, len(firm))
	for i := range heads {
		heads[i] = head(m.q.terms[i].stem)
	}
	for j := range m.a.vocab.terms {
		e := &m.a.vocab.terms[j]
		if e.end == e.first || e.stop {
			continue
		}
		for i, is := range firm {
			if int32(j) == is {
				continue
			}
			t := &m.q.terms[i]
			if t.class != numeral && t.class != ordinal {
				if heads[i] == e.head && shareBeginning(t.stem, e.text) {
					m.found(i, int32(j), -1, derived)
				} else if is < 0 && slip(t.stem, e.text) {
					m.found(i, int32(j), -1, spelled)
				}
			}
			if common(t.groups, e.groups) {
				m.found(i, int32(j), -1, para)
			}
		}
	}
}

// head is the first four bytes of a stem: stems of which these differ do not
// share their beginning.
func head(stem string) uint32 {
	var b [4]byte
	copy(b[:], stem)
	return binary.LittleEndian.Uint32(b[:])
}

// shareBeginning reports whether two stems look like derivations of one word:
// at least five letters in common from the start, and those nearly all of the
// shorter stem.
func shareBeginning(x, y string) bool {
	n := min(len(x), len(y))
	if n < 4 || x[0] != y[0] || x[3] != y[3] {
		return false
	}
	i := 0
	for i < n && x[i] == y[i] {
		i++
	}
	nx, ny := len(x), len(y)
	if x[0] >= utf8.RuneSelf {
		// A letter of most scripts is two bytes or more: count letters.
		for i < n && i > 0 && !utf8.RuneStart(x[i]) {
			i--
		}
		i, nx, ny = utf8.RuneCountInString(x[:i]), utf8.RuneCountInString(x), utf8.RuneCountInString(y)
		n = min(nx, ny)
	}
	return i >= 5 && i >= n-2 || i == n && n >= 4 && max(nx, ny) <= n+4
}

// common reports whether two sorted lists share a number.
func common(x, y []int16) bool {
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0] == y[0]:
			return true
		case x[0] < y[0]:
			x = x[1:]
		default:
			y = y[1:]
		}
	}
	return false
}

// names notes what stands for a speaker whose name the question has.
func (m *match) names() {
	if len(m.a.coref) == 0 {
		return
	}
	for si, s := range m.a.doc.Quotes.Speakers {
		for i := range m.q.terms {
			t := &m.q.terms[i]
			if !m.name[i] || !nameHas(s.Name, t.form) {
				continue
			}
			for _, c := range m.a.coref {
				if int(c.speaker) == si {
					m.hits = append(m.hits, hit{token: c.token, term: int16(i), level: pointed})
				}
			}
		}
	}
}

// nameHas reports whether form is one of the words of name.
func nameHas(name, form string) bool {
	var buf [32]byte
	has := false
	scan(name, func(start, end int) {
		has = has || string(fold(buf[:0], name[start:end])) == form
	})
	return has
}

// vector compares the question's 4-grams with those of the article's forms,
// each weighed by the square of its rarity here.
func (m *match) vector() {
	a := m.a
	type found struct{ form, gram int32 }
	var all []found
	for i := range a.vocab.forms {
		for _, g := range a.vocab.forms[i].grams {
			if n, ok := m.q.grams.number(g); ok {
				all = append(all, found{int32(i), n})
			}
		}
	}
	unseen := a.rarest
	if unseen == 0 {
		unseen = 2
	}
	rarity := make([]float32, len(m.q.grams.list))
	for i := range rarity {
		rarity[i] = unseen
	}
	byGram := slices.Clone(all)
	slices.SortFunc(byGram, func(x, y found) int { return cmp.Compare(x.gram, y.gram) })
	last := make([]int32, len(a.passages)) // gram counted last, from 1
	in := 0                                // passages that have the present one
	for i, f := range byGram {
		t := &a.vocab.terms[a.vocab.forms[f.form].term]
		for _, tok := range a.postings[t.first:t.end] {
			p := a.sentences[a.sentOf[tok]].passage
			if a.tokens[tok].form == f.form && last[p] != f.gram+1 {
				last[p] = f.gram + 1
				in++
			}
		}
		if i+1 == len(byGram) || byGram[i+1].gram != f.gram {
			rarity[f.gram] = gramIDF(len(a.passages), in)
			in = 0
		}
	}
	sum := 0.0
	for i, g := range m.q.grams.list {
		w := rarity[i]
		sum += g.count * g.count * float64(w) * float64(w)
	}
	m.gramLen = max(math.Sqrt(sum), 1e-9)
	m.gram = make([]float32, len(a.vocab.forms))
	for _, f := range all {
		w := rarity[f.gram]
		m.gram[f.form] += float32(m.q.grams.list[f.gram].count) * w * w
	}
}

// likeness is the cosine of the question's and a text's 4-gram vectors. The
// dot product is a sum over words, so that each word is looked up only once.
func (m *match) likeness(r [2]int32, norm float64) float64 {
	if norm == 0 {
		return 0
	}
	sum := 0.0
	for i := r[0]; i < r[1]; i++ {
		sum += float64(m.gram[m.a.tokens[i].form])
	}
	return sum / (norm * m.gramLen)
}
