package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// TestSureness asks the same with each degree: only what is answered differs,
// and who is to be surer never answers more.
func TestSureness(t *testing.T) {
	a, err := corpus.Parse("quay.txt", []byte(`Storm shuts the Vigra ferry
The ferry between Vigra and the mainland has been a matter of dispute for years.
Ines Oberlin, the harbour master, had the gates locked on Tuesday evening after a wave broke two windows of the boat.
“She is right,” said Karl Tevis, who runs the boat. “We lost two panes and a life raft.”
The island has 412 inhabitants, a school and a shop that sells ropes.
`))
	if err != nil {
		t.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	e := New()
	answered := map[Sureness]int{}
	for _, q := range []string{
		"Who runs the boat?", "what was lost in the storm", "who paid for the life raft", "which mayor has been locked out of the school", "when did the boat sink",
		"what do the inhabitants think of the dispute", "who is the captain of the ferry", "why does the shop sell ropes", "how much does the ferry to the mainland cost",
		"who was hurt when the window broke", "what does the harbour master want for the years to come", "when will the island get a bridge",
	} {
		var confidence float64
		before := true
		for _, degree := range [...]Sureness{Eager, Normal, Careful} {
			got, err := e.Ask(t.Context(), s, Question{Text: q, Sureness: degree})
			if err != nil {
				t.Fatal(err)
			}
			if degree == Eager {
				confidence = got.Confidence
			}
			if got.Confidence != confidence || got.Answered && !before || got.Answered != (len(got.Citations) > 0) {
				t.Errorf("%q, %q: answered %v at %.2f", q, degree, got.Answered, got.Confidence)
			}
			if before = got.Answered; before {
				answered[degree]++
			}
		}
	}
	if answered[Careful] == 0 || answered[Careful] >= answered[Normal] || answered[Normal] >= answered[Eager] {
		t.Errorf("answered are %v", answered)
	}
}

// TestSureInOrder compares what each degree asks for, read closely and by words
// alone: who is to be surer asks for more.
func TestSureInOrder(t *testing.T) {
	for _, closely := range []bool{true, false} {
		v := &survey{closely: closely}
		if c, n, e := v.least(Careful), v.least(Normal), v.least(Eager); c <= n || n < e || closely && n == e || e <= 0 {
			t.Errorf("read closely %v: careful %.2f, normal %.2f, eager %.2f", closely, c, n, e)
		}
	}
}
