package index

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// shelf is a server's share of the index as it was at one version of the
// records. It never changes.
type shelf struct {
	guild      string
	version    uint64 // of the records, see store.Guild
	generation uint64
	engine     *engine // that the cards were read from; nil when there is none
	order      []entry // of the records
	rank       map[string]int
	indexed    map[string]card // all that the index has, stale ones too
	languages  []string        // of those that are up to date, sorted
	// missing are the ids that the index lacks or has an older state of.
	missing []string
	// overlay searches the missing articles, in memory; see newOverlay.
	overlay  func() (*Scope, error)
	speakers func() []Speaker
	headings func() []Heading
}

// entry is an article of the records.
type entry struct {
	id       string
	heading  Heading
	revision int
	stamp    string
	fixes    []store.Fix
}

func (sh *shelf) scope() string { return scopeKey(sh.guild, sh.generation) }

// fresh reports whether sh shows what the records and the index hold now.
func (sh *shelf) fresh(g store.Guild, e *engine) bool {
	return sh.version == g.Version && sh.generation == serving(g) && sh.engine == e
}

// countSpeakers adds up the speakers of the cards that are up to date.
func (sh *shelf) countSpeakers() []Speaker {
	var lists [][]Speaker
	for _, e := range sh.order {
		if c := sh.indexed[e.id]; c.Stamp == e.stamp {
			lists = append(lists, c.speakers())
		}
	}
	return mergeSpeakers(lists...)
}

// shelf gives the guild's shelf of the index e, which is nil when there is none
// now. A stale one (see shelf.fresh) is given while
// a new one is being made, so that readers do not wait for writers; what it
// names must be checked against the records. Only the first use of a server
// reads from disk, and while there is no index, the first after each act.
func (l *Library) shelf(ctx context.Context, e *engine, guild string) (sh *shelf, fresh bool, err error) {
	g, err := l.records.Guild(guild)
	if err != nil {
		return nil, false, err
	}
	sh, ok := l.shelves.get(guild)
	switch {
	case ok && sh.fresh(g, e):
		return sh, true, nil
	case ok && e != nil && sh.engine == e:
		l.refresh(guild, g.Version)
		return sh, false, nil
	}
	s := l.server(guild)
	s.load.Lock()
	defer s.load.Unlock()
	if sh, ok := l.shelves.get(guild); ok && sh.engine == e && (e != nil || sh.fresh(g, e)) {
		return sh, sh.fresh(g, e), nil
	}
	sh, err = l.readShelf(ctx, g, e)
	if err != nil {
		return nil, false, err
	}
	// An act may have come while this was read, for the house by way of another
	// server's question. Then what its Sync keeps must not be put out by this.
	if now, err := l.records.Guild(guild); err != nil || now.Version != g.Version {
		return sh, false, err
	}
	l.keep(sh)
	if e != nil && (len(sh.missing) > 0 || len(sh.indexed) > len(sh.order)) {
		l.refresh(guild, g.Version)
	}
	return sh, true, nil
}

// refresh brings a server's share of the index up to the records in the
// background. It is tried once for each version of the records: what fails
// then (a damaged record, a full disk) fails again.
func (l *Library) refresh(guild string, version uint64) {
	s := l.server(guild)
	if s.refreshed.Swap(version+1) == version+1 {
		return
	}
	l.start(func(ctx context.Context) {
		if err := l.Sync(ctx, guild); err != nil && ctx.Err() == nil {
			l.log.LogAttrs(context.Background(), slog.LevelWarn, "a server is not fully indexed", because(err), slog.String("guild", guild))
		}
	})
}

func (l *Library) keep(sh *shelf) { l.shelves.put(sh.guild, sh, sh.cost()) }

// cost estimates the memory that sh holds, in bytes.
func (sh *shelf) cost() int {
	n := 1<<10 + 300*len(sh.order)
	for _, c := range sh.indexed {
		n += 400 + 150*len(c.Speakers)
	}
	return n
}

// readShelf makes the shelf of g from the records and from what e holds of
// the serving generation.
func (l *Library) readShelf(ctx context.Context, g store.Guild, e *engine) (*shelf, error) {
	order, err := l.entries(g.ID)
	if err != nil {
		return nil, err
	}
	var indexed map[string]card
	if e != nil {
		if indexed, err = e.cards(ctx, scopeKey(g.ID, serving(g))); err != nil {
			if ctx.Err() != nil {
				return nil, err
			}
			l.failed(e, err) // and this question goes by the records
		}
	}
	return l.newShelf(g, e, order, indexed), nil
}

// newShelf makes the shelf of g, whose articles are order in the records and
// indexed in e.
func (l *Library) newShelf(g store.Guild, e *engine, order []entry, indexed map[string]card) *shelf {
	sh := &shelf{
		guild: g.ID, version: g.Version, generation: serving(g), engine: e,
		order: order, rank: make(map[string]int, len(order)), indexed: indexed,
	}
	for i, entry := range order {
		sh.rank[entry.id] = i
		if c := indexed[entry.id]; c.Stamp != entry.stamp {
			sh.missing = append(sh.missing, entry.id)
		} else {
			if !slices.Contains(sh.languages, c.Language) {
				sh.languages = append(sh.languages, c.Language)
			}
		}
	}
	slices.Sort(sh.languages)
	sh.overlay = sync.OnceValues(func() (*Scope, error) { return l.newOverlay(sh) })
	sh.speakers = sync.OnceValue(sh.countSpeakers)
	sh.headings = sync.OnceValue(sh.listHeadings)
	return sh
}

// entries lists a server's articles as the records have them.
func (l *Library) entries(guild string) ([]entry, error) {
	records, err := l.records.Articles(guild)
	if err != nil {
		return nil, err
	}
	fixes, err := l.records.Fixes(guild)
	if err != nil {
		return nil, err
	}
	of := map[string][]store.Fix{}
	for _, f := range fixes {
		of[f.Article] = append(of[f.Article], f)
	}
	entries := make([]entry, len(records))
	for i, r := range records {
		entries[i] = entry{id: r.ID, heading: headingOf(r), revision: r.Revision, stamp: stamp(r, of[r.ID]), fixes: of[r.ID]}
	}
	return entries, nil
}

// maxOverlay is how many articles are indexed in memory to answer a question
// before the index on disk is made again: about 1 ms each, once.
const maxOverlay = 200

// newOverlay indexes in memory what the index on disk lacks.
func (l *Library) newOverlay(sh *shelf) (*Scope, error) {
	if len(sh.missing) > maxOverlay {
		return nil, &IndexingError{Done: len(sh.order) - len(sh.missing), Total: len(sh.order)}
	}
	var articles []*corpus.Article
	for _, id := range sh.missing {
		a, err := l.records.Article(sh.guild, id)
		if err != nil {
			// Removed since, or damaged: then no other article should suffer.
			l.log.LogAttrs(context.Background(), slog.LevelWarn, "an article cannot be read", because(err), slog.String("guild", sh.guild), slog.String("article", id))
			continue
		}
		articles = append(articles, a)
	}
	s, err := Memory(articles...)
	if err != nil {
		return nil, fmt.Errorf("index missing articles of %s in memory: %w", sh.guild, err)
	}
	return s, nil
}
