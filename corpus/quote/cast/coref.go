package cast

import (
	"math"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// decider picks the antecedent of a pronoun: its index, and the probability
// that it is right.
type decider func(s *discourse, a *anaphor, xs []antecedent) (int, float64)

// Resolve resolves pronouns and descriptions in text order, by a model that was
// taught to (see antecedent).
func (c *Cast) Resolve(w *linear.Weights) { c.settle(antecedentBy(w)) }

// settle resolves pronouns and descriptions in text order.
func (c *Cast) settle(decide decider) {
	c.sexVotes()
	s := c.discourse()
	var xs []antecedent
	for n := range c.page.Paragraphs {
		q := &c.page.Paragraphs[n]
		for k := range q.Mentions {
			m := &q.Mentions[k]
			id := c.of[n][k]
			switch {
			case id >= 0:
			case m.Quoted:
				continue
			case m.Kind == syntax.Pronoun:
				switch q.Tokens[m.First].Lower {
				case "he", "she", "his", "her", "him":
					a := s.anaphor(n, k)
					xs = s.antecedents(&a, xs)
					if len(xs) == 0 {
						continue
					}
					best, p := decide(s, &a, xs)
					if best < 0 || c.entities[xs[best].entity].doubtful() {
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
			case m.Kind == syntax.Nominal:
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
func (c *Cast) relative(n, k int) int {
	q := &c.page.Paragraphs[n]
	at := q.Mentions[k].First
	for i := k - 1; i >= 0 && i > k-6; i-- {
		m := &q.Mentions[i]
		if m.Within >= 0 || m.Stop > at || at-m.Stop > 2 {
			continue
		}
		if at-m.Stop == 2 && q.Tokens[m.Stop].Lower != "," && !q.Tokens[m.Stop+1].Class.Is(english.Preposition) {
			return -1
		}
		if c.of[n][i] >= 0 {
			return c.of[n][i]
		}
		if m.Apposed >= 0 {
			return c.of[n][m.Apposed]
		}
		return -1
	}
	return -1
}

// several gives what "they" or "it" at mention k of paragraph n stands for:
// the last group or body that was a subject in this sentence or the one
// before; -1 when there is none.
func (s *discourse) several(n, k int) int {
	q := &s.c.page.Paragraphs[n]
	m := &q.Mentions[k]
	at := s.sentence[n] + q.Tokens[m.Head].Sentence
	for i := len(s.events) - 1; i >= 0 && at-s.events[i].sentence <= 1; i-- {
		ev := &s.events[i]
		if e := &s.c.entities[ev.entity]; ev.subject && !ev.quoted && e.body && e.group == m.Plural {
			return ev.entity
		}
	}
	return -1
}

// describe gives the features of x as what a stands for.
func (s *discourse) describe(f *linear.Features, a *anaphor, x *antecedent, rivals int) {
	f.Begin()
	e := &s.c.entities[x.entity]
	d, dp := a.sentence-x.latest.sentence, a.paragraph-x.latest.paragraph
	dist := linear.UpTo(min(d, 6), 6)
	same, place := linear.Flag(dp == 0), linear.PartOf(a.place)
	what, sex := linear.PartOf(x.latest.shape()), linear.PartOf(e.agreement(a.female))
	f.Add("he d", dist, same)
	f.Add("he d-place", dist, same, place)
	f.Add("he dp", linear.UpTo(dp, 4), place)
	f.Add("he rank", linear.UpTo(x.rank, 5), place)
	f.Add("he rank-rivals", linear.UpTo(x.rank, 3), linear.UpTo(rivals, 4))
	f.Add("he rank-d", linear.UpTo(x.rank, 3), dist)
	f.Add("he what", what, dist, place)
	f.Add("he what-rank", what, linear.UpTo(x.rank, 3), same)
	f.Add("he sex", sex)
	f.Add("he people", linear.UpTo(x.people, 3), sex, linear.Flag(e.person >= 2))
	f.Add("he people-d", linear.UpTo(x.people, 3), dist, place)
	f.Add("he people-what", linear.UpTo(x.people, 2), what, place)
	f.Add("he sex-rank", sex, linear.UpTo(x.rank, 3))
	if d := e.male - e.female; d == 0 {
		f.Add("he ending", linear.PartOf(agrees(e.ending(), a.female)), linear.UpTo(x.rank, 2))
	}
	f.Add("he human", linear.UpTo(e.person, 3), linear.Flag(len(e.words) > 1), linear.Flag(e.place > 0))
	f.Add("he quoted", linear.Flag(x.latest.quoted), place)
	f.Add("he named", linear.Log2(s.seen[x.entity]), linear.Flag(s.top() == x.entity))
	f.Add("he after", linear.Flag(x.after), place)
	f.Add("he after-speaking", linear.Flag(x.after), linear.Flag(a.speaking), dist)
	f.Add("he embedded", linear.Flag(x.latest.embedded), what, dist)
	f.Add("he opens", linear.UpTo(min(a.paragraph+1-x.opened, 3), 3), linear.Flag(x.opened > 0), place)
	f.Add("he share", linear.Log2(e.named), linear.UpTo(x.rank, 3))
	switch {
	case x.subject.entity < 0:
		f.Add("he subject", linear.PartOf("none"), place)
	default:
		ds := linear.UpTo(min(a.sentence-x.subject.sentence, 4), 4)
		f.Add("he subject", ds, place, linear.Flag(x.subject.paragraph == a.paragraph))
		f.Add("he subject-speaks", ds, linear.Flag(x.subject.speaking), linear.Flag(a.speaking), place)
		f.Add("he subject-embedded", ds, linear.Flag(x.subject.embedded), place)
		f.Add("he subject-first", ds, linear.Flag(x.subject.place == 0), place)
	}
	for i, v := range s.spoke {
		if v.entity == x.entity {
			f.Add("he spoke", linear.UpTo(i, 1), linear.UpTo(min(a.sentence-v.sentence, 4), 4), linear.Flag(a.speaking), place)
			f.Add("he spoke-para", linear.UpTo(i, 1), linear.UpTo(a.paragraph-v.paragraph, 3), place)
		}
	}
	last := s.he
	if a.female {
		last = s.she
	}
	if last.entity >= 0 {
		chained := linear.Flag(last.entity == x.entity)
		f.Add("he chain", chained, linear.UpTo(min(a.sentence-last.sentence, 4), 4), place)
		f.Add("he chain-para", chained, linear.UpTo(a.paragraph-last.paragraph, 2), linear.Flag(last.speaking), linear.Flag(a.speaking))
		if last.entity == x.entity && x.named.entity >= 0 {
			f.Add("he chain-named", linear.UpTo(min(last.sentence-x.named.sentence, 3), 3), same)
		}
	} else {
		f.Add("he chain", linear.PartOf("none"), dist, place)
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
func antecedentBy(w *linear.Weights) decider {
	f := linear.Features{Weights: w}
	var p []float64
	return func(s *discourse, a *anaphor, xs []antecedent) (int, float64) {
		p = p[:0]
		best := 0
		for i := range xs {
			s.describe(&f, a, &xs[i], len(xs))
			p = append(p, f.Score())
			if p[i] > p[best] {
				best = i
			}
		}
		linear.Softmax(p)
		return best, p[best]
	}
}
