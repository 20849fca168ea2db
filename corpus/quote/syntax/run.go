package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
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
		found = pair(ms, p.Text, found)
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
			if strings.IndexFunc(p.Text[x.Start:x.End], alnum) >= 0 && !nickname(p.Text, x.Span) {
				x.Paragraph = n
				all = append(all, x)
			}
		}
	}
	r.marks, r.singles, r.found = ms, singles, found
	return r.runs.close(all)
}

// nickname reports whether the run at s stands inside a name: "Tobias “The
// Hammer” Oak". It is one to three words with capitals, between two others.
func nickname(text string, s corpus.Span) bool {
	before, inside, after := text[:s.Start], strings.TrimFunc(text[s.Start:s.End], func(r rune) bool { return !alnum(r) && r != '.' }), text[s.End:]
	if !strings.HasSuffix(before, " ") || !strings.HasPrefix(after, " ") || strings.ContainsAny(inside, ",;:!?") {
		return false
	}
	ws := strings.Fields(inside)
	if len(ws) == 0 || len(ws) > 3 {
		return false
	}
	for i, w := range ws {
		if !upper(w) && (i > 0 || !strings.EqualFold(w, "the")) {
			return false
		}
	}
	first := before[strings.LastIndexAny(before[:len(before)-1], " \n“\"(‘'")+1 : len(before)-1]
	next, _, _ := strings.Cut(after[1:], " ")
	is, then := english.Of(lowerCase(first)), english.Of(lowerCase(strings.TrimRight(next, ".,;:’'s")))
	last, _ := utf8.DecodeLastRuneInString(first)
	return upper(first) && (alnum(last) || last == '.') && !is.Is(english.Closed|english.Adverb|english.Opener|english.Saying|english.Document|english.Body|english.Demonym) &&
		(upper(next) || particled(after[1:])) && !then.Is(english.Closed|english.Adverb|english.Body|english.Document)
}

// upper reports whether w begins with a capital.
func upper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// pair matches the marks of a paragraph's text, single ones left aside, and
// appends the outermost runs to out. A run ends without a mark where whole
// sentences stand before the next opening one: "“It is late. “We will go.”", as
// in texts that have lost their paragraphs.
func pair(ms []mark, text string, out []run) []run {
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
		case depth == 1 && utters(text[ms[open].End:m.Start]):
			end := ms[open].End + len(strings.TrimRightFunc(text[ms[open].End:m.Start], unicode.IsSpace))
			out = append(out, run{Span: corpus.Span{Start: ms[open].Start, End: end}, family: m.family})
			open = i
		case ms[open].shaped && left > depth:
			depth++
		default:
			open, depth = i, 1
		}
	}
	if open >= 0 {
		out = append(out, run{Span: corpus.Span{Start: ms[open].Start, End: len(text)}, family: ms[open].family})
	}
	return out
}

// utters reports whether text, between two opening marks, is whole sentences
// without a word on who says them.
func utters(text string) bool {
	inside := strings.TrimRightFunc(text, unicode.IsSpace)
	if len(inside) == len(text) || !upper(inside) || countWords(inside, 2) < 2 || !strings.ContainsAny(inside[len(inside)-1:], ".!?") {
		return false
	}
	last := inside[strings.LastIndexByte(inside, ' ')+1:]
	if english.Of(lowerCase(last)).Is(english.Honorific | english.Title) {
		return false // “Come, Mr. “Big” Oak
	}
	_, rest, comma := strings.Cut(inside, ",")
	for ; comma; _, rest, comma = strings.Cut(rest, ",") {
		for range 5 { // "…, said Ms. Oak.", "…, the mayor said."
			var w string
			w, rest, _ = strings.Cut(strings.TrimLeft(rest, " "), " ")
			if w == "" || strings.HasSuffix(w, ",") {
				break
			}
			if english.Of(lowerCase(strings.TrimRight(w, ".!?"))).Is(english.Saying) {
				return false
			}
		}
	}
	return true
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
		if j > 0 && ms[i+j].doubtful && goesOn(text, ms[i].Span, next) {
			j = 0 // 'The dogs' barking never stops.
		}
		if j > 0 {
			s := corpus.Span{Start: ms[i].Start, End: ms[i+j].End}
			if ms[i].shaped || ms[i+j].strong || s.Len() <= looseBytes {
				out = append(out, run{Span: s, family: single, Closed: true})
			}
			i += j + 1
			continue
		}
		if s := ms[i].Span; goesOn(text, s, next) {
			return append(out, run{Span: corpus.Span{Start: s.Start, End: len(text)}, family: single})
		}
		i++
	}
	return out
}

// goesOn reports whether what the single mark at s opens in text goes on in the
// next paragraph: whole sentences up to the end, and the same mark there.
func goesOn(text string, s corpus.Span, next string) bool {
	rest, again := strings.CutPrefix(next, text[s.Start:s.End])
	if !again || s.Start == 0 && len(text) > looseBytes/4 {
		return again
	}
	return upper(rest) && upper(text[s.End:]) && countWords(text[s.End:], 4) == 4 && strings.ContainsAny(text[len(text)-1:], ".!?") && (s.Start == 0 || text[s.Start-1] == ' ')
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
			if countWords(text[ms[0].End:ms[doubt].Start], doubtfulWords+1) > doubtfulWords {
				return j
			}
			return doubt
		case doubt == 0:
			doubt = j
		}
	}
	if doubt > 0 && countWords(text[ms[0].End:ms[doubt].Start], doubtfulWords+3) > doubtfulWords+2 {
		return 0
	}
	return doubt
}

// countWords counts the words of text, up to most.
func countWords(text string, most int) int {
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
