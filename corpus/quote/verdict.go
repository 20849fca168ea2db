package quote

// verdict is what is found out about one run.
type verdict struct {
	source candidate
	kind   Kind
	cue    *link
	passer int    // the mention of the run's paragraph that passes it on, -1 when none does
	why    string // why nobody said it, when the source is nobody
	belief belief
}

// verdicts judges all runs of g in order, and tells who appears in g.
func (m *Model) verdicts(g *page) ([]verdict, *cast) {
	who := castOf(g)
	ds := m.decide(g, who)
	who.resolve(m.weights)
	out := make([]verdict, len(ds))
	kinds := make([]Kind, len(ds))
	f := features{weights: m.weights}
	for k := range ds {
		v := &out[k]
		s := ds[k].scene
		v.source, v.passer = g.chain(s, &ds[k])
		v.cue = g.cueOf(k, v.source)
		switch {
		case v.source.mention == nobody || s.byword(v.source) || s.named():
			v.why = s.aside()
		case v.cue.unsaid(s.q):
			v.why = unsaid
		}
		if v.why != "" {
			v.source = candidate{s.n, nobody, -1}
			continue
		}
		if v.cue.asks(s.q, s.at) {
			v.source, v.cue = candidate{s.n, unnamed, -1}, nil
		}
		kinds[k] = m.kind(&f, s, v.source, kinds)
		v.kind = kinds[k]
		if v.source.mention >= 0 {
			v.belief = who.believe(&ds[k], v.source)
		}
	}
	return out, who
}
