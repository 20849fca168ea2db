package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Sentences splits one paragraph's text into sentences, in order. The spans
// are trimmed of outer white space and together hold every other character; a
// text of white space alone has none. A quotation mark or bracket that closes
// right after the full stop belongs to the sentence that it closes.
//
// The rules are ours and look at one full stop at a time: what stands before
// it (a title, an initial, "U.S."), what closes after it, and how the next
// word begins. A lower-case word never begins a sentence, so that
// `“Why?” she asked.` is one. Scripts without capitals and without spaces
// (。？！ ؟ ।) are split by their own marks. Text is scanned once; a look
// around a full stop is bounded.
func Sentences(text string) []Span {
	var out []Span
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	s := scanner{text: text}
	start := skipSpace(text, 0)
	for start < len(text) {
		end := s.next(start)
		out = append(out, Span{start, end})
		start = skipSpace(text, end)
	}
	return out
}

// lookAround bounds, in bytes, how far a decision at a full stop looks back
// for the word that it ends and forward for the words that follow.
const lookAround = 96

type scanner struct {
	text   string
	quoted bool // inside straight double quotation marks, as far as read
}

// marks has the first bytes of the characters at which next stops.
var marks = func() (m [256]bool) {
	for _, r := range `.!?"` + "…‼⁇⁈⁉。！？．｡؟۔।॥։።።።" {
		var b [utf8.UTFMax]byte
		utf8.EncodeRune(b[:], r)
		m[b[0]] = true
	}
	return m
}()

// next gives the end of the sentence that begins at start.
func (s *scanner) next(start int) int {
	text := s.text
	for i := start; i < len(text); {
		if !marks[text[i]] {
			i++
			continue
		}
		if text[i] == '"' {
			s.quoted = !s.quoted
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		kind := terminator(r)
		if kind == noStop {
			i += n
			continue
		}
		stop := i
		i += n
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			k := terminator(r)
			if k == noStop {
				break
			}
			kind = max(kind, k)
			i += n
		}
		closed := s.closers(i)
		if s.ends(start, stop, i, closed, kind) {
			return closed
		}
		i = closed
	}
	return len(text)
}

// stop is the strength of a mark that may end a sentence.
type stop uint8

const (
	noStop    stop = iota
	period         // "." may belong to an abbreviation
	ellipsis       // "…"
	strong         // "!" and "?"
	spaceless      // ends a sentence even when no space follows
)

func terminator(r rune) stop {
	switch r {
	case '.':
		return period
	case '…':
		return ellipsis
	case '!', '?', '‼', '⁇', '⁈', '⁉', '؟', '۔', '։', '።':
		return strong
	case '。', '！', '？', '．', '｡', '।', '॥':
		return spaceless
	}
	return noStop
}

// closers gives the end of the quotation marks, brackets and note numbers
// that close right after a full stop ending at i.
func (s *scanner) closers(i int) int {
	text := s.text
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case strings.ContainsRune("”’)]}」』）】》〉›", r), unicode.Is(unicode.Cf, r):
		case r == '"':
			if !s.quoted && letterAt(text, i+n) {
				return i
			}
			s.quoted = false
		case r == '\'' || r == '“' || r == '‘' || r == '«' || r == '»':
			// These close in some languages and open in others.
			if letterAt(text, i+n) {
				return i
			}
		case r == '[': // a note: "word.[12]"
			j := i + n
			for j < len(text) && j < i+6 && '0' <= text[j] && text[j] <= '9' {
				j++
			}
			if j == i+n || j >= len(text) || text[j] != ']' {
				return i
			}
			n = j + 1 - i
		case unicode.IsSpace(r):
			// "! »" and `. "` with the mark set apart.
			j := i + n
			q, m := utf8.DecodeRuneInString(text[j:])
			apart := j+m == len(text) || spaceAt(text, j+m)
			switch {
			case q == '»' && apart, q == '”' && apart:
			case q == '"' && apart && s.quoted:
				s.quoted = false
			default:
				return i
			}
			n += m
		default:
			return i
		}
		i += n
	}
	return i
}

// ends decides whether the full stop text[stop:after], whose closing marks
// run to closed, ends the sentence that began at start.
func (s *scanner) ends(start, stop, after, closed int, kind stop) bool {
	text := s.text
	if closed == len(text) {
		return true
	}
	at := skipSpace(text, closed)
	if kind == spaceless {
		// 「来る。」と言った: the particle goes on with the sentence.
		r, _ := utf8.DecodeRuneInString(text[closed:])
		return closed == after || at != closed || !unicode.Is(unicode.Hiragana, r)
	}
	first, word := opening(text, at)
	if at == closed {
		// Without a space only an opening mark or, after "!" or "?", a capital
		// begins a sentence: "said.“Next", "What?No", "left.”He".
		r, _ := utf8.DecodeRuneInString(text[at:])
		return strings.ContainsRune("“«„「『", r) && !unicode.IsLower(first) ||
			(kind == strong || closed > after) && unicode.IsUpper(r) && lowerBefore(text, stop)
	}
	switch {
	case first == 0 || strings.ContainsRune(",;:.!?)]}”%…", first):
		return false
	case unicode.IsLower(first):
		return camel(word) && kind == strong || camel(word) && s.short(start, stop) == notShort
	case kind == strong:
		return closed == after || !reports(text[at:])
	case kind == ellipsis || after-stop > 1:
		return word != "I"
	}
	dash, _ := utf8.DecodeRuneInString(text[at:])
	return s.period(start, stop, at, first, word, closed > after, strings.ContainsRune("-–—", dash))
}

// period decides at a single full stop before a word at byte at that is not in
// lower case. closed says that a mark or bracket closed in between, and
// dateline that the next word follows a dash: "CHARLESTON, S.C. — In".
func (s *scanner) period(start, stop, at int, first rune, word string, closed, dateline bool) bool {
	before := s.wordBefore(start, stop)
	digit := unicode.IsDigit(first)
	switch s.short(start, stop) {
	case neverEnds:
		return closed
	case mayEnd:
		if digit || dateline || titled(word) && titled(before+".") { // "C.E.O. Mr."
			return false
		}
		return starters[word] || s.parts(start, stop, at)
	case numbered:
		return !digit && !roman(word) && !eras[word]
	case clock:
		word = strings.TrimSuffix(word, ".")
		return !zones[strings.ToLower(word)] && (len(word) < 2 || strings.ToUpper(word) != word || digit)
	}
	if utf8.RuneCountInString(before) == 1 && utf8.RuneCountInString(word) == 2 && strings.HasSuffix(word, ".") {
		return false // "z. B." and "A. B."
	}
	if r, n := utf8.DecodeRuneInString(before); n == len(before) && unicode.IsUpper(r) {
		// An initial: "J. Smith", but "World War I. The".
		return starters[word] || digit || r == 'I' && !nameBefore(s.text[start:stop-1])
	}
	if number(before) {
		if ordinals[word] && len(before) <= 2 {
			return false
		}
		// "1. First point": a number that stands where the sentence began.
		return len(before) > 3 || stop-len(before) > start
	}
	return true
}

// parts says whether the sentence ends with the abbreviation before stop because
// what follows at byte at begins a name of its own: "…, Jr. Vik called", "of Arvo
// Ltd. Karin Moe said", "in Brae, N.D. Judge Oak ruled".
func (s *scanner) parts(start, stop, at int) bool {
	text := s.text
	before := strings.Fields(text[max(start, stop-lookAround):stop])
	after := strings.Fields(text[at:min(len(text), at+lookAround)])
	n := len(before) - 1
	if n < 0 || len(after) == 0 {
		return false
	}
	w := strings.ToLower(before[n])
	dots := strings.Count(w, ".")
	agency := n > 0 && dots > 1 && english.Of(strings.ToLower(before[n-1])).Is(english.Determiner) && !titled(w+".") // left the N.O.A.
	place := n > 0 && dots > 0 && strings.HasSuffix(before[n-1], ",") && capital(before[n-1])
	if !place && !agency && !endings[w] {
		return false
	}
	next := strings.TrimRight(after[0], ",:")
	again := slices.ContainsFunc(before[max(0, n-4):n], func(w string) bool { return strings.TrimRight(w, ",") == next })
	if again || place && titled(next) {
		return true
	}
	return len(after) > 1 && english.Given(words.Fold(next)) != 0 && capital(after[1])
}

// titled says whether w stands before a name: "Mr.", "Judge", "C.E.O.".
func titled(w string) bool {
	return english.Of(strings.ToLower(w)).Is(english.Title | english.Honorific)
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// short classes the word before the full stop at stop.
func (s *scanner) short(start, stop int) abbreviation {
	w := s.wordBefore(start, stop)
	if len(w) > 16 {
		return notShort
	}
	kind := abbreviations[w]
	if kind == notShort && len(w) > 1 { // "V" is a number or an initial, "v" is short
		kind = abbreviations[strings.ToLower(w)]
	}
	if kind != notShort {
		return kind
	}
	if dotted(w) {
		return mayEnd
	}
	return notShort
}

// wordBefore gives the word that ends at stop, with the full stops and
// hyphens inside it but without what opens before it.
func (s *scanner) wordBefore(start, stop int) string {
	text := s.text
	i := stop
	for i > start && stop-i < lookAround {
		r, n := utf8.DecodeLastRuneInString(text[start:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && !unicode.Is(unicode.M, r) {
			break
		}
		i -= n
	}
	return strings.TrimLeft(text[i:stop], ".")
}

// opening gives the first character of the next sentence after its opening
// quotation marks, brackets and dashes, and the word that it begins. The
// character is 0 when none is near.
func opening(text string, i int) (first rune, word string) {
	limit := min(len(text), i+lookAround)
	for i < limit {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune("“‘\"'«»„‚‹([{「『（-–—¿¡*•", r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			first = r
			break
		}
		i += n
	}
	j := i
	for j < limit {
		r, n := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
			if r == '.' { // "Mr.", or the "A." of "U.S. A. Smith"
				j += n
			}
			break
		}
		j += n
	}
	return first, text[i:j]
}

// reports says whether text begins with a name and a reporting verb, which
// go on with the sentence before: `“Why?” Ms. Orlova asked.`
func reports(text string) bool {
	text = text[:min(len(text), lookAround)]
	for n := range 6 {
		i := strings.IndexFunc(text, unicode.IsSpace)
		if i < 0 {
			i = len(text)
		}
		w := text[:i]
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return n > 0 && reporting[strings.TrimRight(w, ".,:;")]
		}
		if pronouns[w] {
			return false
		}
		text = strings.TrimLeftFunc(text[i:], unicode.IsSpace)
	}
	return false
}

// dotted says whether w is letters with full stops between, as "U.S" or
// "p.m" is, with parts of at most two letters.
func dotted(w string) bool {
	if !strings.Contains(w, ".") {
		return false
	}
	for part := range strings.SplitSeq(w, ".") {
		n := 0
		for _, r := range part {
			if !unicode.IsLetter(r) {
				return false
			}
			n++
		}
		if n == 0 || n > 2 {
			return false
		}
	}
	return true
}

// camel says whether a lower-case word is a name such as "iPhone".
func camel(word string) bool {
	return len(word) > 2 && len(word) < 16 && unicode.IsUpper(rune(word[1]))
}

// nameBefore says whether the last word of text has a capital.
func nameBefore(text string) bool {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	text = text[max(0, len(text)-lookAround):]
	return capital(text[strings.LastIndexFunc(text, unicode.IsSpace)+1:])
}

func number(w string) bool {
	for _, r := range w {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return w != ""
}

func roman(w string) bool {
	return w != "" && w != "I" && strings.Trim(w, "IVXLC") == ""
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func spaceAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r)
}

func lowerBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLower(r)
}

func skipSpace(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}
