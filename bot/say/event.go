// Package say is the words between a member and the program: what was done
// (an [Event]), what to say to it (a [Reply]), and how texts are written so
// that they fit, look right in Discord and cannot do harm there.
//
//	req := &say.Request{Event: ev, Words: say.WordsFor(ev.Locale), Scope: scope}
//	var s say.Sheet
//	s.Add(req.Words.FoundWords)
//	text, shown, ok := req.Passage(citation, s.Room())
//	...
//	r = req.Gated(ctx, s.Reply())
//
// Rules of every text that leaves the program:
//
//   - an excerpt stands in a block quote and nothing else does; the gate cuts
//     each one again from the stored article and refuses what differs;
//   - article and member text is inert: [Escape] takes the formatting away,
//     and no mention is ever allowed but that of the member named by "for";
//   - a reply fits by construction, counted as [Width] counts;
//   - no text says more than the articles do.
//
// It decides nothing and knows nothing of Discord's types. The files, in the
// order in which an event becomes a reply:
//
//	event.go       what a member did; a line typed in a terminal, as an Event
//	command.go     the commands and their options
//	reading.go     windows of an article to read on in, and the buttons that turn them
//	sheet.go       a reply's text while it is written; pages of a list
//	excerpt.go     a passage that fits: block quote and citation line
//	gate.go        block quotes, and the last look at them
//	reply.go       what to say
//	request.go     an event being answered: server, language, articles
//	citation.go    whose words an excerpt is and where it stands
//	link.go        the address of a passage
//	error.go       errors in a member's words
//	customid.go    the state that a button carries, signed
//	text.go        the catalogue of texts, and who reads which language
//	text_en.go, text_de.go, text_es.go, text_fr.go, text_ru.go: the languages
//	escape.go      text that shows as it is
//	width.go       how long text is, and shorter text
package say

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Kind is what a member did.
type Kind int

// The kinds of events.
const (
	Message  Kind = iota + 1 // a mention, a reply to the bot, a direct message
	Command                  // a slash command
	Menu                     // a command of a message's menu
	Complete                 // typing into an option that completes
	Press                    // a button
	Choose                   // a select menu
	Submit                   // a form
)

// Event is one thing that a member did, free of Discord's types. The zero
// value of a field means that the event has no such thing.
type Event struct {
	Kind    Kind
	Server  string // guild id; "" in a direct message and in the playground
	Channel string
	Member  string // user id
	Name    string // the member's name as others see it
	Mod     bool   // has Manage Server there, as Discord computed it
	Locale  string // the member's language as Discord names it: "de", "en-GB"
	Time    time.Time

	Command string                // "ask", "article show", "Check quotes"
	Options map[string]string     // by option name; users and channels by id, booleans "true" or "false"
	Files   map[string]Attachment // by option name
	Focused string                // name of the option being typed

	Text     string // the question of a Message without the mention; the chosen message's text of a Menu
	Previous string // the question before, or our answer to it as it was shown, when Text replies to it

	CustomID string            // of the component or form
	Values   []string          // chosen in a select menu
	Fields   map[string]string // of a form
	Shown    string            // text of the message of ours that the component is on, or that Text replies to
	Private  bool              // that message is seen by the member only
}

// Flag reads a boolean option, or def when it is not given.
func (e *Event) Flag(name string, def bool) bool {
	switch e.Options[name] {
	case "true":
		return true
	case "false":
		return false
	}
	return def
}

// Attachment is a file that a member gave to a command. Discord keeps it.
type Attachment struct {
	Name, URL string
	Size      int // bytes, as Discord says
}

// Typed makes an Event of a line as one types it in a terminal: a plain
// question, or a slash command as Discord has it. The first option needs no
// name, and the last one typed runs to the end of the line or the next name:
//
//	/said Brandt about: the bridge
//	/article show a1¶7
//
// Who typed it, and where, is for the caller to fill in.
func Typed(line string) Event {
	line = strings.TrimSpace(line)
	name, ok := strings.CutPrefix(line, "/")
	if !ok {
		return Event{Kind: Message, Text: line}
	}
	command, options, rest := lookUpCommand(name)
	ev := Event{Kind: Command, Command: command, Options: map[string]string{}}
	if len(options) == 0 {
		return ev
	}
	key := options[0]
	for rest != "" {
		before, name, after := nextOption(rest, options)
		if before != "" {
			ev.Options[key] = before
		}
		key, rest = name, after
	}
	return ev
}

// lookUpCommand finds the command that a line begins with, its options' names
// in order, and the rest of the line. A command that is none is given back as
// typed.
func lookUpCommand(line string) (path string, options []string, rest string) {
	word, rest, _ := strings.Cut(line, " ")
	for _, c := range Commands() {
		if c.Menu || !called(word, c.Name) {
			continue
		}
		list, path := c.Options, c.Name
		for len(list) > 0 && list[0].Takes == "" {
			word, after, _ := strings.Cut(strings.TrimSpace(rest), " ")
			i := slices.IndexFunc(list, func(o Option) bool { return called(word, c.Name+"."+o.Name) })
			if i < 0 {
				return line, nil, ""
			}
			path, list, rest = path+" "+list[i].Name, list[i].Options, after
		}
		for _, o := range list {
			options = append(options, o.Name)
		}
		return path, options, strings.TrimSpace(rest)
	}
	return word, nil, rest
}

// called reports whether word is the name of the command at path, in whatever
// language.
func called(word, path string) bool {
	for _, w := range []*Words{&english, &german, &russian, &french, &spanish} {
		if w.Commands[path].Name == word {
			return true
		}
	}
	return false
}

var optionName = regexp.MustCompile(`(?:^|\s)([\p{Ll}_-]+):`)

// nextOption cuts line at the next "name:" of an option.
func nextOption(line string, options []string) (before, name, after string) {
	for _, m := range optionName.FindAllStringSubmatchIndex(line, -1) {
		if name := line[m[2]:m[3]]; slices.Contains(options, name) {
			return strings.TrimSpace(line[:m[0]]), name, strings.TrimSpace(line[m[1]:])
		}
	}
	return strings.TrimSpace(line), "", ""
}
