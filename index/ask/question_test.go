package ask

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTerms tells which words of a question are looked for.
func TestTerms(t *testing.T) {
	m := New().model
	for _, tt := range []struct {
		question string
		want     []string
	}{
		{"How many guards would be sent?", []string{"guards", "sent"}},
		{"How long will the guards stay?", []string{"guards", "stay"}},
		{"Why are so many guards at the long bridge?", []string{"many", "guards", "long", "bridge"}},
		{"how?", nil},
	} {
		var got []string
		for _, term := range m.read(tt.question, "en").terms {
			got = append(got, term.form)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.question, diff)
		}
	}
}

// TestKin asks which words WordNet brings together.
func TestKin(t *testing.T) {
	m := New().model
	for _, tt := range []struct {
		x, y string
		want bool
	}{
		{"demand", "request", true},
		{"help", "assistance", true},
		{"demand", "bridge", false},
		{"", "bridge", false},
	} {
		x, y := m.kinsOf("en", stem("en", tt.x)), m.kinsOf("en", stem("en", tt.y))
		if got := common(x, y); got != tt.want || common(y, x) != got {
			t.Errorf("%s and %s: %v, want %v", tt.x, tt.y, got, tt.want)
		}
	}
	if m.kinsOf("de", "demand") != nil {
		t.Error("WordNet knows a German word")
	}
}
