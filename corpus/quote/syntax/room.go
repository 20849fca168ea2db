package syntax

import (
	"slices"
	"sync"
)

// room is where an article is taken apart: the slices of its page. They take
// some 40 times the bytes of the text, so that rooms are used again for other
// articles; the collector drops those that nobody uses. Nothing that is made of
// a page for others refers to its room.
type room struct {
	paragraphs arena[Paragraph]
	tokens     arena[Token]
	mentions   arena[Mention]
	units      arena[Unit]
	links      arena[Link]
	numbers    arena[int]
	flags      arena[bool]
	runs       arena[run]

	// Used by one paragraph after the other.
	ends           []int
	marks, singles []mark
	found          []run
}

// rooms are empty.
var rooms = sync.Pool{New: func() any { return new(room) }}

// roomLimit is the size of the longest article whose room is used again, in
// bytes. A longer one is rare, and its room a burden.
const roomLimit = 2 << 20

// Close gives the room of g back for another article. Nothing of g may be used
// afterwards.
func (g *Page) Close() {
	r := g.room
	if g.Size > roomLimit {
		return
	}
	r.paragraphs.reset()
	r.tokens.reset()
	r.mentions.reset()
	r.units.reset()
	r.links.reset()
	r.numbers.reset()
	r.flags.reset()
	r.runs.reset()
	rooms.Put(r)
}

// arena hands out slices, cut from blocks that grow.
type arena[T any] struct {
	block []T // the newest block, as far as it is handed out
}

// leastBlock is the size of an arena's first block.
const leastBlock = 64

// take gives n zero values.
func (a *arena[T]) take(n int) []T {
	out := a.cut(n)
	clear(out)
	return out
}

// open gives an empty slice to append some n values to; close keeps it.
func (a *arena[T]) open(n int) []T {
	a.spare(n)
	return a.block[len(a.block):]
}

// close keeps x, which open gave and which may have grown out of its block.
func (a *arena[T]) close(x []T) []T {
	if spare := cap(a.block) - len(a.block); cap(x) == spare {
		a.block = a.block[:len(a.block)+len(x)]
	} else {
		a.block = x
	}
	return slices.Clip(x)
}

func (a *arena[T]) cut(n int) []T {
	a.spare(n)
	from := len(a.block)
	a.block = a.block[:from+n]
	return a.block[from : from+n : from+n]
}

// spare makes a new block when the newest has less than n values left.
func (a *arena[T]) spare(n int) {
	if cap(a.block)-len(a.block) < n {
		a.block = make([]T, 0, max(n, 2*cap(a.block), leastBlock))
	}
}

// zeros makes buf n zero values long.
func zeros[T any](buf []T, n int) []T {
	buf = slices.Grow(buf[:0], n)[:n]
	clear(buf)
	return buf
}

// reset takes back all that was handed out.
func (a *arena[T]) reset() { a.block = a.block[:0] }
