package index

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// view is the [holding] of a library's scope: the articles of one server, of
// the house, or of both.
type view struct {
	library *Library
	guilds  []string
}

// seen is a shelf at the time of one call.
type seen struct {
	*shelf
	fresh bool
}

// shelves gives those of all guilds of v, all of the index e, nil for none: the
// library's may be replaced at any moment.
func (v *view) shelves(ctx context.Context, e *engine) ([]seen, error) {
	all := make([]seen, len(v.guilds))
	for i, guild := range v.guilds {
		sh, fresh, err := v.library.shelf(ctx, e, guild)
		if err != nil {
			return nil, err
		}
		all[i] = seen{sh, fresh}
	}
	return all, nil
}

func (v *view) document(ctx context.Context, w which) (*Document, error) {
	k, fixes, err := v.find(ctx, w.id, w.revision)
	if err != nil {
		return nil, err
	}
	if !w.bare {
		return v.library.document(k, fixes)
	}
	a, err := v.library.article(k)
	if err != nil {
		return nil, err
	}
	return &Document{Article: a}, nil
}

// find gives the key of an article's revision, 0 being the serving one, and
// the fixes of its quotes.
func (v *view) find(ctx context.Context, id string, revision int) (documentKey, []store.Fix, error) {
	for _, guild := range v.guilds {
		sh, fresh, err := v.library.shelf(ctx, v.library.engine.Load(), guild)
		if err != nil {
			return documentKey{}, nil, err
		}
		e, ok := sh.entry(id)
		if !fresh {
			if e, ok, err = v.library.lookup(guild, id); err != nil {
				return documentKey{}, nil, err
			}
		}
		if ok {
			if revision == 0 {
				revision = e.revision
			}
			return documentKey{guild, id, e.stamp, revision}, e.fixes, nil
		}
	}
	return documentKey{}, nil, fmt.Errorf("%w: %q", ErrNoArticle, id)
}

func (sh *shelf) entry(id string) (entry, bool) {
	i, ok := sh.rank[id]
	if !ok {
		return entry{}, false
	}
	return sh.order[i], true
}

// lookup finds an article in the records themselves.
func (l *Library) lookup(guild, id string) (entry, bool, error) {
	r, err := l.records.Record(guild, id)
	if err = notThere(err); err != nil {
		if errors.Is(err, ErrNoArticle) {
			return entry{}, false, nil
		}
		return entry{}, false, err
	}
	all, err := l.records.Fixes(guild)
	if err != nil {
		return entry{}, false, err
	}
	all = slices.DeleteFunc(all, func(f store.Fix) bool { return f.Article != id })
	return entry{id: id, heading: headingOf(r), revision: r.Revision, stamp: stamp(r, all), fixes: all}, true, nil
}

func (v *view) speakers(ctx context.Context) ([]Speaker, error) {
	shelves, err := v.shelves(ctx, v.library.engine.Load())
	if err != nil {
		return nil, err
	}
	if len(shelves) == 1 {
		return shelves[0].speakers(), nil
	}
	return v.library.union(shelves[0].shelf, shelves[1].shelf).speakers(), nil
}

// attempts bounds how often a search is begun anew because the index was
// swapped or damaged under it: the last goes by the records alone.
const attempts = 3

func (v *view) search(ctx context.Context, text string, k int) ([]Hit, error) {
	for i := 1; ; i++ {
		e := v.library.engine.Load()
		if i == attempts {
			e = nil
		}
		shelves, err := v.shelves(ctx, e)
		if err != nil {
			return nil, err
		}
		hits, err := v.searchIn(ctx, shelves, text, k)
		if i < attempts && (errors.Is(err, errClosed) || isDamage(err)) {
			v.library.failed(e, err)
			continue
		}
		return hits, err
	}
}

// searchIn asks the index on disk for what it has and the overlays for what
// it lacks.
func (v *view) searchIn(ctx context.Context, shelves []seen, text string, k int) ([]Hit, error) {
	var scopes, languages []string
	var hits []Hit
	rank := map[string]int{}
	stocked := 0
	for _, sh := range shelves {
		if len(sh.order) > 0 {
			stocked++
		}
	}
	for i, sh := range shelves {
		switch {
		case len(sh.order) == 0:
			continue
		case stocked == 1:
			rank = sh.rank
		default:
			// Copied rather than looked up in turn: two full shelves are the
			// rare case, and the house is small.
			for id, n := range sh.rank {
				rank[id] = n + i<<32
			}
		}
		if len(sh.missing) < len(sh.order) {
			scopes = append(scopes, sh.scope())
			languages = append(languages, sh.languages...)
		}
		if len(sh.missing) > 0 {
			overlay, err := sh.overlay()
			if err != nil {
				return nil, err
			}
			more, err := overlay.Search(ctx, text, k)
			if err != nil {
				return nil, err
			}
			for _, h := range more {
				if e, _ := sh.entry(h.Article); sh.fresh || v.unchanged(sh.guild, e) {
					hits = append(hits, h)
				}
			}
		}
	}
	if len(scopes) > 0 {
		slices.Sort(languages)
		found, err := search(ctx, shelves[0].engine.reader, scopes, queryTerms(text, slices.Compact(languages)), k, rank)
		if err != nil {
			return nil, err
		}
		known := map[string]bool{}
		for _, h := range found {
			if _, ok := known[h.Article]; !ok {
				known[h.Article] = v.current(shelves, h.Article)
			}
			if known[h.Article] {
				hits = append(hits, h)
			}
		}
	}
	slices.SortFunc(hits, inOrder(rank))
	return hits[:min(k, len(hits))], nil
}

// current reports whether an article is there and the index has it as it is
// now.
func (v *view) current(shelves []seen, id string) bool {
	for _, sh := range shelves {
		e, ok := sh.entry(id)
		if !ok {
			continue
		}
		if !sh.fresh && !v.unchanged(sh.guild, e) {
			return false
		}
		return sh.indexed[id].Stamp == e.stamp
	}
	return false
}

// unchanged reports whether the records have an article as e says.
func (v *view) unchanged(guild string, e entry) bool {
	now, ok, err := v.library.lookup(guild, e.id)
	return err == nil && ok && now.stamp == e.stamp
}
