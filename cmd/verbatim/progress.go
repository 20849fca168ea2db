package main

import (
	"fmt"
	"time"
)

// progress tells on a terminal's standard error how far long work has come:
// a line that is written over, from the first second on.
type progress struct {
	std   streams
	start time.Time
	last  time.Time
	shown bool
}

// Work shorter than progressFrom is not worth a word; after that the line
// changes every progressEvery.
const (
	progressFrom  = time.Second
	progressEvery = 200 * time.Millisecond
)

func newProgress(std streams) *progress {
	now := time.Now()
	return &progress{std: std, start: now, last: now.Add(progressFrom - progressEvery)}
}

// report says that done of total are done.
func (p *progress) report(done, total int) {
	now := time.Now()
	if !p.std.errTerminal || total == 0 || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.std.err, "\r\x1b[K%s", progressLine(done, total, now.Sub(p.start)))
}

// end takes the line away.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.std.err, "\r\x1b[K")
		p.shown = false
	}
}

// progressLine is "120 of 500 (24%), 61/s, 7s left".
func progressLine(done, total int, spent time.Duration) string {
	s := fmt.Sprintf("%d of %d (%d%%)", done, total, 100*done/total)
	if done == 0 || spent <= 0 {
		return s
	}
	rate := float64(done) / spent.Seconds()
	left := time.Duration(float64(total-done) / rate * float64(time.Second))
	return fmt.Sprintf("%s, %.0f/s, %s left", s, rate, left.Round(time.Second))
}
