package quote

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// Attribution is one attribution as people mark it, for training.
type Attribution struct {
	Cue, Content, Source []corpus.Ref
	Direct               bool // wholly in quotation marks
}

// StatementExamples gives, for the three steps of finding statements, the
// decisions on a: is a word a cue, which units are its content, which mention
// is its source. The names of features are added to names.
func StatementExamples(a *corpus.Article, marked []Attribution, names map[uint64]string) (cues, contents, sources []linear.Example) {
	g := syntax.Read(a)
	defer g.Close()
	f := linear.Features{Names: names}
	byParagraph := make([][]*Attribution, len(g.Paragraphs))
	for i := range marked {
		t := &marked[i]
		if len(t.Cue) > 0 && len(t.Content) > 0 {
			n := t.Cue[0].Paragraph
			byParagraph[n] = append(byParagraph[n], t)
		}
	}
	var t sentence
	var cs []span
	for n := range g.Paragraphs {
		for range sentences(&g.Paragraphs[n], &t) {
			for _, v := range t.cues {
				x := t.attributionBy(v, byParagraph[n])
				cs = t.contents(v, cs)
				right := -1
				if x != nil && !x.Direct {
					right = t.closest(cs, x.Content)
				}
				c := t.cue(&f, v)
				t.describeCue(&f, &c)
				e := linear.Example{Candidates: [][]uint64{nil, slices.Clone(f.Keys)}, Right: []int{0}}
				if right >= 0 {
					e.Right[0] = 1
				}
				cues = append(cues, e)
				if right < 0 {
					continue
				}
				e = linear.Example{Right: []int{right}}
				for _, s := range cs {
					t.describeContent(&f, &c, s)
					e.Candidates = append(e.Candidates, slices.Clone(f.Keys))
				}
				contents = append(contents, e)
				if e = t.sourceExample(&f, &c, cs[right], x); len(e.Right) > 0 {
					sources = append(sources, e)
				}
			}
		}
	}
	return cues, contents, sources
}

// StatementTrials tries m on a, whose attributions people marked, for calibration:
// how sure it was of each statement, as Trial.Mention, and whether its content
// and source are those of an attribution.
func (m *Model) StatementTrials(a *corpus.Article, marked []Attribution) []Trial {
	g := syntax.Read(a)
	defer g.Close()
	var out []Trial
	for _, x := range m.statements(g) {
		q := &g.Paragraphs[x.paragraph]
		t := Trial{Mention: x.p}
		for i := range marked {
			t.MentionRight = t.MentionRight || x.is(q, &marked[i])
		}
		out = append(out, t)
	}
	return out
}

// is reports whether x, found in q, is what people mark as w.
func (x *statement) is(q *syntax.Paragraph, w *Attribution) bool {
	if len(w.Content) == 0 || w.Content[0].Paragraph != x.paragraph {
		return false
	}
	if t := (&sentence{q: q}); t.closest([]span{{first: x.first, end: x.end}}, w.Content) < 0 {
		return false
	}
	if x.source < 0 {
		return len(w.Source) == 0
	}
	return slices.ContainsFunc(w.Source, func(src corpus.Ref) bool {
		return src.Paragraph == x.paragraph && src.Overlaps(q.Tokens[q.Mentions[x.source].Head].Span)
	})
}

// sourceExample is the decision on the source of cue c.
func (t *sentence) sourceExample(f *linear.Features, c *cue, s span, x *Attribution) linear.Example {
	e := linear.Example{}
	for i, k := range t.sources(c.at, nil) {
		t.describeSource(f, c, s, k)
		e.Candidates = append(e.Candidates, slices.Clone(f.Keys))
		if k < 0 {
			if len(x.Source) == 0 {
				e.Right = append(e.Right, i)
			}
			continue
		}
		m := &t.q.Mentions[k]
		for _, src := range x.Source {
			if src.Overlaps(t.q.Tokens[m.Head].Span) {
				e.Right = append(e.Right, i)
				break
			}
		}
	}
	if len(e.Right) > 1 { // the first words of the source are its head
		e.Right = e.Right[:1]
	}
	return e
}

// attributionBy gives the attribution that has the cue at unit v, or nil.
func (t *sentence) attributionBy(v int, marked []*Attribution) *Attribution {
	u := &t.q.Units[v]
	at := t.q.Tokens[u.First].Span
	if u.Mention >= 0 {
		at = t.q.Tokens[t.q.Mentions[u.Mention].Head].Span
	}
	for _, x := range marked {
		for _, c := range x.Cue {
			if c.Overlaps(at) {
				return x
			}
		}
	}
	return nil
}

// closest gives the content that shares most of its words with want, if that
// is at least half of the longer of the two, or -1.
func (t *sentence) closest(cs []span, want []corpus.Ref) int {
	in := map[int]bool{}
	for k := range t.q.Tokens {
		for _, w := range want {
			if w.Contains(t.q.Tokens[k].Span) && t.telling(k) {
				in[k] = true
			}
		}
	}
	best, top := -1, 0.0
	for i, s := range cs {
		both, size := 0, 0
		for k := t.q.Units[s.first].First; k < t.q.Units[s.end-1].End; k++ {
			if t.telling(k) {
				size++
				if in[k] {
					both++
				}
			}
		}
		if union := size + len(in) - both; both*2 >= max(size, len(in)) && both > 0 {
			if j := float64(both) / float64(union); j > top {
				best, top = i, j
			}
		}
	}
	return best
}

// telling reports whether token k counts when contents are compared.
func (t *sentence) telling(k int) bool {
	x := &t.q.Tokens[k]
	return (x.Kind == syntax.Word || x.Kind == syntax.Number) && !x.Class.Is(english.Closed)
}
