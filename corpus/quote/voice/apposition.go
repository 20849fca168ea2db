package voice

import "github.com/verbatim-bot/verbatim/corpus/language"

// emphatic reports whether the pronoun b between commas only repeats a: "la
// fédération, elle, temporise".
func (p *page) emphatic(q *paragraph, a, b *mention) bool {
	ts := q.tokens
	return a.figure >= 0 && b.first >= 1 && ts[b.first-1].lower == "," && b.stop < len(ts) && ts[b.stop].lower == "," && ts[a.first].sentence == ts[b.first].sentence &&
		b.first-a.stop <= 5 && agree(p.figures[a.figure].sex, b.is)
}

// apposes reports whether b stands in apposition to the name a: "Ines Calloway,
// die Bürgermeisterin, …".
func (p *page) apposes(q *paragraph, a, b *mention) bool {
	ts := q.tokens
	if a.figure < 0 || b.first != a.stop+1 && !(p.x.Postposed && aged(ts, a.stop, b.first)) || ts[a.stop].lower != "," || b.is.Is(language.Body|language.Group|language.Document) || !b.is.Is(language.Role) {
		return false
	}
	if p.x.Genitive != nil && a.subject != b.subject {
		return false // "с матерью, Мариной Каллоуэй, девушка …"
	}
	if b.stop < len(ts) && ts[b.stop].kind == word && ts[b.stop].is.Is(language.And) || ts[a.first].sentence != ts[b.first].sentence {
		return false
	}
	if b.stop < len(ts) && ts[b.stop].kind == word && ts[b.stop].is.Is(language.Finite|language.Auxiliary|language.Verb) && !(p.x.CapitalNouns && b.opening == 0 && b.stop > b.role[1]) {
		return false // "…, der Trainer sagte": a clause of its own
	}
	return agree(p.figures[a.figure].sex, b.is)
}

// aged reports whether only an age between commas stands between ts[i] and ts[j]:
// "Calloway, 51 ans, infirmière".
func aged(ts []token, i, j int) bool {
	if j-i < 4 || j-i > 5 || ts[i].lower != "," || ts[j-1].lower != "," {
		return false
	}
	return ts[i+1].kind == number || ts[i+2].kind == number
}

// apposed joins the name of mention k with the role before it: "Die
// Bürgermeisterin, Ines Calloway, …".
func (p *page) apposed(q *paragraph, k int) {
	m := &q.mentions[k]
	if k == 0 || m.figure < 0 || m.role[1] > m.role[0] && !p.x.Postposed {
		return
	}
	ts := q.tokens
	at := k - 1
	comma := m.first
	if p.x.Postposed {
		at = p.lead(q, m)
	} else if p.x.Genitive != nil && comma > 1 && ts[comma-1].kind == word && !ts[comma-1].capital && ts[comma-1].is&^language.Genders == 0 && ts[comma-2].lower == "," {
		comma-- // "тренер, серб Марко Каллоуэй"
	}
	if at < 0 {
		return
	}
	r := &q.mentions[at]
	if r.kind != noun || !r.is.Is(language.Role) || r.is.Is(language.Plural) && !r.is.Is(language.Singular) || comma != r.stop+1 && !p.x.Postposed || ts[comma-1].lower != "," || len(q.nameParts(m)) < 2 && !(p.x.Postposed && m.first == r.stop+1 && (r.is.Is(language.Kin) || r.opening.Is(language.Possessive))) ||
		ts[r.first].sentence != ts[m.first].sentence || !agree(p.figures[m.figure].sex, r.is) || r.opening.Is(language.Indefinite) && !(p.x.Postposed && m.first == r.stop+1) {
		return
	}
	if m.stop < len(ts) && (ts[m.stop].is.Is(language.And) || ts[m.stop].is.Is(language.Finite|language.Auxiliary)) || r.opening.Is(language.Indefinite) && m.stop < len(ts) && ts[m.stop].kind == word {
		return
	}
	f := p.figures[m.figure]
	if r.figure >= 0 && r.figure != m.figure && !p.figures[r.figure].named {
		old := p.figures[r.figure]
		if n := len(old.seen); n > 0 && old.seen[n-1].Start == ts[r.first].Start {
			old.seen = old.seen[:n-1]
		}
		old.roles = nil
	}
	r.figure = m.figure
	r.within = false
	if r.cue >= 0 && p.x.Postposed {
		f.quoted = max(f.quoted, p.global+ts[r.head].sentence)
	}
	m.subject = m.subject && r.subject
	f.roles = append(f.roles, ts[q.roleHead(r)].lower)
	if of, _ := q.complementOf(r); of != "" && f.of == "" {
		f.of = of
	}
	if f.role == "" {
		f.role = q.text[ts[r.role[0]].Start:ts[r.role[1]-1].End]
	}
	if s := r.is & (language.Male | language.Female); f.sex == 0 && s != language.Male|language.Female {
		f.sex = s
	}
	f.person = true
	f.seen = append(f.seen, seen{q.n, q.span(r.first, r.stop), false})
}

// leading reports whether a name behind the role of mention k is in apposition to
// it.
func (p *page) leading(q *paragraph, k int) bool {
	if !q.mentions[k].is.Is(language.Role) || q.mentions[k].opening.Is(language.Indefinite) {
		return false
	}
	for j := k + 1; j < min(len(q.mentions), k+4); j++ {
		if m := &q.mentions[j]; m.kind == name && m.role[1] == m.role[0] && len(q.nameParts(m)) > 1 && p.lead(q, m) == k {
			return true
		}
	}
	return false
}

// lead gives the role that the name m, behind a comma, is in apposition to: "le
// maire sans étiquette de X, Ines Calloway". Between them stands no verb. -1 for
// none.
func (p *page) lead(q *paragraph, m *mention) int {
	ts := q.tokens
	if m.first < 2 || ts[m.first-1].lower != "," {
		return -1
	}
	for k := m.first - 2; k >= max(0, m.first-14) && ts[k].sentence == ts[m.first].sentence; k-- {
		t := &ts[k]
		if t.mention > 0 {
			r := &q.mentions[t.mention-1]
			if r.kind == noun && r.is.Is(language.Role) && (r.opening != 0 || ts[r.first].first) && !p.behindJoining(ts, r.first) {
				return t.mention - 1
			}
			if r.kind == pronoun {
				return -1
			}
			k = r.first
			continue
		}
		if t.kind == said || t.kind == punct || t.is.Is(language.Finite|language.Auxiliary|language.That|language.Subordinate) && !t.is.Is(language.Participle|language.Preposition) {
			return -1
		}
	}
	return -1
}

// behindJoining reports whether what begins at ts[i] goes on with a noun before
// it: "du maire".
func (p *page) behindJoining(ts []token, i int) bool {
	return i > 1 && ts[i-1].kind == word && joining(ts[i-1].lower) && ts[i-2].mention > 0
}
