package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// cue is what features tell of a possible cue, whatever its content and source.
type cue struct {
	at         int // its unit
	word, sym  part
	how, kind  part // the pattern by which it has a source, and the kind of source
	tail, lead part // see frame
	modality   part
	prev, next part // the units beside it
	next2      part
}

// cue looks at the word at unit v.
func (t *tale) cue(f *features, v int) cue {
	c := cue{at: v, word: partOf(t.q.cueForm(v)), sym: partOf(t.q.units[v].sym), modality: t.modality(v), prev: t.closed(v - 1), next: t.closed(v + 1), next2: t.closed(v + 2)}
	c.how, c.kind = t.linked(v)
	c.tail, c.lead = t.frame(f, v)
	return c
}

// describeCue gives the features of c being a cue.
func (t *tale) describeCue(f *features, c *cue) {
	f.begin()
	us, v := t.q.units, c.at
	w, s, how, kind := c.word, c.sym, c.how, c.kind
	n1, n2, p1, p2 := t.sym(v+1), t.sym(v+2), t.sym(v-1), t.sym(v-2)
	f.add("cue")
	f.add("cue w", w)
	f.add("cue w-next", w, n1)
	f.add("cue w-prev", w, p1)
	f.add("cue w-how", w, how)
	f.add("cue sym", s, n1)
	f.add("cue sym2", s, n1, n2)
	f.add("cue prev", s, p1)
	f.add("cue prev2", s, p1, p2)
	f.add("cue around", p1, s, n1)
	f.add("cue how", how, kind, s)
	f.add("cue how-next", how, n1)
	f.add("cue form", suffix(w.text), n1, how)
	f.add("cue at", upTo((v-t.lo)/3, 6), s)
	f.add("cue left", upTo(t.hi-v, 7), s, how)
	that, runs, before := false, 0, 0
	for i := t.lo; i < t.hi; i++ {
		switch {
		case us[i].run >= 0:
			runs++
			if i == v-1 || i == v+1 || i == v-2 && us[v-1].sym == "," {
				f.add("cue beside run", s, upTo(i-v, 2), n1)
			}
		case us[i].sym == "that" && i > v && i < v+10:
			that = true
		case us[i].sym == "V" && i < v:
			before++
		}
	}
	f.add("cue that", flag(that), s, upTo(before, 2))
	f.add("cue that-w", flag(that), w)
	f.add("cue runs", upTo(runs, 2), how)
	f.add("cue runs-w", upTo(runs, 1), w)
	f.add("cue before", upTo(before, 3), s, how)
	f.add("cue tail", c.tail, c.lead, s)
	f.add("cue tail-w", c.tail, w)
	if c.lead.text == "," {
		f.add("cue post", c.tail, w)
	}
	f.add("cue lead-w", c.lead, w)
	f.add("cue modal", c.modality, how)
	f.add("cue modal-w", c.modality, w)
	if v > t.lo {
		f.add("cue prevW", c.prev, s)
	}
	if v+1 < t.hi {
		f.add("cue nextW", c.next, s)
		f.add("cue prevW-nextW", c.prev, c.next, s)
		f.add("cue w-nextW", w, c.next)
	}
}

// frame gives the symbols between cue v and the end of the sentence, when they
// are few, and the one before its subject: in "…, Doe told TASS." an addressee
// and a comma.
func (t *tale) frame(f *features, v int) (tail, lead part) {
	tail, lead = f.path(t.q, v, t.last(), 2), dashed
	for _, l := range t.q.by(v) {
		if l.how == subject && l.source < v {
			lead = t.sym(l.source - 1)
		}
	}
	return tail, lead
}

// sym is the symbol of unit i in the sentence, "^" and "$" at its ends.
func (t *tale) sym(i int) part {
	switch {
	case i < t.lo:
		return partOf("^")
	case i >= t.hi:
		return partOf("$")
	}
	return partOf(t.q.units[i].sym)
}

// closed is the word at unit i when its class is closed, else its symbol.
func (t *tale) closed(i int) part {
	if i < t.lo || i >= t.hi {
		return t.sym(i)
	}
	u := &t.q.units[i]
	if u.mention < 0 && u.run < 0 && u.is.Is(english.Closed|english.Adverb|english.Negation) {
		return partOf(t.q.tokens[u.first].lower)
	}
	if u.mention >= 0 && t.q.mentions[u.mention].kind == pronounMention {
		return partOf(t.q.tokens[u.first].lower)
	}
	return partOf(u.sym)
}

func suffix(w string) part {
	for _, s := range [...]string{"ing", "ed", "s"} {
		if strings.HasSuffix(w, s) {
			return partOf(s)
		}
	}
	return dashed
}

// modality tells what stands between the subject and the cue at v: a negation,
// a modal, "to", a perfect.
func (t *tale) modality(v int) part {
	us := t.q.units
	out := "-"
scan:
	for i := v - 1; i >= t.lo && i > v-5; i-- {
		is := us[i].is
		switch {
		case us[i].mention >= 0 || us[i].run >= 0:
			break scan
		case is.Is(english.Negation):
			out = "not"
			break scan
		case is.Is(english.Modal):
			out = "modal"
		case us[i].sym == "to":
			out = "to"
		case is.Is(english.Auxiliary):
			if out == "-" {
				out = "aux"
			}
		case us[i].sym != "a":
			break scan
		}
	}
	return partOf(out)
}

// linked gives the pattern by which cue v has a source, and the kind of source.
func (t *tale) linked(v int) (how, kind part) {
	q := t.q
	for _, l := range q.by(v) {
		if l.how != object {
			return partOf(l.how), partOf(q.nature(q.units[l.source].mention))
		}
	}
	return partOf("none"), dashed
}

// describeContent gives the features of s as the content of cue c.
func (t *tale) describeContent(f *features, c *cue, s span) {
	f.begin()
	us, w, how := t.q.units, c.word, c.how
	from, to := partOf(s.from), partOf(s.to)
	f.shared(from, s.first, func() { t.describeStart(f, c, s.first, from) })
	f.add("say to", to, from)
	f.add("say to-w", to, w)
	f.add("say from-to", from, to, how)
	next := partOf("$")
	if s.end < t.hi {
		next = t.closed(s.end)
	}
	f.add("say next", next, to, from)
	f.add("say next2", next, t.closed(s.end+1), to)
	f.add("say last", t.closed(s.end-1), to)
	f.add("say len", log2(s.end-s.first), from, to)
	verbs, cues, runs := 0, 0, 0
	for i := s.first; i < s.end; i++ {
		switch {
		case us[i].run >= 0:
			runs++
		case us[i].verb():
			verbs++
			if us[i].sym == "V" || us[i].sym == "T" {
				cues++
			}
		}
	}
	t.seen = t.seen[:0]
	for i := s.first + 1; i < s.end; i++ {
		if b := t.bounds[i-t.lo]; b != "" && b != "," && t.fresh(b) {
			over := partOf(b)
			f.add("say over", over, from)
			if b == ",while" || b == ",but" || b == ",and" || b == ",as" || b == "while" {
				f.add("say over-cue", over, flag(t.cuesBetween(i, s.end)))
			}
		}
	}
	f.add("say verbs", upTo(verbs, 3), from, to)
	f.add("say cues", upTo(cues, 2), from, to)
	f.add("say runs", upTo(runs, 2), from)
	f.add("say rest", log2(t.hi-s.end), to, from)
	if s.end < t.hi {
		after := 0
		for i := s.end; i < t.hi; i++ {
			if us[i].verb() {
				after++
			}
		}
		f.add("say after", upTo(after, 3), to)
	}
	f.add("say start", log2(s.first-t.lo), from, to)
}

// describeStart describes that the content of c begins at unit i.
func (t *tale) describeStart(f *features, c *cue, i int, from part) {
	first, second := t.closed(i), t.closed(i+1)
	f.add("say from", from, c.sym)
	f.add("say from-w", from, c.word)
	f.add("say from-how", from, c.how)
	f.add("say first", first, from)
	f.add("say first-w", first, c.word)
	f.add("say first2", first, second, from)
	f.add("say cue-next", c.next, from)
	f.add("say cue-next2", c.next, c.next2, from)
	f.add("say tail", c.tail, c.lead, from)
	f.add("say lead", c.lead, c.how, from)
}

// cuesBetween reports whether a cue of speech with a source stands between units i and j.
func (t *tale) cuesBetween(i, j int) bool {
	for k := i; k < j; k++ {
		if t.q.units[k].sym == "V" {
			if how, _ := t.linked(k); how.text == subject || how.text == inverted {
				return true
			}
		}
	}
	return false
}

// describeSource gives the features of mention k as the source of cue c with the
// content s.
func (t *tale) describeSource(f *features, c *cue, s span, k int) {
	f.begin()
	q, us, v := t.q, t.q.units, c.at
	if k < 0 {
		f.add("by none")
		f.under("by none")
		f.add("how", c.how, c.sym)
		f.add("w", c.word)
		f.add("prev", c.prev, c.sym)
		f.add("from", partOf(s.from), c.how)
		f.add("modal", c.modality)
		return
	}
	m := &q.mentions[k]
	kind := partOf(q.nature(k))
	if m.within >= 0 {
		f.add("by inside", flag(m.possessive), kind)
		f.add("by inside-next", c.next)
		return
	}
	u := q.unitAt[m.first]
	side, lo, hi := partOf("L"), u, v
	if u > v {
		side, lo, hi = partOf("R"), v, u
	}
	mine := partOf("no")
	for _, l := range q.by(v) {
		if l.source == u {
			mine = partOf(l.how)
		}
	}
	in := flag(u >= s.first && u < s.end)
	f.add("by kind", kind, side)
	f.add("by link", mine, side)
	f.add("by link-how", mine, c.how)
	f.add("by link-w", mine, c.word)
	f.add("by link-kind", mine, kind)
	f.add("by in", in, side, mine)
	f.add("by from", partOf(s.from), side, mine)
	f.add("by gap", log2(hi-lo-1), side, mine)
	f.add("by path", f.path(q, lo, hi, 4), side)
	n := 0
	for j := lo + 1; j < hi; j++ {
		if us[j].mention >= 0 {
			n++
		}
	}
	f.add("by between", upTo(n, 4), side, mine)
	f.add("by prev", t.closed(u-1), side, mine)
	f.add("by next", t.closed(u+1), side, mine)
	f.add("by poss", flag(m.possessive), side)
	f.add("by at", flag(u == t.lo), side, mine)
}
