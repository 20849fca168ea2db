package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/cluster/journal"
	"github.com/verbatim-bot/verbatim/cluster/lease"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// What one process does for all.
const (
	jobHouse  = "house"  // it watches the folder of the house articles
	jobKeeper = "keeper" // it takes snapshots, and takes away what has been kept long enough
)

// among is this process among those that share the records.
type among struct {
	*lease.Leases
	journal *journal.Journal
	conn    *cluster.Conn
	log     *slog.Logger

	mu     sync.Mutex
	folder folderState
	differ []string // processes whose folder of house articles is another
}

// folderState is what a process says of its folder of house articles.
type folderState struct {
	Digest string    `json:"digest,omitempty"` // "" = it has none
	Since  time.Time `json:"since,omitzero"`
}

// saying is what a process lets the others know, beside what it runs.
type saying struct {
	Position uint64      `json:"position"`
	Held     int         `json:"held"`
	Waiting  []string    `json:"waiting,omitempty"` // servers, the first waitingTold
	Rebuilt  int         `json:"rebuilt,omitempty"`
	House    folderState `json:"house,omitzero"`
}

const waitingTold = 20

// enter takes part in what the processes share out between them.
func (s *shared) enter(ctx context.Context) (*among, error) {
	a := &among{journal: s.journal, conn: s.conn, log: s.log}
	err := s.patiently(ctx, func() (err error) {
		a.Leases, err = lease.Open(ctx, s.conn.JetStream, lease.Options{
			Name: processName(), Version: readVersion().Version, Log: s.log, Says: a.says,
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("among the processes: %w", err)
	}
	return a, nil
}

func (a *among) says() []byte {
	h := a.journal.Health()
	a.mu.Lock()
	defer a.mu.Unlock()
	raw, _ := json.Marshal(saying{ // numbers and texts
		Position: h.Position, Held: h.Held, Waiting: h.Waiting[:min(len(h.Waiting), waitingTold)], Rebuilt: h.Rebuilt, House: a.folder,
	})
	return raw
}

// shares lets a gateway run its part of the shards.
func (a *among) shares() *gateway.Shares {
	return &gateway.Shares{
		Plan: a.Plan, Hold: a.Hold, May: a.May, Connect: a.Connect, Turn: a.Turn, Budget: a.Budget, Load: a.Load, Save: a.Save,
	}
}

// keepEvery is how often it is looked whether a snapshot is due.
const keepEvery = time.Minute

// keep does the keeper's work, until ctx ends: snapshots, and once a day what
// has been kept long enough, of all servers.
func (a *among) keep(ctx context.Context, d *dataFolder) {
	var purged time.Time
	for {
		if time.Since(purged) > 24*time.Hour {
			// Servers that cannot be fetched now, or wait for a newer program,
			// have their turn tomorrow.
			report(ctx, a.log, "servers to purge", d.holdAll(ctx))
			if err := d.purge(ctx, a.log); err == nil {
				purged = time.Now()
			} else {
				report(ctx, a.log, "purge", err)
			}
		}
		report(ctx, a.log, "snapshots", a.journal.Keep(ctx))
		if !cluster.Wait(ctx, keepEvery) {
			return
		}
	}
}

// folderEvery is how often the folders of house articles are compared; a
// difference younger than folderPatience is a copy under way.
const (
	folderEvery    = time.Minute
	folderPatience = 2 * time.Minute
)

// compareFolders lets the others know what is in the folder of the house
// articles, and finds the processes that have another, until ctx ends.
func (a *among) compareFolders(ctx context.Context, folder string) {
	h := &house{folder: folder, log: a.log}
	w, err := h.watcher()
	report(ctx, a.log, "house articles", err)
	look := func() {
		digest, err := h.digest()
		if err != nil {
			report(ctx, a.log, "house articles", err)
			return
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		if digest != a.folder.Digest {
			a.folder = folderState{digest, time.Now().UTC()}
		}
	}
	look()
	var watching sync.WaitGroup
	watching.Go(func() { h.watch(ctx, w, look) })
	defer watching.Wait()
	for cluster.Wait(ctx, folderEvery) {
		st, err := lease.Read(ctx, a.conn.JetStream)
		if err != nil {
			continue // the journal says that NATS is away
		}
		a.mu.Lock()
		mine := a.folder
		a.mu.Unlock()
		differ := otherFolders(st.Processes, mine)
		a.mu.Lock()
		news := !slices.Equal(differ, a.differ)
		a.differ = differ
		a.mu.Unlock()
		if news && len(differ) > 0 {
			a.log.LogAttrs(ctx, slog.LevelWarn, "other processes have other house articles in their folders; whoever watches decides", slog.String("processes", strings.Join(differ, ", ")))
		}
	}
}

// otherFolders names the processes whose folder is not mine, and has not been
// mine for a while.
func otherFolders(all []lease.Process, mine folderState) []string {
	var differ []string
	for _, p := range all {
		var s saying
		if json.Unmarshal(p.Says, &s) != nil || s.House.Digest == "" || s.House.Digest == mine.Digest ||
			time.Since(s.House.Since) < folderPatience || time.Since(mine.Since) < folderPatience {
			continue
		}
		differ = append(differ, p.Name)
	}
	slices.Sort(differ)
	return slices.Compact(differ)
}

// digest tells the folder's files from others: their names and bytes.
func (h *house) digest() (string, error) {
	files, err := walk(h.folder, nil)
	if err != nil {
		return "", readError(err)
	}
	sum := sha256.New()
	for _, f := range files {
		name, err := filepath.Rel(h.folder, f.path)
		if err != nil {
			return "", err // unreachable: walk gives paths in the folder
		}
		data, err := readFile(f.path)
		if err != nil {
			continue // no article, in no folder
		}
		fmt.Fprintf(sum, "%q %s\n", filepath.ToSlash(name), store.Digest(data))
	}
	return hex.EncodeToString(sum.Sum(nil)[:8]), nil
}

// notes are what is not as it should be among the processes, a line each.
func (a *among) notes() []string {
	var notes []string
	h := a.journal.Health()
	if !h.Quorum {
		notes = append(notes, "NATS is away: questions go on, what moderators do is refused")
	}
	if n := len(h.Waiting); n > 0 {
		notes = append(notes, fmt.Sprintf("%d servers wait for a newer version of this program: %s", n, strings.Join(h.Waiting[:min(n, waitingTold)], ", ")))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.differ) > 0 {
		notes = append(notes, "other house articles are in the folders of "+strings.Join(a.differ, ", "))
	}
	return notes
}

// holdAll fetches the records of all servers.
func (d *dataFolder) holdAll(ctx context.Context) error {
	if d.shared == nil {
		return nil
	}
	servers, err := d.servers()
	for _, server := range servers {
		if ctx.Err() != nil {
			break
		}
		err = errors.Join(err, d.hold(ctx, server))
	}
	return errors.Join(err, ctx.Err())
}
