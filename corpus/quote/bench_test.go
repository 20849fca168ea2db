package quote_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// paragraphs are an invented article's, with as many quotations as news has:
// a little over two in a thousand bytes.
var paragraphs = []string{
	"OAKHAVEN — The town council voted on Tuesday to close the ferry between Oakhaven and Little Brae, ending a service that has run for 112 years.",
	"“Nobody wanted this,” said Mayor Ines Calloway, who has led the council since 2019. “But the hull is gone, and so is the money.”",
	"Critics called the decision “shameful” and promised to go to court. Rowan Tate, a fisherman, said he had heard of it from a poster on the pier.",
	"“They never asked us,” he said. “My daughter takes that boat to school every morning, and in winter the road is under water.”",
	"A spokesman for the regional transport office, Piet Almgren, told reporters that a bus would replace the ferry “within weeks, not months,” although he would not name a date.",
	"The council had asked for 1.4 million crowns in March. According to its own report, repairs would have cost three times as much, and the engine “could fail at any moment.”",
	"The ferry was built in 1961 at the Halden yard, two valleys to the north, and carried both cattle and schoolchildren until the coast road opened. Since then the number of passengers has fallen every year, from 61,000 at its height to fewer than 4,000 last winter, most of them workers at the cannery.",
	"Little Brae has no doctor, no pharmacy and, since the autumn, no bakery. Its 240 inhabitants depend on Oakhaven for nearly everything, and the road between the two runs for nine miles along a slope that the sea has undermined for decades. In January a slide closed it for eleven days, and the army brought food by helicopter.",
	"The regional government owns a third of the company that runs the ferry; the rest belongs to the two towns and to a family from Halden that made its money in timber. Under an agreement signed in 1988, any of the partners can end the service with six months’ notice. None had done so before, although the accounts have shown a loss in each of the last fourteen years.",
	"Shipyards in the region have little room for old wooden hulls. The nearest that still takes them is four days away by sea, and its carpenters are booked until the summer after next. An inspection in February found rot in eleven of the forty frames, a cracked shaft and wiring that had not been replaced since the boat was launched.",
	"Ms. Calloway noted that the vote was unanimous. She described the last crossing, planned for Sunday, as “a day to say thank you,” and added that the crew would be kept on.",
}

// long makes an article of at least size bytes.
func long(size int) *corpus.Article {
	a := &corpus.Article{ID: "a1", Title: "Oakhaven to close its ferry: ‘Nobody wanted this’", TitleDoc: -1, Language: "en"}
	for n := len(a.Title); n < size; {
		p := paragraphs[len(a.Paragraphs)%len(paragraphs)]
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
		n += len(p)
	}
	return a
}

// BenchmarkExtract shows the speed by size: bytes per second stay the same
// when the work is linear.
func BenchmarkExtract(b *testing.B) {
	for _, size := range []int{10 << 10, 100 << 10, 1 << 20, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			a := long(size)
			b.SetBytes(int64(a.Size()))
			for b.Loop() {
				quote.Extract(a)
			}
		})
	}
}

// BenchmarkHostile does the same for one paragraph of what costs most.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, size := range []int{64 << 10, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", h.name, size>>10), func(b *testing.B) {
				a := &corpus.Article{Title: "T", Language: "en", Paragraphs: []corpus.Paragraph{{Text: strings.Repeat(h.text, size/len(h.text)), Doc: -1}}}
				b.SetBytes(int64(a.Size()))
				for b.Loop() {
					quote.Extract(a)
				}
			})
		}
	}
}

// hostile are texts that, repeated, might take more than linear time.
var hostile = []struct{ name, text string }{
	{"straight", `"`},
	{"curly", "“"},
	{"curly pairs", "“a”"},
	{"closing", "”"},
	{"apostrophes", " 'a"},
	{"single openers", "‘"},
	{"tags", "<a "},
	{"attributes", `="`},
	{"guillemets", "«»"},
	{"said", "said "},
	{"names", "Ann Oak "},
	{"commas", "Oak, "},
	{"possessives", "Oak’s "},
	{"quotes of names", "“Ann” said Oak. "},
	{"nested", "“a ‘b "},
	{"nouns", "the mayor of "},
	{"who", "Oak, who "},
	{"word", "a"},
	{"dots", "."},
	{"he said", "he said "},
	{"colons", "A: "},
}

// BenchmarkLanguages shows the speed in each language that is read by rules,
// beside English, on articles as long as news has.
func BenchmarkLanguages(b *testing.B) {
	b.Run("en", func(b *testing.B) { benchmark(b, []*corpus.Article{long(4 << 10)}) })
	files, err := filepath.Glob("testdata/languages/*.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		b.Run(name, func(b *testing.B) { benchmark(b, articles(b, file)) })
		b.Run(name+"/hostile", func(b *testing.B) {
			for _, h := range append(hostile, foreign[name]...) {
				b.Run(h.name, func(b *testing.B) {
					paragraphs := []corpus.Paragraph{}
					for range 16 {
						paragraphs = append(paragraphs, corpus.Paragraph{Text: strings.Repeat(h.text, (30<<10)/len(h.text)), Doc: -1})
					}
					benchmark(b, []*corpus.Article{{Title: "T", Language: name, Paragraphs: paragraphs}})
				})
			}
		})
	}
}

// foreign is hostile text of a language.
var foreign = map[string][]struct{ name, text string }{
	"de": {{"said", "„A“, sagte Ann Oak. "}, {"he said", "sagte er, "}, {"reports", "er habe, "}, {"roles", "die Ministerin "}, {"so", "„A“, so Oak, "}},
	"ru": {{"said", "«А», — сказал Иван Дуб. "}, {"inside", "«А, — сказал он. — "}, {"names", "Ивана Дуба "}, {"dashes", "— А, — сказал он. "}, {"roles", "мэр города "}},
}

func benchmark(b *testing.B, as []*corpus.Article) {
	b.Helper()
	n := 0
	for _, a := range as {
		n += a.Size()
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, a := range as {
			quote.Extract(a)
		}
	}
}

// articles reads the articles of a file of testdata.
func articles(b *testing.B, file string) (as []*corpus.Article) {
	b.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var g goldArticle
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			b.Fatal(err)
		}
		a, err := corpus.Parse(g.ID+".txt", []byte(g.Title+"\n"+strings.Join(g.Paragraphs, "\n")+"\n"))
		if err != nil {
			b.Fatal(err)
		}
		as = append(as, a)
	}
	return as
}
