package check_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

// TestSentencesAreExact checks the law of the verdicts on every sentence and
// every pair of neighbouring sentences: as they stand they are exact; with one
// word replaced, dropped or added they are never exact and never partial.
func TestSentencesAreExact(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/verdicts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	a, err := corpus.Parse("article.txt", ar.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	verdict := func(text string) check.Verdict {
		r, err := check.Check(t.Context(), s, check.Purported{Text: text})
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		sound(t, r)
		return r.Verdict
	}
	n := 0
	for i := range a.Paragraphs {
		text := a.Paragraphs[i].Text
		sentences := corpus.Sentences(text)
		for k := range sentences {
			for m := k; m < min(k+2, len(sentences)); m++ {
				whole := text[sentences[k].Start:sentences[m].End]
				if v := verdict(whole); v != check.Exact {
					t.Errorf("%q is %s, want exact", whole, v)
				}
				words := strings.Fields(whole)
				if len(words) < 4 {
					continue
				}
				for w := range words {
					if tagged(words, w) {
						continue
					}
					for name, other := range map[string][]string{
						"replaced": {"zyzzyva"}, "dropped": nil, "added": {"zyzzyva", words[w]},
					} {
						changed := strings.Join(append(append(append([]string{}, words[:w]...), other...), words[w+1:]...), " ")
						v := verdict(changed)
						// A word dropped at an end leaves a genuine part.
						cut := name == "dropped" && (w == 0 || w == len(words)-1)
						if (v == check.Exact || v == check.Partial) != cut && !sameWords(whole, changed) {
							t.Errorf("%q with a word %s is %s", changed, name, v)
						}
						n++
					}
				}
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d changes were tried", n)
	}
}

// tagged reports whether word w stands outside of the quotation marks of words,
// where it may be read as a claim who said what is inside.
func tagged(words []string, w int) bool {
	before := strings.Join(words[:w], " ")
	return strings.Contains(strings.Join(words, " "), "“") && strings.Count(before, "“") == strings.Count(before, "”") && !strings.HasPrefix(words[w], "“")
}

// sameWords reports whether dropping a token dropped no word ("—") or a word
// that stands twice in a row.
func sameWords(a, b string) bool {
	clean := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" —–-“”", r) }), " ")
	}
	return clean(a) == clean(b)
}

func TestRefusals(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/verdicts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := scope(t, "article.txt", ar.Files[0].Data)
	long := strings.Repeat("never heard of this before today ", 400)
	for name, c := range map[string]struct {
		p    check.Purported
		want error
	}{
		"no word":       {check.Purported{Text: " … “” !?"}, check.ErrEmptyQuote},
		"endless":       {check.Purported{Text: long}, check.ErrLong},
		"other article": {check.Purported{Text: "Nobody asked us", Article: "a99"}, index.ErrNoArticle},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := check.Check(t.Context(), s, c.p); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
	whole := string(ar.Files[0].Data)
	r, err := check.Check(t.Context(), s, check.Purported{Text: whole})
	if err != nil || r.Verdict != check.Exact {
		t.Errorf("the whole article: %v, %v", r, err)
	}
}

func TestFind(t *testing.T) {
	message := "did you see this??\n> We are not closing the island — Mirela Oduya\nand the shopkeeper said \"Nobody asked us\" lol"
	got := check.Find(message, 10)
	if len(got) != 2 || got[0].Speaker != "Mirela Oduya" || got[0].Text != "We are not closing the island" || !strings.Contains(got[1].Text, "Nobody asked us") {
		t.Errorf("found %q", got)
	}
	if got := check.Find(message, 1); len(got) != 1 {
		t.Errorf("asked for one, found %d", len(got))
	}
	for message, speaker := range map[string]string{
		"> Nobody asked us\n— Tobias Renn":         "Tobias Renn",
		"> Nobody asked us\n> — Tobias Renn":       "Tobias Renn",
		"\"Nobody asked us\" — T. Renn":            "T. Renn",
		"“Nobody asked us” (Mr. Renn)":             "Mr. Renn",
		"As the shopkeeper says: \"Nobody asked\"": "the shopkeeper",
		"> Nobody asked us\n- and so on":           "",
	} {
		if got := check.Find(message, 10); len(got) != 1 || got[0].Speaker != speaker {
			t.Errorf("found %q in %q, want the speaker %q", got, message, speaker)
		}
	}
	if got := check.Find("nothing here", 10); len(got) != 0 {
		t.Errorf("found %q in a plain message", got)
	}
}

func FuzzCheck(f *testing.F) {
	data, err := os.ReadFile("testdata/verdicts.txtar")
	if err != nil {
		f.Fatal(err)
	}
	ar := txtar.Parse(data)
	for line := range strings.Lines(string(ar.Files[1].Data)) {
		f.Add(line, "")
	}
	f.Add(strings.Repeat("no ", 10), "Renn")
	f.Add("[We] … […] are ... not [", "the minister for transport")
	f.Add("\u202e@everyone **We** are ||not|| `closing` <@1> the island\x00", "\xff")
	s := scope(f, "article.txt", ar.Files[0].Data)
	f.Fuzz(func(t *testing.T, quote, speaker string) {
		check.Find(quote, 10)
		r, err := check.Check(t.Context(), s, check.Purported{Text: quote, Speaker: speaker})
		if err != nil {
			if !errors.Is(err, check.ErrEmptyQuote) && !errors.Is(err, check.ErrLong) {
				t.Fatal(err)
			}
			return
		}
		sound(t, r)
	})
}
