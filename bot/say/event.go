package say

import "time"

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
	Shown    string            // text of the message that the component is on
	Private  bool              // that message is seen by the member only
}

// flag reads a boolean option, or def when it is not given.
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
