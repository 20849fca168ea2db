package voice

import "github.com/verbatim-bot/verbatim/corpus/language"

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
