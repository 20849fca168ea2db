package check

import "testing"

// TestRiskOfWords names the risk of words in German and Russian that turn what a
// quote says.
func TestRiskOfWords(t *testing.T) {
	words := func(list ...string) (out []said) {
		for _, w := range list {
			out = append(out, said{fold: w, raw: w})
		}
		return out
	}
	for _, test := range []struct {
		name     string
		from, to []said
		want     Risk
	}{
		{"kein dropped", words("kein"), words("ein"), Negation},
		{"nicht dropped", words("nicht"), nil, Negation},
		{"не dropped", words("не"), nil, Negation},
		{"никто не", words("никто", "не"), words("кто-то"), Negation},
		{"Milliarden", words("millionen"), words("milliarden"), Number},
		{"миллиард", words("миллиона"), words("миллиарда"), Number},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := risk(test.from, test.to, func(string) bool { return false }); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}
