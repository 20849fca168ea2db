package journal

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// The workload of TestCrash: three processes, in each of which moderators of the
// same servers act at once.

// workEnv tells the test binary to be a process at work: its value is a
// workOrder.
const workEnv = "VERBATIM_TEST_WORK"

// workOrder is what a process at work is to do, until it is killed or its
// standard input ends.
type workOrder struct {
	Dir        string
	Name       string // its moderators are called after it
	URLs       string // of the NATS servers, separated by commas
	Moderators int
}

var workGuilds = []string{"1001", "1002", store.House}

// op is one act of the workload. By is its own, so that the log says which ops
// it holds; everything that op does follows from its fields, so that it can be
// done again elsewhere.
type op struct {
	By    string
	Guild string
	Kind  string
	ID    string `json:",omitempty"`
	Text  string `json:",omitempty"`
	Entry uint64 `json:",omitempty"` // of the log, to be undone
}

// opKinds are the kinds of acts, the likelier the more often they stand here.
var opKinds = []string{
	"add", "add", "accept", "replace", "replace", "remove", "restore", "fix", "fix", "undo", "undo", "set", "doubt",
}

// entries is how many lines of the log o makes, when it does anything.
func (o op) entries() int {
	switch o.Kind {
	case "add":
		return 2
	case "doubt":
		return 0
	}
	return 1
}

func draftOf(word string) store.Draft {
	a := &corpus.Article{Title: "Harbour " + word, Language: "en"}
	for i, text := range []string{"The quay " + word + " lies empty this morning.", "“Nobody sails from " + word + " today,” said Ada Lund."} {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: text, Doc: i})
	}
	// Some originals are objects of several parts.
	original := []byte(word)
	if strings.HasSuffix(word, "0") {
		original = []byte(strings.Repeat(word+" ", 40_000))
	}
	return store.Draft{Article: a, Original: original}
}

// do performs o.
func (o op) do(s *store.Store) error {
	var err error
	switch o.Kind {
	case "add":
		_, err = s.Add(o.Guild, o.By, draftOf(o.Text+"x"), draftOf(o.Text+"y"))
	case "accept":
		var token string
		if token, err = s.SaveDraft(o.Guild, store.Pending{Draft: draftOf(o.Text), By: o.By}); err == nil {
			_, _, err = s.AcceptDraft(o.Guild, o.By, token)
		}
	case "replace":
		_, err = s.Replace(o.Guild, o.By, o.ID, draftOf(o.Text))
	case "remove":
		_, err = s.Remove(o.Guild, o.By, o.ID)
	case "restore":
		err = s.Restore(o.Guild, o.By, o.ID)
	case "fix":
		_, err = s.AddFix(o.Guild, o.By, store.Fix{Article: o.ID, Was: "Ada Lund", Speaker: "Bo " + o.Text})
	case "undo":
		_, err = s.Undo(o.Guild, o.By, o.Entry)
	case "set":
		_, err = s.SetSettings(o.Guild, o.By, func(set *store.Settings) { set.LogChannel = o.Text })
	case "doubt":
		err = s.AddDoubt(o.Guild, store.Doubt{Member: o.By, Reason: o.Text})
	default:
		err = fmt.Errorf("no op %q", o.Kind)
	}
	return err
}

// impossible reports whether err says that an act is not possible as things are.
func impossible(err error) bool {
	for _, e := range []error{store.ErrNotFound, store.ErrRemoved, store.ErrChanged} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// said is a line of a process at work: that an act began, or how it ended.
type said struct {
	Op      op
	Ended   bool   `json:",omitempty"`
	Refused bool   `json:",omitempty"` // it is not possible as things are
	Err     string `json:",omitempty"` // it failed, and may have been kept all the same
	Told    string `json:",omitempty"` // something else: "ready"
}

// TestWork is the process at work, in the binary of the test that starts it.
func TestWork(t *testing.T) {
	var order workOrder
	if json.Unmarshal([]byte(os.Getenv(workEnv)), &order) != nil {
		t.Skip("a part of TestCrash")
	}
	if err := order.work(); err != nil {
		t.Fatal(err)
	}
}

func (o workOrder) work() error {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	orders := bufio.NewScanner(os.Stdin)
	s, err := store.Open(o.Dir)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	j, js, end, err := connect(ctx, o.URLs, s, log)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	var out sync.Mutex
	lines := bufio.NewWriter(os.Stdout)
	tell := func(line said) {
		out.Lock()
		defer out.Unlock()
		data, _ := json.Marshal(line) // strings and numbers
		_, _ = lines.Write(append(data, '\n'))
		_ = lines.Flush() // the parent is gone, then so are we
	}
	for _, g := range workGuilds {
		if err := j.Hold(ctx, g); err != nil {
			log.Warn("hold", slog.String("guild", g), slog.Any("err", err))
		}
	}
	j.keeper.most = 20
	j.keeper.now = func() time.Time { return time.Now().Add(settled - deadline - 2*time.Second) }
	tell(said{Told: "ready"})
	working, still := context.WithCancel(ctx)
	defer still()
	var all, keeping sync.WaitGroup
	for m := range o.Moderators {
		all.Go(func() {
			r := rand.New(rand.NewPCG(rand.Uint64(), 0)) //nolint:gosec // a workload
			for n := 0; working.Err() == nil; n++ {
				a := choose(r, s, workGuilds[r.IntN(len(workGuilds))])
				a.By = fmt.Sprintf("%s.%d.%d.%x", o.Name, m, n, r.Uint32())
				tell(said{Op: a})
				line := said{Op: a, Ended: true}
				if err := a.do(s); impossible(err) {
					line.Refused = true
				} else if err != nil {
					line.Err = err.Error()
				}
				tell(line)
			}
		})
	}
	keeping.Go(func() {
		for ctx.Err() == nil {
			if err := j.Keep(ctx); err != nil && ctx.Err() == nil {
				log.Info("keep", slog.Any("err", err))
			}
			select {
			case <-ctx.Done():
			case <-time.After(300 * time.Millisecond):
			}
		}
	})
	for orders.Scan() {
		switch orders.Text() {
		case "still": // no more acts
			still()
			all.Wait()
		case "level": // with all acts of the others
			if err := level(ctx, js, j); err != nil {
				return err
			}
			tell(said{Told: "level"})
			stop()
			keeping.Wait()
			return errors.Join(end(), s.Close())
		}
		tell(said{Told: orders.Text()})
	}
	os.Exit(1) // the parent is gone
	return nil
}

// connect makes s a copy of what the servers at urls have.
func connect(ctx context.Context, urls string, s *store.Store, log *slog.Logger) (*Journal, jetstream.JetStream, func() error, error) {
	nc, err := nats.Connect(urls, nats.MaxReconnects(-1), nats.ReconnectWait(50*time.Millisecond), nats.RetryOnFailedConnect(true),
		nats.IgnoreDiscoveredServers())
	if err != nil {
		return nil, nil, nil, err
	}
	js, err := jetstream.New(nc)
	if err != nil {
		nc.Close()
		return nil, nil, nil, err
	}
	for {
		j, err := Open(ctx, js, s, Options{Log: log})
		if err == nil {
			return j, js, func() error {
				err := j.Close()
				nc.Close()
				return err
			}, nil
		}
		log.Info("open", slog.Any("err", err))
		select {
		case <-ctx.Done():
			nc.Close()
			return nil, nil, nil, err
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// level waits until j has all that is in the log now, as its leader knows it.
func level(ctx context.Context, js jetstream.JetStream, j *Journal) error {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	last := uint64(0)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
		if last == 0 {
			stream, err := js.Stream(ctx, "VERBATIM_ACTS")
			if err != nil || stream.CachedInfo().Cluster.Leader == "" {
				continue
			}
			last = stream.CachedInfo().State.LastSeq
		}
		if h := j.Health(); h.Position >= last && len(h.Fetching) == 0 {
			return nil
		}
	}
}

// choose makes up an act that is probably possible in s.
func choose(r *rand.Rand, s *store.Store, guild string) op {
	o := op{Guild: guild, Kind: opKinds[r.IntN(len(opKinds))], Text: fmt.Sprintf("w%x%d", r.Uint32(), r.IntN(10))}
	present, _ := s.Articles(guild) // what cannot be read is refused below
	removed, _ := s.Removed(guild)
	if len(present) > 30 && (o.Kind == "add" || o.Kind == "accept") {
		o.Kind = "remove"
	}
	from := present
	switch o.Kind {
	case "restore":
		from = removed
	case "undo":
		entries, _ := s.Log(guild, 5)
		if len(entries) == 0 {
			o.Kind = "add"
			return o
		}
		o.Entry = entries[r.IntN(len(entries))].Number
		return o
	case "replace", "remove", "fix":
	default:
		return o
	}
	if len(from) == 0 {
		o.Kind = "add"
		return o
	}
	o.ID = from[r.IntN(len(from))].ID
	return o
}

// history is all shared records of a guild, decoded.
type history struct {
	Records   []store.Record
	Revisions []revision
	Fixes     []store.Fix
	Settings  store.Settings
	Log       []store.Entry // oldest first
}

type revision struct {
	Article  *corpus.Article
	Original string // its digest
}

// read gives the history of a guild.
func read(s *store.Store, guild string) (h history, err error) {
	if h.Records, err = s.Articles(guild); err != nil {
		return h, err
	}
	removed, err := s.Removed(guild)
	if err != nil {
		return h, err
	}
	h.Records = append(h.Records, removed...)
	for _, r := range h.Records {
		for n := 1; n <= r.Revision; n++ {
			a, err := s.Kept(guild, r.ID, n)
			if err != nil {
				return h, err
			}
			rev := revision{Article: a}
			if r.Removed.IsZero() {
				original, err := s.Original(guild, r.ID, n)
				if err != nil {
					return h, err
				}
				rev.Original = store.Digest(original)
			}
			h.Revisions = append(h.Revisions, rev)
		}
	}
	if h.Fixes, err = s.Fixes(guild); err != nil {
		return h, err
	}
	if h.Settings, err = s.Settings(guild); err != nil {
		return h, err
	}
	h.Log, err = s.Log(guild, 1_000_000)
	slices.Reverse(h.Log)
	return h, err
}

// timeless is h without the times at which it came about.
func (h history) timeless() history {
	h.Records, h.Fixes, h.Log = slices.Clone(h.Records), slices.Clone(h.Fixes), slices.Clone(h.Log)
	for i := range h.Records {
		r := &h.Records[i]
		r.Added, r.Changed = time.Time{}, time.Time{}
		if !r.Removed.IsZero() {
			r.Removed = time.Unix(1, 0).UTC()
		}
	}
	for i := range h.Fixes {
		h.Fixes[i].Made = time.Time{}
	}
	for i := range h.Log {
		h.Log[i].Time = time.Time{}
		for _, f := range []**store.Fix{&h.Log[i].Fix, &h.Log[i].Back} {
			if *f != nil {
				fix := **f
				fix.Made = time.Time{}
				*f = &fix
			}
		}
	}
	return h
}

// hash is the same for the same histories.
func (h history) hash() string {
	data, _ := json.Marshal(h) // plain data
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}
