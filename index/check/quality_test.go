package check_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// tally counts one figure: right of all.
type tally struct{ right, all int }

func (t *tally) add(right bool) {
	t.all++
	if right {
		t.right++
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%5.1f%% (%d of %d)", 100*float64(t.right)/float64(max(1, t.all)), t.right, t.all)
}

// TestQuality runs the shown cases of purported quotes and compares the
// figures with a golden file, so that a change of any of them shows in review.
func TestQuality(t *testing.T) {
	dir := os.Getenv("VERBATIM_SHARED")
	if dir == "" {
		t.Skip("VERBATIM_SHARED is not set: no cases to measure on")
	}
	scopes := make(map[string]*index.Scope)
	lines(t, filepath.Join(dir, "eval/quotes/dev.jsonl"), func(line []byte) {
		var g struct{ ID, Text string }
		decode(t, line, &g)
		a, err := corpus.Parse(g.ID+".txt", []byte(g.Text))
		if err != nil {
			t.Fatal(err)
		}
		if scopes[g.ID], err = index.Memory(a); err != nil {
			t.Fatal(err)
		}
	})
	var verdict, fake, genuine, risk, speaker, cited tally
	lines(t, filepath.Join(dir, "eval/check/dev.jsonl"), func(line []byte) {
		var c struct {
			Article, Quote, Speaker, Risk, Truth string
			Verdict                              check.Verdict
			TruthSpeaker                         string `json:"truth_speaker"`
		}
		decode(t, line, &c)
		r, err := check.Check(t.Context(), scopes[c.Article], check.Purported{Text: c.Quote, Speaker: c.Speaker})
		if err != nil {
			t.Fatalf("%q: %v", c.Quote, err)
		}
		sound(t, r)
		calledGenuine := r.Verdict == check.Exact || r.Verdict == check.Partial
		verdict.add(r.Verdict == c.Verdict)
		if c.Verdict == check.Exact || c.Verdict == check.Partial {
			genuine.add(!calledGenuine)
		} else {
			fake.add(calledGenuine)
		}
		if c.Verdict == check.Altered && c.Risk != "" {
			found := false
			for _, ch := range r.Changes {
				found = found || string(ch.Risk) == c.Risk
			}
			risk.add(found)
		}
		if c.Verdict == check.Exact || c.Verdict == check.Misattributed {
			speaker.add(last(r.SpeakerFound) == last(c.TruthSpeaker))
		}
		if c.Verdict == check.Exact || c.Verdict == check.Partial || c.Verdict == check.Altered {
			cited.add(holds(r, c.Truth))
		}
	})
	got := fmt.Sprintf("verdict right         %v\nfake called genuine   %v\ngenuine called fake   %v\nrisk listed           %v\ntrue speaker found    %v\nright passage cited   %v\n",
		verdict, fake, genuine, risk, speaker, cited)
	golden := "testdata/quality.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the figures changed; if that is meant, run with -update (-was +is):\n%s", diff)
	}
}

func lines(t *testing.T, path string, f func([]byte)) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	s := bufio.NewScanner(file)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		f(s.Bytes())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

func decode(t *testing.T, line []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(line, v); err != nil {
		t.Fatal(err)
	}
}

func fields(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && (r <= 127 || strings.ContainsRune("’“”", r))
	})
}

func last(name string) string {
	if w := fields(name); len(w) > 0 {
		return w[len(w)-1]
	}
	return ""
}

// holds reports whether a citation has at least four in five of the words.
func holds(r *check.Result, truth string) bool {
	want := fields(truth)
	for _, c := range r.Citations {
		text, err := c.Article.Cut(c.Ref)
		if err != nil {
			continue
		}
		have := make(map[string]int)
		for _, w := range fields(text) {
			have[w]++
		}
		n := 0
		for _, w := range want {
			if have[w] > 0 {
				have[w]--
				n++
			}
		}
		if 5*n >= 4*len(want) {
			return true
		}
	}
	return false
}
