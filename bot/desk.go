package bot

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// Desk decides what to reply. It is safe for concurrent use; the same event
// against the same articles gives the same reply.
type Desk struct {
	// Scopes gives what a server's members may see; "" is a direct message
	// and sees house articles only.
	Scopes func(server string) (*index.Scope, error)
	Engine *ask.Engine
	Books  Books
	Stock  *Stock                                   // what moderators look after; nil = not offered, as in the playground
	Key    Key                                      // signs custom IDs; the same after a restart
	Limits *Limits                                  // nil = none: somebody alone at a terminal
	Reader func(server string, r corpus.Ref) string // address of our page for a passage; nil = none
	Log    *slog.Logger

	names nameCache
}

// Books is what the desk reads and writes of a server's records. A nil
// function is a thing that this program does not offer: in the playground,
// for one.
type Books struct {
	Settings func(server string) (store.Settings, error)
	Set      func(server, by string, change func(*store.Settings)) (store.Settings, error)
	// Doubt keeps a "Not right?".
	Doubt func(server string, d store.Doubt) error
	// Forget deletes what Doubt kept of a member, anywhere, and tells how many.
	Forget func(member string) (int, error)
}

// request is one event being answered, with what its server and its member's
// language bring along.
type request struct {
	Event
	desk     *Desk
	words    *words
	scope    *index.Scope
	settings store.Settings
}

// Handle decides what to reply to ev. It never panics: what goes wrong is a
// private line for the member and, when unexpected, a log entry without their
// words. No reply leaves it that [Gate] has not passed.
func (d *Desk) Handle(ctx context.Context, ev Event) (r Reply) {
	req := &request{Event: ev, desk: d, words: wordsFor(ev.Locale)}
	defer func() {
		if p := recover(); p != nil {
			r = req.errorReply(ctx, fmt.Errorf("panic: %v at %s", panicKind(p), debug.Stack()))
		}
	}()
	if wait, ok := req.allowed(); !ok {
		if ev.Kind == Message && !d.Limits.Tell(ev.Member, req.now()) {
			return Reply{Delivery: Ignore, Outcome: "refused"}
		}
		return Reply{Private: true, Outcome: "refused", Text: fmt.Sprintf(req.words.Errors.TooOften, wait)}
	}
	r, err := decide(ctx, req)
	if err != nil {
		return req.errorReply(ctx, err)
	}
	return req.gated(ctx, r)
}

// panicKind is a panic's value when it is a runtime error; other values might
// hold a member's words.
func panicKind(p any) any {
	if err, ok := p.(interface{ RuntimeError() }); ok {
		return err
	}
	return fmt.Sprintf("%T", p)
}

// allowed takes a token for what costs something. Completions come with every
// key pressed and are cheap.
func (req *request) allowed() (string, bool) {
	if req.Kind == Complete || req.desk.Limits == nil {
		return "", true
	}
	d, ok := req.desk.Limits.Take(req.Server, req.Member, req.now())
	return req.words.wait(d), ok
}

// now is the time of the event.
func (req *request) now() time.Time {
	if req.Time.IsZero() {
		return time.Now()
	}
	return req.Time
}

// gated passes r through the gate, and replaces it by an error when it does
// not pass.
func (req *request) gated(ctx context.Context, r Reply) Reply {
	article := func(e excerpt) (*corpus.Article, error) {
		if e.Ref.Article == "" && r.Draft != nil {
			return r.Draft, nil
		}
		doc, _, err := at(ctx, req, e)
		if err != nil {
			return nil, err
		}
		return doc.Article, nil
	}
	if err := Gate(r.Text, r.Excerpts, article); err != nil {
		reply := req.errorReply(ctx, err)
		reply.Outcome = "not_verbatim"
		return reply
	}
	if r.Work != nil {
		r.Work = req.guarded(r.Work)
	}
	return r
}

// guarded is work whose reports pass the gate too, and whose panic is reported
// like that of a handler.
func (req *request) guarded(work func(context.Context, func(Reply))) func(context.Context, func(Reply)) {
	return func(ctx context.Context, report func(Reply)) {
		defer func() {
			if p := recover(); p != nil {
				report(req.errorReply(ctx, fmt.Errorf("panic: %v at %s", panicKind(p), debug.Stack())))
			}
		}()
		work(ctx, func(r Reply) { report(req.gated(ctx, r)) })
	}
}

// decide finds the handler of the event.
func decide(ctx context.Context, req *request) (Reply, error) {
	if err := prepare(req); err != nil {
		return Reply{}, err
	}
	switch req.Kind {
	case Message:
		return answerMessage(ctx, req)
	case Command:
		return handleCommand(ctx, req)
	case Menu:
		return handleMenu(ctx, req)
	case Complete:
		return complete(ctx, req)
	case Press, Choose, Submit:
		return handleComponent(ctx, req)
	}
	return Reply{}, refusal(req.words.Errors.Unknown)
}

// prepare gets the server's settings and scope.
func prepare(req *request) (err error) {
	if req.desk.Books.Settings != nil && req.Server != "" {
		if req.settings, err = req.desk.Books.Settings(req.Server); err != nil {
			return fmt.Errorf("settings: %w", err)
		}
	}
	if req.scope, err = req.desk.Scopes(req.Server); err != nil {
		return fmt.Errorf("scope: %w", err)
	}
	return nil
}

// handleCommand finds the handler of a slash command.
func handleCommand(ctx context.Context, req *request) (Reply, error) {
	switch req.Command {
	case "ask":
		return askQuestion(ctx, req)
	case "said":
		return answerSaid(ctx, req)
	case "who-said":
		return answerWhoSaid(ctx, req)
	case "check":
		return checkQuote(ctx, req)
	case "article list":
		return listArticles(ctx, req, 0)
	case "article show":
		return showArticle(ctx, req)
	case "article speakers":
		return listSpeakers(ctx, req)
	case "settings":
		return handleSettings(ctx, req)
	case "help":
		return tellHelp(ctx, req)
	case "privacy":
		return tellPrivacy(req)
	}
	if strings.HasPrefix(req.Command, "corpus ") {
		return corpusCommand(ctx, req)
	}
	return Reply{}, refusal(req.words.Errors.Unknown)
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
	if req.desk.Reader == nil {
		return ""
	}
	return linkSafe(req.desk.Reader(req.Server, c.Ref))
}
