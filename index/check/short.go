package check

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// shortWords is the length, in words, up to which a quote is too short for
// words in a row to tell where it is from.
const shortWords = 5

// short finds where a short quote stands with nothing but its numbers, or what
// it says of how many or whether at all, changed: "Somebody won" for "Nobody
// won", "thirty months" for "thirteen months". It takes time linear in texts.
func (q *quoteIndex) short(texts []*text) *alignment {
	if n := len(q.want); n < 2 || n > shortWords {
		return nil
	}
	for _, t := range texts {
		s := t.printed()
		if a := q.renumbered(s); a != nil {
			return a
		}
		from := 0
		for j, p := range s.places {
			if p.fresh {
				from = j
			}
			if p.last && j-from < shortWords+3 && q.turned(s.places[from:j+1]) {
				return q.whole(s, from, j+1)
			}
		}
	}
	return nil
}

// renumbered finds the words with other numbers.
func (q *quoteIndex) renumbered(s *sequence) *alignment {
	n := len(q.want)
	if n < 3 || !slices.ContainsFunc(q.want, func(w word) bool { return w.fold[0] == '#' }) {
		return nil
	}
	for j := 0; j+n <= len(s.places); j++ {
		same, telling, other := 0, false, false
		for k, w := range q.want {
			switch p := s.places[j+k]; {
			case k > 0 && (p.cut || p.fresh):
				other, same = false, -n
			case p.fold == w.fold:
				same, telling = same+1, telling || content(w.fold)
			case p.fold[0] == '#' && w.fold[0] == '#':
				other = true
			default:
				same = -n
			}
			if same < 0 {
				break
			}
		}
		if same >= 2 && telling && other {
			return align(q, s, j, j+n)
		}
	}
	return nil
}

// unbracketed finds where the quote stands whole but for round brackets, which
// are the speaker's own words. It takes time linear in texts.
func (q *quoteIndex) unbracketed(texts []*text) *alignment {
	if len(q.want) < 2 || len(q.want) > shortWords+3 {
		return nil
	}
	for _, t := range texts {
		s := t.printed()
		var kept []int // places outside of brackets
		for j, p := range s.places {
			if !t.inBrackets(p) {
				kept = append(kept, j)
			}
		}
		if len(kept) == len(s.places) {
			continue
		}
	next:
		for k := 0; k+len(q.want) <= len(kept); k++ {
			for i, w := range q.want {
				if s.places[kept[k+i]].fold != w.fold || i > 0 && s.places[kept[k+i]].cut {
					continue next
				}
			}
			return q.whole(s, kept[k], kept[k+len(q.want)-1]+1)
		}
	}
	return nil
}

// inBrackets reports whether a place stands in round brackets of its paragraph.
func (t *text) inBrackets(p place) bool {
	para, _ := t.doc.Article.Paragraph(p.para)
	before, behind := para.Text[:p.span.Start], para.Text[p.span.End:]
	open := strings.LastIndexByte(before, '(')
	if open < 0 || strings.LastIndexByte(before, ')') > open {
		return false
	}
	shut := strings.IndexByte(behind, ')')
	return shut >= 0 && !strings.ContainsRune(behind[:shut], '(')
}

// turned reports whether a sentence and the quote differ only in words that
// deny or tell how many.
func (q *quoteIndex) turned(sentence []place) bool {
	a := make([]string, len(sentence))
	for i, p := range sentence {
		a[i] = p.fold
	}
	b := make([]string, len(q.want))
	for i, w := range q.want {
		b[i] = w.fold
	}
	a, b = kept(a), kept(b)
	return slices.Equal(a, b) && slices.ContainsFunc(a, content)
}

// whole lays the quote over the places [lo,hi), all of them: what is the same at
// both ends, and one change between.
func (q *quoteIndex) whole(s *sequence, lo, hi int) *alignment {
	n, head, tail := len(q.want), 0, 0
	same := func(i, j int) bool { return q.want[i].fold == s.places[j].fold }
	for head < n && lo+head < hi && same(head, lo+head) {
		head++
	}
	for tail < n-head && tail < hi-lo-head && same(n-1-tail, hi-1-tail) {
		tail++
	}
	a := &alignment{seq: s, match: head + tail}
	for k := range head {
		a.edits = append(a.edits, edit{i0: k, i1: k + 1, j0: lo + k, j1: lo + k + 1, equal: true})
	}
	if e := (edit{i0: head, i1: n - tail, j0: lo + head, j1: hi - tail}); e.i0 < e.i1 || e.j0 < e.j1 {
		a.edits = append(a.edits, e)
		a.cost = max(a.written(q, e))
	}
	for k := tail; k > 0; k-- {
		a.edits = append(a.edits, edit{i0: n - k, i1: n - k + 1, j0: hi - k, j1: hi - k + 1, equal: true})
	}
	return a
}

// kept is a sentence without the words that deny or tell how many.
func kept(folds []string) []string {
	var out []string
	for i, f := range folds {
		next := ""
		if i+1 < len(folds) {
			next = folds[i+1]
		}
		switch {
		case negative(f), quantifiers[f],
			(f == "do" || f == "does" || f == "did") && negative(next),
			(f == "#1" || f == "one") && i > 0 && (folds[i-1] == "no" || folds[i-1] == "every" || folds[i-1] == "some"):
		default:
			out = append(out, f)
		}
	}
	return out
}

// quantifiers tell how many or how often.
var quantifiers = set("all every everyone everybody everything some someone somebody something always ever sometimes often both each any anyone anybody anything many few most")

// content reports whether a word says something of its own: "won", not "it is".
func content(fold string) bool {
	return fold[0] != '#' && !negative(fold) && !quantifiers[fold] && !english.Of(fold).Is(english.Pronoun|english.Auxiliary|english.Determiner|english.Possessive|english.Negation)
}

// telling reports whether an alignment keeps a word that says something, which
// a short quote must share with what it is said to be of.
func (a *alignment) telling(q *quoteIndex) bool {
	if len(q.want) > shortWords {
		return true
	}
	return slices.ContainsFunc(a.edits, func(e edit) bool {
		return e.same() && slices.ContainsFunc(q.want[e.i0:e.i1], func(w word) bool { return w.fold[0] == '#' || content(w.fold) })
	})
}
