package ask

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// introductionReach is how many mentions of somebody are looked at for the one
// that tells the role: people are introduced early.
const introductionReach = 40

// introduce puts first, when the question is "who" and nothing but a name (in
// small letters it is not yet known to be one), the sentence
// that tells the role of that person: the first with a mention of the person
// and the words of the role in it. It need not have the name: "Norland's
// president" in a lead is whoever the article then names.
func (r *ranking) introduce() {
	if k := r.m.q.kind; k != identity && k != person || r.m.a.doc.Quotes == nil || len(r.m.q.terms) == 0 {
		return
	}
	who := r.m.asked()
	if who == nil || who.Role == "" {
		return
	}
	for _, m := range who.Mentions[:min(len(who.Mentions), introductionReach)] {
		for i, s := range r.m.a.sentences {
			if int(s.passage)+1 != m.Paragraph || !s.span.Contains(m.Span) {
				continue
			}
			text := r.m.a.doc.Article.Paragraphs[s.passage].Text[s.span.Start:s.span.End]
			if !strings.Contains(text, who.Role) {
				break
			}
			r.sentences[i] = slices.Max(r.sentences)
			r.passages[s.passage] = slices.Max(r.passages) + ahead
			return
		}
	}
}

// ahead is by how much the score of an introduction is above the others.
const ahead = .5

// asked is the one speaker whose name has all words of the question, nil when
// there is none or more than one.
func (m *match) asked() *quote.Speaker {
	var found *quote.Speaker
	for i := range m.a.doc.Quotes.Speakers {
		s := &m.a.doc.Quotes.Speakers[i]
		if slices.ContainsFunc(m.q.terms, func(t qterm) bool { return !named(s, t.form) }) {
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
