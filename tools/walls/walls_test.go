package main

import (
	"slices"
	"testing"
)

// TestWalls holds the limits: few files in a folder, all named in the package
// comment in the order in which the data goes, few calls back up that order, no
// package that one file alone imports, no alias across packages.
func TestWalls(t *testing.T) {
	h, err := measure("../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(h.rooms) < 10 {
		t.Fatalf("%d packages: this does not look at the program", len(h.rooms))
	}
	for _, r := range h.rooms {
		for _, f := range r.faults() {
			t.Errorf("%s: %s", r.folder, f)
		}
	}
}

func TestCodeLines(t *testing.T) {
	const src = "// Package p.\npackage p\n\n/* a\nb */\nvar x = `a\n\nb` // c\n\nfunc f() {\n\t// nothing\n}\n"
	if n := codeLines([]byte(src)); n != 6 {
		t.Errorf("%d lines of code, want 6", n)
	}
}

func TestSettle(t *testing.T) {
	calls := []call{{"a", "b", "f"}, {"c", "a", "g"}, {"c", "b", "f"}, {"b", "c", "h"}, {"c", "a", "g"}}
	if got := settle(calls, []string{"a", "b", "c"}); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("order %v", got)
	}
	if up := upward(calls, []string{"c", "a", "b"}); len(up) != 1 || up[0].function != "h" {
		t.Errorf("calls up %v", up)
	}
}
