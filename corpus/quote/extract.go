package quote

import (
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote/english"
)

//go:generate go run ./train -o english

// Extract finds the quotes of a. It never fails and is deterministic: an
// article without quotes gives an empty Extraction.
func Extract(a *corpus.Article) *Extraction { return learned().Extract(a) }

// learned is the model in the binary.
var learned = sync.OnceValue(func() *Model {
	m, err := ParseModel(english.Weights, english.Statements)
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
	who := castOf(g)
	who.resolve(m.antecedent())
	ds := m.decide(g)
	said := make([]candidate, len(ds))
	kinds := make([]Kind, len(ds))
	var f features
	utterance := 0
	for k := range ds {
		r := g.runs[k]
		s := g.look(k)
		c, passer := g.chain(k, &ds[k])
		said[k] = c
		l := g.cueOf(k, c)
		if c.mention == nobody || l.unsaid(s.q) {
			why := unsaid
			if c.mention == nobody {
				why = s.aside()
			}
			x.NotQuotes = append(x.NotQuotes, NotQuote{Ref: g.ref(r.paragraph, r.Span), Why: why})
			continue
		}
		kinds[k] = m.kind(&f, s, c, kinds)
		if utterance == 0 || !g.continues(k, c, said[k-1]) {
			utterance++
		}
		q := Quote{Ref: g.ref(r.paragraph, r.Span), Kind: kinds[k], Utterance: utterance, Confidence: ds[k].p[ds[k].best]}
		if c.mention >= 0 {
			q.Mention = g.ref(c.paragraph, g.paragraphs[c.paragraph].mentions[c.mention].Span)
			name, role, sure := who.speaker(c.paragraph, c.mention)
			q.Confidence *= sure
			if sure >= surely {
				q.Speaker, q.Role = name, role
			}
		}
		if w := l.words(s.q); !w.Empty() {
			q.Cue = g.ref(r.paragraph, w)
		}
		if passer >= 0 {
			q.Via = s.q.outletName(passer)
		}
		x.Quotes = append(x.Quotes, q)
	}
	x.Quotes = append(x.Quotes, m.indirect(g, who, x.Quotes)...)
	slices.SortStableFunc(x.Quotes, func(a, b Quote) int { return before(a.Ref, b.Ref) })
	x.Speakers = who.speakers(x.Quotes)
	return x
}

// ref names words of the page.
func (g *page) ref(n int, s corpus.Span) corpus.Ref {
	return corpus.Ref{Article: g.article.ID, Paragraph: n, Span: s}
}
