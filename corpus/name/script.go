package name

import (
	"regexp"
	"slices"
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

// eastern reports whether a name in plain letters is made like a Chinese or
// Korean one: a known family name, and one or two syllables of that language.
// Korean ones count in two words only, as they are written with a hyphen.
func eastern(ps []part) bool {
	if len(ps) < 2 || len(ps) > 3 || slices.ContainsFunc(ps, func(p part) bool { return p.script != latin || p.link || p.initial }) {
		return false
	}
	if hanFamilies[ps[0].text] {
		if pinyin.MatchString(joined(ps[1:]).text) {
			return true
		}
	}
	return len(ps) == 3 && hangulFamilies[ps[0].text] && hangulSyllable.MatchString(ps[1].text) && hangulSyllable.MatchString(ps[2].text)
}

var (
	// hanFamilies are the hundred most frequent family names of China, without
	// those that are words of English or names of well-known firms.
	hanFamilies = set(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo gao lin luo zheng liang xie song tang feng deng cao peng zeng xiao tian
		dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan fan liao jia shi jin wei xia qiu fang hou zou xiong meng qin bai yan xue
		yin lei hao gong shao wan qian dai mo kong xiang chang xi mao`)
	hangulFamilies = set("kim lee park choi jung chung kang cho yoon jang chang lim oh han shin seo kwon hwang ahn song ryu hong jeon ko moon yang bae baek heo noh nam shim roh")

	pinyin = regexp.MustCompile("^(" + pinyinSyllable + "){1,2}$")
	// hangulSyllable is a syllable as Koreans write their names abroad.
	hangulSyllable = regexp.MustCompile(`^(k|g|kk|n|d|t|r|l|m|b|p|s|ss|sh|j|jj|ch|h)?(yeo|yoo|you|yae|wae|ae|ai|eo|eu|ee|oe|oo|ou|ui|ya|ye|yo|yu|wa|we|wi|wo|a|e|i|o|u)(ng|ck|k|g|n|m|l|r|b|p|s|t|h)?$`)
)

// pinyinSyllable is a syllable of Chinese: a beginning and an end.
const pinyinSyllable = `(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)`
