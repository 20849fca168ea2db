package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"os"
	"strings"

	"golang.org/x/term"
)

// streams is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer

	inTerminal, errTerminal bool
	paint                   paint // how text for people looks on out

	disk disk        // the files that a command is given
	data *dataFolder // open already, in a running bot that does a shell's command
}

// standard gives the streams of the process.
func standard() streams {
	terminal := func(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
	return streams{
		in:          os.Stdin,
		out:         os.Stdout,
		err:         os.Stderr,
		inTerminal:  terminal(os.Stdin),
		errTerminal: terminal(os.Stderr),
		paint:       newPaint(os.Stdout, os.Getenv),
		disk:        ownDisk,
	}
}

// warn says on standard error what went wrong and kept nothing else back.
func (s streams) warn(err error) {
	fmt.Fprintln(s.err, "verbatim: "+oneLine(err.Error()))
}

// quiet is a log on standard error of what somebody should see.
func (s streams) quiet() *slog.Logger {
	return slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// given joins the words of a command line. None are no mistake: then the text
// comes by standard input; blanks alone are one.
func given(what string, args []string) (string, error) {
	text := strings.Join(args, " ")
	if len(args) > 0 && strings.TrimSpace(text) == "" {
		return "", usagef("give a %s; the one here is empty", what)
	}
	return text, nil
}

// lines gives the lines of r without their ends, until r ends or fails or ctx
// is done. An empty line is a line; nothing after the last line end is not.
func lines(ctx context.Context, r io.Reader) iter.Seq2[string, error] {
	type read struct {
		line string
		err  error
	}
	return func(yield func(string, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		reads := make(chan read)
		// Reading a terminal cannot be interrupted: after ctx is done, this
		// ends with the next line or with the process.
		go func() {
			defer close(reads)
			b := bufio.NewReader(r)
			for {
				line, err := b.ReadString('\n')
				if errors.Is(err, io.EOF) && line == "" {
					return
				}
				select {
				case reads <- read{line, err}:
				case <-ctx.Done():
					return
				}
				if err != nil {
					return
				}
			}
		}()
		for {
			select {
			case <-ctx.Done():
				yield("", ctx.Err())
				return
			case l, ok := <-reads:
				if !ok {
					return
				}
				if l.err != nil && !errors.Is(l.err, io.EOF) {
					yield("", l.err)
					return
				}
				line := strings.TrimSuffix(strings.TrimSuffix(l.line, "\n"), "\r")
				if !yield(strings.ToValidUTF8(line, "\uFFFD"), nil) {
					return
				}
			}
		}
	}
}

// each runs do on text, the one given as arguments, or, when that is "", on
// every line of the input, with an empty line between the answers unless they
// are JSON. do reports whether the answer is a yes; a single one that is not
// fails with [errNo]. what is what somebody at a terminal is to type.
func (s streams) each(ctx context.Context, what, text string, json bool, do func(string) (bool, error)) error {
	if text != "" {
		yes, err := do(text)
		if err == nil && !yes && !json {
			return errNo
		}
		return err
	}
	if s.inTerminal {
		fmt.Fprintf(s.err, "One %s per line; Ctrl-D ends.\n", what)
	}
	first := true
	for line, err := range lines(ctx, s.in) {
		if err != nil {
			return fmt.Errorf("standard input: %w", err)
		}
		if !first && !json {
			fmt.Fprintln(s.out)
		}
		first = false
		if _, err := do(line); err != nil {
			return err
		}
	}
	return nil
}
