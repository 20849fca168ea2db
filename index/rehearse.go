package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Rehearse tells what [Library.Reindex] would change, and writes nothing. With
// only it looks at that one article. It fails with [ErrNoArticle] when that is
// not there.
func (l *Library) Rehearse(ctx context.Context, guild, only string, progress func(Progress)) (Report, error) {
	r, _, err := l.read(ctx, guild, only, progress, func(entry, *Document) {})
	if err != nil {
		return Report{}, fmt.Errorf("rehearse %s: %w", guild, err)
	}
	return r.report, nil
}

// ReindexArticle makes one article's share of the serving generation anew from
// its record. It fails with [ErrNoArticle] when the article is not there, and
// with [ErrBusy] while the server is being reindexed.
func (l *Library) ReindexArticle(ctx context.Context, guild, id string, progress func(Progress)) (Report, error) {
	s := l.server(guild)
	if !s.reindex.TryLock() {
		return Report{}, fmt.Errorf("reindex %s of %s: %w", id, guild, ErrBusy)
	}
	defer s.reindex.Unlock()
	s.write.Lock()
	defer s.write.Unlock()
	report, err := l.reindexArticle(ctx, guild, id, progress)
	if err != nil {
		return Report{}, fmt.Errorf("reindex %s of %s: %w", id, guild, err)
	}
	return report, nil
}

func (l *Library) reindexArticle(ctx context.Context, guild, id string, progress func(Progress)) (Report, error) {
	e, err := l.ready(ctx)
	if err != nil {
		return Report{}, err
	}
	var now entry
	var d *Document
	r, old, err := l.read(ctx, guild, id, progress, func(e entry, read *Document) { now, d = e, read })
	if err != nil {
		return Report{}, err
	}
	if d == nil {
		return Report{}, fmt.Errorf("%w: %q", ErrNoArticle, id) // removed meanwhile, or its record is damaged
	}
	w := changing(e, l.server(guild))
	scope := scopeKey(guild, r.report.Generation)
	c, err := w.put(scope, d, now.stamp, old[id].Paragraphs)
	if err != nil {
		return Report{}, err
	}
	if err := w.flush(ctx); err != nil {
		l.failed(e, err)
		return Report{}, err
	}
	l.documents.remove(documentKey{guild, id, now.stamp, now.revision})
	g, order, err := l.state(guild)
	if err != nil {
		return Report{}, err
	}
	old[id] = c
	l.keep(l.flushed(l.newShelf(g, e, order, old, 0)))
	r.report.Took = time.Since(r.start)
	return r.report, nil
}

// read finds the quotes of a guild's articles, or of one, and compares them
// with what the serving generation has, whose cards it gives too. each is given
// what was read.
func (l *Library) read(ctx context.Context, guild, only string, progress func(Progress), each func(entry, *Document)) (*reindexing, map[string]card, error) {
	e, err := l.ready(ctx)
	if err != nil {
		return nil, nil, err
	}
	r := &reindexing{library: l, engine: e, guild: guild, progress: progress, start: time.Now()}
	g, err := l.records.Guild(guild)
	if err != nil {
		return nil, nil, err
	}
	r.report.Generation = serving(g)
	order, err := l.entries(guild)
	if err != nil {
		return nil, nil, err
	}
	old, err := cardsOf(ctx, e, scopeKey(guild, serving(g)))
	if err != nil {
		l.failed(e, err)
		return nil, nil, err
	}
	if only != "" {
		i := slices.IndexFunc(order, func(e entry) bool { return e.id == only })
		if i < 0 {
			return nil, nil, fmt.Errorf("%w: %q", ErrNoArticle, only)
		}
		order = order[i : i+1]
	}
	cards := map[string]card{}
	for i, x := range order {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		d, err := r.document(x)
		switch {
		case errors.Is(err, ErrNoArticle):
			continue
		case errors.Is(err, store.ErrDamaged):
			r.report.Skipped = append(r.report.Skipped, x.id)
			continue
		case err != nil:
			return nil, nil, err
		}
		cards[x.id] = newCard(d, x.stamp)
		each(x, d)
		progress(Progress{Building, i + 1, len(order)})
	}
	r.summarise(order, old, cards)
	r.report.Took = time.Since(r.start)
	return r, old, nil
}
