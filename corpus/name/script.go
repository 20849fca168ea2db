package name

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// script is how much of the sound of a name its letters give.
type script uint8

const (
	latin    script = iota
	lettered        // every sound has a letter: Cyrillic, Greek, Georgian, Hindi
	abjad           // Arabic and Hebrew: no short vowels
	drawn           // Chinese characters, which are read in more than one language
)

func scriptOf(w string) script {
	for _, r := range w {
		switch {
		case r < 0x0250 || !unicode.IsLetter(r):
		case unicode.In(r, unicode.Latin):
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac):
			return abjad
		case unicode.Is(unicode.Han, r):
			return drawn
		default:
			return lettered
		}
	}
	return latin
}

// romanise gives a folded word in the letters a to z; of other scripts as the
// tables of Unidecode have them (Sean Burke's, of 2001, in their Go version),
// but for Greek and Korean, which names are not spelled by.
func romanise(w string, s script) string {
	switch {
	case s == latin:
	case strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Greek, r) }):
		w = greek.Replace(greekStart(w))
	case strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }):
		w = korean(w)
	default:
		w = unidecode.Unidecode(w)
	}
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r
		}
		return -1
	}, words.Fold(w))
}

// greek spells folded Greek as names of today's Greeks are (ELOT 743), by sound
// where that differs.
var greek = strings.NewReplacer(
	"ου", "ou", "αι", "e", "ει", "i", "οι", "i", "υι", "i", "αυ", "av", "ευ", "ev", "μπ", "mb", "ντ", "nt", "γκ", "gk", "γγ", "ng", "τσ", "ts", "τζ", "tz",
	"α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x",
	"ο", "o", "π", "p", "ρ", "r", "σ", "s", "τ", "t", "υ", "i", "φ", "f", "χ", "h", "ψ", "ps", "ω", "o",
)

// greekStart spells the pairs of letters that are one sound where a name begins.
func greekStart(w string) string {
	for _, p := range [...][2]string{{"μπ", "b"}, {"ντ", "d"}, {"γκ", "g"}} {
		if rest, ok := strings.CutPrefix(w, p[0]); ok {
			return p[1] + rest
		}
	}
	return w
}

// korean spells a Korean name in two words, the family's and the other, as they
// are written abroad.
func korean(w string) string {
	return hangul.Replace(unidecode.Unidecode(w))
}

var hangul = strings.NewReplacer("eo", "o", "eu", "u", "ui", "i")

// families are Korean family names as spelled by rule and as they are written.
var families = map[string]string{
	"gim": "kim", "i": "lee", "bag": "park", "choe": "choi", "jong": "jung", "gang": "kang", "jo": "cho", "yun": "yoon", "jang": "chang",
	"im": "lim", "o": "oh", "an": "ahn", "so": "suh", "sin": "shin", "gwon": "kwon", "gu": "koo", "u": "woo", "yu": "yoo", "no": "roh", "mun": "moon",
}

// spaced puts a space behind the family name of a name written without one:
// the first character of two to four, Chinese or Korean.
func spaced(text string) string {
	runes := []rune(text)
	if n := len(runes); n < 2 || n > 4 {
		return text
	}
	for _, r := range runes {
		if !unicode.In(r, unicode.Han, unicode.Hangul) {
			return text
		}
	}
	return string(runes[:1]) + " " + string(runes[1:])
}
