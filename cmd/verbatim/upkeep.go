package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// upkeep begins what goes on beside the answers, until ctx ends: the house
// articles follow their folder, and what has been kept long enough goes. Of
// several processes one does each. Of a single one the house articles are taken
// over when upkeep returns.
func (d *dataFolder) upkeep(ctx context.Context, work *sync.WaitGroup, c config.Config, others *among, log *slog.Logger) error {
	if others != nil {
		work.Go(func() { others.Job(ctx, jobKeeper, func(ctx context.Context) { others.keep(ctx, d) }) })
		work.Go(func() { d.compactDaily(ctx, log) })
		if c.Articles != "" {
			work.Go(func() { others.compareFolders(ctx, c.Articles) })
			work.Go(func() {
				others.Job(ctx, jobHouse, func(ctx context.Context) {
					follow, err := d.beginHouse(ctx, c.Articles, log)
					report(ctx, log, "house articles", err)
					follow()
				})
			})
		}
		return nil
	}
	work.Go(func() { d.purgeDaily(ctx, log) })
	if c.Articles == "" {
		return nil
	}
	follow, err := d.beginHouse(ctx, c.Articles, log)
	if err == nil {
		work.Go(follow)
	}
	return err
}

// beginHouse takes over what is in the folder of the house articles; follow then
// does so with every change, until ctx ends.
func (d *dataFolder) beginHouse(ctx context.Context, folder string, log *slog.Logger) (follow func(), err error) {
	h := &house{folder: folder, records: d.records, log: log}
	w, err := h.watcher()
	report(ctx, log, "house articles", err)
	err = d.syncHouse(ctx, h)
	return func() {
		h.watch(ctx, w, func() { report(ctx, log, "house articles", d.syncHouse(ctx, h)) })
	}, err
}

// awayPause is how long the house articles wait for NATS between two attempts.
const awayPause = 10 * time.Second

// syncHouse takes over what changed in the folder of the house articles. Where
// the records are shared and cannot be changed now, it waits until they can.
func (d *dataFolder) syncHouse(ctx context.Context, h *house) error {
	for {
		changed, err := h.sync(ctx)
		if changed > 0 {
			err = errors.Join(err, d.library.Sync(ctx, store.House))
			h.log.LogAttrs(ctx, slog.LevelInfo, "house articles", slog.Int("changed", changed))
		}
		if !errors.Is(err, store.ErrAway) && !errors.Is(err, store.ErrUnsure) || !cluster.Wait(ctx, awayPause) {
			return err
		}
	}
}

// purgeDaily takes away what has been kept long enough, at once and then every
// day, until ctx ends.
func (d *dataFolder) purgeDaily(ctx context.Context, log *slog.Logger) {
	for {
		report(ctx, log, "purge", d.purge(ctx, log))
		if !cluster.Wait(ctx, 24*time.Hour) {
			return
		}
	}
}

// compactDaily takes out of the index what another process has taken away for
// good, every day until ctx ends.
func (d *dataFolder) compactDaily(ctx context.Context, log *slog.Logger) {
	for cluster.Wait(ctx, 24*time.Hour) {
		report(ctx, log, "purge", d.library.Compact(ctx))
	}
}

func (d *dataFolder) purge(ctx context.Context, log *slog.Logger) error {
	gone, err := d.records.Purge(time.Now())
	for _, guild := range gone.Guilds {
		err = errors.Join(err, d.library.Forget(ctx, guild))
	}
	if gone.Articles > 0 || len(gone.Guilds) > 0 {
		err = errors.Join(err, d.library.Compact(ctx))
		log.LogAttrs(ctx, slog.LevelInfo, "purged", slog.Int("articles", gone.Articles), slog.Int("servers", len(gone.Guilds)))
	}
	return err
}
