package ask

import (
	"math"
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/index"
)

// draft is what an analysis is made in. Its room is used again for the next
// article: what is kept is copied in the end, in its right size.
type draft struct {
	tokens    []token
	sentOf    []int32
	sentences []sentence
	passages  []passage
	forms     []form
	terms     []term
	grams     grams
	gramsOf   []int32 // numbers of the grams of all forms, one after the other
	lastOf    []int32 // the end of each form's in gramsOf
	count     []gramCount
}

// gramCount counts a 4-gram in the passage and the sentence that were last seen
// to have it.
type gramCount struct {
	idf                  float64
	passage, inPassage   int32
	sentence, inSentence int32
}

var drafts = sync.Pool{New: func() any { return &draft{} }}

// begin makes an analysis in the room of w.
func (w *draft) begin(d *index.Document, language string) *analysis {
	return &analysis{
		doc:       d,
		vocab:     &vocabulary{language: language, forms: w.forms[:0], terms: w.terms[:0], formTable: make(table, fewWords), termTable: make(table, fewWords)},
		tokens:    w.tokens[:0],
		sentences: w.sentences[:0],
		passages:  w.passages[:0],
		sentOf:    w.sentOf[:0],
		title:     map[int32]bool{},
	}
}

// fewWords is how long the tables are for articles of few words: little would be
// saved by less.
const fewWords = 1 << 10

// largeDraft is the number of words of an article whose room is not kept.
const largeDraft = 1 << 16

// finish copies a out of w, which is then free for another article.
func (w *draft) finish(a *analysis) {
	v := a.vocab
	w.tokens, a.tokens = a.tokens, slices.Clone(a.tokens)
	w.sentences, a.sentences = a.sentences, slices.Clone(a.sentences)
	w.passages, a.passages = a.passages, slices.Clone(a.passages)
	w.sentOf, a.sentOf = a.sentOf, slices.Clone(a.sentOf)
	w.forms, v.forms = v.forms, slices.Clone(v.forms)
	w.terms, v.terms = v.terms, slices.Clone(v.terms)
	if len(w.tokens) < largeDraft {
		drafts.Put(w)
	}
}

// weigh computes what sentences and passages weigh: the lengths of their
// 4-gram vectors and, of sentences, of the sum of their words' meanings.
func (w *draft) weigh(a *analysis) {
	v := a.vocab
	w.number(v)
	w.rarities(a)
	w.norms(a)
	for si := range a.sentences {
		s := &a.sentences[si]
		var sum gist
		for i := s.tokens[0]; i < s.tokens[1]; i++ {
			if f := &v.forms[a.tokens[i].form]; !f.stop {
				t := &v.terms[f.term]
				s.mass += t.rarity
				s.words++
				if t.means() {
					sum.add(t.meaning, t.rarity)
				}
			}
		}
		s.gist = sum.length()
		if s.tokens[0] < s.tokens[1] {
			f := v.forms[a.tokens[s.tokens[0]].form]
			s.pronoun = f.class == pronoun || f.class == possessive || f.text == "this" || f.text == "that" || f.text == "these" || f.text == "those"
		}
	}
}

// number gives the article's grams numbers.
func (w *draft) number(v *vocabulary) {
	w.grams.clear()
	w.gramsOf, w.lastOf = w.gramsOf[:0], w.lastOf[:0]
	for i := range v.forms {
		for _, g := range v.forms[i].grams {
			w.gramsOf = append(w.gramsOf, w.grams.number(g))
		}
		w.lastOf = append(w.lastOf, int32(len(w.gramsOf)))
	}
}

// of gives the numbers of a form's grams.
func (w *draft) of(form int32) []int32 {
	first := int32(0)
	if form > 0 {
		first = w.lastOf[form-1]
	}
	return w.gramsOf[first:w.lastOf[form]]
}

// rarities counts the passages that have each gram.
func (w *draft) rarities(a *analysis) {
	n := int(w.grams.n)
	w.count = append(w.count[:0], make([]gramCount, n)...)
	for pi, p := range a.passages {
		for i := p.tokens[0]; i < p.tokens[1]; i++ {
			for _, g := range w.of(a.tokens[i].form) {
				if c := &w.count[g]; c.passage != int32(pi) || c.inPassage == 0 {
					c.passage = int32(pi)
					c.inPassage++
				}
			}
		}
	}
	idf := make([]float32, len(a.passages)+1) // by the passages that have it
	for i := range w.count {
		df := w.count[i].inPassage
		if idf[df] == 0 {
			idf[df] = gramIDF(len(a.passages), int(df))
			a.rarest = max(a.rarest, idf[df])
		}
		w.count[i] = gramCount{idf: float64(idf[df]), passage: -1, sentence: -1}
	}
}

// gramIDF is the rarity of a 4-gram that so many of an article's passages have.
func gramIDF(passages, df int) float32 {
	return float32(math.Log(1 + (float64(passages)+.5)/(float64(df)+.5)))
}

// norms computes the lengths of the 4-gram vectors of passages and sentences.
// It adds the growth of the square of each gram's count one by one, so one pass
// is enough.
func (w *draft) norms(a *analysis) {
	for si := range a.sentences {
		s := &a.sentences[si]
		inSentence, inPassage := 0.0, a.passages[s.passage].norm
		for i := s.tokens[0]; i < s.tokens[1]; i++ {
			for _, g := range w.of(a.tokens[i].form) {
				c := &w.count[g]
				if c.passage != s.passage {
					c.passage, c.inPassage = s.passage, 0
				}
				if c.sentence != int32(si) {
					c.sentence, c.inSentence = int32(si), 0
				}
				inPassage += float64(2*c.inPassage+1) * c.idf * c.idf
				inSentence += float64(2*c.inSentence+1) * c.idf * c.idf
				c.inPassage++
				c.inSentence++
			}
		}
		s.norm, a.passages[s.passage].norm = math.Sqrt(inSentence), inPassage
	}
	for pi := range a.passages {
		a.passages[pi].norm = math.Sqrt(a.passages[pi].norm)
	}
}
