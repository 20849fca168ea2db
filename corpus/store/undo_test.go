package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
)

func invented(title string, paragraphs ...string) Draft {
	a := &corpus.Article{Title: title, TitleDoc: -1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
	}
	return Draft{Article: a, Original: []byte(title)}
}

func TestUndo(t *testing.T) {
	s, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	number := func() uint64 {
		t.Helper()
		list, err := s.Log("g", 1)
		must(err)
		return list[0].Number
	}
	undo := func(n uint64, want error) {
		t.Helper()
		if _, err := s.Undo("g", "m", n); !errors.Is(err, want) {
			t.Fatalf("undo %d: %v, want %v", n, err, want)
		}
	}
	_, err = s.Add("g", "m", invented("One", "First."))
	must(err)
	added := number()
	undo(added, ErrNotFound)
	undo(999, ErrNotFound)

	must(second(s.Remove("g", "m", "a1")))
	removed := number()
	undo(removed, nil)
	_, err = s.Article("g", "a1")
	must(err)
	undo(removed, ErrChanged)
	must(second(s.Remove("g", "m", "a1")))
	undo(removed, ErrChanged) // another removal than this one
	undo(number(), nil)

	_, err = s.Replace("g", "m", "a1", invented("Two", "Second."))
	must(err)
	replaced := number()
	undo(replaced, nil)
	a, err := s.Article("g", "a1")
	must(err)
	if a.Title != "One" || a.Revision != 3 {
		t.Errorf("%q, revision %d", a.Title, a.Revision)
	}
	undo(replaced, ErrChanged)
	if a, err = s.Revision("g", "a1", 2); err != nil || a.Title != "Two" {
		t.Errorf("the replaced revision: %v %v", a, err)
	}

	fix := Fix{Article: "a1", Paragraph: a.Paragraphs[0].ID(), Span: corpus.Span{Start: 0, End: 5}, Was: "X", Speaker: "Y"}
	_, err = s.AddFix("g", "m", fix)
	must(err)
	first := number()
	fix.Speaker = "Z"
	_, err = s.AddFix("g", "m", fix)
	must(err)
	second := number()
	undo(first, ErrChanged)
	undo(second, nil)
	fixes, err := s.Fixes("g")
	must(err)
	if len(fixes) != 1 || fixes[0].Speaker != "Y" {
		t.Errorf("after the undo: %+v", fixes)
	}
	fix.Speaker = "W"
	_, err = s.AddFix("g", "m", fix)
	must(err)
	undo(number(), nil) // back to what the first undo brought back
	if fixes, err = s.Fixes("g"); err != nil || len(fixes) != 1 || fixes[0].Speaker != "Y" {
		t.Errorf("after undoing another fix: %+v %v", fixes, err)
	}
	undo(first, nil)
	if fixes, err = s.Fixes("g"); err != nil || len(fixes) != 0 {
		t.Errorf("after both: %+v %v", fixes, err)
	}
	undo(second, ErrChanged)
	if n, err := s.Size("g"); err != nil || n == 0 {
		t.Errorf("size %d %v", n, err)
	}
	if n, err := s.Size("other"); err != nil || n != 0 {
		t.Errorf("size of another %d %v", n, err)
	}
}

func TestEditDraft(t *testing.T) {
	s, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	d := invented("", "First.")
	token, err := s.SaveDraft("g", Pending{Draft: d, By: "m", For: "a7"})
	if err != nil {
		t.Fatal(err)
	}
	rename := func(a *corpus.Article) error {
		return a.SetDetails(corpus.Details{Title: " A  title ", URL: "https://x.example"})
	}
	if _, err := s.EditDraft("h", token, rename); !errors.Is(err, ErrNotFound) {
		t.Errorf("another guild's: %v", err)
	}
	if _, err := s.EditDraft("g", token, rename); err != nil {
		t.Fatal(err)
	}
	bad := func(a *corpus.Article) error { return a.SetDetails(corpus.Details{Title: "B", URL: "javascript:x"}) }
	if _, err := s.EditDraft("g", token, bad); !errors.Is(err, corpus.ErrURL) {
		t.Errorf("a bad address: %v", err)
	}
	p, err := s.Draft("g", token)
	if err != nil {
		t.Fatal(err)
	}
	if p.Article.Title != "A title" || p.For != "a7" || p.By != "m" || string(p.Original) != "" || p.Article.URL != "https://x.example" {
		t.Errorf("%+v", p)
	}
}

// TestActNumbers undoes acts by the numbers that they gave, although far more
// than a page of the log was written since.
func TestActNumbers(t *testing.T) {
	s := open(t, t.TempDir())
	for _, title := range []string{"One", "Two", "Three"} {
		add(t, s, "g", invented(title, "Mooring Ada Quill said so."))
	}
	removed, err := s.Remove("g", "m", "a1")
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := s.AddFix("g", "m", Fix{Article: "a2", Was: "Quill", Speaker: "Ada Quill"})
	if err != nil {
		t.Fatal(err)
	}
	token, err := s.SaveDraft("g", Pending{Draft: invented("Three", "Other words."), For: "a3"})
	if err != nil {
		t.Fatal(err)
	}
	_, replaced, err := s.AcceptDraft("g", "m", token)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		add(t, s, "g", invented(fmt.Sprint("More ", i), "Words."))
	}
	for _, number := range []uint64{removed, fixed, replaced} {
		if _, err := s.Undo("g", "m", number); err != nil {
			t.Errorf("undo %d: %v", number, err)
		}
	}
	if a, err := s.Article("g", "a3"); err != nil || a.Revision != 3 || !strings.Contains(a.Paragraphs[0].Text, "said so") {
		t.Errorf("%+v %v", a, err)
	}
}
