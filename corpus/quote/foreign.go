package quote

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
	"github.com/verbatim-bot/verbatim/corpus/quote/voice"
)

// foreign finds the quotes of the article of g, which is in the language of x.
func foreign(g *syntax.Page, x *language.Lexicon) *Extraction {
	found := voice.Read(g, x)
	out := &Extraction{}
	ref := func(p voice.Place) corpus.Ref {
		if p.Empty() {
			return corpus.Ref{}
		}
		return g.Ref(p.Paragraph, p.Span)
	}
	said := make([]int, len(found.Figures))
	for i := range found.Sayings {
		s := &found.Sayings[i]
		q := Quote{
			Ref: ref(s.Place), Kind: Indirect, Mention: ref(s.Mention), Cue: ref(s.Cue), Via: s.Via, Denied: s.Denied, Utterance: s.Utterance, Confidence: s.Sure,
		}
		switch {
		case s.Mixed:
			q.Kind = Mixed
		case s.Marked:
			q.Kind = Direct
		}
		if s.Figure >= 0 {
			f := &found.Figures[s.Figure]
			q.Speaker, q.Role = f.Name, f.Role
			said[s.Figure]++
		}
		out.Quotes = append(out.Quotes, q)
	}
	for _, n := range found.Not {
		out.NotQuotes = append(out.NotQuotes, NotQuote{Ref: ref(n.Place), Why: n.Why})
	}
	for i := range found.Figures {
		f := &found.Figures[i]
		if said[i] == 0 && !f.Named {
			continue
		}
		s := Speaker{Name: f.Name, Aliases: f.Aliases, Role: f.Role, Quotes: said[i]}
		for _, m := range f.Mentions {
			s.Mentions = append(s.Mentions, ref(m))
		}
		out.Speakers = append(out.Speakers, s)
	}
	sortSpeakers(out.Speakers)
	return out
}
