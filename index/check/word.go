package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-bot/verbatim/corpus"
)

// word is one word of a text: a run of letters and digits with the
// apostrophes, points and commas inside it, or a single sign that changes what
// a number means ("%", "$"). Dashes, quotation marks, spaces and closing
// punctuation are no words, so texts that differ only in them are the same
// words.
type word struct {
	fold string // the form that is compared
	span corpus.Span
	gap  bool // an ellipsis stands before it: the editor left words out here
	edit bool // it stands in [brackets]: the editor put it in
}

// words splits text, in one pass.
func words(text string) []word {
	out := make([]word, 0, len(text)/5+1)
	gap, edit := false, false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case inWord(r):
			j := wordEnd(text, i)
			if f := fold(text[i:j]); f != "" {
				out = append(out, word{fold: f, span: corpus.Span{Start: i, End: j}, gap: gap, edit: edit})
				gap = false
			}
			i = j
			continue
		case r == '&':
			out = append(out, word{fold: "and", span: corpus.Span{Start: i, End: i + n}, gap: gap, edit: edit})
			gap = false
		case strings.ContainsRune("%$€£₽¥", r):
			out = append(out, word{fold: string(r), span: corpus.Span{Start: i, End: i + n}, gap: gap, edit: edit})
			gap = false
		case r == '…' || strings.HasPrefix(text[i:], "...") || strings.HasPrefix(text[i:], ". . ."):
			gap = true
		case r == '[':
			edit = strings.ContainsRune(text[i:min(len(text), i+200)], ']')
		case r == ']':
			edit = false
		}
		i += n
	}
	return out
}

// inWord reports whether r belongs to a word, invisible runes that may stand
// inside one (soft hyphen, joiners) included.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || invisible(r)
}

func invisible(r rune) bool { return r == '\u00AD' || unicode.Is(unicode.Cf, r) }

// wordEnd finds the end of the word that starts at i. An apostrophe belongs to
// a word between letters ("don’t"), a point or comma between digits ("2,500").
func wordEnd(text string, i int) int {
	var last rune
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			inside := apostrophe(r) && unicode.IsLetter(last) && unicode.IsLetter(next) ||
				(r == '.' || r == ',') && unicode.IsDigit(last) && unicode.IsDigit(next)
			if !inside {
				return i
			}
		}
		last = r
		i += n
	}
	return i
}

func apostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '´' || r == '`'
}

// fold gives the form of a word that is compared: NFKC, lower case, without
// apostrophes, which people leave out in haste ("dont", "its"), and without
// invisible runes. Where the case of a letter carries
// meaning ("us", "US") is not ours to judge; a change of case is no change of
// words.
func fold(w string) string {
	ascii := true
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf || 'A' <= w[i] && w[i] <= 'Z' || apostrophe(rune(w[i])) {
			ascii = false
			break
		}
	}
	if ascii {
		return w
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) || apostrophe(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(w))
}
