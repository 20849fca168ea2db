package say

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"runtime/debug"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// Request is one event being answered, with what its server and its member's
// language bring along.
type Request struct {
	Event
	Words    *Words
	Scope    *index.Scope
	Settings store.Settings
	Key      Key
	Page     func(e Excerpt) string // address of our page for a passage, "" where there is none; nil = no pages
	Feedback bool                   // "Not right?" is offered
	Log      *slog.Logger
}

// OnlyModerators refuses members who may not, whatever Discord let through.
func (req *Request) OnlyModerators() error {
	switch {
	case req.Server == "":
		return Refusal(req.Words.Errors.ServerOnly)
	case !req.Mod:
		return Refusal(req.Words.Errors.NotMod)
	}
	return nil
}

// Privately tells whether the answer to a command is for the asker only.
func (req *Request) Privately() bool { return req.Flag("private", req.Settings.Private) }

// pageOf is where our page shows c, "" when there is none.
func (req *Request) pageOf(c cite.Citation) string {
	if req.Page == nil {
		return ""
	}
	e := Excerpt{Ref: c.Ref, Revision: c.Article.Revision}
	if c.Ref.Contains(c.Mark) {
		e.Mark = c.Mark
	}
	if l := linkSafe(req.Page(e)); len(l) <= maxPage {
		return l
	}
	return ""
}

// Button is a button with its state sealed; what does not fit is no button.
func (req *Request) Button(label, op string, args ...string) Button {
	id, _ := req.Seal(op, args...) // ids are short
	return Button{Label: label, CustomID: id}
}

// Note has the log channel told, when there is one, that the member did
// something.
func (req *Request) Note(r *Reply, did string) {
	if req.Settings.LogChannel != "" && Snowflake(req.Member) {
		r.Note = &Note{Channel: req.Settings.LogChannel, Text: "<@" + req.Member + "> " + did}
	}
}

// ArticleName is an article in a line: `a12` *Title*.
func (req *Request) ArticleName(id, title string) string {
	return "`" + OneLine(id) + "` *" + req.Words.Titled(title) + "*"
}

// Snowflake reports whether id is one of Discord's.
func Snowflake(id string) bool { return snowflakes.MatchString(id) }

var snowflakes = regexp.MustCompile(`^[0-9]{1,20}$`)

// TitleOf is an article's title; "" when it was removed since.
func (req *Request) TitleOf(ctx context.Context, id string) (string, error) {
	a, err := req.Scope.Article(ctx, id)
	if errors.Is(err, index.ErrNoArticle) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return a.Title, nil
}

// Document is the article of an excerpt, as it was when that was shown: a text that
// was replaced since can still be opened.
func (req *Request) Document(ctx context.Context, e Excerpt) (doc *index.Document, replaced bool, err error) {
	doc, err = req.Scope.Document(ctx, e.Ref.Article)
	if err != nil || doc.Article.Revision == e.Revision {
		return doc, false, err
	}
	doc, err = req.Scope.Revision(ctx, e.Ref.Article, e.Revision)
	return doc, true, err
}

// Gone turns an article that is not in the scope any more into the line
// for that.
func (req *Request) Gone(err error) error {
	if errors.Is(err, index.ErrNoArticle) {
		return Refusal(req.Words.Errors.Gone)
	}
	return err
}

// Seal writes a custom ID for the server, or reports false when it does not
// fit.
func (req *Request) Seal(op string, args ...string) (string, bool) {
	return req.Key.seal(req.Server, op, args...)
}

// Open reads the custom ID of what was used; it fails with [errForged] when it
// is not ours, or of another server.
func (req *Request) Open() (ID, error) { return req.Key.open(req.Server, req.CustomID) }

// Panicked is the reply when a handler panicked with p.
func (req *Request) Panicked(ctx context.Context, p any) Reply {
	return req.Failed(ctx, fmt.Errorf("panic: %v at %s", panicKind(p), debug.Stack()))
}
