package reader

import (
	"errors"
	"strings"
	"testing"
)

func testNetwork(tb testing.TB) *network {
	tb.Helper()
	w, err := newNetwork(weights)
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func testVocabulary(t *testing.T) *vocabulary {
	t.Helper()
	return testNetwork(t).vocabulary
}

// TestDamage gives files of weights that are not what they should be.
func TestDamage(t *testing.T) {
	flipped := []byte(weights)
	flipped[len(flipped)/2] ^= 1
	for name, file := range map[string]string{
		"empty": "", "other": "something else altogether, of some length", "cut in the header": weights[:40], "cut in the body": weights[:len(weights)/2],
		"one bit": string(flipped), "longer": weights + "x", "no length": weights[:20], "huge header": weights[:20] + "\xff\xff\xff\xff" + weights[24:],
		"another shape": strings.Replace(weights, `"hidden": 384`, `"hidden": 385`, 1),
	} {
		if _, err := newNetwork(file); !errors.Is(err, errWeights) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestHeader checks that the file says what it is.
func TestHeader(t *testing.T) {
	h := testNetwork(t).header
	if h.Version == "" || h.Licence == "" || h.Base == "" {
		t.Errorf("header %+v", h)
	}
	if most := 36_000_000; len(weights) > most {
		t.Errorf("%d bytes of weights, at most %d", len(weights), most)
	}
}
