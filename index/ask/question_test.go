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
		{"whats the gov't bridge", []string{"government", "bridge"}},
		{"how many ppl have died so far?", []string{"people", "died"}},
		{"How many times did the guards fall?", []string{"guards", "fall"}},
		{"What times are given to us?", []string{"times", "given"}},
		{"Did the US close the bridge?", []string{"u.s", "close", "bridge"}},
		{"When was BC founded, and who told U so?", []string{"bc", "founded", "told", "u"}},
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

// TestKinds tells what a question is taken to ask for.
func TestKinds(t *testing.T) {
	m := New().model
	for question, want := range map[string]kind{
		"Who's Jonas Osk?":                      identity,
		"whos Jonas Osk":                        identity,
		"what's a pier":                         definition,
		"where's the pier?":                     place,
		"How did Osk describe the strike?":      utterance,
		"How did Osk cross the river?":          manner,
		"How many times did the ferry stop?":    number,
		"How old is the ferry that Osk runs?":   amount,
		"Did Osk say how many ferries stopped?": polar,
	} {
		if got := m.read(question, "en").kind; got != want {
			t.Errorf("%s: asks for %q, want %q", question, got, want)
		}
	}
}
