package cite

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Saying gives the quote that makes the excerpt r somebody's words, nil when it
// is the reporter's. sure is false when the quotes of several people fill the
// excerpt: then nobody is named.
//
// Where words are marked, they alone decide: the run of quotation marks that
// they stand in counts, else the shortest reported speech, else what is said by
// whoever they name. Without a mark it is the quote that covers most of the
// excerpt, a word in quotation marks counting twice.
func Saying(x *quote.Extraction, r corpus.Ref, mark corpus.Span) (q *quote.Quote, sure bool) {
	switch {
	case x == nil:
		return nil, false
	case mark.Empty():
		return covering(x, r)
	}
	q = marked(x, r, mark)
	return q, q != nil
}

// marked gives the quote that the marked words are of.
func marked(x *quote.Extraction, r corpus.Ref, mark corpus.Span) *quote.Quote {
	var run, reported, named *quote.Quote
	for i := range x.Quotes {
		q := &x.Quotes[i]
		switch {
		case q.Ref.Paragraph != r.Paragraph:
		case q.Ref.Overlaps(mark) && q.Kind != quote.Indirect:
			if run == nil {
				run = q
			}
		case q.Ref.Overlaps(mark):
			if reported == nil || q.Ref.Len() < reported.Ref.Len() {
				reported = q
			}
		case named == nil && q.Mention.Paragraph == r.Paragraph && q.Mention.Contains(mark) && q.Ref.Overlaps(r.Span):
			named = q
		}
	}
	switch {
	case run != nil:
		return run
	case reported != nil:
		return reported
	}
	return named
}

// A quote makes an excerpt somebody's words when it covers at least one part in
// leastShare of it, counted as [Saying] does: a word or two in quotation marks
// do not. So does a second speaker's quote make it unclear whose it is.
const leastShare = 4

// covering gives the quote that covers most of r.
func covering(x *quote.Extraction, r corpus.Ref) (best *quote.Quote, sure bool) {
	cover := func(q *quote.Quote) int {
		if q.Ref.Paragraph != r.Paragraph || !q.Ref.Overlaps(r.Span) {
			return 0
		}
		n := min(q.Ref.End, r.End) - max(q.Ref.Start, r.Start)
		if q.Kind != quote.Indirect {
			n *= 2
		}
		return n
	}
	most := 0
	for i := range x.Quotes {
		if n := cover(&x.Quotes[i]); n > most {
			best, most = &x.Quotes[i], n
		}
	}
	if best == nil || leastShare*most < r.Len() {
		return nil, false
	}
	for i := range x.Quotes {
		if q := &x.Quotes[i]; q.Speaker != "" && q.Speaker != best.Speaker && leastShare*cover(q) >= r.Len() {
			return best, false
		}
	}
	return best, true
}
