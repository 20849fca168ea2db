package voice

import (
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// cue is a word that tells that something is said, and by whom.
type cue struct {
	token   int            // the reporting word
	finite  int            // the finite verb: the word itself, or its auxiliary
	is      language.Class // Say, Think, Cry, Deny, Demand
	source  int            // index of the mention that says it, -1 when there is none
	how     how
	nobody  bool // nobody in particular says it: "hieß es", "отвечают"
	first   int  // the tokens of the cue with its source: what the narrator says
	stop    int
	negated bool
	owner   language.Class // of "по его словам": the sex of whose words they are
	figure  int            // of a verb without a subject: whom the text speaks of, -1 when that is unclear
}

// how says in what way a cue names its source.
type how uint8

const (
	none     how = iota
	inverted     // "sagte Calloway"
	plainly      // "Calloway sagte"
	accord       // "laut Calloway", "Calloway zufolge", "по словам Каллоуэя"
	carried      // the subject is that of the verb before: "und sagte"
	dropped      // no subject: whom the text speaks of
)

// cues finds the cues of q and their sources.
func (p *page) findCues(q *paragraph) {
	ts := q.tokens
	for i := range ts {
		t := &ts[i]
		if t.kind != word || p.namesOne(q, i) {
			continue
		}
		c := cue{token: i, finite: i, source: -1, figure: -1}
		switch {
		case t.is.Is(language.Accord|language.AccordAfter|language.AccordNoun) && p.accord(q, &c):
		case t.is.Is(language.Reports) && t.is.Is(language.Finite) && !p.adjectival(q, i):
			c.is = t.is
			if _, is := p.apart(q, i); is != 0 {
				c.is |= is // "rief … auf"
			}
			if a := p.auxiliaryOf(q, i); a >= 0 && t.is.Is(language.Participle|language.Infinite) && !(i > 0 && (ts[i-1].kind == punct || ts[i-1].kind == said)) {
				c.finite = a // "wird … bezweifelt", "a dit"
			}
			if c.is.Is(language.Cite) && p.cited(q, &c) {
				break
			}
			p.subjectOf(q, &c)
		case t.is.Is(language.Reports) && t.is.Is(language.Participle|language.Infinite):
			a := p.auxiliaryOf(q, i)
			if a < 0 {
				a = p.leads(q, i)
			}
			if a < 0 {
				continue
			}
			c.is, c.finite = t.is, a
			if p.passive(q, i, a) {
				c.how, c.nobody, c.first, c.stop = dropped, true, min(i, a), max(i, a)+1
				break
			}
			p.subjectOf(q, &c)
		case t.is.Is(language.Reports) && t.is.Is(language.Gerund):
			c.is, c.how, c.first, c.stop = t.is, carried, i, i+1
			if p.x.Postposed {
				c.source = p.besides(q, i)
			}
		default:
			apart, is := p.apart(q, i)
			if apart < 0 {
				continue
			}
			c.is = is
			p.subjectOf(q, &c)
			c.stop = max(c.stop, apart+1)
		}
		c.negated = p.negates(q, &c)
		q.cues = append(q.cues, c)
		if c.source >= 0 && c.how != accord && !t.is.Is(language.Gerund) {
			q.mentions[c.source].verb = c.finite
		}
	}
}

// besides gives whose doing the gerund ts[i] is: the source of the cue before it
// in its sentence, else the subject before it; -1 when there is none.
func (p *page) besides(q *paragraph, i int) int {
	ts := q.tokens
	if i > 0 && ts[i-1].mention > 0 {
		return ts[i-1].mention - 1 // "un discours de Calloway jugeant que …"
	}
	for k := len(q.cues) - 1; k >= 0 && ts[q.cues[k].token].sentence == ts[i].sentence; k-- {
		if x := &q.cues[k]; x.how != accord && (x.source >= 0 || x.how == dropped) {
			return x.source
		}
	}
	k, _ := p.subjectBefore(q, i)
	return k
}

// passive reports whether the participle ts[i] tells what is said of the subject
// of its auxiliary ts[a], not by it: "il a été observé que".
func (p *page) passive(q *paragraph, i, a int) bool {
	ts := q.tokens
	if p.x.Passive == nil || !ts[i].is.Is(language.Participle) || ts[i].is.Is(language.Finite) {
		return false
	}
	made := false
	for k := min(a, i); k < i; k++ {
		made = made || p.x.Passive[ts[k].lower]
		if ts[k].is.Is(language.Reflexive) {
			return false
		}
	}
	return made && !(a > 0 && ts[a-1].is.Is(language.Reflexive)) && !p.x.Impersonal[ts[i].lower]
}

// adjectival reports whether the form ts[i] of a verb stands before a noun and
// is no verb here: "das gesagte Wort".
func (p *page) adjectival(q *paragraph, i int) bool {
	ts := q.tokens
	return i > 0 && ts[i-1].is.Is(language.Opening) && !ts[i-1].is.Is(language.Pronoun) && i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].capital && p.x.CapitalNouns
}

// leads gives the verb that leads to the infinitive ts[i] by a preposition, behind
// a speech: "«…», se limitó a decir". -1 for none.
func (p *page) leads(q *paragraph, i int) int {
	ts := q.tokens
	if !p.x.Postposed || !ts[i].is.Is(language.Infinite) || i < 3 || !ts[i-1].is.Is(language.Preposition) {
		return -1
	}
	for k := i + 1; k < min(len(ts), i+4) && ts[k].kind != punct; k++ {
		if ts[k].kind == said {
			return i // "avant de parler d'« … »"
		}
	}
	for k := i - 2; !ts[i-2].is.Is(language.Preposition) && k >= max(0, i-6) && ts[k].sentence == ts[i].sentence; k-- {
		if ts[k].kind == said || ts[k].kind == punct && ts[k].lower == "," && k > 0 && ts[k-1].kind == said {
			return i - 2
		}
	}
	return -1
}

// heads reports whether the words for "for" at ts[i] and the person k behind them
// stand at the head of a sentence that is that person's view: "Pour X, …".
func (p *page) heads(q *paragraph, i, k int) bool {
	ts := q.tokens
	m := &q.mentions[k]
	return ts[i].first && m.first == i+1 && m.one() && (m.stop >= len(ts) || ts[m.stop].kind == punct && ts[m.stop].lower == ",")
}

// one reports whether m is words for one person.
func (m *mention) one() bool {
	return m.kind == name && !m.is.Is(language.Body|language.Group|language.Document) || m.kind == noun && m.is.Is(language.Role) && m.opening.Is(language.Definite) && !(m.is.Is(language.Plural) && !m.is.Is(language.Singular))
}

// namesOne reports whether the form ts[i] of a verb is a noun here: "le juge".
func (p *page) namesOne(q *paragraph, i int) bool {
	t := &q.tokens[i]
	if !p.x.Postposed || !t.is.Is(language.Reports) {
		return false
	}
	if t.mention == 0 {
		// "son souffle", "la relève": an article, and no subject before what may be
		// the verb's object as well.
		b := i - 1
		if b >= 0 && q.tokens[b].kind == word && q.tokens[b].is.Is(language.Preposition) && !q.tokens[b].is.Is(language.Reflexive|language.Auxiliary) && t.is.Is(language.Finite) && !t.is.Is(language.Participle) {
			return true // "en alerte"
		}
		return b >= 0 && q.tokens[b].kind == word && q.tokens[b].mention == 0 && q.tokens[b].is.Is(language.Opening) && !q.tokens[b].is.Is(language.Plural) && t.is.Is(language.Finite) && !t.is.Is(language.Participle) &&
			(!q.tokens[b].is.Is(language.Definite) || b == 0 || q.tokens[b-1].mention == 0 && !q.tokens[b-1].is.Is(language.Negation|language.That|language.Subordinate|language.Reflexive))
	}
	m := &q.mentions[t.mention-1]
	return m.kind != pronoun && m.role[0] <= i && i < m.role[1]
}

// apart looks for the word that makes the verb ts[i] a reporting one; -1 when
// there is none.
func (p *page) apart(q *paragraph, i int) (int, language.Class) {
	ts := q.tokens
	words := p.x.Split[ts[i].lower]
	if words == nil {
		return -1, 0
	}
	for k := i - 1; k >= max(0, i-3) && ts[k].sentence == ts[i].sentence && ts[k].kind == word && p.x.CapitalNouns; k-- {
		if c := words[ts[k].lower]; c.Is(language.Participle | language.Infinite) {
			return i, c // "hat deutlich gemacht"
		}
	}
	for k := i + 1; k < len(ts) && k < i+30 && ts[k].sentence == ts[i].sentence; k++ {
		if c := words[ts[k].lower]; c != 0 && ts[k].kind == word {
			return k, c
		}
		if ts[k].kind == word && ts[k].is.Is(language.That) {
			break
		}
	}
	return -1, 0
}

// auxiliaryOf gives the auxiliary of the participle or infinitive ts[i], -1 when
// there is none in its clause.
func (p *page) auxiliaryOf(q *paragraph, i int) int {
	ts := q.tokens
	reach := 4
	if p.x.CapitalNouns {
		reach = 14 // German has the participle at the end
	}
	for k := i - 1; k >= 0 && i-k <= reach && ts[k].sentence == ts[i].sentence; k-- {
		switch {
		case ts[k].kind == said || ts[k].kind == punct && ts[k].lower != "," || ts[k].kind == dash:
			return -1
		case ts[k].kind == word && ts[k].is.Is(language.Auxiliary):
			return k
		case ts[k].kind == punct && reach < 10, ts[k].is.Is(language.That | language.Subordinate):
			return -1
		}
	}
	if p.x.CapitalNouns && i+1 < len(ts) && ts[i+1].is.Is(language.Auxiliary) && ts[i].is.Is(language.Participle) {
		return i + 1 // "…, wie er gesagt hat"
	}
	return -1
}

// negates reports whether the verb of c is denied by a word next to it.
func (p *page) negates(q *paragraph, c *cue) bool {
	ts := q.tokens
	lo, hi := min(c.token, c.finite), max(c.token, c.finite)
	for k := max(0, lo-1); k <= min(len(ts)-1, hi+1); k++ {
		if ts[k].kind == word && ts[k].is.Is(language.Negation) && ts[k].sentence == ts[lo].sentence {
			return true
		}
	}
	if p.x.CapitalNouns { // "sagte das nicht"
		for k := hi + 1; k < len(ts) && k < hi+6 && ts[k].kind == word; k++ {
			if ts[k].is.Is(language.Negation) && (k+1 >= len(ts) || ts[k+1].kind == punct) {
				return true
			}
		}
	}
	return false
}

// accord reads c as words that name a source: "laut X", "X zufolge", "nach
// Angaben von X", "по словам X", "so X".
func (p *page) accord(q *paragraph, c *cue) bool {
	ts := q.tokens
	i := c.token
	t := &ts[i]
	c.is, c.how, c.first = language.Say, accord, i
	switch {
	case t.is.Is(language.AccordAfter):
		k := p.mentionEnding(q, i)
		if k < 0 {
			return false
		}
		c.source, c.first, c.stop = k, q.mentions[k].first, i+1
		return true
	case t.is.Is(language.Accord):
		if t.is.Is(language.Adverb) { // "so": only behind what is said
			if i == 0 || ts[i-1].kind != said && ts[i-1].lower != "," && ts[i-1].kind != dash || i+1 < len(ts) && ts[i+1].is.Is(language.That|language.Subordinate) {
				return false
			}
		}
		if i+1 < len(ts) && ts[i+1].is.Is(language.Reports) && ts[i+1].mention == 0 {
			return false // "según declaró"
		}
		k := p.mentionFrom(q, i+1, 3)
		if k < 0 || t.is.Is(language.AccordFirst) && !p.heads(q, i, k) {
			return false
		}
		if t.is.Is(language.Adverb) && q.mentions[k].first != i+1 && !ts[i+1].is.Is(language.Opening) {
			return false
		}
		c.source, c.stop = k, q.mentions[k].stop
		return true
	}
	// A noun behind a preposition, with perhaps "his" between.
	if t.is.Is(language.AccordFirst) && (i == 0 || !ts[i-1].first && (i < 2 || ts[i-2].lower != ",")) {
		return false // "están de acuerdo con Calloway"
	}
	k := i - 1
	for k >= 0 && i-k < 4 && ts[k].kind == word && !ts[k].is.Is(language.Preposition) {
		if m := ts[k].mention; p.x.Postposed && m > 0 && q.mentions[m-1].stop > i { // "son avis", "cet avis"
			if !ts[k].is.Is(language.Possessive) {
				return false
			}
			c.source = -2
		} else if m > 0 && q.mentions[m-1].kind != pronoun {
			c.source = m - 1 // "nach Oaks Worten"
		} else if m > 0 || ts[k].is.Is(language.Possessive) {
			c.source = -2
		}
		k--
	}
	if k < 0 || i-k >= 4 || ts[k].kind != word || !ts[k].is.Is(language.Preposition) {
		c.source = -1
		return false
	}
	if p.x.Postposed && c.source == -2 && !ts[k].first && (k == 0 || ts[k-1].kind != punct) {
		c.source = -1
		return false // "sans tenir compte de son avis"
	}
	c.first = k
	c.stop = i + 1
	if c.source >= 0 {
		return true
	}
	if c.source == -2 && p.x.CapitalNouns { // "nach eigenen Angaben": of the subject
		c.source = -1
		for m := range q.mentionsIn(ts[i].sentence) {
			if x := &q.mentions[m]; x.subject && x.kind != pronoun && ts[x.head].sentence == ts[i].sentence {
				c.source = m
				return true
			}
		}
		return false
	}
	if c.source == -2 { // "по его словам": whom the text speaks of
		c.source, c.how = -1, dropped
		for j := c.first; j < i; j++ {
			c.owner |= p.x.Owners[ts[j].lower]
		}
		return true
	}
	if i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].is.Is(language.Subordinate) { // "X, по мнению которого"
		for j := k - 1; j >= 0 && j >= k-2; j-- {
			if ts[j].mention > 0 {
				c.source, c.stop = ts[j].mention-1, i+2
				return true
			}
		}
	}
	m := p.mentionFrom(q, i+1, 3)
	if m < 0 {
		return false
	}
	c.source, c.stop = m, q.mentions[m].stop
	return true
}
