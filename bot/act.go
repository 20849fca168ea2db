package bot

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// reportAct is the reply to something done, with Undo here and in the log channel.
func reportAct(req *modRequest, act store.Act, article, text, note string) (Reply, error) {
	r := Reply{Private: true, Text: text, Outcome: string(act)}
	n, err := loggedAct(req, act, article)
	if err != nil {
		return r, err
	}
	r.Buttons = []Button{req.button(req.words.Corpus.Undo, opUndo, n36(int(n)))} //nolint:gosec // far below 2⁶³
	req.note(&r, note)
	if r.Note != nil {
		r.Note.Buttons = r.Buttons
	}
	return r, nil
}

// loggedAct is the number of what the member just did to an article, for Undo.
func loggedAct(req *modRequest, act store.Act, article string) (uint64, error) {
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
func syncIndex(ctx context.Context, req *modRequest) {
	if err := req.stock.library.Sync(ctx, req.Server); err != nil {
		req.log.LogAttrs(ctx, slog.LevelWarn, "not indexed yet", slog.String("server", req.Server), slog.String("error", err.Error()))
	}
}
