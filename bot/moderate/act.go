package moderate

import (
	"context"
	"errors"
	"log/slog"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// reportAct is the reply to something done, with Undo here and in the log
// channel. number is that of the act in the log.
func reportAct(req *request, outcome string, number uint64, text, note string) say.Reply {
	r := say.Reply{Private: true, Text: text, Outcome: outcome}
	r.Buttons = []say.Button{req.Button(req.Words.Corpus.Undo, opUndo, say.Base36(int(number)))} //nolint:gosec // far below 2⁶³
	req.Note(&r, note)
	if r.Note != nil {
		r.Note.Buttons = r.Buttons
	}
	return r
}

// syncIndex brings the index up to what was just done. When that fails the records
// hold all the same, and questions go by them.
func syncIndex(ctx context.Context, req *request, article string) {
	err := errors.Join(req.stock.library.Sync(ctx, req.Server), req.stock.seen(ctx, req.Server, article))
	if err != nil {
		req.Log.LogAttrs(ctx, slog.LevelWarn, "not indexed yet", slog.String("server", req.Server), slog.String("error", err.Error()))
	}
}
