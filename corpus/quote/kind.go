package quote

// kind tells whether the run of s, given to c, is a whole utterance or part
// of a statement in plain words. kinds are those of the runs before it.
func (m *Model) kind(f *features, s *scene, c candidate, kinds []Kind) Kind {
	s.describeKind(f, c, kinds)
	if f.score() < 0 {
		return Mixed
	}
	return Direct
}

// describeKind gives the features of the run of s being direct.
func (s *scene) describeKind(f *features, c candidate, kinds []Kind) {
	f.begin()
	us := s.q.units
	f.add("direct")
	f.under("direct")
	f.add("mode", s.mode, s.size)
	f.add("mode-before", s.mode, s.before)
	f.add("open", s.opening, s.before)
	f.add("size", s.size, s.before)
	f.add("words", upTo(s.words, 9))
	f.add("before", s.before, s.ending)
	f.add("beforeW", s.beforeLo)
	f.add("before2", s.before2, s.before)
	f.add("after", s.after, s.ending)
	f.add("afterW", s.afterLow, s.mode)
	f.add("around", s.before, s.after, s.opening)
	f.add("first", s.first, s.size)
	f.add("verbal", flag(s.verbal), s.size, s.opening)
	f.add("place", s.place, s.mode)
	f.add("title", flag(s.n == 0))
	last := "none"
	if s.k > 0 && s.g.runs[s.k-1].paragraph == s.n {
		at := s.q.unitOf(s.k - 1)
		if us[at].sentence == s.begin {
			last = string(kinds[s.k-1])
		} else {
			last = "other " + string(kinds[s.k-1])
		}
		f.add("last-path", partOf(last), f.path(s.q, at, s.at, 3), s.opening)
	}
	f.add("last", partOf(last), s.opening, s.before)
	if c.mention < 0 || c.paragraph != s.n {
		f.add("source", partOf("away"), s.mode)
		return
	}
	side, dist := partOf("L"), upTo(us[c.unit].sentence-s.begin, 2)
	if c.unit > s.at {
		side, dist = partOf("R"), upTo(us[c.unit].sentence-s.end, 2)
	}
	f.add("source", side, dist, s.mode)
	cue, that := -1, ""
	for k := s.q.linkOf[c.unit]; k > 0; k = s.q.links[k-1].next {
		if l := &s.q.links[k-1]; l.how != object && (cue < 0 || abs(l.cue-s.at) < abs(cue-s.at)) {
			cue = l.cue
		}
	}
	if cue < 0 {
		f.add("cue", partOf("none"), side, dist)
		return
	}
	lo, hi := min(cue, s.at), max(cue, s.at)
	for i := lo + 1; i < hi; i++ {
		switch us[i].sym {
		case "that", ":", ";", "as", "if", "whether":
			that = us[i].sym
		}
	}
	led := flag(cue < s.at)
	f.add("cue", side, dist, upTo(cue-s.at, 2), s.mode)
	f.add("cue-gap", upTo(cue-s.at, 6), s.opening)
	f.add("cue-word", partOf(cueWord(s.q, cue)), led, upTo(hi-lo, 3))
	f.add("cue-that", partOf(that), led, s.opening)
	start := s.at // words of the sentence before the run
	for start > 0 && us[start-1].sentence == s.begin {
		start--
	}
	f.add("led", upTo(s.at-start, 3), led, s.opening)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
