package rank

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/quote"
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
