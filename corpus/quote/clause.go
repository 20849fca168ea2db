package quote

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// link ties a cue to the mention that is its source, as far as word order
// tells. Not every link is right, nor every mention in one a source: the model
// decides. how says by which pattern it was found.
type link struct {
	cue    int // unit of the reporting word
	source int // unit of the mention
	how    string
	next   int // 1 + the next link with this source, 0 when there is none
}

// The patterns of links.
const (
	subject   = "sv"    // Doe said; Doe, a clerk, has also said
	inverted  = "vs"    // ..., said Doe
	relative  = "rel"   // Doe, who said
	conjoined = "conj"  // Doe came and said
	adjunct   = "ing"   // Doe came, saying; speaking of it, Doe came
	absolute  = "with"  // with Doe saying
	shown     = "n-ing" // heard Doe saying
	infinite  = "inf"   // Doe went on to say
	outside   = "out"   // Doe told her they won, adding: the same patterns, but for the outer clause
	passive   = "psv"   // Doe was asked, was told
	agent     = "by"    // described by Doe as
	accord    = "acc"   // according to Doe
	possessor = "poss"  // Doe's statement
	writing   = "doc"   // Doe said in a statement: the noun and Doe
	colon     = "colon" // Doe: ...
	dash      = "dash"  // "..." - Doe
	object    = "obj"   // told Doe: the one who is no source
)

// window bounds how many units around a cue are searched for its source, so
// that the search is linear in the length of the text.
const window = 40

// verb reports whether u may be the finite verb of a clause.
func (u *unit) verb() bool {
	switch u.sym {
	case "V", "T", "v", "e":
		return true
	}
	return u.mention < 0 && u.run < 0 && u.is.Is(english.Auxiliary) && !u.is.Is(english.Preposition)
}

// light reports whether u may stand between a subject and its verb.
func (u *unit) light() bool {
	return u.mention < 0 && u.run < 0 && (u.sym == "a" || u.is.Is(english.Auxiliary|english.Negation|english.Adverb) && !u.is.Is(english.Preposition|english.Conjunction))
}

// link finds the links of q.
func (q *paragraph) link(r *room) {
	us := q.units
	at := r.numbers.take(len(q.tokens) + 1) // unit of each token
	for i := range us {
		for t := us[i].first; t < us[i].end; t++ {
			at[t] = i
		}
	}
	at[len(q.tokens)] = len(us)
	q.unitAt = at
	ends := zeros(r.ends, len(us)+1) // 1 + the mention unit whose phrase, appositions included, ends before this unit
	r.ends = ends
	for i := range us {
		u := &us[i]
		if u.mention < 0 {
			continue
		}
		if e := at[max(u.end, q.mentions[u.mention].next)]; e > i && ends[e] == 0 && e-i < window {
			ends[e] = i + 1
		}
	}
	q.links = r.links.open(len(us)/4 + 1)
	current, outer, sentence := -1, -1, -1 // the subjects of the clause that the scan is in and of the one around it
	for i := range us {
		if us[i].sentence != sentence {
			current, outer, sentence = -1, -1, us[i].sentence
		}
		if i-current > 3*window {
			current = -1
		}
		if i-outer > 3*window {
			outer = -1
		}
		switch {
		case us[i].mention >= 0:
			q.label(i)
		case us[i].verb() && !q.auxiliary(i):
			s, how := q.subject(i, current, ends)
			if s >= 0 && how != agent && q.passive(i) {
				if by := q.agent(i); by >= 0 {
					q.links = append(q.links, link{cue: i, source: by, how: agent})
				}
				q.links = append(q.links, link{cue: i, source: s, how: passive})
				if how == subject && (current < 0 || !q.relates(s)) {
					if current = s; outer < 0 || q.freshClause(s) {
						outer = s
					}
				}
			} else if s >= 0 {
				q.links = append(q.links, link{cue: i, source: s, how: how})
				switch {
				case (how == subject || how == inverted) && (current < 0 || !q.relates(s)):
					if current = s; outer < 0 || q.freshClause(s) {
						outer = s
					}
				case (how == conjoined || how == adjunct || how == infinite) && outer >= 0 && outer != s && s == current:
					q.links = append(q.links, link{cue: i, source: outer, how: outside})
				}
			}
			if e := ends[i]; e > 0 && s != e-1 && q.progressive(i) && q.same(e-1, i) && us[i].sym == "V" {
				q.links = append(q.links, link{cue: i, source: e - 1, how: shown})
			}
			q.addressee(i)
		case us[i].sym == "according" && i+2 < len(us) && us[i+1].sym == "to" && us[i+2].mention >= 0:
			q.links = append(q.links, link{cue: i, source: i + 2, how: accord})
		case us[i].sym == "d" && current >= 0:
			q.links = append(q.links, link{cue: i, source: current, how: writing})
		}
	}
	slices.SortStableFunc(q.links, func(a, b link) int { return a.cue - b.cue })
	q.links = r.links.close(q.links)
	q.linkOf, q.linkBy, q.speaks, q.speaker = r.numbers.take(len(us)), r.numbers.take(len(us)), r.flags.take(len(us)), -1
	for k := len(q.links) - 1; k >= 0; k-- {
		l := &q.links[k]
		l.next, q.linkOf[l.source] = q.linkOf[l.source], k+1
		q.linkBy[l.cue] = k + 1
		if l.how != object && l.how != passive && (us[l.cue].sym == "V" || l.how == accord || l.how == colon) {
			q.speaks[l.source] = true
			q.speaker = max(q.speaker, l.source)
		}
	}
}

// by gives the links whose cue is unit v.
func (q *paragraph) by(v int) []link {
	first := q.linkBy[v] - 1
	if first < 0 {
		return nil
	}
	end := first
	for end < len(q.links) && q.links[end].cue == v {
		end++
	}
	return q.links[first:end]
}

// around gives the links whose cue stands near unit i.
func (q *paragraph) around(i int) []link {
	lo := q.firstLink(i - 2*window)
	hi := lo
	for hi < len(q.links) && q.links[hi].cue < i+2*window {
		hi++
	}
	return q.links[lo:hi]
}

// firstLink is the index of the first link whose cue is unit i or a later one.
func (q *paragraph) firstLink(i int) int {
	lo, hi := 0, len(q.links)
	for lo < hi {
		if mid := (lo + hi) / 2; q.links[mid].cue < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// freshClause reports whether a main clause may begin at unit i: after a
// semicolon, or a comma with "and" or "but".
func (q *paragraph) freshClause(i int) bool {
	us := q.units
	if i > 0 && us[i-1].sym == ";" {
		return true
	}
	return i > 1 && us[i-2].sym == "," && (us[i-1].sym == "and" || us[i-1].sym == "but" || us[i-1].sym == "while")
}

// auxiliary reports whether the verb at unit i only serves the verb after it.
func (q *paragraph) auxiliary(i int) bool {
	if !q.units[i].is.Is(english.Auxiliary) {
		return false
	}
	for k := i + 1; k < len(q.units) && k < i+5 && q.same(k, i); k++ {
		if u := &q.units[k]; u.verb() && !u.is.Is(english.Auxiliary) || u.sym == "g" {
			return true
		} else if !u.light() {
			return false
		}
	}
	return false
}

// progressive reports whether the verb at unit v ends in -ing.
func (q *paragraph) progressive(v int) bool {
	return strings.HasSuffix(q.tokens[q.units[v].first].lower, "ing")
}

// passive reports whether the reporting verb at unit v tells what is done to
// its subject: "Doe was asked", "the plan is called".
func (q *paragraph) passive(v int) bool {
	us := q.units
	if us[v].sym != "V" || q.progressive(v) {
		return false
	}
	for i := v - 1; i >= 0 && v-i < 4 && q.same(i, v) && us[i].light(); i-- {
		switch q.tokens[us[i].first].lower {
		case "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "'re", "'m":
			return true
		}
	}
	return false
}

// agent gives the mention after "by" that does what the passive verb at unit v
// tells, -1 when there is none.
func (q *paragraph) agent(v int) int {
	for i := v + 1; i < len(q.units)-1 && i < v+4 && q.same(i+1, v); i++ {
		if q.units[i].sym == "by" {
			if q.units[i+1].mention >= 0 {
				return i + 1
			}
			return -1
		}
		if !q.units[i].light() && q.units[i].mention < 0 {
			return -1
		}
	}
	return -1
}

// relates reports whether unit i is a relative pronoun.
func (q *paragraph) relates(i int) bool {
	switch q.tokens[q.units[i].first].lower {
	case "who", "which", "that", "whom", "whose":
		return true
	}
	return false
}

// same reports whether unit i is in the sentence of unit j.
func (q *paragraph) same(i, j int) bool {
	return i >= 0 && i < len(q.units) && q.units[i].sentence == q.units[j].sentence
}

// subject looks for the subject of the verb at unit v. current is the subject
// of the verb before it in the sentence, -1 when there is none.
func (q *paragraph) subject(v, current int, ends []int) (int, string) {
	us := q.units
	i := v // the first unit of the verb phrase
	for i > 0 && v-i < 6 && q.same(i-1, v) && us[i-1].light() {
		i--
	}
	progressive := q.progressive(v)
	if e := ends[v]; progressive && e > 0 && q.same(e-1, v) {
		if m := q.climb(e - 1); m > 0 && us[m-1].sym == "with" && q.same(m-1, v) {
			return m, absolute
		}
	}
	if e := ends[i]; e > 0 && q.same(e-1, v) && (!progressive || i != v) {
		return q.climb(e - 1), subject
	}
	if i < v { // the phrase may end inside the auxiliaries: "Doe, as mayor now, said"
		for k := i; k <= v; k++ {
			if e := ends[k]; e > 0 && q.same(e-1, v) && e-1 >= i {
				return e - 1, subject
			}
		}
	}
	before := "^"
	if q.same(i-1, v) {
		before = us[i-1].sym
	}
	if v+1 < len(us) && us[v+1].mention >= 0 && q.same(v+1, v) && i == v && !progressive && us[v].sym == "V" {
		switch before {
		case "Q", "^", ",", "-", "?", "!":
			if before != "^" || v > 0 && us[v-1].run >= 0 {
				return v + 1, inverted
			}
		}
	}
	if v+3 < len(us) && us[v+1].sym == "by" && us[v+2].mention >= 0 && i < v {
		return v + 2, agent
	}
	switch before {
	case "who", "which", "that":
		for k := i - 2; k >= 0 && i-k < 5 && q.same(k, v); k-- {
			if us[k].mention >= 0 {
				return k, relative
			}
		}
	case "and", "but", "or", "then", "Q":
		if current >= 0 {
			return current, conjoined
		}
	case "to":
		if current >= 0 {
			return current, infinite
		}
	}
	if progressive {
		if current >= 0 {
			return current, adjunct
		}
		for k := v + 1; k < len(us) && k-v < window && q.same(k, v); k++ {
			if us[k].sym == "," && k+1 < len(us) && us[k+1].mention >= 0 {
				return k + 1, adjunct
			}
		}
		return -1, ""
	}
	if current >= 0 {
		return current, conjoined
	}
	return -1, ""
}

// climb goes from a mention after a preposition up to the noun phrase that it
// is part of: from the mayor's office in "a clerk in the mayor's office".
func (q *paragraph) climb(m int) int {
	us := q.units
	for n := 0; n < 3 && m >= 2 && us[m-2].mention >= 0 && q.same(m-2, m); n++ {
		switch us[m-1].sym {
		case "of", "for", "from", "at", "with", "to", "on", "near", "behind", "under", "against", "by", "in":
			m -= 2
		default:
			return m
		}
	}
	return m
}

// addressee links the mention after a verb of telling as its object.
func (q *paragraph) addressee(v int) {
	us := q.units
	if us[v].sym != "V" || v+1 >= len(us) || us[v+1].mention < 0 || !q.same(v+1, v) {
		return
	}
	if n := len(q.links); n > 0 && q.links[n-1].cue == v && q.links[n-1].source < v {
		q.links = append(q.links, link{cue: v, source: v + 1, how: object})
	}
}

// label links the mention at unit m with what is written onto it: a noun for
// words after 's, a colon, a dash before it.
func (q *paragraph) label(m int) {
	us := q.units
	if m+1 < len(us) && us[m+1].sym == ":" {
		q.links = append(q.links, link{cue: m + 1, source: m, how: colon})
	}
	if m >= 2 && us[m-1].sym == "-" && us[m-2].run >= 0 {
		q.links = append(q.links, link{cue: m - 1, source: m, how: dash})
	}
}
