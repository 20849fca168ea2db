package reader

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write testdata/readings.txt anew")

// sample is what a reading is made of, and the logit that the network has in
// float32, by tools/reader/golden.py.
type sample struct {
	Question, Context, Passage string
	Answers                    float32
}

func samples(t *testing.T) []sample {
	t.Helper()
	f, err := os.Open("testdata/samples.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	var out []sample
	for in := bufio.NewScanner(f); in.Scan(); {
		var s sample
		if err := json.Unmarshal(in.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		t.Fatal("no samples")
	}
	return out
}

// TestReadings compares the readings, to the last bit, with those written down:
// on every set of kernels and every processor they are the same.
func TestReadings(t *testing.T) {
	w := testNetwork(t)
	want, err := os.ReadFile("testdata/readings.txt")
	if err != nil && !*update {
		t.Fatal(err)
	}
	line := func(k *kernels, s sample) string {
		r, _ := w.read(k, new(scratch), never, w.vocabulary.pieces(s.Question, questionPieces), Passage{s.Context, s.Passage})
		return fmt.Sprintf("%08x %08x %d-%d %.4f %.4f %q %q\n", math.Float32bits(r.Answers), math.Float32bits(r.SpanScore), r.Span.Start, r.Span.End, r.Answers, r.SpanScore, s.Question, s.Passage[r.Span.Start:r.Span.End])
	}
	all := samples(t)
	if *update {
		var b strings.Builder
		for _, s := range all {
			b.WriteString(line(&plain, s))
		}
		if err := os.WriteFile("testdata/readings.txt", []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		want = []byte(b.String())
	}
	lines := strings.SplitAfter(string(want), "\n")
	if len(lines) != len(all)+1 {
		t.Fatalf("%d readings, %d samples", len(lines)-1, len(all))
	}
	for n, k := range fit() {
		for i, s := range all {
			if n > 0 && i%4 != 0 {
				continue // the slower sets: some will do
			}
			if got := line(k, s); got != lines[i] {
				t.Errorf("%s: got\n%swant\n%s", k.name, got, lines[i])
			}
		}
	}
}

// TestFloat compares with the same network in float32: quantising moves a logit
// by some tenths.
func TestFloat(t *testing.T) {
	w := testNetwork(t)
	sum := 0.0
	all := samples(t)
	for _, s := range all {
		r, _ := w.read(fit()[0], new(scratch), never, w.vocabulary.pieces(s.Question, questionPieces), Passage{s.Context, s.Passage})
		d := math.Abs(float64(r.Answers - s.Answers))
		if sum += d; d > 1 {
			t.Errorf("%q: %g, in float32 %g", s.Question, r.Answers, s.Answers)
		}
	}
	if mean := sum / float64(len(all)); mean > .2 {
		t.Errorf("the logits are %.3f off in the mean", mean)
	}
}

// TestHostile reads what nobody should send.
func TestHostile(t *testing.T) {
	r := Embedded()
	long := strings.Repeat("a", 1_000_000)
	for name, c := range map[string][2]string{
		"nothing":               {"", ""},
		"no words":              {"?!", "\u0301\u200b"},
		"a word of a million":   {long, long},
		"ten thousand words":    {strings.Repeat("why ", 10_000), "Because."},
		"ten megabytes":         {"what", strings.Repeat("what the ferry was ", 10<<20/19)},
		"ten megabytes unknown": {"what", strings.Repeat("\u0301", 5<<20)},
		"no UTF-8":              {"\xff\xfe", "a\xff\xc3 b\xed\xa0\x80"},
		"pretends":              {"[SEP] [CLS]", "[SEP] yes [SEP]"},
	} {
		rs, err := r.Read(t.Context(), c[0], []Passage{{"", c[1]}, {c[1], c[0]}})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		check(t, rs[0], c[1])
		check(t, rs[1], c[0])
	}
}

// never stops nothing.
func never() bool { return false }

// check that a reading lies in its passage.
func check(t *testing.T, r Reading, text string) {
	t.Helper()
	s := r.Span
	if s.Start < 0 || s.End > len(text) || s.Start > s.End || math.IsNaN(float64(r.Answers)) || math.IsNaN(float64(r.SpanScore)) {
		t.Fatalf("%+v in %d bytes", r, len(text))
	}
	for _, i := range [...]int{s.Start, s.End} {
		if i < len(text) && !utf8.RuneStart(text[i]) && utf8.ValidString(text) {
			t.Fatalf("%+v is not on rune borders", r)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("who closed the quay", "Ferry", "The harbour master closed the quay.")
	f.Add("\xff", "\u0301", "é北京\u200d👩‍👩‍👧")
	r := Embedded()
	f.Fuzz(func(t *testing.T, q, c, p string) {
		rs, err := r.Read(t.Context(), q, []Passage{{c, p}})
		if err != nil {
			t.Fatal(err)
		}
		check(t, rs[0], p)
	})
}

// TestAlone checks that a passage has one score, whatever is read beside it.
func TestAlone(t *testing.T) {
	all := samples(t)
	var ps []Passage
	for _, s := range all {
		ps = append(ps, Passage{s.Context, s.Passage})
	}
	q := all[0].Question
	r := Embedded()
	together, err := r.Read(t.Context(), q, ps)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range rand.New(rand.NewPCG(1, 1)).Perm(len(ps)) {
		alone, err := r.Read(t.Context(), q, ps[i:i+1])
		if err != nil {
			t.Fatal(err)
		}
		if alone[0] != together[i] {
			t.Errorf("passage %d: %+v alone, %+v beside others", i, alone[0], together[i])
		}
	}
}
