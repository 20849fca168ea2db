package main

import (
	"fmt"
	"io"
	"slices"
)

// suggest prints the files of a folder in an order with few calls back up, from
// the order that they have. It is where to begin: the way that the data goes is
// for people to see.
func (h *house) suggest(w io.Writer, folder string) {
	for _, r := range h.rooms {
		if r.folder == folder {
			order := settle(r.calls, r.order)
			fmt.Fprintf(w, "%d of %d calls up, %d with this order:\n", len(r.up), len(r.calls), len(upward(r.calls, order)))
			for _, f := range order {
				fmt.Fprintln(w, "//	"+f)
			}
		}
	}
}

// settle moves one file at a time to the place where the fewest calls run up,
// until none moves.
func settle(calls []call, order []string) []string {
	best := slices.Clone(order)
	least := len(upward(calls, best))
	for moved := true; moved; {
		moved = false
		for _, f := range order {
			i := slices.Index(best, f)
			rest := slices.Delete(slices.Clone(best), i, i+1)
			for at := range len(best) {
				try := slices.Insert(slices.Clone(rest), at, f)
				if n := len(upward(calls, try)); n < least {
					best, least, moved = try, n, true
				}
			}
		}
	}
	return best
}
