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
