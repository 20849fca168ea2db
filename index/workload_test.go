package index

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// The workload of the tests that kill a process, fill its disk or make its
// file operations fail: moderators' acts in several servers at once. What the
// process says of them is compared with what is on disk afterwards (see
// model).

// workEnv tells the test binary to be the process at work: its value is a
// workOrder.
const workEnv = "VERBATIM_TEST_WORK"

// workOrder is what a process at work is to do.
type workOrder struct {
	Dir    string
	Seed   uint64
	Acts   int  // in each server; 0 = until it is killed
	Serial bool // one server after the other
	Yield  bool // file operations to whoever started it, see injector
}

var workGuilds = []string{"1001", "1002", "1003", store.House}

// op is one act of the workload. Everything it does follows from its fields,
// so that the model can do the same.
type op struct {
	Guild string
	Kind  string
	ID    string
	Text  string
	Entry uint64 // of the log, to be undone
}

// The kinds of acts, the likelier the more often they stand here.
var opKinds = []string{
	"add", "add", "accept", "replace", "replace", "replace", "remove", "remove", "restore",
	"fix", "fix", "undo", "undo", "undo", "undo", "set", "note", "reindex", "rollback", "one",
}

// titles are those of the articles that o adds, or the one of its new text.
func (o op) titles() []string {
	if o.Kind == "add" {
		return []string{"Harbour " + o.Text + "x", "Harbour " + o.Text + "y"}
	}
	return []string{"Harbour " + o.Text + "x"}
}

// wordOf is a word that only the article of this title has, in its second
// paragraph.
func wordOf(title string) string { return "q" + strings.TrimPrefix(title, "Harbour ") }

// unfixedSpeaker is who speaks in every article until a fix says otherwise.
const unfixedSpeaker = "Ada Lund"

func draftOf(title string) store.Draft {
	a := article(title, "The quay p"+wordOf(title)+" lies empty this morning.",
		"“Nobody sails from "+wordOf(title)+" today,” said "+unfixedSpeaker+".")
	return store.Draft{Article: a, Original: []byte(title)}
}

// refused reports whether err says that an act is not possible as things are.
func refused(err error) bool {
	for _, e := range []error{store.ErrNotFound, store.ErrRemoved, store.ErrChanged, ErrNoGeneration, ErrNoArticle} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// do performs o.
func (o op) do(ctx context.Context, d *desk) error {
	var err error
	switch o.Kind {
	case "add":
		var drafts []store.Draft
		for _, t := range o.titles() {
			drafts = append(drafts, draftOf(t))
		}
		_, err = d.records.Add(o.Guild, "u", drafts...)
	case "accept":
		var token string
		if token, err = d.records.SaveDraft(o.Guild, store.Pending{Draft: draftOf(o.titles()[0]), By: "u"}); err == nil {
			_, _, err = d.records.AcceptDraft(o.Guild, "u", token)
		}
	case "replace":
		_, err = d.records.Replace(o.Guild, "u", o.ID, draftOf(o.titles()[0]))
	case "remove":
		_, err = d.records.Remove(o.Guild, "u", o.ID)
	case "restore":
		err = d.records.Restore(o.Guild, "u", o.ID)
	case "fix":
		_, err = d.records.AddFix(o.Guild, "u", o.fix())
	case "undo":
		_, err = d.records.Undo(o.Guild, "u", o.Entry)
	case "set":
		_, err = d.records.SetSettings(o.Guild, "u", func(set *store.Settings) { set.LogChannel = o.Text })
	case "note":
		err = d.records.SetDerived(o.Guild, map[string][]byte{"note": []byte(o.Text)})
	case "reindex":
		_, err = d.library.Reindex(ctx, o.Guild, "u", quiet)
	case "rollback":
		err = d.library.Rollback(ctx, o.Guild, "u")
	case "one":
		_, err = d.library.ReindexArticle(ctx, o.Guild, o.ID, quiet)
	default:
		err = fmt.Errorf("no op %q", o.Kind)
	}
	return err
}

func (o op) fix() store.Fix {
	return store.Fix{Article: o.ID, Was: unfixedSpeaker, Speaker: "Bo " + o.Text}
}

// said is a line of the process at work.
type said struct {
	Op    op
	Begun bool   `json:",omitempty"` // else it ended:
	Not   bool   `json:",omitempty"` // it was refused
	Err   string `json:",omitempty"` // it failed
	Sync  string `json:",omitempty"` // the index could not be brought up to it
	Wrong string `json:",omitempty"` // what a question then got that it should not
	// Logged is how many entries the server's log then has; 0 when that could
	// not be read. Of a failed act it tells whether it happened.
	Logged uint64 `json:",omitempty"`
}

// TestWork is the process at work, in the binary of the tests that start it.
func TestWork(t *testing.T) {
	var order workOrder
	if json.Unmarshal([]byte(os.Getenv(workEnv)), &order) != nil {
		t.Skip("a part of other tests")
	}
	if order.Yield {
		if err := yield(); err != nil {
			t.Fatal(err)
		}
	}
	if err := order.work(os.Stdout); err != nil {
		t.Fatal(err)
	}
}

// work does random acts, saying before and after each what it does.
func (w workOrder) work(out io.Writer) error {
	d := &desk{dir: w.Dir}
	var err error
	if d.records, err = store.Open(w.Dir); err != nil {
		return err
	}
	if d.library, err = Open(filepath.Join(w.Dir, "index"), d.records, slog.New(slog.DiscardHandler)); err != nil {
		return errors.Join(err, d.records.Close())
	}
	var mu sync.Mutex
	say := func(s any) {
		mu.Lock()
		defer mu.Unlock()
		if err := json.NewEncoder(out).Encode(s); err != nil {
			os.Exit(1) // nobody listens
		}
	}
	var working sync.WaitGroup
	for i, guild := range workGuilds {
		random := rand.New(rand.NewPCG(w.Seed, uint64(i)))
		working.Go(func() {
			for n := 0; w.Acts == 0 || n < w.Acts; n++ {
				o := d.next(guild, random)
				say(said{Op: o, Begun: true})
				say(d.act(context.Background(), o))
			}
		})
		if w.Serial {
			working.Wait()
		}
	}
	working.Wait()
	return errors.Join(d.library.Close(), d.records.Close())
}

// articlesHeld is how many articles a server of the workload has before it
// adds no more.
const articlesHeld = 8

// next is a random act in a guild.
func (d *desk) next(guild string, random *rand.Rand) op {
	here, _ := d.records.Articles(guild) // an error is met by the act, too
	gone, _ := d.records.Removed(guild)
	log, _ := d.records.Log(guild, 1)
	o := op{Guild: guild, Kind: opKinds[random.IntN(len(opKinds))], Text: fmt.Sprintf("%x", random.Uint64())}
	if all := slices.Concat(here, gone); len(all) > 0 {
		o.ID = all[random.IntN(len(all))].ID
	}
	if len(log) > 0 {
		o.Entry = log[0].Number - min(log[0].Number-1, random.Uint64N(4))
	}
	if len(here) >= articlesHeld && (o.Kind == "add" || o.Kind == "accept") || o.Kind == "restore" && len(gone) == 0 {
		o.Kind = "remove"
	}
	if len(here) == 0 || o.ID == "" || len(gone) > articlesHeld && o.Kind == "remove" {
		o.Kind = "restore"
		if len(gone) == 0 {
			o.Kind = "add"
		}
	}
	if o.Kind == "restore" && len(gone) > 0 {
		o.ID = gone[random.IntN(len(gone))].ID
	}
	return o
}

// act performs o and counts what is logged.
func (d *desk) act(ctx context.Context, o op) said {
	s := d.perform(ctx, o)
	if log, err := d.records.Log(o.Guild, 1); err == nil && len(log) > 0 {
		s.Logged = log[0].Number
	}
	return s
}

// perform does o as the bot does, and asks about its article.
func (d *desk) perform(ctx context.Context, o op) said {
	before, _ := d.records.Article(o.Guild, o.ID) // nil when it is not there
	s := said{Op: o}
	err := o.do(ctx, d)
	switch {
	case refused(err):
		s.Not = true
		return s
	case err != nil:
		s.Err = err.Error()
		return s
	}
	if err := d.library.Sync(ctx, o.Guild); err != nil {
		s.Sync = err.Error()
	}
	after, _ := d.records.Article(o.Guild, o.ID)
	for _, a := range []*corpus.Article{before, after} {
		if a == nil {
			continue
		}
		want := ""
		if after != nil && after.Title == a.Title {
			want = a.ID
		}
		if got, err := d.answer(ctx, o.Guild, wordOf(a.Title)); err != nil || got != want {
			s.Wrong = fmt.Sprintf("asked for %s, got %q and not %q: %v", wordOf(a.Title), got, want, err)
		}
	}
	return s
}

// answer names the articles that a search finds.
func (d *desk) answer(ctx context.Context, guild, text string) (string, error) {
	s, err := d.library.Scope(guild)
	if err != nil {
		return "", err
	}
	hits, err := s.Search(ctx, text, 10)
	var ids []string
	for _, h := range hits {
		ids = append(ids, h.Article)
	}
	return strings.Join(ids, " "), err
}

// process is a process at work.
type process struct {
	*exec.Cmd
	lines *bufio.Scanner
}

// startWork starts a process at work; prepare changes how.
func startWork(t *testing.T, order workOrder, prepare ...func(*exec.Cmd)) *process {
	t.Helper()
	data, err := json.Marshal(order)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestWork$")
	c.Env = append(os.Environ(), workEnv+"="+string(data))
	c.Stderr = os.Stderr
	for _, change := range prepare {
		change(c)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return &process{c, bufio.NewScanner(out)}
}

// next gives the next line of p; false when there is none, or half of one.
func (p *process) next() (said, bool) {
	var s said
	return s, p.lines.Scan() && json.Unmarshal(p.lines.Bytes(), &s) == nil
}
