package lexicon

import (
	"slices"
	"testing"

	"github.com/verbatim-bot/verbatim/index/term"
)

// TestParaphrases: every language's groups are read under its own stems.
func TestParaphrases(t *testing.T) {
	for _, tt := range []struct{ language, x, y string }{
		{"en", "riot", "unrest"}, {"de", "Einwohner", "Bevölkerung"}, {"de", "starb", "Todes"}, {"ru", "умерли", "смертью"},
	} {
		y := groupsOf(tt.language, term.Of(tt.language, tt.y))
		if !slices.ContainsFunc(groupsOf(tt.language, term.Of(tt.language, tt.x)), func(g int16) bool { return slices.Contains(y, g) }) {
			t.Errorf("%s: %s and %s share no group", tt.language, tt.x, tt.y)
		}
	}
	if g := groupsOf("und", "riot"); g != nil {
		t.Errorf("an unknown language has groups %v", g)
	}
	for language, read := range paraphrases {
		for s, g := range read() {
			for i := 1; i < len(g); i++ {
				if g[i-1] >= g[i] {
					t.Fatalf("%s: groups of %s not sorted: %v", language, s, g)
				}
			}
		}
	}
}
