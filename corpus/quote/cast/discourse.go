package cast

import (
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// The search for what a pronoun or a description stands for looks back at so
// many mentions and entities, which keeps the work for each constant.
const (
	reachMentions = 64
	reachEntities = 10
)

// event is a mention that has been resolved.
type event struct {
	entity    int
	paragraph int
	sentence  int  // counted through the article
	place     int  // its token's number in the paragraph
	named     bool // by a name
	pronoun   bool
	subject   bool
	speaking  bool
	owner     bool // possessive, or inside another mention
	object    bool // follows a verb
	behind    bool // follows a preposition
	embedded  bool // in a sentence in which somebody spoke before it: part of what was said
	opens     bool // the first subject of its paragraph
	quoted    bool
}

// Pronouns are resolved by a log-linear ranker over the entities mentioned
// before them (feature names begin with "he"): distance, order, how the last
// mention stood in its sentence, who spoke last, the chain of pronouns, the
// frequency of the name, and the sex as far as the article shows it by titles
// and other pronouns. It is taught on the pronoun sources of PolNeAR's training
// articles whose speaker is known, the likelihood of the right entity being
// maximised. Of such pronouns in direct quotes 91 in 100 are right by
// cross-validation, 95 in the development articles; the latest subject of that
// sex alone gives 71.

// discourse is what has been told up to a mention: the events before it.
type discourse struct {
	c        *Cast
	events   []event
	sentence []int    // the first sentence of each paragraph, counted through the article
	spoke    [2]event // the last speakers, the latest first; entity -1 when there was none
	seen     []int    // mentions of each entity so far
	he, she  event    // the last pronoun of each sex
	opened   int      // 1 + the last paragraph whose first subject was met
}

// anaphor is a mention that stands for something mentioned before.
type anaphor struct {
	paragraph, mention int
	sentence           int
	word               string
	female             bool
	place              string // its place in the sentence: after, init, sub, poss, obj
	speaking           bool
}

// antecedent is an entity that an anaphor may stand for.
type antecedent struct {
	entity  int
	latest  event
	subject event // its latest mention as a subject, entity -1 when there is none
	named   event // its latest mention by name
	opened  int   // 1 + the latest paragraph that it opens as the first subject
	after   bool  // named later in the anaphor's sentence
	rank    int   // how many other candidates were mentioned later
	people  int   // how many of these are surely people, and of a sex that fits
}

func (c *Cast) discourse() *discourse {
	s := &discourse{c: c, sentence: make([]int, len(c.page.Paragraphs)), seen: make([]int, len(c.entities))}
	n := 0
	for i := range c.page.Paragraphs {
		s.sentence[i] = n
		if ts := c.page.Paragraphs[i].Tokens; len(ts) > 0 {
			n += ts[len(ts)-1].Sentence + 1
		}
	}
	none := event{entity: -1}
	s.spoke, s.he, s.she = [2]event{none, none}, none, none
	return s
}

// note appends what mention k of paragraph n was resolved to.
func (s *discourse) note(n, k, id int) {
	q := &s.c.page.Paragraphs[n]
	m := &q.Mentions[k]
	e := event{
		entity: id, paragraph: n, sentence: s.sentence[n] + q.Tokens[m.Head].Sentence, place: m.First, named: m.Kind == syntax.Name, pronoun: m.Kind == syntax.Pronoun,
		subject: leadsClause(q, m), speaking: speaking(q, m), owner: m.Possessive || m.Within >= 0, quoted: m.Quoted,
	}
	if m.First > 0 {
		is := q.Tokens[m.First-1].Class
		e.behind = is.Is(english.Preposition) && !is.Is(english.Conjunction)
		e.object = !e.behind && is.Is(english.Verb)
	}
	e.embedded = s.spoke[0].entity >= 0 && s.spoke[0].sentence == e.sentence
	e.opens = e.subject && !e.embedded && !e.quoted && s.opened != n+1
	if e.opens {
		s.opened = n + 1
	}
	s.events = append(s.events, e)
	s.seen[id]++
	if e.speaking && !e.quoted {
		s.spoke[1] = s.spoke[0]
		s.spoke[0] = e
	}
	if m.Kind == syntax.Pronoun {
		switch q.Tokens[m.First].Lower {
		case "he", "him", "his":
			s.he = e
		case "she", "her":
			s.she = e
		}
	}
}

// anaphor describes the pronoun that is mention k of paragraph n.
func (s *discourse) anaphor(n, k int) anaphor {
	q := &s.c.page.Paragraphs[n]
	m := &q.Mentions[k]
	t := &q.Tokens[m.First]
	a := anaphor{paragraph: n, mention: k, sentence: s.sentence[n] + t.Sentence, word: t.Lower, female: t.Class.Is(english.Female), speaking: speaking(q, m)}
	switch {
	case m.Possessive:
		a.place = "poss"
	case t.Lower == "him" || t.Lower == "her":
		a.place = "obj"
	case m.First > 0 && (q.Tokens[m.First-1].Kind == syntax.Mark || m.First > 1 && q.Tokens[m.First-1].Lower == "," && q.Tokens[m.First-2].Kind == syntax.Mark) && a.speaking:
		a.place = "after"
	case t.First:
		a.place = "init"
	default:
		a.place = "sub"
	}
	return a
}

// antecedents gives what a may stand for, the latest mentioned first.
func (s *discourse) antecedents(a *anaphor, out []antecedent) []antecedent {
	out = out[:0]
	// Entities named only inside quotation marks come last: who is spoken of
	// in a quotation seldom speaks after it.
	for _, quoted := range [...]bool{false, true} {
		for i := len(s.events) - 1; i >= 0 && i >= len(s.events)-reachMentions; i-- {
			if ev := &s.events[i]; ev.quoted == quoted && s.c.entities[ev.entity].mayBe(a.female) && !s.other(a, ev.entity) {
				out = s.consider(out, ev)
			}
		}
	}
	s.follow(a, out)
	people := 0
	for i := range out {
		out[i].people = people
		if e := &s.c.entities[out[i].entity]; e.person >= 2 && e.fitting(a.female) && !out[i].after {
			people++
		}
	}
	return out
}

// other reports whether the last pronoun of the other sex than that of a stood for
// entity id, near by and with nothing known that says otherwise.
func (s *discourse) other(a *anaphor, id int) bool {
	last := s.she
	if a.female {
		last = s.he
	}
	return last.entity == id && a.paragraph-last.paragraph <= 1 && s.c.entities[id].fitting(!a.female)
}

// consider adds what ev tells of its entity to the candidates.
func (s *discourse) consider(out []antecedent, ev *event) []antecedent {
	k := 0
	for k < len(out) && out[k].entity != ev.entity {
		k++
	}
	if k == len(out) {
		if k == reachEntities {
			return out
		}
		none := event{entity: -1}
		out = append(out, antecedent{entity: ev.entity, latest: *ev, subject: none, named: none, rank: k})
	}
	c := &out[k]
	if c.subject.entity < 0 && ev.subject && !ev.quoted {
		c.subject = *ev
	}
	if c.opened == 0 && ev.opens {
		c.opened = ev.paragraph + 1
	}
	if c.named.entity < 0 && ev.named {
		c.named = *ev
	}
	return out
}

// follow marks the candidates that the rest of a's sentence names, outside
// quotation marks: in "he accused Doe" he is not Doe.
func (s *discourse) follow(a *anaphor, xs []antecedent) {
	q := &s.c.page.Paragraphs[a.paragraph]
	from := &q.Tokens[q.Mentions[a.mention].First]
	for k := a.mention + 1; k < len(q.Mentions) && k < a.mention+12; k++ {
		m := &q.Mentions[k]
		if q.Tokens[m.Head].Sentence != from.Sentence {
			return
		}
		if m.Quoted || m.Kind != syntax.Name {
			continue
		}
		for i := range xs {
			xs[i].after = xs[i].after || xs[i].entity == s.c.of[a.paragraph][k]
		}
	}
}

// top is the entity mentioned most so far, the first of equals.
func (s *discourse) top() int {
	best := -1
	for i := max(0, len(s.events)-reachMentions); i < len(s.events); i++ {
		if id := s.events[i].entity; best < 0 || s.seen[id] > s.seen[best] {
			best = id
		}
	}
	return best
}
