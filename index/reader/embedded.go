package reader

import (
	_ "embed" // the weights
	"sync"
)

//go:embed weights.bin
var weights string

// Embedded is the Reader of the program's own weights.
var Embedded = sync.OnceValue(func() *Reader { return New(weights) })
