package quote

import (
	"math"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// decider picks the antecedent of a pronoun: its index, and the probability
// that it is right.
type decider func(s *story, a *anaphor, xs []antecedent) (int, float64)

// resolve resolves pronouns and descriptions in text order, by a model that was
// taught to (see antecedent).
func (c *cast) resolve(w *weights) { c.settle(antecedentBy(w)) }

// settle resolves pronouns and descriptions in text order.
func (c *cast) settle(decide decider) {
	c.sexVotes()
	s := c.story()
	var xs []antecedent
	for n := range c.page.paragraphs {
		q := &c.page.paragraphs[n]
		for k := range q.mentions {
			m := &q.mentions[k]
			id := c.of[n][k]
			switch {
			case id >= 0:
			case m.quoted:
				continue
			case m.kind == pronounMention:
				switch q.tokens[m.first].lower {
				case "he", "she", "his", "her", "him":
					a := s.anaphor(n, k)
					xs = s.antecedents(&a, xs)
					if len(xs) == 0 {
						continue
					}
					best, p := decide(s, &a, xs)
					if best < 0 {
						continue
					}
					id, c.sure[n][k] = xs[best].entity, p
					if e := &c.entities[id]; p >= 0.97 && math.Abs(e.male-e.female) < 2 {
						e.learn(a.female)
					}
				case "who", "whose", "whom":
					id, c.sure[n][k] = c.relative(n, k), 0.9
				case "they", "their", "them", "it", "its":
					id, c.sure[n][k] = s.several(n, k), 0.6
				}
			case m.kind == nominalMention:
				if id, c.sure[n][k] = s.described(n, k); id < 0 {
					id, c.sure[n][k] = s.unnamed(n, k)
				}
			}
			if id >= 0 {
				c.of[n][k] = id
				s.note(n, k, id)
			}
		}
	}
}

// relative gives the entity that "who" at mention k of paragraph n stands for:
// that of the mention right before it; -1 when none has an entity.
func (c *cast) relative(n, k int) int {
	q := &c.page.paragraphs[n]
	at := q.mentions[k].first
	for i := k - 1; i >= 0 && i > k-6; i-- {
		m := &q.mentions[i]
		if m.within >= 0 || m.end > at || at-m.end > 2 {
			continue
		}
		if at-m.end == 2 && q.tokens[m.end].lower != "," && !q.tokens[m.end+1].is.Is(english.Preposition) {
			return -1
		}
		if c.of[n][i] >= 0 {
			return c.of[n][i]
		}
		if m.apposed >= 0 {
			return c.of[n][m.apposed]
		}
		return -1
	}
	return -1
}

// several gives what "they" or "it" at mention k of paragraph n stands for:
// the last group or body that was a subject in this sentence or the one
// before; -1 when there is none.
func (s *story) several(n, k int) int {
	q := &s.c.page.paragraphs[n]
	m := &q.mentions[k]
	at := s.sentence[n] + q.tokens[m.head].sentence
	for i := len(s.events) - 1; i >= 0 && at-s.events[i].sentence <= 1; i-- {
		ev := &s.events[i]
		if e := &s.c.entities[ev.entity]; ev.subject && !ev.quoted && e.body && e.group == m.plural {
			return ev.entity
		}
	}
	return -1
}

// describe gives the features of x as what a stands for.
func (s *story) describe(f *features, a *anaphor, x *antecedent, rivals int) {
	f.begin()
	e := &s.c.entities[x.entity]
	d, dp := a.sentence-x.latest.sentence, a.paragraph-x.latest.paragraph
	dist := upTo(min(d, 6), 6)
	same, place := flag(dp == 0), partOf(a.place)
	what, sex := partOf(x.latest.shape()), partOf(e.agreement(a.female))
	f.add("he d", dist, same)
	f.add("he d-place", dist, same, place)
	f.add("he dp", upTo(dp, 4), place)
	f.add("he rank", upTo(x.rank, 5), place)
	f.add("he rank-rivals", upTo(x.rank, 3), upTo(rivals, 4))
	f.add("he rank-d", upTo(x.rank, 3), dist)
	f.add("he what", what, dist, place)
	f.add("he what-rank", what, upTo(x.rank, 3), same)
	f.add("he sex", sex)
	f.add("he people", upTo(x.people, 3), sex, flag(e.person >= 2))
	f.add("he people-d", upTo(x.people, 3), dist, place)
	f.add("he people-what", upTo(x.people, 2), what, place)
	f.add("he sex-rank", sex, upTo(x.rank, 3))
	if d := e.male - e.female; d == 0 {
		f.add("he ending", partOf(agrees(e.ending(), a.female)), upTo(x.rank, 2))
	}
	f.add("he human", upTo(e.person, 3), flag(len(e.words) > 1), flag(e.place > 0))
	f.add("he quoted", flag(x.latest.quoted), place)
	f.add("he named", log2(s.seen[x.entity]), flag(s.top() == x.entity))
	f.add("he after", flag(x.after), place)
	f.add("he after-speaking", flag(x.after), flag(a.speaking), dist)
	f.add("he embedded", flag(x.latest.embedded), what, dist)
	f.add("he opens", upTo(min(a.paragraph+1-x.opened, 3), 3), flag(x.opened > 0), place)
	f.add("he share", log2(e.named), upTo(x.rank, 3))
	switch {
	case x.subject.entity < 0:
		f.add("he subject", partOf("none"), place)
	default:
		ds := upTo(min(a.sentence-x.subject.sentence, 4), 4)
		f.add("he subject", ds, place, flag(x.subject.paragraph == a.paragraph))
		f.add("he subject-speaks", ds, flag(x.subject.speaking), flag(a.speaking), place)
		f.add("he subject-embedded", ds, flag(x.subject.embedded), place)
		f.add("he subject-first", ds, flag(x.subject.place == 0), place)
	}
	for i, v := range s.spoke {
		if v.entity == x.entity {
			f.add("he spoke", upTo(i, 1), upTo(min(a.sentence-v.sentence, 4), 4), flag(a.speaking), place)
			f.add("he spoke-para", upTo(i, 1), upTo(a.paragraph-v.paragraph, 3), place)
		}
	}
	last := s.he
	if a.female {
		last = s.she
	}
	if last.entity >= 0 {
		chained := flag(last.entity == x.entity)
		f.add("he chain", chained, upTo(min(a.sentence-last.sentence, 4), 4), place)
		f.add("he chain-para", chained, upTo(a.paragraph-last.paragraph, 2), flag(last.speaking), flag(a.speaking))
		if last.entity == x.entity && x.named.entity >= 0 {
			f.add("he chain-named", upTo(min(last.sentence-x.named.sentence, 3), 3), same)
		}
	} else {
		f.add("he chain", partOf("none"), dist, place)
	}
}

// shape says how an event stands in its sentence.
func (v *event) shape() string {
	k := 0
	if v.pronoun { // a description that opens an entity acts like its name
		k = 1
	}
	switch {
	case v.quoted:
		return [...]string{"Nquoted", "Pquoted"}[k]
	case v.speaking:
		return [...]string{"Nspeaks", "Pspeaks"}[k]
	case v.subject:
		return [...]string{"Nsubject", "Psubject"}[k]
	case v.owner:
		return [...]string{"Nowner", "Powner"}[k]
	case v.object:
		return [...]string{"Nobject", "Pobject"}[k]
	case v.behind:
		return [...]string{"Nbehind", "Pbehind"}[k]
	}
	return [...]string{"N", "P"}[k]
}

// antecedentBy is the decider that is learned.
func antecedentBy(w *weights) decider {
	f := features{weights: w}
	var p []float64
	return func(s *story, a *anaphor, xs []antecedent) (int, float64) {
		p = p[:0]
		best := 0
		for i := range xs {
			s.describe(&f, a, &xs[i], len(xs))
			p = append(p, f.score())
			if p[i] > p[best] {
				best = i
			}
		}
		softmax(p)
		return best, p[best]
	}
}
