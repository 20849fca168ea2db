package moderate

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// reportAct is the reply to something done, with Undo here and in the log channel.
func reportAct(req *request, act store.Act, article, text, note string) (say.Reply, error) {
	r := say.Reply{Private: true, Text: text, Outcome: string(act)}
	n, err := loggedAct(req, act, article)
	if err != nil {
		return r, err
	}
	r.Buttons = []say.Button{req.Button(req.Words.Corpus.Undo, opUndo, say.Base36(int(n)))} //nolint:gosec // far below 2⁶³
	req.Note(&r, note)
	if r.Note != nil {
		r.Note.Buttons = r.Buttons
	}
	return r, nil
}

// loggedAct is the number of what the member just did to an article, for Undo.
func loggedAct(req *request, act store.Act, article string) (uint64, error) {
	list, err := req.stock.records.Log(req.Server, 50)
	if err != nil {
		return 0, err
	}
	i := slices.IndexFunc(list, func(e store.Entry) bool {
		return e.Act == act && e.Article == article && e.By == req.Member
	})
	if i < 0 {
		return 0, errors.New("an act is not in the log")
	}
	return list[i].Number, nil
}

// syncIndex brings the index up to what was just done. When that fails the records
// hold all the same, and questions go by them.
func syncIndex(ctx context.Context, req *request) {
	if err := req.stock.library.Sync(ctx, req.Server); err != nil {
		req.Log.LogAttrs(ctx, slog.LevelWarn, "not indexed yet", slog.String("server", req.Server), slog.String("error", err.Error()))
	}
}
