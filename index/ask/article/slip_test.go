package article

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// TestSlipsAreLetters: a letter of Cyrillic is two bytes.
func TestSlipsAreLetters(t *testing.T) {
	a := Analyse(&index.Document{Article: &corpus.Article{Language: "ru", Paragraphs: []corpus.Paragraph{
		{Text: "Правительство строит мосты."}, {Text: "Рынок закрыт."},
	}}}, lexicon.New())
	for _, tt := range []struct{ word, want string }{
		{"правительсьво", "правительство"},
		{"правтельство", "правительство"},
		{"рыкон", ""}, // a letter too many lies between: two slips
		{"мысты", "мосты"},
		{"лес", ""},
	} {
		got := ""
		if f := a.Vocab.Repair(tt.word); f >= 0 {
			got = a.Vocab.Forms[f].Text
		}
		if got != tt.want {
			t.Errorf("repair(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
	if Slip("мост", "маяк") || !Slip("мосто", "моста") || Slip("мост", "рост") || Slip("", "мост") {
		t.Error("slip does not count letters")
	}
}

func TestNear(t *testing.T) {
	for _, tt := range []struct {
		x, y  string
		limit int
		want  bool
	}{
		{"bridge", "bridge", 1, true},
		{"bridge", "bridg", 1, true},
		{"bridge", "brigde", 1, true},
		{"bridge", "bribge", 1, true},
		{"bridge", "fridges", 1, false},
		{"bridge", "fridges", 2, true},
		{"bridge", "river", 2, false},
		{"", "ab", 1, false},
	} {
		if got := near([]byte(tt.x), []byte(tt.y), tt.limit); got != tt.want {
			t.Errorf("near(%q, %q, %d) = %v", tt.x, tt.y, tt.limit, got)
		}
		if near([]byte(tt.x), []byte(tt.y), tt.limit) != near([]byte(tt.y), []byte(tt.x), tt.limit) {
			t.Errorf("near(%q, %q, %d) depends on the order", tt.x, tt.y, tt.limit)
		}
	}
}
