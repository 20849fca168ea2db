package quote

import (
	"cmp"
	"slices"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
	"github.com/verbatim-bot/verbatim/corpus/quote/voice"
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
	g := syntax.Read(a)
	defer g.Close()
	x := &Extraction{}
	if x := voice.Lexicon(a.Language); x != nil {
		return foreign(g, x)
	}
	if !g.English {
		for _, r := range g.Runs {
			x.Quotes = append(x.Quotes, Quote{Ref: g.Ref(r.Paragraph, r.Span), Kind: Direct, Utterance: len(x.Quotes) + 1})
		}
		return x
	}
	utterance := 0
	said, who := m.verdicts(g)
	quotes := make([]Quote, 0, len(said))
	for k := range said {
		v := &said[k]
		r := g.Runs[k]
		ref := g.Ref(r.Paragraph, r.Span)
		if v.source.mention == nobody {
			x.NotQuotes = append(x.NotQuotes, NotQuote{Ref: ref, Why: v.why})
			continue
		}
		if utterance == 0 || !continues(g, k, v.source, said[k-1].source) {
			utterance++
		}
		q := Quote{Ref: ref, Kind: v.kind, Utterance: utterance, Denied: v.denied}
		if v.source.mention >= 0 {
			m.credit(&q, g, who, v)
		}
		p := &g.Paragraphs[r.Paragraph]
		if w := cueSpan(v.cue, p); !w.Empty() {
			q.Cue = g.Ref(r.Paragraph, w)
		}
		if v.via >= 0 {
			q.Via = outletName(p, v.via)
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
func (m *Model) credit(q *Quote, g *syntax.Page, who *cast.Cast, v *verdict) {
	b, c := v.belief, v.source
	if b.mention = m.weights.Calibrated(b.mention, "sure mention"); b.mention < clearMention {
		return
	}
	q.Mention = g.Ref(c.paragraph, g.Paragraphs[c.paragraph].Mentions[c.mention].Span)
	q.Confidence = b.mention
	name, role, sure := who.Speaker(c.paragraph, c.mention)
	if b.name = m.weights.Calibrated(b.name, "sure name"); name != "" && (b.name >= clearName || sure >= sameName) {
		q.Speaker, q.Role, q.Confidence = name, role, b.name
	}
}

// continues reports whether run k goes on with the utterance of run k-1: by
// the same mention in the same paragraph ("A," he said. "B."), or opening a
// paragraph after one whose marks were not closed.
func continues(g *syntax.Page, k int, c, before candidate) bool {
	if k == 0 {
		return false
	}
	a, b := &g.Runs[k-1], &g.Runs[k]
	switch b.Paragraph - a.Paragraph {
	case 0:
		return c.mention >= 0 && c == before
	case 1:
		return !a.Closed && b.Start == 0
	}
	return false
}

// speakers lists who is quoted in quotes or named in the article: by number of
// quotes, then by first mention. Places that say nothing are left out.
func speakers(c *cast.Cast, quotes []Quote) []Speaker {
	said := map[string]int{}
	for _, q := range quotes {
		if q.Speaker != "" && !q.Denied {
			said[q.Speaker]++
		}
	}
	out := []Speaker{}
	index := map[string]int{}
	for _, f := range c.Figures() {
		if f.Aside && said[f.Name] == 0 {
			continue
		}
		if i, ok := index[f.Name]; ok { // two descriptions in the same words
			out[i].Mentions = append(out[i].Mentions, f.Mentions...)
			continue
		}
		index[f.Name] = len(out)
		out = append(out, Speaker{Name: f.Name, Aliases: f.Aliases, Role: f.Role, Quotes: said[f.Name], Mentions: f.Mentions})
	}
	sortSpeakers(out)
	return out
}

// sortSpeakers puts the mentions of each in text order, and the speakers by
// number of quotes, then by first mention.
func sortSpeakers(out []Speaker) {
	for i := range out {
		slices.SortStableFunc(out[i].Mentions, before)
	}
	slices.SortStableFunc(out, func(a, b Speaker) int {
		if a.Quotes != b.Quotes {
			return cmp.Compare(b.Quotes, a.Quotes)
		}
		return before(a.Mentions[0], b.Mentions[0])
	})
}

func before(a, b corpus.Ref) int {
	return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Start, b.Start))
}
