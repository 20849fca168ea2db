package ask

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// saidBy notes, for a question with names, the sentences in which somebody of
// such a name is quoted.
func (m *match) saidBy() map[int32]bool {
	x := m.a.doc.Quotes
	if x == nil || len(x.Quotes) == 0 {
		return nil
	}
	var out map[int32]bool
	asked := map[string]bool{}
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if q.Speaker == "" || q.Ref.Paragraph < 1 || q.Ref.Paragraph > len(m.a.passages) {
			continue
		}
		is, seen := asked[q.Speaker]
		if !seen {
			is = m.namesSpeaker(q.Speaker)
			asked[q.Speaker] = is
		}
		if !is {
			continue
		}
		p := m.a.passages[q.Ref.Paragraph-1]
		for s := p.sentences[0]; s < p.sentences[1]; s++ {
			if m.a.sentences[s].span.Overlaps(q.Ref.Span) {
				if out == nil {
					out = map[int32]bool{}
				}
				out[s] = true
			}
		}
	}
	return out
}

// namesSpeaker reports whether the question has a name that is the speaker's.
func (m *match) namesSpeaker(speaker string) bool {
	for i := range m.q.terms {
		if m.name[i] && nameHas(speaker, m.q.terms[i].form) {
			return true
		}
	}
	return false
}

// asksWordsOf gives the name, a term, of whose words a question asks for: "what
// did X say", "what has X told"; -1 for any other.
func (q *query) asksWordsOf() int {
	if q.kind != utterance || len(q.words) < 4 || q.words[0].form != "what" || q.words[1].class != auxiliary {
		return -1
	}
	name := -1
	for _, w := range q.words[2:] {
		switch {
		case sayings[w.form]:
			return name
		case w.term < 0 || !q.terms[w.term].name:
			return -1
		}
		name = w.term
	}
	return -1
}

// othersSpeak reports whether the question asks for the words of somebody who
// is not in what is shown of p, by no name and no pronoun, while others speak
// there.
func (r *ranking) othersSpeak(p passage) bool {
	t, x := r.m.q.asksWordsOf(), r.m.a.doc.Quotes
	first, last := r.excerpt(p)
	if t < 0 || x == nil || first < 0 {
		return false
	}
	for _, h := range r.m.hits[r.m.of[first]:r.m.of[last+1]] {
		if int(h.term) == t {
			return false
		}
	}
	shown := corpus.Span{Start: r.m.a.sentences[first].span.Start, End: r.m.a.sentences[last].span.End}
	others := false
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if q.Speaker == "" || q.Ref.Paragraph != int(r.m.a.sentences[first].passage)+1 || !q.Ref.Overlaps(shown) {
			continue
		}
		if nameHas(q.Speaker, r.m.q.terms[t].form) {
			return false
		}
		others = true
	}
	return others
}

// attribute fills in who says the words of the citations. An article that was
// changed or removed a moment ago is cited without.
func (v *survey) attribute(ctx context.Context, s *index.Scope, a *Answer) error {
	for _, cs := range [...][]index.Citation{a.Citations, a.Nearest} {
		for i := range cs {
			c := &cs[i]
			d, err := s.Document(ctx, c.Article.ID)
			if errors.Is(err, index.ErrNoArticle) {
				continue
			}
			if err != nil {
				return fmt.Errorf("ask: %w", err)
			}
			if d.Article.Revision == c.Article.Revision {
				attribute(c, d.Quotes, v.query.asksSpeaker())
			}
		}
	}
	return nil
}

// attribute fills in who says the words of a citation's excerpt: the speaker
// of the direct or mixed quote that covers most of it, else of the indirect.
// With who, the question is who says so: the words that stand for the speaker
// in the excerpt are then marked when they are a name, and nothing is when not.
func attribute(c *index.Citation, x *quote.Extraction, who bool) {
	if x == nil {
		return
	}
	var best *quote.Quote
	most := 0
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if q.Ref.Paragraph != c.Ref.Paragraph || !q.Ref.Overlaps(c.Ref.Span) {
			continue
		}
		n := min(q.Ref.End, c.Ref.End) - max(q.Ref.Start, c.Ref.Start)
		if q.Kind != quote.Indirect {
			n *= 2
		}
		if n > most {
			best, most = q, n
		}
	}
	// A word or two in quotation marks do not make the excerpt somebody's words.
	if best == nil || 4*most < c.Ref.Len() {
		return
	}
	c.Kind, c.Speaker, c.Via = best.Kind, best.Speaker, best.Via
	if m := best.Mention; !m.Empty() {
		if who && best.Speaker != "" && m.Paragraph == c.Ref.Paragraph && c.Ref.Contains(m.Span) {
			c.Mark = corpus.Span{}
			if isName(cut(c.Article, m)) {
				c.Mark = m.Span
			}
		}
		if said := cut(c.Article, m); said != best.Speaker {
			c.Mention = said
		}
	}
}

// isName reports whether words that stand for somebody are a name and not "He".
func isName(mention string) bool {
	return capital(mention) && classOf("en", strings.ToLower(mention)) == open
}

// cut gives the words of r, "" when they are not there.
func cut(a *corpus.Article, r corpus.Ref) string {
	s, err := a.Cut(r)
	if err != nil {
		return ""
	}
	return s
}
