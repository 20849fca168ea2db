package quote

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// reach is how many units before and after a cue its source is looked for: all
// that may matter, and fewer in what has more cues than a sentence.
func (t *sentence) reach() (before, after int) {
	if n := len(t.cues); n > manyCues {
		return 40 * manyCues / n, 30 * manyCues / n
	}
	return 40, 30
}

// manyCues are more than a sentence of prose has.
const manyCues = 12

// sources appends the mentions that may be the source of the cue at v, -1
// (none) first.
func (t *sentence) sources(v int, out []int) []int {
	q := t.q
	out = append(out[:0], -1)
	if k := q.Units[v].Mention; k >= 0 { // Doe's claim
		for j := k + 1; j < len(q.Mentions) && q.Mentions[j].First < q.Mentions[k].Stop; j++ {
			out = append(out, j)
		}
	}
	before, after := t.reach()
	for i := max(t.lo, v-before); i < min(t.hi, v+after); i++ {
		if k := q.Units[i].Mention; k >= 0 && i != v {
			out = append(out, k)
		}
	}
	return out
}

// tellLeast is the probability from which on a word is taken for a cue: chosen
// on the training articles by cross-validation.
const tellLeast = 0.45

// plainLeast is the same for a cue that plainly reports: set by hand, as the
// training articles have few sentences so short.
const plainLeast = 0.3

// plain reports whether the cue at unit v has a subject and is followed by
// another and its verb, and by little else: "Doe said prices rose".
func (t *sentence) plain(v int) bool {
	us := t.q.Units
	if how, _ := t.linked(v); how.Text != syntax.Subject || v+2 >= t.hi || t.last() > v+5 || us[v].Symbol != "V" {
		return false
	}
	switch us[v+1].Symbol {
	case "w", "n", "X", "N", "D", "P", "d":
		return us[v+2].Verb()
	}
	return false
}

// statements finds the statements of a page in text order. Of two that overlap
// the more probable stays: a statement inside another's content is part of it.
func (m *Model) statements(g *syntax.Page) []statement {
	var out, found []statement
	f := linear.Features{Weights: m.weights}
	var t sentence
	var cs []span
	var ks []int
	var p []float64
	for n := range g.Paragraphs {
		for range sentences(&g.Paragraphs[n], &t) {
			found = found[:0]
			cited, ok := t.citedBefore()
			if ok {
				cited.paragraph = n
				found = append(found, cited)
			}
			for _, v := range t.cues {
				if ok && v == cited.cue {
					continue
				}
				c := t.cue(&f, v)
				t.describeCue(&f, &c)
				sure := 1 / (1 + math.Exp(-f.Score()))
				if sure < tellLeast && (sure < plainLeast || !t.plain(v) && !t.interrupts(v)) {
					continue
				}
				if cs = t.contents(v, cs); len(cs) == 0 {
					continue
				}
				best := 0
				p = p[:0]
				f.Decide()
				for i, s := range cs {
					t.describeContent(&f, &c, s)
					p = append(p, f.Score())
					if p[i] > p[best] {
						best = i
					}
				}
				x := statement{paragraph: n, cue: v, first: cs[best].first, end: cs[best].end, source: -1, p: sure}
				ks = t.sources(v, ks)
				top := 0.0
				for i, k := range ks {
					t.describeSource(&f, &c, cs[best], k)
					if s := f.Score(); i == 0 || s > top {
						top, x.source = s, k
					}
				}
				found = append(found, x)
			}
			out = apart(t.outermost(found), out)
		}
	}
	return out
}

// The least probability with which a source means a speaker whose name is then
// given. A statement behind "he" needs more: nothing beside it, such as the
// quotes around it, confirms whose it is. Both are set by hand.
const (
	named = 0.5
	meant = 0.75
)

// outermost leaves out the statements inside what the end of the sentence gives to
// somebody: in "Custom says that guests eat first, said Doe" Doe spoke.
func (t *sentence) outermost(found []statement) []statement {
	for _, x := range found {
		l := linkTo(t.q, x.cue, x.source)
		if l == nil || l.How != syntax.Inverted || x.first != t.lo || x.end != x.cue-1 {
			continue
		}
		return slices.DeleteFunc(found, func(y statement) bool { return y.cue >= x.first && y.cue < x.end })
	}
	return found
}

// apart appends to out what is found in one sentence, without statements that
// overlap a more probable one.
func apart(found, out []statement) []statement {
	slices.SortStableFunc(found, func(a, b statement) int {
		switch {
		case a.p > b.p:
			return -1
		case a.p < b.p:
			return 1
		}
		return a.cue - b.cue
	})
	from := len(out)
	for _, x := range found {
		if !slices.ContainsFunc(out[from:], func(y statement) bool {
			return x.first < y.end && y.first < x.end || x.cue >= y.first && x.cue < y.end || y.cue >= x.first && y.cue < x.end
		}) {
			out = append(out, x)
		}
	}
	slices.SortFunc(out[from:], func(a, b statement) int { return a.first - b.first })
	return out
}

// text gives the words of the content of x, without marks around them.
func (x *statement) text(q *syntax.Paragraph) corpus.Span {
	s := corpus.Span{Start: q.Tokens[q.Units[x.first].First].Start, End: q.Tokens[q.Units[x.end-1].End-1].End}
	return s
}

// indirect gives the statements of g as quotes. One that holds a run of quoted
// is part of that run's utterance.
func (m *Model) indirect(g *syntax.Page, who *cast.Cast, quoted []Quote) []Quote {
	found := m.statements(g)
	out := make([]Quote, 0, len(found))
	k, next := 0, len(quoted)+1
	for _, x := range found {
		q := &g.Paragraphs[x.paragraph]
		via := passOn(q, &x)
		l := linkTo(q, x.cue, x.source)
		if l == nil {
			l = &syntax.Link{Cue: x.cue}
		}
		said := truthOf(l, q)
		if said == thinkable || x.hollow(q) {
			continue // "if he said that …" is nobody's statement
		}
		if u := &q.Units[x.first]; x.first == x.cue+1 && x.end-x.first > 1 && particle[q.Tokens[u.First].Lower] {
			x.first++ // "ruled out any talks"
		}
		t := Quote{Ref: g.Ref(x.paragraph, x.text(q)), Kind: Indirect, Cue: g.Ref(x.paragraph, cueWords(q, x.cue)), Denied: said == unsaid, Confidence: m.weights.Calibrated(x.p, "sure statement")}
		if via >= 0 {
			t.Via = outletName(q, via)
		}
		if x.source >= 0 {
			t.Mention = g.Ref(x.paragraph, q.Mentions[x.source].Span)
			least := named
			if q.Mentions[x.source].Kind == syntax.Pronoun {
				least = meant
			}
			if name, role, sure := who.Speaker(x.paragraph, x.source); sure >= least {
				t.Speaker, t.Role, t.Confidence = name, role, t.Confidence*sure
			}
		}
		for k < len(quoted) && before(quoted[k].Ref, t.Ref) < 0 {
			k++
		}
		if k < len(quoted) && quoted[k].Ref.Paragraph == x.paragraph && t.Ref.Contains(quoted[k].Ref.Span) {
			t.Utterance = quoted[k].Utterance
		} else {
			t.Utterance = next
			next++
		}
		out = append(out, t)
	}
	return out
}

// particle are the words that make one verb with the verb before them.
var particle = language.Words(`out up down off`)

// hollow reports whether the content tells nothing: a name alone ("thanked
// Jane Doe"), the source itself ("the mayor, Jane Doe, objected"), a lack ("showed no proof that"), what a comma parts from its
// first word ("it, was a band", behind "as he described"), or a clause about
// the one who asks ("was asked by Jane Doe, who came late").
func (x *statement) hollow(q *syntax.Paragraph) bool {
	us := q.Units[x.first:x.end]
	switch u := &us[0]; {
	case len(us) == 1:
		return u.Mention >= 0 && (q.Mentions[u.Mention].Kind == syntax.Name || u.Mention == x.source)
	case x.first > 0 && q.Units[x.first-1].Symbol == "," && q.Relates(x.first) && u.Symbol != "that":
		return true
	case us[1].Symbol == ",":
		return u.Mention >= 0 && q.Mentions[u.Mention].Kind == syntax.Pronoun
	case q.Tokens[u.First].Lower == "no":
		return !q.Units[x.cue].Class.Is(english.Saying) && x.first == x.cue+1
	}
	return false
}

// cueWords gives the words of the cue at unit v.
func cueWords(q *syntax.Paragraph, v int) corpus.Span {
	u := &q.Units[v]
	switch {
	case u.Mention >= 0:
		return q.Tokens[q.Mentions[u.Mention].Head].Span
	case u.Symbol == "according":
		return corpus.Span{Start: q.Tokens[u.First].Start, End: q.Tokens[q.Units[v+1].End-1].End}
	case u.Symbol == ":":
		return corpus.Span{}
	}
	return corpus.Span{Start: q.Tokens[u.First].Start, End: q.Tokens[u.End-1].End}
}
