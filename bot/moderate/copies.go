package moderate

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// alike is an article that a draft may be a copy of.
type alike struct {
	store.Record
	same  bool // the very same file
	share float64
}

// copiesOf lists the articles that a draft resembles, most alike first.
func copiesOf(ctx context.Context, req *request, p store.Pending) ([]alike, error) {
	s := req.stock
	mine, digest := corpus.NewSketch(p.Article), store.Digest(p.Original)
	servers := []string{req.Server}
	if !req.Settings.HouseOff {
		servers = append(servers, store.House)
	}
	var out []alike
	for _, server := range servers {
		records, err := s.records.Articles(server)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if r.ID == p.For {
				continue
			}
			other, err := s.sketch(server, r)
			if err != nil {
				continue // removed meanwhile, or damaged: verify tells of that
			}
			if share := mine.Similarity(other); r.Digest == digest || share >= corpus.NearDuplicate {
				out = append(out, alike{r, r.Digest == digest, share})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b alike) int { return cmp.Compare(b.share, a.share) })
	return out, nil
}

func (s *Stock) sketch(server string, r store.Record) (*corpus.Sketch, error) {
	k := sketchKey{server, r.ID, fmt.Sprint(r.Revision, r.Digest)}
	if known, ok := s.sketches.Get(k); ok {
		return known, nil
	}
	a, err := s.records.Article(server, r.ID)
	if err != nil {
		return nil, err
	}
	made := corpus.NewSketch(a)
	s.sketches.Add(k, &made)
	return &made, nil
}

// sketchKey names a text for good: an article's, at a revision.
type sketchKey struct {
	server, article, digest string
}

// sketchesKept is how many articles are compared with a new one without being
// read again: 10 MB of sketches.
const sketchesKept = 10_000
