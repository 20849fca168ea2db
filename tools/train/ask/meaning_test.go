package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadGloVe(t *testing.T) {
	numbers := "[" + strings.Repeat("0.5,", vectorDims) + "7]"
	for _, tt := range []struct{ name, json, want string }{
		{"whole", `{"size":2,"words":["vectors","ship"],"vectors":{"vectors":` + numbers + `,"ship":` + numbers + `}}`, ""},
		{"no vectors", `{"size":2}`, "no vectors: EOF"},
		{"too short", `{"vectors":{"ship":[1,2]}}`, "ship: 2 numbers"},
		{"cut off", `{"vectors":{"ship":[1,`, "unexpected EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "vectors.json")
			if err := os.WriteFile(path, []byte(tt.json), 0o644); err != nil {
				t.Fatal(err)
			}
			words, vectors, err := readGloVe(path)
			if tt.want != "" {
				if err == nil || !strings.Contains(err.Error(), tt.want) {
					t.Errorf("%v, want %q", err, tt.want)
				}
				return
			}
			if diff := cmp.Diff([]string{"vectors", "ship"}, words); err != nil || diff != "" {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
			if len(vectors) != 2 || len(vectors[1]) != vectorDims || vectors[1][99] != .5 {
				t.Errorf("vectors %v", vectors)
			}
		})
	}
}

// TestStemVectors brings the words of a stem together by their rank.
func TestStemVectors(t *testing.T) {
	stems, rows := stemVectors([]string{"ship", "ships", "3", "of", "quay"}, [][]float64{{2, 0}, {0, 5}, {1, 1}, {1, 1}, {0, -1}})
	long := math.Sqrt(1 + .25)
	if diff := cmp.Diff([]string{"quai", "ship"}, stems); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][]float64{{0, -1}, {1 / long, .5 / long}}, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPrincipal drops the direction of the greatest differences and gives the
// coordinates in the next.
func TestPrincipal(t *testing.T) {
	rows := principal([][]float64{{9, 5, 2}, {9, -5, 1}, {-7, 5, 1}, {-7, -5, 2}}, 1, 2)
	for i, want := range [][]float64{{5, .5}, {-5, -.5}, {5, -.5}, {-5, .5}} {
		long := math.Hypot(want[0], want[1])
		if math.Abs(rows[i][0]-want[0]/long) > 1e-6 || math.Abs(math.Abs(rows[i][1])-.5/long) > 1e-6 {
			t.Errorf("row %d: %.4f, want %.4f over %.4f", i, rows[i], want, long)
		}
	}
}
