package voice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// kind says what a token is made of.
type kind uint8

const (
	word   kind = iota
	number      // digits and what is written onto them: "2.500", "17-jährige"
	punct       // a mark that is no quotation mark
	dash        // "—", "–", or "-" between spaces
	said        // a whole part of a speech: quotation marks with all inside
)

// token is one word, number, mark or part of a speech of a paragraph.
type token struct {
	corpus.Span
	lower    string // in lower case, with ' for ’
	is       language.Class
	kind     kind
	capital  bool
	first    bool // the first word of its sentence
	sentence int  // of its paragraph
	speech   int  // index in text.speeches of a said token, else -1
	mention  int  // 1 + the outermost mention that holds it, 0 when none does
}

// tokenize appends the tokens of text[from:to] to ts. Offsets are those of text.
func tokenize(x *language.Lexicon, text string, from, to int, ts []token) []token {
	for i := from; i < to; {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r == ' ' || unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad':
			i += n
		case unicode.IsLetter(r):
			e := min(endOfWord(x, text, i), to)
			if s := site(x, text, i, e); s > e && s <= to {
				e = s
				ts = append(ts, wordToken(x, text, i, e))
				ts[len(ts)-1].is = language.Agency
				i = e
				continue
			}
			ts = append(ts, wordToken(x, text, i, e))
			i = e
		case unicode.IsDigit(r):
			e := min(endOfNumber(text, i), to)
			t := token{Span: corpus.Span{Start: i, End: e}, lower: text[i:e], kind: number, speech: -1}
			if k := strings.LastIndexByte(t.lower, '-'); k > 0 && k+1 < len(t.lower) {
				t.lower = strings.ToLower(t.lower)
				t.is = x.Of(t.lower[k+1:]) & (language.Role | language.Epithet | language.Numbers | language.Genders | language.Oblique)
			}
			ts = append(ts, t)
			i = e
		case r == '-' && joins(ts, i):
			e := i + n
			for e < to && (text[e] == '-' || letter(text[e:])) {
				_, k := utf8.DecodeRuneInString(text[e:])
				e += k
			}
			t := wordToken(x, text, i, e)
			if c, ok := x.Joined[t.lower]; ok {
				t.is = c
			}
			ts = append(ts, t)
			i = e
		default:
			k := punct
			switch {
			case r == '—' || r == '–' || r == '―' || r == '−':
				k = dash
			case r == '-' && spaced(text, i, i+n):
				k = dash
			}
			e := i + n
			for r == '.' && e < to && text[e] == '.' {
				e++
			}
			ts = append(ts, token{Span: corpus.Span{Start: i, End: e}, lower: text[i:e], kind: k, speech: -1})
			i = e
		}
	}
	return ts
}

// site gives the end of the web address that begins at text[i:e], "lenta.ru", e
// when none does: its parts are in Latin letters, where words are not.
func site(x *language.Lexicon, text string, i, e int) int {
	if x.Genitive == nil || text[i] >= utf8.RuneSelf {
		return e
	}
	end := e
	for end+1 < len(text) && text[end] == '.' && text[end+1] < utf8.RuneSelf && letter(text[end+1:]) {
		k := end + 1
		for k < len(text) && text[k] < utf8.RuneSelf && (letter(text[k:]) || text[k] == '-') {
			k++
		}
		end = k
	}
	return end
}

// joins reports whether a hyphen at i is written onto the word before it, which
// ended there because what follows is a word of its own.
func joins(ts []token, i int) bool {
	return len(ts) > 0 && ts[len(ts)-1].kind == word && ts[len(ts)-1].End == i
}

func letter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

func spaced(text string, i, j int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[j:])
	return (i == 0 || unicode.IsSpace(before)) && (j == len(text) || unicode.IsSpace(after))
}

func wordToken(x *language.Lexicon, text string, i, e int) token {
	w := text[i:e]
	r, _ := utf8.DecodeRuneInString(w)
	t := token{Span: corpus.Span{Start: i, End: e}, capital: unicode.IsUpper(r), lower: lowerCase(w), speech: -1}
	t.is = x.Of(t.lower)
	if x.CapitalNouns && !t.capital {
		t.is &^= (speakers | language.Epithet | language.Kin | language.Generic) &^ language.Agency
	}
	return t
}

// lowerCase allocates only for words with capitals or a curly apostrophe.
func lowerCase(w string) string {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			w = strings.ToLower(w)
			if strings.Contains(w, "’") {
				w = strings.ReplaceAll(w, "’", "'")
			}
			return w
		}
	}
	return w
}

// endOfWord gives the end of the word at text[i:]: letters, digits, and hyphens
// and apostrophes between them, unless what is written onto it is a word.
func endOfWord(x *language.Lexicon, text string, i int) int {
	start := i
	for i < len(text) {
		if c := text[i]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r == '\u00ad':
		case r == '\'' || r == '’':
			if !letter(text[i+n:]) {
				if x.Elided[lowerCase(text[start:i])] {
					return i + n // "d'« … »"
				}
				return i
			}
			if x.Elided[lowerCase(text[start:i])] && !oneWord(x, text, start, i+n) {
				return i + n
			}
		case r == '-' || r == '‐' || r == '‑':
			if !letter(text[i+n:]) {
				return i
			}
			if x.Joined != nil && joined(x, text[i:]) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// oneWord reports whether what the apostrophe before text[i:] ties together is a
// word of its own: "d'après".
func oneWord(x *language.Lexicon, text string, start, i int) bool {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += n
	}
	_, ok := x.Words[lowerCase(text[start:i])]
	return ok
}

// joined reports whether text begins with an ending that is a word of its own.
func joined(x *language.Lexicon, text string) bool {
	e := 1
	for e < len(text) && e < 16 && (text[e] == '-' || letter(text[e:])) {
		_, n := utf8.DecodeRuneInString(text[e:])
		e += n
	}
	_, ok := x.Joined[strings.ToLower(text[:e])]
	return ok
}

func endOfNumber(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r) || unicode.IsLetter(r):
		case (r == ',' || r == '.' || r == ':') && i+n < len(text) && text[i+n] >= '0' && text[i+n] <= '9':
		case r == '-' && i+n < len(text) && (letter(text[i+n:]) || unicode.IsDigit(rune(text[i+n]))):
		default:
			return i
		}
		i += n
	}
	return i
}

// stops reports whether a sentence may end with a mark.
func stops(lower string) bool {
	switch lower {
	case ".", "!", "?", "…", "...", "..", "....":
		return true
	}
	return false
}

// sentences numbers the sentences of ts and marks their first words. whole tells
// of a said token whether its words end with a full stop.
func sentences(x *language.Lexicon, ts []token, whole func(int) bool) {
	n, begun, since := 0, false, 0
	for i := range ts {
		t := &ts[i]
		t.sentence = n
		if t.kind == word && !begun {
			t.first = true
		}
		if t.kind == word || t.kind == number || t.kind == said {
			begun = true
		}
		end := false
		switch {
		case t.kind == punct && stops(t.lower):
			end = t.lower != "." || !shortened(x, ts, i)
		case t.kind == said:
			end = whole(t.speech)
		}
		if since++; end && i+1 < len(ts) && begins(&ts[i+1], t) || since >= longSentence {
			n, begun, since = n+1, false, 0
		}
	}
}

// begins reports whether a sentence may begin with t behind prev.
func begins(t, prev *token) bool {
	switch t.kind {
	case said:
		return t.Start > prev.End
	case word:
		return t.capital
	case number:
		return t.Start > prev.End
	case dash:
		return prev.kind == punct
	}
	return t.lower == "¿" || t.lower == "¡" || t.lower == "(" || t.Start > prev.End && strings.ContainsAny(t.lower, "\"“”„«»")
}

// shortened reports whether the full stop ts[i] belongs to the word before it.
func shortened(x *language.Lexicon, ts []token, i int) bool {
	if i == 0 || ts[i-1].End != ts[i].Start {
		return false
	}
	p := &ts[i-1]
	switch p.kind {
	case number:
		return x.CapitalNouns && p.Len() <= 2 // 14. Mai
	case word:
		return p.is.Is(language.Abbreviated) || p.capital && utf8.RuneCountInString(p.lower) == 1
	}
	return false
}
