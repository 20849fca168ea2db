package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// snapshot is the [holding] of a library's scope: the articles of one server,
// of the house, or of both, as they were when somebody first looked. What was
// removed or replaced since is still read from the records, which keep it.
type snapshot struct {
	library *Library
	guilds  []string

	mu    sync.Mutex // held for the first look
	taken []*shelf   // of each guild; nil until the first look
}

// shelves gives the shelves of all guilds, the same every time.
func (s *snapshot) shelves(ctx context.Context) ([]*shelf, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.taken != nil {
		return s.taken, nil
	}
	e := s.library.engine.Load()
	taken := make([]*shelf, len(s.guilds))
	for i, guild := range s.guilds {
		sh, err := s.library.shelf(ctx, e, guild)
		if err != nil {
			return nil, err
		}
		taken[i] = sh
	}
	s.taken = taken
	return taken, nil
}

func (s *snapshot) document(ctx context.Context, w which) (*Document, error) {
	shelves, err := s.shelves(ctx)
	if err != nil {
		return nil, err
	}
	for _, sh := range shelves {
		e, ok := sh.entry(w.id)
		if !ok {
			continue
		}
		k := documentKey{sh.guild, w.id, e.stamp, e.revision}
		if w.revision != 0 {
			k.revision = w.revision
		}
		if !w.bare {
			return s.library.document(k, e.fixes)
		}
		a, err := s.library.article(k)
		if err != nil {
			return nil, err
		}
		return &Document{Article: a}, nil
	}
	return nil, fmt.Errorf("%w: %q", ErrNoArticle, w.id)
}

func (sh *shelf) entry(id string) (entry, bool) {
	i, ok := sh.rank[id]
	if !ok {
		return entry{}, false
	}
	return sh.order[i], true
}

func (s *snapshot) headings(ctx context.Context) ([]Heading, error) {
	shelves, err := s.shelves(ctx)
	if err != nil {
		return nil, err
	}
	if len(shelves) == 1 {
		return shelves[0].headings(), nil
	}
	return s.library.union(shelves[0], shelves[1]).headings(), nil
}

func (s *snapshot) speakers(ctx context.Context) ([]Speaker, error) {
	shelves, err := s.shelves(ctx)
	if err != nil {
		return nil, err
	}
	if len(shelves) == 1 {
		return shelves[0].speakers(), nil
	}
	return s.library.union(shelves[0], shelves[1]).speakers(), nil
}

// attempts bounds how often a search is begun anew because the index was
// swapped or damaged under it: the last goes by the records alone.
const attempts = 3

func (s *snapshot) search(ctx context.Context, text string, k int) ([]engine.Hit, error) {
	shelves, err := s.shelves(ctx)
	if err != nil {
		return nil, err
	}
	shelves = slices.DeleteFunc(slices.Clone(shelves), func(sh *shelf) bool { return len(sh.order) == 0 })
	for i := 1; ; i++ {
		e := s.library.engine.Load()
		if i == attempts {
			e = nil
		}
		hits, err := s.searchIn(ctx, e, shelves, text, k)
		if i < attempts && (errors.Is(err, engine.ErrClosed) || isDamage(err)) {
			s.library.failed(e, err)
			continue
		}
		return hits, err
	}
}

// searchIn asks e, if there is any, for what it has of the articles as they
// were, and indexes in memory what it has not.
func (s *snapshot) searchIn(ctx context.Context, e *engine.Index, shelves []*shelf, text string, k int) ([]engine.Hit, error) {
	rank := rankOf(shelves)
	parts := make([]part, len(shelves))
	var hits []engine.Hit
	if e == nil {
		for i, sh := range shelves {
			parts[i] = part{shelf: sh, missing: sh.ids()}
		}
	} else {
		err := e.At(ctx, func(m *engine.Moment) error {
			var scopes, languages []string
			for i, sh := range shelves {
				p, err := s.partOf(e, m, sh)
				if err != nil {
					return err
				}
				parts[i] = p
				if len(p.missing) < len(sh.order) {
					scopes, languages = append(scopes, p.scope), append(languages, p.languages...)
				}
			}
			slices.Sort(languages)
			found, err := m.Search(scopes, engine.Terms(text, slices.Compact(languages)), k, rank)
			for _, h := range found {
				if slices.ContainsFunc(parts, func(p part) bool { return p.has(h.Article) }) {
					hits = append(hits, h)
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, p := range parts {
		if len(p.missing) == 0 {
			continue
		}
		overlay, err := p.overlay(s.library)
		if err != nil {
			return nil, err
		}
		more, err := overlay.Search(ctx, text, k)
		if err != nil {
			return nil, err
		}
		hits = append(hits, more...)
	}
	slices.SortFunc(hits, engine.InOrder(rank))
	return hits[:min(k, len(hits))], nil
}

// rankOf gives the order of all articles of shelves.
func rankOf(shelves []*shelf) map[string]int {
	if len(shelves) == 1 {
		return shelves[0].rank
	}
	// Copied rather than looked up in turn: two full shelves are the rare case,
	// and the house is small.
	rank := map[string]int{}
	for i, sh := range shelves {
		for id, n := range sh.rank {
			rank[id] = n + i<<32
		}
	}
	return rank
}

// part is what an index at one moment has of a shelf.
type part struct {
	shelf     *shelf
	scope     string
	indexed   map[string]card
	languages []string
	missing   []string // ids that it has not, or in another state
}

// partOf tells what e has of sh at one moment. That is known
// without looking as long as nothing was written for the server since.
func (s *snapshot) partOf(e *engine.Index, m *engine.Moment, sh *shelf) (part, error) {
	if e == sh.engine && s.library.server(sh.guild).written.Load() == sh.written {
		return part{sh, sh.scope(), sh.indexed, sh.languages, sh.missing}, nil
	}
	g, err := s.library.records.Guild(sh.guild)
	if err != nil {
		return part{}, err
	}
	p := part{shelf: sh, scope: scopeKey(sh.guild, serving(g))}
	if p.indexed, err = cardsAt(m, p.scope); err != nil {
		return part{}, err
	}
	p.missing, p.languages = sh.compare(p.indexed)
	return p, nil
}

// has reports whether the index has an article as it is on the shelf.
func (p part) has(id string) bool {
	e, ok := p.shelf.entry(id)
	return ok && p.indexed[id].Stamp == e.stamp
}

// overlay searches what is missing, in memory.
func (p part) overlay(l *Library) (*Scope, error) {
	if slices.Equal(p.missing, p.shelf.missing) {
		return p.shelf.overlay()
	}
	return l.newOverlay(p.shelf, p.missing)
}

// maxOverlay is how many articles are indexed in memory to answer a question
// before the index on disk is made again: about 1 ms each, once. A crash may
// lose as many from the index; see package engine.
const maxOverlay = 200

// newOverlay indexes in memory what the index on disk lacks of a shelf.
func (l *Library) newOverlay(sh *shelf, missing []string) (*Scope, error) {
	if len(missing) > maxOverlay {
		return nil, &IndexingError{Done: len(sh.order) - len(missing), Total: len(sh.order)}
	}
	var articles []*corpus.Article
	for _, id := range missing {
		e, _ := sh.entry(id)
		a, err := l.records.Kept(sh.guild, id, e.revision)
		if errors.Is(err, store.ErrDamaged) {
			// No other article should suffer, and whoever reads this one is told.
			l.log.LogAttrs(context.Background(), slog.LevelWarn, "an article cannot be read", because(err), slog.String("guild", sh.guild), slog.String("article", id))
			continue
		}
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	s, err := Memory(articles...)
	if err != nil {
		return nil, fmt.Errorf("index missing articles of %s in memory: %w", sh.guild, err)
	}
	return s, nil
}
