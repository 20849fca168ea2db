package quote_test

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// TestDescriptions looks up who is printed for a quotation whose source is a
// description.
func TestDescriptions(t *testing.T) {
	const visitor = "\nMr. Osk thanked Pavel Ruda, the Morvian president, for his help."
	for _, tt := range []struct{ name, text, words, speaker, role string }{
		{
			"a lead that describes, then a name without a word on who that is",
			"Norland’s president said on Monday that the ports were “closed for good.”\nJonas Osk spoke to his ministers. “It is late,” Mr. Osk said." + visitor,
			"closed for good", "Jonas Osk", "Norland’s president",
		},
		{
			"the office is taken up later, when another country’s is not yet named",
			"Norland’s president said on Monday that the ports were closed.\nJonas Osk spoke to his ministers. “It is late,” Mr. Osk said.\nThe president called it “a sad day.”" + visitor,
			"a sad day", "Jonas Osk", "Norland’s president",
		},
		{
			"another country’s office",
			"The ports were closed on Monday.\nPavel Ruda, the Morvian president, came by ship.\nIt rained.\nNorland’s president called it “a sad day.”",
			"a sad day", "", "",
		},
		{
			"the same country’s office, as an adjective",
			"The ports were closed on Monday.\nPavel Ruda, the president of Morvia, came by ship.\nIt rained.\nMorvia’s president called it “a sad day.”",
			"a sad day", "Pavel Ruda", "president of Morvia",
		},
		{
			"an office with a complement that could be a verb",
			"Lena Falk, the secretary of state, spoke on Monday. “It is late,” Ms. Falk said.",
			"It is late", "Lena Falk", "secretary of state",
		},
		{"a name that a man gives himself", "“They took the chairs,” said a man who gave his name as Bram. It rained.", "They took the chairs", "Bram", ""},
		{"a name that is given behind a woman", "“They took the chairs,” said a woman named Sofie. It rained.", "They took the chairs", "Sofie", ""},
		{"one of several", "One of the mayor’s aides said “the doors are shut.”", "the doors are shut", "One of the mayor’s aides", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := corpus.Parse("a.txt", []byte("Ports\n"+tt.text))
			if err != nil {
				t.Fatal(err)
			}
			x := quote.Extract(a)
			found := false
			for _, q := range x.Quotes {
				words, err := a.Cut(q.Ref)
				if err != nil {
					t.Fatal(err)
				}
				if q.Kind == quote.Indirect || !strings.Contains(words, tt.words) {
					continue
				}
				if found = true; q.Speaker != tt.speaker {
					t.Errorf("speaker %q, want %q", q.Speaker, tt.speaker)
				}
			}
			if !found {
				t.Errorf("%q is not found", tt.words)
			}
			for _, s := range x.Speakers {
				if s.Name == tt.speaker && s.Role != tt.role {
					t.Errorf("role %q, want %q", s.Role, tt.role)
				}
			}
		})
	}
}
