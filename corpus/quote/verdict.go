package quote

import (
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// verdict is what is found out about one run.
type verdict struct {
	source candidate
	kind   Kind
	cue    *syntax.Link
	via    int    // the mention of the run's paragraph that passes it on, -1 when none does
	denied bool   // whether the article says that it was not said
	why    string // why nobody said it, when the source is nobody
	belief belief
}

// verdicts judges all runs of g in order, and tells who appears in g.
func (m *Model) verdicts(g *syntax.Page) ([]verdict, *cast.Cast) {
	who := cast.Of(g)
	ds := m.decide(g, who)
	who.Resolve(m.weights)
	out := make([]verdict, len(ds))
	kinds := make([]Kind, len(ds))
	f := linear.Features{Weights: m.weights}
	for k := range ds {
		v := &out[k]
		s := ds[k].scene
		v.source, v.via = chain(g, s, &ds[k])
		v.cue = cueOf(g, k, v.source)
		switch {
		case v.source.mention == nobody || s.byword(v.source) || s.named():
			v.why = s.aside()
		case truthOf(v.cue, s.q) == thinkable:
			v.why = notSaid
		}
		if v.why != "" {
			v.source = candidate{s.n, nobody, -1}
			continue
		}
		if asksOnly(v.cue, s.q, s.at) {
			v.source, v.cue = candidate{s.n, unnamed, -1}, nil
		}
		v.denied = truthOf(v.cue, s.q) == unsaid || forged(s.q, s.at) || disowned(s.q, s.at)
		kinds[k] = m.kind(&f, s, v.source, kinds)
		v.kind = kinds[k]
		if v.source.mention >= 0 {
			v.belief = believe(who, &ds[k], v.source)
		}
	}
	return out, who
}
