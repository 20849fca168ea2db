package bot

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"sync"

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

	// reindex is the library's; tests take their time there.
	reindex func(ctx context.Context, server, by string, progress func(index.Progress)) (index.Report, error)

	sketches *lru.Cache[sketchKey, *corpus.Sketch]
	mu       sync.Mutex
	running  map[string]context.CancelFunc // reindexings, by server
}

// sketchKey names a text for good: an article's, at a revision.
type sketchKey struct {
	server, article, digest string
}

// sketchesKept is how many articles are compared with a new one without being
// read again: 10 MB of sketches.
const sketchesKept = 10_000

// NewStock makes a Stock. client gets attached files from Discord; fetcher
// gets pages of the web, nil when links are not to be fetched.
func NewStock(records *store.Store, library *index.Library, client *http.Client, fetcher *fetch.Fetcher) *Stock {
	kept, _ := lru.New[sketchKey, *corpus.Sketch](sketchesKept) // fails only for sizes below 1
	return &Stock{
		records: records, library: library, client: client, fetcher: fetcher, reindex: library.Reindex,
		sketches: kept, running: map[string]context.CancelFunc{},
	}
}

// corpusCommand finds the handler of a moderators' command.
func corpusCommand(ctx context.Context, req *request) (Reply, error) {
	if err := req.moderator(); err != nil {
		return Reply{}, err
	}
	if req.Command == "corpus status" {
		return showStatus(ctx, req)
	}
	if req.desk.Stock == nil {
		return Reply{}, refusal(req.words.Errors.Off)
	}
	switch req.Command {
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
	return Reply{}, refusal(req.words.Errors.Unknown)
}

// corpusPress finds the handler of a moderators' button or form.
func corpusPress(ctx context.Context, req *request, id customID) (Reply, error) {
	if err := req.moderator(); err != nil {
		return Reply{}, err
	}
	if req.desk.Stock == nil {
		return Reply{}, errForged
	}
	switch id.op {
	case opPaste:
		return previewPasted(ctx, req, id.arg(0))
	case opAccept:
		return acceptDraft(ctx, req, id.arg(0))
	case opDetails:
		return askDetails(req, id.arg(0))
	case opDetailed:
		return saveDetails(ctx, req, id.arg(0))
	case opDrop:
		return dropDraft(req, id.arg(0))
	case opTakeAway:
		return takeAway(ctx, req, id.arg(0))
	case opUndo:
		return undoAct(ctx, req, uint64(number(id.arg(0)))) //nolint:gosec // the MAC vouches for it
	case opStop:
		return stopReindexing(req)
	case opBack:
		return rollBack(ctx, req)
	case opDoubts:
		return showDoubts(ctx, req, number(id.arg(0)))
	}
	return Reply{}, errForged
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
	opDoubts   = "D" // page of what members found not right
)

// button is a button with its state sealed; what does not fit is no button.
func (req *request) button(label, op string, args ...string) Button {
	id, _ := req.desk.Key.seal(req.Server, op, args...) // ids are short
	return Button{Label: label, CustomID: id}
}

// syncIndex brings the index up to what was just done. When that fails the records
// hold all the same, and questions go by them.
func syncIndex(ctx context.Context, req *request) {
	if err := req.desk.Stock.library.Sync(ctx, req.Server); err != nil {
		req.desk.Log.LogAttrs(ctx, slog.LevelWarn, "not indexed yet", slog.String("server", req.Server), slog.String("error", err.Error()))
	}
}

// ownArticle finds one of the server's own articles by id or by what was
// typed of its title. House articles are the operator's.
func ownArticle(req *request, name string, list func(string) ([]store.Record, error)) (store.Record, error) {
	all, err := list(req.Server)
	if err != nil {
		return store.Record{}, err
	}
	if id, _, ok := parseParagraphID(name); ok {
		name = id
	}
	for _, r := range all {
		if r.ID == name {
			return r, nil
		}
	}
	found := ranked(all, name, func(r store.Record) []string { return []string{r.Title} })
	if len(found) != 1 || fold(name) == "" {
		return store.Record{}, refusal(req.words.Errors.WhichArticle)
	}
	return found[0], nil
}

// offerOwn completes the name of one of the server's own articles.
func offerOwn(ctx context.Context, req *request, typed string) ([]Choice, error) {
	house, err := req.desk.Scopes("")
	if err != nil {
		return nil, err
	}
	theirs, err := house.Headings(ctx)
	if err != nil {
		return nil, err
	}
	others := map[string]bool{}
	for _, h := range theirs {
		others[h.ID] = true
	}
	all, err := req.scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	found := rankedBy(all, req.desk.names.ofHeadings(all), typed)
	return offerHeadings(req, slices.DeleteFunc(found, func(h index.Heading) bool { return others[h.ID] })), nil
}

// offerRemoved completes the name of an article that can be restored.
func offerRemoved(req *request, typed string) ([]Choice, error) {
	records, err := req.desk.Stock.records.Removed(req.Server)
	if err != nil {
		return nil, err
	}
	var all []index.Heading
	for _, r := range records {
		all = append(all, index.Heading{ID: r.ID, Title: r.Title, Publisher: r.Publisher, Date: r.Date})
	}
	return offerHeadings(req, ranked(all, typed, func(h index.Heading) []string { return []string{h.Title, h.ID} })), nil
}

// corpusComplete completes the options of the moderators' commands.
func corpusComplete(ctx context.Context, req *request) ([]Choice, error) {
	if req.Server == "" || !req.Mod || req.desk.Stock == nil {
		return nil, nil
	}
	typed := req.Options[req.Focused]
	switch {
	case req.Focused == "article" && req.Command == "corpus restore":
		return offerRemoved(req, typed)
	case req.Focused == "article":
		return offerOwn(ctx, req, typed)
	case req.Focused == "quote":
		return offerQuotes(ctx, req, typed)
	case req.Focused == "name":
		return offerNames(ctx, req, typed)
	}
	return nil, nil
}

// loggedAct is the number of what the member just did to an article, for Undo.
func loggedAct(req *request, act store.Act, article string) (uint64, error) {
	list, err := req.desk.Stock.records.Log(req.Server, 50)
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

// reportAct is the reply to something done, with Undo here and in the log channel.
func reportAct(req *request, act store.Act, article, text, note string) (Reply, error) {
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

// name is an article in a line: `a12` *Title*.
func (req *request) name(id, title string) string {
	t := req.words.Untitled
	if Visible(title) != "" {
		t = clipLine(title, maxTitle)
	}
	return "`" + oneLine(id) + "` *" + t + "*"
}
