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

// view is one event being answered.
type view struct {
	desk  *Desk
	ev    *Event
	t     *words
	scope *index.Scope
	set   store.Settings
	// pinned are the articles whose words are not those of the serving
	// revision in this event, by id: see pin.
	pinned map[string]*index.Document
}

// Handle decides what to reply to ev. It never panics: what goes wrong is a
// private line for the member and, when unexpected, a log entry without their
// words. No reply leaves it that [Gate] has not passed.
func (d *Desk) Handle(ctx context.Context, ev Event) (r Reply) {
	v := &view{desk: d, ev: &ev, t: wordsFor(ev.Locale)}
	defer func() {
		if p := recover(); p != nil {
			r = v.errorReply(ctx, fmt.Errorf("panic: %v at %s", panicKind(p), debug.Stack()))
		}
	}()
	if wait, ok := v.allowed(); !ok {
		if ev.Kind == Message && !d.Limits.Tell(ev.Member, v.now()) {
			return Reply{Delivery: Ignore, Outcome: "refused"}
		}
		return v.refuse(problemTooOften, wait)
	}
	r, err := v.decide(ctx)
	if err != nil {
		return v.errorReply(ctx, err)
	}
	return v.gated(ctx, r)
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
func (v *view) allowed() (string, bool) {
	if v.ev.Kind == Complete || v.desk.Limits == nil {
		return "", true
	}
	d, ok := v.desk.Limits.Take(v.ev.Server, v.ev.Member, v.now())
	return v.t.wait(d), ok
}

// now is the time of the event.
func (v *view) now() time.Time {
	if v.ev.Time.IsZero() {
		return time.Now()
	}
	return v.ev.Time
}

func (v *view) refuse(p problem, detail string) Reply {
	return Reply{Private: true, Outcome: "refused", Text: say(v.t.Errors[p], detail)}
}

// gated passes r through the gate, and replaces it by an error when it does
// not pass.
func (v *view) gated(ctx context.Context, r Reply) Reply {
	article := func(id string) (*corpus.Article, error) {
		doc, err := v.document(ctx, id)
		if err != nil {
			return nil, err
		}
		return doc.Article, nil
	}
	if err := Gate(r.Text, r.Excerpts, article); err != nil {
		reply := v.errorReply(ctx, err)
		reply.Outcome = "not_verbatim"
		return reply
	}
	if r.Work != nil {
		r.Work = v.guarded(r.Work)
	}
	return r
}

// guarded is work whose reports pass the gate too, and whose panic is reported
// like that of a handler.
func (v *view) guarded(work func(context.Context, func(Reply))) func(context.Context, func(Reply)) {
	return func(ctx context.Context, report func(Reply)) {
		defer func() {
			if p := recover(); p != nil {
				report(v.errorReply(ctx, fmt.Errorf("panic: %v at %s", panicKind(p), debug.Stack())))
			}
		}()
		work(ctx, func(r Reply) { report(v.gated(ctx, r)) })
	}
}

// decide finds the handler of the event.
func (v *view) decide(ctx context.Context) (Reply, error) {
	if err := v.prepare(); err != nil {
		return Reply{}, err
	}
	switch v.ev.Kind {
	case Message:
		return v.message(ctx)
	case Command:
		return v.command(ctx)
	case Menu:
		return v.menu(ctx)
	case Complete:
		return v.complete(ctx)
	case Press, Choose, Submit:
		return v.component(ctx)
	}
	return Reply{}, refusal{problem: problemUnknown}
}

// prepare gets the server's settings and scope.
func (v *view) prepare() (err error) {
	if v.desk.Books.Settings != nil && v.ev.Server != "" {
		if v.set, err = v.desk.Books.Settings(v.ev.Server); err != nil {
			return fmt.Errorf("settings: %w", err)
		}
	}
	if v.scope, err = v.desk.Scopes(v.ev.Server); err != nil {
		return fmt.Errorf("scope: %w", err)
	}
	return nil
}

// command finds the handler of a slash command.
func (v *view) command(ctx context.Context) (Reply, error) {
	switch v.ev.Command {
	case "ask":
		return v.ask(ctx)
	case "said":
		return v.said(ctx)
	case "who-said":
		return v.whoSaid(ctx)
	case "check":
		return v.check(ctx)
	case "article list":
		return v.articles(ctx, 0)
	case "article show":
		return v.show(ctx)
	case "article speakers":
		return v.speakers(ctx)
	case "settings":
		return v.settings(ctx)
	case "help":
		return v.help(ctx)
	case "privacy":
		return v.privacy()
	}
	if strings.HasPrefix(v.ev.Command, "corpus ") {
		return v.corpusCommand(ctx)
	}
	return Reply{}, refusal{problem: problemUnknown}
}

// moderator refuses members who may not, whatever Discord let through.
func (v *view) moderator() error {
	switch {
	case v.ev.Server == "":
		return refusal{problem: problemServerOnly}
	case !v.ev.Mod:
		return refusal{problem: problemNotMod}
	}
	return nil
}

// private tells whether the answer to a command is for the asker only.
func (v *view) private() bool { return v.ev.flag("private", v.set.Private) }

// link is where c can be opened, "" when nowhere.
func (v *view) link(c index.Citation) string {
	if l := passageLink(c.Article, c.Ref); l != "" {
		return l
	}
	if v.desk.Reader == nil {
		return ""
	}
	return linkSafe(v.desk.Reader(v.ev.Server, c.Ref))
}
