package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
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

// notSaid reports whether the cue of l tells that nothing was said, or only
// might be: "would not say", "declined to say", "might argue", "as if to say".
func notSaid(l *syntax.Link, q *syntax.Paragraph) bool {
	if l == nil || q.Units[l.Cue].Symbol != "V" {
		return false
	}
	switch q.Tokens[q.Units[l.Cue].First].Lower {
	case "speak", "rule", "detail", "denounce", "refer", "referring", "talk", "discuss", "question":
		return false // what is not spoken of is not what stands in the marks
	}
	if supposed(l, q) {
		return true
	}
	might, later := false, false
	for i := l.Cue - 1; i >= 0 && l.Cue-i < 7 && q.SameSentence(i, l.Cue) && q.Units[i].Run < 0; i-- {
		u := &q.Units[i]
		if u.Mention >= 0 {
			break
		}
		t := &q.Tokens[u.First]
		switch {
		case t.Lower == "have" || t.Lower == "only" || t.Lower == "just" || t.Lower == "but":
			return false
		case t.Class.Is(english.Negation) && t.Lower != "without" && t.Lower != "neither" && t.Lower != "nor" && t.Lower != "hardly":
			return true
		case strings.HasPrefix(t.Lower, "declin"), strings.HasPrefix(t.Lower, "refus"):
			return true
		case t.Lower == "if" && i > 0 && q.Tokens[q.Units[i-1].First].Lower == "as":
			return true
		case t.Lower == "might", t.Lower == "may", t.Lower == "could", t.Lower == "would":
			might = true
		case t.Class.Is(english.Adverb) || strings.HasSuffix(t.Lower, "ly"):
			later = true // "would later say" tells what was said
		case !u.Light() && t.Lower != "to":
			return might && !later
		}
	}
	return might && !later
}

// asksOnly reports whether l only tells to whom the run at unit at was said: "Doe
// was asked, “Will you go?”".
func asksOnly(l *syntax.Link, q *syntax.Paragraph, at int) bool {
	return l != nil && l.How == syntax.Passive && hearing[q.Tokens[q.Units[l.Cue].First].Lower] && l.Cue < at && q.SameSentence(l.Cue, at)
}

// hearing are the participles of verbs whose passive subject is who is told.
var hearing = language.Words(`asked told informed warned reminded advised assured urged questioned pressed`)

// supposed reports whether the clause of l is only thought of: "if he said",
// "whether she said", "had he said".
func supposed(l *syntax.Link, q *syntax.Paragraph) bool {
	s := l.Source
	if l.How != syntax.Subject || s < 1 || s > l.Cue || !q.SameSentence(s-1, l.Cue) {
		return false
	}
	switch q.Units[s-1].Symbol {
	case "if", "unless", "whether":
		return s < 2 || q.Units[s-2].Symbol != "as"
	case "had", "should":
		return s < 2 || !q.SameSentence(s-2, s) || q.Units[s-2].Symbol == ","
	}
	return false
}
