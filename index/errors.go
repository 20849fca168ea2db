package index

import "errors"

// ErrNoArticle says that an article id is not in the scope: it never was, it
// was removed, or it belongs to another server.
var ErrNoArticle = errors.New("no such article")

// damage is an error that says the Bleve index itself is not sound: it is to
// be made again from the records.
type damage struct{ err error }

func (d *damage) Error() string { return "index is damaged: " + d.err.Error() }
func (d *damage) Unwrap() error { return d.err }
