package quote

import (
	"sync"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote/english"
)

//go:generate go run ./train -o english/weights.txt

// Extract finds the quotes of a. It never fails and is deterministic: an
// article without quotes gives an empty Extraction.
func Extract(a *corpus.Article) *Extraction { return learned().Extract(a) }

// learned is the model in the binary.
var learned = sync.OnceValue(func() *Model {
	m, err := ParseModel(english.Weights)
	if err != nil {
		panic(err) // a test reads the same bytes
	}
	return m
})

// Extract finds the quotes of a with m.
func (m *Model) Extract(a *corpus.Article) *Extraction {
	g := read(a)
	x := &Extraction{}
	if !speaksEnglish(a) {
		for _, r := range g.runs {
			x.Quotes = append(x.Quotes, Quote{Ref: g.ref(r.paragraph, r.Span), Kind: Direct, Utterance: len(x.Quotes) + 1})
		}
		return x
	}
	kinds := make([]Kind, len(g.runs))
	var f features
	for k, d := range m.decide(g) {
		r := g.runs[k]
		c := d.candidates[d.best]
		if c.mention == nobody {
			x.NotQuotes = append(x.NotQuotes, NotQuote{Ref: g.ref(r.paragraph, r.Span), Why: "scare quote"})
			continue
		}
		kinds[k] = m.kind(&f, g.look(k), c, kinds)
		q := Quote{Ref: g.ref(r.paragraph, r.Span), Kind: kinds[k], Utterance: len(x.Quotes) + 1, Confidence: d.p[d.best]}
		if c.mention >= 0 {
			q.Mention = g.ref(c.paragraph, g.paragraphs[c.paragraph].mentions[c.mention].Span)
			q.Speaker = g.named(c)
		}
		x.Quotes = append(x.Quotes, q)
	}
	return x
}

// ref names words of the page.
func (g *page) ref(n int, s corpus.Span) corpus.Ref {
	return corpus.Ref{Article: g.article.ID, Paragraph: n, Span: s}
}

// named is a stand-in.
func (g *page) named(c candidate) string {
	q := &g.paragraphs[c.paragraph]
	m := &q.mentions[c.mention]
	sur := q.surname(c.mention)
	if sur == "" {
		return ""
	}
	best := q.text[q.tokens[m.name[0]].Start:q.tokens[m.name[1]-1].End]
	for n := range g.paragraphs {
		p := &g.paragraphs[n]
		for j := range p.mentions {
			if p.surname(j) == sur {
				y := &p.mentions[j]
				t := p.text[p.tokens[y.name[0]].Start:p.tokens[y.name[1]-1].End]
				if len(t) > len(best) && len(t) < 40 {
					best = t
				}
			}
		}
	}
	return best
}
