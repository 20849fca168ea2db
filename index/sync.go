package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/verbatim-bot/verbatim/index/engine"
)

// Sync brings a server's share of the index up to its records: articles that
// are new or changed there are indexed, those that are gone are dropped.
// When it returns nil, questions are answered from exactly the records as
// they were when it was called, or later. It costs one batch (2 ms) for a
// change of one article, nothing when nothing has changed, and can be
// repeated. An index that is being replaced is waited for, and one that fails
// now is tried again in its replacement. When Sync fails, the records still
// hold, and the next Sync or the next question after a restart sets the index
// right.
func (l *Library) Sync(ctx context.Context, guild string) error {
	var err error
	for range syncTries {
		var e *engine.Index
		if e, err = l.ready(ctx); err != nil {
			break
		}
		if err = l.syncIn(ctx, e, guild); !errors.Is(err, engine.ErrClosed) && !isDamage(err) {
			break
		}
		l.failed(e, err)
	}
	if err != nil {
		return fmt.Errorf("sync %s: %w", guild, err)
	}
	return nil
}

// syncTries is how often a Sync is tried when the index fails under it. What
// fails twice (a full disk) fails again.
const syncTries = 2

func (l *Library) syncIn(ctx context.Context, e *engine.Index, guild string) error {
	s := l.server(guild)
	s.write.Lock()
	defer s.write.Unlock()
	w := changing(e, s)
	sh, err := l.sync(ctx, w, guild)
	if err == nil {
		err = w.flush(ctx)
	}
	if err != nil {
		l.shelves.remove(guild) // some of it may be written
		return err
	}
	l.keep(l.flushed(sh))
	return nil
}

// sync gathers in w what guild's serving generation lacks, and gives the
// shelf that holds once w is flushed. The caller holds the server's write.
func (l *Library) sync(ctx context.Context, w *changes, guild string) (*shelf, error) {
	g, order, err := l.state(guild)
	if err != nil {
		return nil, err
	}
	var indexed map[string]card
	if sh, ok := l.shelves.get(guild); ok && sh.engine == w.index && sh.generation == serving(g) {
		indexed = sh.indexed
	} else if indexed, err = cardsOf(ctx, w.index, scopeKey(guild, serving(g))); err != nil {
		return nil, err
	}
	now, err := l.update(ctx, w, scopeKey(guild, serving(g)), guild, order, indexed)
	if err != nil {
		return nil, err
	}
	if gone(indexed, now) && g.Generation.Previous > 0 {
		// What was removed must not stay in what is kept to roll back to.
		scope := scopeKey(guild, g.Generation.Previous)
		previous, err := cardsOf(ctx, w.index, scope)
		if err != nil {
			return nil, err
		}
		for id, c := range previous {
			if _, ok := now[id]; !ok {
				w.drop(scope, c)
			}
		}
	}
	return l.newShelf(g, w.index, order, now, 0), nil
}

// flushed is sh, made for what has just been written. The caller holds the
// server's write.
func (l *Library) flushed(sh *shelf) *shelf {
	sh.written = l.server(sh.guild).written.Load()
	return sh
}

// gone reports whether something that was is not there now.
func gone(was, now map[string]card) bool {
	for id := range was {
		if _, ok := now[id]; !ok {
			return true
		}
	}
	return false
}

// update gathers in w the changes that make a scope's articles those of
// order, flushing as it goes, and gives the cards that hold once w is flushed.
func (l *Library) update(ctx context.Context, w *changes, scope, guild string, order []entry, indexed map[string]card) (map[string]card, error) {
	now := make(map[string]card, len(order))
	for _, e := range order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		old, ok := indexed[e.id]
		if ok && old.Stamp == e.stamp {
			now[e.id] = old
			continue
		}
		d, err := l.document(documentKey{guild, e.id, e.stamp, e.revision}, e.fixes)
		if err != nil {
			// Removed a moment ago, or damaged: the others are indexed all the same.
			if !errors.Is(err, ErrNoArticle) {
				l.log.LogAttrs(context.Background(), slog.LevelWarn, "an article cannot be read and is not indexed", because(err), slog.String("guild", guild), slog.String("article", e.id))
			}
			continue
		}
		c, err := w.put(scope, d, e.stamp, old.Paragraphs)
		if err != nil {
			return nil, err
		}
		now[e.id] = c
		if w.Full() {
			if err := w.flush(ctx); err != nil {
				return nil, err
			}
		}
	}
	for id, c := range indexed {
		if _, ok := now[id]; !ok {
			w.drop(scope, c)
		}
	}
	return now, nil
}

// Forget takes all that the index holds of a server out of it, whatever the
// records say: call it after the server's records were purged.
func (l *Library) Forget(ctx context.Context, guild string) error {
	s := l.server(guild)
	s.write.Lock()
	defer s.write.Unlock()
	e, err := l.ready(ctx)
	if err != nil {
		return fmt.Errorf("forget %s: %w", guild, err)
	}
	scopes, err := e.Scopes()
	if err == nil {
		for _, scope := range scopes {
			if g, _, ok := parseScopeKey(scope); ok && g == guild && err == nil {
				err = l.dropScope(ctx, e, scope)
			}
		}
	}
	l.shelves.remove(guild)
	if err != nil {
		l.failed(e, err)
		return fmt.Errorf("forget %s: %w", guild, err)
	}
	return nil
}

// Compact makes the index forget on disk what was dropped from it: until a
// segment is merged, dropped passages are marked, not gone. It takes about a
// second for 100 MB; questions go on meanwhile.
func (l *Library) Compact(ctx context.Context) error {
	e, err := l.ready(ctx)
	if err != nil {
		return fmt.Errorf("compact index: %w", err)
	}
	if err := e.Compact(ctx); err != nil {
		l.failed(e, err)
		return fmt.Errorf("compact index: %w", err)
	}
	return nil
}

// dropScope deletes one generation of a server.
func (l *Library) dropScope(ctx context.Context, e *engine.Index, scope string) error {
	cards, err := cardsOf(ctx, e, scope)
	if err != nil {
		return err
	}
	w := changing(e)
	if guild, _, ok := parseScopeKey(scope); ok {
		w.servers = append(w.servers, l.server(guild))
	}
	for _, c := range cards {
		w.drop(scope, c)
		if w.Full() {
			if err := w.flush(ctx); err != nil {
				return err
			}
		}
	}
	return w.flush(ctx)
}
