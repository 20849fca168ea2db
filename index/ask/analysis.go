package ask

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// analysis is an article made ready for questions. It is never changed after
// analyse returns.
type analysis struct {
	doc       *index.Document
	vocab     *vocabulary
	tokens    []token // of all paragraphs, in order
	sentences []sentence
	passages  []passage
	postings  []int32        // token numbers, by term
	sentOf    []int32        // sentence of each token
	title     map[int32]bool // terms of the title
	coref     []coref
	initials  map[string][]int32 // of names: the tokens at which they begin
	meanWords float64            // mean words of a passage
	rarest    float32            // greatest rarity of its 4-grams, 0 without any
}

// passage is one paragraph: what is ranked.
type passage struct {
	tokens    [2]int32
	sentences [2]int32
	norm      float64 // length of its 4-gram vector
	words     int32   // content words
}

// sentence is one sentence of a passage: what is shown.
type sentence struct {
	passage int32
	tokens  [2]int32
	span    corpus.Span
	norm    float64
	mass    float64 // sum of the rarity of its content words
	gist    float64 // length of the sum of their meanings
	words   int32   // content words
	pronoun bool    // begins with a pronoun, or "this", "that"
	query   bool    // ends in a question mark
}

// coref is what stands for a name: "he" for a speaker, or the beginning of the
// speaker's words.
type coref struct {
	token   int32
	speaker int32 // index of the speaker in the extraction
}

// analyse prepares an article. language must be known.
func analyse(d *index.Document, language string, m *Model) *analysis {
	w := drafts.Get().(*draft)
	a := w.begin(d, language)
	buf := make([]byte, 0, 64)
	for i := range d.Article.Paragraphs {
		buf = a.read(i, buf, m)
	}
	n := len(a.vocab.terms)
	scan(d.Article.Title, func(start, end int) {
		word := d.Article.Title[start:end]
		buf = formIn(buf[:0], language, word)
		id := a.vocab.add(buf, word, m)
		if f := a.vocab.forms[id]; !f.stop && int(f.term) < n {
			a.title[f.term] = true
		}
	})
	a.count()
	w.weigh(a)
	w.finish(a)
	a.resolve()
	a.initials = a.acronyms()
	return a
}

// with is a for d, which is the same article with its quotes.
func (a *analysis) with(d *index.Document) *analysis {
	b := *a
	b.doc, b.coref = d, nil
	b.resolve()
	return &b
}

// words lists the folded forms of text.
func words(text string, buf []byte) []string {
	var out []string
	scan(text, func(start, end int) {
		out = append(out, string(fold(buf[:0], text[start:end])))
	})
	return out
}

// read adds paragraph i (from 0).
func (a *analysis) read(i int, buf []byte, m *Model) []byte {
	text := a.doc.Article.Paragraphs[i].Text
	first := int32(len(a.tokens))
	scan(text, func(start, end int) {
		buf = formIn(buf[:0], a.vocab.language, text[start:end])
		id := a.vocab.add(buf, text[start:end], m)
		glued := start > 0 && len(a.tokens) > int(first) && text[start-1] == '-'
		a.tokens = append(a.tokens, token{span: [2]int32{int32(start), int32(end)}, form: id, upper: capital(text[start:]), glued: glued})
	})
	p := passage{tokens: [2]int32{first, int32(len(a.tokens))}}
	p.sentences[0] = int32(len(a.sentences))
	t := first
	for _, s := range corpus.Sentences(text) {
		st := sentence{passage: int32(i), span: s, tokens: [2]int32{t, t}, query: strings.HasSuffix(strings.TrimRight(text[s.Start:s.End], `"”’'») `), "?")}
		for t < p.tokens[1] && int(a.tokens[t].span[0]) < s.End {
			a.sentOf = append(a.sentOf, int32(len(a.sentences)))
			t++
		}
		st.tokens[1] = t
		a.sentences = append(a.sentences, st)
	}
	p.sentences[1] = int32(len(a.sentences))
	a.passages = append(a.passages, p)
	return buf
}

func capital(s string) bool {
	if c := s[0]; c < 0x80 {
		return 'A' <= c && c <= 'Z'
	}
	return upperRune(s)
}

// count fills what needs the whole article: document frequencies, postings,
// how names are written.
func (a *analysis) count() {
	v := a.vocab
	last := make([]int32, len(v.terms)) // passage counted last, from 1
	for pi := range a.passages {
		p := &a.passages[pi]
		for i := p.tokens[0]; i < p.tokens[1]; i++ {
			f := &v.forms[a.tokens[i].form]
			t := &v.terms[f.term]
			t.end++
			if last[f.term] != int32(pi+1) {
				last[f.term] = int32(pi + 1)
				t.df++
			}
			switch s := a.sentences[a.sentOf[i]]; {
			case !a.tokens[i].upper:
				f.lower++
			case i > s.tokens[0]:
				f.upper++
			}
			if !f.stop {
				p.words++
			}
		}
	}
	for i := range v.forms {
		f := &v.forms[i]
		t := &v.terms[f.term]
		t.lower, t.upper = t.lower+f.lower, t.upper+f.upper
	}
	n := int32(0)
	local := make([]float64, len(a.passages)+1) // by the passages that have it
	for i := range v.terms {
		t := &v.terms[i]
		if local[t.df] == 0 {
			local[t.df] = localRarity(len(a.passages), int(t.df))
		}
		t.rarity = meanRarity(local[t.df], t.general)
		t.first, t.end, n = n, n, n+t.end
	}
	a.postings = make([]int32, n)
	for i, tok := range a.tokens {
		t := &v.terms[v.forms[tok.form].term]
		a.postings[t.end] = int32(i)
		t.end++
	}
	for i := range a.passages {
		a.meanWords += float64(a.passages[i].words) / float64(len(a.passages))
	}
}

// rarity is how much a term of the article tells: the mean of its idf here,
// stretched to the scale of the other, and in general.
func rarity(passages, df int, general float64) float64 {
	return meanRarity(localRarity(passages, df), general)
}

func localRarity(passages, df int) float64 {
	n := float64(passages)
	return math.Log(1+(n-float64(df)+.5)/(float64(df)+.5)) / math.Log(2+2*n)
}

func meanRarity(local, general float64) float64 { return .5*local*8 + .5*general }

// resolve notes the mentions that stand for a speaker's name, and the sentences
// of speakers' words that have none.
func (a *analysis) resolve() {
	if a.doc.Quotes == nil {
		return
	}
	type known struct{ sentence, speaker int32 }
	seen := map[known]bool{}
	add := func(r corpus.Ref, speaker int, within bool) {
		if r.Paragraph < 1 || r.Paragraph > len(a.passages) {
			return
		}
		p := a.passages[r.Paragraph-1]
		first, _ := slices.BinarySearchFunc(a.sentences[p.sentences[0]:p.sentences[1]], r.Start, func(s sentence, at int) int { return s.span.End - at - 1 })
		for s := p.sentences[0] + int32(first); s < p.sentences[1] && a.sentences[s].span.Start < r.End; s++ {
			k := known{s, int32(speaker)}
			if !a.sentences[s].span.Overlaps(r.Span) || !within && seen[k] {
				continue
			}
			if t := a.firstToken(s, r.Start); t >= 0 && (!within || int(a.tokens[t].span[1]) <= r.End) {
				a.coref = append(a.coref, coref{token: t, speaker: int32(speaker)})
				seen[k] = true
			}
		}
	}
	number := map[string]int{}
	for si, s := range a.doc.Quotes.Speakers {
		number[s.Name] = si
		for _, r := range s.Mentions {
			add(r, si, true)
		}
	}
	for i := range a.doc.Quotes.Quotes {
		q := &a.doc.Quotes.Quotes[i]
		if si, ok := number[q.Speaker]; ok {
			add(q.Ref, si, false)
		}
	}
}

// firstToken is the first token of sentence s at or behind byte start of its
// paragraph, -1 without one.
func (a *analysis) firstToken(s int32, start int) int32 {
	in := a.sentences[s].tokens
	n, _ := slices.BinarySearchFunc(a.tokens[in[0]:in[1]], start, func(t token, at int) int { return int(t.span[0]) - at })
	if t := in[0] + int32(n); t < in[1] {
		return t
	}
	return -1
}
