// Package check tells whether a purported quote is genuine: it compares the
// words with the stored articles and gives a [Verdict], the differences word
// by word, and where the genuine words stand.
//
// The files, from the verdict down to the words:
//
//	check.go      a purported quote to its Result
//	find.go       the quotations of a message
//	candidate.go  the articles that may hold the words
//	judge.go      what the words turn out to be
//	marks.go      brackets and dots of the quote's own
//	short.go      what a short quote may stand for
//	change.go     the differences and their risks
//	explain.go    the verdict in a sentence
//	speaker.go    who said it, and who is claimed to have
//	excerpt.go    the words of the article to show
//	align.go      word against word
//	block.go      runs of words that stand in both
//	place.go      an article as sequences of words
//	attributed.go who the quote itself says it is by
//	word.go       a word in the form that is compared
//	numeral.go    number words of other languages
//	measure.go    fractions and units
//	clock.go      times and dates
//	number.go     numbers, whatever they are written like
//	risk.go       words whose change turns what is said
package check

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// Errors of [Check].
var (
	ErrEmptyQuote = errors.New("the quote is empty")
	// ErrLong refuses a quote of more than MaxWords words that does not stand
	// in an article word for word.
	ErrLong = errors.New("the quote is too long to compare")
)

// MaxWords is the length of a purported quote, in words, up to which it is
// compared word by word. Genuine text of any length is recognised.
const MaxWords = 1000

// Verdict says what the articles make of a purported quote.
type Verdict string

const (
	Exact         Verdict = "exact"         // word for word
	Partial       Verdict = "partial"       // all words genuine, cut inside a sentence
	Altered       Verdict = "altered"       // words changed, dropped or added
	Misattributed Verdict = "misattributed" // genuine words, clearly another speaker's
	Spliced       Verdict = "spliced"       // genuine parts of different places joined
	Absent        Verdict = "absent"        // not in the articles
)

// Purported is a quote to be checked.
type Purported struct {
	Text    string
	Speaker string // who is claimed to have said it; "" = nobody
	Article string // id of the only article to look in; "" = the whole scope
}

// Op is what happened to a word.
type Op string

const (
	Insert  Op = "insert"  // in the purported quote, not in the article
	Delete  Op = "delete"  // in the article, not in the purported quote
	Replace Op = "replace" // From the article's words, To the purported ones
)

// Risk says why a change matters more than its size.
type Risk string

const (
	Negation Risk = "negation"
	Number   Risk = "number"
	Name     Risk = "name"
	Date     Risk = "date"
)

// Change is one difference between the article's words and the purported ones.
type Change struct {
	Op   Op
	From string // the article's words, as stored; "" for Insert
	To   string // the purported words; "" for Delete
	Risk Risk   // "" when there is none
}

// Result is what was found out about a purported quote.
type Result struct {
	Verdict        Verdict
	Similarity     float64 // 0..1, share of the words that match in order
	SpeakerClaimed string  // as it was given, or as the quote's own text says it
	Claim          string  // what the claim is: same, other, unknown; "" when nobody is claimed
	SpeakerFound   string  // "" when it is unclear, or when the words are the reporter's own
	// Denied is set when the article itself says that these words were not said:
	// denied, refused, put into somebody's mouth.
	Denied bool
	// Spoken is false when the words stand in the reporter's own text and not
	// in a quote.
	Spoken bool
	// Citations hold the article's words: of a spliced quote each part, of an
	// absent one the nearest passages, where there are any; see [Closely].
	Citations []cite.Citation
	Changes   []Change // in text order
	// Remarks are what the quote's own square brackets say for the article's words.
	Remarks []Remark
	// Omitted names what the quote's own ellipses and brackets left out.
	Omitted []corpus.Ref
	Why     string // the verdict in one plain sentence of English
	// Before and After are the sentences around the first citation, of the
	// same article; empty at the article's ends.
	Before, After corpus.Ref

	settled bool // see [finding.settled]
}

// Check looks p up in the articles of s. Where p's text says itself whose the
// words are (`Doe: "…"`, `"…," said Doe`), that is taken for the claim and not
// for words of the quote. It returns [ErrEmptyQuote] when there is no word in p,
// [ErrLong] when p is too long, and index.ErrNoArticle when p names an article
// that is not in s.
func Check(ctx context.Context, s *index.Scope, p Purported) (*Result, error) {
	if len(split(p.Text)) == 0 {
		return nil, ErrEmptyQuote
	}
	ids, nearest, err := candidates(ctx, s, p)
	if err != nil {
		return nil, err
	}
	texts := make([]*text, 0, len(ids))
	for _, id := range ids {
		doc, err := s.Document(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("check a quote: %w", err)
		}
		texts = append(texts, newText(doc))
	}
	r, err := read(texts, p)
	if err != nil {
		return nil, err
	}
	if r.Verdict == Absent && len(nearest) > 0 {
		if err := r.cite(ctx, s, nearest[0]); err != nil {
			return nil, err
		}
	}
	r.Why = r.explain()
	return r, nil
}

// read compares p with the articles in each way that it can be read, and gives
// the best of the results: the whole text, when it is genuine as it stands, then
// what is marked as words apart from a name, then what may be words and a name.
func read(texts []*text, p Purported) (*Result, error) {
	best, err := compare(texts, p)
	if err != nil {
		return nil, err
	}
	if best.genuine() {
		return named(texts, p, best)
	}
	if best.settled {
		return best, nil
	}
	for _, w := range attributions(p.Text) {
		if len(split(w.text)) == 0 {
			continue
		}
		r, err := compare(texts, p.by(w))
		switch {
		case err != nil:
			return nil, err
		case w.sure:
			return r, nil
		case w.worded && best.tells(w):
			continue // the name is the article's own text too
		case r.genuine():
			return r, nil
		case r.Similarity > best.Similarity && r.Verdict != Absent:
			best = r
		}
	}
	return best, nil
}

// named reads a text that is genuine as it stands as a name and words all the
// same, where the article has the name before or behind its quotation marks:
// "Doe: We will pay" of an article's "… said Doe. “We will pay.”"
func named(texts []*text, p Purported, whole *Result) (*Result, error) {
	if whole.SpeakerClaimed != "" || len(whole.Citations) == 0 || !strings.ContainsRune(p.Text, ':') {
		return whole, nil
	}
	text, _ := whole.Citations[0].Article.Paragraph(whole.Citations[0].Ref.Paragraph)
	if mark := whole.Citations[0].Mark; mark.End > len(text.Text) || strings.ContainsRune(text.Text[mark.Start:mark.End], ':') {
		return whole, nil // the article's own colon
	}
	for _, w := range attributions(p.Text) {
		if w.speaker == "" || w.worded || len(split(w.text)) == 0 {
			continue
		}
		if r, err := compare(texts, p.by(w)); err != nil || r.genuine() && r.Spoken {
			return r, err
		}
	}
	return whole, nil
}

// tells reports whether the article's own words around an altered quote name
// the speaker as w does: what differs then is no claim.
func (r *Result) tells(w attributed) bool {
	if r.Verdict != Altered || w.speaker == "" || len(r.Citations) == 0 {
		return false
	}
	text, err := r.Citations[0].Article.Cut(corpus.Ref{Article: r.Citations[0].Ref.Article, Paragraph: r.Citations[0].Ref.Paragraph, Span: r.Citations[0].Mark})
	return err == nil && strings.Contains(text, w.speaker)
}

// by is p read as words and a name. A speaker who is claimed beside the text
// counts more than one in it.
func (p Purported) by(a attributed) Purported {
	p.Text = a.text
	if p.Speaker == "" {
		p.Speaker = a.speaker
	}
	return p
}

// genuine reports whether the words stand in the article as they are, whoever
// said them.
func (r *Result) genuine() bool {
	return r.Verdict == Exact || r.Verdict == Partial || r.Verdict == Misattributed
}

// compare compares one reading of a quote with the articles.
func compare(texts []*text, p Purported) (*Result, error) {
	q := newQuoteIndex(split(p.Text))
	q.raised = unicode.IsUpper(first(p.Text[q.want[0].span.Start:]))
	if len(q.want) > MaxWords {
		f, ok := genuine(q, p.Speaker, q.allBlocks(texts))
		if !ok {
			return nil, ErrLong
		}
		return result(f, p), nil
	}
	return result(judge(q, p.Speaker, texts), p), nil
}

// result turns a finding into what is shown: it asks who spoke the words and
// cites them with their surroundings.
func result(f finding, p Purported) *Result {
	r := &Result{Verdict: f.verdict, SpeakerClaimed: p.Speaker, settled: f.settled()}
	if p.Speaker != "" {
		r.Claim = name.Unknown.String()
	}
	switch f.verdict {
	case Exact, Partial:
		r.Similarity = 1
		first, last := f.pieces[0], f.pieces[len(f.pieces)-1]
		t := first.seq.text
		r.said(t, t.speakerOf(first.first(), last.last()))
		if r.Claim == name.Other.String() {
			r.Verdict = Misattributed
		}
		for _, b := range f.pieces {
			r.add(t, refs(b))
		}
		r.Omitted, r.Remarks = omitted(f.pieces), f.remarks
	case Altered:
		a, b := f.align, f.align.block()
		r.Similarity = a.similarity()
		r.Changes = a.changes(f.q, p.Text)
		r.said(b.seq.text, b.seq.text.speakerOf(b.first(), b.last()))
		r.add(b.seq.text, refs(b))
	case Spliced:
		covered := 0
		for _, b := range f.pieces {
			covered += b.n
			r.add(b.seq.text, refs(b))
		}
		r.Similarity = float64(covered) / float64(len(f.q.want))
		b := f.pieces[0]
		r.said(b.seq.text, b.seq.text.speakerOf(b.first(), b.last()))
	case Absent:
		r.Similarity = f.align.similarity()
	}
	if len(r.Citations) > 0 {
		r.Before, r.After = cite.Around(r.Citations[0].Article, r.Citations[0].Ref)
	}
	return r
}

// said records who spoke the words, and what that makes of the claim.
func (r *Result) said(t *text, q *quote.Quote) {
	if q == nil {
		return
	}
	r.Spoken = true
	if r.Denied = q.Denied; q.Denied || q.Confidence < sure {
		return
	}
	r.SpeakerFound = q.Speaker
	if r.SpeakerClaimed != "" {
		r.Claim = t.claim(r.SpeakerClaimed, q.Speaker).String()
	}
}

// add cites the words of rs, once each excerpt.
func (r *Result) add(t *text, rs []corpus.Ref) {
	for _, ref := range rs {
		c := cite.Excerpt(t.doc, ref)
		if k := len(r.Citations) - 1; k >= 0 && r.Citations[k].Article == c.Article && r.Citations[k].Ref.Paragraph == c.Ref.Paragraph && r.Citations[k].Ref.Overlaps(c.Ref.Span) {
			last := &r.Citations[k]
			last.Ref.Start, last.Ref.End = min(last.Ref.Start, c.Ref.Start), max(last.Ref.End, c.Ref.End)
			last.Mark.End = max(last.Mark.End, c.Mark.End)
			continue
		}
		r.Citations = append(r.Citations, c)
	}
}

// cite shows the passage nearest to words that are nowhere.
func (r *Result) cite(ctx context.Context, s *index.Scope, h engine.Hit) error {
	doc, err := s.Document(ctx, h.Article)
	if err != nil {
		return fmt.Errorf("cite the nearest passage: %w", err)
	}
	r.Citations = []cite.Citation{{Ref: doc.Article.Whole(h.Paragraph), Article: doc.Article, Score: h.Score}}
	return nil
}

// omitted names the words between the pieces of one place.
func omitted(pieces []block) []corpus.Ref {
	var out []corpus.Ref
	for k := 1; k < len(pieces); k++ {
		a, b := pieces[k-1], pieces[k]
		if n := b.j - (a.j + a.n); n > 0 {
			out = append(out, refs(block{seq: a.seq, j: a.j + a.n, n: n})...)
		}
	}
	return out
}
