package voice

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// How many sentences back a pronoun or a role may mean somebody.
const reach = 9

// resolve tells of mention k of q who it is. Those before it in the article have
// been resolved.
func (p *page) resolve(q *paragraph, k int) {
	m := &q.mentions[k]
	switch m.kind {
	case name:
		f := p.who(q, m)
		if parts := q.nameParts(m); p.x.Sex != nil && f >= 0 && len(parts) == 1 && p.figures[f].sex != 0 && len(p.figures[f].surnames) > 0 && p.figures[f].given != parts[0] && !slices.Contains(p.figures[f].surnames, parts[0]) {
			m.subject = false // "Каллоуэева" of a man
		}
		p.note(q, m, f)
		p.apposed(q, k)
	case noun:
		if p.x.Postposed && p.leading(q, k) {
			return // the name behind it tells who it is
		}
		if k > 0 && q.mentions[k-1].kind == name && p.apposes(q, &q.mentions[k-1], m) {
			p.note(q, m, q.mentions[k-1].figure)
			if f := p.figures[m.figure]; p.x.Postposed && f.named && !f.body && !p.x.Places[f.given] {
				f.person = true
			}
			return
		}
		p.note(q, m, p.described(q, m))
	case pronoun:
		if p.x.Postposed && k > 0 && p.emphatic(q, &q.mentions[k-1], m) {
			p.note(q, m, q.mentions[k-1].figure)
			return
		}
		p.note(q, m, p.meant(q, m))
	}
}

// agree reports whether somebody of a sex may be meant by a word of classes is.
func agree(sex, is language.Class) bool {
	const both = language.Male | language.Female
	return sex == 0 || is&both == 0 || sex&is != 0
}

// described gives the figure that a description means: one of whom the article
// says the same, the one it speaks of, or a new one.
func (p *page) described(q *paragraph, m *mention) int {
	ts := q.tokens
	now := p.global + ts[m.head].sentence
	head := ts[q.roleHead(m)].lower
	fresh := m.opening.Is(language.Indefinite) || ts[m.first].is.Is(language.Other)
	plural := m.is.Is(language.Plural) && !m.is.Is(language.Singular)
	if m.is.Is(language.Honorific) && !m.is.Is(language.Role) || p.x.Articles && m.opening == 0 && m.kind == noun && m.is.Is(language.Role) && !m.is.Is(language.Plural) && ts[m.first].kind == word && !ts[m.first].first {
		return -1 // "er ist Rentner"
	}
	best := -1
	if !fresh {
		for i, f := range p.lately() {
			if len(f.seen) == 0 || p.x.Articles && !agree(f.sex, m.is) || f.person != m.is.Is(language.Role) {
				continue
			}
			if p.x.Postposed && p.conflicts(q, f, m, now) {
				continue
			}
			of, _ := q.complementOf(m)
			for _, r := range f.roles {
				if !p.x.Postposed && f.person && f.named && of != "" && of != f.of && (f.of != "" || r != head && p.x.Offices[r] != "") {
					continue // "наставник соперников" and "тренер"
				}
				if (r == head || p.sameRole(r, head) && agree(f.sex, m.is)) && (best < 0 || f.last >= p.figures[best].last) {
					best = i
				}
			}
		}
		if best >= 0 {
			if o := p.rival(now, best, m); o {
				return -1
			}
			return best
		}
	}
	if f := p.anaphor(q, m, now); f >= 0 && !fresh && !plural {
		return f
	}
	if !fresh && best < 0 && !m.is.Is(language.Kin) && !plural && m.is.Is(language.Role|language.Generic) && m.stop == m.role[1] && (m.opening.Is(language.Definite|language.Demonstrate) || !p.x.Articles) {
		if f := p.recent(now, m.is, m.is.Is(language.Role), m.is.Is(language.Body)); f >= 0 && !p.differ(f, head) && (p.x.Postposed || !p.otherOffice(f, m)) {
			return f
		}
	}
	f := &figure{
		sex: m.is & (language.Male | language.Female), person: m.is.Is(language.Role), body: m.is.Is(language.Body | language.Document), document: m.is.Is(language.Document) && !m.is.Is(language.Body),
		new: fresh, several: plural, whole: m.stop > m.role[1], subject: -1, quoted: -1,
	}
	if f.sex == language.Male|language.Female {
		f.sex = 0
	}
	f.vague = p.x.Postposed && f.person && (m.opening.Is(language.Definite|language.Demonstrate) && (m.stop == m.role[1] || p.somebody(f.sex)) || m.opening.Is(language.Possessive))
	f.possessed = m.opening.Is(language.Possessive)
	p.figures = append(p.figures, f)
	return len(p.figures) - 1
}

// rival reports whether the role m may as well mean somebody whom the text spoke
// of later than of best, and whose office it has not told.
func (p *page) rival(now, best int, m *mention) bool {
	if p.x.Postposed || !m.is.Is(language.Role) || m.is.Is(language.Epithet|language.Kin) || m.kind == name || m.stop > m.role[1] || now-p.figures[best].last < 3 {
		return false
	}
	o := p.recent(now, m.is, true, false)
	return o >= 0 && o != best && p.figures[o].named && p.figures[o].last > p.figures[best].last && len(p.figures[o].roles) > 0 && !p.otherOffice(o, m)
}

// otherOffice reports whether the role m cannot be another word for f: both are
// offices, "der Firmeninhaber" and "Bürgermeister Oak".
func (p *page) otherOffice(f int, m *mention) bool {
	if !m.is.Is(language.Role) || m.is.Is(language.Epithet) {
		return false
	}
	for _, r := range p.figures[f].roles {
		if r[0] < '0' || r[0] > '9' { // "der 41-Jährige" says nothing of an office
			return true
		}
	}
	return false
}

// conflicts reports whether a description cannot mean f although it has the same
// noun: it goes on otherwise, "le maire de Brisac" and "le maire de Orval", or is
// of an unnamed body of which the article has not spoken for long.
func (p *page) conflicts(q *paragraph, f *figure, m *mention, now int) bool {
	if !f.named && f.body && now-f.last > reach && m.stop == m.role[1] {
		return true
	}
	of, capital := q.complementOf(m)
	if p.x.Postposed && f.of != "" && (strings.HasSuffix(of, f.of) || strings.HasSuffix(f.of, of)) {
		return false // "russe de la Défense"
	}
	return of != "" && of != f.of && (f.of != "" || capital && f.named)
}

// complementOf gives what the noun of m goes on with, and whether that has a
// capital: "de Orval".
func (q *paragraph) complementOf(m *mention) (of string, capital bool) {
	stop := m.stop
	if m.kind == name {
		stop = m.name[0]
	}
	if m.role[1] <= m.role[0] || stop <= m.role[1] {
		return "", false
	}
	for k := m.role[1]; k < stop; k++ {
		capital = capital || q.tokens[k].capital
	}
	s := q.span(m.role[1], stop)
	return q.text[s.Start:s.End], capital
}

// somebody reports whether a named person whom a word of that sex may mean has
// appeared.
func (p *page) somebody(sex language.Class) bool {
	for _, f := range p.lately() {
		if f.named && f.person && len(f.seen) > 0 && agree(f.sex, sex) {
			return true
		}
	}
	return false
}

// sameRole reports whether two words for a role may mean one office: the same
// word in another case, or the last part of it.
func (p *page) sameRole(a, b string) bool {
	if a == b || p.x.Offices[a] != "" && p.x.Offices[a] == p.x.Offices[b] {
		return true
	}
	if p.x.Postposed && strings.HasSuffix(a, "s") != strings.HasSuffix(b, "s") {
		return false
	}
	if len(a) < len(b) {
		if p.x.CapitalNouns && strings.HasSuffix(b, a) {
			return false // "Übergangstrainer" behind "Trainer": another
		}
		a, b = b, a
	}
	if p.x.CapitalNouns && len(b) >= 5 && strings.HasSuffix(a, b) {
		return true
	}
	n := 0
	for n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	ra, rb := utf8.RuneCountInString(a[n:]), utf8.RuneCountInString(b[n:])
	return utf8.RuneCountInString(a[:n]) >= 4 && ra <= 3 && rb <= 2
}

// recent gives whom a description without a name may mean at sentence now: the
// last one of that sex who was the subject of a sentence or spoke; a body for a
// body.
func (p *page) recent(now int, is language.Class, person, body bool) int {
	best, most, near := -1, -1000, 0
	for i, f := range p.lately() {
		if person && !f.person || body && (!f.body || f.document && !p.x.Postposed) || len(f.seen) == 0 || !f.named && (person || len(f.roles) == 0) || now-f.last > reach/2 || !agree(f.sex, is) && !body {
			continue
		}
		if f.sex == 0 && person {
			continue
		}
		if person && (now-max(f.subject, f.quoted) <= 2 || !p.x.Postposed && now-f.last <= 1 && slices.ContainsFunc(f.forms, func(x form) bool { return x.parts > 1 })) {
			near++
		}
		s := 2*max(f.subject, f.quoted) + f.last
		if f.subject < 0 && f.quoted < 0 {
			s = f.last - 20
		}
		if s > most {
			best, most = i, s
		}
	}
	if f := best; person && f >= 0 && (now-max(p.figures[f].subject, p.figures[f].quoted) > 3 || near > 1 && p.figures[f].quoted < now-1) {
		return -1 // nobody of whom it speaks here, or several
	}
	return best
}

// meant gives whom a pronoun means, -1 when that is not clear.
func (p *page) meant(q *paragraph, m *mention) int {
	const both = language.Male | language.Female
	now := p.global + q.tokens[m.head].sentence
	is := m.is
	if v := m.verb; v >= 0 {
		if n := q.tokens[v].is & language.Numbers; n == language.Plural && is.Is(language.Plural) {
			return -1
		} else if n == language.Singular {
			is &^= language.Plural
		}
	}
	if is.Is(language.Plural) && !is.Is(language.Singular) {
		return -1
	}
	if f := p.unnamed(q, m); f >= 0 {
		return f
	}
	best, most, next := -1, -1000, -1000
	for i, f := range p.lately() {
		if len(f.seen) == 0 || now-f.last > reach || f.vague && !f.possessed {
			continue
		}
		if f.subject < 0 && f.quoted < 0 && (!f.named || p.x.Postposed && !is.Is(language.Demonstrate)) {
			continue
		}
		if m.verb >= 0 && f.person && f.last == now && p.spoken(q, m, f) {
			continue // "Oak sei klug, sagte er": somebody else
		}
		if !f.person {
			if f.several && p.x.Postposed || p.x.DropsSubject && p.x.Postposed && !is.Is(language.Demonstrate) {
				continue
			}
			// "sie" for a police force, "elle" for a federation: grammar's gender.
			if !f.body && f.sex == 0 || len(f.roles) == 0 || f.sex != 0 && f.sex&is == 0 || now-max(f.subject, f.quoted) > 2 {
				continue
			}
		} else if is&both == 0 || f.sex != 0 && f.sex&is == 0 {
			continue
		}
		s := -2 * (now - f.last)
		if is.Is(language.Demonstrate) && p.x.Postposed { // "este", "celui-ci": the last one spoken of
			s = 4*f.seen[len(f.seen)-1].Start + 10000*f.seen[len(f.seen)-1].paragraph
			if s > most {
				best, most, next = i, s, -1000
			}
			continue
		}
		if n := max(f.subject, f.quoted); n >= 0 {
			s += max(0, 5-2*(now-n))
			if f.quoted == n {
				s++
			}
		}
		if f.sex == 0 {
			s -= 3
		}
		if f.person {
			s += 3
		}
		if !f.named && !(p.x.Postposed && f.body && f.subject == now-1) {
			s -= 3
		}
		if p.x.Postposed && f.body && f.subject >= now-1 && f.seen[len(f.seen)-1].paragraph == q.n {
			s++ // "La fédération temporise. Elle …"
		}
		if s > most {
			best, most, next = i, s, most
		} else if s > next {
			next = s
		}
	}
	if best >= 0 && most-next < 1 && p.figures[best].sex == 0 {
		return -1
	}
	return best
}

// unnamed gives who speaks in the sentence before that of the pronoun m, when
// that is somebody of whom the name is not known: "lâche la prévenue. Elle …" -1
// for nobody.
func (p *page) unnamed(q *paragraph, m *mention) int {
	at := q.tokens[m.head].sentence - 1
	if !p.x.Postposed || at < 0 || m.verb < 0 {
		return -1
	}
	for c := range q.cuesIn(at) {
		x := &q.cues[c]
		if x.source < 0 || x.how != inverted || q.mentions[x.source].figure < 0 {
			continue
		}
		if f := q.mentions[x.source].figure; p.figures[f].vague && !p.figures[f].named && !p.figures[f].possessed && agree(p.figures[f].sex, m.is) {
			return f
		}
	}
	return -1
}

// spoken reports whether f stands in what the pronoun m is said to say: before an
// inverted verb in its sentence, by name.
func (p *page) spoken(q *paragraph, m *mention, f *figure) bool {
	for c := range q.cuesIn(q.tokens[m.head].sentence) {
		x := &q.cues[c]
		if x.source < 0 || x.how != inverted || &q.mentions[x.source] != m || p.leadsTo(q, x) {
			continue
		}
		s := f.seen[len(f.seen)-1]
		return !s.pronoun && s.paragraph == q.n && s.End <= q.tokens[x.finite].Start
	}
	return false
}

// leadsTo reports whether words in marks follow the cue x and its source: "et,
// glisse-t-elle, « … »".
func (p *page) leadsTo(q *paragraph, x *cue) bool {
	ts := q.tokens
	k := x.stop
	if k < len(ts) && (ts[k].lower == "," || ts[k].lower == ":") {
		k++
	}
	return p.x.Postposed && k < len(ts) && ts[k].kind == said && x.first > 0 && ts[x.first-1].kind != said
}

// subjects notes that mention k of q, once it is resolved, is the subject of its
// sentence: the first that may be, or the first person.
func (p *page) subjects(q *paragraph, k int) {
	m := &q.mentions[k]
	if m.figure < 0 || !m.subject || !p.x.Postposed && !p.x.CapitalNouns && p.hangs(q, m.first) {
		return
	}
	f := p.figures[m.figure]
	at := q.tokens[m.head].sentence
	for j := k - 1; j >= 0 && q.tokens[q.mentions[j].head].sentence == at; j-- {
		if j == k-1 && p.x.Postposed && m.first > 0 && m.first-1 == q.mentions[j].stop && q.tokens[m.first-1].is.Is(language.And) {
			continue // "Ines Calloway et Robert Oak"
		}
		if o := &q.mentions[j]; o.subject && o.figure >= 0 && o.figure != m.figure && p.figures[o.figure].person && p.figures[o.figure].named {
			return
		}
	}
	f.subject = max(f.subject, p.global+at)
}

// topic gives the mention that the sentence of q is about: the first that may
// be its subject, people before others; -1 when none may.
func (p *page) topic(q *paragraph, sentence int) int {
	best := -1
	for k := range q.mentionsIn(sentence) {
		m := &q.mentions[k]
		if q.tokens[m.head].sentence != sentence || !m.subject || m.figure < 0 || p.hangs(q, m.first) {
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
