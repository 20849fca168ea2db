package check

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// text is an article as a sequence of words, twice: as it is printed, and as
// it was spoken, where the words between the parts of one utterance ("A," he
// said. "B.") are left out. People quote both ways.
type text struct {
	doc     *index.Document
	printed []place
	spoken  []place
	names   map[string]bool // see isName; nil until it is asked for
}

// place is one word of an article and where it stands.
type place struct {
	fold  string
	para  int // from 1; 0 is the title
	span  corpus.Span
	turn  int  // how many quotation marks stand before it in its paragraph
	run   int  // index in doc.Quotes.Quotes of the run of quotation marks that holds it, -1 outside
	fresh bool // a sentence or a run of quotation marks begins with it
	last  bool // a sentence or a run of quotation marks ends with it
	cut   bool // what stands before it in this sequence is not of the same paragraph or utterance
}

// newText splits an article. The cost is linear in its length.
func newText(doc *index.Document) *text {
	t := &text{doc: doc}
	runs := make(map[int][]int) // paragraph -> its runs, in text order
	for i, q := range doc.Quotes.Quotes {
		if q.Kind != quote.Indirect {
			runs[q.Ref.Paragraph] = append(runs[q.Ref.Paragraph], i)
		}
	}
	for n := 0; n <= len(doc.Article.Paragraphs); n++ {
		p, ok := doc.Article.Paragraph(n)
		if !ok {
			continue
		}
		t.paragraph(n, p.Text, runs[n])
	}
	t.reported()
	t.speech()
	return t
}

// marks are the double quotation marks: a quote may begin or end at one
// whether or not the words between them were taken for somebody's utterance.
const marks = "\"“”„«»"

func countMarks(text string) (n int) {
	for _, r := range text {
		if strings.ContainsRune(marks, r) {
			n++
		}
	}
	return n
}

func (t *text) paragraph(n int, text string, runs []int) {
	borders := corpus.Sentences(text)
	first := len(t.printed)
	quotes := t.doc.Quotes.Quotes
	r, s := 0, 0
	for _, w := range words(text) {
		for r < len(runs) && quotes[runs[r]].Ref.End <= w.span.Start {
			r++
		}
		for s+1 < len(borders) && borders[s].End <= w.span.Start {
			s++
		}
		at := place{fold: w.fold, para: n, span: w.span, run: -1, cut: len(t.printed) == first}
		if r < len(runs) && quotes[runs[r]].Ref.Start <= w.span.Start {
			at.run = runs[r]
		}
		at.fresh = at.cut
		if at.cut {
			at.turn = countMarks(text[:w.span.Start])
		}
		if k := len(t.printed) - 1; k >= first {
			prev := &t.printed[k]
			at.turn = prev.turn + countMarks(text[prev.span.End:at.span.Start])
			turn := prev.run != at.run || prev.turn != at.turn
			sentence := s < len(borders) && prev.span.Start < borders[s].Start && borders[s].Start <= at.span.Start
			at.fresh = turn || sentence
			prev.last = prev.last || turn || sentence
		}
		t.printed = append(t.printed, at)
	}
	if k := len(t.printed) - 1; k >= first {
		t.printed[k].last = true
	}
}

// reported marks where reported speech begins and ends: "She said the ferry
// was late" is quoted as "the ferry was late".
func (t *text) reported() {
	at := make(map[[2]int]bool, 2*len(t.doc.Quotes.Quotes)) // paragraph, byte
	for _, q := range t.doc.Quotes.Quotes {
		if q.Kind == quote.Indirect {
			at[[2]int{q.Ref.Paragraph, q.Ref.Start}] = true
			at[[2]int{q.Ref.Paragraph, q.Ref.End}] = true
		}
	}
	for i := range t.printed {
		p := &t.printed[i]
		if at[[2]int{p.para, p.span.Start}] {
			p.fresh = true
		}
		if at[[2]int{p.para, p.span.End}] {
			p.last = true
		}
	}
}

// speech fills spoken: the words inside quotation marks, with a cut where the
// utterance changes.
func (t *text) speech() {
	quotes := t.doc.Quotes.Quotes
	before := -1
	for _, p := range t.printed {
		if p.run < 0 {
			continue
		}
		p.cut = before < 0 || quotes[before].Utterance != quotes[p.run].Utterance
		before = p.run
		t.spoken = append(t.spoken, p)
	}
}

// ref names the words from place i to place j, both included and both in one
// paragraph.
func (t *text) ref(i, j place) corpus.Ref {
	return corpus.Ref{Article: t.doc.Article.ID, Paragraph: i.para, Span: corpus.Span{Start: i.span.Start, End: j.span.End}}
}
