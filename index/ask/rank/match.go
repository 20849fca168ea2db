package rank

import (
	"cmp"
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
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
	q       *question.Query
	a       *article.Analysis
	name    []bool         // terms that are names: as the question writes them, or as the article does
	weight  []float64      // of each term of the question: its rarity
	mass    float64        // their sum; never 0
	nowhere []bool         // terms that the article has in no form
	hits    []hit          // by token, then term
	id      []int32        // of each term of the question: its number in the article, -1 for none
	gram    []float32      // by form of the article: its share in the dot product of 4-gram vectors
	gramLen float64        // length of the question's 4-gram vector
	alike   [][]float32    // by term of the question, then of the article: 0 to 1; see alike.go
	of      []int32        // first hit of each sentence; one more at the end
	wordsOf []int          // terms that say whose words are asked for, see introduce.go
	spoken  []bool         // by speaker: is it them
	theirs  map[int32]bool // sentences with their words
	usage                  // see near.go
}

// lay lays q against a.
func lay(q *question.Query, a *article.Analysis) *match {
	m := &match{q: q, a: a, weight: make([]float64, len(q.Terms)), nowhere: make([]bool, len(q.Terms)), name: make([]bool, len(q.Terms)), id: make([]int32, len(q.Terms))}
	v := a.Vocab
	firm := make([]int32, len(q.Terms)) // the article's term that each is, -1 for none
	for i := range q.Terms {
		t := &q.Terms[i]
		m.name[i] = t.Name || q.Small && v.AlwaysName(t.Form)
		id, ok := v.TermOf(t.Text)
		m.id[i] = id
		if !ok {
			// Without its accents a word may have another stem.
			if f, has := v.FormOf(t.Form); has {
				id, ok = v.Forms[f].Term, true
				m.id[i] = id
			}
		}
		if ok && v.Terms[id].End == v.Terms[id].First {
			ok = false // of the title alone
		}
		if !ok && !t.Known {
			if r := v.Repair(t.Form); r >= 0 {
				id = v.Forms[r].Term
				m.found(i, id, -1, spelled|same)
				m.weight[i] = a.Vocab.Terms[id].Rarity
				firm[i] = id
				continue
			}
		}
		if ok {
			f, _ := v.FormOf(t.Form)
			m.found(i, id, f, same)
			m.weight[i] = a.Vocab.Terms[id].Rarity
		} else {
			m.weight[i] = article.Rarity(len(a.Passages), 0, t.General)
			id = -1
		}
		firm[i] = id
	}
	m.others(firm)
	m.whose()
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
	m.of = make([]int32, len(a.Sentences)+1)
	h := 0
	for s := range a.Sentences {
		m.of[s] = int32(h)
		for h < len(m.hits) && m.hits[h].token < a.Sentences[s].Tokens[1] {
			h++
		}
	}
	m.of[len(a.Sentences)] = int32(h)
	m.vector()
	m.uses()
	return m
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
	t := &m.a.Vocab.Terms[id]
	for _, tok := range m.a.Postings[t.First:t.End] {
		at := l
		if m.a.Tokens[tok].Form == f {
			at |= exact
		}
		m.hits = append(m.hits, hit{token: tok, term: int16(i), level: at})
	}
}

// others notes looser matches of the question's terms with terms of the article
// other than those that they are: derivations, paraphrases, slips of the pen.
func (m *match) others(firm []int32) {
	for j := range m.a.Vocab.Terms {
		e := &m.a.Vocab.Terms[j]
		if e.End == e.First || e.Stop {
			continue
		}
		for i, is := range firm {
			if int32(j) == is {
				continue
			}
			t := &m.q.Terms[i]
			if t.Class != lexicon.Numeral && t.Class != lexicon.Ordinal {
				if t.Derived(e.Root) {
					m.found(i, int32(j), -1, derived)
				} else if is < 0 && article.Slip(t.Text, e.Text) {
					m.found(i, int32(j), -1, spelled)
				}
			}
			if common(t.Groups, e.Groups) {
				m.found(i, int32(j), -1, para)
			}
		}
	}
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
	if len(m.a.Coref) == 0 {
		return
	}
	for si, s := range m.a.Doc.Quotes.Speakers {
		for i := range m.q.Terms {
			t := &m.q.Terms[i]
			if !m.name[i] || !nameHas(s.Name, t.Form) {
				continue
			}
			for _, c := range m.a.Coref {
				if int(c.Speaker) == si {
					m.hits = append(m.hits, hit{token: c.Token, term: int16(i), level: pointed})
				}
			}
		}
	}
}

// vector compares the question's 4-grams with those of the article's forms,
// each weighed by the square of its rarity here.
func (m *match) vector() {
	a := m.a
	type found struct{ form, gram int32 }
	var all []found
	for i := range a.Vocab.Forms {
		for _, g := range a.Vocab.Forms[i].Grams {
			if n, ok := m.q.Grams.Number(g); ok {
				all = append(all, found{int32(i), n})
			}
		}
	}
	unseen := a.Rarest
	if unseen == 0 {
		unseen = 2
	}
	rarity := make([]float32, len(m.q.Grams.List))
	for i := range rarity {
		rarity[i] = unseen
	}
	byGram := slices.Clone(all)
	slices.SortFunc(byGram, func(x, y found) int { return cmp.Compare(x.gram, y.gram) })
	last := make([]int32, len(a.Passages)) // gram counted last, from 1
	in := 0                                // passages that have the present one
	for i, f := range byGram {
		t := &a.Vocab.Terms[a.Vocab.Forms[f.form].Term]
		for _, tok := range a.Postings[t.First:t.End] {
			p := a.Sentences[a.SentOf[tok]].Passage
			if a.Tokens[tok].Form == f.form && last[p] != f.gram+1 {
				last[p] = f.gram + 1
				in++
			}
		}
		if i+1 == len(byGram) || byGram[i+1].gram != f.gram {
			rarity[f.gram] = article.GramRarity(len(a.Passages), in)
			in = 0
		}
	}
	sum := 0.0
	for i, g := range m.q.Grams.List {
		w := rarity[i]
		sum += g.Count * g.Count * float64(w) * float64(w)
	}
	m.gramLen = max(math.Sqrt(sum), 1e-9)
	m.gram = make([]float32, len(a.Vocab.Forms))
	for _, f := range all {
		w := rarity[f.gram]
		m.gram[f.form] += float32(m.q.Grams.List[f.gram].Count) * w * w
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
		sum += float64(m.gram[m.a.Tokens[i].Form])
	}
	return sum / (norm * m.gramLen)
}

// expand notes where the article writes out an acronym of the question, or
// has the acronym of a name that the question writes out.
func (m *match) expand() {
	a := m.a
	for i := range m.q.Terms {
		t := &m.q.Terms[i]
		written := shouted(m.q.Words[t.Word].Text)
		if n := len(t.Form); n >= 3 && n <= 7 && written {
			for _, tok := range a.Initials[t.Form] {
				m.hits = append(m.hits, hit{token: tok, term: int16(i), level: same})
			}
		}
		if a.Vocab.Language != "en" {
			continue
		}
		for _, name := range lexicon.Names(t.Form, written) {
			for _, tok := range m.runs(name) {
				m.hits = append(m.hits, hit{token: tok, term: int16(i), level: same})
			}
		}
	}
	if a.Vocab.Language == "en" {
		lexicon.Acronyms(func(acronym string, name []string) {
			at := m.q.Run(name)
			if at < 0 {
				return
			}
			for _, tok := range m.runs([]string{acronym}) {
				for _, w := range m.q.Words[at : at+len(name)] {
					if w.Term >= 0 {
						m.hits = append(m.hits, hit{token: tok, term: int16(w.Term), level: same})
					}
				}
			}
		})
	}
	for i := range m.q.Words {
		var initials []byte
		var terms []int
		for _, w := range m.q.Words[i:] {
			if w.Term < 0 && len(terms) > 0 {
				continue
			}
			if w.Term < 0 || !w.Upper {
				break
			}
			initials, terms = append(initials, w.Form[0]), append(terms, w.Term)
		}
		if len(initials) < 3 {
			continue
		}
		id, ok := a.Vocab.FormOf(string(initials))
		if !ok {
			continue
		}
		e := &a.Vocab.Terms[a.Vocab.Forms[id].Term]
		for _, tok := range a.Postings[e.First:e.End] {
			for _, t := range terms {
				m.hits = append(m.hits, hit{token: tok, term: int16(t), level: same})
			}
		}
	}
}

// runs gives the tokens at which the article has forms one after the other, the
// first with a capital.
func (m *match) runs(forms []string) []int32 {
	a := m.a
	id, ok := a.Vocab.FormOf(forms[0])
	if !ok {
		return nil
	}
	var out []int32
	e := &a.Vocab.Terms[a.Vocab.Forms[id].Term]
next:
	for _, tok := range a.Postings[e.First:e.End] {
		if a.Tokens[tok].Form != id || !a.Tokens[tok].Upper {
			continue
		}
		for i, f := range forms[1:] {
			if t := tok + int32(i) + 1; int(t) >= len(a.Tokens) || a.FormText(t) != f {
				continue next
			}
		}
		out = append(out, tok)
	}
	return out
}

// shouted reports whether a word is written in capitals alone, with points or
// without.
func shouted(s string) bool {
	for i := range len(s) {
		if (s[i] < 'A' || s[i] > 'Z') && s[i] != '.' {
			return false
		}
	}
	return true
}
