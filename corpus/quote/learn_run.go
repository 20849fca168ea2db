package quote

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// Label is what people say of one run of quotation marks, for training.
type Label struct {
	Run     corpus.Ref
	Said    bool         // it is somebody's utterance
	Kind    Kind         // direct or mixed
	Source  []corpus.Ref // the words that name the source; empty when no words do
	Surname string       // the last word of the speaker's name in lower case where it is known
}

// Examples gives the decisions on the runs of a that have a label. Each is made
// with the decisions of m on the runs before it, so that a model learns to live
// with mistakes like its own; with the right ones when m is nil. Runs whose
// source is no candidate are left out. The names of features are added to names.
func (m *Model) Examples(a *corpus.Article, labels []Label, names map[uint64]string) []linear.Example {
	g := syntax.Read(a)
	defer g.Close()
	who := cast.Of(g)
	var ds []decision
	if m != nil {
		ds = m.decide(g, who)
	}
	byRun := make(map[corpus.Ref]*Label, len(labels))
	for i := range labels {
		byRun[labels[i].Run] = &labels[i]
	}
	var out []linear.Example
	f := linear.Features{Names: names}
	p := past{run: -1}
	kinds := make([]Kind, len(g.Runs))
	var cs []candidate
	for k, run := range g.Runs {
		l := byRun[g.Ref(run.Paragraph, run.Span)]
		cs = candidates(g, k, p, cs[:0])
		var right []int
		if l != nil {
			right = allowed(g, cs, l)
		}
		if len(right) > 0 {
			s := look(g, k, who)
			x := linear.Example{Right: right}
			for _, c := range cs {
				s.describe(&f, c, p)
				x.Candidates = append(x.Candidates, append([]uint64(nil), f.Keys...))
			}
			out = append(out, x)
			if l.Said {
				out = append(out, kindExample(&f, s, cs[clearest(g, cs, right)], kinds, l))
				kinds[k] = l.Kind
			}
		}
		switch {
		case m != nil:
			p.decide(k, ds[k].candidates[ds[k].best])
		case len(right) > 0:
			p.decide(k, cs[clearest(g, cs, right)])
		default:
			p.quoted = l != nil
		}
	}
	return out
}

// kindExample is the choice between direct and mixed for the run of s, whose
// source is c.
func kindExample(f *linear.Features, s *scene, c candidate, kinds []Kind, l *Label) linear.Example {
	s.describeKind(f, c, kinds)
	x := linear.Example{Candidates: [][]uint64{append([]uint64(nil), f.Keys...), nil}, Right: []int{0}}
	if l.Kind == Mixed {
		x.Right[0] = 1
	}
	return x
}

// decide notes that run k was given to c.
func (p *past) decide(k int, c candidate) {
	p.quoted = c.mention != nobody
	if c.mention >= 0 {
		p.run, p.source = k, c
	}
}

// allowed gives the candidates that l allows.
func allowed(g *syntax.Page, cs []candidate, l *Label) []int {
	switch {
	case !l.Said:
		return []int{0}
	case len(l.Source) == 0:
		return []int{1}
	}
	var named, headed, touched []int
	for i, c := range cs {
		if c.mention < 0 {
			continue
		}
		q := &g.Paragraphs[c.paragraph]
		m := &q.Mentions[c.mention]
		head, touch := false, false
		for _, src := range l.Source {
			if src.Paragraph != c.paragraph {
				continue
			}
			for t := m.First; t < m.Stop; t++ {
				if src.Overlaps(q.Tokens[t].Span) && !q.Tokens[t].Class.Is(english.Determiner|english.Preposition|english.Conjunction) {
					touch = true
					head = head || t == m.Head
				}
			}
		}
		switch {
		case touch && l.Surname != "" && surnameOf(q, c.mention) == l.Surname:
			named = append(named, i)
		case head:
			headed = append(headed, i)
		case touch:
			touched = append(touched, i)
		}
	}
	switch {
	case len(named) > 0:
		return named
	case len(headed) > 0:
		return headed
	}
	return touched
}

// clearest picks the right candidate that says most: a name.
func clearest(g *syntax.Page, cs []candidate, right []int) int {
	for _, i := range right {
		if c := cs[i]; c.mention >= 0 && g.Paragraphs[c.paragraph].Mentions[c.mention].Kind == syntax.Name {
			return i
		}
	}
	return right[0]
}

// Trial is how sure a model was of one run, and whether it was right.
type Trial struct {
	Mention, Name           float64
	MentionRight, NameRight bool
	Named                   bool // whether NameRight is known
}

// Trials tries m on the runs of a that have a label, for calibration. Runs
// that m gives to nobody, and those whose source people do not name, are left
// out.
func (m *Model) Trials(a *corpus.Article, labels []Label) []Trial {
	g := syntax.Read(a)
	defer g.Close()
	vs, who := m.verdicts(g)
	byRun := make(map[corpus.Ref]*Label, len(labels))
	for i := range labels {
		byRun[labels[i].Run] = &labels[i]
	}
	var out []Trial
	for k, run := range g.Runs {
		l := byRun[g.Ref(run.Paragraph, run.Span)]
		c := vs[k].source
		if l == nil || c.mention < 0 || l.Said && len(l.Source) == 0 {
			continue
		}
		t := Trial{Mention: vs[k].belief.mention, Name: vs[k].belief.name}
		if l.Said {
			t.MentionRight = len(allowed(g, []candidate{c}, &Label{Said: true, Source: l.Source})) > 0
		}
		if surname := who.Surname(c.paragraph, c.mention); surname != "" {
			t.NameRight = l.Said && l.Surname != "" && surname == l.Surname
			t.Named = !l.Said || l.Surname != ""
			t.MentionRight = t.MentionRight || t.NameRight
		}
		out = append(out, t)
	}
	return out
}
