// Package desk decides what to reply to what members do. [Desk.Handle] turns an
// Event into a Reply; it knows nothing of Discord's types and sends nothing,
// so the playground in a terminal gives the same texts from the same code.
// What only moderators do is in the package moderate beside it.
//
// The files, in the order in which an event goes through them:
//
//	desk.go     [Desk], and who answers what
//	limit.go    nobody takes all there is
//	complete.go what an option being typed may become
//	button.go   buttons, menus and forms
//	menu.go     the commands of a message's menu
//	why.go      how an answer came about
//	settings.go /settings
//	doubt.go    "Not right?"
//	question.go questions, by mention and /ask
//	follow.go   questions about the answer before
//	help.go     /help, /privacy
//	check.go    /check
//	whosaid.go  /who-said
//	said.go     /said
//	article.go  /article
//	names.go    who is quoted, who is named
//	reading.go  opening an article, turning its pages
//	choose.go   which article, which speaker was meant
//	answer.go   passages under an answer, whose words they are, buttons
//	recent.go   what a member was shown last
package desk

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// Desk decides what to reply. It is safe for concurrent use; the same event
// against the same articles gives the same reply.
type Desk struct {
	// Scopes gives what a server's members may see; "" is a direct message
	// and sees house articles only.
	Scopes func(server string) (*index.Scope, error)
	Engine *ask.Engine
	Books  Books
	Stock  *moderate.Stock // what moderators look after; nil = not offered, as in the playground
	Key    say.Key         // signs custom IDs; the same after a restart
	Limits *Limits         // nil = none: somebody alone at a terminal
	Pages  Pages
	Log    *slog.Logger

	// Answered, when set, is told how sure each answer is, and Doubted how sure
	// one was under which somebody pressed "Not right?": [say.Reply.Sure], for
	// metrics. Of what is no answer to a question Doubted gets "other".
	Answered, Doubted func(sure string)

	names  directory.Names
	recent recentAnswers
	asked  atomic.Int64 // events being answered
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

// Pages gives addresses of pages in a browser, "" where there is none. A nil
// function means that there are no pages.
type Pages struct {
	Passage func(server string, set store.Settings, e say.Excerpt) string
	// Article is that of an article, or of all of the server's when id is "".
	Article func(server string, set store.Settings, id string) string
}

// request is one event being answered.
type request struct {
	*say.Request
	desk *Desk
}

// Busy tells whether an event is being answered now.
func (d *Desk) Busy() bool { return d.asked.Load() > 0 }

// Handle decides what to reply to ev. It never panics: what goes wrong is a
// private line for the member and, when unexpected, a log entry without their
// words. No reply leaves it that the gate has not passed.
func (d *Desk) Handle(ctx context.Context, ev say.Event) (r say.Reply) {
	d.asked.Add(1)
	defer d.asked.Add(-1)
	if ev.Kind != say.Complete {
		d.Engine.Come()
	}
	req := &request{desk: d, Request: &say.Request{
		Event: ev, Words: say.WordsFor(ev.Locale), Key: d.Key, Feedback: d.Books.Doubt != nil, Log: d.Log,
	}}
	defer func() {
		if p := recover(); p != nil {
			r = req.Panicked(ctx, p)
		}
	}()
	if wait, ok := req.allowed(); !ok {
		if ev.Kind == say.Message && !d.Limits.tell(ev.Member, req.now()) {
			return say.Reply{Delivery: say.Ignore, Outcome: "refused"}
		}
		return say.Reply{Private: true, Outcome: "refused", Text: fmt.Sprintf(req.Words.Errors.TooOften, wait)}
	}
	r, err := decide(ctx, req)
	if err != nil {
		return req.Failed(ctx, err)
	}
	return req.Gated(ctx, r)
}

// allowed takes a token for what costs something. Completions come with every
// key pressed and are cheap.
func (req *request) allowed() (string, bool) {
	if req.Kind == say.Complete || req.desk.Limits == nil {
		return "", true
	}
	d, ok := req.desk.Limits.take(req.Server, req.Member, req.now())
	return req.Words.Wait(d), ok
}

// now is the time of the event.
func (req *request) now() time.Time {
	if req.Time.IsZero() {
		return time.Now()
	}
	return req.Time
}

// decide finds the handler of the event.
func decide(ctx context.Context, req *request) (say.Reply, error) {
	if err := prepare(req); err != nil {
		return say.Reply{}, err
	}
	switch req.Kind {
	case say.Message:
		return answerMessage(ctx, req)
	case say.Command:
		return handleCommand(ctx, req)
	case say.Menu:
		return handleMenu(ctx, req)
	case say.Complete:
		return complete(ctx, req)
	case say.Press, say.Choose, say.Submit:
		return handleComponent(ctx, req)
	}
	return say.Reply{}, say.Refusal(req.Words.Errors.Unknown)
}

// prepare gets the server's settings and scope.
func prepare(req *request) (err error) {
	if req.desk.Books.Settings != nil && req.Server != "" {
		if req.Settings, err = req.desk.Books.Settings(req.Server); err != nil {
			return fmt.Errorf("settings: %w", err)
		}
	}
	if passage := req.desk.Pages.Passage; passage != nil && !req.Settings.PagesOff {
		req.Page = func(e say.Excerpt) string { return passage(req.Server, req.Settings, e) }
	}
	if req.Scope, err = req.desk.Scopes(req.Server); err != nil {
		return fmt.Errorf("scope: %w", err)
	}
	return nil
}

// handleCommand finds the handler of a slash command.
func handleCommand(ctx context.Context, req *request) (say.Reply, error) {
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
	case "article link":
		return linkArticle(ctx, req)
	case "settings":
		return handleSettings(ctx, req)
	case "help":
		return tellHelp(ctx, req)
	case "privacy":
		return tellPrivacy(req)
	}
	if strings.HasPrefix(req.Command, "corpus ") {
		if err := req.OnlyModerators(); err != nil {
			return say.Reply{}, err
		}
		if req.desk.Stock == nil {
			return say.Reply{}, say.Refusal(req.Words.Errors.Off)
		}
		return req.desk.Stock.Command(ctx, req.Request)
	}
	return say.Reply{}, say.Refusal(req.Words.Errors.Unknown)
}

// Interrupted gives what is to be said at the start of work that the end of
// the program broke off.
func (d *Desk) Interrupted(ctx context.Context) []say.Note {
	if d.Stock == nil {
		return nil
	}
	return d.Stock.Interrupted(ctx, d.Log)
}

// StaysPrivate tells before the reply is known whether it will be for the
// asker only.
func (d *Desk) StaysPrivate(ev say.Event) bool {
	if ev.Kind != say.Command {
		return true
	}
	switch ev.Command {
	case "ask", "said", "who-said", "check":
	default:
		return true
	}
	def := false
	if d.Books.Settings != nil && ev.Server != "" {
		set, err := d.Books.Settings(ev.Server)
		def = err != nil || set.Private
	}
	return ev.Flag("private", def)
}
