package moderate

import (
	"context"
	"errors"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// addArticle answers /corpus add, and /corpus replace with the id of an article: it
// gets the text and shows a preview. Without a file or an address it opens the
// form to paste into.
func addArticle(ctx context.Context, req *request, replaces string) (say.Reply, error) {
	file, attached := req.Files["file"]
	address := strings.TrimSpace(req.Options["url"])
	var d store.Draft
	var err error
	switch {
	case attached && address != "":
		return say.Reply{}, say.Refusal(req.Words.Errors.OneSource)
	case attached:
		d, err = req.stock.download(ctx, file)
	case address != "" && req.stock.fetcher == nil:
		return say.Reply{}, say.Refusal(req.Words.Errors.FetchOff)
	case address != "":
		d, err = req.stock.fetch(ctx, address)
	default:
		return askPaste(req, replaces), nil
	}
	if refused, ok := errors.AsType[*fetch.Error](err); ok {
		return say.Reply{}, say.Refusal(fetchLine(req.Words, refused))
	}
	if errors.Is(err, errDownload) {
		return say.Reply{}, say.Refusal(req.Words.Errors.Download)
	}
	if err != nil {
		return say.Reply{}, err
	}
	return previewDraft(ctx, req, d, replaces)
}

// replaceArticle answers /corpus replace.
func replaceArticle(ctx context.Context, req *request) (say.Reply, error) {
	r, err := ownArticle(req, req.Options["article"], req.stock.records.Articles)
	if err != nil {
		return say.Reply{}, err
	}
	return addArticle(ctx, req, r.ID)
}
