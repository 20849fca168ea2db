package reader

import (
	"strings"
	"testing"
)

// logits makes those of a network that is this sure of words as an answer,
// and of none else.
func logits(text string, pieces []piece, sure map[string]float32) (firsts, lasts []float32) {
	firsts, lasts = make([]float32, len(pieces)), make([]float32, len(pieces))
	for i := range pieces {
		firsts[i], lasts[i] = -9, -9
	}
	for words, v := range sure {
		at := strings.Index(text, words)
		for i, p := range pieces {
			if int(p.start) == at {
				firsts[i] = max(firsts[i], v/2)
			}
			if int(p.end) == at+len(words) {
				lasts[i] = max(lasts[i], v/2)
			}
		}
	}
	return firsts, lasts
}

func TestBestSpan(t *testing.T) {
	vocabulary := testNetwork(t).vocabulary
	for _, tt := range []struct {
		name, text string
		sure       map[string]float32
		want       string
	}{
		{"the likeliest", "Mira Toll closed the quay on Friday.", map[string]float32{"Mira Toll": 4, "the quay": 3}, "Mira Toll"},
		{"fewer words of about the same", "Mira Toll of the harbour office closed it.", map[string]float32{"Mira Toll": 4, "Mira Toll of the harbour office": 4.2}, "Mira Toll"},
		{"more words that are likelier", "Mira Toll of the harbour office closed it.", map[string]float32{"Mira Toll": 4, "Mira Toll of the harbour office": 6}, "Mira Toll of the harbour office"},
		{"a whole number", "It holds 587,000 barrels.", map[string]float32{"587": 5, "587,000": 4}, "587,000"},
		{"a whole fraction", "It grew by 12.5 metres.", map[string]float32{"12": 5, "12.5": 4}, "12.5"},
		{"a whole word", "The undertow took it.", map[string]float32{"under": 5, "undertow": 4}, "undertow"},
		{"a bracket with its other", "The union (the Porters of Lym) agreed.", map[string]float32{"The union (the Porters": 5, "The union": 4}, "The union"},
		{"both brackets", "The union (Porters) agreed.", map[string]float32{"The union (Porters": 5, "The union (Porters)": 4.5}, "The union (Porters)"},
		{"a mark with its other", `They called it "the long pier" then.`, map[string]float32{`"the long pier`: 5, "the long pier": 4.5}, "the long pier"},
		{"the end of a sentence", "They met in 1909. Then came rain.", map[string]float32{"1909": 5}, "1909"},
	} {
		pieces := vocabulary.pieces(tt.text, passagePieces)
		firsts, lasts := logits(tt.text, pieces, tt.sure)
		best := bestSpan(tt.text, pieces, firsts, lasts)
		if got := tt.text[pieces[best.first].start:pieces[best.last].end]; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if want := firsts[best.first] + lasts[best.last]; best.score != want {
			t.Errorf("%s: scored %g, the network says %g", tt.name, best.score, want)
		}
	}
}
