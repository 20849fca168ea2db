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
func (v *view) corpusCommand(ctx context.Context) (Reply, error) {
	if err := v.moderator(); err != nil {
		return Reply{}, err
	}
	if v.ev.Command == "corpus status" {
		return v.status(ctx)
	}
	if v.desk.Stock == nil {
		return Reply{}, refusal{problem: problemOff}
	}
	switch v.ev.Command {
	case "corpus reindex":
		return v.reindex()
	case "corpus add":
		return v.add(ctx, "")
	case "corpus replace":
		return v.replaceArticle(ctx)
	case "corpus remove":
		return v.askRemoval()
	case "corpus restore":
		return v.restore(ctx)
	case "corpus changes":
		return v.changes()
	case "corpus speaker":
		return v.fixSpeaker(ctx)
	case "corpus export":
		return v.export()
	}
	return Reply{}, refusal{problem: problemUnknown}
}

// corpusPress finds the handler of a moderators' button or form.
func (v *view) corpusPress(ctx context.Context, id customID) (Reply, error) {
	if err := v.moderator(); err != nil {
		return Reply{}, err
	}
	if v.desk.Stock == nil {
		return Reply{}, errForged
	}
	switch id.op {
	case opPaste:
		return v.pasted(ctx, id.arg(0))
	case opAccept:
		return v.accept(ctx, id.arg(0))
	case opDetails:
		return v.askDetails(id.arg(0))
	case opDetailed:
		return v.detailed(ctx, id.arg(0))
	case opDrop:
		return v.drop(id.arg(0))
	case opTakeAway:
		return v.takeAway(ctx, id.arg(0))
	case opUndo:
		return v.undo(ctx, uint64(number(id.arg(0)))) //nolint:gosec // the MAC vouches for it
	case opStop:
		return v.stopReindexing()
	case opBack:
		return v.rollback(ctx)
	case opDoubts:
		return v.doubts(ctx, number(id.arg(0)))
	}
	return Reply{}, errForged
}

// The moderators' buttons and forms.
const (
	opPaste    op = "P" // the form to paste into: article to replace
	opAccept   op = "A" // a draft
	opDetails  op = "E" // ask for a draft's details
	opDetailed op = "F" // the form with them
	opDrop     op = "C" // a draft, or nothing
	opTakeAway op = "R" // an article
	opUndo     op = "U" // a log entry
	opStop     op = "S" // the reindexing
	opBack     op = "B" // to the generation before
	opDoubts   op = "D" // page of what members found not right
)

// button is a button with its state sealed; what does not fit is no button.
func (v *view) button(label string, o op, args ...string) Button {
	id, _ := v.desk.Key.seal(v.ev.Server, customID{op: o, args: append(args, "")}) // ids are short
	return Button{Label: label, CustomID: id}
}

// sync brings the index up to what was just done. When that fails the records
// hold all the same, and questions go by them.
func (v *view) sync(ctx context.Context) {
	if err := v.desk.Stock.library.Sync(ctx, v.ev.Server); err != nil {
		v.desk.Log.LogAttrs(ctx, slog.LevelWarn, "not indexed yet", slog.String("server", v.ev.Server), slog.String("error", err.Error()))
	}
}

// ownArticle finds one of the server's own articles by id or by what was
// typed of its title. House articles are the operator's.
func (v *view) ownArticle(name string, list func(string) ([]store.Record, error)) (store.Record, error) {
	all, err := list(v.ev.Server)
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
		return store.Record{}, refusal{problem: problemWhichArticle}
	}
	return found[0], nil
}

// offerOwn completes the name of one of the server's own articles.
func (v *view) offerOwn(ctx context.Context, typed string) ([]Choice, error) {
	house, err := v.desk.Scopes("")
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
	all, err := v.scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	found := rankedBy(all, v.desk.names.ofHeadings(all), typed)
	return v.offer(slices.DeleteFunc(found, func(h index.Heading) bool { return others[h.ID] })), nil
}

// offerRemoved completes the name of an article that can be restored.
func (v *view) offerRemoved(typed string) ([]Choice, error) {
	records, err := v.desk.Stock.records.Removed(v.ev.Server)
	if err != nil {
		return nil, err
	}
	var all []index.Heading
	for _, r := range records {
		all = append(all, index.Heading{ID: r.ID, Title: r.Title, Publisher: r.Publisher, Date: r.Date})
	}
	return v.offer(ranked(all, typed, func(h index.Heading) []string { return []string{h.Title, h.ID} })), nil
}

// corpusComplete completes the options of the moderators' commands.
func (v *view) corpusComplete(ctx context.Context) ([]Choice, error) {
	if v.ev.Server == "" || !v.ev.Mod || v.desk.Stock == nil {
		return nil, nil
	}
	typed := v.ev.Options[v.ev.Focused]
	switch {
	case v.ev.Focused == "article" && v.ev.Command == "corpus restore":
		return v.offerRemoved(typed)
	case v.ev.Focused == "article":
		return v.offerOwn(ctx, typed)
	case v.ev.Focused == "quote":
		return v.offerQuotes(ctx, typed)
	case v.ev.Focused == "name":
		return v.offerNames(ctx, typed)
	}
	return nil, nil
}

// logged is the number of what the member just did to an article, for Undo.
func (v *view) logged(act store.Act, article string) (uint64, error) {
	list, err := v.desk.Stock.records.Log(v.ev.Server, 50)
	if err != nil {
		return 0, err
	}
	i := slices.IndexFunc(list, func(e store.Entry) bool {
		return e.Act == act && e.Article == article && e.By == v.ev.Member
	})
	if i < 0 {
		return 0, errors.New("an act is not in the log")
	}
	return list[i].Number, nil
}

// did is the reply to something done, with Undo here and in the log channel.
func (v *view) did(act store.Act, article, text, note string) (Reply, error) {
	r := Reply{Private: true, Text: text, Outcome: string(act)}
	n, err := v.logged(act, article)
	if err != nil {
		return r, err
	}
	r.Buttons = []Button{v.button(v.t.Corpus.Undo, opUndo, n36(int(n)))} //nolint:gosec // far below 2⁶³
	v.note(&r, note)
	if r.Note != nil {
		r.Note.Buttons = r.Buttons
	}
	return r, nil
}

// name is an article in a line: `a12` *Title*.
func (v *view) name(id, title string) string {
	t := v.t.Untitled
	if Visible(title) != "" {
		t = clipLine(title, maxTitle)
	}
	return "`" + oneLine(id) + "` *" + t + "*"
}
