package voice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// speech is words that the article sets apart as said: a run of quotation marks,
// or what stands behind a dash.
type speech struct {
	paragraph int
	corpus.Span
	parts   []corpus.Span // what of it is said: all but the narrator's words inside
	tokens  []int         // the said token of each part
	dashed  bool          // behind a dash, without marks
	closed  bool
	words   int
	capital bool   // begins with a capital or a digit
	ending  string // the mark that its words end with, "" when they end with a word
}

// trim leaves out space and marks of quotation and dashes around s.
func inner(text string, s corpus.Span) string {
	return strings.TrimFunc(text[s.Start:s.End], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"“”„‟«»‹›‘’‚'—–-", r)
	})
}

// measure fills in what the words of s show.
func (s *speech) measure(text string) {
	w := inner(text, s.Span)
	s.words = 0
	for range strings.FieldsSeq(w) {
		s.words++
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "¿¡…. (["))
	s.capital = unicode.IsUpper(r) || unicode.IsDigit(r)
	last, n := utf8.DecodeLastRuneInString(w)
	if n > 0 && !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		s.ending = string(last)
	}
}

// asides finds the narrator's words inside the speech text[from:to], as tokens
// of it: «A, — сказал он. — B», « A, dit-il. B ». Behind a dash the speech may
// end with them.
func asides(x *language.Lexicon, text string, from, to int, dashed bool, buf []token) (out []corpus.Span) {
	ts := tokenize(x, text, from, to, buf[:0])
	for i := 0; i+1 < len(ts); i++ {
		if ts[i].kind != punct && (ts[i].kind != dash || i <= 0 || ts[i-1].kind != word || !attached(ts, i)) {
			continue
		}
		j, by := i+1, false
		switch {
		case ts[i].kind == dash:
			by = true
		case !strings.Contains(",.!?…...", ts[i].lower):
			continue
		case ts[j].kind == dash && j+1 < len(ts):
			j, by = j+1, true
		case ts[i].lower == "." || ts[i].lower == "…" || !x.Inside && !dashed:
			continue
		}
		if !narrates(x, ts, j, by) {
			continue
		}
		end, next := asideEnd(ts, j, by, dashed)
		if end < 0 {
			continue
		}
		last := to
		if end < len(ts) {
			last = ts[end].Start
		}
		out = append(out, corpus.Span{Start: ts[j].Start, End: last})
		i = next - 1
	}
	return out
}

// attached reports whether the dash ts[i] is written onto the word behind it and
// not onto the one before: "Bueno —dijo".
func attached(ts []token, i int) bool {
	return i+1 < len(ts) && ts[i].End == ts[i+1].Start && ts[i-1].End < ts[i].Start
}

// narrates reports whether the narrator may begin to speak at ts[j]: a reporting
// verb is near, and a subject for it.
func narrates(x *language.Lexicon, ts []token, j int, dashed bool) bool {
	if ts[j].kind != word || ts[j].capital {
		return false
	}
	near := 2
	if dashed {
		near = 5
	} else if !x.Inside {
		near = 1
	} else if ts[j].is.Is(language.Auxiliary|language.Reflexive) && len(x.Joined) > 0 {
		near = 4 // "a-t-il ajouté", "s'est-elle indignée"
	}
	subject := false
	for k := j; k < min(len(ts), j+near) && ts[k].kind == word; k++ {
		t := &ts[k]
		if _, ok := x.Joined[t.lower]; ok {
			subject = true
		}
		switch {
		case t.is.Is(language.Self) && !t.is.Is(language.Reflexive) && (!dashed || k != j+1 || ts[j].is&^language.Verb != 0):
			return false
		case t.is.Is(language.Reports) && t.is.Is(language.Finite|language.Participle):
			if dashed || subject {
				return true
			}
			// Without a dash only a verb before its subject tells: "dit-il",
			// "raconte le capitaine".
			for n := k + 1; n < min(len(ts), k+4); n++ {
				s := &ts[n]
				if s.kind == word && (s.is.Is(language.Pronoun|language.Definite|language.Indefinite|language.Honorific|language.Role) || s.capital) && !s.is.Is(language.Self) {
					return true
				}
				if s.kind != word || !s.is.Is(language.Adverb|language.Reflexive|language.Participle) {
					break
				}
			}
			return false
		}
	}
	if !dashed || j+1 >= len(ts) {
		return false
	}
	// A verb that is not known, before a name or a pronoun.
	n := &ts[j+1]
	if j+2 < len(ts) && n.kind == word && n.is.Is(language.Possessive|language.Self) && slices.ContainsFunc(x.VerbEndings, func(e string) bool { return strings.HasSuffix(ts[j].lower, e) }) {
		n = &ts[j+2] // "обрывает его Ирина"
	}
	return ts[j].is&^language.Verb == 0 && n.kind == word && (n.capital || n.is.Is(language.Pronoun|language.Self) && !n.is.Is(language.Oblique))
}

// asideEnd gives where the narrator's words that begin at ts[j] end, and where
// to go on; -1 when they do not end as such words do.
func asideEnd(ts []token, j int, by, dashed bool) (end, next int) {
	for k := j; k < len(ts); k++ {
		t := &ts[k]
		switch {
		case by && t.kind == dash && k > j && (ts[k-1].kind == punct || ts[k-1].End == t.Start):
			return k, k + 1
		case !by && t.kind == punct && (stops(t.lower) || t.lower == "," && k > j && ends(ts, j, k)):
			return k, k + 1
		}
	}
	if by && !dashed && len(ts)-j > 25 {
		return -1, 0
	}
	return len(ts), len(ts)
}

// ends reports whether the narrator's words ts[j:k] end at a comma: their subject
// is a pronoun.
func ends(ts []token, j, k int) bool {
	for i := j; i < k; i++ {
		if ts[i].is.Is(language.Pronoun) {
			return true
		}
	}
	return false
}

// rest gives what of s is left between holes, which are in order, without those
// parts that hold no word.
func rest(text string, s corpus.Span, holes []corpus.Span) (parts []corpus.Span) {
	from := s.Start
	for _, h := range append(holes, corpus.Span{Start: s.End, End: s.End}) {
		p := corpus.Span{Start: from, End: h.Start}
		for p.End > p.Start {
			r, n := utf8.DecodeLastRuneInString(text[p.Start:p.End])
			if !unicode.IsSpace(r) && r != '—' && r != '–' && r != '-' || h.Start == s.End && !unicode.IsSpace(r) {
				break
			}
			p.End -= n
		}
		for p.Start < p.End {
			r, n := utf8.DecodeRuneInString(text[p.Start:p.End])
			if !unicode.IsSpace(r) && r != '—' && r != '–' && r != '-' && (from == s.Start || r != '.' && r != ',') {
				break
			}
			p.Start += n
		}
		if strings.IndexFunc(text[p.Start:p.End], unicode.IsLetter) >= 0 || strings.IndexFunc(text[p.Start:p.End], unicode.IsDigit) >= 0 {
			parts = append(parts, p)
		}
		from = h.End
	}
	return parts
}
