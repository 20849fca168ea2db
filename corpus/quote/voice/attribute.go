package voice

import (
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// verdict is what is decided on one speech.
type verdict struct {
	why       string // why nobody said it, "" when somebody did
	mixed     bool
	paragraph int // of the mention that names who speaks
	mention   int // -1 when nobody is named
	figure    int // who speaks, -1 when that is unclear
	cue       int // index in the paragraph's cues, -1 for none
	denied    bool
	sure      float64
	via       string
	follows   bool // it goes on with the speech before
	self      bool // the author says it: "спрашиваю я"
}

// How sure a way of finding the speaker is: the share that was right in the
// articles of our own and those of the shown set, rounded down.
const (
	sureNamed   = 0.95 // a verb next to the speech has a name for its subject
	sureMeant   = 0.9  // a pronoun or a role
	sureGoesOn  = 0.9  // the speaker of the sentence before goes on
	sureColon   = 0.85 // the subject of the sentence before a colon
	sureImplied = 0.7  // the subject of the sentence before, which does not say that it speaks
)

// fewWords is the length up to which words in marks may be a term.
const fewWords = 4

// attribute decides on speech k.
func (p *page) attribute(q *paragraph, k int, past []verdict) verdict {
	v := p.decide(q, k, past)
	if v.figure >= 0 && p.x.Postposed {
		// "Su prima", "el héroe": whoever that is, a name is missing.
		if f := p.figures[v.figure]; f.vague && !f.named {
			v.figure = -1
		}
	}
	return v
}

// decide is attribute before a last look at who was found.
func (p *page) decide(q *paragraph, k int, past []verdict) verdict {
	s := &p.speeches[k]
	v := verdict{paragraph: q.n, mention: -1, figure: -1, cue: -1}
	first, last := s.tokens[0], s.tokens[len(s.tokens)-1]
	alone := p.alone(q, s, first, last)
	v.mixed = !alone
	if p.x.Postposed && p.inserted(q, s, first, last) {
		v.why = "title"
		return v
	}
	if c := p.cueBehind(q, s, first, last); c >= 0 && !(s.dashed && p.narratorAsks(q, last)) {
		return p.credit(q, v, c)
	}
	ts := q.tokens
	if first > 0 && ts[first-1].kind == punct && ts[first-1].lower == ":" || first > 1 && ts[first-1].kind == dash && ts[first-2].lower == ":" {
		return p.colon(q, v, s, first, past)
	}
	if s.dashed {
		if v.self = p.narratorAsks(q, last); v.self {
			return v
		}
		return p.inDialogue(q, v, k, past)
	}
	if !alone {
		return p.fragment(q, v, s, first, last, past)
	}
	if c := p.cueBefore(q, first); c >= 0 {
		return p.credit(q, v, c)
	}
	return p.stands(q, v, k, first, past)
}

// cueBefore gives the cue right before the comma before ts[first]: "Er sagt,
// „…“"; -1 when there is none.
func (p *page) cueBefore(q *paragraph, first int) int {
	ts := q.tokens
	if first < 2 || ts[first-1].lower != "," || ts[first-1].sentence != ts[first].sentence {
		return -1
	}
	lo, hi := q.cuesOf(ts[first].sentence)
	for c := hi - 1; c >= lo; c-- {
		x := &q.cues[c]
		if x.token < first && x.token >= first-5 && ts[x.token].sentence == ts[first].sentence && !x.is.Is(language.Cry) {
			for k := x.token; k < first; k++ {
				if ts[k].kind == said {
					return -1
				}
			}
			return c
		}
	}
	return -1
}

// alone reports whether s is a whole utterance, no part of a sentence around it.
func (p *page) alone(q *paragraph, s *speech, first, last int) bool {
	ts := q.tokens
	if s.dashed {
		return true
	}
	if !s.capital && (len(s.parts) == 1) {
		// "…", sagte er, "und dann"
		return first > 0 && ts[first-1].lower == "," && k0(ts, first) || first == 0 || first > 0 && ts[first-1].lower == ":"
	}
	if first == 0 || ts[first].sentence != ts[first-1].sentence || ts[first-1].kind == said {
		if last+1 >= len(ts) || ts[last+1].sentence != ts[last].sentence {
			return true
		}
		n := &ts[last+1]
		return n.kind != word || len(s.parts) > 1 || stops(s.ending) || s.ending == "," || n.is.Is(language.Reports)
	}
	switch b := &ts[first-1]; {
	case b.kind == punct && (b.lower == ":" || b.lower == "," && s.capital), b.kind == dash:
		return true
	}
	return false
}

// k0 reports whether another speech stands in the sentence before ts[i].
func k0(ts []token, i int) bool {
	for j := i - 1; j >= 0 && ts[j].sentence == ts[i].sentence; j-- {
		if ts[j].kind == said {
			return true
		}
	}
	return false
}

// cueBehind gives the cue that stands behind a part of s and says who speaks,
// -1 when there is none.
func (p *page) cueBehind(q *paragraph, s *speech, first, last int) int {
	ts := q.tokens
	for _, t := range s.tokens {
		if len(s.tokens) > 1 && t == last {
			break // what follows belongs to the last part only when no narrator spoke inside
		}
		if c := p.cueFrom(q, s, t); c >= 0 {
			return c
		}
	}
	if len(s.tokens) > 1 {
		if c := p.cueFrom(q, s, last); c >= 0 {
			return c
		}
	}
	_ = ts
	return -1
}

func (p *page) cueFrom(q *paragraph, s *speech, t int) int {
	ts := q.tokens
	i := t + 1
	comma := false
	for i < len(ts) && (ts[i].kind == dash || ts[i].kind == punct && ts[i].lower == ",") {
		comma = true
		i++
	}
	if i >= len(ts) || ts[i].sentence != ts[t].sentence && !comma && !s.dashed {
		return -1
	}
	if !comma && !s.dashed && s.ending != "," && !stops(s.ending) && s.ending != "?" && !s.capital {
		// A fragment: the sentence goes on.
		if !ts[i].is.Is(language.Reports) {
			return -1
		}
	}
	bare := !comma && !s.dashed && s.ending != "," && !stops(s.ending)
	for j := i; j < len(ts) && j < i+9 && !(bare && j > i) && ts[j].sentence == ts[i].sentence; j++ {
		if ts[j].kind == said {
			return -1
		}
		if ts[j].kind == punct && j > i {
			break
		}
		for c := range q.cuesIn(ts[j].sentence) {
			if x := &q.cues[c]; x.first == j || x.finite == j || x.token == j {
				if x.is.Is(language.Think) && x.how == plainly && j > i+3 {
					continue
				}
				return c
			}
		}
		if ts[j].is.Is(language.That|language.Subordinate) && !ts[j].is.Is(language.Adverb) {
			return -1
		}
	}
	if !comma && !s.dashed && s.ending != "," {
		return -1
	}
	return p.guess(q, i)
}

// guess takes an unknown verb at ts[i] with a subject right behind it, behind a
// speech and a comma, for one that tells how it was said: it makes a cue.
func (p *page) guess(q *paragraph, i int) int {
	ts := q.tokens
	if ts[i].kind != word || ts[i].capital || ts[i].is&^(language.Verb|language.Finite|language.Singular|language.Male|language.Female|language.Participle) != 0 {
		return -1
	}
	k := p.mentionFrom(q, i+1, 2)
	if k < 0 || !q.mentions[k].subject || q.mentions[k].is.Is(language.Plural) && !q.mentions[k].is.Is(language.Singular) {
		return -1
	}
	q.cues = append(q.cues, cue{token: i, finite: i, is: language.Cry, source: k, how: inverted, first: i, stop: q.mentions[k].stop})
	return len(q.cues) - 1
}

// credit gives the speech to the source of cue c.
func (p *page) credit(q *paragraph, v verdict, c int) verdict {
	x := &q.cues[c]
	v.cue = c
	v.denied = x.negated != x.is.Is(language.Deny)
	if x.is.Is(language.Cry) {
		v.denied = false
	}
	if x.source < 0 {
		if x.nobody {
			for k := range q.cuesIn(q.tokens[x.token].sentence) { // "говорится в письме за подписью X"
				if y := &q.cues[k]; y.how == accord && y.source >= 0 && y.token > x.token && q.tokens[y.token].sentence == q.tokens[x.token].sentence {
					v.cue = k
					return p.by(q, v, q.n, y.source)
				}
			}
			return v
		}
		return p.dropped(q, v, x)
	}
	return p.by(q, v, q.n, x.source)
}

// by gives the speech to a mention.
func (p *page) by(q *paragraph, v verdict, n, k int) verdict {
	r := &p.paragraphs[n]
	m := &r.mentions[k]
	v.paragraph, v.mention, v.figure = n, k, m.figure
	v.sure = sureMeant
	if m.kind == name {
		v.sure = sureNamed
	}
	if m.figure < 0 {
		return v
	}
	f := p.figures[m.figure]
	if f.named {
		return v
	}
	switch {
	case m.is.Is(language.Plural) && !m.is.Is(language.Singular), p.nameless(r, m), f.vague:
		v.figure = -1
	case f.person && !f.new && !(p.x.Articles && m.stop > m.role[1]):
		// "der Angeklagte", of whom the article says nothing more that is
		// understood here: he may have a name in it.
		v.figure = -1
	}
	return v
}

// nameless reports whether the sentence of m says that m wants no name printed.
func (p *page) nameless(q *paragraph, m *mention) bool {
	ts := q.tokens
	for k := m.first; k < len(ts) && k < m.stop+12 && ts[k].sentence == ts[m.first].sentence; k++ {
		if ts[k].is.Is(language.Nameless) {
			return true
		}
	}
	return false
}

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
		if k := p.topic(q, s); k >= 0 && p.figures[q.mentions[k].figure].person && (s < at || q.mentions[k].stop <= x.first || x.how == dropped && s == at) {
			v = p.by(q, v, q.n, k)
			v.sure = sureImplied
			return v
		}
	}
	if f := p.latest(q, at); f >= 0 {
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
		if f := p.object(q, s); f >= 0 {
			return f
		}
	}
	if at > 2 || q.n < 2 {
		return -1
	}
	r := &p.paragraphs[q.n-1]
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
	if !p.x.Postposed {
		return false
	}
	for k := i - 1; k >= 0 && ts[k].sentence == ts[i].sentence && ts[k].kind != punct && ts[k].kind != dash && ts[k].kind != said; k-- {
		if ts[k].is.Is(language.That | language.Subordinate) {
			return true
		}
	}
	return false
}

// colon decides on a speech behind a colon.
func (p *page) colon(q *paragraph, v verdict, s *speech, first int, past []verdict) verdict {
	ts := q.tokens
	sentence := ts[first-1].sentence
	best := -1
	for c := range q.cuesIn(sentence) {
		if x := &q.cues[c]; x.token < first && ts[x.token].sentence == sentence {
			best = c
		}
	}
	if best >= 0 {
		v = p.credit(q, v, best)
		if v.figure >= 0 || q.cues[best].nobody || v.mention >= 0 {
			v.mixed = false
			v.sure = min(v.sure, sureMeant)
			return v
		}
	}
	v.mixed = false
	if k := p.topicBefore(q, sentence, first); k >= 0 && (p.figures[q.mentions[k].figure].person || best >= 0 || s.words > fewWords && !(p.x.Postposed && q.mentions[k].is.Is(language.Document))) {
		v = p.by(q, v, q.n, k)
		v.sure = sureColon
		return v
	}
	if p.x.Postposed && best < 0 {
		if q.nobodysLead(sentence, first) {
			return v
		}
		if b := &ts[max(0, first-2)]; b.kind == word && b.is.Is(language.Scare) {
			v.why = "title" // "une inscription : « … »"
			return v
		}
	}
	if p.x.Postposed && p.shortLead(q, first) {
		if f := p.answers(q, past); f >= 0 {
			v.figure, v.sure = f, sureImplied
			return v
		}
	}
	if first-p.sentenceStart(q, first) <= 3 || p.shortLead(q, first) || p.x.Postposed && p.x.DropsSubject && p.topicBefore(q, sentence, first) < 0 { // "Und weiter: «…»"
		if f := p.latest(q, sentence); f >= 0 {
			v.figure, v.sure = f, sureImplied
			return v
		}
	}
	if s.words <= fewWords && best < 0 && !(s.ending == "?") {
		v.why = "term"
	}
	return v
}

// shortLead reports whether only words without a noun phrase stand before the
// colon at ts[first-1].
func (p *page) shortLead(q *paragraph, first int) bool {
	for k := p.sentenceStart(q, first); k < first; k++ {
		if m := q.tokens[k].mention; m > 0 && !(p.x.Postposed && (!q.mentions[m-1].subject || q.mentions[m-1].is.Is(language.Document))) || q.tokens[k].kind == said {
			return false
		}
	}
	return first-p.sentenceStart(q, first) < 8
}

func (p *page) sentenceStart(q *paragraph, i int) int {
	k := i - 1
	for k > 0 && q.tokens[k-1].sentence == q.tokens[i-1].sentence {
		k--
	}
	return k
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
				v = p.by(q, v, q.n, n)
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
			if j := p.topic(q, n); j >= 0 && p.figures[q.mentions[j].figure].person {
				v = p.by(q, v, q.n, j)
				v.sure = sureImplied
				return v
			}
			if c := p.sourceIn(q, n); c >= 0 {
				v = p.by(q, v, q.n, c)
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
				return p.by(q, v, r.n, r.cues[c].source)
			}
			if j := p.topic(r, last); j >= 0 && p.figures[r.mentions[j].figure].person && r.end == r.first {
				v = p.by(q, v, r.n, j)
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
	if !p.x.Postposed || first != 0 || k == 0 || q.n < 2 || len(q.tokens) > 2 || p.speeches[k-1].paragraph != q.n-1 {
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
		if j := p.topic(q, s); j >= 0 && q.mentions[j].figure != f && p.figures[q.mentions[j].figure].person {
			return j
		} else if j >= 0 && q.mentions[j].figure == f {
			return -1
		}
	}
	return -1
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
