package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/peterh/liner"
)

// editor reads what somebody types, line by line: with editing, completion and
// a history where the terminal is able to, plainly elsewhere. The history is
// kept in memory only, for a question is written down nowhere.
type editor struct {
	std   streams
	plain func() (string, error, bool) // without a terminal that can
	end   func()
	line  *liner.State // nil then
}

// completer gives what the word before the cursor may become: head and tail
// stay around each of the completions. pos counts runes.
type completer func(line string, pos int) (head string, completions []string, tail string)

// newEditor begins to read. Its close gives the terminal back.
func newEditor(ctx context.Context, std streams, complete completer) *editor {
	e := &editor{std: std}
	if !std.inTerminal || !std.paint.terminal || !liner.TerminalSupported() {
		e.plain, e.end = iter.Pull2(lines(ctx, std.in))
		return e
	}
	e.line = liner.NewLiner()
	e.line.SetMultiLineMode(true)
	e.line.SetCtrlCAborts(true)
	e.line.SetBeep(false)
	e.line.SetWordCompleter(liner.WordCompleter(complete))
	e.end = func() { _ = e.line.Close() } // the terminal may be gone
	return e
}

func (e *editor) close() { e.end() }

// errDropped is that somebody gave up the line under way, by Ctrl-C.
var errDropped = errors.New("line given up")

// read gives the next line, after a prompt where somebody sees it. It fails
// with io.EOF at the end of the input, with [errDropped], or with the context's
// error.
func (e *editor) read(ctx context.Context, prompt string) (string, error) {
	if e.line != nil {
		return e.edit(ctx, prompt)
	}
	if e.std.inTerminal {
		fmt.Fprint(e.std.out, e.std.paint.bold(prompt))
	}
	line, err, ok := e.plain()
	switch {
	case ok && err == nil:
		return line, nil
	case e.std.inTerminal:
		fmt.Fprintln(e.std.out)
	}
	if ok {
		return "", err
	}
	return "", io.EOF
}

// edit waits for a line of the terminal or the end of ctx. In that case the
// reading goes on until the process ends: nobody can interrupt it.
func (e *editor) edit(ctx context.Context, prompt string) (string, error) {
	type read struct {
		line string
		err  error
	}
	done := make(chan read, 1)
	go func() {
		line, err := e.line.Prompt(prompt)
		done <- read{line, err}
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(e.std.out)
		return "", ctx.Err()
	case r := <-done:
		switch {
		case errors.Is(r.err, liner.ErrPromptAborted):
			return "", errDropped
		case errors.Is(r.err, io.EOF):
			fmt.Fprintln(e.std.out)
		}
		return r.line, r.err
	}
}

// remember lets the arrow keys bring back a line.
func (e *editor) remember(line string) {
	if e.line != nil {
		e.line.AppendHistory(line)
	}
}
