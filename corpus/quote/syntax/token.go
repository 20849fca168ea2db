package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// tokenClass says what a token is made of.
type tokenClass uint8

const (
	Word   tokenClass = iota // letters: "said", "al-Assad", "U.S.", "didn’t", "@handle"
	Clitic                   // "’s", "’ll": written onto the word before it
	Number                   // "2,500", "$3.5", "19-year-old", "70%"
	Punct                    // a mark that is not a quotation mark, "..." and "--" being one each
	Mark                     // a quotation mark, "”" being one and "''" too
)

// Token is one word, number or mark of a paragraph. Tokens stand in text
// order and do not overlap; only white space lies outside them.
type Token struct {
	corpus.Span
	Kind     tokenClass
	Capital  bool          // begins with an upper-case or title-case letter
	First    bool          // the first word or number of its sentence
	Class    english.Class // word classes of lower
	Sentence int           // its sentence in the paragraph, from 0
	shouted  bool          // in capitals throughout
	name     bool          // a month or weekday that is somebody's name
	Lower    string        // in lower case, with ' for ’
}

// tokenize splits one paragraph into tokens and sentences, in one pass. buf is
// reused.
func tokenize(text string, buf []Token) []Token {
	ts, low := buf[:0], lowerASCII(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			i += n
			continue
		}
		t := Token{Span: corpus.Span{Start: i}}
		switch {
		case unicode.IsLetter(r), (r == '@' || r == '#') && letterAt(text, i+n):
			t.Kind, t.Capital = Word, unicode.IsUpper(r) || unicode.IsTitle(r)
			i = endOfWord(text, i)
			t.Capital = t.Capital || prefixed(text[t.Start:i])
		case (r == '\'' || r == '’') && dutch(text, i, n):
			t.Kind, i = Word, i+n+1
		case unicode.IsDigit(r), (r == '$' || r == '€' || r == '£') && digitAt(text, i+n):
			t.Kind = Number
			i = endOfNumber(text, i+n)
		default:
			t.Kind, i = markAt(text, i, r, n, ts)
		}
		t.End = i
		t.Lower = lowerCase(low[t.Start:t.End])
		if t.Kind != Punct && t.Kind != Mark {
			t.Class = english.Of(t.Lower)
			t.shouted = t.Capital && acronym(text[t.Start:t.End])
			if t.Lower == "us" && text[t.Start] == 'U' && text[t.Start+1] == 'S' { // the country
				t.Class = 0
			}
		}
		ts = append(ts, t)
	}
	sentences(text, ts)
	return ts
}

// lowerASCII puts the letters A to Z of text in lower case and nothing else, so
// that offsets stay: most words of a paragraph are then cut from one string.
func lowerASCII(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	done := 0
	for i := range len(text) {
		if c := text[i]; 'A' <= c && c <= 'Z' {
			b.WriteString(text[done:i])
			b.WriteByte(c | 0x20)
			done = i + 1
		}
	}
	b.WriteString(text[done:])
	return b.String()
}

// lowerCase allocates only for words with capitals or letters beyond ASCII, or
// a curly apostrophe.
func lowerCase(w string) string {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ReplaceAll(strings.ToLower(w), "’", "'")
		}
	}
	return w
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func digitAt(text string, i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }

// prefixed reports whether w is a name behind an article or a particle that is
// written onto it: "al-Sayid", "d’Arcy", "dell'Orto".
func prefixed(w string) bool {
	k := 1
	for k < min(len(w), 5) && w[k] != '-' && apostrophe(w, k) == 0 {
		k++
	}
	if k > 4 || k >= len(w) {
		return false
	}
	_, n := utf8.DecodeRuneInString(w[k:])
	if r, _ := utf8.DecodeRuneInString(w[k+n:]); !unicode.IsUpper(r) {
		return false
	}
	if w[k] == '-' {
		return articles[w[:k]]
	}
	switch w[:k] {
	case "d", "l", "dell", "dall", "degl", "sant", "t", "s":
		return true
	}
	return false
}

// articles are Arabic ones, before a hyphen, and what stands like them.
var articles = language.Words(`al el ul as ad an ar at az ash abu ibn bin ur us ud as-`)

// dutch reports whether the apostrophe of n bytes at i begins the particle of
// "Gerard 't Hart".
func dutch(text string, i, n int) bool {
	rest := text[i+n:]
	if i == 0 || text[i-1] != ' ' || len(rest) < 3 || rest[0] != 't' || rest[1] != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[2:])
	return unicode.IsUpper(r)
}

// apostrophe gives the length of an apostrophe at i, 0 when there is none.
func apostrophe(text string, i int) int {
	switch {
	case i < len(text) && text[i] == '\'':
		return 1
	case strings.HasPrefix(text[min(i, len(text)):], "’"):
		return len("’")
	}
	return 0
}

// cliticAt gives the end of a clitic whose apostrophe is at i, or 0.
func cliticAt(text string, i int) int {
	n := apostrophe(text, i)
	if n == 0 {
		return 0
	}
	for _, c := range [...]string{"s", "ll", "re", "ve", "d", "m", "S"} {
		if e := i + n + len(c); strings.HasPrefix(text[i+n:], c) && !letterAt(text, e) {
			return e
		}
	}
	return 0
}

// endOfWord is the end of the word that begins at i. Hyphens, apostrophes and
// dots belong to it between letters: "al-Assad", "O’Neill", "U.S.".
func endOfWord(text string, i int) int {
	start, since := i, 0 // since: letters after the last dot
	for i < len(text) {
		if isLetter(text[i]) {
			since++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == ' ':
			return i
		case r == '\'' || r == '’':
			if !letterAt(text, i+n) || cliticAt(text, i) > 0 {
				return i
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_':
			since++
		case i == start && (r == '@' || r == '#'):
		case r == '-' && (letterAt(text, i+n) || digitAt(text, i+n)), r == '&' && letterAt(text, i+n):
			since = 0
		case r == '.':
			next, _ := utf8.DecodeRuneInString(text[i+1:])
			switch {
			case unicode.IsLower(next), unicode.IsLetter(next) && since == 1:
				since = 0
			case abbreviation(text[start:i], text[i+1:], since):
				return i + 1
			default:
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// abbreviation reports whether the dot between word and rest belongs to word.
func abbreviation(word, rest string, since int) bool {
	if len(word) > 6 {
		return false
	}
	if since == 1 && strings.Contains(word, ".") || strings.HasPrefix(rest, ",") { // U.S, of Brae, Md.,
		return true
	}
	r, n := utf8.DecodeRuneInString(word)
	if n == len(word) && unicode.IsUpper(r) && r != 'I' { // an initial
		next := strings.TrimLeft(rest, " \u00a0")
		c, _ := utf8.DecodeRuneInString(next)
		return len(next) < len(rest) && (unicode.IsUpper(c) || particled(next))
	}
	return dotted[lowerCase(word)]
}

// particled reports whether text begins with the particle of a name, and that
// with a capital: "van der Berg".
func particled(text string) bool {
	for n := range 4 {
		w, rest, ok := strings.Cut(text, " ")
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) || prefixed(w) {
			return n > 0 || !unicode.IsUpper(r)
		}
		if !ok || english.Of(w) != english.Particle {
			return false
		}
		text = rest
	}
	return false
}

// dotted are abbreviations written with a dot.
var dotted = language.Words(`del mr mrs ms mx dr prof rev fr st hon sen sens rep reps gov govs gen lt col maj capt sgt adm cmdr cpl pres
	amb supt insp det jr sr esq inc corp co ltd vs jan feb mar apr jun jul aug sep sept oct nov dec tue
	tues thu thurs ave blvd messrs mme dept`)

func endOfNumber(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r) || unicode.IsLetter(r):
		case (r == ',' || r == '.' || r == ':') && digitAt(text, i+n):
		case r == '-' && (letterAt(text, i+n) || digitAt(text, i+n)):
		case r == '%':
			return i + n
		default:
			return i
		}
		i += n
	}
	return i
}

// markAt classes the mark r of n bytes at i and gives its end.
func markAt(text string, i int, r rune, n int, before []Token) (tokenClass, int) {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '‚', '「', '」', '『', '』', '＂':
		return Mark, i + n
	case '\'', '’', '`':
		if strings.HasPrefix(text[i:], "''") || strings.HasPrefix(text[i:], "``") {
			return Mark, i + 2
		}
		if len(before) > 0 && before[len(before)-1].End == i && before[len(before)-1].Kind <= Number {
			if e := cliticAt(text, i); e > 0 {
				return Clitic, e
			}
		}
		return Mark, i + n
	case '.', '-':
		e := i + 1
		for e < len(text) && text[e] == text[i] {
			e++
		}
		return Punct, e
	}
	return Punct, i + n
}
