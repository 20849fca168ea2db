package quote

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/quote/english"
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
	sentence  int // counted through the article
	place     int // its token's number in the paragraph
	kind      mentionKind
	subject   bool
	speaking  bool
	owner     bool // possessive, or inside another mention
	object    bool // follows a verb
	behind    bool // follows a preposition
	embedded  bool // in a sentence in which somebody spoke before it: part of what was said
	opens     bool // the first subject of its paragraph
	quoted    bool
}

// story is what has been told up to a mention: the events before it.
type story struct {
	c        *cast
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
}

func (c *cast) story() *story {
	s := &story{c: c, sentence: make([]int, len(c.page.paragraphs)), seen: make([]int, len(c.entities))}
	n := 0
	for i := range c.page.paragraphs {
		s.sentence[i] = n
		if ts := c.page.paragraphs[i].tokens; len(ts) > 0 {
			n += ts[len(ts)-1].sentence + 1
		}
	}
	none := event{entity: -1}
	s.spoke, s.he, s.she = [2]event{none, none}, none, none
	return s
}

// note appends what mention k of paragraph n was resolved to.
func (s *story) note(n, k, id int) {
	q := &s.c.page.paragraphs[n]
	m := &q.mentions[k]
	e := event{
		entity: id, paragraph: n, sentence: s.sentence[n] + q.tokens[m.head].sentence, place: m.first, kind: m.kind,
		subject: q.leadsClause(m), speaking: q.speaking(m), owner: m.possessive || m.within >= 0, quoted: m.quoted,
	}
	if m.first > 0 {
		is := q.tokens[m.first-1].is
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
	if m.kind == pronounMention {
		switch q.tokens[m.first].lower {
		case "he", "him", "his":
			s.he = e
		case "she", "her":
			s.she = e
		}
	}
}

// anaphor describes the pronoun that is mention k of paragraph n.
func (s *story) anaphor(n, k int) anaphor {
	q := &s.c.page.paragraphs[n]
	m := &q.mentions[k]
	t := &q.tokens[m.first]
	a := anaphor{paragraph: n, mention: k, sentence: s.sentence[n] + t.sentence, word: t.lower, female: t.is.Is(english.Female), speaking: q.speaking(m)}
	switch {
	case m.possessive:
		a.place = "poss"
	case t.lower == "him" || t.lower == "her":
		a.place = "obj"
	case m.first > 0 && (q.tokens[m.first-1].kind == markToken || m.first > 1 && q.tokens[m.first-1].lower == "," && q.tokens[m.first-2].kind == markToken) && a.speaking:
		a.place = "after"
	case t.first:
		a.place = "init"
	default:
		a.place = "sub"
	}
	return a
}

// antecedents gives what a may stand for, the latest mentioned first.
func (s *story) antecedents(a *anaphor, out []antecedent) []antecedent {
	out = out[:0]
	// Entities named only inside quotation marks come last: who is spoken of
	// in a quotation seldom speaks after it.
	for _, quoted := range [...]bool{false, true} {
		for i := len(s.events) - 1; i >= 0 && i >= len(s.events)-reachMentions; i-- {
			if ev := &s.events[i]; ev.quoted == quoted && s.c.entities[ev.entity].mayBe(a.female) {
				out = s.consider(out, ev)
			}
		}
	}
	s.follow(a, out)
	return out
}

// learn notes a sign of e's sex.
func (e *entity) learn(female bool) {
	if female {
		e.female++
	} else {
		e.male++
	}
}

// mayBe reports whether e may be a person of that sex.
func (e *entity) mayBe(female bool) bool {
	d := e.male - e.female
	return e.human() && !(female && d >= 3) && !(!female && d <= -3)
}

// consider adds what ev tells of its entity to the candidates.
func (s *story) consider(out []antecedent, ev *event) []antecedent {
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
	if c.named.entity < 0 && ev.kind == nameMention {
		c.named = *ev
	}
	return out
}

// follow marks the candidates that the rest of a's sentence names, outside
// quotation marks: in "he accused Doe" he is not Doe.
func (s *story) follow(a *anaphor, xs []antecedent) {
	q := &s.c.page.paragraphs[a.paragraph]
	from := &q.tokens[q.mentions[a.mention].first]
	for k := a.mention + 1; k < len(q.mentions) && k < a.mention+12; k++ {
		m := &q.mentions[k]
		if q.tokens[m.head].sentence != from.sentence {
			return
		}
		if m.quoted || m.kind != nameMention {
			continue
		}
		for i := range xs {
			xs[i].after = xs[i].after || xs[i].entity == s.c.of[a.paragraph][k]
		}
	}
}

// human reports whether e may be a person.
func (e *entity) human() bool {
	return !e.body && e.name != "" && (e.person > 0 || !e.nominal && e.place*3 <= e.named)
}

// sexVotes gathers signs of the sex from pronouns: one in a sentence with a
// single person before it.
func (c *cast) sexVotes() {
	for n := range c.page.paragraphs {
		q := &c.page.paragraphs[n]
		sentence, only, several := -1, -1, false
		for k := range q.mentions {
			m := &q.mentions[k]
			if m.quoted {
				continue
			}
			if x := q.tokens[m.head].sentence; x != sentence {
				sentence, only, several = x, -1, false
			}
			if id := c.of[n][k]; id >= 0 && c.entities[id].human() {
				if only >= 0 && only != id {
					several = true
				}
				only = id
			}
			if m.kind != pronounMention || only < 0 || several {
				continue
			}
			is := q.tokens[m.first].is
			switch {
			case is.Is(english.Male):
				c.entities[only].male++
			case is.Is(english.Female):
				c.entities[only].female++
			}
		}
	}
}

// agreement says how the sex that an article shows of e fits a pronoun.
func (e *entity) agreement(female bool) string {
	d := e.male - e.female
	if female {
		d = -d
	}
	switch {
	case d >= 3:
		return "++"
	case d > 0:
		return "+"
	case d == 0:
		return "?"
	case d > -2:
		return "-"
	}
	return "--"
}

// describe gives the features of x as what a stands for.
func (s *story) describe(f *features, a *anaphor, x *antecedent, rivals int) {
	f.keys = f.keys[:0]
	e := &s.c.entities[x.entity]
	d, dp := a.sentence-x.latest.sentence, a.paragraph-x.latest.paragraph
	dist := upTo(min(d, 6), 6)
	if d == 0 {
		dist = "0"
	}
	same := flag(dp == 0)
	what := x.latest.shape()
	sex := e.agreement(a.female)
	f.add("he d", dist, same)
	f.add("he d-place", dist, same, a.place)
	f.add("he dp", upTo(dp, 4), a.place)
	f.add("he rank", upTo(x.rank, 5), a.place)
	f.add("he rank-rivals", upTo(x.rank, 3), upTo(rivals, 4))
	f.add("he rank-d", upTo(x.rank, 3), dist)
	f.add("he what", what, dist, a.place)
	f.add("he what-rank", what, upTo(x.rank, 3), same)
	f.add("he sex", sex)
	f.add("he sex-rank", sex, upTo(x.rank, 3))
	f.add("he human", upTo(e.person, 3), flag(len(e.words) > 1), flag(e.place > 0))
	f.add("he quoted", flag(x.latest.quoted), a.place)
	f.add("he named", log2(s.seen[x.entity]), flag(s.top() == x.entity))
	f.add("he after", flag(x.after), a.place)
	f.add("he after-speaking", flag(x.after), flag(a.speaking), dist)
	f.add("he embedded", flag(x.latest.embedded), what, dist)
	f.add("he opens", upTo(min(a.paragraph+1-x.opened, 3), 3), flag(x.opened > 0), a.place)
	f.add("he share", log2(e.named), upTo(x.rank, 3))
	switch {
	case x.subject.entity < 0:
		f.add("he subject", "none", a.place)
	default:
		ds := upTo(min(a.sentence-x.subject.sentence, 4), 4)
		f.add("he subject", ds, a.place, flag(x.subject.paragraph == a.paragraph))
		f.add("he subject-speaks", ds, flag(x.subject.speaking), flag(a.speaking), a.place)
		f.add("he subject-embedded", ds, flag(x.subject.embedded), a.place)
		f.add("he subject-first", ds, flag(x.subject.place == 0), a.place)
	}
	for i, v := range s.spoke {
		if v.entity == x.entity {
			f.add("he spoke", upTo(i, 1), upTo(min(a.sentence-v.sentence, 4), 4), flag(a.speaking), a.place)
			f.add("he spoke-para", upTo(i, 1), upTo(a.paragraph-v.paragraph, 3), a.place)
		}
	}
	last := s.he
	if a.female {
		last = s.she
	}
	if last.entity >= 0 {
		f.add("he chain", flag(last.entity == x.entity), upTo(min(a.sentence-last.sentence, 4), 4), a.place)
		f.add("he chain-para", flag(last.entity == x.entity), upTo(a.paragraph-last.paragraph, 2), flag(last.speaking), flag(a.speaking))
		if last.entity == x.entity && x.named.entity >= 0 {
			f.add("he chain-named", upTo(min(last.sentence-x.named.sentence, 3), 3), same)
		}
	} else {
		f.add("he chain", "none", dist, a.place)
	}
}

// shape says how an event stands in its sentence.
func (v *event) shape() string {
	k := [...]string{"N", "P", "N"}[v.kind] // a description that opens an entity acts like its name
	switch {
	case v.quoted:
		return k + "quoted"
	case v.speaking:
		return k + "speaks"
	case v.subject:
		return k + "subject"
	case v.owner:
		return k + "owner"
	case v.object:
		return k + "object"
	case v.behind:
		return k + "behind"
	}
	return k
}

// top is the entity mentioned most so far, the first of equals.
func (s *story) top() int {
	best := -1
	for i := max(0, len(s.events)-reachMentions); i < len(s.events); i++ {
		if id := s.events[i].entity; best < 0 || s.seen[id] > s.seen[best] {
			best = id
		}
	}
	return best
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

// decider picks the antecedent of a pronoun: its index, and the probability
// that it is right.
type decider func(s *story, a *anaphor, xs []antecedent) (int, float64)

// resolve resolves pronouns and descriptions in text order.
func (c *cast) resolve(decide decider) {
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

// described gives the entity that the nominal mention k of paragraph n stands
// for, and how sure that is: the name in apposition to it, or the person whose
// role it repeats.
func (s *story) described(n, k int) (int, float64) {
	q := &s.c.page.paragraphs[n]
	m := &q.mentions[k]
	if m.apposed >= 0 && q.mentions[m.apposed].kind == nameMention {
		return s.c.of[n][m.apposed], 1
	}
	if !m.definite && n > 0 || m.plural || q.tokens[m.first].is.Is(english.Possessive) || !q.tokens[m.head].is.Is(english.Role|english.Title) {
		return -1, 0
	}
	best, several := -1, false
	var latest event
	for i := len(s.events) - 1; i >= 0 && i >= len(s.events)-reachMentions; i-- {
		ev := s.events[i]
		if ev.entity == best {
			continue
		}
		if e := &s.c.entities[ev.entity]; e.body || !s.c.answers(e, q, m) {
			continue
		}
		if best >= 0 {
			several = true
			break
		}
		best, latest = ev.entity, ev
	}
	switch {
	case best < 0:
		return s.c.only(q, m)
	case !several:
		return best, 0.9
	case n-latest.paragraph <= 1:
		return best, 0.7
	}
	return -1, 0
}

// unnamed gives an entity to the source k of paragraph n that has no name: "a
// presidential adviser", "officials". One that "the adviser" takes up is the
// same entity.
func (s *story) unnamed(n, k int) (int, float64) {
	c := s.c
	q := &c.page.paragraphs[n]
	m := &q.mentions[k]
	head := &q.tokens[m.head]
	if m.within >= 0 || m.possessive || !head.is.Is(english.Role|english.Group|english.Body) && !authored[head.lower] || !q.speaking(m) {
		return -1, 0
	}
	for i := len(s.events) - 1; m.definite && i >= 0 && i >= len(s.events)-reachMentions; i-- {
		if e := &c.entities[s.events[i].entity]; e.nominal && e.heads[0] == head.lower {
			return s.events[i].entity, 0.8
		}
	}
	e := entity{nominal: true, body: m.body || m.plural, group: m.plural, named: 1, heads: []string{head.lower}, words: []string{head.lower}}
	if !e.body {
		e.person = 2
	}
	if head.is.Is(english.Male) {
		e.male = 3
	}
	if head.is.Is(english.Female) {
		e.female = 3
	}
	e.name = q.described(m)
	c.entities = append(c.entities, e)
	s.seen = append(s.seen, 0)
	return len(c.entities) - 1, 0.9
}

// authored are documents that are quoted like a body that speaks.
var authored = set(`report poll survey study lawsuit complaint indictment affidavit filing ruling article newspaper magazine reports polls studies`)

// described gives the name of an entity that the article does not name: the
// words of m without the determiner. It is "" for "the mayor" and "his wife",
// who have a name that is not here.
func (q *paragraph) described(m *mention) string {
	from, first := m.first, &q.tokens[m.first]
	for from < m.head && q.tokens[from].is.Is(english.Determiner) {
		from++
	}
	if q.tokens[from].is.Is(english.Possessive | english.Pronoun) {
		return ""
	}
	if !m.plural {
		switch {
		case first.lower == "a", first.lower == "an", first.lower == "one", first.lower == "another":
		case m.body && m.particular(q), !m.body && from == m.first && m.end > m.head+1:
		default:
			return ""
		}
	}
	return q.text[q.tokens[from].Start:m.End]
}

// particular reports whether m holds a capital, as in "the Russian military".
func (m *mention) particular(q *paragraph) bool {
	for t := m.first + 1; t < m.end; t++ {
		if q.tokens[t].capital {
			return true
		}
	}
	return false
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

// only gives the one entity of the article with the head noun of m as a role,
// when no mention near by fits better: "the Vermont senator" for Sen. Doe.
func (c *cast) only(q *paragraph, m *mention) (int, float64) {
	head := office(q.tokens[m.head].lower)
	best := -1
	for id := range c.entities[:min(len(c.entities), 10*reachMentions)] {
		if e := &c.entities[id]; !e.body && !e.nominal && slices.Contains(e.heads, head) && !c.differs(e, q, m) {
			if best >= 0 {
				return -1, 0
			}
			best = id
		}
	}
	return best, 0.7
}

// differs reports whether every role of e with the head noun of m is of
// another country or party, or of a deputy.
func (c *cast) differs(e *entity, q *paragraph, m *mention) bool {
	head := office(q.tokens[m.head].lower)
	for i, r := range e.roles {
		if e.heads[i] != head {
			continue
		}
		p := &c.page.paragraphs[r.paragraph]
		theirs, ours := modifiers(p.tokens[r.first:r.end]), modifiers(q.tokens[m.first:m.end])
		if theirs.deputy == ours.deputy && (theirs.demonym == "" || ours.demonym == "" || theirs.demonym == ours.demonym) {
			return false
		}
	}
	return true
}

// modifier is what distinguishes one office from another of the same name.
type modifier struct {
	demonym string
	deputy  bool
}

func modifiers(ts []token) (x modifier) {
	for i := range ts {
		switch w := ts[i].lower; {
		case ts[i].is.Is(english.Demonym):
			x.demonym = w
		case w == "vice", w == "deputy", strings.HasPrefix(w, "vice-"):
			x.deputy = true
		}
	}
	return x
}

// office gives the noun that an abbreviated title stands for.
func office(title string) string {
	switch title {
	case "sen.":
		return "senator"
	case "gov.":
		return "governor"
	case "rep.", "congressman", "congresswoman":
		return "representative"
	case "gen.":
		return "general"
	case "prof.":
		return "professor"
	case "pres.":
		return "president"
	}
	return title
}

// answers reports whether the description m in q fits a role of e: the same
// head noun, or "leader" for a head of state, and no country or other name
// that the role lacks.
func (c *cast) answers(e *entity, q *paragraph, m *mention) bool {
	head := office(q.tokens[m.head].lower)
	for i, r := range e.roles {
		if e.heads[i] != head && !(head == "leader" && leaders[e.heads[i]]) {
			continue
		}
		p := &c.page.paragraphs[r.paragraph]
		fits := true
		for t := m.first; t < m.end && fits; t++ {
			k := &q.tokens[t]
			if t == m.head || k.is.Is(closedClass) || k.kind != wordToken || !k.capital && !k.is.Is(english.Demonym|english.Status) && t < m.head {
				continue
			}
			fits = false
			for u := r.first; u < min(r.end+8, len(p.tokens)); u++ {
				fits = fits || p.tokens[u].lower == k.lower
			}
		}
		if fits {
			return true
		}
	}
	return false
}

// leaders are the offices of heads of states, governments and parties.
var leaders = set(`president premier chancellor minister chairman chairwoman king queen`)

// antecedent is the decider that is learned.
func (m *Model) antecedent() decider {
	var f features
	var p []float64
	return func(s *story, a *anaphor, xs []antecedent) (int, float64) {
		p = p[:0]
		best := 0
		for i := range xs {
			s.describe(&f, a, &xs[i], len(xs))
			p = append(p, m.weights.score(f.keys))
			if p[i] > p[best] {
				best = i
			}
		}
		softmax(p)
		return best, p[best]
	}
}

// nameOf gives the name of the entity that mention k of paragraph n stands
// for, "" when that is unclear.
func (c *cast) nameOf(n, k int) string {
	if id := c.of[n][k]; id >= 0 {
		return c.entities[id].name
	}
	return ""
}
