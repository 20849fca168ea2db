package index

import (
	"cmp"
	"context"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Said is a quote with the article that it is from.
type Said struct {
	*Document
	Quote quote.Quote
}

// Wanted says which quotes of a speaker are looked for. The zero Wanted is
// all, the newest article first.
type Wanted struct {
	About    string // only those in passages that match these words; "" = all
	Article  string // id of the only article to look in; "" = the whole scope
	Relevant bool   // those that match About best first, instead of the newest
}

// manyHits is how many passages are looked at for quotes about something.
const manyHits = 500

// place is where quotes are to be looked for.
type place struct {
	article   string
	paragraph int // 0 = all
}

// Said finds k quotes at most of whoever is [Speaker.Named] speaker. The
// newest article is first (by its date where it has one that can be compared,
// then by addition), its quotes in text order; parts of one utterance are
// entries of their own. Only the articles that hold the result are read.
func (s *Scope) Said(ctx context.Context, speaker string, w Wanted, k int) ([]Said, error) {
	in, err := s.quoting(ctx, speaker)
	if err != nil {
		return nil, err
	}
	places, err := s.places(ctx, w, in)
	if err != nil {
		return nil, err
	}
	var found []Said
	for _, p := range places {
		if len(found) >= k {
			break
		}
		d, err := s.Document(ctx, p.article)
		if err != nil {
			return nil, err
		}
		found = append(found, saidIn(d, p.paragraph, speaker)...)
	}
	return found[:min(k, len(found))], nil
}

// quoting gives the ids of the articles that quote the speaker.
func (s *Scope) quoting(ctx context.Context, speaker string) (map[string]bool, error) {
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	in := map[string]bool{}
	for _, sp := range speakers {
		if sp.Named(speaker) {
			for _, id := range sp.Articles {
				in[id] = true
			}
		}
	}
	return in, nil
}

// places lists where w's quotes can be, in the order in which they are
// wanted.
func (s *Scope) places(ctx context.Context, w Wanted, in map[string]bool) ([]place, error) {
	list, err := s.in.headings(ctx)
	if err != nil {
		return nil, err
	}
	newest := slices.Clone(list)
	slices.Reverse(newest)
	slices.SortStableFunc(newest, func(a, b Heading) int { return cmp.Compare(sortable(b.Date), sortable(a.Date)) })
	var places []place
	rank := map[string]int{}
	for i, a := range newest {
		rank[a.ID] = i
		if in[a.ID] && (w.Article == "" || w.Article == a.ID) {
			places = append(places, place{article: a.ID})
		}
	}
	if w.About == "" {
		return places, nil
	}
	hits, err := s.Search(ctx, w.About, manyHits)
	if err != nil {
		return nil, err
	}
	places = places[:0]
	for _, h := range hits {
		if in[h.Article] && (w.Article == "" || w.Article == h.Article) {
			places = append(places, place{h.Article, h.Paragraph})
		}
	}
	if !w.Relevant {
		slices.SortFunc(places, func(a, b place) int {
			return cmp.Or(cmp.Compare(rank[a.article], rank[b.article]), cmp.Compare(a.paragraph, b.paragraph))
		})
	}
	return places, nil
}

// sortable gives the date when it is written as YYYY-MM-DD, else "", which is
// older than any.
func sortable(date string) string {
	if len(date) >= 10 && date[4] == '-' && date[7] == '-' {
		return date
	}
	return ""
}

// saidIn gives the speaker's quotes in one paragraph of d, 0 = all, without those
// that the article says were not said.
func saidIn(d *Document, paragraph int, speaker string) []Said {
	names := map[string]bool{}
	for _, sp := range d.Quotes.Speakers {
		names[sp.Name] = speakerOf(sp).Named(speaker)
	}
	var out []Said
	for _, q := range d.Quotes.Quotes {
		if names[q.Speaker] && !q.Denied && (paragraph == 0 || paragraph == q.Ref.Paragraph) {
			out = append(out, Said{d, q})
		}
	}
	return out
}
