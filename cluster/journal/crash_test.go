package journal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// killsEnv says how often TestCrash kills; without it, defaultKills times.
const (
	killsEnv     = "VERBATIM_TEST_KILLS"
	defaultKills = 10
)

// noProgress is how long nothing may be acknowledged after a kill: leaders are
// chosen anew, and a process comes back.
const noProgress = 60 * time.Second

// TestCrash has three processes act on the same servers through three NATS
// servers, and at random moments kills a process, a NATS server or both, or cuts
// a process off. Snapshots and compaction go on meanwhile. In the end no
// acknowledged act may be missing, none be there in part or twice, all copies
// must be equal, and equal to the same acts done in one process without NATS.
func TestCrash(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: nobody is killed")
	}
	kills, _ := strconv.Atoi(os.Getenv(killsEnv))
	if kills == 0 {
		kills = defaultKills
	}
	servers := natstest.Processes(t, 3)
	heard := &ears{t: t, ops: map[string]op{}, acked: map[string]bool{}}
	var procs []*worker
	for i := range 3 {
		p := &worker{t: t, heard: heard, order: workOrder{Dir: filepath.Join(t.TempDir(), "data"), Name: fmt.Sprint("p", i), Moderators: 2}}
		for s := range 3 {
			p.ways = append(p.ways, natstest.NewProxy(t, servers.Addr(s)))
		}
		procs = append(procs, p)
		p.start()
	}
	for _, p := range procs {
		p.wait("ready")
	}
	counts := map[string]int{}
	for range kills {
		time.Sleep(rand.N(400 * time.Millisecond)) //nolint:forbidigo // a random moment is what is tested
		p, s := procs[rand.IntN(3)], rand.IntN(3)
		what := []string{"process", "process", "process", "server", "server", "both", "cut", "deaf"}[rand.IntN(8)]
		counts[what]++
		for _, w := range p.ways {
			switch what {
			case "cut":
				w.Off()
			case "deaf":
				w.Deaf()
			}
		}
		if what == "server" || what == "both" {
			servers.Kill(s)
		}
		if what == "process" || what == "both" {
			p.kill()
		}
		time.Sleep(rand.N(500 * time.Millisecond)) //nolint:forbidigo // likewise
		if what == "server" || what == "both" {
			servers.Start(s)
		}
		if what == "process" || what == "both" {
			p.start()
		}
		for _, w := range p.ways {
			w.On()
		}
		heard.progress()
	}
	for _, order := range []string{"still", "level"} {
		for _, p := range procs {
			p.tell(order)
		}
		for _, p := range procs {
			p.wait(order)
		}
	}
	var stores []*store.Store
	for _, p := range procs {
		p.end()
		s, err := store.Open(p.order.Dir)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }() // only read
		stores = append(stores, s)
	}
	for _, guild := range workGuilds {
		heard.check(guild, stores)
	}
	_, js := servers.Connect()
	acts, err := js.Stream(t.Context(), Stream)
	if err != nil {
		t.Fatal(err)
	}
	state := acts.CachedInfo().State
	t.Logf("%d kills %v; %d acts begun, %d acknowledged; %d messages written, %d left", kills, counts, len(heard.ops), len(heard.acked), state.LastSeq, state.Msgs)
	if kills > defaultKills && state.Msgs == state.LastSeq {
		t.Error("the log was not made shorter")
	}
}

// ears hear what the processes say of their acts.
type ears struct {
	t *testing.T

	mu    sync.Mutex
	ops   map[string]op   // that began, by By
	acked map[string]bool // that were acknowledged
}

func (e *ears) hear(s said) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.ops[s.Op.By] = s.Op
	if s.Ended && s.Err == "" && !s.Refused {
		e.acked[s.Op.By] = true
	}
}

// progress waits until some acts more are acknowledged.
func (e *ears) progress() {
	e.t.Helper()
	count := func() int {
		e.mu.Lock()
		defer e.mu.Unlock()
		return len(e.acked)
	}
	late := time.Now().Add(noProgress)
	for want := count() + 3; count() < want; time.Sleep(5 * time.Millisecond) { //nolint:forbidigo // other processes work
		if time.Now().After(late) {
			e.t.Fatalf("nothing was acknowledged for %v", noProgress)
		}
	}
}

// check compares what the copies have of a guild with what was heard, with each
// other, and with the same acts in a store of its own.
func (e *ears) check(guild string, stores []*store.Store) {
	e.t.Helper()
	var hashes []string
	var h history
	for i, s := range stores {
		v, err := s.Verify(guild, func(int, int) {})
		if err != nil || len(v.Damaged) > 0 {
			e.t.Fatalf("copy %d of %s: %v, damaged %v", i, guild, err, v.Damaged)
		}
		if h, err = read(s, guild); err != nil {
			e.t.Fatal(err)
		}
		hashes = append(hashes, h.hash())
	}
	if slices.Min(hashes) != slices.Max(hashes) {
		e.t.Errorf("%s: the copies differ: %v", guild, hashes)
	}
	lines := map[string]int{} // of the log, by who acted
	var order []string
	for _, l := range h.Log {
		if lines[l.By]++; lines[l.By] == 1 {
			order = append(order, l.By)
		}
	}
	for by, n := range lines {
		if want := e.ops[by].entries(); n != want {
			e.t.Errorf("%s: %s of %s is %d times in the log, want %d", guild, e.ops[by].Kind, by, n, want)
		}
	}
	doubts, err := stores[0].Doubts(guild)
	if err != nil {
		e.t.Fatal(err)
	}
	for _, d := range doubts {
		if lines[d.Member]++; lines[d.Member] > 1 {
			e.t.Errorf("%s: the doubt of %s is there twice", guild, d.Member)
		}
	}
	for by := range e.acked {
		if o := e.ops[by]; o.Guild == guild && o.Kind != "restore" && lines[by] == 0 {
			e.t.Errorf("%s: %s of %s was acknowledged and is lost", guild, o.Kind, by)
		}
	}
	// The same acts, one after the other, without NATS.
	alone, err := store.Open(e.t.TempDir())
	if err != nil {
		e.t.Fatal(err)
	}
	defer func() { _ = alone.Close() }() // only read
	for _, by := range order {
		if err := e.ops[by].do(alone); err != nil {
			e.t.Fatalf("%s alone: %v", e.ops[by].Kind, err)
		}
	}
	own, err := read(alone, guild)
	if err != nil {
		e.t.Fatal(err)
	}
	if got, want := h.timeless(), own.timeless(); got.hash() != want.hash() {
		e.t.Errorf("%s: differs from the same %d acts in one process", guild, len(order))
		for i := range min(len(got.Log), len(want.Log)) {
			if fmt.Sprintf("%+v", got.Log[i]) != fmt.Sprintf("%+v", want.Log[i]) {
				e.t.Logf("entry %d: %+v, want %+v", i, got.Log[i], want.Log[i])
				break
			}
		}
	}
	e.t.Logf("%s: %d log entries, %d articles, %d revisions, %d doubts", guild, len(h.Log), len(h.Records), len(h.Revisions), len(doubts))
}

// worker is one of the processes at work, over all its lives.
type worker struct {
	t     *testing.T
	heard *ears
	order workOrder
	ways  []*natstest.Proxy // to the NATS servers

	cmd   *exec.Cmd
	in    io.Writer
	told  chan string // what it told besides its acts
	ended chan struct{}
}

func (p *worker) start() {
	p.t.Helper()
	var urls []string
	for _, w := range p.ways {
		urls = append(urls, w.URL())
	}
	p.order.URLs = strings.Join(urls, ",")
	data, err := json.Marshal(p.order)
	if err != nil {
		p.t.Fatal(err)
	}
	p.cmd = exec.CommandContext(p.t.Context(), os.Args[0], "-test.run=^TestWork$")
	p.cmd.Env = append(os.Environ(), workEnv+"="+string(data))
	p.cmd.Stderr = &ending{}
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		p.t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.told, p.ended = make(chan string, 8), make(chan struct{})
	go func(told chan string, ended chan struct{}) {
		defer close(ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			var s said
			switch {
			case json.Unmarshal(lines.Bytes(), &s) != nil: // half a line
			case s.Told != "":
				told <- s.Told
			default:
				p.heard.hear(s)
			}
		}
	}(p.told, p.ended)
}

// kill ends the process as a power cut would.
func (p *worker) kill() {
	p.t.Helper()
	_ = p.cmd.Process.Kill()
	<-p.ended
	var exit *exec.ExitError
	if err := p.cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
		p.t.Fatalf("%s ended by itself: %v\n%s", p.order.Name, err, p.cmd.Stderr)
	}
}

// end waits for a process that was told to end.
func (p *worker) end() {
	p.t.Helper()
	<-p.ended
	if err := p.cmd.Wait(); err != nil {
		p.t.Fatalf("%s: %v\n%s", p.order.Name, err, p.cmd.Stderr)
	}
}

func (p *worker) tell(line string) {
	p.t.Helper()
	if _, err := io.WriteString(p.in, line+"\n"); err != nil {
		p.t.Fatalf("%s: %v\n%s", p.order.Name, err, p.cmd.Stderr)
	}
}

// wait waits until the process tells what.
func (p *worker) wait(what string) {
	p.t.Helper()
	late := time.After(2 * noProgress)
	for {
		select {
		case s := <-p.told:
			if s == what {
				return
			}
		case <-p.ended:
			if len(p.told) > 0 {
				continue // its last words
			}
			p.t.Fatalf("%s ended and never told %q\n%s", p.order.Name, what, p.cmd.Stderr)
		case <-late:
			p.t.Fatalf("%s does not tell %q\n%s", p.order.Name, what, p.cmd.Stderr)
		}
	}
}

// ending keeps the last of what is written to it.
type ending struct {
	mu   sync.Mutex
	last []byte
}

func (t *ending) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = append(t.last, p...)
	t.last = t.last[max(0, len(t.last)-4000):]
	return len(p), nil
}

func (t *ending) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.last)
}
