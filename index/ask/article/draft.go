package article

import (
	"math"
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// draft is what an analysis is made in. Its room is used again for the next
// article: what is kept is copied in the end, in its right size.
type draft struct {
	tokens    []token
	sentOf    []int32
	sentences []Sentence
	passages  []Passage
	forms     []form
	terms     []Term
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
func (w *draft) begin(d *index.Document, language string) *Analysis {
	return &Analysis{
		Doc:       d,
		Vocab:     &vocabulary{Language: language, Forms: w.forms[:0], Terms: w.terms[:0], formTable: make(table, fewWords), termTable: make(table, fewWords)},
		Tokens:    w.tokens[:0],
		Sentences: w.sentences[:0],
		Passages:  w.passages[:0],
		SentOf:    w.sentOf[:0],
		Title:     map[int32]bool{},
	}
}

// fewWords is how long the tables are for articles of few words: little would be
// saved by less.
const fewWords = 1 << 10

// largeDraft is the number of words of an article whose room is not kept.
const largeDraft = 1 << 16

// finish copies a out of w, which is then free for another article.
func (w *draft) finish(a *Analysis) {
	v := a.Vocab
	w.tokens, a.Tokens = a.Tokens, slices.Clone(a.Tokens)
	w.sentences, a.Sentences = a.Sentences, slices.Clone(a.Sentences)
	w.passages, a.Passages = a.Passages, slices.Clone(a.Passages)
	w.sentOf, a.SentOf = a.SentOf, slices.Clone(a.SentOf)
	w.forms, v.Forms = v.Forms, slices.Clone(v.Forms)
	w.terms, v.Terms = v.Terms, slices.Clone(v.Terms)
	if len(w.tokens) < largeDraft {
		drafts.Put(w)
	}
}

// weigh computes what sentences and passages weigh: the lengths of their
// 4-gram vectors and, of sentences, of the sum of their words' meanings.
func (w *draft) weigh(a *Analysis) {
	v := a.Vocab
	w.number(v)
	w.rarities(a)
	w.norms(a)
	for si := range a.Sentences {
		s := &a.Sentences[si]
		var sum lexicon.Gist
		for i := s.Tokens[0]; i < s.Tokens[1]; i++ {
			if f := &v.Forms[a.Tokens[i].Form]; !f.Stop {
				t := &v.Terms[f.Term]
				s.Mass += t.Rarity
				s.Words++
				if t.Means() {
					sum.Add(t.Meaning, t.Rarity)
				}
			}
		}
		s.Gist = sum.Length()
		if s.Tokens[0] < s.Tokens[1] {
			f := v.Forms[a.Tokens[s.Tokens[0]].Form]
			s.Pronoun = f.Class == lexicon.Pronoun || f.Class == lexicon.Possessive || f.Text == "this" || f.Text == "that" || f.Text == "these" || f.Text == "those"
		}
	}
}

// number gives the article's grams numbers.
func (w *draft) number(v *vocabulary) {
	w.grams.clear()
	w.gramsOf, w.lastOf = w.gramsOf[:0], w.lastOf[:0]
	for i := range v.Forms {
		for _, g := range v.Forms[i].Grams {
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
func (w *draft) rarities(a *Analysis) {
	n := int(w.grams.n)
	w.count = append(w.count[:0], make([]gramCount, n)...)
	for pi, p := range a.Passages {
		for i := p.Tokens[0]; i < p.Tokens[1]; i++ {
			for _, g := range w.of(a.Tokens[i].Form) {
				if c := &w.count[g]; c.passage != int32(pi) || c.inPassage == 0 {
					c.passage = int32(pi)
					c.inPassage++
				}
			}
		}
	}
	idf := make([]float32, len(a.Passages)+1) // by the passages that have it
	for i := range w.count {
		df := w.count[i].inPassage
		if idf[df] == 0 {
			idf[df] = GramRarity(len(a.Passages), int(df))
			a.Rarest = max(a.Rarest, idf[df])
		}
		w.count[i] = gramCount{idf: float64(idf[df]), passage: -1, sentence: -1}
	}
}

// GramRarity is the rarity of a 4-gram that so many of an article's passages have.
func GramRarity(passages, df int) float32 {
	return float32(math.Log(1 + (float64(passages)+.5)/(float64(df)+.5)))
}

// norms computes the lengths of the 4-gram vectors of passages and sentences.
// It adds the growth of the square of each gram's count one by one, so one pass
// is enough.
func (w *draft) norms(a *Analysis) {
	for si := range a.Sentences {
		s := &a.Sentences[si]
		inSentence, inPassage := 0.0, a.Passages[s.Passage].Norm
		for i := s.Tokens[0]; i < s.Tokens[1]; i++ {
			for _, g := range w.of(a.Tokens[i].Form) {
				c := &w.count[g]
				if c.passage != s.Passage {
					c.passage, c.inPassage = s.Passage, 0
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
		s.Norm, a.Passages[s.Passage].Norm = math.Sqrt(inSentence), inPassage
	}
	for pi := range a.Passages {
		a.Passages[pi].Norm = math.Sqrt(a.Passages[pi].Norm)
	}
}
