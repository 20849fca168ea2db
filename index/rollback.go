package index

import (
	"context"
	"fmt"
	"time"

	"github.com/verbatim-bot/verbatim/index/engine"
)

// Rollback makes the generation before the serving one serve again, brought
// up to the records of now, and keeps the other: rolling back twice is back
// where it began. It fails with [ErrNoGeneration] when there is none.
func (l *Library) Rollback(ctx context.Context, guild, by string) error {
	s := l.server(guild)
	if !s.reindex.TryLock() {
		return fmt.Errorf("roll back %s: %w", guild, ErrBusy)
	}
	defer s.reindex.Unlock()
	s.write.Lock()
	defer s.write.Unlock()
	e, err := l.ready(ctx)
	if err != nil {
		return fmt.Errorf("roll back %s: %w", guild, err)
	}
	if err := l.rollback(ctx, e, guild, by); err != nil {
		l.failed(e, err)
		return fmt.Errorf("roll back %s: %w", guild, err)
	}
	return nil
}

func (l *Library) rollback(ctx context.Context, e *engine.Index, guild, by string) error {
	g, order, err := l.state(guild)
	if err != nil {
		return err
	}
	previous := g.Generation.Previous
	if previous == 0 {
		return ErrNoGeneration
	}
	scope := scopeKey(guild, previous)
	have, err := cardsOf(ctx, e, scope)
	if err != nil {
		return err
	}
	if len(have) == 0 && g.Articles > 0 {
		return ErrNoGeneration // the index was lost since; making it anew gives the serving one
	}
	w := changing(e, l.server(guild))
	now, err := l.update(ctx, w, scope, guild, order, have)
	if err != nil {
		return err
	}
	if err := w.flush(ctx); err != nil {
		return err
	}
	g.Generation.Serving, g.Generation.Previous = previous, serving(g)
	g.Generation.Version, g.Generation.Built = g.Version, time.Now().UTC()
	if err := l.records.SetGeneration(guild, by, g.Generation); err != nil {
		return err
	}
	l.keep(l.flushed(l.newShelf(g, e, order, now, 0)))
	return nil
}
