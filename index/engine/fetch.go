package engine

import (
	"cmp"
	"context"
	"errors"
	"math"
	"math/bits"
	"slices"

	api "github.com/blevesearch/bleve_index_api"
)

// fetching is one search for the passages that score highest. It reads Bleve's
// posting lists and scores like Bleve's disjunction of term queries: with
// tf-idf, times the share of the terms that a passage has. What it saves is the
// reading of passages that cannot be among the first, by the rule of MaxScore
// (Turtle & Flood, Query evaluation: strategies and optimizations, 1995).
//
// A term's share in the score of a passage is its weight times the root of its
// count over the passage's length. The counts together are no more than the
// length, so by Cauchy and Schwarz the shares of several terms together are no
// more than the root of the sum of their weights' squares: see rest. Terms that
// together cannot lift a passage to the present k-th score are looked up only
// in passages that a rarer term has already found.
type fetching struct {
	terms  []*postings // with passages, the rarest first
	rest   []float64   // most that terms[i:] score together; one more at the end, 0
	asked  int         // terms asked for, those without passages too
	scopes []*postings
	best   best
}

// slip is more than what rounding can add to a score: norms are of 32 bits.
const slip = 1e-6

// fetch gives the numbers of the k passages of the scopes that score highest
// for the terms, best first, and then those that are as good as the last, up
// to maxTies. All of the same score are in order of number.
func fetch(ctx context.Context, in api.IndexReader, scopes, terms []string, k int) (found []scored, err error) {
	f := &fetching{asked: len(terms), best: best{k: k}}
	defer func() { err = errors.Join(err, f.close()) }()
	if err := f.open(ctx, in, scopes, terms); err != nil {
		return nil, err
	}
	visible, occurrences := uint64(0), uint64(0)
	for _, s := range f.scopes {
		visible += s.in.Count()
	}
	for _, t := range f.terms {
		occurrences += t.in.Count()
	}
	// A small server of many is gone through passage by passage.
	if visible*uint64(len(f.terms)) < occurrences {
		err = f.byScope(ctx)
	} else {
		err = f.byTerm(ctx)
	}
	return f.best.found, err
}

// open opens the posting lists and weighs the terms.
func (f *fetching) open(ctx context.Context, in api.IndexReader, scopes, terms []string) error {
	all, err := in.DocCount()
	if err != nil {
		return err
	}
	squares := 0.0
	for _, term := range terms {
		p, err := openPostings(ctx, in, fieldText, term, true)
		if err != nil {
			return err
		}
		f.terms = append(f.terms, p)
		idf := 1 + math.Log(float64(all)/float64(p.in.Count()+1))
		p.weight = idf * idf
		squares += idf * idf
	}
	for _, p := range f.terms {
		p.weight /= math.Sqrt(squares)
	}
	slices.SortStableFunc(f.terms, func(x, y *postings) int { return cmp.Compare(y.weight, x.weight) })
	f.rest = make([]float64, len(f.terms)+1)
	for i, p := range slices.Backward(f.terms) {
		f.rest[i] = math.Hypot(f.rest[i+1], p.weight*(1+slip))
	}
	for _, scope := range scopes {
		p, err := openPostings(ctx, in, fieldScope, scope, false)
		if err != nil {
			return err
		}
		f.scopes = append(f.scopes, p)
	}
	return nil
}

func (f *fetching) close() error {
	var errs []error
	for _, p := range slices.Concat(f.terms, f.scopes) {
		errs = append(errs, p.in.Close())
	}
	return errors.Join(errs...)
}

// byScope considers every passage of the scopes.
func (f *fetching) byScope(ctx context.Context) error {
	for {
		doc := first(f.scopes)
		if doc == none {
			return nil
		}
		if err := f.consider(doc, 0, 0, 0); err != nil {
			return err
		}
		for _, s := range f.scopes {
			if err := s.advance(doc + 1); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// window is how many passages byTerm looks at together.
const window = 1 << 11

// byTerm considers every passage that has one of the rarer terms: as many of
// them as it needs so that the others cannot do without. It adds up the scores
// of a window of passages term by term, which is faster than passage by passage.
func (f *fetching) byTerm(ctx context.Context) error {
	var score [window]float64
	var terms [window]uint8
	var touched [window / 64]uint64
	needed := len(f.terms)
	for {
		for needed > 0 && f.hopeless(0, 0, needed-1) {
			needed--
		}
		from := first(f.terms[:needed])
		if from == none {
			return ctx.Err()
		}
		for _, p := range f.terms[:needed] {
			for p.at-from < window { // none is far behind any window
				i := p.at - from
				score[i] += p.score()
				terms[i]++
				touched[i/64] |= 1 << (i % 64)
				if err := p.next(); err != nil {
					return err
				}
			}
		}
		for w := range touched {
			for ; touched[w] != 0; touched[w] &= touched[w] - 1 {
				i := w*64 + bits.TrailingZeros64(touched[w])
				if err := f.consider(from+uint64(i), score[i], int(terms[i]), needed); err != nil {
					return err
				}
				score[i], terms[i] = 0, 0
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// consider adds a passage to the best if it belongs there. has of the terms
// before next were found in it, which score so much; the others are looked up,
// as long as they can make a difference.
func (f *fetching) consider(doc uint64, score float64, has, next int) error {
	for ; next < len(f.terms); next++ {
		if f.hopeless(score, has, next) {
			return nil
		}
		p := f.terms[next]
		if err := p.advance(doc); err != nil {
			return err
		}
		if p.at == doc {
			score += p.score()
			has++
		}
	}
	score *= float64(has) / float64(f.asked)
	if has == 0 || score < f.best.least {
		return nil
	}
	for _, s := range f.scopes {
		if err := s.advance(doc); err != nil {
			return err
		}
		if s.at == doc {
			f.best.add(scored{doc, score})
			return nil
		}
	}
	return nil
}

// hopeless reports whether a passage with has terms that score so much is not
// among the best even if it has all of terms[next:] too, and nothing else.
func (f *fetching) hopeless(score float64, has, next int) bool {
	return (score+f.rest[next])*float64(has+len(f.terms)-next)/float64(f.asked) < f.best.least
}

// scored is a passage by its number in the index.
type scored struct {
	doc   uint64
	score float64
}

// best keeps the k highest scores, and what is as high as the last.
type best struct {
	k     int
	found []scored // best first
	least float64  // the k-th score, 0 as long as there are fewer
}

// maxTies is how many passages more than asked for may have the last score: as
// when one word is asked for that a thousand short paragraphs have. Their order
// is not the index's to decide.
const maxTies = 4096

// add puts in s, whose score is not below the least and whose number is above
// all others.
func (b *best) add(s scored) {
	at, _ := slices.BinarySearchFunc(b.found, s, func(x, s scored) int {
		if x.score >= s.score {
			return -1
		}
		return 1
	})
	b.found = slices.Insert(b.found, at, s)
	if len(b.found) < b.k {
		return
	}
	b.least = b.found[b.k-1].score
	n := min(len(b.found), b.k+maxTies)
	for b.found[n-1].score < b.least {
		n--
	}
	b.found = b.found[:n]
}

// postings is the list of the passages that have a term, in order of number.
type postings struct {
	in     api.TermFieldReader
	at     uint64 // the present passage, none behind the last
	doc    api.TermFieldDoc
	id     api.IndexInternalID
	weight float64
}

// none is behind the number of every passage.
const none = math.MaxUint64

// openPostings opens the list of a term at its first passage. Only with scores
// set has it any.
func openPostings(ctx context.Context, in api.IndexReader, field, term string, scores bool) (*postings, error) {
	r, err := in.TermFieldReader(ctx, []byte(term), field, scores, scores, false)
	if err != nil {
		return nil, err
	}
	p := &postings{in: r}
	return p, p.next()
}

func (p *postings) next() error { return p.move(p.in.Next(&p.doc)) }

// advance goes on to the first passage whose number is not below to.
func (p *postings) advance(to uint64) error {
	if p.at >= to {
		return nil
	}
	p.id = api.NewIndexInternalID(p.id, to)
	return p.move(p.in.Advance(p.id, &p.doc))
}

func (p *postings) move(d *api.TermFieldDoc, err error) error {
	p.at = none
	if d != nil {
		p.at = d.ID.Value()
	}
	return err
}

// score is the term's share in the score of the present passage.
func (p *postings) score() float64 {
	return math.Sqrt(float64(p.doc.Freq)) * p.doc.Norm * p.weight
}

// first is the first of the present passages of lists.
func first(lists []*postings) uint64 {
	doc := uint64(none)
	for _, p := range lists {
		doc = min(doc, p.at)
	}
	return doc
}
