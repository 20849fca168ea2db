//go:build amd64 || arm64

package index

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// faultsEnv says how many operations of the workload are made to fail, each in
// a run of its own; "all" of them, one after the other.
const faultsEnv = "VERBATIM_TEST_FAULTS"

// making is how many operations at the start are all made to fail: those that
// make the files.
const making = 16

// TestFault makes the n-th file operation of a process at work fail, for n from
// the first to the last: opening, writing (nothing, or half of it), syncing,
// truncating, renaming and removing, of the records' file and of the index's.
// What was acknowledged must be there, an act that failed says so and is wholly
// there or not at all, no question gets a wrong answer, and the process goes on
// once the fault is over, or can be started again.
func TestFault(t *testing.T) {
	order := workOrder{Seed: 11, Acts: 6, Serial: true, Yield: true}
	whole := &injector{}
	faultRun(t, order, whole)
	total := whole.seen
	if total < 200 {
		t.Fatalf("%d operations: the workload does not test anything", total)
	}
	step := total/4 + 1
	next := func(n int) int {
		if n < making {
			return n + 1
		}
		return n + step
	}
	if s := os.Getenv(faultsEnv); s == "all" {
		step = 1
	} else if n, err := strconv.Atoi(s); err == nil {
		step = max(1, total/n)
	}
	var sum tally
	for _, kind := range []struct {
		name   string
		more   int // operations that fail after the first
		partly bool
	}{{"one", 0, false}, {"half a write", 0, true}, {"twenty", 19, false}} {
		for n := 1; n <= total; n = next(n) {
			i := &injector{from: n, to: n + kind.more, partly: kind.partly}
			got := faultRun(t, order, i)
			sum.add(got)
			if t.Failed() {
				t.Fatalf("%s from operation %d of %d: %q", kind.name, n, total, i.failed)
			}
		}
	}
	t.Logf("%d operations tried of %d, in %d runs: %d acts, %d said that they failed, %d indexed later, %d runs did not start; 0 lost, 0 torn",
		sum.faults, total, sum.runs, sum.acts, sum.failed, sum.late, sum.unopened)
}

// tally adds up what came of runs.
type tally struct {
	runs, faults, acts, failed, late, unopened int
}

func (y *tally) add(o tally) {
	y.runs += o.runs
	y.faults += o.faults
	y.acts += o.acts
	y.failed += o.failed
	y.late += o.late
	y.unopened += o.unopened
}

// faultRun runs the workload in a new folder, with faults, and checks what is
// left of it.
func faultRun(t *testing.T, order workOrder, i *injector) tally {
	t.Helper()
	order.Dir = filepath.Join(t.TempDir(), "data")
	i.dir = order.Dir
	models := map[string][]*model{}
	for _, g := range workGuilds {
		models[g] = []*model{newModel()}
	}
	var stderr bytes.Buffer
	p := startInjected(t, order, i, func(c *exec.Cmd) { c.Stderr = &stderr })
	sum := tally{runs: 1}
	var failed []string // how acts failed
	for {
		s, ok := p.next()
		if !ok {
			break
		}
		if s.Begun {
			continue
		}
		models[s.Op.Guild] = hear(models[s.Op.Guild], s)
		sum.acts++
		if s.Err+s.Sync != "" {
			failed = append(failed, s.Op.Kind+": "+s.Err+s.Sync)
		}
		if s.Err != "" {
			sum.failed++
		}
		if s.Sync != "" {
			sum.late++
		}
		if s.Wrong != "" {
			t.Errorf("%+v", s)
		}
	}
	err := p.Wait()
	if e := i.end(); e != nil {
		t.Fatal(e)
	}
	sum.faults = len(i.failed)
	switch {
	case strings.Contains(stderr.String(), "panic:"), strings.Contains(stderr.String(), "fatal error"):
		t.Errorf("the process died: %s", stderr.String())
	case sum.acts == 0:
		sum.unopened = 1
	case sum.acts < order.Acts*len(workGuilds), len(failed) > len(i.failed)+1: // an act may fail, and the one after it, for the fault of one operation
		t.Errorf("after %d acts, %v, more failed than operations: %q\n%s", sum.acts, err, failed, stderr.String())
	}
	if t.Failed() {
		return sum
	}
	checkFolder(t, order.Dir, models)
	return sum
}
