package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// cueOf gives the link by which candidate c is the source of run k, the one
// whose cue stands nearest; nil when no cue ties them.
func (g *page) cueOf(k int, c candidate) *link {
	if c.mention < 0 || c.paragraph != g.runs[k].paragraph {
		return nil
	}
	q := &g.paragraphs[c.paragraph]
	at := q.unitOf(k)
	var best *link
	far := 1 << 30
	for i := q.linkOf[c.unit]; i > 0; i = q.links[i-1].next {
		l := &q.links[i-1]
		d := abs(l.cue - at)
		if u := &q.units[l.cue]; u.sym != "V" && l.how != accord && l.how != colon {
			d += reachBefore
		}
		if l.how != object && d < far {
			best, far = l, d
		}
	}
	return best
}

// words gives the words of l's cue; empty for a bare mark.
func (l *link) words(q *paragraph) corpus.Span {
	if l == nil || l.how == colon || l.how == dash {
		return corpus.Span{}
	}
	u := &q.units[l.cue]
	s := corpus.Span{Start: q.tokens[u.first].Start, End: q.tokens[u.end-1].End}
	if l.how == accord {
		s.End = q.tokens[q.units[l.cue+1].end-1].End
	}
	return s
}

// unsaid reports whether the cue of l tells that nothing was said, or only
// might be: "would not say", "declined to say", "might argue", "as if to say".
func (l *link) unsaid(q *paragraph) bool {
	if l == nil || q.units[l.cue].sym != "V" {
		return false
	}
	switch q.tokens[q.units[l.cue].first].lower {
	case "speak", "rule", "detail", "denounce", "refer", "referring", "talk", "discuss", "question":
		return false // what is not spoken of is not what stands in the marks
	}
	if l.supposed(q) {
		return true
	}
	might, later := false, false
	for i := l.cue - 1; i >= 0 && l.cue-i < 7 && q.same(i, l.cue) && q.units[i].run < 0; i-- {
		u := &q.units[i]
		if u.mention >= 0 {
			break
		}
		t := &q.tokens[u.first]
		switch {
		case t.lower == "have" || t.lower == "only" || t.lower == "just" || t.lower == "but":
			return false
		case t.is.Is(english.Negation) && t.lower != "without" && t.lower != "neither" && t.lower != "nor" && t.lower != "hardly":
			return true
		case strings.HasPrefix(t.lower, "declin"), strings.HasPrefix(t.lower, "refus"):
			return true
		case t.lower == "if" && i > 0 && q.tokens[q.units[i-1].first].lower == "as":
			return true
		case t.lower == "might", t.lower == "may", t.lower == "could", t.lower == "would":
			might = true
		case t.is.Is(english.Adverb) || strings.HasSuffix(t.lower, "ly"):
			later = true // "would later say" tells what was said
		case !u.light() && t.lower != "to":
			return might && !later
		}
	}
	return might && !later
}

// asks reports whether l only tells to whom the run at unit at was said: "Doe
// was asked, “Will you go?”".
func (l *link) asks(q *paragraph, at int) bool {
	return l != nil && l.how == passive && hearing[q.tokens[q.units[l.cue].first].lower] && l.cue < at && q.same(l.cue, at)
}

// hearing are the participles of verbs whose passive subject is who is told.
var hearing = language.Words(`asked told informed warned reminded advised assured urged questioned pressed`)

// supposed reports whether the clause of l is only thought of: "if he said",
// "whether she said", "had he said".
func (l *link) supposed(q *paragraph) bool {
	s := l.source
	if l.how != subject || s < 1 || s > l.cue || !q.same(s-1, l.cue) {
		return false
	}
	switch q.units[s-1].sym {
	case "if", "unless", "whether":
		return s < 2 || q.units[s-2].sym != "as"
	case "had", "should":
		return s < 2 || !q.same(s-2, s) || q.units[s-2].sym == ","
	}
	return false
}
