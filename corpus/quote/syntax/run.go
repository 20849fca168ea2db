package syntax

import (
	"slices"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Lengths that tell a quotation in single marks from stray apostrophes.
const (
	doubtfulWords = 4   // a closing mark that may be a possessive ends at most so many words
	looseBytes    = 400 // between straight single marks without punctuation before the closing one
)

// run is one stretch of text in quotation marks, marks included, inside one
// paragraph and in no other run: marks inside a run are its own words.
type run struct {
	corpus.Span     // bytes in the paragraph
	Paragraph   int // 0 is the title
	family      family
	Closed      bool // false when the closing mark is missing and the run goes to the paragraph's end
}

// InSingle reports whether the marks of r are single ones.
func (r *run) InSingle() bool { return r.family == single }

// runs finds the runs of a in text order. Runs without a letter or digit are
// left out. It takes time linear in the length of a.
//
// An opening mark without a closing one runs on to the end of its paragraph,
// as newspapers print a quotation of several paragraphs; when another opening
// mark comes first, the earlier one is taken for a slip and dropped.
func runs(a *corpus.Article, r *room) []run {
	all := r.runs.open(a.Size()/400 + 1)
	ms, singles, found := r.marks, r.singles, r.found
	reversed := inward(a)
	for n := range len(a.Paragraphs) + 1 {
		p, _ := a.Paragraph(n)
		ms = scan(p.Text, reversed, ms)
		if len(ms) == 0 {
			continue
		}
		found, singles = found[:0], singles[:0]
		found = pair(ms, len(p.Text), found)
		for _, m := range ms {
			if m.family == single {
				singles = append(singles, m)
			}
		}
		if len(singles) > 0 {
			next, _ := a.Paragraph(n + 1)
			found = merge(found, pairSingle(singles, p.Text, next.Text))
		}
		for _, x := range found {
			if strings.IndexFunc(p.Text[x.Start:x.End], alnum) >= 0 {
				x.Paragraph = n
				all = append(all, x)
			}
		}
	}
	r.marks, r.singles, r.found = ms, singles, found
	return r.runs.close(all)
}

// pair matches the marks of a paragraph of size bytes, single ones left
// aside, and appends the outermost runs to out.
func pair(ms []mark, size int, out []run) []run {
	left := 0 // marks still to come that may close
	for i := range ms {
		if ms[i].closes && ms[i].family != single {
			left++
		}
	}
	open, depth := -1, 0
	for i := range ms {
		m := &ms[i]
		if m.closes && m.family != single {
			left--
		}
		switch {
		case m.family == single:
		case open < 0:
			if m.opens {
				open, depth = i, 1
			}
		case m.family != ms[open].family:
		case m.closes:
			if depth--; depth == 0 {
				out = append(out, run{Span: corpus.Span{Start: ms[open].Start, End: m.End}, family: m.family, Closed: true})
				open = -1
			}
		case ms[open].shaped && left > depth:
			depth++
		default:
			open, depth = i, 1
		}
	}
	if open >= 0 {
		out = append(out, run{Span: corpus.Span{Start: ms[open].Start, End: size}, family: ms[open].family})
	}
	return out
}

// pairSingle matches the single marks of a paragraph. next is the following
// paragraph's text: a quotation that opens with this paragraph and is opened
// again by the next one needs no closing mark here.
func pairSingle(ms []mark, text, next string) []run {
	var out []run
	for i := 0; i < len(ms); {
		if !ms[i].opens {
			i++
			continue
		}
		j := closer(ms[i:], text)
		if j > 0 {
			s := corpus.Span{Start: ms[i].Start, End: ms[i+j].End}
			if ms[i].shaped || ms[i+j].strong || s.Len() <= looseBytes {
				out = append(out, run{Span: s, family: single, Closed: true})
			}
			i += j + 1
			continue
		}
		if s := ms[i].Span; s.Start == 0 && len(text) > looseBytes/4 && strings.HasPrefix(next, text[:s.End]) {
			return append(out, run{Span: corpus.Span{Start: 0, End: len(text)}, family: single})
		}
		i++
	}
	return out
}

// closer gives the index of the mark that closes ms[0], or 0. Marks after
// the next opening one are not looked at, so all calls together are linear.
func closer(ms []mark, text string) int {
	doubt := 0
	for j := 1; j < len(ms) && !ms[j].opens; j++ {
		m := ms[j]
		switch {
		case !m.closes:
		case !m.doubtful && (m.strong || doubt == 0):
			return j
		case !m.doubtful:
			if words(text[ms[0].End:ms[doubt].Start], doubtfulWords+1) > doubtfulWords {
				return j
			}
			return doubt
		case doubt == 0:
			doubt = j
		}
	}
	if doubt > 0 && words(text[ms[0].End:ms[doubt].Start], doubtfulWords+3) > doubtfulWords+2 {
		return 0
	}
	return doubt
}

// words counts the words of text, up to most.
func words(text string, most int) int {
	n, in := 0, false
	for _, r := range text {
		if a := alnum(r); a && !in {
			if n++; n == most {
				return n
			}
			in = true
		} else if unicode.IsSpace(r) {
			in = false
		}
	}
	return n
}

// merge puts the single runs among the others: one inside another run is that
// run's own words, one that cuts across a run is no run at all, and one around
// other runs holds them.
func merge(out, singles []run) []run {
	var kept []run
	i := 0
	for _, s := range singles {
		for i < len(out) && out[i].End <= s.Start {
			i++
		}
		ok := true
		for k := i; k < len(out) && out[k].Start < s.End && ok; k++ {
			ok = s.Contains(out[k].Span)
		}
		if ok {
			kept = append(kept, s)
		}
	}
	if len(kept) == 0 {
		return out
	}
	out = slices.DeleteFunc(out, func(r run) bool {
		j, _ := slices.BinarySearchFunc(kept, r.Start, func(s run, at int) int { return s.End - at })
		return j < len(kept) && kept[j].Contains(r.Span)
	})
	out = append(out, kept...)
	slices.SortFunc(out, func(a, b run) int { return a.Start - b.Start })
	return out
}
