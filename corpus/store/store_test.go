package store

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
)

// open opens the records in dir and closes them when the test ends.
func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// draft makes an article of the title and paragraphs.
func draft(title string, paragraphs ...string) Draft {
	a := &corpus.Article{Title: title, TitleDoc: 0, Publisher: "The Tidewater Post", Date: "2031-04-02", Language: "en"}
	for i, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: 100 * i})
	}
	return Draft{Article: a, Original: []byte(title + "\n" + strings.Join(paragraphs, "\n"))}
}

// add stores one article and fails the test when that does not work.
func add(t *testing.T, s *Store, guild string, d Draft) *corpus.Article {
	t.Helper()
	as, err := s.Add(guild, "u1", d)
	if err != nil {
		t.Fatal(err)
	}
	return as[0]
}

func ids(rs []Record) []string {
	var s []string
	for _, r := range rs {
		s = append(s, r.ID)
	}
	return s
}

func TestArticles(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	first := draft("Ferry stays in harbour", "The ferry <b>will not</b> sail.\u2028", "“No,” said Ms. Oduya.")
	first.Article.Warnings = []corpus.Warning{{Kind: corpus.DoubtShort, Args: []string{"9"}}, {Args: []string{"in words"}}}
	a := add(t, s, "42", first)
	if a.ID != "a1" || a.Revision != 1 {
		t.Errorf("first article is %s revision %d, want a1 revision 1", a.ID, a.Revision)
	}
	add(t, s, "42", draft("Second", "x"))
	add(t, s, "4", draft("Other server", "y"))
	if h := add(t, s, House, draft("House", "z")); h.ID != "h1" {
		t.Errorf("house article is %s, want h1", h.ID)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = open(t, dir)
	got, err := s.Article("42", "a1")
	if err != nil {
		t.Fatal(err)
	}
	want := *first.Article
	want.ID, want.Revision = "a1", 1
	if d := cmp.Diff(&want, got); d != "" {
		t.Errorf("article after reopening (-want +got):\n%s", d)
	}
	original, err := s.Original("42", "a1", 0)
	if err != nil || string(original) != string(first.Original) {
		t.Errorf("original = %q, %v", original, err)
	}
	rs, err := s.Articles("42")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"a1", "a2"}, ids(rs)); d != "" {
		t.Errorf("articles (-want +got):\n%s", d)
	}
	if r := rs[0]; r.Paragraphs != 2 || r.By != "u1" || r.Digest == rs[1].Digest || r.Bytes != a.Size() {
		t.Errorf("record = %+v", r)
	}
	gs, err := s.Guilds()
	if err != nil {
		t.Fatal(err)
	}
	if len(gs) != 3 || gs[0].ID != "4" || gs[1].ID != "42" || gs[1].Articles != 2 || gs[2].ID != House {
		t.Errorf("guilds = %+v", gs)
	}
}

func TestRevisions(t *testing.T) {
	s := open(t, t.TempDir())
	add(t, s, "1", draft("One", "first words"))
	a, err := s.Replace("1", "u2", "a1", draft("One, again", "second words", "more"))
	if err != nil || a.Revision != 2 || a.ID != "a1" {
		t.Fatalf("replace = %+v, %v", a, err)
	}
	old, err := s.Revision("1", "a1", 1)
	if err != nil || old.Title != "One" || old.Revision != 1 {
		t.Errorf("old revision = %+v, %v", old, err)
	}
	if a, err := s.Article("1", "a1"); err != nil || a.Title != "One, again" {
		t.Errorf("serving revision = %+v, %v", a, err)
	}
	if _, err := s.Undo("1", "u2", 2); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Article("1", "a1"); err != nil || a.Title != "One" || a.Revision != 3 {
		t.Errorf("undone = %+v, %v", a, err)
	}
	for _, n := range []int{-1, 4} {
		if _, err := s.Revision("1", "a1", n); !errors.Is(err, ErrNotFound) {
			t.Errorf("revision %d: %v, want ErrNotFound", n, err)
		}
	}
}

func TestRemove(t *testing.T) {
	s := open(t, t.TempDir())
	now := time.Date(2031, 4, 2, 10, 0, 0, 0, time.UTC)
	s.now = func() time.Time { return now }
	add(t, s, "1", draft("One", "first words"))
	add(t, s, "1", draft("Two", "other words"))
	fix := Fix{Article: "a1", Paragraph: "00", Speaker: "Tamsin Oduya"}
	if _, err := s.AddFix("1", "u1", fix); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Remove("1", "u1", "a1"); err != nil {
		t.Fatal(err)
	}
	for what, err := range map[string]error{
		"article": second(s.Article("1", "a1")),
		"replace": second(s.Replace("1", "u1", "a1", draft("x", "y"))),
		"remove":  second(s.Remove("1", "u1", "a1")),
		"fix":     second(s.AddFix("1", "u1", fix)),
	} {
		if !errors.Is(err, ErrRemoved) {
			t.Errorf("%s of a removed article: %v, want ErrRemoved", what, err)
		}
	}
	if rs, _ := s.Removed("1"); len(rs) != 1 || rs[0].ID != "a1" {
		t.Errorf("removed = %v", ids(rs))
	}
	if gone, err := s.Purge(now.Add(keepRemoved - 1)); gone.Articles != 0 || err != nil {
		t.Errorf("purge one moment early took %+v, %v", gone, err)
	}
	if err := s.Restore("1", "u1", "a1"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Article("1", "a1"); err != nil {
		t.Error(err)
	}
	if _, err := s.Remove("1", "u1", "a1"); err != nil {
		t.Fatal(err)
	}
	if gone, err := s.Purge(now.Add(keepRemoved)); gone.Articles != 1 || gone.Guilds != nil || err != nil {
		t.Errorf("purge took %+v, %v; want 1 article", gone, err)
	}
	if err := s.Restore("1", "u1", "a1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("restore after the purge: %v, want ErrNotFound", err)
	}
	if fs, _ := s.Fixes("1"); len(fs) != 0 {
		t.Errorf("fixes after the purge: %v", fs)
	}
	es, err := s.Log("1", 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range es {
		if e.Fix != nil {
			t.Errorf("log entry after the purge still holds %+v", *e.Fix)
		}
	}
	if a := add(t, s, "1", draft("Three", "z")); a.ID != "a3" {
		t.Errorf("id after the purge is %s: an id was used twice", a.ID)
	}
}

func second[T any](_ T, err error) error { return err }

func TestUnknown(t *testing.T) {
	s := open(t, t.TempDir())
	add(t, s, "1", draft("One", "first words"))
	for _, c := range []struct{ name, guild, id string }{
		{"other guild", "2", "a1"},
		{"house id in a server", "1", "h1"},
		{"server id in the house", House, "a1"},
		{"leading zero", "1", "a01"},
		{"no number", "1", "a"},
		{"sign", "1", "a+1"},
		{"overflow", "1", "a4294967297"},
		{"empty id", "1", ""},
		{"empty guild", "", "a1"},
		{"guild with a zero byte", "1\x00", "a1"},
		{"article zero", "1", "a0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := s.Article(c.guild, c.id); !errors.Is(err, ErrNotFound) {
				t.Errorf("Article: %v, want ErrNotFound", err)
			}
			if _, err := s.Remove(c.guild, "u", c.id); !errors.Is(err, ErrNotFound) {
				t.Errorf("Remove: %v, want ErrNotFound", err)
			}
		})
	}
}

func TestLocked(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	_, err := Open(dir)
	if !errors.Is(err, ErrLocked) {
		t.Fatalf("second open: %v, want ErrLocked", err)
	}
	if !strings.Contains(err.Error(), "process") || !strings.Contains(err.Error(), filepath.Base(dir)) {
		t.Errorf("message %q names neither process nor folder", err)
	}
}
