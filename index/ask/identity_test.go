package ask

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// TestIntroductions asks who people are of whom the article tells it once.
func TestIntroductions(t *testing.T) {
	a, err := corpus.Parse("a.txt", []byte(`Ports closed
Norland’s president said on Monday that the ports were closed for good.
Jonas Osk spoke to his ministers at length. “It is late,” Mr. Osk said.
Mr. Osk said that the winter was long, and Mr. Osk said that he was tired of it.
Osk is stubborn. Osk was late. Osk went to the quay, and Osk came back.
The ships belong to Ada Wren, the owner of the last shipyard in Osk’s country, who was not asked.
Ms. Wren is angry with Osk. Wren said that Wren would sue.`))
	if err != nil {
		t.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	for question, want := range map[string]string{
		"Who is Jonas Osk?": "Norland’s president",
		"who is osk":        "Norland’s president",
		"Who is Ms. Wren?":  "the owner of the last shipyard",
	} {
		got, err := New().Ask(t.Context(), s, Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		first := append(got.Citations, got.Nearest...)[0]
		if text, err := first.Article.Cut(first.Ref); err != nil || !strings.Contains(text, want) {
			t.Errorf("%s: %q, %v, want %q in it", question, text, err, want)
		}
	}
}
