package ask

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// attribute fills in who says the words of the citations.
func (v *survey) attribute(ctx context.Context, s *index.Scope, a *Answer) error {
	for _, cs := range [...][]cite.Citation{a.Citations, a.Nearest} {
		for i := range cs {
			c := &cs[i]
			d, err := s.Document(ctx, c.Article.ID)
			if err != nil {
				return fmt.Errorf("ask: %w", err)
			}
			*c = attributed(*c, d, v.query.AsksSpeaker())
		}
	}
	return nil
}

// attributed is c with who says its words. With who, the question is who says
// so: the words that stand for the speaker in the excerpt are then marked when
// they are a name, and nothing is when not.
func attributed(c cite.Citation, d *index.Document, who bool) cite.Citation {
	mark := c.Mark
	if q, sure := cite.Saying(d.Quotes, c.Ref, corpus.Span{}); who && sure && q.Speaker != "" && q.Mention.Paragraph == c.Ref.Paragraph && c.Ref.Contains(q.Mention.Span) {
		mark = corpus.Span{}
		if isName(cut(c.Article, q.Mention)) {
			mark = q.Mention.Span
		}
	}
	out := cite.At(d, c.Ref, mark)
	out.Score = c.Score
	return out
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
