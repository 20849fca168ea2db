package check_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

// TestVerdicts reads testdata/*.txtar: an article and purported quotes with
// what is to be made of each.
func TestVerdicts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		ar, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var s *index.Scope
		for _, part := range ar.Files {
			if part.Name != "cases" {
				s = scope(t, part.Name, part.Data)
				continue
			}
			for line := range strings.Lines(string(part.Data)) {
				field := strings.Split(line, "|")
				for i := range field {
					field[i] = strings.TrimSpace(field[i])
				}
				t.Run(field[2], func(t *testing.T) { oneCase(t, s, field) })
			}
		}
	}
}

func oneCase(t *testing.T, s *index.Scope, field []string) {
	t.Helper()
	p := check.Purported{Speaker: field[1], Text: field[2]}
	r, err := check.Check(t.Context(), s, p)
	if err != nil {
		t.Fatal(err)
	}
	if string(r.Verdict) != field[0] {
		t.Errorf("verdict %s, want %s (speaker %q, changes %v)", r.Verdict, field[0], r.SpeakerFound, r.Changes)
	}
	sound(t, r)
	if len(field) > 4 && r.Claim != field[4] {
		t.Errorf("claim %q of %q for %q, want %s", r.Claim, r.SpeakerClaimed, r.SpeakerFound, field[4])
	}
	if len(field) < 4 {
		return
	}
	var got []string
	for _, c := range r.Changes {
		s := fmt.Sprintf("%s %s>%s", c.Op, c.From, c.To)
		if c.Risk != "" {
			s += fmt.Sprintf(" (%s)", c.Risk)
		}
		got = append(got, s)
	}
	if diff := cmp.Diff(field[3], strings.Join(got, ", ")); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}
