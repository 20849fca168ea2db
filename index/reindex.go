package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// Stage is what a reindexing is at.
type Stage string

const (
	Building Stage = "building" // passages and quotes are made anew
	Checking Stage = "checking" // each article is looked up in the new generation
)

// Progress says how far a reindexing is.
type Progress struct {
	Stage Stage
	Done  int // articles
	Total int
}

// Report says what a reindexing did.
type Report struct {
	Generation uint64 // that serves now; the old one, when nothing was switched
	Articles   int
	Passages   int
	Quotes     int
	Took       time.Duration
	Changes    []Change    // articles whose quotes are not what they were
	Lost       []store.Fix // fixes whose words are no longer there
	Skipped    []string    // ids of articles whose records cannot be read
}

// Change is what a reindexing changed about one article.
type Change struct {
	Article             string
	QuotesWas, QuotesIs int
	New, Gone           []string // names of speakers
}

// Reindex makes guild's share of the index anew from its records, as a new
// generation beside the serving one, which serves until the new one is whole
// and checked: every article has its card and its passages, is found by its
// own words, and every Ref of every quote can be cut. Then the serving
// generation is switched in the records, by the person by, and the old one is
// kept for [Library.Rollback]. progress is told after every article, from
// this goroutine.
//
// When ctx ends or anything fails, the old generation goes on serving and the
// new one is taken away; so it is when the process dies. It fails with
// [ErrBusy] when the server is being reindexed already.
func (l *Library) Reindex(ctx context.Context, guild, by string, progress func(Progress)) (Report, error) {
	s := l.server(guild)
	if !s.reindex.TryLock() {
		return Report{}, fmt.Errorf("reindex %s: %w", guild, ErrBusy)
	}
	defer s.reindex.Unlock()
	e, err := l.ready(ctx)
	if err != nil {
		return Report{}, fmt.Errorf("reindex %s: %w", guild, err)
	}
	r := &reindexing{library: l, engine: e, guild: guild, by: by, progress: progress, start: time.Now()}
	report, err := r.run(ctx)
	if err != nil {
		l.failed(e, err)
		return report, fmt.Errorf("reindex %s: %w", guild, err)
	}
	return report, nil
}

// reindexing is one run of [Library.Reindex].
type reindexing struct {
	library  *Library
	engine   *engine.Index
	guild    string
	by       string
	progress func(Progress)
	start    time.Time
	scope    string // of the new generation
	report   Report
}

func (r *reindexing) run(ctx context.Context) (Report, error) {
	g, err := r.library.records.Guild(r.guild)
	if err != nil {
		return r.report, err
	}
	r.report.Generation = serving(g)
	next := max(g.Generation.Last, serving(g)) + 1
	r.scope = scopeKey(r.guild, next)
	// A run that was killed may have left some of the same number.
	if err := r.library.dropScope(ctx, r.engine, r.scope); err != nil {
		return r.report, err
	}
	err = r.build(ctx, next)
	if err != nil {
		// ctx may be why; what is left behind is taken away all the same.
		if err := r.library.dropScope(context.WithoutCancel(ctx), r.engine, r.scope); err != nil {
			r.library.log.LogAttrs(context.Background(), slog.LevelWarn, "a broken-off generation was not taken away", because(err), slog.String("guild", r.guild))
		}
		return r.report, err
	}
	r.report.Took = time.Since(r.start)
	if g.Generation.Previous > 0 {
		r.library.start(func(ctx context.Context) {
			if err := r.library.tidyScope(ctx, r.engine, r.guild, g.Generation.Previous); err != nil && ctx.Err() == nil {
				r.library.log.LogAttrs(ctx, slog.LevelWarn, "an old generation was not taken away", because(err), slog.String("guild", r.guild))
				r.library.failed(r.engine, err)
			}
		})
	}
	return r.report, nil
}

// build fills, checks and switches to the new generation.
func (r *reindexing) build(ctx context.Context, next uint64) error {
	order, err := r.library.entries(r.guild)
	if err != nil {
		return err
	}
	w := changing(r.engine)
	cards, err := r.fill(ctx, w, order, nil)
	if err != nil {
		return err
	}
	if err := r.check(ctx, order, cards); err != nil {
		return err
	}
	return r.switchTo(ctx, w, next, cards)
}

// fill indexes order into the new generation, as far as have does not show
// that it is there, and gives the cards of all.
func (r *reindexing) fill(ctx context.Context, w *changes, order []entry, have map[string]card) (map[string]card, error) {
	cards := make(map[string]card, len(order))
	for i, e := range order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		old, ok := have[e.id]
		if ok && old.Stamp == e.stamp {
			cards[e.id] = old
			continue
		}
		d, err := r.document(e)
		switch {
		case errors.Is(err, ErrNoArticle):
			continue // removed since; switchTo goes by the records of then
		case errors.Is(err, store.ErrDamaged):
			r.report.Skipped = append(r.report.Skipped, e.id)
			continue
		case err != nil:
			return nil, err
		}
		if cards[e.id], err = w.put(r.scope, d, e.stamp, old.Paragraphs); err != nil {
			return nil, err
		}
		if w.Full() {
			if err := w.flush(ctx); err != nil {
				return nil, err
			}
		}
		r.progress(Progress{Building, i + 1, len(order)})
	}
	for id, c := range have {
		if _, ok := cards[id]; !ok {
			w.drop(r.scope, c)
		}
	}
	return cards, w.flush(ctx)
}

// document reads an article, finds its quotes and opens every Ref of them.
func (r *reindexing) document(e entry) (*Document, error) {
	a, err := r.library.records.Revision(r.guild, e.id, e.revision)
	if err != nil {
		return nil, notThere(err)
	}
	x, lost := fixed(a, r.library.quotesOf(a), e.fixes)
	r.report.Lost = append(r.report.Lost, lost...)
	for _, q := range x.Quotes {
		for _, ref := range []corpus.Ref{q.Ref, q.Mention, q.Cue} {
			if ref == (corpus.Ref{}) {
				continue
			}
			if _, err := a.Cut(ref); err != nil {
				return nil, fmt.Errorf("a quote of %s: %w", e.id, err)
			}
		}
	}
	return &Document{Article: a, Quotes: x}, nil
}

// switchTo adds what has changed in the records since, and makes the new
// generation the serving one. Only here writers of the server wait.
func (r *reindexing) switchTo(ctx context.Context, w *changes, next uint64, cards map[string]card) error {
	l := r.library
	s := l.server(r.guild)
	s.write.Lock()
	defer s.write.Unlock()
	g, order, err := l.state(r.guild)
	if err != nil {
		return err
	}
	if cards, err = r.fill(ctx, w, order, cards); err != nil {
		return err
	}
	old, err := cardsOf(ctx, r.engine, scopeKey(r.guild, serving(g)))
	if err != nil {
		return err
	}
	r.summarise(order, old, cards)
	if err := ctx.Err(); err != nil {
		return err
	}
	g.Generation = store.Generation{
		Serving: next, Previous: serving(g), Last: next,
		Version: g.Version, Schema: strconv.Itoa(schema), Built: time.Now().UTC(),
	}
	if err := l.records.SetGeneration(r.guild, r.by, g.Generation); err != nil {
		return err
	}
	r.report.Generation = next
	l.keep(l.flushed(l.newShelf(g, r.engine, order, cards, 0)))
	return nil
}

// summarise fills the report from the cards of the old and new generation.
func (r *reindexing) summarise(order []entry, old, cards map[string]card) {
	r.report.Articles, r.report.Passages, r.report.Quotes, r.report.Changes = len(cards), 0, 0, nil
	for _, e := range order {
		c, ok := cards[e.id]
		if !ok {
			continue
		}
		r.report.Passages += c.Paragraphs
		r.report.Quotes += c.Quotes
		was := old[e.id]
		change := Change{Article: e.id, QuotesWas: was.Quotes, QuotesIs: c.Quotes, New: without(c.Speakers, was.Speakers), Gone: without(was.Speakers, c.Speakers)}
		if was.Quotes != c.Quotes || len(change.New)+len(change.Gone) > 0 {
			r.report.Changes = append(r.report.Changes, change)
		}
	}
}

// without lists the names of those in all who are not in others.
func without(all, others []Speaker) []string {
	var names []string
	for _, s := range all {
		if !slices.ContainsFunc(others, func(o Speaker) bool { return o.Name == s.Name }) {
			names = append(names, s.Name)
		}
	}
	return names
}

// check compares the new generation with what was put into it.
func (r *reindexing) check(ctx context.Context, order []entry, cards map[string]card) error {
	stored, err := cardsOf(ctx, r.engine, r.scope)
	if err != nil {
		return err
	}
	want := 0
	for id, c := range cards {
		want += c.Paragraphs
		if stored[id].Stamp != c.Stamp {
			return &engine.Damage{Err: fmt.Errorf("article %s is not in generation %s", id, r.scope)}
		}
	}
	have, err := r.engine.Passages(ctx, r.scope)
	if err != nil {
		return err
	}
	if len(stored) != len(cards) || have != want {
		return &engine.Damage{Err: fmt.Errorf("generation %s has %d articles with %d passages instead of %d with %d", r.scope, len(stored), have, len(cards), want)}
	}
	for i, e := range order {
		if _, ok := cards[e.id]; !ok {
			continue
		}
		if err := r.probe(ctx, e); err != nil {
			return err
		}
		r.progress(Progress{Checking, i + 1, len(order)})
	}
	return nil
}

// probe asks for an article's longest paragraph by its own words.
func (r *reindexing) probe(ctx context.Context, e entry) error {
	a, err := r.library.records.Revision(r.guild, e.id, e.revision)
	if err != nil {
		if err = notThere(err); errors.Is(err, ErrNoArticle) {
			return nil
		}
		return err
	}
	n := longest(a)
	found, err := r.engine.Finds(ctx, r.scope, a, n)
	if err != nil {
		return err
	}
	if !found {
		return &engine.Damage{Err: fmt.Errorf("%s¶%d is not found by its own words in generation %s", e.id, n, r.scope)}
	}
	return nil
}

// longest is the number of the longest paragraph.
func longest(a *corpus.Article) int {
	n := 1
	for i, p := range a.Paragraphs {
		if len(p.Text) > len(a.Paragraphs[n-1].Text) {
			n = i + 1
		}
	}
	return n
}
