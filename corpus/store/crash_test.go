package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The crash test kills a process that works on the records, many times, and
// compares what is on disk with a model: plain maps that follow the acts the
// process acknowledged.

var kills = flag.Int("kills", 40, "how often the crash test kills the working process")

// The process under test runs in the test's own binary, in the folder that
// this variable names.
const workerEnv = "STORE_TEST_WORKER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(workerEnv); dir != "" {
		if err := work(dir, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// op is one act of the workload. Everything it does follows from its fields,
// so that the model can do the same.
type op struct {
	Guild string
	N     int // the guild's op number
	Kind  string
	ID    string
	Text  string
}

func (o op) draft() Draft {
	return draft(o.Kind+" "+o.Text, "Paragraph of "+o.Text+".", "“"+o.Text+"”")
}

// do performs o on the records.
func (o op) do(s *Store) error {
	var err error
	switch o.Kind {
	case "add":
		_, err = s.Add(o.Guild, "u", o.draft(), o.draft())
	case "replace":
		_, err = s.Replace(o.Guild, "u", o.ID, o.draft())
	case "remove":
		err = s.Remove(o.Guild, "u", o.ID)
	case "restore":
		err = s.Restore(o.Guild, "u", o.ID)
	case "fix":
		err = s.AddFix(o.Guild, "u", Fix{Article: o.ID, Was: "A", Speaker: o.Text})
	case "set":
		_, err = s.SetSettings(o.Guild, "u", func(set *Settings) { set.LogChannel = o.Text })
	case "reindex":
		err = s.SetGeneration(o.Guild, "u", Generation{Serving: uint64(o.N), Schema: o.Text}, map[string][]byte{"summary": []byte(o.Text)})
	default:
		err = fmt.Errorf("no op %q", o.Kind)
	}
	if errors.Is(err, ErrNotFound) || errors.Is(err, ErrRemoved) {
		return nil // the model says so too
	}
	return err
}

// model is what a guild's records must hold.
type model struct {
	Titles  map[string][]string // article id -> title of each revision
	Removed map[string]bool
	Fixes   map[string]string // article id -> speaker
	Channel string
	Serving uint64
	Summary string
	Log     int
}

func newModel() *model {
	return &model{Titles: map[string][]string{}, Removed: map[string]bool{}, Fixes: map[string]string{}}
}

// do follows o.
func (m *model) do(o op) {
	title := o.draft().Article.Title
	present := len(m.Titles[o.ID]) > 0 && !m.Removed[o.ID]
	switch {
	case o.Kind == "add":
		for range 2 {
			m.Titles[fmt.Sprintf("a%d", len(m.Titles)+1)] = []string{title}
			m.Log++
		}
		return
	case o.Kind == "replace" && present:
		m.Titles[o.ID] = append(m.Titles[o.ID], title)
	case o.Kind == "remove" && present:
		m.Removed[o.ID] = true
	case o.Kind == "restore" && m.Removed[o.ID]:
		delete(m.Removed, o.ID)
	case o.Kind == "fix" && present:
		m.Fixes[o.ID] = o.Text
	case o.Kind == "set":
		m.Channel = o.Text
	case o.Kind == "reindex":
		m.Serving, m.Summary = uint64(o.N), o.Text
	default:
		return
	}
	m.Log++
}

// read makes the model of what is on disk. Every revision is read whole, so
// a torn one is an error.
func read(s *Store, guild string) (*model, error) {
	m := newModel()
	present, err := s.Articles(guild)
	if err != nil {
		return nil, err
	}
	removed, err := s.Removed(guild)
	if err != nil {
		return nil, err
	}
	for _, r := range removed {
		m.Removed[r.ID] = true
		if err := s.Restore(guild, "u", r.ID); err != nil { // a removed text cannot be read
			return nil, err
		}
	}
	for _, r := range append(present, removed...) {
		for n := 1; n <= r.Revision; n++ {
			a, err := s.Revision(guild, r.ID, n)
			if err != nil {
				return nil, err
			}
			if _, err := s.Original(guild, r.ID, n); err != nil {
				return nil, err
			}
			m.Titles[r.ID] = append(m.Titles[r.ID], a.Title)
		}
	}
	for _, r := range removed {
		if err := s.Remove(guild, "u", r.ID); err != nil {
			return nil, err
		}
	}
	fixes, err := s.Fixes(guild)
	if err != nil {
		return nil, err
	}
	for _, f := range fixes {
		m.Fixes[f.Article] = f.Speaker
	}
	set, err := s.Settings(guild)
	if err != nil {
		return nil, err
	}
	m.Channel = set.LogChannel
	g, err := s.Guild(guild)
	if err != nil {
		return nil, err
	}
	if g.Articles != len(present) {
		return nil, fmt.Errorf("guild counts %d articles, there are %d", g.Articles, len(present))
	}
	m.Serving, m.Summary = g.Generation.Serving, g.Generation.Schema
	summary, err := s.Derived(guild, "summary")
	if err != nil {
		return nil, err
	}
	if string(summary) != m.Summary {
		return nil, fmt.Errorf("generation is %q, its derived data %q", m.Summary, summary)
	}
	es, err := s.Log(guild, 1<<30)
	if err != nil {
		return nil, err
	}
	// Each removed article was just restored and removed again.
	m.Log = len(es) - 2*len(removed)
	return m, nil
}

var workGuilds = []string{"11", "22", House}

// report is a line of the working process: an act begun, or acknowledged.
type report struct {
	Op   op
	Done bool
}

// work does random acts in several guilds at once until it is killed, saying
// before and after each what it does.
func work(dir string, out io.Writer) error {
	s, err := Open(dir)
	if err != nil {
		return err
	}
	var mu sync.Mutex
	say := func(r report) {
		mu.Lock()
		defer mu.Unlock()
		if err := json.NewEncoder(out).Encode(r); err != nil {
			os.Exit(1) // nobody listens
		}
	}
	errs := make(chan error)
	for _, guild := range workGuilds {
		go func() {
			rnd := rand.New(rand.NewPCG(rand.Uint64(), 1))
			for n := 1; ; n++ {
				o := op{
					Guild: guild, N: n, ID: fmt.Sprintf("%s%d", prefix(guild), 1+rnd.IntN(8)),
					Kind: []string{"add", "replace", "remove", "restore", "fix", "set", "reindex"}[rnd.IntN(7)],
					Text: fmt.Sprintf("%x", rnd.Uint64()),
				}
				say(report{o, false})
				if err := o.do(s); err != nil {
					errs <- fmt.Errorf("%+v: %w", o, err)
					return
				}
				say(report{o, true})
			}
		}()
	}
	return <-errs
}

// TestCrash kills the working process at random moments. After each kill every
// acknowledged act must be there and an unacknowledged one wholly there or not
// at all.
func TestCrash(t *testing.T) {
	n := *kills
	if testing.Short() {
		n = min(n, 5)
	}
	dir := t.TempDir()
	models := map[string]*model{}
	for _, g := range workGuilds {
		models[g] = newModel()
	}
	acts := 0
	for range n {
		pending := map[string]*op{}
		for _, r := range killed(t, dir, time.Duration(1+rand.IntN(60))*time.Millisecond) {
			if !r.Done {
				pending[r.Op.Guild] = &r.Op
				continue
			}
			if r.Op.Guild == House {
				r.Op = houseOp(r.Op)
			}
			models[r.Op.Guild].do(r.Op)
			delete(pending, r.Op.Guild)
			acts++
		}
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range workGuilds {
			got, err := read(s, g)
			if err != nil {
				t.Fatal(err)
			}
			if g == House {
				got = houseModel(got)
			}
			without := cmp.Diff(models[g], got)
			if o := pending[g]; without != "" && o != nil {
				models[g].do(houseOp(*o))
			}
			if d := cmp.Diff(models[g], got); d != "" {
				t.Fatalf("guild %s after the kill, without the pending act (-want +got):\n%s\nwith it:\n%s", g, without, d)
			}
			// Reading wrote to the log.
			es, err := s.Log(g, 1<<30)
			if err != nil {
				t.Fatal(err)
			}
			models[g].Log = len(es)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills, %d acknowledged acts, none lost, none torn", n, acts)
}

// houseOp and houseModel bring the house's ids to the letter of the model.
func houseOp(o op) op {
	o.ID = "a" + o.ID[1:]
	return o
}

func houseModel(m *model) *model {
	n := newModel()
	for id, v := range m.Titles {
		n.Titles["a"+id[1:]] = v
	}
	for id, v := range m.Removed {
		n.Removed["a"+id[1:]] = v
	}
	for id, v := range m.Fixes {
		n.Fixes["a"+id[1:]] = v
	}
	n.Channel, n.Serving, n.Summary, n.Log = m.Channel, m.Serving, m.Summary, m.Log
	return n
}

// killed runs a working process, kills it when it has worked for d, and gives
// what it reported until then.
func killed(t *testing.T, dir string, d time.Duration) []report {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), workerEnv+"="+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var rs []report
	var timer *time.Timer
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if timer == nil { // it is at work
			timer = time.AfterFunc(d, func() { _ = c.Process.Kill() })
		}
		var r report
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			break // the line that it was killed in
		}
		rs = append(rs, r)
	}
	if timer == nil {
		t.Fatal("the working process did nothing")
	}
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the working process ended by itself: %v", err)
	}
	return rs
}
