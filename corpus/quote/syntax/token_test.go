package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokenize(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"abbreviations stay whole", `Mr. A. B. Doe Jr. left the U.S. at 5 p.m. today.`, `Mr. A. B. Doe Jr. left the U.S. at 5 p.m. today .`},
		{"clitics are split", `She’s the mayor's wife; they'd say "don’t".`, `She ’s the mayor 's wife ; they 'd say " don’t " .`},
		{"apostrophes inside names stay", `O’Neill met d'Arcy`, `O’Neill met d'Arcy`},
		{"numbers", `$3.5 or 2,500 at 70% by a 19-year-old`, `$3.5 or 2,500 at 70% by a 19-year-old`},
		{"two apostrophes are one mark", `''No,'' he said`, `'' No , '' he said`},
		{"hyphens and dashes", `al-Sayid — secretary-general -- left...`, `al-Sayid — secretary-general -- left ...`},
		{"two sentences", `He left. She stayed.`, `He left . | She stayed .`},
		{"a quotation ends its sentence", `“Go.” He left.`, `“ Go . ” | He left .`},
		{"a question inside a sentence", `“Why?” Mr. Doe asked. “No!” she said.`, `“ Why ? ” Mr. Doe asked . | “ No ! ” she said .`},
		{"abbreviation at the end", `He left the U.S. The rest stayed.`, `He left the U.S. | The rest stayed .`},
		{"an initial does not end", `John F. Doe said no. Then`, `John F. Doe said no . | Then`},
		{"other scripts", `Мария сказала: «Да». Он ушёл.`, `Мария сказала : « Да » . | Он ушёл .`},
		{"handle", `@jane_doe wrote #news`, `@jane_doe wrote #news`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			n := 0
			for _, k := range tokenize(tt.text, nil) {
				if k.Sentence != n {
					got, n = append(got, "|"), k.Sentence
				}
				got = append(got, tt.text[k.Start:k.End])
			}
			if d := cmp.Diff(tt.want, strings.Join(got, " ")); d != "" {
				t.Error(d)
			}
		})
	}
}

func BenchmarkTokenize(b *testing.B) {
	text := strings.Repeat("“Go,” Mr. O’Neill said of the $3.5 million plan. He’d left the U.S. in 2012. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tokenize(text, nil)
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add("Mr. Doe’s “U.S.” ''plan''... $5 al-x @y")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		end, sentence := 0, 0
		for _, k := range tokenize(text, nil) {
			if k.Start < end || k.End <= k.Start || k.End > len(text) || k.Sentence < sentence || k.Sentence > sentence+1 {
				t.Fatalf("bad token %+v after %d", k, end)
			}
			if s := strings.TrimSpace(strings.Trim(text[end:k.Start], "\u200b\ufeff \t\n")); strings.Trim(s, "\u200b\ufeff ") != "" && s != "" {
				t.Fatalf("%q is in no token", s)
			}
			end, sentence = k.End, k.Sentence
		}
	})
}
