package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// cue is what features tell of a possible cue, whatever its content and source.
type cue struct {
	at         int // its unit
	word, sym  linear.Part
	how, kind  linear.Part // the pattern by which it has a source, and the kind of source
	tail, lead linear.Part // see frame
	modality   linear.Part
	prev, next linear.Part // the units beside it
	next2      linear.Part
}

// cue looks at the word at unit v.
func (t *sentence) cue(f *linear.Features, v int) cue {
	c := cue{at: v, word: linear.PartOf(cueForm(t.q, v)), sym: linear.PartOf(t.q.Units[v].Symbol), modality: t.modality(v), prev: t.closed(v - 1), next: t.closed(v + 1), next2: t.closed(v + 2)}
	c.how, c.kind = t.linked(v)
	c.tail, c.lead = t.frame(f, v)
	return c
}

// describeCue gives the features of c being a cue.
func (t *sentence) describeCue(f *linear.Features, c *cue) {
	f.Begin()
	us, v := t.q.Units, c.at
	w, s, how, kind := c.word, c.sym, c.how, c.kind
	n1, n2, p1, p2 := t.sym(v+1), t.sym(v+2), t.sym(v-1), t.sym(v-2)
	f.Add("cue")
	f.Add("cue w", w)
	f.Add("cue w-next", w, n1)
	f.Add("cue w-prev", w, p1)
	f.Add("cue w-how", w, how)
	f.Add("cue sym", s, n1)
	f.Add("cue sym2", s, n1, n2)
	f.Add("cue prev", s, p1)
	f.Add("cue prev2", s, p1, p2)
	f.Add("cue around", p1, s, n1)
	f.Add("cue how", how, kind, s)
	f.Add("cue how-next", how, n1)
	f.Add("cue form", suffix(w.Text), n1, how)
	f.Add("cue at", linear.UpTo((v-t.lo)/3, 6), s)
	f.Add("cue left", linear.UpTo(t.hi-v, 7), s, how)
	that, runs, before := false, 0, 0
	for i := t.lo; i < t.hi; i++ {
		switch {
		case us[i].Run >= 0:
			runs++
			if i == v-1 || i == v+1 || i == v-2 && us[v-1].Symbol == "," {
				f.Add("cue beside run", s, linear.UpTo(i-v, 2), n1)
			}
		case us[i].Symbol == "that" && i > v && i < v+10:
			that = true
		case us[i].Symbol == "V" && i < v:
			before++
		}
	}
	f.Add("cue that", linear.Flag(that), s, linear.UpTo(before, 2))
	f.Add("cue that-w", linear.Flag(that), w)
	f.Add("cue runs", linear.UpTo(runs, 2), how)
	f.Add("cue runs-w", linear.UpTo(runs, 1), w)
	f.Add("cue before", linear.UpTo(before, 3), s, how)
	f.Add("cue tail", c.tail, c.lead, s)
	f.Add("cue tail-w", c.tail, w)
	if c.lead.Text == "," {
		f.Add("cue post", c.tail, w)
	}
	f.Add("cue lead-w", c.lead, w)
	f.Add("cue modal", c.modality, how)
	f.Add("cue modal-w", c.modality, w)
	if v > t.lo {
		f.Add("cue prevW", c.prev, s)
	}
	if v+1 < t.hi {
		f.Add("cue nextW", c.next, s)
		f.Add("cue prevW-nextW", c.prev, c.next, s)
		f.Add("cue w-nextW", w, c.next)
	}
}

// frame gives the symbols between cue v and the end of the sentence, when they
// are few, and the one before its subject: in "…, Doe told TASS." an addressee
// and a comma.
func (t *sentence) frame(f *linear.Features, v int) (tail, lead linear.Part) {
	tail, lead = path(f, t.q, v, t.last(), 2), dashed
	for _, l := range t.q.By(v) {
		if l.How == syntax.Subject && l.Source < v {
			lead = t.sym(l.Source - 1)
		}
	}
	return tail, lead
}

// sym is the symbol of unit i in the sentence, "^" and "$" at its ends.
func (t *sentence) sym(i int) linear.Part {
	switch {
	case i < t.lo:
		return linear.PartOf("^")
	case i >= t.hi:
		return linear.PartOf("$")
	}
	return linear.PartOf(t.q.Units[i].Symbol)
}

// closed is the word at unit i when its class is closed, else its symbol.
func (t *sentence) closed(i int) linear.Part {
	if i < t.lo || i >= t.hi {
		return t.sym(i)
	}
	u := &t.q.Units[i]
	if u.Mention < 0 && u.Run < 0 && u.Class.Is(english.Closed|english.Adverb|english.Negation) {
		return linear.PartOf(t.q.Tokens[u.First].Lower)
	}
	if u.Mention >= 0 && t.q.Mentions[u.Mention].Kind == syntax.Pronoun {
		return linear.PartOf(t.q.Tokens[u.First].Lower)
	}
	return linear.PartOf(u.Symbol)
}

func suffix(w string) linear.Part {
	for _, s := range [...]string{"ing", "ed", "s"} {
		if strings.HasSuffix(w, s) {
			return linear.PartOf(s)
		}
	}
	return dashed
}

// modality tells what stands between the subject and the cue at v: a negation,
// a modal, "to", a perfect.
func (t *sentence) modality(v int) linear.Part {
	us := t.q.Units
	out := "-"
scan:
	for i := v - 1; i >= t.lo && i > v-5; i-- {
		is := us[i].Class
		switch {
		case us[i].Mention >= 0 || us[i].Run >= 0:
			break scan
		case is.Is(english.Negation):
			out = "not"
			break scan
		case is.Is(english.Modal):
			out = "modal"
		case us[i].Symbol == "to":
			out = "to"
		case is.Is(english.Auxiliary):
			if out == "-" {
				out = "aux"
			}
		case us[i].Symbol != "a":
			break scan
		}
	}
	return linear.PartOf(out)
}

// linked gives the pattern by which cue v has a source, and the kind of source.
func (t *sentence) linked(v int) (how, kind linear.Part) {
	q := t.q
	for _, l := range q.By(v) {
		if l.How != syntax.Object {
			return linear.PartOf(l.How), linear.PartOf(nature(q, q.Units[l.Source].Mention))
		}
	}
	return linear.PartOf("none"), dashed
}

// describeContent gives the features of s as the content of cue c.
func (t *sentence) describeContent(f *linear.Features, c *cue, s span) {
	f.Begin()
	us, w, how := t.q.Units, c.word, c.how
	from, to := linear.PartOf(s.from), linear.PartOf(s.to)
	f.Shared(from, s.first, func() { t.describeStart(f, c, s.first, from) })
	f.Add("say to", to, from)
	f.Add("say to-w", to, w)
	f.Add("say from-to", from, to, how)
	next := linear.PartOf("$")
	if s.end < t.hi {
		next = t.closed(s.end)
	}
	f.Add("say next", next, to, from)
	f.Add("say next2", next, t.closed(s.end+1), to)
	f.Add("say last", t.closed(s.end-1), to)
	f.Add("say len", linear.Log2(s.end-s.first), from, to)
	verbs, cues, runs := 0, 0, 0
	for i := s.first; i < s.end; i++ {
		switch {
		case us[i].Run >= 0:
			runs++
		case us[i].Verb():
			verbs++
			if us[i].Symbol == "V" || us[i].Symbol == "T" {
				cues++
			}
		}
	}
	t.seen = t.seen[:0]
	for i := s.first + 1; i < s.end; i++ {
		if b := t.bounds[i-t.lo]; b != "" && b != "," && t.fresh(b) {
			over := linear.PartOf(b)
			f.Add("say over", over, from)
			if b == ",while" || b == ",but" || b == ",and" || b == ",as" || b == "while" {
				f.Add("say over-cue", over, linear.Flag(t.cuesBetween(i, s.end)))
			}
		}
	}
	f.Add("say verbs", linear.UpTo(verbs, 3), from, to)
	f.Add("say cues", linear.UpTo(cues, 2), from, to)
	f.Add("say runs", linear.UpTo(runs, 2), from)
	f.Add("say rest", linear.Log2(t.hi-s.end), to, from)
	if s.end < t.hi {
		after := 0
		for i := s.end; i < t.hi; i++ {
			if us[i].Verb() {
				after++
			}
		}
		f.Add("say after", linear.UpTo(after, 3), to)
	}
	f.Add("say start", linear.Log2(s.first-t.lo), from, to)
}

// describeStart describes that the content of c begins at unit i.
func (t *sentence) describeStart(f *linear.Features, c *cue, i int, from linear.Part) {
	first, second := t.closed(i), t.closed(i+1)
	f.Add("say from", from, c.sym)
	f.Add("say from-w", from, c.word)
	f.Add("say from-how", from, c.how)
	f.Add("say first", first, from)
	f.Add("say first-w", first, c.word)
	f.Add("say first2", first, second, from)
	f.Add("say cue-next", c.next, from)
	f.Add("say cue-next2", c.next, c.next2, from)
	f.Add("say tail", c.tail, c.lead, from)
	f.Add("say lead", c.lead, c.how, from)
}

// cuesBetween reports whether a cue of speech with a source stands between units i and j.
func (t *sentence) cuesBetween(i, j int) bool {
	for k := i; k < j; k++ {
		if t.q.Units[k].Symbol == "V" {
			if how, _ := t.linked(k); how.Text == syntax.Subject || how.Text == syntax.Inverted {
				return true
			}
		}
	}
	return false
}

// describeSource gives the features of mention k as the source of cue c with the
// content s.
func (t *sentence) describeSource(f *linear.Features, c *cue, s span, k int) {
	f.Begin()
	q, us, v := t.q, t.q.Units, c.at
	if k < 0 {
		f.Add("by none")
		f.Under("by none")
		f.Add("how", c.how, c.sym)
		f.Add("w", c.word)
		f.Add("prev", c.prev, c.sym)
		f.Add("from", linear.PartOf(s.from), c.how)
		f.Add("modal", c.modality)
		return
	}
	m := &q.Mentions[k]
	kind := linear.PartOf(nature(q, k))
	if m.Within >= 0 {
		f.Add("by inside", linear.Flag(m.Possessive), kind)
		f.Add("by inside-next", c.next)
		return
	}
	u := q.UnitAt[m.First]
	side, lo, hi := linear.PartOf("L"), u, v
	if u > v {
		side, lo, hi = linear.PartOf("R"), v, u
	}
	mine := linear.PartOf("no")
	for _, l := range q.By(v) {
		if l.Source == u {
			mine = linear.PartOf(l.How)
		}
	}
	in := linear.Flag(u >= s.first && u < s.end)
	f.Add("by kind", kind, side)
	f.Add("by link", mine, side)
	f.Add("by link-how", mine, c.how)
	f.Add("by link-w", mine, c.word)
	f.Add("by link-kind", mine, kind)
	f.Add("by in", in, side, mine)
	f.Add("by from", linear.PartOf(s.from), side, mine)
	f.Add("by gap", linear.Log2(hi-lo-1), side, mine)
	f.Add("by path", path(f, q, lo, hi, 4), side)
	n := 0
	for j := lo + 1; j < hi; j++ {
		if us[j].Mention >= 0 {
			n++
		}
	}
	f.Add("by between", linear.UpTo(n, 4), side, mine)
	f.Add("by prev", t.closed(u-1), side, mine)
	f.Add("by next", t.closed(u+1), side, mine)
	f.Add("by poss", linear.Flag(m.Possessive), side)
	f.Add("by at", linear.Flag(u == t.lo), side, mine)
}
