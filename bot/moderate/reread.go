package moderate

import (
	"context"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// readAgain answers the button under the reindexing of an article: it reads the
// article from the original as this version does, and shows the new text as one
// that would replace it.
func readAgain(ctx context.Context, req *request, id string) (say.Reply, error) {
	records := req.stock.records
	was, err := records.Article(req.Server, id)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	original, err := records.Original(req.Server, id, was.Revision)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	is, err := was.Reread(original)
	if err != nil {
		return say.Reply{}, err
	}
	if is.Same(was) {
		return say.Reply{Private: true, Text: req.Words.Corpus.ReadSame, Outcome: "read"}, nil
	}
	return previewDraft(ctx, req, store.Draft{Article: is, Original: original}, id)
}
