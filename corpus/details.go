package corpus

import (
	"errors"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// Details are the facts about an article that a person may put right.
type Details struct {
	Title, Publisher, Date, URL string
}

// ErrURL says that an address is not one of the web.
var ErrURL = errors.New("not an http or https address")

// Details gives what a says of itself.
func (a *Article) Details() Details {
	return Details{Title: a.Title, Publisher: a.Publisher, Date: a.Date, URL: a.URL}
}

// SetDetails puts d in place of what a says of itself, white space and dates
// in their normal form. It fails with [ErrURL] and changes nothing then. A new
// title takes away the warnings about the old one.
func (a *Article) SetDetails(d Details) error {
	url := ""
	if strings.TrimSpace(d.URL) != "" {
		if url = fact.Address(d.URL); url == "" {
			return ErrURL
		}
	}
	if title := fact.Line(d.Title); title != a.Title && d.Title != a.Title {
		a.Title, a.TitleDoc = title, -1
		a.Warnings = slices.DeleteFunc(slices.Clone(a.Warnings), func(w Warning) bool {
			return w.Kind == DoubtNoTitle && title != "" || w.Kind == DoubtLongTitle
		})
	}
	if d.Publisher != a.Publisher {
		a.Publisher = fact.Line(d.Publisher)
	}
	if d.Date != a.Date {
		a.Date = fact.Day(d.Date)
	}
	a.URL = url
	return nil
}
