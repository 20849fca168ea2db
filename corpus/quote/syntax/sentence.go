package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// sentences numbers the sentences of a paragraph's tokens and marks their
// first words. A sentence ends at a full stop, a question mark or an
// exclamation mark, together with the closing marks written onto it, when
// white space follows and then something that can begin a sentence.
func sentences(text string, ts []Token) {
	n, begun := 0, false
	for i := 0; i < len(ts); i++ {
		ts[i].Sentence = n
		if !begun && (ts[i].Kind == Word || ts[i].Kind == Number) {
			ts[i].First, begun = true, true
		}
		if !begun || !stops(&ts[i]) {
			continue
		}
		j := i + 1
		for j < len(ts) && ts[j].Start == ts[j-1].End && closesSentence(text, &ts[j]) {
			ts[j].Sentence = n
			j++
		}
		if j < len(ts) && ts[j].Start > ts[j-1].End && begins(text, ts, i, j) {
			n, begun = n+1, false
		}
		i = j - 1
	}
}

// stops reports whether a sentence may end with t.
func stops(t *Token) bool {
	switch t.Kind {
	case Punct:
		return strings.HasPrefix(t.Lower, ".") || t.Lower == "!" || t.Lower == "?" || t.Lower == "…" || t.Lower == "。"
	case Word:
		return strings.HasSuffix(t.Lower, ".")
	}
	return false
}

// closesSentence reports whether t can close what stands before it.
func closesSentence(text string, t *Token) bool {
	switch text[t.Start:t.End] {
	case ")", "]", "!", "?":
		return true
	case "“", "‘", "„", "«", "‹":
		return false
	}
	return t.Kind == Mark
}

// parts reports whether a sentence ends with the abbreviation ts[i] because what
// follows begins a name of its own: "…, Esq. Vik called", "of Arvo Ltd. Karin Moe
// said", "in Brae, N.D. Judge Oak ruled".
func parts(ts []Token, i, k int) bool {
	if !ts[k].Capital || ts[k].Kind != Word {
		return false
	}
	place := i > 1 && ts[i-1].Lower == "," && ts[i-2].Capital && strings.Count(ts[i].Lower, ".") > 1
	if !place && !endings[ts[i].Lower] && !agency(ts, i) {
		return false
	}
	if place && ts[k].Class.Is(english.Title|english.Honorific) {
		return true
	}
	for j := max(0, i-4); j < i; j++ {
		if ts[j].Lower == ts[k].Lower && ts[j].Kind == Word {
			return true
		}
	}
	return english.Given(ts[k].Lower) != 0 && k+1 < len(ts) && ts[k+1].Capital && ts[k+1].Start-ts[k].End <= 2
}

// agency reports whether ts[i] is a body's name in letters with dots, behind its
// article: "left the N.O.A. Karin Moe said". An office ("the C.E.O. Karin Moe")
// is none.
func agency(ts []Token, i int) bool {
	return i > 0 && ts[i-1].Class.Is(english.Determiner) && strings.Count(ts[i].Lower, ".") > 2 && !ts[i].Class.Is(english.Title|english.Honorific)
}

// endings stand behind a name, or are one, which seldom goes on after them:
// forms of companies, degrees, states.
var endings = language.Words(`esq. jr. sr. inc. corp. co. ltd. plc. llc. bros. s.a. s.a.s. b.v. n.v. s.p.a. s.r.l. s.l. a.g. a.s. e.v.
	ph.d. m.d. r.n. m.b.a. b.a. m.a. b.sc. m.sc. ll.b. ll.m. d.phil. d.d.s. m.p.
	ala. ariz. ark. calif. colo. conn. fla. ga. kan. ky. mass. md. mich. minn. mont. neb. nev. okla. ore. pa. tenn.
	tex. va. vt. wash. wis. wyo.`)

// begins reports whether a sentence begins at ts[j] when ts[i] may have ended
// the one before; marks may stand between.
func begins(text string, ts []Token, i, j int) bool {
	k := j
	for k < len(ts) && (ts[k].Kind == Mark || ts[k].Kind == Punct && !stops(&ts[k])) {
		k++
	}
	if k == len(ts) {
		return k > j
	}
	next := &ts[k]
	r, _ := utf8.DecodeRuneInString(text[next.Start:])
	if unicode.IsLower(r) && next.Kind == Word {
		return false
	}
	closed := next.Class.Is(english.Pronoun | english.Determiner | english.Possessive | english.Preposition |
		english.Conjunction | english.Adverb | english.Question | english.Auxiliary)
	if ts[i].Kind == Word { // "Mr. Doe" goes on, "in the U.S. He" does not
		if parts(ts, i, k) {
			return true
		}
		return closed && !ts[i].Class.Is(english.Honorific|english.Title) || k > j && ts[j].Kind == Mark
	}
	if j > i+1 && k == j && !closed && !strings.HasPrefix(ts[i].Lower, ".") {
		// “Why?” Mr. Doe asked.
		for _, t := range ts[k+1 : min(len(ts), k+4)] {
			if t.Class.Is(english.Saying) {
				return false
			}
		}
	}
	return true
}
