package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.etcd.io/bbolt"
)

func TestFixes(t *testing.T) {
	s := open(t, t.TempDir())
	a := add(t, s, "1", draft("One", "“Sail,” she said."))
	quote := Fix{Article: "a1", Paragraph: a.Paragraphs[0].ID(), Was: "", Speaker: "Ines Calder"}
	quote.Span.End = 8
	merge := Fix{Article: "a1", Was: "Calder", Speaker: "Ines Calder"}
	for _, f := range []Fix{quote, merge} {
		if _, err := s.AddFix("1", "u1", f); err != nil {
			t.Fatal(err)
		}
	}
	corrected := quote
	corrected.Speaker = "Tamsin Oduya"
	if _, err := s.AddFix("1", "u2", corrected); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Replace("1", "u1", "a1", draft("One", "Other words.")); err != nil {
		t.Fatal(err)
	}
	got, err := s.Fixes("1")
	if err != nil {
		t.Fatal(err)
	}
	merge.By, corrected.By = "u1", "u2"
	opts := []cmp.Option{cmpopts.IgnoreFields(Fix{}, "Made"), cmpopts.SortSlices(func(a, b Fix) bool { return a.Was < b.Was })}
	if d := cmp.Diff([]Fix{corrected, merge}, got, opts...); d != "" {
		t.Errorf("fixes (-want +got):\n%s", d)
	}
	if _, err := s.AddFix("2", "u1", merge); !errors.Is(err, ErrNotFound) {
		t.Errorf("fix of another server's article: %v, want ErrNotFound", err)
	}
	if fs, _ := s.Fixes("11"); len(fs) != 0 {
		t.Errorf("server 11 sees %v", fs)
	}
}

func TestSettings(t *testing.T) {
	s := open(t, t.TempDir())
	if set, err := s.Settings("1"); err != nil || !cmp.Equal(set, Settings{}) {
		t.Errorf("settings of a new server = %+v, %v", set, err)
	}
	want := Settings{HouseOff: true, Channels: map[string]string{"900": "a1"}}
	set := func(guild string, v Settings) {
		t.Helper()
		got, err := s.SetSettings(guild, "u", func(set *Settings) { *set = v })
		if err != nil || !cmp.Equal(got, v) {
			t.Errorf("set = %+v, %v", got, err)
		}
	}
	set("1", want)
	set("11", Settings{Private: true})
	got, err := s.Settings("1")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("settings (-want +got):\n%s", d)
	}
}

func TestLog(t *testing.T) {
	s := open(t, t.TempDir())
	for _, guild := range []string{"1", "11", "2", House} { // neighbours in the key order
		add(t, s, guild, draft("One", "x"))
	}
	if _, err := s.Replace("1", "u2", "a1", draft("Two", "y")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Remove("1", "u3", "a1"); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore("1", "u3", "a1"); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore("1", "u3", "a1"); err != nil { // nothing to do, nothing to log
		t.Fatal(err)
	}
	want := []Entry{
		{Number: 4, By: "u3", Act: actRestored, Article: "a1", Revision: 2},
		{Number: 3, By: "u3", Act: Removed, Article: "a1", Revision: 2},
		{Number: 2, By: "u2", Act: actReplaced, Article: "a1", Revision: 2},
		{Number: 1, By: "u1", Act: actAdded, Article: "a1", Revision: 1},
	}
	for _, n := range []int{0, 1, 3, 4, 100} {
		got, err := s.Log("1", n)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want[:min(n, 4)], got, cmpopts.IgnoreFields(Entry{}, "Time"), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("newest %d entries (-want +got):\n%s", n, d)
		}
	}
	if es, err := s.Log("2", 100); err != nil || len(es) != 1 {
		t.Errorf("log of the server whose keys are last but the house's = %v, %v", es, err)
	}
	if es, err := s.Log(House, 100); err != nil || len(es) != 1 {
		t.Errorf("log of the house = %v, %v", es, err)
	}
}

func TestDrafts(t *testing.T) {
	s := open(t, t.TempDir())
	now := time.Date(2031, 4, 2, 10, 0, 0, 0, time.UTC)
	s.now = func() time.Time { return now }
	save := func(p Pending) string {
		t.Helper()
		token, err := s.SaveDraft("1", p)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	token := save(Pending{Draft: draft("One", "x"), By: "u1"})
	p, err := s.Draft("1", token)
	if err != nil || p.Article.Title != "One" || p.By != "u1" || string(p.Original) != "One\nx" {
		t.Errorf("draft = %+v, %v", p, err)
	}
	if _, err := s.Draft("2", token); !errors.Is(err, ErrNotFound) {
		t.Errorf("another server's draft: %v, want ErrNotFound", err)
	}
	if a, _, err := s.AcceptDraft("1", "u1", token); err != nil || a.ID != "a1" {
		t.Errorf("accept = %+v, %v", a, err)
	}
	if _, _, err := s.AcceptDraft("1", "u1", token); !errors.Is(err, ErrNotFound) {
		t.Errorf("accepting twice: %v, want ErrNotFound", err)
	}
	token = save(Pending{Draft: draft("One, corrected", "y"), By: "u1", For: "a1"})
	if a, _, err := s.AcceptDraft("1", "u1", token); err != nil || a.ID != "a1" || a.Revision != 2 {
		t.Errorf("accept a replacement = %+v, %v", a, err)
	}
	token = save(Pending{Draft: draft("Never", "z"), By: "u1"})
	if err := s.DropDraft("1", token); err != nil {
		t.Error(err)
	}
	token = save(Pending{Draft: draft("Late", "z"), By: "u1"})
	if _, err := s.Purge(now.Add(keepDraft - 1)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Draft("1", token); err != nil {
		t.Errorf("draft before its time: %v", err)
	}
	if _, err := s.Purge(now.Add(keepDraft)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Draft("1", token); !errors.Is(err, ErrNotFound) {
		t.Errorf("draft after its time: %v, want ErrNotFound", err)
	}
}

func TestVersion(t *testing.T) {
	s := open(t, t.TempDir())
	var last uint64
	step := func(what string, raises bool, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		g, err := s.Guild("1")
		if err != nil {
			t.Fatal(err)
		}
		if (g.Version > last) != raises {
			t.Errorf("%s: version went from %d to %d", what, last, g.Version)
		}
		last = g.Version
	}
	merge := Fix{Article: "a1", Was: "A", Speaker: "B"}
	step("add", true, second(s.Add("1", "u", draft("One", "x"))))
	step("replace", true, second(s.Replace("1", "u", "a1", draft("One", "y"))))
	step("undo a replacement", true, second(s.Undo("1", "u", 2)))
	step("fix", true, second(s.AddFix("1", "u", merge)))
	step("undo a fix", true, second(s.Undo("1", "u", 4)))
	step("remove", true, second(s.Remove("1", "u", "a1")))
	step("restore", true, s.Restore("1", "u", "a1"))
	step("restore again", false, s.Restore("1", "u", "a1"))
	step("settings", false, second(s.SetSettings("1", "u", func(set *Settings) { set.Private = true })))
	g := Generation{Serving: 2, Previous: 1, Last: 2, Version: last, Schema: "3"}
	step("generation", false, s.SetGeneration("1", "u", g))
	step("derived", false, s.SetDerived("1", map[string][]byte{"s": []byte("v")}))
	got, err := s.Guild("1")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(Guild{ID: "1", Articles: 1, Version: last, Generation: g}, got); d != "" {
		t.Errorf("guild (-want +got):\n%s", d)
	}
	if v, err := s.Derived("1", "s"); err != nil || string(v) != "v" {
		t.Errorf("derived = %q, %v", v, err)
	}
	if err := s.SetDerived("1", map[string][]byte{"s": nil}); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Derived("1", "s"); err != nil || v != nil {
		t.Errorf("derived after it was taken away = %q, %v", v, err)
	}
}

func TestLeave(t *testing.T) {
	s := open(t, t.TempDir())
	now := time.Date(2031, 4, 2, 10, 0, 0, 0, time.UTC)
	s.now = func() time.Time { return now }
	for _, guild := range []string{"1", "11"} {
		fill(t, s, guild)
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(s.LeaveGuild("1"))
	check(s.LeaveGuild("404")) // never had records
	if gs, _ := s.Guilds(); len(gs) != 2 {
		t.Errorf("guilds = %+v", gs)
	}
	now = now.Add(keepRemoved / 2)
	check(s.LeaveGuild("1")) // told twice: the first time counts
	check(s.JoinGuild("1"))
	if g, _ := s.Guild("1"); !g.Left.IsZero() {
		t.Errorf("after coming back: left at %v", g.Left)
	}
	check(s.LeaveGuild("1"))
	left := now
	neighbour, err := s.Articles("11")
	check(err)
	check(second(s.Purge(left.Add(keepRemoved - 1))))
	if rs, _ := s.Articles("1"); len(rs) == 0 {
		t.Error("purged before its time")
	}
	if gone, err := s.Purge(left.Add(keepRemoved)); err != nil || gone.Articles == 0 || !cmp.Equal(gone.Guilds, []string{"1"}) {
		t.Errorf("purge = %+v, %v", gone, err)
	}
	if d := dump(t, s, "1"); len(d) != 1 || d["settings"] != "" {
		t.Errorf("left after the purge: %v", d)
	}
	if es, _ := s.Log("1", 9); len(es) != 0 {
		t.Errorf("log after the purge: %v", es)
	}
	got, err := s.Articles("11")
	check(err)
	if d := cmp.Diff(neighbour, got); d != "" {
		t.Errorf("articles of the neighbour (-want +got):\n%s", d)
	}
	check(second(s.Article("11", "a2")))
}

// BenchmarkOpen opens the records of many servers and lists them: what a
// starting bot does before it can answer.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s, err := Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	paragraphs := make([]string, 30)
	for i := range paragraphs {
		paragraphs[i] = strings.Repeat("thirty words or so make a paragraph ", 5)
	}
	const guilds = 10_000
	s.db.NoSync = true // only while it is filled
	for i := range guilds {
		if _, err := s.Add(fmt.Sprint(100_000_000_000_000_000+i), "u", draft(fmt.Sprint("Title ", i), paragraphs...)); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.db.Sync(); err != nil {
		b.Fatal(err)
	}
	perServer := float64(size(b, s)) / guilds
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		gs, err := s.Guilds()
		if err != nil || len(gs) != guilds {
			b.Fatal(len(gs), err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(perServer, "bytes/server")
}

// size is the length of the file's used part in bytes.
func size(tb testing.TB, s *Store) int64 {
	tb.Helper()
	var n int64
	if err := s.view(func(tx *bbolt.Tx) error { n = tx.Size(); return nil }); err != nil {
		tb.Fatal(err)
	}
	return n
}

func BenchmarkArticle(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	var paragraphs []string
	for range 30 {
		paragraphs = append(paragraphs, strings.Repeat("thirty words or so make a paragraph ", 5))
	}
	if _, err := s.Add("1", "u", draft("Title", paragraphs...)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Article("1", "a1"); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// TestJoinWritesNothing joins a server again and again, as every start of the
// bot does: only a mark that changes is written.
func TestJoinWritesNothing(t *testing.T) {
	s := open(t, t.TempDir())
	add(t, s, "1", draft("One", "The quay is closed."))
	writes := func(act func(string) error, guild string) int64 {
		t.Helper()
		before := s.db.Stats()
		for range 100 {
			if err := act(guild); err != nil {
				t.Fatal(err)
			}
		}
		after := s.db.Stats()
		return after.TxStats.GetWrite() - before.TxStats.GetWrite()
	}
	if n := writes(s.JoinGuild, "1"); n != 0 {
		t.Errorf("%d pages written to join a server that was never left", n)
	}
	if n := writes(s.LeaveGuild, "2"); n != 0 {
		t.Errorf("%d pages written to leave a server without records", n)
	}
	once := writes(s.LeaveGuild, "1")
	if once == 0 || once > 10 {
		t.Errorf("%d pages written to leave a server a hundred times", once)
	}
	if n := writes(s.JoinGuild, "1"); n == 0 || n > 10 {
		t.Errorf("%d pages written to join it again a hundred times", n)
	}
	if g, err := s.Guild("1"); err != nil || !g.Left.IsZero() {
		t.Errorf("%+v %v", g, err)
	}
}

// TestGenerations lists guilds of which some have a generation, and one has
// nothing else, which goes when the records are tidied.
func TestGenerations(t *testing.T) {
	s := open(t, t.TempDir())
	for _, guild := range []string{"1", "11", "2", "3"} {
		add(t, s, guild, draft("One", "The quay."))
	}
	for i, guild := range []string{"0", "11", "3"} {
		if err := s.SetGeneration(guild, "", Generation{Serving: uint64(i + 2)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetDerived("12", map[string][]byte{"note": []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Purge(s.now()); err != nil {
		t.Fatal(err)
	}
	gs, err := s.Guilds()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]uint64{}
	for _, g := range gs {
		got[g.ID] = g.Generation.Serving
	}
	if d := cmp.Diff(map[string]uint64{"1": 0, "11": 3, "2": 0, "3": 4}, got); d != "" {
		t.Errorf("serving generations (-want +got):\n%s", d)
	}
	if g, err := s.Guild("0"); err != nil || g.Generation.Serving != 0 {
		t.Errorf("a guild without records has %+v, %v", g, err)
	}
	if v, err := s.Derived("12", "note"); err != nil || v != nil {
		t.Errorf("derived data of a guild without records: %q, %v", v, err)
	}
}
