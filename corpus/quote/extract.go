package quote

import (
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus"
)

//go:generate go run -C ../../tools ./train/quote -o ../corpus/quote

// Extract finds the quotes of a. It never fails and is deterministic: an
// article without quotes gives an empty Extraction.
func Extract(a *corpus.Article) *Extraction { return learned().Extract(a) }

// learned is the model in the binary.
var learned = sync.OnceValue(func() *Model {
	m, err := ParseModel(weightsText, statementsText)
	if err != nil {
		panic(err) // a test reads the same bytes
	}
	return m
})

// Extract finds the quotes of a with m.
func (m *Model) Extract(a *corpus.Article) *Extraction {
	g := read(a)
	defer g.close()
	x := &Extraction{}
	if !g.english {
		for _, r := range g.runs {
			x.Quotes = append(x.Quotes, Quote{Ref: g.ref(r.paragraph, r.Span), Kind: Direct, Utterance: len(x.Quotes) + 1})
		}
		return x
	}
	utterance := 0
	said, who := m.verdicts(g)
	quotes := make([]Quote, 0, len(said))
	for k := range said {
		v := &said[k]
		r := g.runs[k]
		ref := g.ref(r.paragraph, r.Span)
		if v.source.mention == nobody {
			x.NotQuotes = append(x.NotQuotes, NotQuote{Ref: ref, Why: v.why})
			continue
		}
		if utterance == 0 || !g.continues(k, v.source, said[k-1].source) {
			utterance++
		}
		q := Quote{Ref: ref, Kind: v.kind, Utterance: utterance}
		if v.source.mention >= 0 {
			m.credit(&q, g, who, v)
		}
		p := &g.paragraphs[r.paragraph]
		if w := v.cue.words(p); !w.Empty() {
			q.Cue = g.ref(r.paragraph, w)
		}
		if v.passer >= 0 {
			q.Via = p.outletName(v.passer)
		}
		quotes = append(quotes, q)
	}
	x.Quotes = inTextOrder(quotes, m.indirect(g, who, quotes))
	x.Speakers = speakers(who, x.Quotes)
	return x
}

// inTextOrder puts what was said in marks, which is in order, and what was said
// without into one list.
func inTextOrder(marked, plain []Quote) []Quote {
	if len(marked)+len(plain) == 0 {
		return nil
	}
	slices.SortStableFunc(plain, func(a, b Quote) int { return before(a.Ref, b.Ref) })
	all := make([]Quote, 0, len(marked)+len(plain))
	k := 0
	for i := range plain {
		for ; k < len(marked) && before(marked[k].Ref, plain[i].Ref) <= 0; k++ {
			all = append(all, marked[k])
		}
		all = append(all, plain[i])
	}
	return append(all, marked[k:]...)
}

// credit fills in who said q, given to candidate c, as far as the model is
// sure enough.
func (m *Model) credit(q *Quote, g *page, who *cast, v *verdict) {
	b, c := v.belief, v.source
	if b.mention = m.weights.calibrated(b.mention, "sure mention"); b.mention < clearMention {
		return
	}
	q.Mention = g.ref(c.paragraph, g.paragraphs[c.paragraph].mentions[c.mention].Span)
	q.Confidence = b.mention
	name, role, sure := who.speaker(c.paragraph, c.mention)
	if b.name = m.weights.calibrated(b.name, "sure name"); name != "" && (b.name >= clearName || sure >= sameName) {
		q.Speaker, q.Role, q.Confidence = name, role, b.name
	}
}
