package voice

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// statement is what somebody is said to have said, told in the narrator's words.
type statement struct {
	paragraph int
	corpus.Span
	v        verdict
	sentence int // of its paragraph
}

// fewestWords is the least that a statement has.
const fewestWords = 2

// statements finds the reported speech of q.
func (p *page) statements(q *paragraph, past []verdict) (out []statement) {
	ts := q.tokens
	taken := -1 // the last token that a statement holds
	add := func(first, stop int, v verdict) {
		for first < stop && (ts[first].kind == punct || ts[first].kind == dash) {
			first++
		}
		for stop > first && (ts[stop-1].kind == punct && ts[stop-1].lower != ")" || ts[stop-1].kind == dash) {
			stop--
		}
		if stop-first < fewestWords || first <= taken || p.marked(q, first, stop) {
			return
		}
		out = append(out, statement{q.n, q.span(first, stop), v, ts[first].sentence})
		taken = stop - 1
	}
	done := map[int]bool{} // sentences with a cue that has a content
	for c := range q.cues {
		x := &q.cues[c]
		v := p.credit(q, verdict{paragraph: q.n, mention: -1, figure: -1, cue: -1, mixed: true}, c)
		if v.figure < 0 && v.mention >= 0 && v.paragraph == q.n && p.x.Postposed {
			if m := &q.mentions[v.mention]; m.kind == noun && m.is.Is(language.Group) && m.opening.Is(language.Definite) && !p.nameless(q, m) {
				v.figure = m.figure // "selon les pompiers"
			}
		}
		if v.figure < 0 || p.x.Postposed && x.source >= 0 && q.mentions[x.source].is.Is(language.Document) && q.mentions[x.source].opening.Is(language.Possessive) {
			continue
		}
		first, stop := p.content(q, x)
		if first < 0 {
			continue
		}
		done[ts[x.token].sentence] = true
		add(first, stop, v)
		if x.how == inverted { // "…, erklärte sie, eine Diskussion gebe es nicht"
			if a, b := p.further(q, x); a >= 0 && a >= stop {
				add(a, b, v)
			}
		}
	}
	for i := range ts {
		s := ts[i].sentence
		if p.x.Postposed {
			break // the conditional does not tell whose report it is
		}
		if done[s] || !ts[i].is.Is(language.Report) || !p.subjunctive(q, i) || p.cueIn(q, s) || p.thatBefore(q, i) {
			continue
		}
		done[s] = true
		f, n, m := p.reporter(q, s, past, out)
		if f < 0 || ts[i].is.Is(language.Plural) && !p.cueIn(q, s-1) && !p.saidIn(q, s-1) {
			continue
		}
		first := i
		for first > 0 && ts[first-1].sentence == s {
			first--
		}
		stop := i + 1
		for stop < len(ts) && ts[stop].sentence == s {
			stop++
		}
		taken = min(taken, first-1)
		add(first, stop, verdict{paragraph: n, mention: m, figure: f, cue: -1, sure: sureImplied})
	}
	return out
}

// thatBefore reports whether the verb ts[i] stands in a clause behind "that",
// whose report it is other words say.
func (p *page) thatBefore(q *paragraph, i int) bool {
	for k := i - 1; k > 0 && q.tokens[k].sentence == q.tokens[i].sentence; k-- {
		if q.tokens[k].is.Is(language.That) && !q.tokens[k].first {
			return true
		}
	}
	return false
}

// cueIn reports whether a cue with a source stands in a sentence of q.
func (p *page) cueIn(q *paragraph, sentence int) bool {
	for c := range q.cuesIn(sentence) {
		if q.cues[c].is.Is(language.Say|language.Deny) && (q.cues[c].source >= 0 || q.cues[c].how == dropped && q.cues[c].finite == q.cues[c].token) && q.cues[c].how != carried && !q.tokens[q.cues[c].token].is.Is(language.Report) && !q.tokens[q.cues[c].finite].is.Is(language.Report) {
			return true
		}
	}
	return false
}

// saidIn reports whether words in marks stand in a sentence of q.
func (p *page) saidIn(q *paragraph, sentence int) bool {
	if sentence < 0 {
		return false
	}
	for i := q.starts[sentence]; i < len(q.tokens) && q.tokens[i].sentence == sentence; i++ {
		if q.tokens[i].kind == said {
			return true
		}
	}
	return false
}

// marked reports whether ts[first:stop] are words in marks and next to nothing
// else.
func (p *page) marked(q *paragraph, first, stop int) bool {
	n := 0
	for k := first; k < stop; k++ {
		if q.tokens[k].kind == word || q.tokens[k].kind == number {
			n++
		}
	}
	return n < fewestWords
}

// sentenceEnd is the token behind the last of the sentence of ts[i].
func (q *paragraph) sentenceEnd(i int) int {
	k := i
	for k < len(q.tokens) && q.tokens[k].sentence == q.tokens[i].sentence {
		k++
	}
	return k
}

func (q *paragraph) sentenceStart(i int) int {
	for i > 0 && q.tokens[i-1].sentence == q.tokens[i].sentence {
		i--
	}
	return i
}

// content gives the tokens of what x reports, -1 when it reports nothing in
// plain words.
func (p *page) content(q *paragraph, x *cue) (first, stop int) {
	ts := q.tokens
	begin, end := q.sentenceStart(x.token), q.sentenceEnd(x.token)
	if x.how == accord || x.how == dropped && ts[x.token].is.Is(language.AccordNoun) {
		return p.accorded(q, x, begin, end)
	}
	if !x.is.Is(language.Say | language.Think | language.Deny) {
		return -1, 0
	}
	if a, b := p.asReported(q, x, begin, end); a >= 0 {
		return a, b
	}
	from := max(x.stop, x.token+1, x.finite+1)
	if x.how == plainly || x.how == carried || x.how == dropped {
		from = max(x.token, x.finite) + 1
	}
	if x.how == inverted && x.finite > begin && ts[min(x.finite, x.token)-1].lower == "," {
		if a, b := p.before(q, x, begin); a >= 0 && a < x.finite {
			return a, b
		}
	}
	if x.is.Is(language.Demand) && p.x.Infinitive != nil && !p.x.Postposed {
		for k := from; k < end && k < from+6 && ts[k].kind == word && !ts[k].is.Is(language.That|language.Subordinate); k++ {
			if p.x.Infinitive(ts[k].lower) {
				return k, p.unsaid(k, end, ts)
			}
		}
	}
	if p.x.Postposed && x.how != inverted {
		if k := p.wished(q, x, from, end); k >= 0 {
			return k, p.unsaid(k, end, ts)
		}
	}
	// A content behind "that", or a colon.
	for k := from; k < end && k < from+14; k++ {
		t := &ts[k]
		switch {
		case t.kind == said:
			return p.before(q, x, begin)
		case t.kind == word && t.is.Is(language.That) && k > from && (p.x.NotThat[ts[k-1].lower] || k > from+1 && p.x.NotThat[ts[k-2].lower] && (joining(ts[k-1].lower) || ts[k-2].is.Is(language.Adverb|language.Negation) && p.x.Postposed)):
			return p.before(q, x, begin)
		case t.kind == word && t.is.Is(language.That) && p.x.Postposed && x.how == inverted && x.stop < k && ts[x.stop].lower == "," && ts[k-1].lower != "," && !ts[x.stop+1].is.Is(language.That):
			return p.before(q, x, begin) // "dijo Ines Calloway, la única vecina que …"
		case t.kind == word && t.is.Is(language.That) && (p.relative(q, k) || p.attached(q, x, from, k)):
			return p.before(q, x, begin)
		case t.kind == word && t.is.Is(language.That) && (k == from || ts[k-1].kind == punct || !p.x.CapitalNouns && p.x.Articles && !ts[x.token].is.Is(language.Gerund) || ts[k-1].is.Is(language.Adverb)):
			return k + 1, end
		case t.kind == punct && t.lower == ":" && p.x.Postposed && (!x.is.Is(language.Say) || p.hangs(q, x.first)):
			return p.before(q, x, begin)
		case t.kind == punct && t.lower == ":":
			if k+1 < end && ts[k+1].kind == said {
				return -1, 0
			}
			return k + 1, end
		case t.kind == punct && t.lower == ",":
			if k+1 < end && ts[k+1].is.Is(language.That) {
				continue
			}
			if p.x.CapitalNouns && p.reportedIn(q, k+1, end) && !(k+1 < end && (ts[k+1].is.Is(language.Subordinate) && !ts[k+1].is.Is(language.That) || ts[k+1].is.Is(language.And))) {
				return k + 1, end
			}
			if p.x.CapitalNouns && p.infinitive(q, k+1, end) {
				return k + 1, end
			}
		}
	}
	return p.before(q, x, begin)
}

// wished gives the infinitive right behind ts[from] that begins the content of x,
// of some length, -1 when none does: "dit vouloir porter plainte".
func (p *page) wished(q *paragraph, x *cue, from, end int) int {
	ts := q.tokens
	if p.x.Infinitive == nil || !x.is.Is(language.Say) || x.how == carried || p.x.Split[ts[x.token].lower] != nil {
		return -1
	}
	k := from
	for k < end && ts[k].is.Is(language.Negation|language.Reflexive) {
		k++
	}
	if k < end && end-k > fewWords && p.unsaid(k, end, ts)-k > fewWords && p.infinite(&ts[k]) {
		return from
	}
	return -1
}

// infinite reports whether t may be an infinitive.
func (p *page) infinite(t *token) bool {
	return t.kind == word && !t.capital && t.mention == 0 && (t.is.Is(language.Infinite) || t.is&^language.Auxiliary == 0 && p.x.Infinitive(t.lower))
}

// unsaid is end, or the first token from k on that is a speech.
func (p *page) unsaid(k, end int, ts []token) int {
	for i := k; i < end; i++ {
		if ts[i].kind == said {
			return i
		}
	}
	return end
}

// before gives the content before an inverted cue: "…, teilte die Behörde mit".
func (p *page) before(q *paragraph, x *cue, begin int) (first, stop int) {
	ts := q.tokens
	if x.how != inverted || x.finite == begin || !x.is.Is(language.Say|language.Deny|language.Think) {
		return -1, 0
	}
	if end := q.sentenceEnd(x.token); p.unsaid(x.stop, end, ts) < end {
		return -1, 0 // it leads to words in marks
	}
	k := min(x.finite, x.token) - 1
	if ts[k].kind == punct && ts[k].lower == "," || ts[k].kind == dash {
		for i := begin; i < k; i++ {
			if ts[i].kind == said && (i == begin || i == k-1 && !p.reportedIn(q, begin, i)) {
				return -1, 0
			}
		}
		if k-begin < fewestWords || k-begin < 4 && x.stop < len(ts) && ts[x.stop].lower == "," {
			return p.further(q, x)
		}
		if p.x.CapitalNouns && k-begin < 4 {
			if a, b := p.further(q, x); a >= 0 {
				return a, b
			}
		}
		if p.x.CapitalNouns && !p.reportedIn(q, begin, k) && p.subordinate(q, begin, k) {
			return -1, 0
		}
		if p.x.Postposed && p.subordinate(q, begin, k) { // "Si …, explique Calloway, climatologue à X, la glace …"
			if end := q.sentenceEnd(x.token); x.stop < end && ts[x.stop].lower == "," {
				if from := p.pastApposition(q, x, end); from < end {
					return from, end
				}
			}
		}
		return begin, k
	}
	return -1, 0
}

// subordinate reports whether ts[i:k] begins as a clause that hangs on the verb:
// "Wenn es regnet, sagte er …".
func (p *page) subordinate(q *paragraph, i, k int) bool {
	return i < k && q.tokens[i].is.Is(language.Subordinate)
}

// further gives the content that goes on behind an inverted cue and its source.
func (p *page) further(q *paragraph, x *cue) (first, stop int) {
	ts := q.tokens
	end := q.sentenceEnd(x.token)
	for k := x.stop; k < end && k < x.stop+6; k++ {
		switch {
		case ts[k].kind == said:
			return -1, 0
		case ts[k].kind == punct && ts[k].lower == "," || ts[k].lower == ";":
			if p.x.CapitalNouns {
				n := &ts[min(k+1, end-1)]
				if p.reportedIn(q, k+1, end) && !n.is.Is(language.Subordinate) {
					return k + 1, end
				}
				if n.is.Is(language.That) && k+2 < end {
					return k + 2, end
				}
				return -1, 0
			}
			if x.token > 0 && q.sentenceStart(x.token) < x.first-1 && x.first-q.sentenceStart(x.token) <= 4 {
				return k + 1, end
			}
			return -1, 0
		}
	}
	return -1, 0
}

// accorded gives the content of "laut X", "nach Angaben von X", "X zufolge".
func (p *page) accorded(q *paragraph, x *cue, begin, end int) (first, stop int) {
	ts := q.tokens
	if n := x.stop; n+1 < end && ts[n].lower == "," && ts[n+1].kind == said || n < end && ts[n].kind == said || ts[begin].kind == said {
		return -1, 0 // what is said stands in marks
	}
	if p.x.Postposed && x.first-begin <= 2 || x.first == begin || x.first == begin+1 && !ts[begin].capital || x.first == begin+1 && ts[begin].is.Is(language.And|language.Adverb) || x.how == accord && ts[x.token].is.Is(language.AccordAfter) && x.first-begin <= 2 || ts[x.stop-1].is.Is(language.Subordinate) {
		return p.pastApposition(q, x, end), end
	}
	// Behind or inside its sentence: the clause around it. What stands before
	// is the content, when it is the longer.
	k := x.first
	if ts[k-1].kind == punct && ts[k-1].lower == "," {
		for i := begin; i < k; i++ {
			if ts[i].kind == said && (i+2 >= k || i == begin) {
				return -1, 0
			}
		}
		if end-x.stop > k-begin && x.stop < end && ts[x.stop].kind == punct && ts[x.stop].lower == "," {
			return x.stop, end
		}
		return begin, k - 1
	}
	return begin, end
}

// relative reports whether the word for "that" at ts[k] goes on with somebody
// before its comma: "dijo el comandante, que dirigía …".
func (p *page) relative(q *paragraph, k int) bool {
	ts := q.tokens
	return p.x.Postposed && k > 1 && ts[k-1].kind == punct && ts[k-1].lower == "," && ts[k-2].mention > 0 && q.mentions[ts[k-2].mention-1].kind != pronoun
}

// attached reports whether the word for "that" at ts[k] goes on with a noun behind
// x: with the object of the verb, "a demandé la liste des élus qui …", or with
// words beside it, "…, une charge que …".
func (p *page) attached(q *paragraph, x *cue, from, k int) bool {
	ts := q.tokens
	if !p.x.Postposed || k < from+2 {
		return false
	}
	i := from
	for i < k && ts[i].is.Is(language.Adverb|language.Negation|language.Reflexive) && !ts[i].is.Is(language.Opening) {
		i++
	}
	if object(ts, i, k) {
		return true
	}
	for b := k - 1; b > from && b >= k-3 && ts[b].kind == word; b-- {
		if ts[b].is.Is(language.Opening) {
			return object(ts, b, k) && !ts[b-1].is.Is(language.Preposition) && b >= x.stop
		}
	}
	return false
}

// object reports whether ts[i:k] begins as a noun phrase that tells no time.
func object(ts []token, i, k int) bool {
	if i+1 >= k || !ts[i].is.Is(language.Definite|language.Indefinite|language.Possessive) || ts[i].is.Is(language.Pronoun) && ts[i].mention > 0 {
		return false
	}
	for n := i + 1; n < min(k, i+3); n++ {
		if ts[n].is.Is(language.Calendar|language.Adverb) || ts[n].kind == number {
			return false
		}
	}
	return true
}

// pastApposition gives the first token behind the source of x and what stands in
// apposition to it: "Selon X, politologue à Y, …".
func (p *page) pastApposition(q *paragraph, x *cue, end int) int {
	ts := q.tokens
	at := x.stop
	if !p.x.Postposed || x.source < 0 {
		return at
	}
	for n := 0; n < 3 && at+1 < end && ts[at].lower == ","; n++ {
		t := &ts[at+1]
		beside := t.is.Is(language.Subordinate|language.Participle) && !t.is.Is(language.Opening)
		if m := t.mention - 1; m >= 0 && q.mentions[m].kind != pronoun {
			beside = q.mentions[m].figure >= 0 && q.mentions[m].figure == q.mentions[x.source].figure || n > 0 && q.mentions[m].opening.Is(language.Indefinite)
		}
		if !beside && !(n > 0 && t.is.Is(language.Indefinite)) {
			break
		}
		k := at + 2
		for k < end && k < at+26 && ts[k].lower != "," {
			k++
		}
		if k+1 >= end || ts[k].lower != "," {
			break
		}
		at = k
	}
	if at > x.stop {
		at++
	}
	return at
}

// reportedIn reports whether ts[i:k] has a form of reported speech.
func (p *page) reportedIn(q *paragraph, i, k int) bool {
	for ; i < k; i++ {
		if q.tokens[i].is.Is(language.Report) && p.subjunctive(q, i) {
			return true
		}
	}
	return false
}

// infinitive reports whether a clause with "zu" and an infinitive begins at
// ts[i].
func (p *page) infinitive(q *paragraph, i, end int) bool {
	ts := q.tokens
	if i < end && p.x.Adjuncts[ts[i].lower] {
		return false
	}
	for k := i; k < end && ts[k].lower != ":" && ts[k].kind != said; k++ {
		if ts[k].kind == word && !ts[k].capital && k > i && p.x.Before != "" && (ts[k-1].lower == p.x.Before || inside(ts[k].lower, p.x.Before)) {
			return true
		}
		if ts[k].kind == word && ts[k].is.Is(language.That|language.Subordinate) {
			return false
		}
	}
	return false
}

// inside reports whether an infinitive has the word before it inside itself:
// "zurückzukehren".
func inside(lower, before string) bool {
	n := len(lower)
	return n >= 8 && lower[n-1] == 'n' && strings.Contains(lower[2:n-2-len(before)+1], before)
}
