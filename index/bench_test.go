package index

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// babble makes articles of invented words whose frequencies fall as those of
// real text do (Zipf's law), with the common words of English between them.
type babble struct {
	random *rand.Rand
	words  []string
	zipf   *rand.Zipf
}

func newBabble(seed uint64) *babble {
	random := rand.New(rand.NewPCG(seed, 1))
	b := &babble{random: random}
	b.words = strings.Fields("the of to and a in is that it was for on are with as at be this from by")
	syllables := strings.Fields("ba re mi to lu ka ne so vi da pel tor gan mir sel dov rin ast")
	for len(b.words) < 30_000 {
		w := ""
		for range 2 + random.IntN(3) {
			w += syllables[random.IntN(len(syllables))]
		}
		b.words = append(b.words, w)
	}
	b.zipf = rand.NewZipf(random, 1.1, 3, uint64(len(b.words)-1))
	return b
}

func (b *babble) sentence(words int) string {
	out := make([]string, words)
	for i := range out {
		out[i] = b.words[b.zipf.Uint64()]
	}
	return strings.Join(out, " ") + "."
}

// article has n paragraphs of about 30 words.
func (b *babble) article(n int) *corpus.Article {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = b.sentence(20 + b.random.IntN(21))
	}
	return article(b.sentence(5), texts...)
}

// question takes a few neighbouring words of a paragraph.
func (b *babble) question(a *corpus.Article) string {
	words := strings.Fields(a.Paragraphs[b.random.IntN(len(a.Paragraphs))].Text)
	n := min(len(words), 4+b.random.IntN(5))
	at := b.random.IntN(len(words) - n + 1)
	return "what was " + strings.Join(words[at:at+n], " ") + "?"
}

// BenchmarkSearch asks a library on disk, in the middle of other servers'
// articles, for 50 candidates. The benchmarks of tools/rival compare it with
// others.
func BenchmarkSearch(b *testing.B) {
	for _, size := range []struct {
		name                 string
		articles, paragraphs int
	}{
		{"1 article", 1, 15},
		{"1,000 articles", 1000, 30},
		{"100,000 passages", 3334, 30},
	} {
		b.Run(size.name, func(b *testing.B) {
			if testing.Short() && size.articles > 1 {
				b.Skip("takes half a minute to build")
			}
			words, other := newBabble(1), newBabble(99)
			var articles []*corpus.Article
			for range size.articles {
				articles = append(articles, words.article(size.paragraphs))
			}
			d := openDesk(b)
			d.add(b, "1001", articles...)
			d.add(b, "1002", other.article(30), other.article(30))
			s, err := d.library.Scope("1001")
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				q := words.question(articles[words.random.IntN(len(articles))])
				if _, err := s.Search(b.Context(), q, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkMemory is what the command line pays for one article: the scope,
// and the first search with it.
func BenchmarkMemory(b *testing.B) {
	a := newBabble(2).article(15)
	b.Run("scope", func(b *testing.B) {
		for b.Loop() {
			if _, err := Memory(a); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("first search", func(b *testing.B) {
		for b.Loop() {
			s, err := Memory(a)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := s.Search(b.Context(), "what was the matter", 10); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkSync is the change of one article in a server of n.
func BenchmarkSync(b *testing.B) {
	for _, n := range []int{1, 1000} {
		b.Run(fmt.Sprintf("%d articles", n), func(b *testing.B) {
			d := openDesk(b)
			words := newBabble(3)
			var articles []*corpus.Article
			for range n {
				articles = append(articles, words.article(30))
			}
			d.record(b, "1001", articles...)
			if err := d.library.Sync(b.Context(), "1001"); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				b.StopTimer()
				if _, err := d.records.Replace("1001", "bench", "a1", store.Draft{Article: words.article(30)}); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if err := d.library.Sync(b.Context(), "1001"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReindex makes a server of one article anew, among a thousand.
func BenchmarkReindex(b *testing.B) {
	d := openDesk(b)
	words := newBabble(3)
	for i := range 1000 {
		d.record(b, fmt.Sprint(2000+i), words.article(30))
	}
	for i := range 1000 {
		if err := d.library.Sync(b.Context(), fmt.Sprint(2000+i)); err != nil {
			b.Fatal(err)
		}
	}
	i := 0
	for b.Loop() {
		if _, err := d.library.Reindex(b.Context(), fmt.Sprint(2000+i%1000), "bench", quiet); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
