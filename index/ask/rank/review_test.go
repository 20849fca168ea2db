package rank

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestForest writes the program's own trees and reads them back.
func TestForest(t *testing.T) {
	trees := New().Review()
	if len(trees) == 0 {
		t.Fatal("the model has no trees")
	}
	var b bytes.Buffer
	if err := WriteForest(&b, trees); err != nil {
		t.Fatal(err)
	}
	got, err := readForest(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(forest(trees), got); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
	for _, bad := range []string{"lead 1", strings.Replace(b.String(), " ", " x", 1), "x" + b.String()} {
		if _, err := readForest([]byte(bad)); err == nil {
			t.Errorf("read %.40q without an error", bad)
		}
	}
}

// TestTree walks one tree by hand.
func TestTree(t *testing.T) {
	tree := Tree{Feature: [7]int16{0, 1, 1, 2, 2, 2, 2}, Limit: [7]float32{1, 5, 5, 0, 0, 0, 0}, Leaf: [8]float32{1, 2, 3, 4, 5, 6, 7, 8}}
	for _, tt := range []struct {
		x    []float32
		want float64
	}{
		{[]float32{0, 4, -1}, 1},
		{[]float32{0, 4, 0}, 2},
		{[]float32{0, 5, -1}, 3},
		{[]float32{1, 4, 0}, 6},
		{[]float32{1, 5, 1}, 8},
	} {
		if got := (forest{tree, tree}).score(tt.x); got != 2*tt.want {
			t.Errorf("score(%v) = %v, want %v", tt.x, got, 2*tt.want)
		}
	}
}
