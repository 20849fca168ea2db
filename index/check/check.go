// Package check tells whether a purported quote is genuine: it compares the
// words with the stored articles and gives a [Verdict], the differences word
// by word, and where the genuine words stand.
package check

import (
	"context"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
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
	SpeakerClaimed string
	SpeakerFound   string // "" when it is unclear, or when the words are the reporter's own
	// Spoken is false when the words stand in the reporter's own text and not
	// in a quote.
	Spoken bool
	// Citations hold the article's words: of a spliced quote each part, of an
	// absent one the nearest passage, where there is one.
	Citations []cite.Citation
	Changes   []Change // in text order
	// Omitted names what the quote's own ellipses and brackets left out.
	Omitted []corpus.Ref
	Why     string // the verdict in one plain sentence of English
	// Before and After are the sentences around the first citation, of the
	// same article; empty at the article's ends.
	Before, After corpus.Ref
}

// Check looks p up in the articles of s. It returns [ErrEmptyQuote] when there
// is no word in p, [ErrLong] when p is too long, and index.ErrNoArticle when p
// names an article that is not in s.
func Check(ctx context.Context, s *index.Scope, p Purported) (*Result, error) {
	want := words(p.Text)
	if len(want) == 0 {
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
	q := newQuoteIndex(want)
	if len(want) > MaxWords {
		f, ok := genuine(q, claim(p.Speaker), q.allBlocks(texts))
		if !ok {
			return nil, ErrLong
		}
		r := result(f, p)
		r.Why = r.explain()
		return r, nil
	}
	f := judge(q, claim(p.Speaker), texts)
	r := result(f, p)
	if f.verdict == Absent && len(nearest) > 0 {
		if err := r.cite(ctx, s, nearest[0]); err != nil {
			return nil, err
		}
	}
	r.Why = r.explain()
	return r, nil
}

// result turns a finding into what is shown: it asks who spoke the words and
// cites them with their surroundings.
func result(f finding, p Purported) *Result {
	r := &Result{Verdict: f.verdict, SpeakerClaimed: p.Speaker}
	switch f.verdict {
	case Exact, Partial:
		r.Similarity = 1
		first, last := f.pieces[0], f.pieces[len(f.pieces)-1]
		t := first.text
		r.said(t, t.speakerOf(first.seq[first.j], last.seq[last.j+last.n-1]), p)
		for _, b := range f.pieces {
			r.add(t, refs(b))
		}
		r.Omitted = omitted(f.pieces)
	case Altered:
		a := f.align
		r.Similarity = a.similarity()
		r.Changes = a.changes(f.q, p.Text)
		from, to := a.span()
		b := block{text: a.text, seq: a.seq, j: from, n: to - from}
		r.said(a.text, a.text.speakerOf(a.seq[from], a.seq[to-1]), Purported{})
		r.add(a.text, refs(b))
	case Spliced:
		covered := 0
		for _, b := range f.pieces {
			covered += b.n
			r.add(b.text, refs(b))
		}
		r.Similarity = float64(covered) / float64(len(f.q.want))
		b := f.pieces[0]
		r.said(b.text, b.text.speakerOf(b.seq[b.j], b.seq[b.j+b.n-1]), Purported{})
	case Absent:
		r.Similarity = f.align.similarity()
	}
	if len(r.Citations) > 0 {
		r.Before, r.After = cite.Around(r.Citations[0].Article, r.Citations[0].Ref)
	}
	return r
}

// said records who spoke the words. Genuine words in another mouth than p
// claims are misattributed, but only when it is clear whose they are.
func (r *Result) said(t *text, q *quote.Quote, p Purported) {
	if q == nil {
		return
	}
	r.Spoken = true
	r.SpeakerFound = q.Speaker
	if p.Speaker == "" || q.Speaker == "" || claim(p.Speaker).is(t.doc.Quotes, q.Speaker) {
		return
	}
	if q.Confidence >= sure {
		r.Verdict = Misattributed
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
func (r *Result) cite(ctx context.Context, s *index.Scope, h index.Hit) error {
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
			out = append(out, refs(block{text: a.text, seq: a.seq, j: a.j + a.n, n: n})...)
		}
	}
	return out
}
