package quote

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
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
		var before *verdict
		if k > 0 {
			before = &out[k-1]
		}
		ruled := false // by a rule, not by the model
		if c, ok := s.answered(); ok {
			v.source, v.cue, ruled = c, nil, true
		} else if c, ok := s.turned(v); ok {
			v.source, v.cue, ruled = c, nil, true
		} else if c, ok := s.introduced(v); ok {
			v.source, v.cue, ruled = c, cueOf(g, k, c), true
		}
		if v.source.mention == nobody && (before != nil && s.speaksUp(before) || s.oneSaid()) || before != nil && v.source.mention != nobody && s.replies(v, before) {
			v.source, v.cue = candidate{s.n, unnamed, -1}, nil
		}
		switch {
		case v.source.mention == nobody || s.byword(v.source) || s.named() || s.work():
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
			if ruled {
				_, sure := who.Who(v.source.paragraph, v.source.mention)
				v.belief = belief{max(v.belief.mention, labelled), max(v.belief.name, labelled*sure)}
			}
		}
	}
	return out, who
}

// belief is how sure the model is of one run's source.
type belief struct {
	mention float64 // that the mention is the source
	name    float64 // that the speaker's name is right
}

// The least confidence at which a source and a speaker's name are printed:
// more likely right than wrong. Other values were compared on the development
// articles; a stricter reader filters on Quote.Confidence.
const (
	clearMention = 0.5
	clearName    = 0.5
)

// sameName is the probability from which on a mention and its name stand and
// fall together: where "she" is printed, so is her name.
const sameName = 0.9

// believe weighs c, which run k was given to, by the candidates of d that mean
// the same speaker: "he" and "Doe" support each other.
func believe(c *cast.Cast, d *decision, x candidate) belief {
	own := 0.0
	for i, y := range d.candidates {
		if y == x {
			own = d.p[i]
		}
	}
	if own < d.p[d.best] {
		own = d.p[d.best] // passed on by another: see chain
	}
	id, sure := c.Who(x.paragraph, x.mention)
	if id < 0 {
		return belief{mention: own}
	}
	b := belief{mention: own, name: own * sure}
	for i, y := range d.candidates {
		if i == d.best || y == x || y.mention < 0 {
			continue
		}
		if other, sure := c.Who(y.paragraph, y.mention); other == id {
			b.mention += d.p[i]
			b.name += d.p[i] * sure
		}
	}
	return belief{min(b.mention, 1), min(b.name, 1)}
}

// cueOf gives the link by which candidate c is the source of run k, the one
// whose cue stands nearest; nil when no cue ties them.
func cueOf(g *syntax.Page, k int, c candidate) *syntax.Link {
	if c.mention < 0 || c.paragraph != g.Runs[k].Paragraph {
		return nil
	}
	q := &g.Paragraphs[c.paragraph]
	at := unitOf(q, k)
	var best *syntax.Link
	far := 1 << 30
	for i := q.LinkOf[c.unit]; i > 0; i = q.Links[i-1].Next {
		l := &q.Links[i-1]
		d := abs(l.Cue - at)
		if u := &q.Units[l.Cue]; u.Symbol != "V" && l.How != syntax.Accord && l.How != syntax.Colon {
			d += reachBefore
		}
		if l.How != syntax.Object && d < far {
			best, far = l, d
		}
	}
	return best
}

// cueSpan gives the words of l's cue; empty for a bare mark.
func cueSpan(l *syntax.Link, q *syntax.Paragraph) corpus.Span {
	if l == nil || l.How == syntax.Colon || l.How == syntax.Dash {
		return corpus.Span{}
	}
	u := &q.Units[l.Cue]
	s := corpus.Span{Start: q.Tokens[u.First].Start, End: q.Tokens[u.End-1].End}
	if l.How == syntax.Accord {
		s.End = q.Tokens[q.Units[l.Cue+1].End-1].End
	}
	return s
}

// asksOnly reports whether l only tells to whom the run at unit at was said: "Doe
// was asked, “Will you go?”".
func asksOnly(l *syntax.Link, q *syntax.Paragraph, at int) bool {
	return l != nil && l.How == syntax.Passive && english.Addressed(q.Tokens[q.Units[l.Cue].First].Lower) && (l.Cue > at || q.SameSentence(l.Cue, at))
}
