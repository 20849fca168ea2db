package name

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// Person is somebody, or a body, that an article names.
type Person struct {
	Name    string
	Aliases []string // other names of the same, without pronouns
	Role    string   // "foreign minister"
	Kind    Kind     // what the article shows them to be
}

// Kind is what somebody who is named is known to be.
type Kind uint8

// What an article can show of a name.
const (
	Unclear Kind = iota
	Human        // a person
	Man          // a person who is called he
	Woman        // a person who is called she
	Body         // a firm or another body
)

// Match is what comes of a comparison.
type Match uint8

// What a claim can be.
const (
	Unknown Match = iota // it cannot be told
	Same                 // the claim means the person
	Other                // the claim clearly means somebody else
)

func (m Match) String() string {
	return [...]string{Unknown: "unknown", Same: "same", Other: "other"}[m]
}

// Compare tells whether claim means who. Others are the other people that the
// article names; those who may be who under another name do no harm. Other is
// given only when the claim names one of them, when it is the office of exactly
// one of them and who has another, or when it is the full name of a person that
// cannot be who's. A bare surname that two of them share, an office or body that
// fits nobody, a body for which who may speak and a name that is nearly another
// are Unknown.
//
// It takes time linear in others; names are read up to 200 bytes and 8 words.
func Compare(claim string, who Person, others []Person) Match {
	c, w := read(claim), readPerson(who)
	mine := w.fit(c)
	best, role, holders := stranger, false, 0
	for _, o := range others {
		p := readPerson(o)
		f, h := p.fit(c), holds(c.office, p.role)
		if f <= clash && !h || same(p, w) {
			continue
		}
		if f >= bare && !apart(w, p) {
			f = bareNear // a place or a body, perhaps, for which who may speak
		}
		best, role = max(best, f), role || h
		if h && p.certain() {
			holders++
		}
	}
	switch {
	case mine >= bareNear && mine > best:
		return Same
	case mine >= bareNear && mine == best:
		if len(c.title) > 0 && holds(c.title, w.role) && !role {
			return Same
		}
		return Unknown
	case best >= bare && best > mine:
		return Other
	case holds(c.office, w.role) || w.titled(c) || w.speaks(c):
		if role && officers(c.office) {
			return Unknown
		}
		return Same
	case holders == 1 && mine == stranger && best < bareNear && w.certain() && definite(claim) && barred(c.office, w.role):
		return Other
	case best >= bareNear || mine == doubtful || best == doubtful && mine != clash || c.body || w.body:
		return Unknown
	case names(c.parts) < 2 || names(w.own.parts) < 2 && !w.born():
		return Unknown
	case mine == clash && !w.body:
		return Other
	case mine == stranger && w.certain() && person(c) && !drawnOnly(c.parts, w.own.parts):
		return Other
	}
	return Unknown
}

// Find gives the indexes of the people whom a claim means, best first among
// equals in the order given: one when it is clear, several when they share what
// the claim says, none when it fits nobody.
func Find(claim string, people []Person) []int {
	c := read(claim)
	best := doubtful
	var out []int
	for i, p := range people {
		r := readPerson(p)
		f := r.fit(c)
		if f < bareNear && holds(c.office, r.role) {
			f = bareNear
		}
		switch {
		case f > best:
			best, out = f, append(out[:0], i)
		case f == best && f > doubtful:
			out = append(out, i)
		}
	}
	return out
}

// known is a person with all names read.
type known struct {
	own     reading
	aliases []reading
	role    []string
	firm    bool // the role tells of a body that is named: "Halden Steel spokesman"
	body    bool // who speaks is no person
	kind    Kind
}

func readPerson(p Person) known {
	k := known{own: read(p.Name), role: officeOf(p.Role), kind: p.Kind, firm: capitals(p.Role)}
	k.role = append(k.role, k.own.title...)
	k.body = k.own.body || p.Kind == Body
	for _, a := range p.Aliases {
		// What is part of the name says nothing more: "Holm" for Anna Holm must
		// not let Erik Holm in.
		if r := read(a); len(r.parts) > 0 {
			k.role = append(k.role, r.title...)
			if fitting(r.parts, k.own.parts) < bareNear {
				k.aliases = append(k.aliases, r)
			}
		}
	}
	return k
}

// fit is how well a claim goes with the best of the person's names.
func (k known) fit(c reading) fit {
	if k.own.senior != "" && c.senior != "" && k.own.senior != c.senior {
		return clash
	}
	best := fitNames(c, k.own)
	if best < full && best > doubtful && sexedTitle(c.title, k.own.parts) {
		return doubtful // Mr Holm for Anna Holm
	}
	if best == full && c.senior != k.own.senior && c.senior+k.own.senior != "" {
		best = fullNear
	}
	for _, a := range k.aliases {
		if f := fitNames(c, a); f >= bareNear {
			best = max(best, f)
		}
	}
	return best
}

func fitNames(c, n reading) fit {
	best := fitting(c.parts, n.parts)
	if len(n.also) > 0 { // Robert “Bob” Ashdown is Bob Ashdown too
		f := fitting(c.parts, append(append([]part{}, n.also...), n.parts[min(1, len(n.parts)):]...))
		best = max(best, f)
	}
	return best
}

// titled reports whether a body is named by its own words: "police" for "the
// police".
func (k known) titled(c reading) bool {
	return k.body && holds(c.office, k.own.office) && holds(k.own.office, c.office)
}

// certain reports whether an article's name is clearly a person's: known names,
// a title or an office say so.
func (k known) certain() bool {
	if k.body || slices.ContainsFunc(k.own.parts, func(p part) bool { return places[p.text] }) {
		return false
	}
	return k.kind != Unclear || person(k.own) || len(k.role) > 0
}

// born reports whether the one name of somebody has a title before it that is
// a name where they are from: Sheikh Hasina.
func (k known) born() bool {
	return names(k.own.parts) == 1 && slices.ContainsFunc(k.role, func(t string) bool { return t == "sheikh" || t == "shaikh" || t == "sheik" })
}

// apart reports whether neither of two can be a body for which the other speaks,
// nor an unnamed person who is named elsewhere: a man is no woman.
// Two clear people are; a name of which nothing is known is taken for a person's
// unless the other has an office in which one speaks for others, or one that
// names it. One word that is claimed may be a firm's.
func apart(who, claimed known) bool {
	if who.kind == Man && claimed.kind == Woman || who.kind == Woman && claimed.kind == Man {
		return true
	}
	if who.certain() && claimed.certain() {
		return true
	}
	for _, k := range [...]known{who, claimed} {
		if k.body || !k.certain() && (placed(k.own.parts) || names(k.own.parts) == 0) {
			return false
		}
	}
	if !claimed.certain() && names(claimed.own.parts) < 2 {
		return false
	}
	return !represents(who, claimed) && !represents(claimed, who)
}

// represents reports whether a's office may be one of b's.
func represents(a, b known) bool {
	for _, r := range a.role {
		if voices[r] || heads[r] || slices.ContainsFunc(b.own.parts, func(p part) bool { return sameWord(p.text, r) }) {
			return true
		}
	}
	return false
}

// placed reports whether a name has the name of a place in it.
func placed(ps []part) bool {
	return slices.ContainsFunc(ps, func(p part) bool { return places[p.text] || english.Place(p.text) })
}

// same reports whether two people of an article may be one.
func same(a, b known) bool {
	return fitting(a.own.parts, b.own.parts) >= bareNear || fitting(b.own.parts, a.own.parts) >= bareNear
}

// names counts the parts that are whole names.
func names(ps []part) (n int) {
	for _, p := range ps {
		if !p.link && !p.initial {
			n++
		}
	}
	return n
}

// person reports whether a name is clearly a person's: a title says so, or one
// of its words is known as a name, or it has a particle inside, or it is made as
// the Chinese and Koreans make theirs.
func person(c reading) bool {
	for i, p := range c.parts {
		switch {
		case p.link && i > 0 && p.text != "of" && p.text != "and" && p.text != "e" && p.text != "y",
			!p.link && !p.initial && (given(p.text) || surname(p.text) || p.script == lettered || p.script == abjad):
			return true
		}
	}
	return len(c.title) > 0 || eastern(c.parts)
}

// drawnOnly reports whether a name is in Chinese characters, which Japanese and
// Koreans read in other ways than the tables do.
func drawnOnly(lists ...[]part) bool {
	for _, ps := range lists {
		for _, p := range ps {
			if p.script == drawn {
				return true
			}
		}
	}
	return false
}
