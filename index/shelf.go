package index

import (
	"context"
	"log/slog"
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// shelf is a server's share of the index as it was at one version of the
// records. It never changes.
type shelf struct {
	guild      string
	version    uint64 // of the records, see store.Guild
	generation uint64
	engine     *engine.Index // that the cards were read from; nil when there is none
	written    uint64        // server.written when they were
	order      []entry       // of the records
	rank       map[string]int
	indexed    map[string]card // all that the index has, stale ones too
	languages  []string        // of those that are up to date, sorted
	// missing are the ids that the index lacks or has an older state of.
	missing []string
	// overlay searches the missing articles, in memory.
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
func (sh *shelf) fresh(g store.Guild, e *engine.Index) bool {
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
// now. Only the first use of a server reads from the index, and only the first
// after an act from the records. Nobody waits for writers: what they have not
// written yet is missing.
func (l *Library) shelf(ctx context.Context, e *engine.Index, guild string) (*shelf, error) {
	g, err := l.records.Guild(guild)
	if err != nil {
		return nil, err
	}
	if sh, ok := l.shelves.get(guild); ok && sh.fresh(g, e) {
		return sh, nil
	}
	s := l.server(guild)
	s.load.Lock()
	defer s.load.Unlock()
	sh, err := l.readShelf(ctx, guild, e)
	if err != nil {
		return nil, err
	}
	if e != nil && (len(sh.missing) > 0 || len(sh.indexed) > len(sh.order)) {
		l.refresh(guild, sh.version)
	}
	return sh, nil
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

// readShelf makes the shelf of a guild from the records and from what e holds of
// the serving generation, and keeps it.
func (l *Library) readShelf(ctx context.Context, guild string, e *engine.Index) (*shelf, error) {
	g, order, err := l.state(guild)
	if err != nil {
		return nil, err
	}
	kept, ok := l.shelves.get(guild)
	if ok && kept.fresh(g, e) {
		return kept, nil // made while this waited
	}
	ok = ok && kept.engine == e && kept.generation == serving(g)
	written := l.server(guild).written.Load()
	var indexed map[string]card
	switch {
	case ok:
		written, indexed = kept.written, kept.indexed
	case e != nil:
		if indexed, err = cardsOf(ctx, e, scopeKey(guild, serving(g))); err != nil {
			if ctx.Err() != nil {
				return nil, err
			}
			l.failed(e, err) // and this question goes by the records
		}
	}
	sh := l.newShelf(g, e, order, indexed, written)
	if ok && len(sh.missing) > maxOverlay && len(kept.missing) <= maxOverlay {
		// Very many articles are being added: until they are indexed they are not
		// there yet, instead of nothing being there.
		return l.newShelf(g, e, slices.DeleteFunc(order, func(x entry) bool {
			was, ok := kept.entry(x.id)
			return !ok || was.stamp != x.stamp
		}), indexed, written), nil
	}
	l.keep(sh)
	return sh, nil
}

// newShelf makes the shelf of g, whose articles are order in the records and
// were indexed in e when so much was written.
func (l *Library) newShelf(g store.Guild, e *engine.Index, order []entry, indexed map[string]card, written uint64) *shelf {
	sh := &shelf{
		guild: g.ID, version: g.Version, generation: serving(g), engine: e, written: written,
		order: order, rank: make(map[string]int, len(order)), indexed: indexed,
	}
	for i, entry := range order {
		sh.rank[entry.id] = i
	}
	sh.missing, sh.languages = sh.compare(indexed)
	sh.overlay = sync.OnceValues(func() (*Scope, error) { return l.newOverlay(sh, sh.missing) })
	sh.speakers = sync.OnceValue(sh.countSpeakers)
	sh.headings = sync.OnceValue(sh.listHeadings)
	return sh
}

// compare tells which articles cards lack or have an older state of, and the
// languages of the others, sorted.
func (sh *shelf) compare(cards map[string]card) (missing, languages []string) {
	for _, e := range sh.order {
		if c := cards[e.id]; c.Stamp != e.stamp {
			missing = append(missing, e.id)
		} else if !slices.Contains(languages, c.Language) {
			languages = append(languages, c.Language)
		}
	}
	slices.Sort(languages)
	return missing, languages
}

// ids lists the articles.
func (sh *shelf) ids() []string {
	out := make([]string, len(sh.order))
	for i, e := range sh.order {
		out[i] = e.id
	}
	return out
}

// state gives a server and its articles as the records have them, all of one
// moment.
func (l *Library) state(guild string) (store.Guild, []entry, error) {
	for {
		g, err := l.records.Guild(guild)
		if err != nil {
			return g, nil, err
		}
		order, err := l.entries(guild)
		if err != nil {
			return g, nil, err
		}
		// Acts are seldom, and each raises the version.
		if now, err := l.records.Guild(guild); err != nil || now.Version == g.Version {
			return g, order, err
		}
	}
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

// union is a server's shelf and the house's seen together: what takes too long
// to put together again for every key that somebody presses.
type union struct {
	own, house *shelf
	headings   func() []Heading
	speakers   func() []Speaker
}

// union gives two shelves together, the same as last time unless one of them
// has changed since.
func (l *Library) union(own, house *shelf) *union {
	if u, ok := l.unions.get(own.guild); ok && u.own == own && u.house == house {
		return u
	}
	u := &union{
		own: own, house: house,
		headings: sync.OnceValue(func() []Heading { return slices.Concat(own.headings(), house.headings()) }),
		speakers: sync.OnceValue(func() []Speaker { return mergeSpeakers(own.speakers(), house.speakers()) }),
	}
	l.unions.put(own.guild, u, own.cost()+house.cost())
	return u
}
