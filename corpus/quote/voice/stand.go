package voice

import (
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// stands decides on a speech that stands alone, without a cue.
func (p *page) stands(q *paragraph, v verdict, k, first int, past []verdict) verdict {
	ts := q.tokens
	s := &p.speeches[k]
	at := ts[first].sentence
	if k > q.first { // the same paragraph has one before
		b := &p.speeches[k-1]
		w := &past[k-1]
		end := b.tokens[len(b.tokens)-1]
		if w.why == "" {
			from := ts[end].sentence + 1
			if n := p.newcomer(q, from, at, w.figure); n >= 0 {
				v = p.by(v, q.n, n)
				v.sure = sureImplied
				return v
			}
			if ts[end].sentence >= at-3 {
				v.figure, v.paragraph, v.mention, v.cue, v.sure = w.figure, w.paragraph, w.mention, -1, min(w.sure, sureGoesOn)
				v.follows = at-ts[end].sentence <= 1
				return v
			}
		}
	}
	if first == 0 && k > 0 && !p.speeches[k-1].closed && p.speeches[k-1].paragraph == q.n-1 {
		w := &past[k-1]
		v.figure, v.paragraph, v.mention, v.sure, v.follows = w.figure, w.paragraph, w.mention, w.sure, true
		return v
	}
	if at > 0 {
		for n := at - 1; n >= 0 && n >= at-2; n-- {
			if q.asks(n) && n > 0 {
				continue
			}
			if j := p.topic(q, n); j >= 0 && p.figures[q.mentions[j].figure].person {
				v = p.by(v, q.n, j)
				v.sure = sureImplied
				return v
			}
			if c := p.sourceIn(q, n); c >= 0 {
				v = p.by(v, q.n, c)
				v.sure = sureImplied
				return v
			}
		}
	}
	if f := p.continues(q, k, first, past); f >= 0 {
		v.figure, v.sure = f, sureImplied
		return v
	}
	if f := p.onlyOne(q, at); f >= 0 && p.x.Postposed {
		v.figure, v.sure = f, sureImplied
		return v
	}
	if first == 0 && q.n > 1 && len(ts) <= first+2 {
		// The paragraph is the speech: the one before leads to it.
		r := &p.paragraphs[q.n-1]
		if n := len(r.tokens); n > 0 {
			last := r.tokens[n-1].sentence
			if c := p.lastCue(r, last); c >= 0 && r.cues[c].source >= 0 && r.tokens[n-1].lower == ":" {
				return p.by(v, r.n, r.cues[c].source)
			}
			if j := p.topic(r, last); j >= 0 && p.figures[r.mentions[j].figure].person && r.end == r.first {
				v = p.by(v, r.n, j)
				v.sure = sureImplied
				return v
			}
		}
	}
	if s.words <= fewWords && !stops(s.ending) {
		v.why = "term"
	}
	return v
}

// nobodysLead reports whether what stands before the colon at ts[first-1] says
// that it is not known who speaks: "prefieren tomárselo a broma: «…»", "un
// mensaje anónimo: «…»".
func (q *paragraph) nobodysLead(sentence, first int) bool {
	for k := first - 1; k >= 0 && q.tokens[k].sentence == sentence; k-- {
		t := &q.tokens[k]
		if t.is.Is(language.Nameless) || t.kind == word && t.is.Is(language.Verb|language.Finite) && t.is&language.Numbers == language.Plural && !t.is.Is(language.Group|language.Role|language.Body) {
			return true
		}
	}
	return false
}

// inserted reports whether speech s is a title between commas: "un concert, « La
// nuit des cent bougies », où …".
func (p *page) inserted(q *paragraph, s *speech, first, last int) bool {
	ts := q.tokens
	return first > 1 && last+2 < len(ts) && s.capital && s.words <= 6 && s.ending == "" && ts[first-1].lower == "," && ts[last+1].lower == "," && ts[first-2].kind != said &&
		ts[last+2].sentence == ts[first].sentence && !ts[last+2].is.Is(language.Reports|language.Auxiliary|language.Reflexive)
}

// answers gives who answers the question that stands before speech s in its
// paragraph: the one who spoke before the asker; -1 when there is no question or
// nobody else spoke near.
func (p *page) answers(q *paragraph, past []verdict) int {
	k := len(past) - 1
	if k < q.first || p.speeches[k].ending != "?" || past[k].figure < 0 {
		return -1
	}
	for j := k - 1; j >= 0 && p.speeches[j].paragraph >= q.n-1; j-- {
		if f := past[j].figure; past[j].why == "" && f >= 0 && f != past[k].figure {
			return f
		}
	}
	return -1
}

// onlyOne gives the only person who is the subject of a sentence of q before
// sentence at, -1 when none or several are.
func (p *page) onlyOne(q *paragraph, at int) int {
	one := -1
	for s := at - 1; s >= 0; s-- {
		k := p.topic(q, s)
		if k < 0 || !p.figures[q.mentions[k].figure].person {
			continue
		}
		if f := q.mentions[k].figure; one < 0 {
			one = f
		} else if one != f {
			return -1
		}
	}
	return one
}

// continues gives who goes on to speak in a paragraph that is nothing but speech
// k: the one who alone speaks in the paragraph before, when nobody else comes
// last there; -1 for nobody.
func (p *page) continues(q *paragraph, k, first int, past []verdict) int {
	if !p.x.Postposed || !stops(p.speeches[k].ending) && !(len(q.tokens) == 2 && stops(q.tokens[1].lower)) || first != 0 || k == 0 || q.n < 2 || len(q.tokens) > 2 || p.speeches[k-1].paragraph != q.n-1 {
		return -1
	}
	r := &p.paragraphs[q.n-1]
	f := past[k-1].figure
	for j := r.first; j < r.end; j++ {
		if past[j].why == "" && past[j].figure != f {
			return -1
		}
	}
	if f >= 0 && p.spokenLast(r) == f {
		return f
	}
	return -1
}

// spokenLast gives the last person whom q speaks of, -1 for nobody.
func (p *page) spokenLast(q *paragraph) int {
	for s := q.tokens[len(q.tokens)-1].sentence; s >= 0; s-- {
		if f := p.spokenOf(q, s); f >= 0 {
			return f
		}
	}
	return -1
}

// newcomer gives the mention of a person who is the subject of one of the
// sentences from..to-1 of q and is not f, -1 when there is none.
func (p *page) newcomer(q *paragraph, from, to, f int) int {
	for s := to - 1; s >= from; s-- {
		if q.asks(s) {
			continue // "Ob er bleibe?"
		}
		if j := p.topic(q, s); j >= 0 && q.mentions[j].figure != f && p.figures[q.mentions[j].figure].person {
			return j
		} else if j >= 0 && q.mentions[j].figure == f {
			return -1
		}
	}
	return -1
}

// asks reports whether a sentence of q is a question of the narrator's.
func (q *paragraph) asks(sentence int) bool {
	e := q.starts[sentence]
	for e+1 < len(q.tokens) && q.tokens[e+1].sentence == sentence {
		e++
	}
	return q.tokens[e].kind == punct && q.tokens[e].lower == "?"
}

// sourceIn gives the source of a cue in a sentence of q, -1 when there is none.
func (p *page) sourceIn(q *paragraph, sentence int) int {
	for c := range q.cuesIn(sentence) {
		if x := &q.cues[c]; q.tokens[x.token].sentence == sentence && x.source >= 0 && q.mentions[x.source].figure >= 0 {
			return x.source
		}
	}
	return -1
}

func (p *page) lastCue(q *paragraph, sentence int) int {
	lo, hi := q.cuesOf(sentence)
	for c := hi - 1; c >= lo; c-- {
		if q.tokens[q.cues[c].token].sentence == sentence {
			return c
		}
	}
	return -1
}

// inDialogue decides on a line of dialogue without a narrator: of two who speak
// in turn, the other one.
func (p *page) inDialogue(q *paragraph, v verdict, k int, past []verdict) verdict {
	if k > q.first {
		w := &past[k-1]
		v.figure, v.paragraph, v.mention, v.sure, v.follows = w.figure, w.paragraph, w.mention, min(w.sure, sureGoesOn), true
		return v
	}
	one := -1
	for j := k - 1; j >= 0 && p.speeches[j].paragraph >= q.n-3 && p.speeches[j].dashed; j-- {
		f := past[j].figure
		switch {
		case past[j].why != "":
		case past[j].self && j == k-1:
			one = -2
		case f < 0:
			return v
		case one == -2:
			v.figure, v.paragraph, v.mention, v.sure = f, past[j].paragraph, past[j].mention, sureImplied
			return v
		case one < 0:
			if p.speeches[j].paragraph != q.n-1 {
				return v
			}
			one = f
		case f != one:
			v.figure, v.paragraph, v.mention, v.sure = f, past[j].paragraph, past[j].mention, sureImplied
			return v
		}
	}
	return v
}

// narratorAsks reports whether the author speaks in the words behind ts[last].
func (p *page) narratorAsks(q *paragraph, last int) bool {
	ts := q.tokens
	for k := last + 1; k < len(ts) && k < last+6 && ts[k].kind != said && ts[k].lower != "."; k++ {
		if ts[k].kind == word && ts[k].is.Is(language.Self) && !ts[k].is.Is(language.Oblique) {
			return true
		}
	}
	return false
}
