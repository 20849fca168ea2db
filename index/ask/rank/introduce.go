package rank

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// introduce puts first, when the question is "who" and nothing but a name (in
// small letters it is not yet known to be one), the sentence
// that tells the role of that person: the first with a mention of the person
// and the words of the role in it. It need not have the name: "Norland's
// president" in a lead is whoever the article then names.
func (r *Ranking) introduce() {
	if k := r.m.q.Kind; k != question.Identity && k != question.Person || r.m.a.Doc.Quotes == nil || len(r.m.q.Terms) == 0 {
		return
	}
	who := r.m.asked()
	if who == nil || who.Role == "" {
		return
	}
	for _, m := range who.Mentions[:min(len(who.Mentions), introductionReach)] {
		for i, s := range r.m.a.Sentences {
			if int(s.Passage)+1 != m.Paragraph || !s.Span.Contains(m.Span) {
				continue
			}
			text := r.m.a.Doc.Article.Paragraphs[s.Passage].Text[s.Span.Start:s.Span.End]
			if !strings.Contains(text, who.Role) {
				break
			}
			r.sentences[i] = slices.Max(r.sentences)
			r.passages[s.Passage] = slices.Max(r.passages) + ahead
			return
		}
	}
}

// introductionReach is how many mentions of somebody are looked at for the one
// that tells the role: people are introduced early.
const introductionReach = 40

// ahead is by how much the score of an introduction is above the others.
const ahead = .5

// asked is the one speaker whose name has all words of the question, nil when
// there is none or more than one.
func (m *match) asked() *quote.Speaker {
	var found *quote.Speaker
	for i := range m.a.Doc.Quotes.Speakers {
		s := &m.a.Doc.Quotes.Speakers[i]
		if slices.ContainsFunc(m.q.Terms, func(t question.Term) bool { return !named(s, t.Form) }) {
			continue
		}
		if found != nil {
			return nil
		}
		found = s
	}
	return found
}

// named reports whether form is a word of a name of s, "Ms." included.
func named(s *quote.Speaker, form string) bool {
	return nameHas(s.Name, form) || slices.ContainsFunc(s.Aliases, func(a string) bool { return nameHas(a, form) })
}

// meets reports whether a speaker has a word of the question in a name: of others
// quotes tell nothing.
func (m *match) meets(x *quote.Extraction) bool {
	var buf [32]byte
	has := func(name string) bool {
		for start, end := range words.Terms(name) {
			form := words.AppendFold(buf[:0], name[start:end])
			if slices.ContainsFunc(m.q.Terms, func(t question.Term) bool { return t.Form == string(form) }) {
				return true
			}
		}
		return false
	}
	return x != nil && slices.ContainsFunc(x.Speakers, func(s quote.Speaker) bool { return has(s.Name) || slices.ContainsFunc(s.Aliases, has) })
}

// writeOut puts first, when the question is what an acronym stands for, the
// first sentence that has the words.
func (r *Ranking) writeOut() {
	first, _ := r.writtenOut()
	if first < 0 {
		return
	}
	i := r.m.a.SentOf[first]
	r.sentences[i] = slices.Max(r.sentences) + within
	p := r.m.a.Sentences[i].Passage
	r.passages[p] = slices.Max(r.passages) + ahead
}

// writtenOut gives the tokens of the name that the acronym asked about stands
// for where the article first has it; from is -1 when it has none or the
// question is another.
func (r *Ranking) writtenOut() (from, to int32) {
	a := r.m.a
	t := r.m.q.StandsFor()
	if t < 0 {
		return -1, -1
	}
	form := r.m.q.Terms[t].Form
	at := a.Initials[form]
	if len(at) == 0 {
		return -1, -1
	}
	to = at[0]
	for n := 0; n < len(form) && int(to) < len(a.Tokens); to++ {
		if a.Tokens[to].Upper {
			n++
		}
	}
	return at[0], to
}

// whose notes, when the question asks for somebody's words, which of the
// article's speakers that is, by name or by role, and where their words are.
// What stands for them stands for the role, too.
func (m *match) whose() {
	x := m.a.Doc.Quotes
	m.wordsOf = m.q.AsksWordsOf()
	if len(m.wordsOf) == 0 || x == nil {
		return
	}
	m.spoken, m.theirs = make([]bool, len(x.Speakers)), map[int32]bool{}
	var claimed []string
	named := false
	for _, t := range m.wordsOf {
		claimed, named = append(claimed, m.q.Words[m.q.Terms[t].Word].Text), named || m.name[t]
	}
	people := make([]name.Person, len(x.Speakers))
	for si, s := range x.Speakers {
		people[si] = name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role}
	}
	for _, si := range name.Find(strings.Join(claimed, " "), people) {
		m.spoken[si] = true
	}
	number := map[string]int{}
	for si := range x.Speakers {
		s := &x.Speakers[si]
		number[s.Name] = si
		m.spoken[si] = m.spoken[si] || !named && m.hasRole(s)
		if !m.spoken[si] {
			continue
		}
		for _, c := range m.a.Coref {
			for _, t := range m.wordsOf {
				if int(c.Speaker) == si {
					m.hits = append(m.hits, hit{token: c.Token, term: int16(t), level: pointed})
				}
			}
		}
	}
	for i := range x.Quotes {
		q := &x.Quotes[i]
		si, ok := number[q.Speaker]
		if !ok || !m.spoken[si] || q.Ref.Paragraph < 1 || q.Ref.Paragraph > len(m.a.Passages) {
			continue
		}
		p := m.a.Passages[q.Ref.Paragraph-1]
		for s := p.Sentences[0]; s < p.Sentences[1]; s++ {
			if m.a.Sentences[s].Span.Overlaps(q.Ref.Span) {
				m.theirs[s] = true
			}
		}
	}
}

// Where the article tells the role of somebody beside the name: "engineer Liv
// Sand", "Bo Lind, the owner of the mill".
const (
	roleBefore = 4 // words
	roleAfter  = 8
)

// hasRole reports whether all the words by which the question tells a role are
// in a speaker's, or stand beside one of the first mentions by name.
func (m *match) hasRole(s *quote.Speaker) bool {
	ids := map[int32]bool{}
	for _, t := range m.wordsOf {
		if m.id[t] < 0 {
			return false
		}
		ids[m.id[t]] = true
	}
	has := map[int32]bool{}
	note := func(form string) {
		if f, ok := m.a.Vocab.FormOf(form); ok && ids[m.a.Vocab.Forms[f].Term] {
			has[m.a.Vocab.Forms[f].Term] = true
		}
	}
	for start, end := range words.Terms(s.Role + " " + s.Name) {
		note(words.Fold((s.Role + " " + s.Name)[start:end]))
	}
	if len(has) == len(ids) {
		return true
	}
	for _, r := range s.Mentions[:min(len(s.Mentions), introductionReach)] {
		if r.Paragraph < 1 || r.Paragraph > len(m.a.Passages) {
			continue
		}
		p := m.a.Passages[r.Paragraph-1]
		text := m.a.Doc.Article.Paragraphs[r.Paragraph-1].Text
		first, last := int32(-1), int32(-1)
		for t := p.Tokens[0]; t < p.Tokens[1]; t++ {
			if at := m.a.Tokens[t].Span; int(at[0]) >= r.Start && int(at[1]) <= r.End {
				if first < 0 {
					first = t
				}
				last = t
			}
		}
		if first < 0 || !m.a.Tokens[first].Upper {
			continue
		}
		clear(has)
		for t := first - 1; t >= max(p.Tokens[0], first-roleBefore) && m.a.Gap(t+1, text) == " "; t-- {
			if form := m.a.FormText(t); form == "and" || form == "or" || form == "with" {
				break // before it stands somebody else's: "surveyor Prell and Wenning"
			}
			note(m.a.FormText(t))
		}
		if last+1 < p.Tokens[1] && strings.HasPrefix(m.a.Gap(last+1, text), ",") {
			for t := last + 1; t < min(p.Tokens[1], last+1+roleAfter); t++ {
				if t > last+1 && m.a.Gap(t, text) != " " {
					break
				}
				note(m.a.FormText(t))
			}
		}
		if len(has) == len(ids) {
			return true
		}
	}
	return false
}

// elsewhere reports whether passage p has words of somebody else than is asked,
// or names whoever is asked without their words.
func (r *Ranking) elsewhere(p int) bool {
	m := r.m
	spoken := map[string]bool{}
	for si, is := range m.spoken {
		spoken[m.a.Doc.Quotes.Speakers[si].Name] = is
	}
	for i := range m.a.Doc.Quotes.Quotes {
		if q := &m.a.Doc.Quotes.Quotes[i]; q.Ref.Paragraph == p+1 && q.Speaker != "" && !spoken[q.Speaker] {
			return true
		}
	}
	of := m.a.Passages[p].Sentences
	return slices.ContainsFunc(m.hits[m.of[of[0]]:m.of[of[1]]], func(h hit) bool {
		return h.level&(exact|same) != 0 && slices.Contains(m.wordsOf, int(h.term))
	})
}

// speakFirst puts first, when the question asks for somebody's words, the
// passages that have them, and of these the sentences.
func (r *Ranking) speakFirst() {
	m := r.m
	if len(m.theirs) == 0 {
		return
	}
	own, other := math.Inf(-1), math.Inf(-1)
	has := make([]bool, len(r.passages))
	for s := range m.theirs {
		has[m.a.Sentences[s].Passage] = true
	}
	for p, score := range r.passages {
		if has[p] {
			own = max(own, score)
		} else {
			other = max(other, score)
		}
	}
	// Before a passage that only tells of the matter they are not put: it may be
	// what they said, in other words.
	shift := own < other && r.elsewhere(slices.Index(r.passages, other))
	for p := range r.passages {
		if has[p] && shift {
			r.passages[p] += other + ahead - own
		}
		if !has[p] {
			continue
		}
		best, theirs := math.Inf(-1), math.Inf(-1)
		of := m.a.Passages[p].Sentences
		for s := of[0]; s < of[1]; s++ {
			best = max(best, r.sentences[s])
			if m.theirs[s] {
				theirs = max(theirs, r.sentences[s])
			}
		}
		for s := of[0]; s < of[1]; s++ {
			if m.theirs[s] {
				r.sentences[s] += best - theirs
			}
		}
	}
}

// sayFirst puts first, when the question is who said some words, the first quote
// that has them one after the other: they may be common words only, "it is what
// it is". A word or two must be all that is quoted. One of whom it is not clear
// who says it is shown when there is no other: the reader may see.
func (r *Ranking) sayFirst() {
	x := r.m.a.Doc.Quotes
	if from, to := r.m.q.Literally(); from == to || x == nil {
		return
	}
	for _, known := range [...]bool{true, false} {
		for i := range x.Quotes {
			q := &x.Quotes[i]
			if known != (q.Speaker != "") || q.Ref.Paragraph < 1 || q.Ref.Paragraph > len(r.m.a.Passages) {
				continue
			}
			if s := r.m.saidIn(q); s >= 0 {
				r.sentences[s] = slices.Max(r.sentences) + within
				r.passages[q.Ref.Paragraph-1] = slices.Max(r.passages) + ahead
				r.literal = q.Ref.Paragraph
				return
			}
		}
	}
}

// saidIn gives the sentence of a quote in which the words begin that the question
// asks for, -1 when they are not in it.
func (m *match) saidIn(q *quote.Quote) int32 {
	from, to := m.q.Literally()
	n := int32(to - from)
	p := m.a.Passages[q.Ref.Paragraph-1]
	first, last := p.Tokens[1], p.Tokens[0] // of the quote
	for t := p.Tokens[0]; t < p.Tokens[1]; t++ {
		if at := m.a.Tokens[t].Span; int(at[0]) >= q.Ref.Start && int(at[1]) <= q.Ref.End {
			first, last = min(first, t), t+1
		}
	}
	if n <= 2 && last-first != n {
		return -1
	}
next:
	for t := first; t+n <= last; t++ {
		for k := range n {
			if m.a.FormText(t+k) != m.q.Words[from+int(k)].Form {
				continue next
			}
		}
		return m.a.SentOf[t]
	}
	return -1
}
