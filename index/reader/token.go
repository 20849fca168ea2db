package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// piece is a word or a part of a word: its number in the vocabulary and its
// bytes in the text as given, on rune borders.
type piece struct {
	id         int32
	start, end int32
}

// Numbers of the pieces that no text has.
const (
	unknown   = 100
	opening   = 101
	separator = 102
)

// longestWord is how many letters a word may have; longer ones are unknown.
const longestWord = 100

// vocabulary knows the pieces that words are cut into: those that begin a
// word, and those that go on with one.
type vocabulary struct {
	begin, goOn map[string]int32
	longest     int // bytes of the longest piece
}

// newVocabulary reads one piece a line; its number is the line's, from 0.
func newVocabulary(lines string) *vocabulary {
	n := strings.Count(lines, "\n") + 1
	v := &vocabulary{begin: make(map[string]int32, n), goOn: make(map[string]int32, n/4)}
	id := int32(0)
	for w := range strings.Lines(lines) {
		w = strings.TrimRight(w, "\r\n")
		if rest, ok := strings.CutPrefix(w, "##"); ok && rest != "" {
			v.goOn[rest] = id
		} else {
			v.begin[w] = id
		}
		v.longest = max(v.longest, len(w))
		id++
	}
	return v
}

// pieces cuts text into pieces, at most as many as are asked for, as the tokenizer of the network's
// base does (BERT's, without case and accents), but that "[SEP]" and the like
// in a text are nothing special. It reads no further than it must.
func (v *vocabulary) pieces(text string, most int) []piece {
	var out []piece
	var w word
	for i := 0; i < len(text) && len(out) < most; {
		r, n := utf8.DecodeRuneInString(text[i:])
		at := span32{int32(i), int32(i + n)}
		i += n
		switch {
		case r < utf8.RuneSelf && (lower(r) || '0' <= r && r <= '9'):
			w.add(r, at)
			continue
		case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
			w.add(r+'a'-'A', at)
			continue
		case dropped(r):
			continue
		case unicode.IsSpace(r):
			out = v.cut(&w, out)
			continue
		case ideograph(r):
			out = v.cut(&w, out)
			out = v.fold(&w, r, at, out)
			out = v.cut(&w, out)
			continue
		}
		out = v.fold(&w, r, at, out)
	}
	if len(out) < most {
		out = v.cut(&w, out)
	}
	return out[:min(most, len(out))]
}

func lower(r rune) bool { return 'a' <= r && r <= 'z' }

// fold takes accents and case off r and adds what is left to the word, or, if
// it is punctuation, ends the word and makes it a word of its own.
func (v *vocabulary) fold(w *word, r rune, at span32, out []piece) []piece {
	add := func(r rune) {
		if (unicode.Is(unicode.Mn, r) && !isNewer(r)) || r == 0x1734 {
			return
		}
		if r = unicode.ToLower(r); punctuation(r) {
			out = v.cut(w, out)
			w.add(r, at)
			out = v.cut(w, out)
			return
		}
		w.add(r, at)
	}
	switch {
	case r < utf8.RuneSelf:
		add(r)
	case hangul <= r && r < hangul+hangulCount: // written out by rule, not by table
		s := r - hangul
		add(0x1100 + s/588)
		add(0x1161 + s%588/28)
		if t := s % 28; t > 0 {
			add(0x11A7 + t)
		}
	default:
		d := norm.NFD.PropertiesString(string(r)).Decomposition()
		if d == nil {
			add(r)
			break
		}
		for _, x := range string(d) {
			add(x)
		}
	}
	return out
}

const (
	hangul      = 0xAC00
	hangulCount = 11172
)

// word is a word being read: its letters without case and accents, and where
// each stands in the text.
type word struct {
	text  []byte
	start []int32  // of each letter, in text
	at    []span32 // of each letter, in the text as given
	long  bool
	end   int32
}

type span32 struct{ start, end int32 }

func (w *word) add(r rune, at span32) {
	w.end = at.end
	if len(w.at) == longestWord {
		w.long = true
		return
	}
	w.start = append(w.start, int32(len(w.text)))
	w.text = utf8.AppendRune(w.text, r)
	w.at = append(w.at, at)
}

// cut appends the pieces of the word, longest first, and empties it. A word
// with a part that is no piece is unknown as a whole.
func (v *vocabulary) cut(w *word, out []piece) []piece {
	if len(w.at) == 0 {
		return out
	}
	had := len(out)
	known, from := v.begin, 0
	for from < len(w.at) && !w.long {
		id, to := int32(-1), len(w.at)
		for ; to > from; to-- {
			end := len(w.text)
			if to < len(w.at) {
				end = int(w.start[to])
			}
			begin := int(w.start[from])
			if end-begin > v.longest {
				continue
			}
			if n, ok := known[string(w.text[begin:end])]; ok {
				id = n
				break
			}
		}
		if id < 0 {
			break
		}
		out = append(out, piece{id, w.at[from].start, w.at[to-1].end})
		known, from = v.goOn, to
	}
	if w.long || from < len(w.at) {
		out = append(out[:had], piece{unknown, w.at[0].start, w.end})
	}
	w.text, w.start, w.at, w.long = w.text[:0], w.start[:0], w.at[:0], false
	return out
}

// dropped reports whether a rune is read over: control and format
// characters, and bytes that are no UTF-8.
func dropped(r rune) bool {
	switch r {
	case '\t', '\n', '\r':
		return false
	case 0, utf8.RuneError:
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) && !isNewer(r)
}

func punctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return '!' <= r && r <= '/' || ':' <= r && r <= '@' || '[' <= r && r <= '`' || '{' <= r && r <= '~'
	}
	return unicode.Is(unicode.P, r) && !isNewer(r) || r == 0x166D
}

// ideograph reports whether r is a word of its own: the blocks that BERT's
// tokenizer names (one begins later than the Unicode block does).
func ideograph(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF || 0x20000 <= r && r <= 0x2A6DF || 0x2A700 <= r && r <= 0x2B73F ||
		0x2B740 <= r && r <= 0x2B81F || 0x2B920 <= r && r <= 0x2CEAF || 0xF900 <= r && r <= 0xFAFF || 0x2F800 <= r && r <= 0x2FA1F
}
