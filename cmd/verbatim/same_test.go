package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// TestSame types the lines of the archive that the test of the Discord bot
// types, and finds the same texts, only without the marks of Discord's
// formatting.
func TestSame(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "bot", "discord", "testdata", "same.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := corpus.Parse(archive.Files[0].Name, archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	a.Revision = 1
	scope, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files[1:] {
		var out, errs bytes.Buffer
		p := &playground{
			std:  streams{out: &out, err: &errs},
			desk: newDesk(func(string) (*index.Scope, error) { return scope, nil }, &errs),
			base: say.Event{Member: "0"},
		}
		if err := p.handle(t.Context(), p.event(f.Name)); err != nil {
			t.Fatal(err)
		}
		want := strings.TrimSpace(paint{}.markdown(strings.TrimSuffix(string(f.Data), "\n")))
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(strings.TrimSpace(out.String()), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if !slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return f.Name == "/help" }) {
		t.Error("the archive lacks its lines")
	}
}
