package quote

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
)

// TestHashes tells the features of the model apart: two names with one hash
// would share a weight.
func TestHashes(t *testing.T) {
	met := map[uint64]string{}
	for line := range strings.Lines(string(weightsText) + string(statementsText)) {
		_, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		h := linear.Key(strings.Split(name, "|")...)
		if other, ok := met[h]; ok {
			t.Errorf("features %q and %q have the same hash", other, name)
		}
		met[h] = name
	}
	if len(met) < 10_000 {
		t.Errorf("the model has %d features, want more than 10000", len(met))
	}
}

func TestParseModelRefuses(t *testing.T) {
	for _, text := range []string{"12\n", "x name\n", "12 name\n\n13 other\n"} {
		if _, err := ParseModel([]byte(text)); err == nil {
			t.Errorf("ParseModel(%q): no error", text)
		}
	}
}

// BenchmarkParseModel is what the first article after a start waits for.
func BenchmarkParseModel(b *testing.B) {
	for b.Loop() {
		if _, err := ParseModel(weightsText, statementsText); err != nil {
			b.Fatal(err)
		}
	}
}
