package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"runtime/debug"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// request is one event being answered, with what its server and its member's
// language bring along.
type request struct {
	Event
	words    *words
	scope    *index.Scope
	settings store.Settings
	key      Key
	page     func(server string, r corpus.Ref) string // address of our page for a passage; nil = none
	feedback bool                                     // "Not right?" is offered
	log      *slog.Logger
}

// moderator refuses members who may not, whatever Discord let through.
func (req *request) moderator() error {
	switch {
	case req.Server == "":
		return refusal(req.words.Errors.ServerOnly)
	case !req.Mod:
		return refusal(req.words.Errors.NotMod)
	}
	return nil
}

// privately tells whether the answer to a command is for the asker only.
func (req *request) privately() bool { return req.flag("private", req.settings.Private) }

// link is where c can be opened, "" when nowhere.
func (req *request) link(c cite.Citation) string {
	if l := passageLink(c.Article, c.Ref); l != "" {
		return l
	}
	if req.page == nil {
		return ""
	}
	return linkSafe(req.page(req.Server, c.Ref))
}

// button is a button with its state sealed; what does not fit is no button.
func (req *request) button(label, op string, args ...string) Button {
	id, _ := req.seal(op, args...) // ids are short
	return Button{Label: label, CustomID: id}
}

// note has the log channel told, when there is one, that the member did
// something.
func (req *request) note(r *Reply, did string) {
	if req.settings.LogChannel != "" && snowflake(req.Member) {
		r.Note = &Note{Channel: req.settings.LogChannel, Text: "<@" + req.Member + "> " + did}
	}
}

// name is an article in a line: `a12` *Title*.
func (req *request) name(id, title string) string {
	return "`" + oneLine(id) + "` *" + req.words.titled(title) + "*"
}

// snowflake reports whether id is one of Discord's.
func snowflake(id string) bool { return snowflakes.MatchString(id) }

var snowflakes = regexp.MustCompile(`^[0-9]{1,20}$`)

// titleOf is an article's title; "" when it was removed since.
func (req *request) titleOf(ctx context.Context, id string) (string, error) {
	a, err := req.scope.Article(ctx, id)
	if errors.Is(err, index.ErrNoArticle) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return a.Title, nil
}

// at is the article of an excerpt, as it was when that was shown: a text that
// was replaced since can still be opened.
func (req *request) at(ctx context.Context, e excerpt) (doc *index.Document, replaced bool, err error) {
	doc, err = req.scope.Document(ctx, e.Ref.Article)
	if err != nil || doc.Article.Revision == e.Revision {
		return doc, false, err
	}
	doc, err = req.scope.Revision(ctx, e.Ref.Article, e.Revision)
	return doc, true, err
}

// gone turns an article that is not in the scope any more into the line
// for that.
func (req *request) gone(err error) error {
	if errors.Is(err, index.ErrNoArticle) {
		return refusal(req.words.Errors.Gone)
	}
	return err
}

// seal writes a custom ID for the server, or reports false when it does not
// fit.
func (req *request) seal(op string, args ...string) (string, bool) {
	return req.key.seal(req.Server, op, args...)
}

// open reads the custom ID of what was used; it fails with [errForged] when it
// is not ours, or of another server.
func (req *request) open() (customID, error) { return req.key.open(req.Server, req.CustomID) }

// panicked is the reply when a handler panicked with p.
func (req *request) panicked(ctx context.Context, p any) Reply {
	return req.errorReply(ctx, fmt.Errorf("panic: %v at %s", panicKind(p), debug.Stack()))
}
