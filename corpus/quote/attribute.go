package quote

import (
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// past is what has been decided on the runs before one.
type past struct {
	run    int       // the last run given to a mention, -1 when none was
	source candidate // and that mention
	quoted bool      // the run just before was said by somebody
}

// describe gives the features of candidate c as the source of the run of s.
func (s *scene) describe(f *features, c candidate, p past) {
	f.begin()
	if c.mention < 0 {
		s.describeNone(f, c, p)
		return
	}
	q := &s.g.paragraphs[c.paragraph]
	m := &q.mentions[c.mention]
	kind := partOf(q.nature(c.mention))
	inner := m.within >= 0
	if inner {
		kind = f.joined("in ", kind.text)
	}
	f.add("kind", kind)
	f.add("kind-size", kind, s.size)
	f.add("poss", flag(m.possessive), flag(inner))
	who := s.class(c)
	f.add("who", who, s.size)
	if c.paragraph == s.n {
		s.describeNear(f, q, c, kind)
		f.add("who-near", who, flag(c.unit > s.at), flag(q.speaks[c.unit]), s.mode)
	} else {
		s.describeFar(f, q, c, kind)
		f.add("who-far", who, upTo(s.n-c.paragraph, 4), flag(q.speaks[c.unit]))
	}
	s.describePast(f, c, kind, p)
}

// describeNone describes that nobody said the run, or nobody who is named.
func (s *scene) describeNone(f *features, c candidate, p past) {
	k := "no"
	if c.mention == unnamed {
		k = "un"
	}
	said := upTo(s.verbs, 2)
	f.add(k)
	f.under(k)
	f.add("size", s.size)
	f.add("words", upTo(s.words, 9))
	f.add("mode", s.mode, s.size)
	f.add("mode-before", s.mode, s.before)
	f.add("open", s.opening, s.size)
	f.add("end", s.ending, s.size)
	f.add("end-after", s.ending, s.after)
	f.add("caps", flag(s.caps), s.size)
	f.add("first", s.first, s.size)
	f.add("verbal", flag(s.verbal), s.size)
	f.add("place", s.place, s.size)
	f.add("before", s.before)
	f.add("beforeW", s.beforeLo)
	f.add("before2", s.before2, s.before)
	f.add("after", s.after)
	f.add("afterW", s.afterLow)
	f.add("around", s.before, s.after)
	f.add("verbs", said, s.size)
	f.add("verbs-before", said, s.before)
	f.add("verbs-caps", said, flag(s.caps))
	f.add("past", flag(p.quoted), flag(p.run >= 0 && s.g.runs[p.run].paragraph == s.n), s.size)
	f.add("single", flag(s.single))
	f.add("title", flag(s.n == 0), flag(s.single))
	f.add("cont", flag(s.cont))
	f.add("closed", flag(s.g.runs[s.k].closed))
	f.add("runs", upTo(len(s.q.runs), 4), s.size)
	us := s.q.units
	for i := max(0, s.at-4); i < s.at; i++ {
		if us[i].sentence == s.begin {
			f.add("near", partOf(closedWord(s.q, i)))
		}
	}
	if s.at > 0 && us[s.at-1].mention >= 0 {
		f.add("beforeM", partOf(s.q.nature(us[s.at-1].mention)))
		if is := s.q.tokens[us[s.at-1].end-1].is; is.Is(english.Saying | english.SayingNoun | english.Document) {
			f.add("beforeD", partOf(s.q.tokens[us[s.at-1].end-1].lower))
		}
	}
	if s.at > 0 && us[s.at-1].run >= 0 || s.at > 1 && us[s.at-2].run >= 0 {
		f.add("list", flag(p.quoted), s.before, s.size)
	}
}

// describeNear describes a mention of the run's own paragraph.
func (s *scene) describeNear(f *features, q *paragraph, c candidate, kind part) {
	us := q.units
	side, lo, hi, ds := partOf("L"), c.unit, s.at, us[c.unit].sentence-s.begin
	if c.unit > s.at {
		side, lo, hi, ds = partOf("R"), s.at, c.unit, us[c.unit].sentence-s.end
	}
	dist, sym := upTo(ds, 3), partOf(us[c.unit].sym)
	f.add("near", side, dist, kind)
	f.add("dist", side, dist, s.place)
	f.add("near-mode", side, dist, s.mode, kind)
	f.add("near-mode-after", side, dist, s.mode, s.after)
	f.add("dist-before", side, dist, s.before)
	f.add("dist-after", side, dist, s.after)
	f.add("dist-end", side, dist, s.ending, s.size)
	f.add("path", side, f.path(q, lo, hi, 4), sym)
	f.add("gap", side, log2(hi-lo-1), sym)
	if hi-lo > 1 {
		f.add("quote-side", side, partOf(us[s.at+sign(c.unit-s.at)].sym), dist)
		f.add("source-side", side, partOf(us[c.unit-sign(c.unit-s.at)].sym), dist)
	}
	ms, rs, vs, subjects := 0, 0, 0, 0
	for i := lo + 1; i < hi; i++ {
		if us[i].mention >= 0 && q.linkOf[i] > 0 {
			subjects++
		}
		switch {
		case us[i].run >= 0:
			rs++
		case us[i].mention >= 0:
			ms++
		case us[i].sym == "V":
			vs++
		}
	}
	f.add("between-mode", side, upTo(ms, 3), upTo(vs, 2), s.mode)
	f.add("between", side, upTo(ms, 4), upTo(rs, 2), upTo(vs, 2))
	f.add("between-subjects", side, upTo(subjects, 4), dist)
	f.add("between-kind", side, upTo(subjects, 2), upTo(vs, 2), kind)
	if n := q.surname(c.mention); n != "" {
		f.add("spoken-of", flag(s.speaksOf(n)), side)
	}
	f.add("betweenM", side, upTo(ms, 6), dist)
	f.add("betweenQ", side, upTo(rs, 3), dist, s.place)
	next, prev := "$", "^"
	if i := c.unit + 1; i < len(us) {
		next = closedWord(q, i)
	}
	if c.unit > 0 {
		prev = closedWord(q, c.unit-1)
		if us[c.unit-1].sentence != us[c.unit].sentence {
			prev = "~"
		}
	}
	after, before := partOf(next), partOf(prev)
	f.add("next", side, dist, after)
	f.add("prev", side, dist, before)
	f.add("prev-next", side, before, after)
	initial := flag(prev == "~" || prev == "^")
	f.add("initial", side, dist, initial, kind)
	f.add("first", s.first, side, dist, kind)
	s.describeLinks(f, q, c, side, dist, kind)
}

// speaksOf reports whether the run holds the word name.
func (s *scene) speaksOf(name string) bool {
	u := &s.q.units[s.at]
	for i := u.first; i < u.end; i++ {
		if s.q.tokens[i].lower == name {
			return true
		}
	}
	return false
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// describeLinks describes the cues that c is the source of, by where they
// stand to the run.
func (s *scene) describeLinks(f *features, q *paragraph, c candidate, side, dist, kind part) {
	us := q.units
	best, bestGap, n := -1, 1<<30, 0
	for k := q.linkOf[c.unit]; k > 0; k = q.links[k-1].next {
		l := &q.links[k-1]
		gap := l.cue - s.at
		if gap < 0 {
			gap = -gap
		}
		f.add("any-link", partOf(l.how), partOf(us[l.cue].sym), side, flag(l.cue > s.at), dist)
		if us[l.cue].sym != "V" && us[l.cue].sym != "d" && l.how != accord && l.how != colon && l.how != dash {
			gap += 8 // a verb of speech is preferred to one near by
		}
		if l.how != object {
			n++
		} else {
			f.add("object", side, dist)
			continue
		}
		if gap < bestGap {
			best, bestGap = k-1, gap
		}
	}
	f.add("links", upTo(n, 3), side, dist)
	if best < 0 {
		f.add("unlinked", side, dist, kind)
		f.add("unlinked-mode", side, dist, s.mode, upTo(s.verbs, 2))
		f.add("unlinked-verbs", side, dist, upTo(s.verbs, 2))
		return
	}
	l := &q.links[best]
	how, cue, word := partOf(l.how), partOf(us[l.cue].sym), partOf(cueWord(q, l.cue))
	cside, lo, hi, ds := partOf("L"), l.cue, s.at, us[l.cue].sentence-s.begin
	if l.cue > s.at {
		cside, lo, hi, ds = partOf("R"), s.at, l.cue, us[l.cue].sentence-s.end
	}
	cdist, sides := upTo(ds, 2), f.joined(side.text, cside.text)
	f.add("link", how, sides, cdist)
	f.add("link-mode", how, sides, cdist, cue, s.mode)
	f.add("link-mode-word", sides, cdist, word, s.mode)
	f.add("link-mode-gap", sides, cdist, upTo(hi-lo-1, 4), s.mode)
	f.add("link-cue", cue, how, sides, cdist)
	f.add("link-word", word, sides, cdist)
	f.add("link-how-word", word, how)
	f.add("link-path", cside, cdist, f.path(q, lo, hi, 3), cue)
	f.add("link-adjacent", cside, cdist, partOf(us[s.at+sign(l.cue-s.at)].sym), cue)
	f.add("link-place", s.place, sides, cdist, cue)
	f.add("link-ending", s.ending, sides, cdist, cue)
	f.add("link-size", s.size, sides, cdist, cue)
	f.add("link-kind", kind, how, cue)
	f.add("link-before", s.before, sides, cdist, cue)
	f.add("link-after", s.after, sides, cdist, cue)
	ms, vs, that := 0, 0, ""
	for i := lo + 1; i < hi; i++ {
		switch {
		case us[i].mention >= 0:
			ms++
		case us[i].verb():
			vs++
		}
		if us[i].sym == "that" || us[i].sym == ";" || us[i].sym == ":" {
			that = us[i].sym
		}
	}
	f.add("link-gap", cside, cdist, upTo(ms, 4), upTo(vs, 3), cue)
	f.add("link-that", cside, cdist, partOf(that), cue)
	f.add("link-word-gap", word, cside, cdist, upTo(hi-lo-1, 3))
	if l.cue+1 < len(us) {
		f.add("link-next", cside, cdist, partOf(us[l.cue+1].sym), cue)
		f.add("link-word-next", cside, word, partOf(closedWord(q, l.cue+1)))
	}
	if l.cue < s.at {
		f.add("link-word-before", cdist, word, s.beforeLo)
	}
	s.describeRank(f, q, l, cside, cdist, cue)
}

// describeRank describes how the cue of l stands among the other cues of its
// sentence: the outermost one reports the rest, the last one before the run
// introduces it.
func (s *scene) describeRank(f *features, q *paragraph, l *link, cside, cdist, cue part) {
	us := q.units
	before, between, other := 0, 0, 0
	lo, hi := min(l.cue, s.at), max(l.cue, s.at)
	links := q.around(l.cue)
	for i := range links {
		x := &links[i]
		if x.how == object || x.source == l.source || us[x.cue].sentence != us[l.cue].sentence || us[x.cue].sym != "V" && x.how != accord {
			continue
		}
		switch {
		case x.cue < lo:
			before++
		case x.cue < hi:
			between++
		default:
			other++
		}
	}
	f.add("rank", cside, cdist, cue, upTo(before, 2), upTo(between, 2), upTo(other, 2))
	f.add("rank-mode", cside, cdist, upTo(before, 2), upTo(between, 2), upTo(other, 2), s.mode)
	f.add("rank-between", cside, cdist, cue, upTo(between, 2), s.ending)
	f.add("rank-other", cside, cdist, cue, upTo(other, 2), s.after)
}

// describeFar describes a mention of another paragraph.
func (s *scene) describeFar(f *features, q *paragraph, c candidate, kind part) {
	d := upTo(s.n-c.paragraph, 4)
	f.add("para", d, kind)
	f.shared(d, 0, func() {
		f.add("para-mode", d, s.mode, upTo(s.verbs, 1))
		f.add("para-place", d, s.place, s.size)
		f.add("para-verbs", d, upTo(s.verbs, 2), s.place)
		f.add("para-cont", d, flag(s.cont))
		f.add("para-before", d, s.before, s.after)
	})
	f.add("para-end", d, upTo(min(9, len(q.units)-c.unit), 9))
	f.add("para-first", d, flag(c.unit == 0), kind)
	f.add("para-speaks", d, flag(q.speaks[c.unit]), s.place)
	if k := q.linkOf[c.unit]; k > 0 {
		l := &q.links[k-1]
		f.add("para-link", d, partOf(l.how), partOf(q.units[l.cue].sym))
		f.add("para-word", d, partOf(cueWord(q, l.cue)))
		if l.cue+1 < len(q.units) {
			f.add("para-colon", d, partOf(q.units[l.cue+1].sym), flag(l.cue+2 >= len(q.units)), s.place)
		}
	}
	f.add("para-after", d, flag(q.speaker > c.unit), flag(len(q.runs) > 0))
}

// describePast describes how c agrees with what was decided before.
func (s *scene) describePast(f *features, c candidate, kind part, p past) {
	if p.run < 0 {
		f.add("past-none", kind)
		return
	}
	d := upTo(s.n-s.g.runs[p.run].paragraph, 2)
	pq := &s.g.paragraphs[p.source.paragraph]
	rel := partOf("other")
	switch {
	case c == p.source:
		rel = partOf("same")
	case s.alike(c, p.source):
		rel = partOf("name")
	case c.paragraph == p.source.paragraph && c.unit == p.source.unit:
		rel = partOf("unit")
	case c.paragraph == s.n && p.source.paragraph == s.n && c.unit < p.source.unit:
		rel = partOf("earlier")
	case kind.text == "he" || kind.text == "she":
		rel = f.joined("pro ", pq.nature(p.source.mention), s.who.fits(p.source.paragraph, p.source.mention, kind.text == "she"))
	}
	f.shared(rel, 0, func() { s.describeRelation(f, rel, d, p) })
	if rel.text != "other" && d.text == "0" {
		side := "L"
		if c.unit > s.q.unitOf(p.run) {
			side = "M"
		}
		if c.unit > s.at {
			side = "R"
		}
		f.add("past-side", rel, partOf(side), s.opening, s.before)
	}
}

// describeRelation describes a run's source by rel, what it has to do with the
// source before, d paragraphs back.
func (s *scene) describeRelation(f *features, rel, d part, p past) {
	f.add("past", rel, d)
	f.add("past-mode", rel, d, s.mode, upTo(s.verbs, 1))
	f.add("past-mode-place", rel, d, s.mode, s.place)
	f.add("past-place", rel, d, s.place, s.size)
	f.add("past-verbs", rel, d, upTo(s.verbs, 2))
	f.add("past-before", rel, d, s.before)
	f.add("past-after", rel, d, s.after)
	f.add("past-quoted", rel, d, flag(p.quoted), flag(p.run == s.k-1))
	f.add("past-cont", rel, flag(s.cont))
	if rel.text != "other" && d.text == "0" {
		last := s.q.unitOf(p.run)
		f.add("past-path", rel, f.path(s.q, last, s.at, 4))
		f.add("past-gap", rel, log2(s.at-last-1), s.before)
		ms := 0
		for i := last + 1; i < s.at; i++ {
			if s.q.units[i].mention >= 0 {
				ms++
			}
		}
		f.add("past-mentions", rel, upTo(ms, 3), s.before, s.after)
	}
}
