package quote

import (
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// kind tells whether the run of s, given to c, is a whole utterance or part
// of a statement in plain words. kinds are those of the runs before it.
func (m *Model) kind(f *linear.Features, s *scene, c candidate, kinds []Kind) Kind {
	s.describeKind(f, c, kinds)
	if f.Score() < 0 {
		return Mixed
	}
	return Direct
}

// describeKind gives the features of the run of s being direct.
func (s *scene) describeKind(f *linear.Features, c candidate, kinds []Kind) {
	f.Begin()
	us := s.q.Units
	f.Add("direct")
	f.Under("direct")
	f.Add("mode", s.mode, s.size)
	f.Add("mode-before", s.mode, s.before)
	f.Add("open", s.opening, s.before)
	f.Add("size", s.size, s.before)
	f.Add("words", linear.UpTo(s.words, 9))
	f.Add("before", s.before, s.ending)
	f.Add("beforeW", s.beforeLo)
	f.Add("before2", s.before2, s.before)
	f.Add("after", s.after, s.ending)
	f.Add("afterW", s.afterLow, s.mode)
	f.Add("around", s.before, s.after, s.opening)
	f.Add("first", s.first, s.size)
	f.Add("verbal", linear.Flag(s.verbal), s.size, s.opening)
	f.Add("place", s.place, s.mode)
	f.Add("title", linear.Flag(s.n == 0))
	last := "none"
	if s.k > 0 && s.g.Runs[s.k-1].Paragraph == s.n {
		at := unitOf(s.q, s.k-1)
		if us[at].Sentence == s.begin {
			last = string(kinds[s.k-1])
		} else {
			last = "other " + string(kinds[s.k-1])
		}
		f.Add("last-path", linear.PartOf(last), path(f, s.q, at, s.at, 3), s.opening)
	}
	f.Add("last", linear.PartOf(last), s.opening, s.before)
	if c.mention < 0 || c.paragraph != s.n {
		f.Add("source", linear.PartOf("away"), s.mode)
		return
	}
	side, dist := linear.PartOf("L"), linear.UpTo(us[c.unit].Sentence-s.begin, 2)
	if c.unit > s.at {
		side, dist = linear.PartOf("R"), linear.UpTo(us[c.unit].Sentence-s.end, 2)
	}
	f.Add("source", side, dist, s.mode)
	cue, that := -1, ""
	for k := s.q.LinkOf[c.unit]; k > 0; k = s.q.Links[k-1].Next {
		if l := &s.q.Links[k-1]; l.How != syntax.Object && (cue < 0 || abs(l.Cue-s.at) < abs(cue-s.at)) {
			cue = l.Cue
		}
	}
	if cue < 0 {
		f.Add("cue", linear.PartOf("none"), side, dist)
		return
	}
	lo, hi := min(cue, s.at), max(cue, s.at)
	for i := lo + 1; i < hi; i++ {
		switch us[i].Symbol {
		case "that", ":", ";", "as", "if", "whether":
			that = us[i].Symbol
		}
	}
	led := linear.Flag(cue < s.at)
	f.Add("cue", side, dist, linear.UpTo(cue-s.at, 2), s.mode)
	f.Add("cue-gap", linear.UpTo(cue-s.at, 6), s.opening)
	f.Add("cue-word", linear.PartOf(cueWord(s.q, cue)), led, linear.UpTo(hi-lo, 3))
	f.Add("cue-that", linear.PartOf(that), led, s.opening)
	start := s.at // words of the sentence before the run
	for start > 0 && us[start-1].Sentence == s.begin {
		start--
	}
	f.Add("led", linear.UpTo(s.at-start, 3), led, s.opening)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
