package article

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/term"
)

// Analysis is an article made ready for questions. It is never changed after
// analyse returns.
type Analysis struct {
	Doc       *index.Document
	Vocab     *vocabulary
	Tokens    []token // of all paragraphs, in order
	Sentences []Sentence
	Passages  []Passage
	Postings  []int32        // token numbers, by term
	SentOf    []int32        // sentence of each token
	Title     map[int32]bool // terms of the title
	Coref     []coref
	Initials  map[string][]int32 // of names: the tokens at which they begin
	MeanWords float64            // mean words of a passage
	Rarest    float32            // greatest rarity of its 4-grams, 0 without any
}

// Passage is one paragraph: what is ranked.
type Passage struct {
	Tokens    [2]int32
	Sentences [2]int32
	Norm      float64 // length of its 4-gram vector
	Words     int32   // content words
}

// Sentence is one sentence of a passage: what is shown.
type Sentence struct {
	Passage int32
	Tokens  [2]int32
	Span    corpus.Span
	Norm    float64
	Mass    float64 // sum of the rarity of its content words
	Gist    float64 // length of the sum of their meanings
	Words   int32   // content words
	Pronoun bool    // begins with a pronoun, or "this", "that"
	Query   bool    // ends in a question mark
}

// coref is what stands for a name: "he" for a speaker, or the beginning of the
// speaker's words.
type coref struct {
	Token   int32
	Speaker int32 // index of the speaker in the extraction
}

// Analyse prepares an article.
func Analyse(d *index.Document, l *lexicon.Lexicon) *Analysis {
	language := languageOf(d.Article)
	w := drafts.Get().(*draft)
	a := w.begin(d, language)
	buf := make([]byte, 0, 64)
	for i := range d.Article.Paragraphs {
		buf = a.read(i, buf, l)
	}
	n := len(a.Vocab.Terms)
	for start, end := range words.Terms(d.Article.Title) {
		word := d.Article.Title[start:end]
		buf = term.AppendForm(buf[:0], language, word)
		id := a.Vocab.add(buf, word, l)
		if f := a.Vocab.Forms[id]; !f.Stop && int(f.Term) < n {
			a.Title[f.Term] = true
		}
	}
	a.count()
	w.weigh(a)
	w.finish(a)
	a.resolve()
	a.Initials = a.acronyms()
	return a
}

// With is a for d, which is the same article with its quotes.
func (a *Analysis) With(d *index.Document) *Analysis {
	b := *a
	b.Doc, b.Coref = d, nil
	b.resolve()
	return &b
}

// read adds paragraph i (from 0).
func (a *Analysis) read(i int, buf []byte, l *lexicon.Lexicon) []byte {
	text := a.Doc.Article.Paragraphs[i].Text
	first := int32(len(a.Tokens))
	for start, end := range words.Terms(text) {
		buf = term.AppendForm(buf[:0], a.Vocab.Language, text[start:end])
		id := a.Vocab.add(buf, text[start:end], l)
		glued := start > 0 && len(a.Tokens) > int(first) && text[start-1] == '-'
		a.Tokens = append(a.Tokens, token{Span: [2]int32{int32(start), int32(end)}, Form: id, Upper: lexicon.Capital(text[start:]), Glued: glued})
	}
	p := Passage{Tokens: [2]int32{first, int32(len(a.Tokens))}}
	p.Sentences[0] = int32(len(a.Sentences))
	t := first
	for _, s := range corpus.Sentences(text) {
		st := Sentence{Passage: int32(i), Span: s, Tokens: [2]int32{t, t}, Query: strings.HasSuffix(strings.TrimRight(text[s.Start:s.End], `"”’'») `), "?")}
		for t < p.Tokens[1] && int(a.Tokens[t].Span[0]) < s.End {
			a.SentOf = append(a.SentOf, int32(len(a.Sentences)))
			t++
		}
		st.Tokens[1] = t
		a.Sentences = append(a.Sentences, st)
	}
	p.Sentences[1] = int32(len(a.Sentences))
	a.Passages = append(a.Passages, p)
	return buf
}

// count fills what needs the whole article: document frequencies, postings,
// how names are written.
func (a *Analysis) count() {
	v := a.Vocab
	last := make([]int32, len(v.Terms)) // passage counted last, from 1
	for pi := range a.Passages {
		p := &a.Passages[pi]
		for i := p.Tokens[0]; i < p.Tokens[1]; i++ {
			f := &v.Forms[a.Tokens[i].Form]
			t := &v.Terms[f.Term]
			t.End++
			if last[f.Term] != int32(pi+1) {
				last[f.Term] = int32(pi + 1)
				t.Df++
			}
			switch s := a.Sentences[a.SentOf[i]]; {
			case !a.Tokens[i].Upper:
				f.Lower++
			case i > s.Tokens[0]:
				f.upper++
			}
			if !f.Stop {
				p.Words++
			}
		}
	}
	for i := range v.Forms {
		f := &v.Forms[i]
		t := &v.Terms[f.Term]
		t.lower, t.upper = t.lower+f.Lower, t.upper+f.upper
	}
	n := int32(0)
	local := make([]float64, len(a.Passages)+1) // by the passages that have it
	for i := range v.Terms {
		t := &v.Terms[i]
		if local[t.Df] == 0 {
			local[t.Df] = localRarity(len(a.Passages), int(t.Df))
		}
		t.Rarity = meanRarity(local[t.Df], t.General)
		t.First, t.End, n = n, n, n+t.End
	}
	a.Postings = make([]int32, n)
	for i, tok := range a.Tokens {
		t := &v.Terms[v.Forms[tok.Form].Term]
		a.Postings[t.End] = int32(i)
		t.End++
	}
	for i := range a.Passages {
		a.MeanWords += float64(a.Passages[i].Words) / float64(len(a.Passages))
	}
}

// Rarity is how much a term of the article tells: the mean of its idf here,
// stretched to the scale of the other, and in general.
func Rarity(passages, df int, general float64) float64 {
	return meanRarity(localRarity(passages, df), general)
}

func localRarity(passages, df int) float64 {
	n := float64(passages)
	return math.Log(1+(n-float64(df)+.5)/(float64(df)+.5)) / math.Log(2+2*n)
}

func meanRarity(local, general float64) float64 { return .5*local*8 + .5*general }

// resolve notes the mentions that stand for a speaker's name, and the sentences
// of speakers' words that have none.
func (a *Analysis) resolve() {
	if a.Doc.Quotes == nil {
		return
	}
	type known struct{ sentence, speaker int32 }
	seen := map[known]bool{}
	add := func(r corpus.Ref, speaker int, within bool) {
		if r.Paragraph < 1 || r.Paragraph > len(a.Passages) {
			return
		}
		p := a.Passages[r.Paragraph-1]
		first, _ := slices.BinarySearchFunc(a.Sentences[p.Sentences[0]:p.Sentences[1]], r.Start, func(s Sentence, at int) int { return s.Span.End - at - 1 })
		for s := p.Sentences[0] + int32(first); s < p.Sentences[1] && a.Sentences[s].Span.Start < r.End; s++ {
			k := known{s, int32(speaker)}
			if !a.Sentences[s].Span.Overlaps(r.Span) || !within && seen[k] {
				continue
			}
			if t := a.firstToken(s, r.Start); t >= 0 && (!within || int(a.Tokens[t].Span[1]) <= r.End) {
				a.Coref = append(a.Coref, coref{Token: t, Speaker: int32(speaker)})
				seen[k] = true
			}
		}
	}
	number := map[string]int{}
	for si, s := range a.Doc.Quotes.Speakers {
		number[s.Name] = si
		for _, r := range s.Mentions {
			add(r, si, true)
		}
	}
	for i := range a.Doc.Quotes.Quotes {
		q := &a.Doc.Quotes.Quotes[i]
		if si, ok := number[q.Speaker]; ok {
			add(q.Ref, si, false)
		}
	}
}

// firstToken is the first token of sentence s at or behind byte start of its
// paragraph, -1 without one.
func (a *Analysis) firstToken(s int32, start int) int32 {
	in := a.Sentences[s].Tokens
	n, _ := slices.BinarySearchFunc(a.Tokens[in[0]:in[1]], start, func(t token, at int) int { return int(t.Span[0]) - at })
	if t := in[0] + int32(n); t < in[1] {
		return t
	}
	return -1
}

// Size estimates the memory that a holds beside its article, in bytes: measured,
// 70 kB where 58 to 68 are used, for an article of 4.9 kB. The entries of its
// forms, some 300 bytes each, are mostly shared with the lexicon and with other
// articles; a tenth of each is counted.
func (a *Analysis) Size() int {
	v := a.Vocab
	n := 1<<10 + 16*cap(a.Tokens) + 72*cap(a.Sentences) + 40*cap(a.Passages) + 4*(cap(a.Postings)+cap(a.SentOf)+cap(v.formTable)+cap(v.termTable)) + 8*len(a.Coref)
	n += (24+32)*cap(v.Forms) + 40*cap(v.Terms)
	for s, at := range a.Initials {
		n += 64 + len(s) + 4*cap(at)
	}
	return n + 32*len(a.Title)
}
