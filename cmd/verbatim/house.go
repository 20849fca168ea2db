package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// inFolder is who adds the articles of the folder VERBATIM_ARTICLES, in the
// log and in their records. Their File is the path in that folder, so that the
// folder may move.
const inFolder = "folder"

// house keeps the house articles' records like the files in a folder.
type house struct {
	folder  string
	records *store.Store
	log     *slog.Logger

	byHand map[string]bool // articles that a person removed, not a missing file
	read   uint64          // the newest log entry that byHand knows of
}

// sync makes the records as the files are now and reports how many articles
// changed. A file that cannot be read as an article is logged and leaves its
// record as it was; when the folder itself cannot be read, nothing changes.
// A file that comes back gets its old id. An article that somebody removed
// stays removed, although its file is there, until the file changes or the
// article is restored.
func (h *house) sync(ctx context.Context) (changed int, err error) {
	files, err := walk(h.folder, nil)
	if err != nil {
		return 0, readError(err)
	}
	present, err := h.byFile(h.records.Articles)
	if err != nil {
		return 0, err
	}
	removed, err := h.byFile(h.records.Removed)
	if err != nil {
		return 0, err
	}
	seen := map[string]bool{}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return changed, err
		}
		name, err := filepath.Rel(h.folder, f.path)
		if err != nil {
			return changed, err // unreachable: walk gives paths in the folder
		}
		seen[name] = true
		did, err := h.file(f.path, name, present, removed)
		if errors.Is(err, errUnreadable) {
			h.log.LogAttrs(ctx, slog.LevelWarn, "house article not read", slog.String("file", name), slog.String("cause", err.Error()))
			continue
		}
		if err != nil {
			return changed, err
		}
		if did {
			changed++
		}
	}
	for name, r := range present {
		if seen[name] {
			continue
		}
		if _, err := h.records.Remove(store.House, inFolder, r.ID); err != nil {
			return changed, err
		}
		changed++
	}
	return changed, nil
}

// errUnreadable marks what is wrong with one file only.
var errUnreadable = errors.New("cannot be read as an article")

// file brings the record of one file up to date and reports whether it was
// not.
func (h *house) file(path, name string, present, removed map[string]store.Record) (bool, error) {
	data, err := readFile(path)
	if err != nil {
		return false, fmt.Errorf("%w: %w", errUnreadable, err)
	}
	digest := store.Digest(data)
	r, ok := present[name]
	if ok && r.Digest == digest {
		return false, nil
	}
	if was, gone := removed[name]; !ok && gone && was.Digest == digest {
		if byHand, err := h.removedByHand(was.ID); byHand || err != nil {
			return false, err
		}
	}
	a, err := corpus.Parse(name, data)
	if err != nil {
		return false, fmt.Errorf("%w: %w", errUnreadable, err)
	}
	d := store.Draft{Article: a, Original: data}
	if !ok {
		if r, ok = removed[name]; ok {
			if err := h.records.Restore(store.House, inFolder, r.ID); err != nil {
				return false, err
			}
		}
	}
	switch {
	case !ok:
		_, err = h.records.Add(store.House, inFolder, d)
	case r.Digest != digest:
		_, err = h.records.Replace(store.House, inFolder, r.ID, d)
	}
	return true, err
}

// removedByHand tells whether it was a person who last removed an article. It
// reads what the log has got since the last time.
func (h *house) removedByHand(id string) (bool, error) {
	var entries []store.Entry
	for n := 32; ; n *= 4 {
		var err error
		entries, err = h.records.Log(store.House, n)
		if err != nil {
			return false, err
		}
		if len(entries) < n || entries[n-1].Number <= h.read {
			break
		}
	}
	if h.byHand == nil {
		h.byHand = map[string]bool{}
	}
	for _, e := range slices.Backward(entries) { // oldest first
		if e.Act == store.Removed && e.Number > h.read {
			h.byHand[e.Article] = e.By != inFolder
		}
		h.read = max(h.read, e.Number)
	}
	return h.byHand[id], nil
}

// byFile gives the folder's own articles of a list by their file.
func (h *house) byFile(list func(string) ([]store.Record, error)) (map[string]store.Record, error) {
	rs, err := list(store.House)
	if err != nil {
		return nil, err
	}
	m := map[string]store.Record{}
	for _, r := range rs {
		if r.By == inFolder {
			m[r.File] = r
		}
	}
	return m, nil
}

const (
	// Editors and copies touch a file several times; what settles is read.
	settleTime = 500 * time.Millisecond
	// Some file systems (network ones) tell of no changes.
	lookAgain = 10 * time.Minute
)

// watcher notices from now on what happens in the folder: made before the
// first sync, it misses nothing that happens after it. It fails where the
// system lets nobody watch so many folders; then looking now and then must do.
func (h *house) watcher() (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", h.folder, err)
	}
	if err := h.watchFolders(w); err != nil {
		return nil, errors.Join(fmt.Errorf("watch %s: %w", h.folder, err), w.Close())
	}
	return w, nil
}

// watch calls changed whenever w, which may be nil, has noticed something, and
// now and then all the same, until ctx ends. It closes w.
func (h *house) watch(ctx context.Context, w *fsnotify.Watcher, changed func()) {
	var events <-chan fsnotify.Event
	var faults <-chan error
	if w != nil {
		events, faults = w.Events, w.Errors
		defer func() { _ = w.Close() }() // nothing was written
	}
	again := time.NewTicker(lookAgain)
	defer again.Stop()
	settled := time.NewTimer(0)
	settled.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-events:
			settled.Reset(settleTime)
		case err := <-faults:
			h.log.LogAttrs(ctx, slog.LevelWarn, "watching the house articles", slog.String("cause", err.Error()))
			settled.Reset(settleTime)
		case <-again.C:
			changed()
		case <-settled.C:
			if err := h.watchFolders(w); err != nil {
				h.log.LogAttrs(ctx, slog.LevelWarn, "watching the house articles", slog.String("cause", err.Error()))
			}
			changed()
		}
	}
}

// watchFolders watches the folder and every folder below; one that is watched
// already stays so.
func (h *house) watchFolders(w *fsnotify.Watcher) error {
	return filepath.WalkDir(h.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return w.Add(path)
	})
}
