package cast

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// Naming is whom people take a source to name, for training.
type Naming struct {
	Source  corpus.Ref
	Surname string // the last word of the name in lower case
}

// AnaphorExamples gives the decisions on the pronouns of a that have a naming:
// which of the entities before it each means. Pronouns without one go to the
// latest subject. The names of features are added to names.
func AnaphorExamples(a *corpus.Article, namings []Naming, names map[uint64]string) []linear.Example {
	g := syntax.Read(a)
	defer g.Close()
	want := make(map[corpus.Ref]string, len(namings))
	for _, n := range namings {
		want[n.Source] = n.Surname
	}
	var out []linear.Example
	f := linear.Features{Names: names}
	Of(g).settle(func(s *discourse, p *anaphor, xs []antecedent) (int, float64) {
		surname, ok := want[g.Ref(p.paragraph, g.Paragraphs[p.paragraph].Mentions[p.mention].Span)]
		x := linear.Example{}
		for i := range xs {
			s.describe(&f, p, &xs[i], len(xs))
			x.Candidates = append(x.Candidates, slices.Clone(f.Keys))
			if ok && s.c.entities[xs[i].entity].surname() == surname {
				x.Right = append(x.Right, i)
			}
		}
		if len(x.Right) > 0 {
			out = append(out, x)
			return x.Right[0], 1
		}
		return latestSubject(s, p, xs), 1
	})
	return out
}

// latestSubject picks the latest candidate that was a subject and is not
// known to be of the other sex.
func latestSubject(s *discourse, p *anaphor, xs []antecedent) int {
	for i := range xs {
		if xs[i].subject.entity >= 0 && s.c.entities[xs[i].entity].agreement(p.female) != "--" {
			return i
		}
	}
	return 0
}
