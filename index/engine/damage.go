package engine

import "errors"

var (
	// ErrInUse says that another process has the index open.
	ErrInUse = errors.New("another verbatim has the index open")
	// ErrClosed is a use of an index that was closed.
	ErrClosed = errors.New("index is closed")
	// errStuck is a batch or a closing that Bleve did not finish.
	errStuck = errors.New("it did not end in time")
)

// Damage is an error that says the Bleve index is not sound as it is open now:
// it is to be opened again, or made again from the records.
type Damage struct { //nolint:errname // the word for it everywhere
	Err     error
	Written bool // a write failed; what is on disk is as sound as before
}

func (d *Damage) Error() string { return "index is damaged: " + d.Err.Error() }
func (d *Damage) Unwrap() error { return d.Err }
