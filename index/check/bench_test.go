package check_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

// thousand makes a scope of 1,000 articles of 15 paragraphs, invented word by
// word with a fixed seed; every third paragraph is a quote.
func thousand(b *testing.B) (*index.Scope, []*corpus.Article) {
	b.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 8000)
	for i := range vocabulary {
		w := make([]byte, 3+rnd.IntN(7))
		for k := range w {
			w[k] = "aeiou"[rnd.IntN(5)]
			if k%2 == 0 {
				w[k] = "bcdfghklmnprstvw"[rnd.IntN(16)]
			}
		}
		vocabulary[i] = string(w)
	}
	common := strings.Fields("the of to and a in that is it for on with as was not be at by")
	sentence := func() string {
		words := make([]string, 12+rnd.IntN(14))
		for i := range words {
			if rnd.IntN(2) == 0 {
				words[i] = common[rnd.IntN(len(common))]
			} else {
				words[i] = vocabulary[int(float64(len(vocabulary))*rnd.Float64()*rnd.Float64())]
			}
		}
		s := strings.Join(words, " ")
		return strings.ToUpper(s[:1]) + s[1:]
	}
	var all []*corpus.Article
	for i := range 1000 {
		a := &corpus.Article{Title: fmt.Sprintf("Article %d", i), Language: "en"}
		for p := range 15 {
			text := sentence() + ". " + sentence() + "."
			if p%3 == 0 {
				text = "“" + sentence() + ",” Mr. Tam said. “" + sentence() + ".”"
			}
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: text, Doc: -1})
		}
		all = append(all, a)
	}
	s, err := index.Memory(all...)
	if err != nil {
		b.Fatal(err)
	}
	return s, all
}

// BenchmarkCheck compares purported quotes of every awkward kind with 1,000
// articles.
func BenchmarkCheck(b *testing.B) {
	s, all := thousand(b)
	text := func(n int) string { return all[n].Paragraphs[3].Text }
	article := ""
	for _, p := range all[7].Paragraphs {
		article += p.Text + "\n"
	}
	strange := strings.Fields("Unbekannte Wörter stehen hier in einer anderen Sprache und niemand hat sie gesagt")
	altered := strings.Replace(text(500), " ", " never ", 5)
	for _, c := range []struct{ name, quote string }{
		{"exact", text(500)},
		{"altered", altered},
		{"2000 characters", strings.Repeat(text(3)+" ", 10)[:2000]},
		{"whole article", article},
		{"one word", strings.Fields(text(9))[2]},
		{"stop words", "it is not that it was for the"},
		{"another language", strings.Join(strange, " ")},
		{"Markdown", "**" + text(77) + "** <@123> ||x|| `y`"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				_, err := check.Check(b.Context(), s, check.Purported{Text: c.quote})
				if err != nil && !errors.Is(err, check.ErrLong) {
					b.Fatal(err)
				}
			}
		})
	}
}
