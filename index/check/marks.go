package check

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// Remark is what the quote's own square brackets say for the article's words:
// whom a pronoun means, or a word put in. It alters nothing.
type Remark struct {
	From string // the article's words, as stored; "" where the bracket adds
	To   string // the words in the bracket
}

// segment is a part of a quote between its editor's marks: ellipses, and words
// in square brackets.
type segment struct {
	words    []int // indexes in want
	gap      bool  // an ellipsis stands before it
	bracket  []int // words in brackets before it
	trailing bool  // there are no more words, only a bracket
}

// segments parts a quote at its editor's marks.
func segments(want []word) []segment {
	var out []segment
	cur := segment{}
	open := false
	for i, w := range want {
		if w.edit {
			if open {
				out = append(out, cur)
				cur, open = segment{}, false
			}
			cur.gap = cur.gap || w.gap
			cur.bracket = append(cur.bracket, i)
			continue
		}
		if open && w.gap {
			out = append(out, cur)
			cur, open = segment{}, false
		}
		if !open {
			cur.gap, open = cur.gap || w.gap, true
		}
		cur.words = append(cur.words, i)
	}
	if open {
		out = append(out, cur)
	} else if len(cur.bracket) > 0 {
		cur.trailing = true
		out = append(out, cur)
	}
	return out
}

// edited reads ellipses and [brackets] in the quote as its editor's marks: the
// words between them must stand in one run of quotation marks (or one
// paragraph, or one utterance) in their order. What is left out must not turn
// what is kept into its opposite, and a bracket may only say whom a pronoun
// means or add to the article's words.
func edited(q *quoteIndex, texts []*text) (finding, bool) {
	segs := segments(q.want)
	segs[0].gap = segs[0].gap || q.raised && len(segs[0].bracket) == 0
	marked := len(segs) > 1 || len(segs) == 1 && (segs[0].gap || len(segs[0].bracket) > 0)
	kept := slices.IndexFunc(segs, func(s segment) bool { return len(s.words) > 0 })
	if !marked || kept < 0 {
		return finding{}, false
	}
	var worse *finding
	for _, t := range texts {
		for _, s := range t.seqs {
			ids := q.number(s.places)
			for j := range ids {
				if ids[j] != q.ids[segs[kept].words[0]] {
					continue
				}
				l := layer{q: q, seq: s, ids: ids, start: j}
				if !l.lay(segs) {
					continue
				}
				f := l.finding()
				if f.verdict != Altered {
					return f, true
				}
				if worse == nil {
					worse = &f
				}
			}
		}
	}
	if worse == nil {
		return finding{}, false
	}
	return *worse, true
}

// layer lays the segments of a quote over a sequence.
type layer struct {
	q       *quoteIndex
	seq     *sequence
	ids     []int32
	start   int // the place of the first segment
	pieces  []block
	edits   []edit
	remarks []Remark
}

// within reports whether place j can belong to the quote that begins at start.
func (l *layer) within(j int) bool {
	if j < 0 || j >= len(l.ids) {
		return false
	}
	p, start := l.seq.places[j], l.seq.places[l.start]
	if !l.seq.spoken {
		return p.para == start.para && p.run == start.run && p.turn == start.turn
	}
	for k := max(j, l.start); k > min(j, l.start); k-- {
		if p := l.seq.places[k]; p.cut || p.run != l.seq.places[k-1].run && l.seq.text.capital(p) {
			return false // of another utterance, or of another sentence behind "he said"
		}
	}
	return true
}

// lay places one segment after the other, each at the first place where it
// stands.
func (l *layer) lay(segs []segment) bool {
	const bracketed = 6 // words of the article that a bracket may stand for
	end := -1           // behind the last piece
	for _, s := range segs {
		at, limit := l.start, 0
		if end >= 0 {
			at, limit = end, bracketed
			if s.gap {
				limit = len(l.ids)
			}
		}
		if s.trailing {
			l.trailing(s, end)
			break
		}
		found := -1
		for ; limit >= 0 && l.within(at) && l.within(at+len(s.words)-1); at, limit = at+1, limit-1 {
			if l.holds(s.words, at) {
				found = at
				break
			}
			if end < 0 {
				break
			}
		}
		if found < 0 {
			return false
		}
		if behind := found + len(s.words); l.seq.splits(found) || l.seq.splits(behind) && !negative(l.seq.places[behind].fold) {
			return false // "isn't" may be cut: what is left out of it is noted
		}
		switch {
		case end < 0:
			l.leading(s, found)
		case len(s.bracket) > 0 && !s.gap:
			l.bracket(s.bracket, end, found)
		default:
			l.left(s.words[0], end, found)
		}
		for k, i := range s.words {
			l.edits = append(l.edits, edit{i0: i, i1: i + 1, j0: found + k, j1: found + k + 1, equal: true})
		}
		l.pieces = append(l.pieces, block{seq: l.seq, i: s.words[0], j: found, n: len(s.words)})
		end = found + len(s.words)
	}
	return true
}

func (l *layer) holds(words []int, at int) bool {
	for k, i := range words {
		if l.ids[at+k] != l.q.ids[i] {
			return false
		}
	}
	return true
}

// leading reads what stands before the first words of the quote.
func (l *layer) leading(s segment, at int) {
	from := at
	for from > 0 && at-from < openBracket && !l.seq.places[from].fresh && l.within(from-1) {
		from--
	}
	switch {
	case len(s.bracket) > 0:
		l.open(s.bracket, from, at, at, -1)
	case s.gap && at > from && negative(l.seq.places[at-1].fold) && (l.q.want[0].gap || !l.seq.text.capital(l.seq.places[at])):
		l.drop(s.words[0], at-1)
	}
}

// trailing reads a bracket behind the last words of the quote.
func (l *layer) trailing(s segment, end int) {
	to := end
	for to-end < openBracket && l.within(to) && !l.seq.places[to-1].last {
		to++
	}
	l.open(s.bracket, end, to, end, 1)
}

// openBracket is how many words of the article a bracket at an end of the quote
// may stand for.
const openBracket = 4

// open reads a bracket at an end of the quote: it may stand for any number of
// the places [from,to) that are next to the words kept, which are at edge.
func (l *layer) open(b []int, from, to, edge, step int) {
	for n := 0; n <= to-from; n++ {
		lo, hi := edge, edge+n
		if step < 0 {
			lo, hi = edge-n, edge
		}
		if n == 0 && from < to {
			continue // something stands there: it was left out, or replaced
		}
		if l.remark(b, lo, hi) {
			return
		}
	}
	n := min(len(b), to-from)
	if step < 0 {
		from = to - n
	} else {
		to = from + n
	}
	l.edits = append(l.edits, edit{i0: b[0], i1: b[len(b)-1] + 1, j0: from, j1: to})
}

// bracket reads a bracket between words of the quote, which stands for the
// places [from,to).
func (l *layer) bracket(b []int, from, to int) {
	if !l.remark(b, from, to) {
		l.edits = append(l.edits, edit{i0: b[0], i1: b[len(b)-1] + 1, j0: from, j1: to})
	}
}

// remark reports whether the words b of a bracket may stand for the places
// [from,to): they are the same words, they are added, or they say whom a
// pronoun means; of which a remark is made.
func (l *layer) remark(b []int, from, to int) bool {
	i0, i1 := b[0], b[len(b)-1]+1
	for i0 < i1 && from < to && l.ids[from] == l.q.ids[i0] {
		i0, from = i0+1, from+1
	}
	for i0 < i1 && from < to && l.ids[to-1] == l.q.ids[i1-1] {
		i1, to = i1-1, to-1
	}
	if i0 == i1 && from == to {
		return true
	}
	if from == to && l.bracketed(from) {
		return false // in place of the article's own bracket
	}
	deny := slices.ContainsFunc(l.q.want[i0:i1], func(w word) bool { return negative(w.fold) })
	if deny || from < to && !l.pronouns(from, to) {
		return false
	}
	a, r := alignment{seq: l.seq}, Remark{}
	if from < to {
		r.From = a.cut(from, to)
	}
	for _, w := range l.q.want[i0:i1] {
		r.To = strings.TrimSpace(r.To + " " + strings.TrimPrefix(w.fold, "#"))
	}
	l.remarks = append(l.remarks, r)
	return true
}

// bracketed reports whether the article has a bracket of its own before place
// j, which the sequence leaves out.
func (l *layer) bracketed(j int) bool {
	if j == 0 || j == len(l.seq.places) || l.seq.places[j-1].para != l.seq.places[j].para {
		return false
	}
	p, _ := l.seq.text.doc.Article.Paragraph(l.seq.places[j].para)
	lo, hi := l.seq.places[j-1].span.End, l.seq.places[j].span.Start
	return lo < hi && strings.Contains(p.Text[lo:hi], "[")
}

// pronouns reports whether the places are pronouns, so that a bracket in their
// place says whom or what they mean.
func (l *layer) pronouns(from, to int) bool {
	for _, p := range l.seq.places[from:to] {
		if c := english.Of(p.fold); !c.Is(english.Pronoun|english.Possessive) && p.fold != "there" && p.fold != "here" || negative(p.fold) {
			return false
		}
	}
	return to-from <= 2
}

// left reads what an ellipsis leaves out, the places [from,to): a word that
// denies must not be among it that belongs to the words kept.
func (l *layer) left(i, from, to int) {
	for k := from; k < to; k++ {
		f := l.seq.places[k].fold
		if !negative(f) && !deniers[f] {
			continue
		}
		before, behind := l.border(from-1, k), l.border(k, to)
		if k == from && before == noBorder && negative(f) && english.Of(l.seq.places[k-1].fold).Is(english.Auxiliary) {
			l.drop(i, k) // "They can not, and will not, pay" is no "They can … pay"
			return
		}
		// "He won, but not easily, in Ohio" may lose what is between the commas,
		// "the roof is not, he said, safe" may not.
		if behind == noBorder && (before == noBorder || !deniers[f]) || behind == comma && before == noBorder && !deniers[f] {
			l.drop(i, k)
			return
		}
	}
}

// border is what parts two places.
type border uint8

const (
	noBorder border = iota
	comma
	clause // a clause ends between them
)

// border tells what the greatest border is between place lo and place hi.
func (l *layer) border(lo, hi int) border {
	best := noBorder
	for k := lo; k < hi; k++ {
		p, next := l.seq.places[k], l.seq.places[k+1]
		if p.para != next.para || clausal[next.fold] {
			return clause
		}
		if p.span.End > next.span.Start {
			continue // two words of one contraction
		}
		text, _ := l.seq.text.doc.Article.Paragraph(p.para)
		switch between := text.Text[p.span.End:next.span.Start]; {
		case strings.ContainsAny(between, ";:.!?()"), strings.ContainsAny(between, ",–—") && subjects[next.fold]:
			return clause
		case strings.ContainsAny(between, ",–—"):
			best = comma
		}
	}
	return best
}

// clausal are words that begin a clause.
var clausal = set("and but or so yet because although though while if unless until when where whereas since which who")

// drop notes that the word at place k was left out before word i of the quote.
func (l *layer) drop(i, k int) {
	from := k
	for from > 0 && l.seq.splits(from) {
		from--
	}
	to := k + 1
	for l.seq.splits(to) {
		to++
	}
	l.edits = append(l.edits, edit{i0: i, i1: i, j0: from, j1: to})
}

// finding is what the laid segments come to.
func (l *layer) finding() finding {
	first, last := l.pieces[0], l.pieces[len(l.pieces)-1]
	if slices.ContainsFunc(l.edits, func(e edit) bool { return !e.equal }) {
		a := &alignment{seq: l.seq, edits: l.edits}
		for _, e := range l.edits {
			if e.equal {
				a.match++
			} else {
				a.cost += max(e.i1-e.i0, e.j1-e.j0)
			}
		}
		return finding{verdict: Altered, q: l.q, align: a}
	}
	at := first.j
	if l.q.want[0].edit && len(l.remarks) > 0 { // a bracket stands for what is before
		for at > 0 && first.j-at < openBracket && !l.seq.places[at].fresh && l.within(at-1) {
			at--
		}
	}
	v := Partial
	if l.seq.places[at].fresh && last.last().last {
		v = Exact
	}
	return finding{verdict: v, q: l.q, pieces: l.pieces, remarks: l.remarks}
}
