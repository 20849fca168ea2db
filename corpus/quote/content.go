package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// span is a possible content: units first to end, and how it was found.
type span struct {
	first, end int
	from, to   string // how its beginning and its end were found
}

// contents appends the possible contents of the cue at unit v to out.
func (t *sentence) contents(v int, out []span) []span {
	out = out[:0]
	if t.interrupts(v) {
		return append(out, span{t.lo, t.last(), "around", ","})
	}
	if t.begins = t.begins[:0]; !t.tag(v) {
		t.begins = t.starts(v, t.begins)
	}
	for _, s := range t.begins {
		t.over = t.ends(s.first, t.over[:0])
		for _, e := range t.over {
			if t.holdsWords(s.first, e.end) && !t.addressee(v, s.first, e.end) {
				out = append(out, span{s.first, e.end, s.from, e.to})
			}
		}
	}
	return t.lefts(v, out)
}

// interrupts reports whether the cue at unit v and its source stand between the
// subject of what was said and its verb: "The harbour, said Doe, would open", "The
// mill, Doe told the court, was sold".
func (t *sentence) interrupts(v int) bool {
	us, lo, hi := t.q.Units, v, v+1
	for _, l := range t.q.By(v) {
		switch l.How {
		case syntax.Subject, syntax.Inverted:
			lo, hi = min(lo, l.Source), max(hi, l.Source+1)
		case syntax.Object:
			hi = max(hi, l.Source+1)
		}
	}
	if lo-1 <= t.lo || hi-lo < 2 || us[lo-1].Symbol != "," || hi+1 >= t.hi || us[hi].Symbol != "," || !us[hi+1].Verb() {
		return false
	}
	for i := t.lo; i < lo-1; i++ {
		if us[i].Run >= 0 || us[i].Symbol == "," || us[i].Verb() {
			return false
		}
	}
	return us[lo-2].Mention >= 0
}

// tag reports whether the sentence ends with the cue at unit v and its source: "…,
// said Doe."
func (t *sentence) tag(v int) bool {
	how, _ := t.linked(v)
	return how.Text == syntax.Inverted && v+2 >= t.last() && v-1 > t.lo && t.q.Units[v-1].Symbol == ","
}

// addressee reports whether units first to end are only the one who is told, and
// perhaps when or where: "…, Doe told Radio Brae on Friday."
func (t *sentence) addressee(v, first, end int) bool {
	us := t.q.Units
	dated := circumstances[us[first].Symbol] && us[first+1].Symbol == "c" // told Doe | on Friday
	if !addressing[cueForm(t.q, v)] || !dated && (first != v+1 || us[first].Mention < 0) {
		return false
	}
	for i := first + 1; i < end; i++ {
		if s := us[i].Symbol; us[i].Mention < 0 && s != "c" && s != "0" && s != "a" && s != "," && !circumstances[s] {
			return false
		}
	}
	return true
}

// circumstances begin what tells when and where somebody was told.
var circumstances = language.Words(`on in at last this after before during by`)

// addressing are cues that somebody follows and not what is said.
var addressing = language.Words(`tell tells told telling inform informs informed assure assures assured remind reminds reminded`)

// holdsWords reports whether units first to end hold words outside quotation marks
// that can be a content.
func (t *sentence) holdsWords(first, end int) bool {
	n := 0
	for i := first; i < end; i++ {
		if u := &t.q.Units[i]; u.Run < 0 {
			for k := u.First; k < u.End; k++ {
				if t.q.Tokens[k].Kind <= syntax.Number {
					n++
				}
			}
		}
	}
	return n >= 2 && end > first
}

// starts appends to out the units at which a content to the right of cue v may begin.
func (t *sentence) starts(v int, out []span) []span {
	us := t.q.Units
	add := func(i int, from string) {
		if i >= t.hi {
			return
		}
		for _, s := range out {
			if s.first == i {
				return
			}
		}
		out = append(out, span{first: i, from: from})
	}
	i := v + 1
	if us[v].Symbol == "according" {
		for i = v + 2; i < t.hi; i++ {
			if us[i].Symbol == "," {
				add(i+1, "accord")
				break
			}
		}
		return out
	}
	for i < t.hi && (us[i].Symbol == "a" || us[i].Symbol == "c" || us[i].Symbol == "," || us[i].Symbol == ":" || us[i].Symbol == "0") {
		i++
	}
	if i >= t.hi {
		return out
	}
	for j := i; j < t.hi && j < v+14; j++ {
		if us[j].Symbol == "that" {
			add(j+1, "that")
			break
		}
		if j > i && (us[j].Symbol == "V" || us[j].Symbol == "T") {
			break
		}
	}
	add(i, "next")
	j := i
	for range 2 { // told X, said in Y, said of Z
		switch {
		case us[j].Mention >= 0:
			j++
		case j+1 < t.hi && us[j].Class.Is(english.Preposition) && us[j+1].Mention >= 0 && us[j].Symbol != "to":
			j += 2
		case j+1 < t.hi && us[j].Symbol == "to" && us[j+1].Mention >= 0:
			j += 2
		default:
			return out
		}
		for j < t.hi && (us[j].Symbol == "c" || us[j].Symbol == "," || us[j].Symbol == ":") {
			j++
		}
		if j >= t.hi {
			return out
		}
		add(j, "object")
	}
	return out
}

// ends appends to out where a content that begins at unit first may end: the end of the
// sentence, and the clause boundaries before it, the first of each kind.
func (t *sentence) ends(first int, out []span) []span {
	out = append(out, span{end: t.last(), to: "."})
	t.seen = t.seen[:0]
	for j := first + 1; j+1 < t.hi && len(out) < 7; j++ {
		if to := t.bounds[j-t.lo]; to != "" && t.fresh(to) {
			out = append(out, span{end: j, to: to})
		}
	}
	return out
}

// last is the end of the sentence without its final marks.
func (t *sentence) last() int {
	e := t.hi
	for e > t.lo && (t.q.Units[e-1].Symbol == "." || t.q.Units[e-1].Symbol == "!" || t.q.Units[e-1].Symbol == "?" || t.q.Units[e-1].Symbol == "*" || t.q.Units[e-1].Symbol == ";") {
		e--
	}
	return e
}

// boundary names the kind of clause boundary that unit j opens, "" for none.
func (t *sentence) boundary(j int) string {
	us := t.q.Units
	switch s := us[j].Symbol; s {
	case ";", "-", "(":
		return s
	case "according":
		return "accord"
	case "while", "as", "after", "when", "because", "although", "though", "before", "if":
		return s
	case ",":
		if j+1 == len(us) { // a paragraph that ends in a comma
			return ""
		}
		next := us[j+1].Symbol
		switch next {
		case "and", "but", "while", "as", "although", "though", "which", "who", "because", "or", "so", "after", "if", "according":
			return "," + next
		case "V", "T", "v", "g", "e":
			return ",v"
		case "N", "P", "D":
			if j+2 < t.hi && (us[j+2].Symbol == "V" || us[j+2].Symbol == "T") {
				return ",Nv"
			}
			return ",N"
		}
		return ","
	case "and", "but":
		switch symAt(t.q, j+1) { // "" where a paragraph ends in it
		case "V", "T":
			return s + "V"
		case "v", "e":
			return s + "v"
		case "N", "P", "D":
			if j+2 < t.hi && (us[j+2].Symbol == "V" || us[j+2].Symbol == "T") {
				return s + "NV"
			}
			return s + "N"
		case "that":
			return s + "that"
		}
		return s
	}
	return ""
}

// lefts appends the contents to the left of cue v: "…, Doe said", "… according
// to Doe", and the whole sentence around "…, Doe said, …".
func (t *sentence) lefts(v int, out []span) []span {
	us := t.q.Units
	e := -1
	if us[v].Symbol == "according" && v > t.lo && us[v-1].Symbol != "," {
		e = v
	} else {
		for j := v - 1; j > t.lo && j > v-24; j-- {
			if us[j].Symbol == "," {
				e = j
				if j > t.lo+1 && t.apposed(j, v) {
					continue
				}
				break
			}
		}
	}
	if e <= t.lo {
		return t.passive(v, out)
	}
	add := func(first, end int, from, to string) {
		if t.holdsWords(first, end) {
			out = append(out, span{first, end, from, to})
		}
	}
	add(t.lo, e, "left", "^")
	n := 0
	for j := e - 2; j > t.lo && n < 3; j-- {
		if b := t.bounds[j-t.lo]; b != "" && b != "," && b != ",N" {
			k := j + 1
			if strings.HasPrefix(b, ",") {
				k = j + 2
			}
			add(k, e, "left", b)
			n++
		}
	}
	for j := v + 1; j < t.hi-2 && j < v+12; j++ {
		if us[j].Symbol == "," {
			add(t.lo, t.last(), "around", ",")
			break
		}
	}
	return out
}

// apposed reports whether the comma at unit j belongs to an apposition of the
// source between it and cue v: "…, Doe, a clerk, said".
func (t *sentence) apposed(j, v int) bool {
	q := t.q
	for i := j - 1; i >= t.lo && i > j-3; i-- {
		if k := q.Units[i].Mention; k >= 0 {
			m := &q.Mentions[k]
			if a := m.Apposed; a >= 0 && a < k && q.Mentions[a].After == q.Units[v].First {
				return true // the comma that closes the apposition
			}
			return m.Stop <= q.Units[j].First && m.After > q.Units[j].First && m.After <= q.Units[v].First+1
		}
	}
	return false
}

// passive appends the content before a passive or a noun cue: "the plan was
// described as", "is expected to".
func (t *sentence) passive(v int, out []span) []span {
	if v-t.lo < 2 || v-t.lo > 12 || !t.q.Units[v-1].Class.Is(english.Auxiliary) {
		return out
	}
	if t.holdsWords(t.lo, t.last()) {
		out = append(out, span{t.lo, t.last(), "passive", "."})
	}
	return out
}
