package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// Reasons why words in quotation marks are nobody's utterance.
const (
	scare        = "scare quote"
	title        = "title"
	term         = "term"
	slogan       = "slogan"
	unattributed = "unattributed"
	notSaid      = "not said"
)

// aside tells why the run of s, which nobody said, is in quotation marks.
func (s *scene) aside() string {
	for i := max(0, s.at-5); i < s.at; i++ {
		u := &s.q.Units[i]
		if u.Run >= 0 || u.Sentence != s.begin {
			continue
		}
		for t := u.First; t < u.End; t++ {
			switch w := strings.TrimSuffix(s.q.Tokens[t].Lower, "s"); {
			case works[w]:
				return title
			case labels[w]:
				return term
			case slogans[w]:
				return slogan
			}
		}
	}
	switch {
	case s.caps && s.words > 1:
		return title
	case s.words > 5 && (s.verbal || s.first.Text == "yes"):
		return unattributed
	case s.ending.Text == "!" && s.words > 1:
		return slogan
	case s.opening.Text == "up" && s.words <= termWords:
		return term
	}
	return scare
}

// byword reports whether the run of s is a term that several people use, and
// so no utterance of c: "leaders who used the word “x”".
func (s *scene) byword(c candidate) bool {
	if c.mention < 0 || s.words > termWords || s.at == 0 {
		return false
	}
	u := &s.q.Units[s.at-1]
	w := strings.TrimSuffix(s.q.Tokens[u.End-1].Lower, "s")
	return u.Run < 0 && terms[w] && s.g.Paragraphs[c.paragraph].Mentions[c.mention].Plural
}

// work reports whether the run of s is the title of a work or a programme by how
// it is written and by what stands beside it: "on “Morning Call”", "the book “A
// Long Way”", "a star of “The Mill”", "Radio Brae’s “Morning Call”", "“The Mill,”
// a play". Of such runs of the training articles 167 in 200 are nobody's.
func (s *scene) work() bool {
	us := s.q.Units
	if !s.titled || s.ending.Text == "!" || s.ending.Text == "?" {
		return false
	}
	if s.presented() {
		return true
	}
	v := s.at - 1
	if v < 0 || us[v].Sentence != s.begin || us[v].Run >= 0 {
		return false
	}
	t := &s.q.Tokens[us[v].End-1]
	body := func(i int) bool { return i >= 0 && us[i].Mention >= 0 && s.q.Mentions[us[i].Mention].Body }
	switch t.Lower {
	case "on", "in":
		return true
	case "of": // a star of “The Mill”, but not chants of “Brae First”
		return v > 0 && us[v-1].Run < 0 && (s.workNoun(us[v-1].End-1) || staged[strings.TrimSuffix(s.q.Tokens[us[v-1].End-1].Lower, "s")])
	case ",": // his first book, “A Long Way”
		return v > 0 && us[v-1].Sentence == s.begin && us[v-1].Run < 0 && s.workNoun(us[v-1].End-1)
	case "'s": // CNN’s “Morning Call”
		return body(v) || us[v].Mention < 0 && body(v-1)
	}
	return s.workNoun(us[v].End - 1)
}

// workNoun reports whether token t is a noun for a work.
func (s *scene) workNoun(t int) bool {
	k := &s.q.Tokens[t]
	return works[k.Lower] && !k.Class.Is(english.Verb)
}

// presented reports whether what follows the run tells that it is a work: "“Morning
// Call” host Jane Doe", "“The Mill,” a play about war".
func (s *scene) presented() bool {
	us, i := s.q.Units, s.at+1
	if i < len(us) && us[i].Symbol == "," {
		i++
	}
	if i >= len(us) || us[i].Sentence != s.end || us[i].Run >= 0 {
		return false
	}
	first := us[i].First
	if s.ending.Text == "," || us[i-1].Symbol == "," {
		if us[i].Mention < 0 {
			return false
		}
		m := &s.q.Mentions[us[i].Mention]
		return m.Kind == syntax.Nominal && s.q.Tokens[first].Class.Is(english.Determiner|english.Possessive) && works[s.q.Tokens[m.Head].Lower]
	}
	switch s.q.Tokens[first].Lower {
	case "host", "hosts", "co-host", "anchor", "star", "creator":
		return true
	}
	return false
}

// staged are nouns, without a plural s, for who and what belongs to a work.
var staged = language.Words(`star fan host creator author cast season chapter revival version remake edition cover copy premiere tune
	performance rendition screening showing installment instalment rerun reader viewer presenter producer`)

// named reports whether the run of s is given as the name of what stands
// before it: "a book called “X”", "the plan, known as “X”". Where somebody calls
// a thing so, that somebody stands there instead.
func (s *scene) named() bool {
	us := s.q.Units
	v := s.at - 1
	if v < 1 || us[v].Sentence != s.begin {
		return false
	}
	short := s.words <= nameWords && s.ending.Text != "!" && s.ending.Text != "?"
	if w := s.q.Tokens[us[v].End-1].Lower; short && us[v].Run < 0 && bynames[w] {
		return true
	}
	if w := s.q.Tokens[us[v].End-1].Lower; short && us[v].Run < 0 && us[v].Mention < 0 && (s.caps || s.words == 1) && s.opening.Text == "up" && callings[w] {
		// “a man called “The Heron””, “the ferry, dubbed “Old Kate””
		m := us[v-1].Mention
		return us[v-1].Run < 0 && (us[v-1].Symbol == "," || us[v-1].Symbol == "is" || us[v-1].Symbol == "was" || m >= 0 && (w == "call" || s.q.Mentions[m].Kind != syntax.Pronoun))
	}
	if s.opening.Text != "up" && !short {
		return false
	}
	if v < 2 {
		return false
	}
	if us[v].Symbol == "as" {
		v--
		return us[v].Run < 0 && us[v].Mention < 0 && s.q.Tokens[us[v].First].Lower == "known"
	}
	if s.opening.Text != "up" || us[v].Run >= 0 || us[v].Mention >= 0 || !given[s.q.Tokens[us[v].First].Lower] {
		return false
	}
	m := us[v-1].Mention
	return m >= 0 && s.q.Mentions[m].Kind == syntax.Nominal && works[s.q.Tokens[s.q.Mentions[m].Head].Lower]
}

// nameWords is the length up to which words behind "alias" and "known as" are
// taken for a name.
const nameWords = 4

// bynames stand before another name of somebody.
var bynames = language.Words(`alias aka a.k.a a.k.a. nicknamed né née`)

// given are participles that a name follows.
var given = language.Words(`called titled entitled named dubbed`)

// callings stand between somebody and a name that is not theirs.
var callings = language.Words(`called dubbed nicknamed named call styled`)

// naming reports whether w, in lower case, tells what marks are for.
func naming(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return works[w] || labels[w] || slogans[w]
}

// Nouns and verbs, without a plural s, that tell what marks are for.
var (
	works = language.Words(`book novel film movie documentary song album single track show series sitcom drama programme program
		episode play musical opera poem essay column article story memoir paper report title titled entitled headline
		headlined video game podcast newspaper magazine painting exhibition exhibit anthem ballad hymn carol symphony ballet sonnet trilogy sequel thriller comedy biography autobiography
		bestseller hosted starred starring wrote`)
	labels = language.Words(`term word phrase name named nickname nicknamed so-called called known dubbed label labeled labelled
		level category code-named codenamed meaning means expression acronym adjective slur epithet notion concept
		used uses status rated grade`)
	terms   = language.Words(`term word phrase name expression label`)
	slogans = language.Words(`slogan chant chanted chanting motto banner sign placard hashtag t-shirt shirt hat cap poster sticker rallying`)
)
