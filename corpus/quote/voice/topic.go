package voice

import (
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// dropped gives the speech to whom the text speaks of where x has no subject.
func (p *page) dropped(q *paragraph, v verdict, x *cue) verdict {
	if x.figure >= 0 {
		v.figure, v.sure = x.figure, sureImplied
		return v
	}
	if p.x.Postposed {
		return v
	}
	at := q.tokens[x.token].sentence
	for s := at; s >= 0 && s >= at-2; s-- {
		if k := p.topic(q, s); k >= 0 && p.figures[q.mentions[k].figure].person && agree(p.figures[q.mentions[k].figure].sex, x.owner) && (s < at || q.mentions[k].stop <= x.first || x.how == dropped && s == at && !q.tokens[x.token].is.Is(language.AccordNoun)) {
			v = p.by(v, q.n, k)
			v.sure = sureImplied
			return v
		}
	}
	if f := p.latest(q, at); f >= 0 && agree(p.figures[f].sex, x.owner) {
		v.figure, v.sure = f, sureImplied
	}
	return v
}

// omitted finds whom the text speaks of where a verb of q drops its subject.
func (p *page) omitted(q *paragraph) {
	if !p.x.DropsSubject || !p.x.Postposed {
		return
	}
	for c := range q.cues {
		x := &q.cues[c]
		if x.source >= 0 || x.how != dropped || x.nobody {
			continue
		}
		at := q.tokens[x.token].sentence
		if p.unknownBefore(q, x.first) || x.first > 0 && q.tokens[x.first-1].is.Is(language.And) && q.starts[at]+3 < x.first && p.unknownBefore(q, q.starts[at]+3) {
			continue
		}
		if b := c - 1; b >= 0 && x.first > 0 && q.tokens[x.first-1].is.Is(language.And) && q.tokens[q.cues[b].token].sentence == at && q.cues[b].how != accord {
			if x.figure = q.cues[b].figure; q.cues[b].source >= 0 {
				x.figure = q.mentions[q.cues[b].source].figure
			}
			continue
		}
		if k := p.topicBefore(q, at, x.first); k >= 0 && p.figures[q.mentions[k].figure].person {
			x.figure = q.mentions[k].figure
			continue
		}
		if p.hangs(q, x.first) || x.first > 0 && q.tokens[x.first-1].is.Is(language.Accord) {
			// "… difundió una nota en la que lamenta …", "según declaró"
			if k := p.topicBefore(q, at, x.first); k >= 0 {
				x.figure = q.mentions[k].figure
			}
			continue
		}
		x.figure = p.latest(q, at)
	}
}

// latest gives the person of whom the text speaks before sentence at of q: who
// speaks in the sentence before or is its subject, else the one before that,
// into the paragraph before; -1 for nobody.
func (p *page) latest(q *paragraph, at int) int {
	for s := at - 1; s >= 0 && s >= at-3; s-- {
		if f := p.spokenOf(q, s); f >= 0 {
			return f
		}
		if p.somebodySays(q, s) {
			return -1
		}
		if f := p.object(q, s); f >= 0 {
			return f
		}
	}
	if at > 2 || q.n < 2 {
		return -1
	}
	r := &p.paragraphs[q.n-1]
	for p.x.Postposed && r.n > 1 && q.first < q.end && p.speeches[q.first].dashed && r.first < r.end && p.speeches[r.first].dashed && len(r.cues) == 0 && r.n > q.n-4 {
		r = &p.paragraphs[r.n-1] // lines of the dialogue that do not say who speaks
	}
	if len(r.tokens) == 0 {
		return -1
	}
	end := r.tokens[len(r.tokens)-1].sentence
	for s := end; s >= 0 && s >= end-2+at; s-- {
		if f := p.spokenOf(r, s); f >= 0 {
			return f
		}
	}
	return -1
}

// somebodySays reports whether somebody whose name is not known speaks in a
// sentence of q.
func (p *page) somebodySays(q *paragraph, sentence int) bool {
	if !p.x.Postposed {
		return false
	}
	for c := range q.cuesIn(sentence) {
		x := &q.cues[c]
		if x.how == accord || !x.is.Is(language.Say|language.Cry) {
			continue
		}
		if x.source >= 0 && q.mentions[x.source].kind != name || x.source < 0 && x.how == dropped && x.figure < 0 && p.unknownBefore(q, x.first) {
			return true
		}
	}
	return false
}

// unknownBefore reports whether the clause of the verb ts[i] begins with a noun
// phrase of which nothing is known, which may be its subject: "La timonière dit".
func (p *page) unknownBefore(q *paragraph, i int) bool {
	ts := q.tokens
	k := i - 1
	for k >= 0 && ts[k].sentence == ts[min(i, len(ts)-1)].sentence && ts[k].kind == word && !ts[k].is.Is(language.That|language.Subordinate|language.And) {
		k--
	}
	k++
	if k+1 >= i || ts[k].mention > 0 || !ts[k].is.Is(language.Definite|language.Indefinite|language.Possessive) || ts[k].is.Is(language.Pronoun) {
		return false
	}
	for n := k + 1; n < min(i, k+3); n++ {
		if ts[n].is.Is(language.Calendar | language.Adverb) {
			return false
		}
	}
	return ts[k+1].kind == word
}

// object gives the only person whom a sentence of q names, though not as its
// subject: "La cifra no convence a Ines Calloway." -1 for none and for several.
func (p *page) object(q *paragraph, sentence int) int {
	one := -1
	for k := range q.mentions {
		m := &q.mentions[k]
		if q.tokens[m.head].sentence != sentence || m.kind != name || m.figure < 0 || !p.figures[m.figure].person {
			continue
		}
		if one >= 0 && one != m.figure {
			return -1
		}
		one = m.figure
	}
	return one
}

// spokenOf gives the person who is the subject of a sentence of q or speaks in
// it, -1 for nobody.
func (p *page) spokenOf(q *paragraph, sentence int) int {
	for c := range q.cuesIn(sentence) {
		x := &q.cues[c]
		if q.tokens[x.token].sentence != sentence || x.how == accord {
			continue
		}
		f := x.figure
		if x.source >= 0 {
			if p.hangs(q, q.mentions[x.source].first) {
				continue
			}
			f = q.mentions[x.source].figure
		}
		if f >= 0 && (p.figures[f].person || x.is.Is(language.Say)) {
			return f
		}
	}
	if k := p.topic(q, sentence); k >= 0 && p.figures[q.mentions[k].figure].person {
		return q.mentions[k].figure
	}
	for k := q.speechFrom(p, sentence); k < q.end && k < len(p.past); k++ {
		s := &p.speeches[k]
		if q.tokens[s.tokens[0]].sentence > sentence {
			break
		}
		if v := &p.past[k]; v.why == "" && v.figure >= 0 && q.tokens[s.tokens[0]].sentence == sentence {
			return v.figure
		}
	}
	return -1
}

// hangs reports whether ts[i] stands in a clause behind a word that begins one
// which hangs on another: "cuando Calloway llegó".
func (p *page) hangs(q *paragraph, i int) bool {
	ts := q.tokens
	for k := i - 1; k >= 0 && ts[k].sentence == ts[i].sentence && ts[k].kind != punct && ts[k].kind != dash && ts[k].kind != said; k-- {
		if ts[k].is.Is(language.That | language.Subordinate) {
			return true
		}
	}
	return false
}

// topicBefore is topic of what stands before token i.
func (p *page) topicBefore(q *paragraph, sentence, i int) int {
	best := -1
	for k := range q.mentionsIn(sentence) {
		m := &q.mentions[k]
		if m.stop > i || q.tokens[m.head].sentence != sentence || !m.subject || m.figure < 0 || p.hangs(q, m.first) {
			continue
		}
		if p.figures[m.figure].person {
			return k
		}
		if best < 0 {
			best = k
		}
	}
	return best
}

// anaphor gives whom "ce vieil homme", "le héros du soir" or "la régidora" means:
// the named person of that kind and sex of whom the article spoke last, else the
// one of no known kind who is the subject of this sentence or of one of the two
// before, or speaks in it; -1 when that is not clear, and for a role with a
// complement when the person has another role.
func (p *page) anaphor(q *paragraph, m *mention, now int) int {
	if !p.x.Postposed || !m.is.Is(language.Role) || !m.opening.Is(language.Definite|language.Demonstrate) {
		return -1
	}
	kind := p.x.Kinds[q.tokens[q.roleHead(m)].lower]
	if m.is&(language.Male|language.Female) == 0 && m.opening.Is(language.Definite) && m.stop > m.role[1] {
		return -1
	}
	last := func(i int) int { return max(p.figures[i].subject, p.figures[i].quoted) }
	best, next, fits, others, unsure := -1, -1, false, 0, false
	for i, f := range p.lately() {
		if !f.person || !f.named || len(f.seen) == 0 || now-f.last > reach {
			continue
		}
		if !agree(f.sex, m.is) {
			continue
		}
		if now-last(i) <= 2 {
			others++
		}
		has := p.kindOf(f)
		fit := kind.Fits(has)
		if f.last == now && !m.subject {
			continue // "Calloway accuse le président": somebody else
		}
		if fit && !fits && best >= 0 && last(best) > last(i) || fits && !fit && has == 0 && last(i) > last(best) && now-last(i) <= 2 {
			unsure = true // somebody else came between
		}
		if kind&^language.Anybody != 0 && has != 0 && !fit {
			continue // "la magistrate" is not the nurse
		}
		if n := last(i); !fit && (n < 0 || now-n > 2) || fits && !fit || f.sex == 0 && !fit && kind == 0 {
			continue
		}
		switch {
		case best < 0 || fit && !fits || last(i) > last(best):
			if next = best; fit && !fits {
				next = -1
			}
			best, fits = i, fit
		default:
			next = i
		}
	}
	switch {
	case best < 0 || fits && unsure || next >= 0 && last(next) == last(best), p.figures[best].sex == 0 && others > 1:
		return -1
	case m.stop > m.role[1] && m.opening.Is(language.Definite) && len(p.figures[best].roles) > 0 && !fits:
		return -1
	}
	return best
}

// differ reports whether figure f cannot be what a noun for a person says.
func (p *page) differ(f int, head string) bool {
	kind, has := p.x.Kinds[head]&^language.Anybody, p.kindOf(p.figures[f])
	return kind != 0 && has != 0 && !kind.Fits(has)
}

// kindOf gives the kinds of person that the roles of f tell of.
func (p *page) kindOf(f *figure) (k language.Kind) {
	for _, r := range f.roles {
		k |= p.x.Kinds[r] &^ language.Anybody
	}
	return k
}
