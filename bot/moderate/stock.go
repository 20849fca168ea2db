// Package moderate does what moderators do with the articles of their server:
// add, replace, remove, restore, correct speakers, index anew, see how things
// stand. Every act is one transaction of the records, in the log with an undo;
// the index follows.
//
// The files, in the order in which an article comes in, is looked after and
// goes:
//
//	stock.go    [Stock], and which command and button does what
//	add.go      /corpus add and replace
//	paste.go    the form to paste into
//	source.go   the text from a file or the web
//	preview.go  what would be added
//	copies.go   articles that a new one resembles
//	draft.go    the buttons under a preview
//	reindex.go  /corpus reindex: the work and its progress
//	reread.go   an article read again from its original
//	run.go      what is kept of it, over a restart
//	changes.go  what it changed, and the way back
//	remove.go   remove, restore, undo
//	speaker.go  whose words a quote really is
//	status.go   /corpus status
//	attribution.go who says what, and what another version said
//	doubts.go   what members found not right
//	export.go   all records as a file
//	find.go     one of the server's own articles by name
//	act.go      something done: indexed, told, with its undo
package moderate

import (
	"context"
	"net/http"
	"sync"

	"github.com/verbatim-bot/verbatim/bot/say"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// Stock is what moderators look after: the records of all servers and the
// index made of them. Make it with [NewStock].
type Stock struct {
	records *store.Store
	library *index.Library
	client  *http.Client
	fetcher *fetch.Fetcher

	// Version of this program, to tell what a later one reads otherwise.
	Version string
	// Reindex is the library's; tests take their time there.
	Reindex func(ctx context.Context, server, by string, progress func(index.Progress)) (index.Report, error)

	sketches *lru.Cache[sketchKey, *corpus.Sketch]
	mu       sync.Mutex
	running  map[string]context.CancelFunc // reindexings, by server
}

// New makes a Stock. client gets attached files from Discord; fetcher
// gets pages of the web, nil when links are not to be fetched.
func New(records *store.Store, library *index.Library, client *http.Client, fetcher *fetch.Fetcher) *Stock {
	kept, _ := lru.New[sketchKey, *corpus.Sketch](sketchesKept) // fails only for sizes below 1
	return &Stock{
		records: records, library: library, client: client, fetcher: fetcher, Reindex: library.Reindex,
		sketches: kept, running: map[string]context.CancelFunc{},
	}
}

// request is a moderator's event being answered.
type request struct {
	*say.Request
	stock *Stock
}

// Command answers a moderators' command. The caller has checked that the member
// is one.
func (s *Stock) Command(ctx context.Context, event *say.Request) (say.Reply, error) {
	req := &request{event, s}
	switch req.Command {
	case "corpus status":
		return showStatus(ctx, req)
	case "corpus reindex":
		return beginReindex(req)
	case "corpus add":
		return addArticle(ctx, req, "")
	case "corpus replace":
		return replaceArticle(ctx, req)
	case "corpus remove":
		return askRemoval(req)
	case "corpus restore":
		return restoreArticle(ctx, req)
	case "corpus changes":
		return showChanges(req)
	case "corpus speaker":
		return fixSpeaker(ctx, req)
	case "corpus export":
		return exportRecords(req)
	}
	return say.Reply{}, say.Refusal(req.Words.Errors.Unknown)
}

// Press answers a moderators' button or form. The caller has checked that the
// member is one.
func (s *Stock) Press(ctx context.Context, event *say.Request, id say.ID) (say.Reply, error) {
	req := &request{event, s}
	switch id.Op {
	case opPaste:
		return previewPasted(ctx, req, id.Arg(0))
	case opAccept:
		return acceptDraft(ctx, req, id.Arg(0))
	case opDetails:
		return askDetails(req, id.Arg(0))
	case opDetailed:
		return saveDetails(ctx, req, id.Arg(0))
	case opDrop:
		return dropDraft(req, id.Arg(0))
	case opTakeAway:
		return takeAway(ctx, req, id.Arg(0))
	case opUndo:
		return undoAct(ctx, req, uint64(id.Number(0))) //nolint:gosec // the MAC vouches for it
	case opStop:
		return stopReindexing(req)
	case opBack:
		return rollBack(ctx, req)
	case opRead:
		return readAgain(ctx, req, id.Arg(0))
	case opDoubts:
		return showDoubts(ctx, req, id.Number(0))
	}
	return say.Reply{}, say.ErrForged
}

// The moderators' buttons and forms.
const (
	opPaste    = "P" // the form to paste into: article to replace
	opAccept   = "A" // a draft
	opDetails  = "E" // ask for a draft's details
	opDetailed = "F" // the form with them
	opDrop     = "C" // a draft, or nothing
	opTakeAway = "R" // an article
	opUndo     = "U" // a log entry
	opStop     = "S" // the reindexing
	opBack     = "B" // to the generation before
	opRead     = "O" // an article from its original
	opDoubts   = "D" // page of what members found not right
)
