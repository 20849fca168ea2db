package quote

import (
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// past is what has been decided on the runs before one.
type past struct {
	run    int       // the last run given to a mention, -1 when none was
	source candidate // and that mention
	quoted bool      // the run just before was said by somebody
}

// describe gives the features of candidate c as the source of the run of s.
func (s *scene) describe(f *linear.Features, c candidate, p past) {
	f.Begin()
	if c.mention < 0 {
		s.describeNone(f, c, p)
		return
	}
	q := &s.g.Paragraphs[c.paragraph]
	m := &q.Mentions[c.mention]
	kind := linear.PartOf(nature(q, c.mention))
	inner := m.Within >= 0
	if inner {
		kind = f.Joined("in ", kind.Text)
	}
	f.Add("kind", kind)
	f.Add("kind-size", kind, s.size)
	f.Add("poss", linear.Flag(m.Possessive), linear.Flag(inner))
	who := s.class(c)
	f.Add("who", who, s.size)
	if c.paragraph == s.n {
		s.describeNear(f, q, c, kind)
		f.Add("who-near", who, linear.Flag(c.unit > s.at), linear.Flag(q.Speaks[c.unit]), s.mode)
	} else {
		s.describeFar(f, q, c, kind)
		f.Add("who-far", who, linear.UpTo(s.n-c.paragraph, 4), linear.Flag(q.Speaks[c.unit]))
	}
	s.describePast(f, c, kind, p)
}

// describeNone describes that nobody said the run, or nobody who is named.
func (s *scene) describeNone(f *linear.Features, c candidate, p past) {
	k := "no"
	if c.mention == unnamed {
		k = "un"
	}
	said := linear.UpTo(s.verbs, 2)
	f.Add(k)
	f.Under(k)
	f.Add("size", s.size)
	f.Add("words", linear.UpTo(s.words, 9))
	f.Add("mode", s.mode, s.size)
	f.Add("mode-before", s.mode, s.before)
	f.Add("open", s.opening, s.size)
	f.Add("end", s.ending, s.size)
	f.Add("end-after", s.ending, s.after)
	f.Add("caps", linear.Flag(s.caps), s.size)
	f.Add("first", s.first, s.size)
	f.Add("verbal", linear.Flag(s.verbal), s.size)
	f.Add("place", s.place, s.size)
	f.Add("before", s.before)
	f.Add("beforeW", s.beforeLo)
	f.Add("before2", s.before2, s.before)
	f.Add("after", s.after)
	f.Add("afterW", s.afterLow)
	f.Add("around", s.before, s.after)
	f.Add("verbs", said, s.size)
	f.Add("verbs-before", said, s.before)
	f.Add("verbs-caps", said, linear.Flag(s.caps))
	f.Add("past", linear.Flag(p.quoted), linear.Flag(p.run >= 0 && s.g.Runs[p.run].Paragraph == s.n), s.size)
	f.Add("single", linear.Flag(s.single))
	f.Add("title", linear.Flag(s.n == 0), linear.Flag(s.single))
	f.Add("cont", linear.Flag(s.cont))
	f.Add("closed", linear.Flag(s.g.Runs[s.k].Closed))
	f.Add("runs", linear.UpTo(len(s.q.Runs), 4), s.size)
	us := s.q.Units
	for i := max(0, s.at-4); i < s.at; i++ {
		if us[i].Sentence == s.begin {
			f.Add("near", linear.PartOf(closedWord(s.q, i)))
		}
	}
	if s.at > 0 && us[s.at-1].Mention >= 0 {
		f.Add("beforeM", linear.PartOf(nature(s.q, us[s.at-1].Mention)))
		if is := s.q.Tokens[us[s.at-1].End-1].Class; is.Is(english.Saying | english.SayingNoun | english.Document) {
			f.Add("beforeD", linear.PartOf(s.q.Tokens[us[s.at-1].End-1].Lower))
		}
	}
	if s.at > 0 && us[s.at-1].Run >= 0 || s.at > 1 && us[s.at-2].Run >= 0 {
		f.Add("list", linear.Flag(p.quoted), s.before, s.size)
	}
}

// describeNear describes a mention of the run's own paragraph.
func (s *scene) describeNear(f *linear.Features, q *syntax.Paragraph, c candidate, kind linear.Part) {
	us := q.Units
	side, lo, hi, ds := linear.PartOf("L"), c.unit, s.at, us[c.unit].Sentence-s.begin
	if c.unit > s.at {
		side, lo, hi, ds = linear.PartOf("R"), s.at, c.unit, us[c.unit].Sentence-s.end
	}
	dist, sym := linear.UpTo(ds, 3), linear.PartOf(us[c.unit].Symbol)
	f.Add("near", side, dist, kind)
	f.Add("dist", side, dist, s.place)
	f.Add("near-mode", side, dist, s.mode, kind)
	f.Add("near-mode-after", side, dist, s.mode, s.after)
	f.Add("dist-before", side, dist, s.before)
	f.Add("dist-after", side, dist, s.after)
	f.Add("dist-end", side, dist, s.ending, s.size)
	f.Add("path", side, path(f, q, lo, hi, 4), sym)
	f.Add("gap", side, linear.Log2(hi-lo-1), sym)
	if hi-lo > 1 {
		f.Add("quote-side", side, linear.PartOf(us[s.at+sign(c.unit-s.at)].Symbol), dist)
		f.Add("source-side", side, linear.PartOf(us[c.unit-sign(c.unit-s.at)].Symbol), dist)
	}
	ms, rs, vs, subjects := 0, 0, 0, 0
	for i := lo + 1; i < hi; i++ {
		if us[i].Mention >= 0 && q.LinkOf[i] > 0 {
			subjects++
		}
		switch {
		case us[i].Run >= 0:
			rs++
		case us[i].Mention >= 0:
			ms++
		case us[i].Symbol == "V":
			vs++
		}
	}
	f.Add("between-mode", side, linear.UpTo(ms, 3), linear.UpTo(vs, 2), s.mode)
	f.Add("between", side, linear.UpTo(ms, 4), linear.UpTo(rs, 2), linear.UpTo(vs, 2))
	f.Add("between-subjects", side, linear.UpTo(subjects, 4), dist)
	f.Add("between-kind", side, linear.UpTo(subjects, 2), linear.UpTo(vs, 2), kind)
	if n := surnameOf(q, c.mention); n != "" {
		f.Add("spoken-of", linear.Flag(s.speaksOf(n)), side)
	}
	f.Add("betweenM", side, linear.UpTo(ms, 6), dist)
	f.Add("betweenQ", side, linear.UpTo(rs, 3), dist, s.place)
	next, prev := "$", "^"
	if i := c.unit + 1; i < len(us) {
		next = closedWord(q, i)
	}
	if c.unit > 0 {
		prev = closedWord(q, c.unit-1)
		if us[c.unit-1].Sentence != us[c.unit].Sentence {
			prev = "~"
		}
	}
	after, before := linear.PartOf(next), linear.PartOf(prev)
	f.Add("next", side, dist, after)
	f.Add("prev", side, dist, before)
	f.Add("prev-next", side, before, after)
	initial := linear.Flag(prev == "~" || prev == "^")
	f.Add("initial", side, dist, initial, kind)
	f.Add("first", s.first, side, dist, kind)
	s.describeLinks(f, q, c, side, dist, kind)
}

// speaksOf reports whether the run holds the word name.
func (s *scene) speaksOf(name string) bool {
	u := &s.q.Units[s.at]
	for i := u.First; i < u.End; i++ {
		if s.q.Tokens[i].Lower == name {
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
func (s *scene) describeLinks(f *linear.Features, q *syntax.Paragraph, c candidate, side, dist, kind linear.Part) {
	us := q.Units
	best, bestGap, n := -1, 1<<30, 0
	for k := q.LinkOf[c.unit]; k > 0; k = q.Links[k-1].Next {
		l := &q.Links[k-1]
		gap := l.Cue - s.at
		if gap < 0 {
			gap = -gap
		}
		f.Add("any-link", linear.PartOf(l.How), linear.PartOf(us[l.Cue].Symbol), side, linear.Flag(l.Cue > s.at), dist)
		if us[l.Cue].Symbol != "V" && us[l.Cue].Symbol != "d" && l.How != syntax.Accord && l.How != syntax.Colon && l.How != syntax.Dash {
			gap += 8 // a verb of speech is preferred to one near by
		}
		if l.How != syntax.Object {
			n++
		} else {
			f.Add("object", side, dist)
			continue
		}
		if gap < bestGap {
			best, bestGap = k-1, gap
		}
	}
	f.Add("links", linear.UpTo(n, 3), side, dist)
	if best < 0 {
		f.Add("unlinked", side, dist, kind)
		f.Add("unlinked-mode", side, dist, s.mode, linear.UpTo(s.verbs, 2))
		f.Add("unlinked-verbs", side, dist, linear.UpTo(s.verbs, 2))
		return
	}
	l := &q.Links[best]
	how, cue, word := linear.PartOf(l.How), linear.PartOf(us[l.Cue].Symbol), linear.PartOf(cueWord(q, l.Cue))
	cside, lo, hi, ds := linear.PartOf("L"), l.Cue, s.at, us[l.Cue].Sentence-s.begin
	if l.Cue > s.at {
		cside, lo, hi, ds = linear.PartOf("R"), s.at, l.Cue, us[l.Cue].Sentence-s.end
	}
	cdist, sides := linear.UpTo(ds, 2), f.Joined(side.Text, cside.Text)
	f.Add("link", how, sides, cdist)
	f.Add("link-mode", how, sides, cdist, cue, s.mode)
	f.Add("link-mode-word", sides, cdist, word, s.mode)
	f.Add("link-mode-gap", sides, cdist, linear.UpTo(hi-lo-1, 4), s.mode)
	f.Add("link-cue", cue, how, sides, cdist)
	f.Add("link-word", word, sides, cdist)
	f.Add("link-how-word", word, how)
	f.Add("link-path", cside, cdist, path(f, q, lo, hi, 3), cue)
	f.Add("link-adjacent", cside, cdist, linear.PartOf(us[s.at+sign(l.Cue-s.at)].Symbol), cue)
	f.Add("link-place", s.place, sides, cdist, cue)
	f.Add("link-ending", s.ending, sides, cdist, cue)
	f.Add("link-size", s.size, sides, cdist, cue)
	f.Add("link-kind", kind, how, cue)
	f.Add("link-before", s.before, sides, cdist, cue)
	f.Add("link-after", s.after, sides, cdist, cue)
	ms, vs, that := 0, 0, ""
	for i := lo + 1; i < hi; i++ {
		switch {
		case us[i].Mention >= 0:
			ms++
		case us[i].Verb():
			vs++
		}
		if us[i].Symbol == "that" || us[i].Symbol == ";" || us[i].Symbol == ":" {
			that = us[i].Symbol
		}
	}
	f.Add("link-gap", cside, cdist, linear.UpTo(ms, 4), linear.UpTo(vs, 3), cue)
	f.Add("link-that", cside, cdist, linear.PartOf(that), cue)
	f.Add("link-word-gap", word, cside, cdist, linear.UpTo(hi-lo-1, 3))
	if l.Cue+1 < len(us) {
		f.Add("link-next", cside, cdist, linear.PartOf(us[l.Cue+1].Symbol), cue)
		f.Add("link-word-next", cside, word, linear.PartOf(closedWord(q, l.Cue+1)))
	}
	if l.Cue < s.at {
		f.Add("link-word-before", cdist, word, s.beforeLo)
	}
	s.describeRank(f, q, l, cside, cdist, cue)
}

// describeRank describes how the cue of l stands among the other cues of its
// sentence: the outermost one reports the rest, the last one before the run
// introduces it.
func (s *scene) describeRank(f *linear.Features, q *syntax.Paragraph, l *syntax.Link, cside, cdist, cue linear.Part) {
	us := q.Units
	before, between, other := 0, 0, 0
	lo, hi := min(l.Cue, s.at), max(l.Cue, s.at)
	links := q.Around(l.Cue)
	for i := range links {
		x := &links[i]
		if x.How == syntax.Object || x.Source == l.Source || us[x.Cue].Sentence != us[l.Cue].Sentence || us[x.Cue].Symbol != "V" && x.How != syntax.Accord {
			continue
		}
		switch {
		case x.Cue < lo:
			before++
		case x.Cue < hi:
			between++
		default:
			other++
		}
	}
	f.Add("rank", cside, cdist, cue, linear.UpTo(before, 2), linear.UpTo(between, 2), linear.UpTo(other, 2))
	f.Add("rank-mode", cside, cdist, linear.UpTo(before, 2), linear.UpTo(between, 2), linear.UpTo(other, 2), s.mode)
	f.Add("rank-between", cside, cdist, cue, linear.UpTo(between, 2), s.ending)
	f.Add("rank-other", cside, cdist, cue, linear.UpTo(other, 2), s.after)
}

// describeFar describes a mention of another paragraph.
func (s *scene) describeFar(f *linear.Features, q *syntax.Paragraph, c candidate, kind linear.Part) {
	d := linear.UpTo(s.n-c.paragraph, 4)
	f.Add("para", d, kind)
	f.Shared(d, 0, func() {
		f.Add("para-mode", d, s.mode, linear.UpTo(s.verbs, 1))
		f.Add("para-place", d, s.place, s.size)
		f.Add("para-verbs", d, linear.UpTo(s.verbs, 2), s.place)
		f.Add("para-cont", d, linear.Flag(s.cont))
		f.Add("para-before", d, s.before, s.after)
	})
	f.Add("para-end", d, linear.UpTo(min(9, len(q.Units)-c.unit), 9))
	f.Add("para-first", d, linear.Flag(c.unit == 0), kind)
	f.Add("para-speaks", d, linear.Flag(q.Speaks[c.unit]), s.place)
	if k := q.LinkOf[c.unit]; k > 0 {
		l := &q.Links[k-1]
		f.Add("para-link", d, linear.PartOf(l.How), linear.PartOf(q.Units[l.Cue].Symbol))
		f.Add("para-word", d, linear.PartOf(cueWord(q, l.Cue)))
		if l.Cue+1 < len(q.Units) {
			f.Add("para-colon", d, linear.PartOf(q.Units[l.Cue+1].Symbol), linear.Flag(l.Cue+2 >= len(q.Units)), s.place)
		}
	}
	f.Add("para-after", d, linear.Flag(q.LastSpeaks > c.unit), linear.Flag(len(q.Runs) > 0))
}

// describePast describes how c agrees with what was decided before.
func (s *scene) describePast(f *linear.Features, c candidate, kind linear.Part, p past) {
	if p.run < 0 {
		f.Add("past-none", kind)
		return
	}
	d := linear.UpTo(s.n-s.g.Runs[p.run].Paragraph, 2)
	pq := &s.g.Paragraphs[p.source.paragraph]
	rel := linear.PartOf("other")
	switch {
	case c == p.source:
		rel = linear.PartOf("same")
	case s.alike(c, p.source):
		rel = linear.PartOf("name")
	case c.paragraph == p.source.paragraph && c.unit == p.source.unit:
		rel = linear.PartOf("unit")
	case c.paragraph == s.n && p.source.paragraph == s.n && c.unit < p.source.unit:
		rel = linear.PartOf("earlier")
	case kind.Text == "he" || kind.Text == "she":
		rel = f.Joined("pro ", nature(pq, p.source.mention), s.who.Fits(p.source.paragraph, p.source.mention, kind.Text == "she"))
	}
	f.Shared(rel, 0, func() { s.describeRelation(f, rel, d, p) })
	if rel.Text != "other" && d.Text == "0" {
		side := "L"
		if c.unit > unitOf(s.q, p.run) {
			side = "M"
		}
		if c.unit > s.at {
			side = "R"
		}
		f.Add("past-side", rel, linear.PartOf(side), s.opening, s.before)
	}
}

// describeRelation describes a run's source by rel, what it has to do with the
// source before, d paragraphs back.
func (s *scene) describeRelation(f *linear.Features, rel, d linear.Part, p past) {
	f.Add("past", rel, d)
	f.Add("past-mode", rel, d, s.mode, linear.UpTo(s.verbs, 1))
	f.Add("past-mode-place", rel, d, s.mode, s.place)
	f.Add("past-place", rel, d, s.place, s.size)
	f.Add("past-verbs", rel, d, linear.UpTo(s.verbs, 2))
	f.Add("past-before", rel, d, s.before)
	f.Add("past-after", rel, d, s.after)
	f.Add("past-quoted", rel, d, linear.Flag(p.quoted), linear.Flag(p.run == s.k-1))
	f.Add("past-cont", rel, linear.Flag(s.cont))
	if rel.Text != "other" && d.Text == "0" {
		last := unitOf(s.q, p.run)
		f.Add("past-path", rel, path(f, s.q, last, s.at, 4))
		f.Add("past-gap", rel, linear.Log2(s.at-last-1), s.before)
		ms := 0
		for i := last + 1; i < s.at; i++ {
			if s.q.Units[i].Mention >= 0 {
				ms++
			}
		}
		f.Add("past-mentions", rel, linear.UpTo(ms, 3), s.before, s.after)
	}
}
