package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/index"
)

// TestSpeakerIsMarked asks who said something: a name is marked, a pronoun is not.
func TestSpeakerIsMarked(t *testing.T) {
	s, err := index.Memory(plain(t, `Harbor of Norland
The harbor of Norland was closed on Monday. Jonas Osk said that a storm was coming.
He warned that the gate had rusted through.`))
	if err != nil {
		t.Fatal(err)
	}
	for question, want := range map[string]string{
		"Who said that a storm was coming?":            "Jonas Osk",
		"Who warned that the gate had rusted through?": "",
	} {
		a, err := New().Ask(t.Context(), s, Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if !a.Answered {
			t.Errorf("%s: no answer", question)
			continue
		}
		c := a.Citations[0]
		r := c.Ref
		r.Span = c.Mark
		if got := cut(c.Article, r); got != want {
			t.Errorf("%s: marked %q, want %q", question, got, want)
		}
	}
}
