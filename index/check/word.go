package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	wording "github.com/verbatim-bot/verbatim/corpus/words"
)

// word is one word of a text in the form that is compared: folded, contractions
// written out ("isn’t" is two words of one span), numbers as figures whatever
// they are written like, and a sign that changes what a number means ("%", "$").
// Dashes, quotation marks, spaces, closing punctuation and footnote marks are no
// words, so texts that differ only in them are the same words.
type word struct {
	fold string // numbers begin with #
	span corpus.Span
	gap  bool // an ellipsis stands before it: the editor left words out here
	edit bool // it stands in [brackets]: the editor put it in
}

// split splits text into its words. It takes time linear in text.
func split(text string) []word {
	return figures(text, plainWords(text))
}

// plainWords finds the words of text as they are written.
func plainWords(text string) []word {
	out := make([]word, 0, len(text)/5+2)
	s := splitter{text: text}
	last := 0
	for start, end := range wording.In(text) {
		if start < s.skip {
			continue
		}
		out = s.between(out, last, start)
		if start < s.skip {
			last = s.skip
			continue
		}
		last = end
		if k := len(out) - 1; k >= 0 && s.joined(out[k], start) {
			out[k].span.End = end
			out[k].fold = folded(text[out[k].span.Start:end])
			continue
		}
		if f := folded(text[start:end]); f != "" {
			out = append(out, word{fold: f, span: corpus.Span{Start: start, End: end}, gap: s.gap, edit: s.edit})
			s.gap = false
		}
	}
	return s.between(out, last, len(text))
}

// splitter is what is known of a text up to a place in it.
type splitter struct {
	text string
	gap  bool // an ellipsis stands behind the last word
	edit bool // in brackets
	skip int  // up to where footnote marks go
}

// between reads what stands between two words.
func (s *splitter) between(out []word, from, to int) []word {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		sign := ""
		switch {
		case r == '&':
			sign = "and"
		case strings.ContainsRune(signs, r), fractionSigns[string(r)][1] > 0:
			sign = string(r)
		case r == '°':
			sign = "degrees"
		case s.minus(r, i, n):
			sign = "minus"
		case s.span(r, i, n):
			sign = "to"
		case r == '…', strings.HasPrefix(s.text[i:], "..."), strings.HasPrefix(s.text[i:], ". . ."):
			s.gap = true
		case r == '[':
			inside, _, closed := strings.Cut(s.text[i+n:min(len(s.text), i+200)], "]")
			switch end := i + n + len(inside) + 1; {
			case closed && note(inside):
				s.skip = end
				if end > to {
					return out
				}
			case closed:
				s.edit = !letterCase(s.text, i, end)
			}
		case r == ']':
			s.edit = false
		}
		if sign != "" {
			out = append(out, word{fold: sign, span: corpus.Span{Start: i, End: i + n}, gap: s.gap, edit: s.edit})
			s.gap = false
		}
		i += n
	}
	return out
}

// minus reports whether the dash r at i is the sign of a number: a space stands
// before it and figures behind it.
func (s *splitter) minus(r rune, i, n int) bool {
	return (r == '−' || r == '-') && i > 0 && strings.ContainsRune(" (", rune(s.text[i-1])) && unicode.IsDigit(first(s.text[i+n:]))
}

// span reports whether the dash r at i stands for the "to" of "5–10": between a
// number and a greater one.
func (s *splitter) span(r rune, i, n int) bool {
	if r != '-' && r != '–' {
		return false
	}
	before := s.text[:i]
	before = before[len(strings.TrimRight(before, "0123456789")):]
	after := s.text[i+n:]
	after = after[:len(after)-len(strings.TrimLeft(after, "0123456789"))]
	if before == "" || after == "" || len(before) > 4 || len(after) > 4 || before == "9" && after == "11" {
		return false
	}
	// Of three numbers with dashes between it is no span, nor of parts of one.
	lead, _ := utf8.DecodeLastRuneInString(s.text[:i-len(before)])
	tail := first(s.text[i+n+len(after):])
	if strings.ContainsRune("-–.,/:", lead) && lead != utf8.RuneError || strings.ContainsRune("-–/:", tail) {
		return false
	}
	return len(before) < len(after) || len(before) == len(after) && before < after
}

// signs are those that change what a number means.
const signs = "%$€£₽¥"

// note reports whether what stands in brackets is a mark and no words: the
// number of a footnote, "sic".
func note(inside string) bool {
	inside = strings.TrimSpace(strings.ToLower(inside))
	if inside == "sic" || inside == "citation needed" {
		return true
	}
	inside = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(inside, "note"), "fn"))
	if inside == "" || len(inside) > 3 {
		return false
	}
	return strings.Trim(inside, "0123456789") == "" || inside == "*" || inside == "†"
}

// letterCase reports whether the bracket [from, to) of text stands inside a
// word, as it does where an editor changed a letter: "[T]he", "W[e]".
func letterCase(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	inside := text[from+1 : to-1]
	return len(inside) > 0 && len(inside) < 16 && !strings.ContainsFunc(inside, func(r rune) bool { return !unicode.IsLetter(r) && !wording.Apostrophe(r) }) &&
		(unicode.IsLetter(before) || unicode.IsLetter(after))
}

// joined reports whether the word that begins at start is the rest of w: only a
// bracket that an editor put around letters stands between them, or they are
// initials with a point.
func (s *splitter) joined(w word, start int) bool {
	between := s.text[w.span.End:start]
	if (between == "[" || between == "]" || between == "][") && !s.edit {
		before, _ := utf8.DecodeLastRuneInString(s.text[:w.span.End])
		after, _ := utf8.DecodeRuneInString(s.text[start:])
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	}
	if between != ". " && between != "." && between != ".\u00a0" {
		return false
	}
	return initial(s.text[w.span.Start:w.span.End]) && initial(next(s.text[start:]))
}

// next is the word that text begins with.
func next(text string) string {
	for start, end := range wording.In(text[:min(len(text), 24)]) {
		return text[start:end]
	}
	return ""
}

// initial reports whether w is one capital, or capitals with points between.
func initial(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.' && r != ' ' && r != '\u00a0':
			return false
		}
	}
	return letters > 0 && (letters == 1 || strings.Contains(w, "."))
}

// folded gives the form of a word that is compared. Where the case of a letter
// carries meaning ("us", "US") is not ours to judge; a change of case is no
// change of words.
func folded(w string) string {
	f := wording.Fold(w)
	if strings.ContainsAny(f, ".[] ") && !strings.ContainsAny(f, "0123456789") {
		f = strings.Map(func(r rune) rune {
			if r == '.' || r == '[' || r == ']' || r == ' ' {
				return -1
			}
			return r
		}, f)
	}
	return f
}

// written gives the words that a folded word stands for: "isn't" is "is not".
// follows is the next word, by which "he's been" is told from "he's away". The
// apostrophe may be missing where that leaves no other word. A word that is no
// contraction is given back without apostrophes.
func written(w, follows string) [2]string {
	if two, ok := whole[w]; ok {
		return two
	}
	bare := strings.ReplaceAll(w, "'", "")
	if stem, ok := strings.CutSuffix(bare, "nt"); ok && auxiliaries[stem] {
		return [2]string{stem, "not"}
	}
	if bare == w {
		return [2]string{w, ""}
	}
	stem, end, _ := cutLast(w, "'")
	switch end {
	case "ll":
		return [2]string{stem, "will"}
	case "re":
		return [2]string{stem, "are"}
	case "ve":
		return [2]string{stem, "have"}
	case "m":
		return [2]string{stem, "am"}
	case "d":
		if subjects[stem] {
			if participles[follows] {
				return [2]string{stem, "had"}
			}
			return [2]string{stem, "would"}
		}
	case "s":
		if subjects[stem] {
			if participles[follows] {
				return [2]string{stem, "has"}
			}
			return [2]string{stem, "is"}
		}
	}
	return [2]string{bare, ""}
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

var (
	// auxiliaries are what -n't is written onto.
	auxiliaries = set("is are was were do does did has have had would could should might must need ought")

	// whole are contractions that no rule tells.
	whole = map[string][2]string{
		"can't": {"can", "not"}, "cant": {"can", "not"}, "cannot": {"can", "not"}, "won't": {"will", "not"}, "shan't": {"shall", "not"}, "ain't": {"is", "not"}, "aint": {"is", "not"},
		"let's": {"let", "us"}, "its": {"it", "is"}, "im": {"i", "am"}, "ive": {"i", "have"}, "youre": {"you", "are"}, "theyre": {"they", "are"},
		"theyve": {"they", "have"}, "weve": {"we", "have"}, "youve": {"you", "have"}, "thats": {"that", "is"}, "whats": {"what", "is"}, "theres": {"there", "is"},
		"gonna": {"going", "to"}, "wanna": {"want", "to"}, "gotta": {"got", "to"}, "gimme": {"give", "me"}, "lemme": {"let", "me"},
	}

	// subjects are what 's and 'd are short for is, has, would and had behind;
	// behind other words 's is a possessive.
	subjects = set("i you he she it we they that this there here what who where when why how everybody everyone nobody somebody someone anybody everything nothing something")

	// participles tell that the 's before them is has, and 'd had.
	participles = set("been got gotten had become gone done taken given made seen come known happened begun grown better never")
)
