package ask

import (
	"context"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
	"github.com/verbatim-bot/verbatim/index/cite"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// readClosely reads the first passages with the question, which orders them
// anew and says how sure the first is. When there is nothing to read, or no
// time, both stay as they are by words alone.
func (e *Engine) readClosely(ctx context.Context, v *survey, text string) error {
	v.lexical = v.model.Confidence(v.ranked)
	v.confidence = v.lexical
	if e.reader == nil || v.query.Overview() != question.Particular {
		return nil
	}
	v.reads = true
	texts := rank.Closely(v.ranked)
	if len(texts) == 0 {
		return nil
	}
	ps := make([]reader.Passage, len(texts))
	for i, c := range texts {
		ps[i] = c.Passage
	}
	rs, err := e.reader.Read(ctx, text, ps)
	switch {
	case errors.Is(err, reader.ErrBusy):
		v.skipped = true
		return nil
	case err != nil:
		return fmt.Errorf("ask: %w", err)
	}
	v.confidence, v.closely = v.model.Read(v.ranked, texts, rs), true
	return nil
}

// unmark takes the marks off what is not, or not surely, the answer.
func unmark(cs []cite.Citation) {
	for i := range cs {
		cs[i].Mark = corpus.Span{}
	}
}
