package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

func newPlay(std streams) *cobra.Command {
	var paths []string
	c := &cobra.Command{
		Use:   "play",
		Short: "Ask in the terminal what you would ask in Discord",
		Long: `Play opens the playground: the same engine and the same replies as in Discord,
without Discord. Type a question, or a slash command such as /said or /check.
Without a terminal it answers one question per line of standard input.`,
		Args: cobra.NoArgs,
		RunE: runE(func(ctx context.Context, _ []string) error {
			return play(ctx, std, paths)
		}),
	}
	c.Flags().StringArrayVarP(&paths, "article", "a", nil, "article `FILE` or folder of articles (repeatable)")
	return c
}

// connect tells how to get from the playground to Discord.
const connect = "To connect Discord: make an application at https://discord.com/developers/applications, " +
	"put its bot token into a file .env as DISCORD_TOKEN=..., and start verbatim again."

func play(ctx context.Context, std streams, paths []string) error {
	scope, err := scopeOf(paths, std.warn)
	if err != nil {
		return err
	}
	p := &playground{
		std:   std,
		scope: scope,
		desk:  newDesk(func(string) (*index.Scope, error) { return scope, nil }, std.err),
		base:  say.Event{Member: "0", Name: "you", Locale: locale(os.Getenv)},
	}
	if std.inTerminal {
		if err := p.greet(ctx, scope); err != nil {
			return err
		}
	}
	p.typed = newEditor(ctx, std, func(line string, pos int) (string, []string, string) {
		return p.complete(ctx, line, pos)
	})
	defer p.typed.close()
	return p.run(ctx)
}

// newDesk makes the desk of somebody alone at a terminal: nothing is kept and
// nobody has to wait.
func newDesk(scopes func(string) (*index.Scope, error), log io.Writer) *desk.Desk {
	key := make([]byte, 32)
	rand.Read(key) // never fails
	return &desk.Desk{
		Scopes: scopes,
		Engine: shellEngine(),
		Key:    key,
		Log:    slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelWarn})),
	}
}

// locale is the reader's language as Discord names it, "" when unknown.
func locale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			v, _, _ = strings.Cut(v, ".")
			return strings.ReplaceAll(v, "_", "-")
		}
	}
	return ""
}

// playground is a conversation with the desk in a terminal.
type playground struct {
	std   streams
	typed *editor
	scope *index.Scope
	desk  *desk.Desk
	base  say.Event // what every event of this person has
	shown say.Reply // the last reply
}

func (p *playground) greet(ctx context.Context, scope *index.Scope) error {
	list, err := scope.Headings(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.std.out, p.std.paint.bold("verbatim"), "answers with word-for-word passages of:")
	for _, h := range list[:min(len(list), 10)] {
		fmt.Fprintf(p.std.out, "  %s  %s\n", h.ID, p.std.paint.inert(h.Title))
	}
	if len(list) > 10 {
		fmt.Fprintf(p.std.out, "  and %d more\n", len(list)-10)
	}
	fmt.Fprintln(p.std.out, p.std.paint.wrap("", "Type a question, or /said, /who-said, /check, /article list, /help; Tab completes, /quit leaves."))
	fmt.Fprintln(p.std.out, p.std.paint.wrap("", p.std.paint.dim(connect)))
	fmt.Fprintln(p.std.out)
	return nil
}

// run answers line after line, until somebody leaves.
func (p *playground) run(ctx context.Context) error {
	dropped := false
	for first := true; ; first = false {
		line, err := p.typed.read(ctx, "› ")
		if errors.Is(err, errDropped) {
			if dropped {
				return nil
			}
			dropped = true
			fmt.Fprintln(p.std.out, p.std.paint.dim("Ctrl-C again, Ctrl-D or /quit leaves."))
			continue
		}
		dropped = false
		if err != nil {
			return ended(err)
		}
		if p.leaves(line) {
			return nil
		}
		if !first && !p.std.inTerminal {
			fmt.Fprintln(p.std.out)
		}
		if strings.TrimSpace(line) == "" && p.std.inTerminal {
			continue
		}
		p.typed.remember(line)
		if text := p.own(line); text != "" {
			fmt.Fprint(p.std.out, p.std.paint.markdown(text))
			continue
		}
		if err := p.handle(ctx, p.event(line)); err != nil {
			return err
		}
	}
}

// ended is what the end of the input means: nothing to complain of, nor is an
// interrupt.
func ended(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, errDropped) || isInterrupt(err) {
		return nil
	}
	return fmt.Errorf("standard input: %w", err)
}

// leaves reports whether line says goodbye. Where nobody sits at a terminal
// only a command does.
func (p *playground) leaves(line string) bool {
	switch strings.ToLower(strings.TrimSpace(line)) {
	case leave, "/exit":
		return true
	case "quit", "exit", ":q":
		return p.std.inTerminal
	}
	return false
}

// own is what a terminal says where Discord would say something else, "" when
// the desk is to answer.
func (p *playground) own(line string) string {
	if !p.std.inTerminal {
		return ""
	}
	switch word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(line)), " "); word {
	case "/corpus", "/settings":
		return moderators
	case "/help", "/?":
		return help
	}
	if strings.EqualFold(strings.TrimSpace(line), "help") {
		return help
	}
	return ""
}

// moderators is what the commands of moderators say in a terminal.
const moderators = "That is for the moderators of a Discord server. From a shell, **verbatim corpus** does the same; verbatim corpus --help lists what.\n"

// help is what /help says in a terminal.
const help = `Type a **question**; the answer is a passage of the articles, word for word, and where it stands.

/said NAME about: WORDS — what somebody said
/who-said WORDS — whose words these are
/check QUOTE speaker: NAME — is a quote genuine
/article list · /article show ID · /article speakers ID — what there is to ask
/quit — leave; so do exit and Ctrl-D

A number presses the button or chooses the line of that number under the last reply. A line that begins with **>** goes on from the last reply. Tab completes commands, articles and speakers; the arrow keys edit the line and bring back earlier ones; Ctrl-R finds them. Nothing that you type is kept.
`

// event makes of a line what it would be in Discord: a number presses that
// button of the last reply or chooses from its menu, a slash begins a command,
// and all else is a message to the bot.
func (p *playground) event(line string) say.Event {
	ev := p.base
	line = strings.TrimSpace(line)
	if id, value, ok := p.pressed(line); ok {
		ev.Kind, ev.CustomID, ev.Shown, ev.Private = say.Press, id, p.shown.Text, p.shown.Private
		if value != "" {
			ev.Kind, ev.Values = say.Choose, []string{value}
		}
		return ev
	}
	typed := say.Typed(line)
	ev.Kind, ev.Command, ev.Options, ev.Text = typed.Kind, typed.Command, typed.Options, typed.Text
	if text, ok := strings.CutPrefix(line, ">"); ok {
		ev.Text, ev.Previous = strings.TrimSpace(text), p.shown.Text
	}
	return ev
}

// choice is something under a reply that a number stands for.
type choice struct {
	label, id, value string
}

func choices(r say.Reply) []choice {
	var cs []choice
	if r.Select != nil {
		for _, o := range r.Select.Options {
			cs = append(cs, choice{o.Name, r.Select.CustomID, o.Value})
		}
	}
	for _, b := range r.Buttons {
		if !b.Off {
			cs = append(cs, choice{b.Label, b.CustomID, ""})
		}
	}
	return cs
}

func (p *playground) pressed(line string) (id, value string, ok bool) {
	n, err := strconv.Atoi(line)
	cs := choices(p.shown)
	if err != nil || n < 1 || n > len(cs) {
		return "", "", false
	}
	return cs[n-1].id, cs[n-1].value, true
}

// handle lets the desk decide about ev and shows what it says.
func (p *playground) handle(ctx context.Context, ev say.Event) error {
	r := p.desk.Handle(ctx, ev)
	switch r.Delivery {
	case say.Ignore, say.Offer:
		return nil
	case say.Delete:
		p.shown = say.Reply{}
		return nil
	case say.Ask:
		return p.fill(ctx, *r.Form)
	}
	p.show(r)
	if r.Work != nil {
		r.Work(ctx, p.show)
	}
	return nil
}

func (p *playground) show(r say.Reply) {
	p.shown = r
	fmt.Fprint(p.std.out, p.std.paint.markdown(r.Text))
	if !p.std.inTerminal {
		return
	}
	var labels []string
	for i, c := range choices(r) {
		labels = append(labels, fmt.Sprintf("[%d] %s", i+1, p.std.paint.inert(c.label)))
	}
	if len(labels) > 0 {
		fmt.Fprintln(p.std.out, p.std.paint.wrap("", p.std.paint.dim(strings.Join(labels, "  "))))
	}
}

// fill asks for the fields of a form, one after the other.
func (p *playground) fill(ctx context.Context, f say.Form) error {
	ev := p.base
	ev.Kind, ev.CustomID, ev.Fields, ev.Shown = say.Submit, f.CustomID, map[string]string{}, p.shown.Text
	for _, field := range f.Fields {
		line, err := p.typed.read(ctx, field.Label+": ")
		if errors.Is(err, errDropped) {
			return nil
		}
		if err != nil {
			return ended(err)
		}
		ev.Fields[field.ID] = line
	}
	return p.handle(ctx, ev)
}
