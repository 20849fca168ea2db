package index

import (
	"errors"
	"fmt"
)

var (
	// ErrNoArticle says that an article id is not in the scope: it never was,
	// it was removed, or it belongs to another server.
	ErrNoArticle = errors.New("no such article")
	// ErrInUse says that another process has the index open.
	ErrInUse = errors.New("another verbatim has the index open")
	// ErrBusy says that the server is being reindexed already.
	ErrBusy = errors.New("already being reindexed")
	// ErrNoGeneration says that there is no earlier generation to go back to.
	ErrNoGeneration = errors.New("no earlier generation")
)

// IndexingError says that too much of a scope is not indexed yet to answer
// from it, which happens for a while after the index was lost.
type IndexingError struct {
	Done, Total int // articles of the scope
}

func (e *IndexingError) Error() string {
	return fmt.Sprintf("being indexed, %d of %d articles", e.Done, e.Total)
}

// damage is an error that says the Bleve index is not sound as it is open
// now: it is to be opened again, or made again from the records.
type damage struct {
	err     error
	written bool // a write failed; what is on disk is as sound as before
}

func (d *damage) Error() string { return "index is damaged: " + d.err.Error() }
func (d *damage) Unwrap() error { return d.err }

func isDamage(err error) bool {
	var d *damage
	return errors.As(err, &d)
}
