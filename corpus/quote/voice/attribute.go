package voice

import (
	"slices"
	"strings"

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
	if p.entitled(q, s, first, last) {
		v.why = "term"
		return v
	}
	if c := p.cueBehind(q, s, last); c >= 0 && !(s.dashed && p.narratorAsks(q, last)) {
		return p.goesOn(q, p.credit(q, v, c), k, past)
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
	if c := p.between(q, first); c >= 0 {
		return p.credit(q, v, c)
	}
	if !alone {
		return p.fragment(q, v, s, first, last, past)
	}
	if c := p.cueBefore(q, first); c >= 0 {
		return p.credit(q, v, c)
	}
	if p.toldOtherwise(q, last) {
		return v
	}
	return p.stands(q, v, k, first, past)
}

// between gives the cue that stands with its source between commas right before
// ts[first]: "et, glisse-t-elle, « … »"; -1 when there is none.
func (p *page) between(q *paragraph, first int) int {
	ts := q.tokens
	if !p.x.Postposed || first < 4 || ts[first-1].lower != "," {
		return -1
	}
	for c := range q.cuesIn(ts[first].sentence) {
		x := &q.cues[c]
		if b := x.first - 1; x.how == inverted && x.source >= 0 && x.stop == first-1 && b > 0 && ts[b].lower == "," && ts[b-1].kind == word {
			return c
		}
	}
	return -1
}

// toldOtherwise reports whether the narrator goes on behind ts[last] and a comma
// in words that are not understood: "„…“, war zu hören".
func (p *page) toldOtherwise(q *paragraph, last int) bool {
	ts := q.tokens
	return !p.x.Postposed && last+2 < len(ts) && ts[last+1].lower == "," && ts[last+2].sentence == ts[last].sentence &&
		ts[last+2].kind == word && !ts[last+2].capital && ts[last+2].is.Is(language.Verb|language.Auxiliary|language.Finite)
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
		return n.kind != word || len(s.parts) > 1 || stops(s.ending) || s.ending == "," || n.is.Is(language.Reports) && (p.x.Genitive == nil || s.words > fewWords)
	}
	if n := last + 1; !p.x.Postposed && n < len(ts) && ts[n].sentence == ts[last].sentence && ts[n].kind == word && s.ending == "" && len(s.parts) == 1 && ts[first-1].lower == "," && !ts[n].is.Is(language.Reports) {
		return false // "например, «Дом» было бы"
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
func (p *page) cueBehind(q *paragraph, s *speech, last int) int {
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
				if x.is.Is(language.Think) && x.how == plainly && j > i+3 || p.bareInfinitive(q, x) {
					continue
				}
				return c
			}
		}
		if ts[j].is.Is(language.That|language.Subordinate) && !ts[j].is.Is(language.Adverb|language.As) {
			return -1
		}
	}
	if !comma && !s.dashed && s.ending != "," {
		return -1
	}
	return p.guess(q, i)
}

// bareInfinitive reports whether x is an infinitive that no verb leads to: "sans
// rien dire de plus".
func (p *page) bareInfinitive(q *paragraph, x *cue) bool {
	t := &q.tokens[x.token]
	return x.finite == x.token && t.is.Is(language.Infinite) && !t.is.Is(language.Finite|language.Participle) && p.x.Postposed
}

// guess takes an unknown verb at ts[i] with a subject right behind it, behind a
// speech and a comma, for one that tells how it was said: it makes a cue.
func (p *page) guess(q *paragraph, i int) int {
	ts := q.tokens
	if p.x.Postposed && i+2 < len(ts) && ts[i].is.Is(language.Reflexive) {
		i++ // "se desesperó"
	}
	if p.x.Postposed && i+2 < len(ts) && ts[i].is.Has(language.Auxiliary|language.Verb|language.Singular) && ts[i+1].kind == word && ts[i+1].is&^(language.Participle|language.Cry|language.Genders) == 0 && !ts[i+1].capital {
		i++ // "a tonné"
	}
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
					return p.by(v, q.n, y.source)
				}
			}
			return v
		}
		return p.dropped(q, v, x)
	}
	return p.by(v, q.n, x.source)
}

// goesOn gives speech k, of which v does not know who says it although its verb
// tells that somebody goes on, to who spoke before it in its paragraph.
func (p *page) goesOn(q *paragraph, v verdict, k int, past []verdict) verdict {
	if v.figure >= 0 || v.cue < 0 || k == q.first || !p.x.Postposed {
		return v
	}
	x := &q.cues[v.cue]
	f := past[k-1].figure
	if !x.is.Is(language.Again) || x.nobody || f < 0 || past[k-1].why != "" {
		return v
	}
	if v.mention >= 0 {
		m := &p.paragraphs[v.paragraph].mentions[v.mention]
		if m.kind == name || m.is.Is(language.Plural) && !m.is.Is(language.Singular) || m.opening.Is(language.Indefinite|language.Possessive) || !agree(p.figures[f].sex, m.is) ||
			m.kind == noun && p.differ(f, q.tokens[q.roleHead(m)].lower) {
			return v
		}
	}
	v.figure, v.sure = f, sureGoesOn
	return v
}

// by gives the speech to a mention.
func (p *page) by(v verdict, n, k int) verdict {
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
	case f.person && !f.new && !(p.x.Articles && (m.kind == noun && m.stop > m.role[1] || m.kind == pronoun && f.whole)):
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
		v = p.by(v, q.n, k)
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
	if best >= 0 && p.x.Postposed && p.unknownBefore(q, q.cues[best].first) {
		return v
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
	unknown, acts := 0, false
	for k := p.sentenceStart(q, first); k < first && !p.x.Postposed; k++ {
		if t := &q.tokens[k]; t.kind == word && t.is == 0 {
			unknown++
			acts = acts || !t.capital && slices.ContainsFunc(p.x.VerbEndings, func(e string) bool { return strings.HasSuffix(t.lower, e) })
		}
	}
	return first-p.sentenceStart(q, first) < 8 && (unknown < 2 || acts) // "На столе картонка: «…»"
}

func (p *page) sentenceStart(q *paragraph, i int) int {
	k := i - 1
	for k > 0 && q.tokens[k-1].sentence == q.tokens[i-1].sentence {
		k--
	}
	return k
}
