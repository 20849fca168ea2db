package ask

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

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
				attribute(c, d.Quotes, v.query.AsksSpeaker())
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
	return lexicon.Capital(mention) && lexicon.ClassOf("en", strings.ToLower(mention)) == lexicon.Open
}

// cut gives the words of r, "" when they are not there.
func cut(a *corpus.Article, r corpus.Ref) string {
	s, err := a.Cut(r)
	if err != nil {
		return ""
	}
	return s
}
