package name

import "strings"

// sound gives what most spellings of a romanised name have in common: one letter
// for each sound that is written in several ways, no doubled letters, no silent
// ends. It is no pronunciation, only a key.
//
//	Zelensky, Zelenskyy, Zelenskiy -> selenski
//	Djordjevic, Dordevic           -> dordevik
func sound(w string) string {
	s := sounds.Replace(opened(w))
	var b []byte
	for i := range len(s) {
		c := s[i]
		if c == 'c' {
			if c = 'k'; i+1 < len(s) && (s[i+1] == 'e' || s[i+1] == 'i') {
				c = 's'
			}
		}
		if n := len(b); n == 0 || b[n-1] != c {
			b = append(b, c)
		}
	}
	for len(b) > 2 && (b[len(b)-1] == 'e' || b[len(b)-1] == 'h') { // Anne, Sarah
		b = b[:len(b)-1]
	}
	return string(b)
}

// opened is w without a y that only opens a vowel: Yevgeny, Evgeny.
func opened(w string) string {
	if strings.HasPrefix(w, "ye") {
		return w[1:]
	}
	return w
}

// sounds spells the sounds that languages write in different ways in one:
// C for ch, S for sh.
var sounds = strings.NewReplacer(
	"tsch", "C", "shch", "C", "sch", "S", "sh", "S", "sz", "S", "tch", "C", "ch", "C", "cs", "C", "cz", "C",
	"dzh", "dz", "dj", "d", "zh", "s", "kh", "h", "gh", "g", "ph", "f", "th", "t", "ck", "k", "q", "k", "x", "ks", "w", "v", "tz", "s", "ts", "s", "z", "s",
	"aa", "a", "ae", "a", "ee", "i", "ie", "i", "oe", "o", "oo", "u", "ou", "u", "ow", "ov", "ue", "u", "uu", "u",
	"ei", "e", "ey", "e", "ej", "e", "ai", "e", "ay", "e", "aj", "e", "iy", "i", "ij", "i", "yj", "i", "yi", "i", "j", "i", "y", "i",
)

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

// bones are the consonants of a sound.
func bones(s string) string {
	var b []byte
	for i := range len(s) {
		if !vowel(s[i]) && (len(b) == 0 || b[len(b)-1] != s[i]) {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// kin reports whether two sounds differ only in vowels that spellings of one
// name take for each other: Mohammed and Muhammad, Hussein and Husayn, but not
// Mahmoud. One vowel at most may be missing, in a word of five letters and more.
func kin(a, b string) bool {
	missing := 1
	if min(len(a), len(b)) < 5 {
		missing = 0
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		x, n := vowels(a[i:])
		y, m := vowels(b[j:])
		i, j = i+n, j+m
		switch {
		case x == 0 && y == 0:
		case x == 0 || y == 0:
			missing--
		case !near(x, y):
			return false
		}
		if missing < 0 || i < len(a) != (j < len(b)) || i < len(a) && a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
	return true
}

// vowels gives the last vowel of those that s begins with, and how many they
// are.
func vowels(s string) (last byte, n int) {
	for n < len(s) && vowel(s[n]) {
		last = s[n]
		n++
	}
	return last, n
}

// near reports whether two vowels stand for each other in spellings of a name.
func near(a, b byte) bool {
	if a > b {
		a, b = b, a
	}
	switch string([]byte{a, b}) {
	case "ae", "ei", "ou":
		return true
	}
	return a == b
}

// skeleton is what Arabic and Hebrew letters keep of a romanised name: its
// consonants, without those that serve as vowels (w, y) or are silent at the
// end (h), and with one for those that share a letter in either.
func skeleton(w string) string {
	s := skeletons.Replace(squeeze(w))
	for len(s) > 1 && s[len(s)-1] == 'h' {
		s = s[:len(s)-1]
	}
	return s
}

// squeeze is s without doubled letters.
func squeeze(s string) string {
	var b []byte
	for i := range len(s) {
		if len(b) == 0 || b[len(b)-1] != s[i] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

var skeletons = strings.NewReplacer(
	"tsch", "C", "sh", "s", "sch", "s", "tch", "C", "ch", "h", "kh", "h", "gh", "g", "ph", "b", "th", "t", "dh", "d", "dj", "g", "j", "g", "tz", "s", "ts", "s", "z", "s",
	"x", "ks", "q", "k", "ck", "k", "co", "k", "ca", "k", "cu", "k", "c", "s", "p", "b", "f", "b", "v", "b",
	"a", "", "e", "", "i", "", "o", "", "u", "", "w", "", "y", "",
)

// semitic spells Arabic and Hebrew letters, folded, as [skeleton] leaves them.
var semitic = strings.NewReplacer(
	"ا", "", "و", "", "ي", "", "ع", "", "ء", "", "ب", "b", "پ", "b", "ت", "t", "ث", "t", "ج", "g", "چ", "C", "ح", "h", "خ", "h", "د", "d", "ذ", "d", "ر", "r",
	"ز", "s", "ژ", "s", "س", "s", "ش", "s", "ص", "s", "ض", "d", "ط", "t", "ظ", "s", "غ", "g", "ف", "b", "ق", "k", "ك", "k", "گ", "g", "ل", "l", "م", "m", "ن", "n", "ه", "h",
	"א", "", "ו", "", "י", "", "ע", "", "ב", "b", "ג", "g", "ד", "d", "ה", "h", "ז", "s", "ח", "h", "ט", "t", "כ", "k", "ך", "k", "ל", "l", "מ", "m", "ם", "m", "נ", "n", "ן", "n",
	"ס", "s", "פ", "b", "ף", "b", "צ", "s", "ץ", "s", "ק", "k", "ר", "r", "ש", "s", "ת", "t",
)
