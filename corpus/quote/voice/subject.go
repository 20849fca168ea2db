package voice

import (
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// mentionFrom gives the mention that begins at ts[i] or a few words behind, with
// no verb between; -1 when none does.
func (p *page) mentionFrom(q *paragraph, i, within int) int {
	ts := q.tokens
	for k := i; k < len(ts) && k < i+within && ts[k].kind != punct && ts[k].kind != said; k++ {
		if m := ts[k].mention; m > 0 {
			return m - 1
		}
		if p.x.CapitalNouns && ts[k].capital {
			return -1 // a noun that is not known: "laut libanesischen Angaben"
		}
		if ts[k].is.Is(language.Finite | language.Auxiliary) {
			return -1
		}
	}
	return -1
}

// mentionEnding gives the mention that ends before ts[i], -1 when none does.
func (p *page) mentionEnding(q *paragraph, i int) int {
	if i > 0 && q.tokens[i-1].mention > 0 {
		return q.tokens[i-1].mention - 1
	}
	return -1
}

// subjectOf finds the subject of the verb of c.
func (p *page) subjectOf(q *paragraph, c *cue) {
	ts := q.tokens
	v := c.finite
	c.first, c.stop = min(v, c.token), max(v, c.token)+1
	for k := max(0, v-2); k < min(len(ts), v+3); k++ { // "habe ich gesagt", "я спросил"
		if ts[k].kind == word && ts[k].is.Is(language.Self) && ts[k].is.Is(language.Numbers) && ts[k].sentence == ts[v].sentence {
			c.how, c.nobody = dropped, true
			return
		}
	}
	number := ts[v].is & (language.Numbers | language.Genders)
	if k := p.subjectBehind(q, v, c.token); k >= 0 && p.agrees(q, k, number) {
		m := &q.mentions[k]
		if !p.directBefore(q, v) && !p.acted(q, v, k) {
			if k = p.nameOf(q, k, number); q.mentions[k].kind == name {
				m = &q.mentions[k]
			}
			c.source, c.how = k, inverted
			c.stop = max(c.stop, m.stop)
			if m.kind == pronoun && m.is&language.Genders == language.Neuter {
				c.nobody = true // "heißt es"
				p.documented(q, c)
				if c.nobody && c.source == k {
					if c.source = -1; !p.x.Postposed {
						p.sited(q, c)
					}
					if c.source < 0 {
						c.source = k
					}
				}
			}
			return
		}
	}
	if p.x.Postposed {
		// "aseguró que … y pidió": one subject for both.
		for b := c.first - 1; b >= max(0, c.first-2); b-- {
			if ts[b].kind != word || !ts[b].is.Is(language.And|language.Reflexive|language.Adverb|language.Negation) && ts[b].lower != "aunque" {
				break
			}
			if !ts[b].is.Is(language.And) && ts[b].lower != "aunque" {
				continue
			}
			for k := len(q.cues) - 1; k >= max(0, len(q.cues)-40); k-- {
				if x := &q.cues[k]; ts[x.token].sentence == ts[v].sentence && x.how != accord && x.source >= 0 && p.agrees(q, x.source, number) {
					c.source, c.how = x.source, carried
					return
				}
			}
		}
	}
	if k, crossed := p.subjectBefore(q, v); k >= 0 && p.agrees(q, k, number) {
		c.source, c.how = k, plainly
		if crossed {
			c.how = carried
		}
		if q.mentions[k].first < c.first && !crossed {
			c.first = q.mentions[k].first
		}
		return
	}
	if k := p.subjectBehind(q, v, c.token); k >= 0 && p.agrees(q, k, number) && !p.acted(q, v, k) {
		c.source, c.how = k, inverted
		c.stop = max(c.stop, q.mentions[k].stop)
		return
	}
	c.how = dropped
	if c.nobody = p.impersonal(q, c); c.nobody {
		p.documented(q, c)
		p.sited(q, c)
	}
}

// nameOf gives the name that stands behind the role of mention k and what it
// goes on with, "рассказала жительница дома на улице Мира Ирина Каллоуэй"; k
// when none does.
func (p *page) nameOf(q *paragraph, k int, number language.Class) int {
	ts := q.tokens
	m := &q.mentions[k]
	if p.x.Genitive == nil || m.kind != noun || !m.is.Is(language.Role) {
		return k
	}
	for i, j := m.stop, k+1; i < len(ts) && i < m.stop+12 && ts[i].sentence == ts[m.first].sentence && j < len(q.mentions); i++ {
		t := &ts[i]
		if t.kind == punct || t.kind == dash || t.kind == said && p.speeches[t.speech].words > fewWords || t.is.Is(language.Finite|language.Verb|language.That|language.Subordinate) {
			break
		}
		if t.mention == 0 || t.mention-1 < j {
			continue
		}
		j = t.mention - 1
		if n := &q.mentions[j]; n.kind == name && n.role[1] == n.role[0] && len(q.nameParts(n)) > 1 && p.given(&ts[n.name[0]]) && !p.obliqueName(q.nameParts(n)) && p.agrees(q, j, number) {
			n.subject = true
			return j
		}
	}
	return k
}

// documented gives the content of "in der Studie heißt es" to the study.
func (p *page) documented(q *paragraph, c *cue) {
	if !p.x.Articles {
		return // "в письме" has no basic form to show
	}
	for k := range q.mentionsIn(q.tokens[c.token].sentence) {
		m := &q.mentions[k]
		if q.tokens[m.head].sentence == q.tokens[c.token].sentence && m.kind != pronoun && m.is.Is(language.Document) && m.head < c.token+8 {
			c.source, c.how, c.nobody = k, inverted, false
			if s := q.tokens[c.token].sentence; p.x.CapitalNouns && m.opening.Is(language.Indefinite) && m.stop == m.role[1] {
				for b := range 2 { // "Die Reederei zeigte sich erschüttert. „…“, heißt es in einer Mitteilung."
					if j := p.bodyOf(q, s-1-b); j >= 0 {
						c.source = j
						break
					}
				}
			}
			return
		}
	}
}

// bodyOf gives the body that is the subject of a sentence of q, -1 for none.
func (p *page) bodyOf(q *paragraph, sentence int) int {
	if sentence < 0 {
		return -1
	}
	for k := range q.mentionsIn(sentence) {
		if m := &q.mentions[k]; m.subject && m.kind != pronoun {
			if m.is.Is(language.Body) {
				return k
			}
			return -1
		}
	}
	return -1
}

// cited gives c to its object: "цитирует «Интерфакс» замминистра Регину
// Дольскую", "zitierte die Agentur den Minister".
func (p *page) cited(q *paragraph, c *cue) bool {
	for k := range q.mentionsIn(q.tokens[c.token].sentence) {
		m := &q.mentions[k]
		if m.first > c.token && m.first < c.token+8 && q.tokens[m.first].sentence == q.tokens[c.token].sentence && (!m.subject || p.x.Genitive != nil && m.role[1] > m.role[0]) && m.kind == name && !p.behindPreposition(q.tokens, m.first) {
			c.source, c.how, c.first, c.stop = k, inverted, c.token, m.stop
			return true
		}
		if p.x.Genitive != nil && m.kind == name && m.first > c.token+1 && m.first < c.token+5 && q.tokens[m.first].sentence == q.tokens[c.token].sentence && q.tokens[m.first-1].kind == word && !q.tokens[m.first-1].capital && !q.tokens[m.first-1].is.Is(language.Preposition|language.Reports) {
			c.source, c.how, c.first, c.stop = k, inverted, c.token, m.stop
			return true // "цитирует слова Каллоуэя ТАСС"
		}
	}
	if p.x.Genitive != nil {
		c.how, c.nobody = dropped, true
		c.first, c.stop = c.token, c.token+1
		return true
	}
	return false
}

// impersonal reports whether nobody in particular is the subject of c: "hieß
// es", "man sagt", "говорят".
func (p *page) impersonal(q *paragraph, c *cue) bool {
	ts := q.tokens
	v := c.finite
	if n := ts[v].is & language.Numbers; n == language.Plural || ts[v].is&language.Genders == language.Neuter {
		return true
	}
	if p.x.DropsSubject && p.x.Postposed && v > 0 && ts[v-1].is.Is(language.Reflexive) && !ts[v-1].is.Is(language.Oblique) && c.is.Is(language.Say) && !c.is.Is(language.Cry) && c.token == v {
		return true // "se insiste en que"
	}
	if v > 0 && ts[v-1].is.Is(language.Reflexive) && p.x.Impersonal[ts[v-1].lower+" "+ts[v].lower] {
		return true // "se lee"
	}
	from, to := max(0, v-3), min(len(ts), v+4)
	if p.x.Postposed { // "Admitió, eso sí, que …"
		for k := v - 1; k >= from; k-- {
			if ts[k].kind == punct {
				from = k
			}
		}
		for k := v + 1; k < to; k++ {
			if ts[k].kind == punct {
				to = k
			}
		}
	}
	for k := from; k < to; k++ {
		if p.x.Postposed && ts[k].is.Is(language.Indefinite) && k != v-1 && k != v+1 {
			continue // "respondió con una fórmula"
		}
		if ts[k].kind == word && ts[k].sentence == ts[v].sentence && ts[k].is.Is(language.Self|language.Indefinite) && ts[k].mention == 0 {
			return true
		}
		if ts[k].kind == word && ts[k].is.Is(language.Pronoun) && ts[k].is&language.Genders == language.Neuter {
			return true
		}
	}
	return p.x.Articles && !p.x.DropsSubject
}

// agrees reports whether mention k may be the subject of a verb of the classes
// is, by number and gender.
func (p *page) agrees(q *paragraph, k int, is language.Class) bool {
	m := &q.mentions[k]
	n := m.is & language.Numbers
	if m.kind == name && !m.is.Is(language.Plural) {
		n = language.Singular
	}
	if number := is & language.Numbers; number != 0 && n != 0 && n&number == 0 {
		return false
	}
	g := m.is
	switch {
	case m.kind == name:
		g = m.sex
	case m.kind == noun && m.is.Is(language.Role) && is.Is(language.Female):
		return true // "врач сказала"
	}
	return is&language.Genders == 0 || g&language.Genders == 0 || is&g&language.Genders != 0
}

// directBefore reports whether the phrase right before the verb ts[v] is its
// subject in all likelihood: nothing stands between, and it may be one.
func (p *page) directBefore(q *paragraph, v int) bool {
	ts := q.tokens
	k := bracket(ts, v-1)
	for k >= 0 && ts[k].kind == word && ts[k].mention == 0 && ts[k].is.Is(language.Adverb|language.Negation|language.Reflexive) {
		k--
	}
	if k < 0 || ts[k].sentence != ts[v].sentence || ts[k].mention == 0 {
		return false
	}
	m := &q.mentions[ts[k].mention-1]
	return m.subject && p.agrees(q, ts[k].mention-1, ts[v].is)
}

// acted reports whether mention k behind the verb ts[v] is its object rather
// than its subject: the subject stands before it and an insertion, "Calloway,
// qui n'a pas pris part, salue le travail", or what is behind is no speaker's
// word and no speech or clause comes before.
func (p *page) acted(q *paragraph, v, k int) bool {
	ts := q.tokens
	if !p.x.Postposed {
		return false
	}
	b := v - 1
	for b >= 0 && ts[b].kind == word && ts[b].mention == 0 && ts[b].is.Is(language.Adverb|language.Negation|language.Reflexive|language.Auxiliary|language.And) && ts[b].sentence == ts[v].sentence {
		b--
	}
	if b > 0 && ts[b].lower == "," && ts[b].sentence == ts[v].sentence {
		j := b - 1
		for j > 0 && ts[j].kind != punct && ts[j].kind != said && ts[j].sentence == ts[v].sentence {
			j--
		}
		if ts[j].lower == "," && j > 0 && ts[j-1].mention > 0 && q.mentions[ts[j-1].mention-1].subject && p.agrees(q, ts[j-1].mention-1, ts[v].is) {
			n := &ts[j+1]
			return n.mention > 0 && q.mentions[n.mention-1].kind == noun || n.kind == number || n.is.Is(language.Subordinate|language.Preposition|language.Opening)
		}
		return false
	}
	m := &q.mentions[k]
	return m.kind == noun && m.is.Is(language.Document) && (b < 0 || ts[b].sentence != ts[v].sentence || ts[b].kind == word) &&
		(m.stop >= len(ts) || !ts[m.stop].is.Is(language.That) && ts[m.stop].lower != ":")
}

// subjectBehind looks for the subject behind the verb ts[v], up to where its
// clause ends; part is the participle that belongs to it.
func (p *page) subjectBehind(q *paragraph, v, part int) int {
	ts := q.tokens
	fallback := -1
	for k, n := v+1, 0; k < len(ts) && n < 14 && ts[k].sentence == ts[v].sentence; n++ {
		t := &ts[k]
		switch {
		case t.kind == said && k == v+1 && p.speeches[t.speech].words <= fewWords: // "сказала «Вечерней почте» директор"
		case p.x.Postposed && t.lower == "," && k-v >= 2 && k-v <= 4 && ts[k-1].kind == word && ts[k-2].is.Is(language.Possessive|language.Definite) && k+1 < len(ts) && ts[k+1].mention > 0 && q.mentions[ts[k+1].mention-1].kind == name:
			// "reconnaît sa codécouvreuse, Ines Calloway"
		case p.x.Postposed && t.lower == "," && p.namedBehind(q, v, k) >= 0:
			return p.namedBehind(q, v, k)
		case t.kind == said || t.kind == dash || t.kind == punct:
			return fallback
		case t.mention > 0:
			m := &q.mentions[t.mention-1]
			if p.x.CapitalNouns && m.kind == pronoun && m.is&language.Genders == language.Neuter && k == v+1 && m.stop < len(ts) && ts[m.stop].mention > 0 && q.mentions[ts[m.stop].mention-1].kind == name && q.mentions[ts[m.stop].mention-1].subject {
				k = m.stop // "Ähnlich sieht es Oak"
				continue
			}
			if m.subject && fallback < 0 && p.hanging(q, m, v) {
				fallback = t.mention - 1
				k = m.stop
				continue
			}
			if m.subject && (!p.passedOn(q, m) || !p.x.Postposed && p.asClause(q, v)) {
				return t.mention - 1
			}
			k = m.stop
			continue
		case t.kind == word && (t.is.Is(language.That|language.Subordinate) || k != part && t.is.Is(language.Finite|language.Auxiliary) && !t.is.Is(language.Participle|language.Preposition|language.Infinite)):
			return fallback
		}
		k++
	}
	return fallback
}

// hanging reports whether the name m may go on with a noun behind a preposition,
// and so be no subject of the verb ts[v]: "заявил в интервью Fox министр".
func (p *page) hanging(q *paragraph, m *mention, v int) bool {
	ts := q.tokens
	if p.x.Genitive == nil || m.kind != name || m.role[1] > m.role[0] || len(q.nameParts(m)) > 1 || m.first < v+3 {
		return false
	}
	b := &ts[m.first-1]
	if b.kind != word || b.capital || b.is != 0 && !b.is.Is(speakers) {
		return false
	}
	return ts[m.first-2].is.Is(language.Preposition) || m.first > v+3 && ts[m.first-3].is.Is(language.Preposition)
}

// namedBehind gives the name behind the comma ts[k] that is in apposition to an
// unknown noun with an article behind the verb ts[v]: "dit la timonière du
// Margot, Ines Calloway". -1 for none.
func (p *page) namedBehind(q *paragraph, v, k int) int {
	ts := q.tokens
	if k+1 >= len(ts) || ts[k+1].mention == 0 {
		return -1
	}
	m := &q.mentions[ts[k+1].mention-1]
	if m.kind != name || m.first != k+1 || len(q.nameParts(m)) < 2 || m.stop < len(ts) && ts[m.stop].kind == word && ts[m.stop].sentence == ts[v].sentence {
		return -1
	}
	for j := v + 1; j < k; j++ {
		if ts[j].is.Is(language.Definite|language.Possessive) && ts[j].mention == 0 && (j == v+1 || !ts[j-1].is.Is(language.Preposition)) {
			return ts[k+1].mention - 1
		}
	}
	return -1
}

// passedOn reports whether m is an agency or a paper to which somebody speaks,
// and which stands where a subject may stand: "рассказал ТАСС капитан".
func (p *page) passedOn(q *paragraph, m *mention) bool {
	for k := m.first; k < m.stop; k++ {
		if q.tokens[k].is.Is(language.Agency) {
			return true
		}
	}
	return false
}

// subjectBefore looks for the subject before the verb ts[v]; crossed tells that
// another verb stands between.
func (p *page) subjectBefore(q *paragraph, v int) (at int, crossed bool) {
	ts := q.tokens
	number := ts[v].is & (language.Numbers | language.Genders)
	far := -1
	for k, n := v-1, 0; k >= 0 && n < 40 && ts[k].sentence == ts[v].sentence; n++ {
		if j := bracket(ts, k); j < k {
			k = j
			continue
		}
		t := &ts[k]
		switch {
		case t.kind == said:
			return far, true
		case t.mention > 0:
			m := &q.mentions[t.mention-1]
			k = m.first - 1
			if m.subject && p.agrees(q, t.mention-1, number) && !p.passedOn(q, m) {
				if !crossed {
					return t.mention - 1, false
				}
				far = t.mention - 1
			}
			continue
		case t.kind == punct && t.lower == ",":
			// An insertion: go on before it when a mention ends there.
			if j := p.insertion(q, k); j >= 0 && !crossed {
				k = j
				continue
			}
		case t.kind == punct && (t.lower == ":" || t.lower == ";"):
			return far, crossed
		case t.kind == word && t.is.Is(language.That):
			if far < 0 {
				return -1, crossed
			}
			return far, crossed
		case t.kind == word && t.is.Is(language.Finite|language.Auxiliary|language.Verb) && !t.is.Is(language.Adverb|language.Preposition) && (!t.is.Is(language.Participle|language.Infinite) || p.x.CapitalNouns):
			crossed = true
		}
		k--
	}
	return far, crossed
}

// insertion gives the comma where the insertion that ends at the comma ts[k]
// begins, when a mention stands right before that comma; -1 otherwise.
func (p *page) insertion(q *paragraph, k int) int {
	ts := q.tokens
	for j := k - 1; j > 0 && k-j < 30 && ts[j].sentence == ts[k].sentence; j-- {
		if ts[j].kind == said || ts[j].kind == punct && ts[j].lower != "," {
			return -1
		}
		if ts[j].kind == punct && ts[j].lower == "," && ts[j-1].mention > 0 && q.mentions[ts[j-1].mention-1].subject {
			return j
		}
	}
	return -1
}

// bracket gives the token before the brackets that end at ts[k], k when none do:
// "Oak (SPD) sagte".
func bracket(ts []token, k int) int {
	if k < 0 || ts[k].lower != ")" {
		return k
	}
	for j := k - 1; j >= 0 && k-j < 8; j-- {
		if ts[j].lower == "(" {
			return j - 1
		}
	}
	return k
}
