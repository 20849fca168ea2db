package say

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Delivery is how a Reply reaches the channel.
type Delivery int

// The deliveries.
const (
	Tell   Delivery = iota // a new message; an edit when it was deferred
	Edit                   // changes the message that the component is on
	Delete                 // deletes that message
	Ignore                 // nothing is sent
	Offer                  // completions: Choices
	Ask                    // opens Form
)

// Reply is what to say. Its Text fits into one message with any Buttons under
// it.
type Reply struct {
	Delivery Delivery
	Text     string    // Discord's Markdown, at most 2,000 as Width counts
	Excerpts []Excerpt // what Text's block quotes show, in order
	// Draft is what excerpts of no article are cut from: a text that is none
	// yet.
	Draft   *corpus.Article
	Private bool     // shown to the asking member only, where that is possible
	Buttons []Button // at most 5
	Select  *Select
	Choices []Choice // at most 25
	Form    *Form
	Ping    string // id of the one member who may be notified; "" = nobody
	File    *File
	// Note is told to the channel that the server has for what moderators do.
	Note *Note

	// Work is done after the reply was sent, for as long as it takes; what it
	// reports replaces the reply's text. Nil when there is nothing to do.
	Work func(ctx context.Context, report func(Reply))

	// Sure is how sure an answer is, in a word for metrics: its confidence in
	// tenths rounded down, such as "0.8", or "none" when it is no; "" for all else.
	Sure string

	// Outcome names what happened in a word, for metrics and logs: "answered",
	// "no_answer", "error".
	Outcome string
}

// Note is a line for a server's log channel.
type Note struct {
	Channel, Text string
	Buttons       []Button
}

// Button is one button under a reply.
type Button struct {
	Label    string // at most 80
	CustomID string // at most 100
	Strong   bool   // the one to press next
	Danger   bool
	Off      bool
}

// Select is a menu to choose one value from.
type Select struct {
	CustomID    string
	Placeholder string
	Options     []Choice // 1 to 25
	Channels    bool
}

// Choice is something to pick: a completion or an option of a select menu.
type Choice struct {
	Name        string // at most 100
	Value       string // at most 100
	Description string // select menus only, at most 100
}

// Form is a window with text fields.
type Form struct {
	CustomID string
	Title    string  // at most 45
	Fields   []Field // 1 to 5
}

// Field is one text field of a form.
type Field struct {
	ID       string
	Label    string // at most 45
	Hint     string // at most 100
	Value    string
	Required bool
	Long     bool
	Max      int // units, at most 4000
}

// File is a file that goes with a reply.
type File struct {
	Name string
	Data []byte
}

// First is as much of list as Discord takes.
func First[T any](list []T) []T { return list[:min(len(list), MaxOptions)] }
