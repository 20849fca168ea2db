package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// TestMisquoted asks who said words that are in the article, and words that
// only look as if they were.
func TestMisquoted(t *testing.T) {
	s, err := index.Memory(&corpus.Article{Title: "The bridge at Orrin", Language: "en", Paragraphs: []corpus.Paragraph{
		{Text: "The bridge at Orrin was closed on Monday after a crack was found in its third pier."},
		{Text: "“The old bridge will stay closed until the last bolt has been looked at,” the engineer, Mara Oduya, said on Tuesday."},
		{Text: "“We’re gonna swim, dont you wanna bet?” one of the shopkeepers on the far bank said."},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, question string
		answered       bool
	}{
		{"as it stands", `Who said "The old bridge will stay closed until the last bolt has been looked at"?`, true},
		{"a part, other marks, capitals", `who said “the Old Bridge will stay closed until the last bolt”`, true},
		{"spelled as it stands", `Who said "we're gonna swim, dont you wanna bet"?`, true},
		{"other words", `Who said "The bolt that closed the old bridge was looked at last"?`, false},
		{"a name of few words", `Who said that "the old bridge" will stay closed until the last bolt has been looked at?`, true},
		{"a mark without its other", `Who said the old bridge will stay closed until the last bolt" has been looked at?`, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := New().Ask(t.Context(), s, Question{Text: tt.question})
			if err != nil {
				t.Fatal(err)
			}
			if a.Answered != tt.answered {
				t.Errorf("answered %v at confidence %.2f, want %v", a.Answered, a.Confidence, tt.answered)
			}
		})
	}
}
