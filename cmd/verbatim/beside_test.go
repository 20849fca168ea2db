package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/config"
)

// TestBeside uses the corpus commands while the bot runs on the data folder.
func TestBeside(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	dir, err := os.MkdirTemp("", "v") //nolint:usetesting // a socket's name must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	c := config.Config{Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), Data: filepath.Join(dir, "data")}
	t.Setenv("VERBATIM_DATA", c.Data)
	in := func(name string) string { return filepath.Join(dir, name) }
	write := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(in(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("quay.txt", []byte(quay))
	write("large.txt", bytes.Repeat([]byte("Nothing happened in Lomvik on that day either.\n"), 300_000))
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	f, err := z.Create("mill.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte("The mill burns\nThe old mill of Lomvik burnt down on Friday.\n")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write("some.zip", archive.Bytes())

	r := start(t, d, c)
	defer r.end()
	d.WaitLink(1, func(l discordtest.Link) bool { return l.Ready })

	const server = "200000000000000009"
	for _, tt := range []struct {
		name     string
		args     []string
		code     int
		out, err string // stand in what is printed
	}{
		{"none yet", []string{"list"}, exitDone, "", "No articles yet"},
		{"add", []string{"add", in("quay.txt")}, exitDone, "h1  ", ""},
		{"add twice", []string{"add", in("quay.txt")}, exitDone, "already there as h1", ""},
		{"add an archive", []string{"add", in("some.zip")}, exitDone, "The mill burns", ""},
		{"add what is not there", []string{"add", in("none.txt")}, exitIO, "", "no such file"},
		{"add what is too large", []string{"add", in("large.txt")}, exitIO, "", "over 10 MB"},
		{"list", []string{"list"}, exitDone, "h2", ""},
		{"show", []string{"show", "h1¶1"}, exitDone, "quay", ""},
		{"show what is not there", []string{"show", "h9"}, exitIO, "", "no such article"},
		{"a wrong flag", []string{"list", "--sideways"}, exitUsage, "", "unknown flag"},
		{"replace", []string{"replace", "h1", in("quay.txt")}, exitDone, "revision 2", ""},
		{"export", []string{"export", in("backup.zip")}, exitDone, "", ""},
		{"export over it", []string{"export", in("backup.zip")}, exitIO, "", "is there already"},
		{"export nowhere", []string{"export", in("no/such/folder.zip")}, exitIO, "", "cannot be written"},
		{"export to the output", []string{"export", "-"}, exitDone, "PK", ""},
		{"import", []string{"--guild", server, "import", in("backup.zip")}, exitDone, "2 articles", ""},
		{"import no archive", []string{"--guild", server, "import", in("quay.txt")}, exitIO, "", "quay.txt"},
		{"reindex", []string{"reindex"}, exitDone, "2 articles", ""},
		{"verify", []string{"verify"}, exitDone, "3 revisions", ""},
		{"remove", []string{"remove", "h2"}, exitDone, "corpus restore h2", ""},
		{"log", []string{"log"}, exitDone, "shell", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs strings.Builder
			code := run(t.Context(), streams{in: eof{}, out: &out, err: &errs, disk: ownDisk}, append([]string{"corpus"}, tt.args...))
			if code != tt.code || !strings.Contains(out.String(), tt.out) || !strings.Contains(errs.String(), tt.err) {
				t.Errorf("code %d, want %d; want %q and %q in\n%.400s\n%.400s", code, tt.code, tt.out, tt.err, out.String(), errs.String())
			}
		})
	}
	if text := d.Reply(d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "When will the quay be closed?")))).Text(); !strings.Contains(text, "3 June") {
		t.Errorf("the bot knows nothing of what the shell added: %q", text)
	}
	if left, err := filepath.Glob(filepath.Join(c.Data, ".shell-*")); err != nil || len(left) > 0 {
		t.Errorf("left over: %v (%v)", left, err)
	}
	if info, err := os.Stat(filepath.Join(c.Data, socketFile)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("socket: %v (%v)", info, err)
	}

	t.Run("others", func(t *testing.T) {
		for name, say := range map[string]string{
			"garbage":         "\x00\xff{{{\n",
			"nothing":         "",
			"another version": `{"version":"99","args":["corpus","remove","h1"]}`,
			"another command": `{"version":"` + readVersion().Version + `","args":["bot"]}`,
		} {
			conn, err := net.Dial("unix", filepath.Join(c.Data, socketFile)) //nolint:noctx // on this machine
			if err != nil {
				t.Fatal(err)
			}
			if _, err := conn.Write([]byte(say)); err != nil {
				t.Fatal(err)
			}
			if u, ok := conn.(*net.UnixConn); ok {
				_ = u.CloseWrite() // the read below tells
			}
			_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
			in, code := json.NewDecoder(conn), exitUsage
			for {
				var e errand
				if in.Decode(&e) != nil {
					break
				}
				if e.Do == endOrder {
					code = e.Code
				}
			}
			if code != exitUsage {
				t.Errorf("%s: code %d", name, code)
			}
			_ = conn.Close()
		}
	})
	t.Run("a shell that goes", func(t *testing.T) {
		conn, err := net.Dial("unix", filepath.Join(c.Data, socketFile)) //nolint:noctx // on this machine
		if err != nil {
			t.Fatal(err)
		}
		out, in := json.NewEncoder(conn), json.NewDecoder(conn)
		if err := out.Encode(order{Version: readVersion().Version, Args: []string{"corpus", "replace", "h1", "x.txt"}}); err != nil {
			t.Fatal(err)
		}
		var e errand
		if err := in.Decode(&e); err != nil || e.Do != readOne {
			t.Fatalf("errand %+v (%v)", e, err)
		}
		_ = conn.Close()
		var list strings.Builder
		if code := run(t.Context(), streams{in: eof{}, out: &list, err: &list, disk: ownDisk}, []string{"corpus", "list"}); code != exitDone || !strings.Contains(list.String(), "h1  r2") {
			t.Errorf("code %d\n%s", code, list.String())
		}
	})
}
