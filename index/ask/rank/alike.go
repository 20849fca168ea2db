package rank

import (
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// In languages other than English, what no stemmer brings together is compared
// letter by letter: German compounds ("Regierungschef", "Bundesregierung"),
// inflections of languages without a stemmer, names in another spelling.

const (
	formFrom   = .36 // likeness, squared, from which a word counts as a form of another: .6
	alikeLeast = 3   // letters in common from which words are alike at all
	alikeTerms = 16  // of a longer question only the first words are compared
)

// compare fills in how alike the terms of the question and of the article are,
// see [Root.Alike].
func (m *match) compare() {
	v := m.a.Vocab
	if v.Language == "en" {
		return
	}
	m.alike = make([][]float32, len(m.q.Terms))
	for i := range min(len(m.q.Terms), alikeTerms) {
		if t := &m.q.Terms[i]; t.Class != lexicon.Numeral {
			m.alike[i] = make([]float32, len(v.Terms))
			for j := range v.Terms {
				if e := &v.Terms[j]; !e.Stop && e.End != e.First {
					m.alike[i][j] = t.Alike(e.Root)
				}
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
	v := m.a.Vocab
	seen := make([]int, len(m.a.Passages))
	for i, alike := range m.alike {
		if alike == nil {
			continue
		}
		df := 0
		count := func(e *article.Term) {
			for _, t := range m.a.Postings[e.First:e.End] {
				if p := m.a.Sentences[m.a.SentOf[t]].Passage; seen[p] != i+1 {
					seen[p] = i + 1
					df++
				}
			}
		}
		for j, l := range alike {
			if l >= formFrom || int32(j) == m.id[i] {
				count(&v.Terms[j])
			}
		}
		m.weight[i] = article.Rarity(len(seen), df, m.q.Terms[i].General)
	}
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
			best = max(best, m.alike[i][m.a.Vocab.Forms[m.a.Tokens[t].Form].Term])
		}
		sum += m.weight[i] * float64(best)
	}
	return sum / m.mass
}
