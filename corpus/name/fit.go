package name

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// fit is how well a claim goes with the name of a person, from worst to best.
type fit uint8

const (
	stranger fit = iota // no part in common
	clash               // a part in common, and another that is clearly not
	doubtful            // may be the same
	bareNear            // one part, with a slip
	bare                // one part of the name: a surname, or a first name
	fullNear            // the whole name, with a slip or another form of the first name
	full                // the whole name
)

// likeness of two parts.
type likeness uint8

const (
	unlike   likeness = iota
	begun             // an initial and a name
	slipped           // a slip of the pen
	formed            // a short form and its name
	sounding          // another spelling
	equal
)

// compareParts tells how alike two parts are.
func compareParts(a, b part) likeness {
	switch {
	case a.initial || b.initial:
		if a.text[:1] == b.text[:1] || a.sound != "" && b.sound != "" && a.sound[:1] == b.sound[:1] {
			if a.initial && b.initial {
				return equal
			}
			return begun
		}
		return unlike
	case a.text == b.text && (a.script == abjad) == (b.script == abjad):
		return equal
	case a.script == abjad || b.script == abjad:
		return compareBare(a, b)
	case a.sound == b.sound, a.tail != "" && a.tail == b.text, b.tail != "" && b.tail == a.text:
		return sounding
	case a.script != b.script && len(bones(a.sound)) >= 2 && bones(a.sound) == bones(b.sound):
		return sounding
	case bones(a.sound) == bones(b.sound) && kin(a.sound, b.sound) && len(a.sound) >= 4:
		return sounding
	case shortOf(a.sound, b.sound):
		return formed
	}
	n, m := len(a.text), len(b.text)
	if given(a.text) && given(b.text) {
		if min(n, m) >= 5 && bones(a.sound) == bones(b.sound) && words.Slips(a.text, b.text, 1) <= 1 && !sexed(a.text, b.text) {
			return slipped
		}
		return unlike // Martin and Marvin are two names; see close
	}
	switch least := min(n, m); {
	case least >= 8 && words.Slips(a.text, b.text, 2) <= 2, least >= 4 && words.Slips(a.text, b.text, 1) <= 1,
		min(len(a.sound), len(b.sound)) >= 5 && words.Slips(a.sound, b.sound, 1) <= 1:
		return slipped
	}
	return unlike
}

// sexed reports whether two names differ in an end that tells a man from a
// woman: Mario and Maria, Daniel and Daniela.
func sexed(a, b string) bool {
	if len(a) != len(b) {
		return strings.HasSuffix(a, "a") != strings.HasSuffix(b, "a")
	}
	x, y := a[len(a)-1], b[len(b)-1]
	return x != y && (x == 'o' || y == 'o' || x == 'a' && !vowel(y) || y == 'a' && !vowel(x))
}

// compareBare compares where one of two parts has no vowels written.
func compareBare(a, b part) likeness {
	switch {
	case len(a.bare) >= 2 && a.bare == b.bare, len(a.vowed) >= 2 && a.vowed == b.vowed:
		return sounding
	case a.bare != "" && a.bare == b.bare, a.vowed != "" && a.vowed == b.vowed:
		return begun // one consonant is no more than an initial: Ali, Levy
	case min(len(a.bare), len(b.bare)) >= 4 && words.Slips(a.bare, b.bare, 1) <= 1:
		return slipped
	}
	return unlike
}

// close reports whether two parts that are not alike are so near that nobody
// is accused over them: Maria and Mario.
func (a part) close(b part) bool {
	if a.initial || b.initial {
		return a.text[:1] == b.text[:1]
	}
	if a.script == drawn || b.script == drawn { // read in another language, perhaps
		return true
	}
	if a.script == abjad || b.script == abjad {
		slips := min(len(a.bare), len(b.bare)) / 3
		return words.Slips(a.bare, b.bare, 1) <= slips || words.Slips(a.vowed, b.vowed, 1) <= slips
	}
	slips := 1
	if min(len(a.text), len(b.text)) >= 6 {
		slips = 2
	}
	return words.Slips(a.text, b.text, 2) <= slips || words.Slips(a.sound, b.sound, 1) <= 1 && min(len(a.sound), len(b.sound)) >= 3 ||
		a.script != b.script && bones(a.sound) == bones(b.sound) || len(bones(a.sound)) >= 3 && bones(a.sound) == bones(b.sound) && kin(a.sound, b.sound)
}

// match is how the parts of two names were paired.
type match struct {
	a, b         []part
	taken        [2][maxParts]bool
	pairs        int // of more than initials
	begun        int // by an initial
	weak         int // of them with a slip or another form
	slips        int
	leftA, leftB int // parts left over, particles not counted
}

// pair pairs the parts of a and b, the surest first.
func pair(a, b []part) *match {
	m := &match{a: a, b: b}
	m.singles(sounding, equal)
	m.joins()
	m.singles(formed, formed)
	if before := *m; m.singles(slipped, slipped) {
		// A slip in one part does not excuse another that is different.
		if l, r := m.left(0), m.left(1); l > 0 && r > 0 && m.pairs-before.pairs > 0 {
			*m = before
		}
	}
	m.singles(begun, begun)
	m.leftA, m.leftB = m.left(0), m.left(1)
	return m
}

// singles pairs parts whose likeness is between least and most, those in the
// same place first.
func (m *match) singles(least, most likeness) (found bool) {
	for distance := range maxParts {
		for i := range m.a {
			for _, j := range [2]int{i - distance, i + distance} {
				if j < 0 || j >= len(m.b) || m.taken[0][i] || m.taken[1][j] {
					continue
				}
				l := compareParts(m.a[i], m.b[j])
				if l < least || l > most || m.a[i].link != m.b[j].link && l < formed {
					continue
				}
				m.taken[0][i], m.taken[1][j] = true, true
				if m.b[j].link {
					continue
				}
				found = true
				switch {
				case l == begun:
					m.begun++
				case m.a[i].initial: // both are initials
					m.begun++
				default:
					m.pairs++
				}
				if l <= formed {
					m.weak++
				}
				if l == slipped {
					m.slips++
				}
			}
		}
	}
	return found
}

// joins pairs a run of parts of one name with one part of the other, or with
// another run, that is written as one word: van der Meer and Vandermeer, Jong-un
// and Jongun.
func (m *match) joins() {
	for n := len(m.a); n >= 1; n-- {
		for k := len(m.b); k >= 1; k-- {
			if n == 1 && k == 1 {
				continue
			}
			for i := 0; i+n <= len(m.a); i++ {
				for j := 0; j+k <= len(m.b); j++ {
					if m.free(0, i, n) && m.free(1, j, k) && m.join(m.a[i:i+n], m.b[j:j+k]) {
						m.take(0, i, n)
						m.take(1, j, k)
						m.pairs++
					}
				}
			}
		}
	}
}

func (m *match) join(a, b []part) bool {
	if linked(a) && len(b) > 1 || linked(b) && len(a) > 1 {
		return false
	}
	x, y := joined(a), joined(b)
	if min(len(x.text), len(y.text)) < 4 {
		return false
	}
	l := compareParts(x, y)
	return l == equal || l == sounding || l == slipped && min(len(x.text), len(y.text)) >= 8
}

// linked reports whether parts are particles only.
func linked(ps []part) bool {
	for _, p := range ps {
		if !p.link {
			return false
		}
	}
	return true
}

func (m *match) free(side, i, n int) bool {
	for k := i; k < i+n; k++ {
		if m.taken[side][k] {
			return false
		}
	}
	return true
}

func (m *match) take(side, i, n int) {
	for k := i; k < i+n; k++ {
		m.taken[side][k] = true
	}
}

// left counts the parts of a side that are in no pair, without particles.
func (m *match) left(side int) (n int) {
	for i, p := range m.side(side) {
		if !m.taken[side][i] && !p.link {
			n++
		}
	}
	return n
}

func (m *match) side(side int) []part {
	if side == 0 {
		return m.a
	}
	return m.b
}

// edge reports whether the first, or the last, part of a side is in no pair.
func (m *match) edge(side int, last bool) (part, bool) {
	ps := m.side(side)
	for k := range ps {
		i := k
		if last {
			i = len(ps) - 1 - k
		}
		if !ps[i].link {
			return ps[i], !m.taken[side][i]
		}
	}
	return part{}, false
}

// fitting tells how well the parts of a claim go with those of a name.
func fitting(claim, name []part) fit {
	if plain(claim) == 0 || plain(name) == 0 {
		return stranger
	}
	m := pair(claim, name)
	switch {
	case m.leftA == 0 && m.pairs+m.begun > 0:
		return m.whole()
	case m.leftB == 0 && m.pairs > 0:
		return m.within()
	case m.pairs == 0:
		if m.nearly() {
			return doubtful
		}
		return stranger
	}
	return m.both()
}

// whole is the fit when all of the claim is in the name.
func (m *match) whole() fit {
	switch n := m.pairs + m.begun; {
	case m.pairs == 0:
		return doubtful // initials only
	case len(m.a) > 1 && m.a[0].link && firsts[m.a[0].text] && !m.taken[0][0]:
		return doubtful // a first name, perhaps
	case m.slips > 0 && plain(m.a) == 1 && m.begins(), m.secondName():
		return doubtful // Ronan for Conan, Juan Vidal for Ana Juan Vidal
	case n >= 2 && m.weak == 0, n == 1 && plain(m.b) == 1 && m.weak == 0:
		return full
	case n >= 2:
		return fullNear
	case m.weak > 0:
		return bareNear
	}
	return bare
}

// begins reports whether the one part of a claim begins with another letter and
// another sound than each of the name's that it may be a slip for.
func (m *match) begins() bool {
	for _, a := range m.a {
		for j, b := range m.b {
			if !a.link && m.taken[1][j] && a.script == b.script && a.text != "" && b.text != "" && a.text[0] != b.text[0] && a.sound != "" && b.sound != "" && a.sound[0] != b.sound[0] {
				return true
			}
		}
	}
	return false
}

// secondName reports whether a claim has the second of two first names for the
// first, and the two are one of a woman and one of a man.
func (m *match) secondName() bool {
	return len(m.a) >= 2 && len(m.b) >= 3 && !m.taken[1][0] && m.taken[1][1] && compareParts(m.a[0], m.b[1]) >= formed &&
		sexOf(m.a[0].text)&sexOf(m.b[0].text) == 0 && sexOf(m.a[0].text) != 0 && sexOf(m.b[0].text) != 0
}

// within is the fit when all of the name is in the claim.
func (m *match) within() fit {
	for i, p := range m.a {
		if p.initial && !m.taken[0][i] && plain(m.b) == 1 {
			return fullNear
		}
	}
	switch {
	case len(m.b) > 1 && m.b[0].link && firsts[m.b[0].text] && !m.taken[1][0] && plain(m.a) > plain(m.b):
		return doubtful // Ben may be the first name of the one, and Mona is that of the other
	case m.weak > 0:
		return fullNear
	}
	return full
}

// both is the fit when both have parts that the other has not.
func (m *match) both() fit {
	for _, last := range [...]bool{false, true} {
		a, openA := m.edge(0, last)
		b, openB := m.edge(1, last)
		if openA && openB {
			if a.close(b) {
				return doubtful
			}
			return m.clash()
		}
	}
	if m.pairs >= 2 {
		return doubtful
	}
	return m.clash()
}

// clash is the fit when a part is clearly another, unless all that is left over
// is near to something.
func (m *match) clash() fit {
	if m.nearly() {
		return doubtful
	}
	for i, p := range m.a {
		if !p.link && !p.initial && !m.taken[0][i] {
			return clash
		}
	}
	return doubtful // only an initial is another
}

// nearly reports whether every part of the claim that is left over is close to
// one of the name's.
func (m *match) nearly() bool {
	for i, p := range m.a {
		if m.taken[0][i] || p.link {
			continue
		}
		found := false
		for j, q := range m.b {
			found = found || !m.taken[1][j] && !q.link && p.close(q)
		}
		if !found {
			return false
		}
	}
	return true
}

// plain counts the parts that are no particles.
func plain(ps []part) (n int) {
	for _, p := range ps {
		if !p.link {
			n++
		}
	}
	return n
}
