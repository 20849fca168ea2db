package fetch

import "fmt"

// Reason says why a page was not fetched.
type Reason string

// The reasons.
const (
	BadURL    Reason = "bad url"    // not an http or https address, or one with a user name
	Address   Reason = "address"    // the host or port is not one of the public web
	lookup    Reason = "lookup"     // the host name is not known
	connect   Reason = "connect"    // no connection, or no valid certificate
	redirects Reason = "redirects"  // too many, or one that leads nowhere
	Robots    Reason = "robots"     // the site's robots.txt does not allow it
	Status    Reason = "status"     // the site answered with an error
	MediaType Reason = "media type" // not text
	TooLarge  Reason = "too large"
	tooSlow   Reason = "too slow"
)

// Error is the error of [Fetcher.Fetch]. Its Error is for the user: what was
// wrong, and what to do instead.
type Error struct {
	Reason Reason
	Words  string // one sentence without a full stop
	Err    error  // the cause, for the log; may be nil
}

// Error gives the words for the user.
func (e *Error) Error() string {
	return e.Words + ". Copy the article’s text and paste it instead"
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

func refuse(reason Reason, cause error, format string, args ...any) *Error {
	return &Error{Reason: reason, Words: fmt.Sprintf(format, args...), Err: cause}
}
