package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/rogpeppe/go-internal/testscript"
	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

func TestMain(m *testing.M) {
	natstest.Main()
	botMain()
	testscript.Main(m, map[string]func(){"verbatim": main})
}

// TestScripts runs the program as people do: each file of testdata is a session
// in a shell, in a folder with the files that it lists.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"held":   held,
			"schema": schema,
			"natsd":  natsd,
		},
	})
}

// exits runs a command that must end with a certain code:
//
//	exits 3 verbatim ask -a missing.txt why
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// held does what exits does while another process, the test's, has the data
// folder open:
//
//	held data 3 verbatim corpus list
func held(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: held FOLDER CODE COMMAND...")
	}
	s, err := store.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer func() { released(ts, s) }()
	exits(ts, false, args[1:])
}

// schema makes the records in a data folder look like those of another
// program's version:
//
//	schema data/corpus.db 99
func schema(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: schema FILE NUMBER")
	}
	n, err := strconv.ParseUint(args[1], 10, 8)
	ts.Check(err)
	db, err := bbolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("schema"), []byte{0, 0, 0, 0, 0, 0, 0, byte(n)})
	}))
	released(ts, db)
}

// natsd starts a NATS server that keeps its things in a folder, until the script
// ends, and sets VERBATIM_NATS and SERVERS to its address:
//
//	natsd folder
func natsd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: natsd FOLDER")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o700))
	s, err := natstest.Run(natstest.Options{Name: "one", Dir: dir, Port: server.RANDOM_PORT})
	ts.Check(err)
	ts.Defer(func() {
		s.Shutdown()
		s.WaitForShutdown()
	})
	ts.Setenv("VERBATIM_NATS", s.ClientURL())
	ts.Setenv("SERVERS", s.ClientURL())
}

// released closes what holds a lock while no other script is starting a
// program: until that program runs it has a copy of the file, and the lock.
func released(ts *testscript.TestScript, c io.Closer) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	ts.Check(c.Close())
}
