package syntax

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// Link ties a cue to the mention that is its source, as far as word order
// tells. Not every link is right, nor every mention in one a source: the model
// decides. how says by which pattern it was found.
type Link struct {
	Cue    int // unit of the reporting word
	Source int // unit of the mention
	How    string
	Next   int // 1 + the next link with this source, 0 when there is none
}

// The patterns of links.
const (
	Subject   = "sv"    // Doe said; Doe, a clerk, has also said
	Inverted  = "vs"    // ..., said Doe
	Relative  = "rel"   // Doe, who said
	conjoined = "conj"  // Doe came and said
	adjunct   = "ing"   // Doe came, saying; speaking of it, Doe came
	absolute  = "with"  // with Doe saying
	shown     = "n-ing" // heard Doe saying
	infinite  = "inf"   // Doe went on to say
	outside   = "out"   // Doe told her they won, adding: the same patterns, but for the outer clause
	Passive   = "psv"   // Doe was asked, was told
	Agent     = "by"    // described by Doe as
	Accord    = "acc"   // according to Doe
	possessor = "poss"  // Doe's statement
	Writing   = "doc"   // Doe said in a statement: the noun and Doe
	Colon     = "colon" // Doe: ...
	Dash      = "dash"  // "..." - Doe
	Object    = "obj"   // told Doe: the one who is no source
)

// window bounds how many units around a cue are searched for its source, so
// that the search is linear in the length of the text.
const window = 40

// Verb reports whether u may be the finite verb of a clause.
func (u *Unit) Verb() bool {
	switch u.Symbol {
	case "V", "T", "v", "e":
		return true
	}
	return u.Mention < 0 && u.Run < 0 && u.Class.Is(english.Auxiliary) && !u.Class.Is(english.Preposition)
}

// Light reports whether u may stand between a subject and its verb.
func (u *Unit) Light() bool {
	return u.Mention < 0 && u.Run < 0 && (u.Symbol == "a" || u.Class.Is(english.Auxiliary|english.Negation|english.Adverb) && !u.Class.Is(english.Preposition|english.Conjunction))
}

// link finds the links of q.
func (q *Paragraph) link(r *room) {
	us := q.Units
	at := r.numbers.take(len(q.Tokens) + 1) // unit of each token
	for i := range us {
		for t := us[i].First; t < us[i].End; t++ {
			at[t] = i
		}
	}
	at[len(q.Tokens)] = len(us)
	q.UnitAt = at
	ends := zeros(r.ends, len(us)+1) // 1 + the mention unit whose phrase, appositions included, ends before this unit
	r.ends = ends
	for i := range us {
		u := &us[i]
		if u.Mention < 0 {
			continue
		}
		if e := at[max(u.End, q.Mentions[u.Mention].After)]; e > i && ends[e] == 0 && e-i < window {
			ends[e] = i + 1
		}
	}
	q.Links = r.links.open(len(us)/4 + 1)
	current, outer, sentence := -1, -1, -1 // the subjects of the clause that the scan is in and of the one around it
	for i := range us {
		if us[i].Sentence != sentence {
			current, outer, sentence = -1, -1, us[i].Sentence
		}
		if i-current > 3*window {
			current = -1
		}
		if i-outer > 3*window {
			outer = -1
		}
		switch {
		case us[i].Mention >= 0:
			q.label(i)
		case us[i].Verb() && !q.auxiliary(i):
			s, how := q.subject(i, current, ends)
			if s >= 0 && how != Agent && q.passive(i) {
				if by := q.agent(i); by >= 0 {
					q.Links = append(q.Links, Link{Cue: i, Source: by, How: Agent})
				}
				q.Links = append(q.Links, Link{Cue: i, Source: s, How: Passive})
				if how == Subject && (current < 0 || !q.Relates(s)) {
					if current = s; outer < 0 || q.freshClause(s) {
						outer = s
					}
				}
			} else if s >= 0 {
				q.Links = append(q.Links, Link{Cue: i, Source: s, How: how})
				switch {
				case (how == Subject || how == Inverted) && (current < 0 || !q.Relates(s)):
					if current = s; outer < 0 || q.freshClause(s) {
						outer = s
					}
				case (how == conjoined || how == adjunct || how == infinite) && outer >= 0 && outer != s && s == current:
					q.Links = append(q.Links, Link{Cue: i, Source: outer, How: outside})
				}
			}
			if e := ends[i]; e > 0 && s != e-1 && q.progressive(i) && q.SameSentence(e-1, i) && us[i].Symbol == "V" {
				q.Links = append(q.Links, Link{Cue: i, Source: e - 1, How: shown})
			}
			q.addressee(i)
		case us[i].Symbol == "according" && i+2 < len(us) && us[i+1].Symbol == "to" && us[i+2].Mention >= 0:
			q.Links = append(q.Links, Link{Cue: i, Source: i + 2, How: Accord})
		case us[i].Symbol == "d" && current >= 0:
			q.Links = append(q.Links, Link{Cue: i, Source: current, How: Writing})
		}
	}
	slices.SortStableFunc(q.Links, func(a, b Link) int { return a.Cue - b.Cue })
	q.Links = r.links.close(q.Links)
	q.LinkOf, q.linkBy, q.Speaks, q.LastSpeaks = r.numbers.take(len(us)), r.numbers.take(len(us)), r.flags.take(len(us)), -1
	for k := len(q.Links) - 1; k >= 0; k-- {
		l := &q.Links[k]
		l.Next, q.LinkOf[l.Source] = q.LinkOf[l.Source], k+1
		q.linkBy[l.Cue] = k + 1
		if l.How != Object && l.How != Passive && (us[l.Cue].Symbol == "V" || l.How == Accord || l.How == Colon) {
			q.Speaks[l.Source] = true
			q.LastSpeaks = max(q.LastSpeaks, l.Source)
		}
	}
}

// By gives the links whose cue is unit v.
func (q *Paragraph) By(v int) []Link {
	first := q.linkBy[v] - 1
	if first < 0 {
		return nil
	}
	end := first
	for end < len(q.Links) && q.Links[end].Cue == v {
		end++
	}
	return q.Links[first:end]
}

// Around gives the links whose cue stands near unit i.
func (q *Paragraph) Around(i int) []Link {
	lo := q.firstLink(i - 2*window)
	hi := lo
	for hi < len(q.Links) && q.Links[hi].Cue < i+2*window {
		hi++
	}
	return q.Links[lo:hi]
}

// firstLink is the index of the first link whose cue is unit i or a later one.
func (q *Paragraph) firstLink(i int) int {
	lo, hi := 0, len(q.Links)
	for lo < hi {
		if mid := (lo + hi) / 2; q.Links[mid].Cue < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// freshClause reports whether a main clause may begin at unit i: after a
// semicolon, or a comma with "and" or "but".
func (q *Paragraph) freshClause(i int) bool {
	us := q.Units
	if i > 0 && us[i-1].Symbol == ";" {
		return true
	}
	return i > 1 && us[i-2].Symbol == "," && (us[i-1].Symbol == "and" || us[i-1].Symbol == "but" || us[i-1].Symbol == "while")
}

// auxiliary reports whether the verb at unit i only serves the verb after it.
func (q *Paragraph) auxiliary(i int) bool {
	if !q.Units[i].Class.Is(english.Auxiliary) {
		return false
	}
	for k := i + 1; k < len(q.Units) && k < i+5 && q.SameSentence(k, i); k++ {
		if u := &q.Units[k]; u.Verb() && !u.Class.Is(english.Auxiliary) || u.Symbol == "g" {
			return true
		} else if !u.Light() {
			return false
		}
	}
	return false
}

// progressive reports whether the verb at unit v ends in -ing.
func (q *Paragraph) progressive(v int) bool {
	return strings.HasSuffix(q.Tokens[q.Units[v].First].Lower, "ing")
}

// passive reports whether the reporting verb at unit v tells what is done to
// its subject: "Doe was asked", "the plan is called".
func (q *Paragraph) passive(v int) bool {
	us := q.Units
	if us[v].Symbol != "V" || q.progressive(v) {
		return false
	}
	for i := v - 1; i >= 0 && v-i < 4 && q.SameSentence(i, v) && us[i].Light(); i-- {
		switch q.Tokens[us[i].First].Lower {
		case "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "'re", "'m":
			return true
		}
	}
	return false
}

// agent gives the mention after "by" that does what the passive verb at unit v
// tells, -1 when there is none.
func (q *Paragraph) agent(v int) int {
	for i := v + 1; i < len(q.Units)-1 && i < v+4 && q.SameSentence(i+1, v); i++ {
		if q.Units[i].Symbol == "by" {
			if q.Units[i+1].Mention >= 0 {
				return i + 1
			}
			return -1
		}
		if !q.Units[i].Light() && q.Units[i].Mention < 0 {
			return -1
		}
	}
	return -1
}

// Relates reports whether unit i is a relative pronoun.
func (q *Paragraph) Relates(i int) bool {
	switch q.Tokens[q.Units[i].First].Lower {
	case "who", "which", "that", "whom", "whose":
		return true
	}
	return false
}

// SameSentence reports whether unit i is in the sentence of unit j.
func (q *Paragraph) SameSentence(i, j int) bool {
	return i >= 0 && i < len(q.Units) && q.Units[i].Sentence == q.Units[j].Sentence
}

// subject looks for the subject of the verb at unit v. current is the subject
// of the verb before it in the sentence, -1 when there is none.
func (q *Paragraph) subject(v, current int, ends []int) (int, string) {
	us := q.Units
	i := v // the first unit of the verb phrase
	for i > 0 && v-i < 6 && q.SameSentence(i-1, v) && us[i-1].Light() {
		i--
	}
	progressive := q.progressive(v)
	if e := ends[v]; progressive && e > 0 && q.SameSentence(e-1, v) {
		if m := q.climb(e - 1); m > 0 && us[m-1].Symbol == "with" && q.SameSentence(m-1, v) {
			return m, absolute
		}
	}
	if e := ends[i]; e > 0 && q.SameSentence(e-1, v) && (!progressive || i != v) {
		return q.climb(e - 1), Subject
	}
	if i < v { // the phrase may end inside the auxiliaries: "Doe, as mayor now, said"
		for k := i; k <= v; k++ {
			if e := ends[k]; e > 0 && q.SameSentence(e-1, v) && e-1 >= i {
				return e - 1, Subject
			}
		}
	}
	before := "^"
	if q.SameSentence(i-1, v) {
		before = us[i-1].Symbol
	}
	if v+1 < len(us) && us[v+1].Mention >= 0 && q.SameSentence(v+1, v) && i == v && !progressive && us[v].Symbol == "V" {
		switch before {
		case "Q", "^", ",", "-", "?", "!":
			if before != "^" || v > 0 && us[v-1].Run >= 0 {
				return v + 1, Inverted
			}
		}
	}
	if v+3 < len(us) && us[v+1].Symbol == "by" && us[v+2].Mention >= 0 && i < v {
		return v + 2, Agent
	}
	switch before {
	case "who", "which", "that":
		for k := i - 2; k >= 0 && i-k < 5 && q.SameSentence(k, v); k-- {
			if us[k].Mention >= 0 {
				return k, Relative
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
		for k := v + 1; k < len(us) && k-v < window && q.SameSentence(k, v); k++ {
			if us[k].Symbol == "," && k+1 < len(us) && us[k+1].Mention >= 0 {
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
func (q *Paragraph) climb(m int) int {
	us := q.Units
	if v := m - 1; v >= 2 && us[v].Symbol != "," { // Workers marching through the town
		if us[v].Mention < 0 && us[v].Run < 0 && us[v].Class.Is(english.Preposition) && us[v].Symbol != "to" {
			v--
		}
		if us[v-1].Mention >= 0 && q.SameSentence(v-1, m) && us[v].Mention < 0 && us[v].Run < 0 && q.reduced(v, v < m-1) {
			m = v - 1
		}
	}
	for n := 0; n < 3 && m >= 2 && us[m-2].Mention >= 0 && q.SameSentence(m-2, m); n++ {
		switch us[m-1].Symbol {
		case "of", "for", "from", "at", "with", "to", "on", "near", "behind", "under", "against", "by", "in":
			m -= 2
		default:
			return m
		}
	}
	return m
}

// reduced reports whether the word at unit v, behind a noun, is the participle of a
// clause about that noun: "a man living in Brae", and with a preposition behind it
// "workers employed by Oak".
func (q *Paragraph) reduced(v int, behind bool) bool {
	w := q.Tokens[q.Units[v].First].Lower
	if q.Units[v].Class.Is(english.Auxiliary | english.Preposition) {
		return false
	}
	return strings.HasSuffix(w, "ing") && len(w) > 5 || behind && strings.HasSuffix(w, "ed") && len(w) > 4
}

// addressee links the mention after a verb of telling as its object.
func (q *Paragraph) addressee(v int) {
	us := q.Units
	if us[v].Symbol != "V" || v+1 >= len(us) || us[v+1].Mention < 0 || !q.SameSentence(v+1, v) {
		return
	}
	if n := len(q.Links); n > 0 && q.Links[n-1].Cue == v && q.Links[n-1].Source < v {
		q.Links = append(q.Links, Link{Cue: v, Source: v + 1, How: Object})
	}
}

// label links the mention at unit m with what is written onto it: a noun for
// words after 's, a colon, a dash before it.
func (q *Paragraph) label(m int) {
	us := q.Units
	if m+1 < len(us) && us[m+1].Symbol == ":" {
		q.Links = append(q.Links, Link{Cue: m + 1, Source: m, How: Colon})
		if n := len(q.Links) - 2; n >= 0 && q.Links[n].How == Object && q.Mentions[us[m].Mention].Apposed == us[q.Links[n].Source].Mention {
			q.Links = append(q.Links, Link{Cue: q.Links[n].Cue, Source: m, How: Object}) // asked the clerk, Jane Doe: “…”
		}
	}
	if m >= 2 && us[m-1].Symbol == "-" && us[m-2].Run >= 0 {
		q.Links = append(q.Links, Link{Cue: m - 1, Source: m, How: Dash})
	}
}
