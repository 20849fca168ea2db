package quote

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

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
