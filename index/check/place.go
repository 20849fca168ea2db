package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// text is an article as sequences of words: as it is printed; as it was spoken,
// where the words between the parts of one utterance ("A," he said. "B.") are
// left out; and, where that differs, each without what is not the speaker's own:
// [brackets] of the article's editor, and the ", he said," inside reported
// words. People quote in all these ways.
type text struct {
	doc    *index.Document
	seqs   []*sequence
	names  map[string]bool      // see isName; nil until it is asked for
	people func() []name.Person // whom the article names; found when it is asked for
	claims map[claimed]name.Match
	breaks []interruption
}

// sequence is one way to read an article's words.
type sequence struct {
	text   *text
	places []place
	spoken bool // parts of utterances are joined; nothing runs over the border of one
}

// printed is the sequence of all words.
func (t *text) printed() *sequence { return t.seqs[0] }

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
	own   bool // it stands in [brackets] of the article's own
}

// newText splits an article. The cost is linear in its length.
func newText(doc *index.Document) *text {
	t := &text{doc: doc, claims: map[claimed]name.Match{}, people: sync.OnceValue(func() []name.Person { return peopleOf(doc) })}
	runs := make(map[int][]int) // paragraph -> its runs, in text order
	for i, q := range doc.Quotes.Quotes {
		if q.Kind != quote.Indirect {
			runs[q.Ref.Paragraph] = append(runs[q.Ref.Paragraph], i)
		}
	}
	var printed []place
	for n := 0; n <= len(doc.Article.Paragraphs); n++ {
		p, ok := doc.Article.Paragraph(n)
		if !ok {
			continue
		}
		printed = t.paragraph(printed, n, p.Text, runs[n])
	}
	t.reported(printed)
	t.add(printed, false)
	t.add(t.speech(printed), true)
	t.breaks = t.interrupted()
	refs := make([]corpus.Ref, len(t.breaks))
	for i, b := range t.breaks {
		refs[i] = b.ref
	}
	for _, s := range t.seqs[:2] {
		if own := s.without(refs); len(own) < len(s.places) {
			t.add(own, s.spoken)
		}
	}
	return t
}

func (t *text) add(places []place, spoken bool) {
	t.seqs = append(t.seqs, &sequence{t, places, spoken})
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

// paragraph adds the words of paragraph n to out.
func (t *text) paragraph(out []place, n int, text string, runs []int) []place {
	borders := corpus.Sentences(text)
	first := len(out)
	quotes := t.doc.Quotes.Quotes
	r, s := 0, 0
	for _, w := range split(text) {
		for r < len(runs) && quotes[runs[r]].Ref.End <= w.span.Start {
			r++
		}
		for s+1 < len(borders) && borders[s].End <= w.span.Start {
			s++
		}
		at := place{fold: w.fold, para: n, span: w.span, run: -1, cut: len(out) == first, own: w.edit}
		if r < len(runs) && quotes[runs[r]].Ref.Start <= w.span.Start {
			at.run = runs[r]
		}
		at.fresh = at.cut
		if at.cut {
			at.turn = countMarks(text[:w.span.Start])
		}
		if k := len(out) - 1; k >= first {
			prev := &out[k]
			at.turn = prev.turn
			if prev.span.End <= at.span.Start { // not two words of one contraction
				at.turn += countMarks(text[prev.span.End:at.span.Start])
			}
			turn := prev.run != at.run || prev.turn != at.turn
			sentence := s < len(borders) && prev.span.Start < borders[s].Start && borders[s].Start <= at.span.Start
			at.fresh = turn || sentence
			prev.last = prev.last || turn || sentence
		}
		out = append(out, at)
	}
	if k := len(out) - 1; k >= first {
		out[k].last = true
	}
	return out
}

// reported marks where reported speech begins and ends: "She said the ferry
// was late" is quoted as "the ferry was late".
func (t *text) reported(printed []place) {
	at := make(map[[2]int]bool, 2*len(t.doc.Quotes.Quotes)) // paragraph, byte
	for _, q := range t.doc.Quotes.Quotes {
		if q.Kind == quote.Indirect {
			at[[2]int{q.Ref.Paragraph, q.Ref.Start}] = true
			at[[2]int{q.Ref.Paragraph, q.Ref.End}] = true
		}
	}
	for i := range printed {
		p := &printed[i]
		if at[[2]int{p.para, p.span.Start}] {
			p.fresh = true
		}
		if at[[2]int{p.para, p.span.End}] {
			p.last = true
		}
	}
}

// speech is printed without what stands outside of quotation marks, with a cut
// where the utterance changes.
func (t *text) speech(printed []place) []place {
	quotes := t.doc.Quotes.Quotes
	var out []place
	before := -1
	for _, p := range printed {
		if p.run < 0 {
			continue
		}
		p.cut = before < 0 || quotes[before].Utterance != quotes[p.run].Utterance
		before = p.run
		out = append(out, p)
	}
	return out
}

// interruption is what tells who speaks in the middle of reported words.
type interruption struct {
	ref     corpus.Ref
	speaker string // as the article lists them; "" when that is not known
}

// interrupted finds the interruptions of an article: "The road, she said, is
// ugly", "The road, warned driver Jane Doe, is ugly".
func (t *text) interrupted() []interruption {
	var out []interruption
	for _, q := range t.doc.Quotes.Quotes {
		if q.Kind != quote.Indirect || q.Cue.Paragraph != q.Ref.Paragraph || q.Cue.Empty() || !q.Ref.Contains(q.Cue.Span) {
			continue
		}
		p, _ := t.doc.Article.Paragraph(q.Ref.Paragraph)
		from := strings.LastIndexAny(p.Text[q.Ref.Start:q.Cue.Start], ",–—")
		to := strings.IndexAny(p.Text[q.Cue.End:q.Ref.End], ",–—")
		if from < 0 || to < 0 || len(split(p.Text[q.Ref.Start+from:q.Cue.End+to])) > maxInterruption {
			continue
		}
		out = append(out, interruption{corpus.Ref{Article: q.Ref.Article, Paragraph: q.Ref.Paragraph, Span: corpus.Span{Start: q.Ref.Start + from, End: q.Cue.End + to}}, q.Speaker})
	}
	for i := range t.doc.Article.Paragraphs {
		p, _ := t.doc.Article.Paragraph(i + 1)
		for _, s := range corpus.Sentences(p.Text) {
			text := p.Text[s.Start:s.End]
			if strings.ContainsAny(text, marks) || strings.Count(text, ",") < 2 {
				continue
			}
			last := -1
			for k, r := range text {
				if r != ',' {
					continue
				}
				if last >= 0 && attributes(text[last+1:k]) {
					ref := corpus.Ref{Article: t.doc.Article.ID, Paragraph: i + 1, Span: corpus.Span{Start: s.Start + last, End: s.Start + k}}
					out = append(out, interruption{ref, t.who(text[last+1 : k])})
				}
				last = k
			}
		}
	}
	return out
}

// attributes reports whether words between two commas tell who speaks and
// nothing else.
func attributes(words string) bool {
	fields := strings.Fields(words)
	if len(fields) < 2 || len(fields) > maxInterruption {
		return false
	}
	low := strings.ToLower(strings.Join(fields, " "))
	if strings.HasPrefix(low, "according to ") || strings.HasPrefix(low, "in the words of ") || strings.HasPrefix(low, "in the view of ") || strings.HasPrefix(low, "in the opinion of ") {
		return true
	}
	head := english.Of(strings.ToLower(fields[0]))
	if sayers[fields[0]] || reports(fields[0]) && head.Is(english.Past) { // warned driver Jane Doe
		next := strings.ToLower(fields[1])
		c := english.Of(next)
		return (unicode.IsUpper(first(fields[1])) || c.Is(english.Role|english.Title|english.Determiner|english.Honorific|english.Possessive) || english.Of(next).Is(english.Pronoun)) && somebody(fields[1:]) && !relative[next]
	}
	for i, f := range fields[1:] { // Jane Doe told the paper
		c := english.Of(strings.ToLower(f))
		if c.Is(english.Auxiliary | english.Conjunction | english.Negation) {
			return false
		}
		passive := len(fields) > i+2 && (fields[i+2] == "to" || fields[i+2] == "by")
		if !passive && (sayers[f] || reports(f) && c.Is(english.Past)) {
			return !relative[strings.ToLower(fields[0])] && (unicode.IsUpper(first(fields[0])) || head.Is(english.Determiner|english.Pronoun|english.Possessive|english.Role)) &&
				!head.Is(english.Conjunction|english.Preposition)
		}
	}
	return false
}

// relative words begin a clause about whom it follows, which is no attribution.
var relative = set("who which that whose whom where when what")

// who gives the speaker of an article whom the words of an interruption name.
func (t *text) who(words string) string {
	words = strings.TrimSpace(words)
	for _, lead := range [...]string{"in the words of ", "in the view of ", "in the opinion of "} {
		words = strings.TrimPrefix(words, lead)
	}
	claim, ok := tagged(words)
	if !ok || claim == "" {
		return ""
	}
	if found := name.Find(claim, t.people()); len(found) == 1 {
		return t.people()[found[0]].Name
	}
	return ""
}

// maxInterruption is the length of the longest ", she said," in words.
const maxInterruption = 12

// without is the sequence without the article's own brackets and without refs.
func (s *sequence) without(refs []corpus.Ref) []place {
	out := make([]place, 0, len(s.places))
	fresh, cut := false, false // of what was left out since
	for _, p := range s.places {
		if p.own || slices.ContainsFunc(refs, func(r corpus.Ref) bool { return r.Paragraph == p.para && r.Contains(p.span) }) {
			fresh, cut = fresh || p.fresh, cut || p.cut
			if k := len(out) - 1; k >= 0 && p.last {
				out[k].last = true
			}
			continue
		}
		p.fresh, p.cut = p.fresh || fresh, p.cut || cut
		fresh, cut = false, false
		out = append(out, p)
	}
	return out
}

// splits reports whether a contraction ("isn't") would be cut in two before
// place j.
func (s *sequence) splits(j int) bool {
	return j > 0 && j < len(s.places) && s.places[j-1].span == s.places[j].span && s.places[j-1].para == s.places[j].para
}

// capital reports whether the word at p begins with a capital.
func (t *text) capital(p place) bool {
	para, _ := t.doc.Article.Paragraph(p.para)
	return unicode.IsUpper(first(para.Text[p.span.Start:]))
}

// ref names the words from place i to place j, both included and both in one
// paragraph.
func (t *text) ref(i, j place) corpus.Ref {
	return corpus.Ref{Article: t.doc.Article.ID, Paragraph: i.para, Span: corpus.Span{Start: i.span.Start, End: j.span.End}}
}
