package ask

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// invented makes n articles of so many paragraphs out of stems that have a
// meaning, with the frequencies of natural text (Zipf's law), three sentences a
// paragraph.
func invented(n, paragraphs int) []*corpus.Article {
	r := rand.New(rand.NewPCG(3, 4))
	words := meantStems()
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	common := strings.Fields("the of a in and to was is for that on by with it as at from he said are")
	z := rand.NewZipf(r, 1.2, 20, uint64(len(words)-1))
	sentence := func() string {
		var out []string
		for i := range 14 + r.IntN(12) {
			w := words[z.Uint64()]
			if i%2 == 1 {
				w = common[r.IntN(len(common))]
			}
			if i == 0 || r.IntN(9) == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			out = append(out, w)
		}
		return strings.Join(out, " ") + "."
	}
	var out []*corpus.Article
	for i := range n {
		a := &corpus.Article{Title: fmt.Sprintf("Article %d", i+1), Language: "en"}
		for range paragraphs {
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: sentence() + " " + sentence() + " " + sentence()})
		}
		out = append(out, a)
	}
	return out
}

// meantStems are the stems that have a meaning.
func meantStems() []string {
	f, err := os.Open("lexicon/model/meaning.gz")
	if err != nil {
		panic(err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		panic(err)
	}
	line, err := bufio.NewReader(z).ReadString('\n')
	if err != nil {
		panic(err)
	}
	return strings.Fields(line)
}

// questionsOf makes questions of words of the articles.
func questionsOf(as []*corpus.Article, n int) []string {
	r := rand.New(rand.NewPCG(5, 6))
	var out []string
	for range n {
		a := as[r.IntN(len(as))]
		f := strings.Fields(a.Paragraphs[r.IntN(len(a.Paragraphs))].Text)
		at := r.IntN(len(f) - 12)
		out = append(out, "When did "+strings.Join(f[at:at+6], " ")+" "+f[at+9]+"?")
	}
	return out
}

func BenchmarkAsk(b *testing.B) {
	for _, size := range []struct {
		name                 string
		articles, paragraphs int
	}{{"one article of 15 paragraphs", 1, 15}, {"one article of 60 paragraphs", 1, 60}, {"1,000 articles", 1000, 15}} {
		b.Run(size.name, func(b *testing.B) {
			as := invented(size.articles, size.paragraphs)
			s, err := index.Memory(as...)
			if err != nil {
				b.Fatal(err)
			}
			qs := questionsOf(as, 500)
			e := New()
			ctx := context.Background()
			for _, q := range qs[:50] {
				if _, err := e.Ask(ctx, s, Question{Text: q}); err != nil {
					b.Fatal(err)
				}
			}
			var took []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				if _, err := e.Ask(ctx, s, Question{Text: qs[i%len(qs)]}); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-p50")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
		})
	}
}

// BenchmarkAnalyse is what the first question to an article costs more.
func BenchmarkAnalyse(b *testing.B) {
	d := &index.Document{Article: invented(1, 15)[0]}
	l := lexicon.New()
	b.ReportAllocs()
	for b.Loop() {
		article.Analyse(d, l)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New()
	}
}

// BenchmarkHostile asks what nobody means of one article; 20 ms is the most
// that any of it may take.
func BenchmarkHostile(b *testing.B) {
	s, err := index.Memory(invented(1, 15)...)
	if err != nil {
		b.Fatal(err)
	}
	e := New()
	for _, q := range []struct{ name, text string }{
		{"4,000 characters", "When did " + strings.Repeat("bavozu kelora the ", 222)},
		{"4,000 different words", questionsOf(invented(40, 15), 1)[0] + " " + invented(1, 40)[0].Paragraphs[7].Text + strings.Join(questionsOf(invented(40, 15), 60), " ")},
		{"punctuation", strings.Repeat("?!.,;:'’", 500) + " a"},
		{"emoji", strings.Repeat("👩‍👩‍👧🏽 ", 300) + "where"},
		{"regex", strings.Repeat(`(?i)[a-z]+\d{3}$|/re.*x/~2 +title:b^5 `, 100)},
		{"right to left", strings.Repeat("\u202eبا ba\u202d ", 400)},
		{"one long word", strings.Repeat("ba", 2000)},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Ask(context.Background(), s, Question{Text: q.text}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
