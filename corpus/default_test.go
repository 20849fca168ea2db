package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestDefault(t *testing.T) {
	a := Default()
	if err := a.Valid(); err != nil {
		t.Fatal(err)
	}
	got := []string{a.Title, a.Publisher, a.Date, a.Language, a.File}
	want := []string{"Kazakh Leader Lets Troops Fire at Will as Russian Soldiers Fly In", "verbatim sample", "2022-01-07", "en", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
	if n := len(a.Paragraphs); n < 20 || n > 30 {
		t.Errorf("%d paragraphs, want about 25", n)
	}
	if len(a.Warnings) > 0 {
		t.Errorf("warnings: %q", a.Warnings)
	}
}

// TestDefaultIsOurs compares the embedded article with the one that tells of
// the same events: it may share a short quotation, but no sentence.
func TestDefaultIsOurs(t *testing.T) {
	const most = 4 // words running
	ours := plainWords(string(defaultArticle))
	for _, path := range glob(t, filepath.Join(shared(t), "articles/*.txt")) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if run := sharedRun(ours, plainWords(string(data))); len(run) > most {
			t.Errorf("%d words running are those of %s: %q", len(run), filepath.Base(path), strings.Join(run, " "))
		} else {
			t.Logf("longest common run with %s: %d words", filepath.Base(path), len(run))
		}
	}
}

func TestSharedRun(t *testing.T) {
	got := sharedRun(plainWords("He said: “We, too, will go.” Later."), plainWords("they will not, we too WILL go home"))
	if diff := cmp.Diff([]string{"we", "too", "will", "go"}, got); diff != "" {
		t.Error(diff)
	}
}

func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// sharedRun gives the longest run of words that a and b have in common.
func sharedRun(a, b []string) []string {
	var best []string
	before := make([]int, len(b)+1)
	for i := range a {
		now := make([]int, len(b)+1)
		for j := range b {
			if a[i] == b[j] {
				now[j+1] = before[j] + 1
				if now[j+1] > len(best) {
					best = a[i+1-now[j+1] : i+1]
				}
			}
		}
		before = now
	}
	return best
}
