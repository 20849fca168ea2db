package main

import (
	"bufio"
	"io"
	"iter"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// streams is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer

	inTerminal, errTerminal bool
	paint                   paint // how text for people looks on out
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
	}
}

// lines gives the lines of r without their ends, until r ends or fails. An
// empty line is a line; nothing after the last line end is not.
func lines(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		b := bufio.NewReader(r)
		for {
			line, err := b.ReadString('\n')
			if err != nil && err != io.EOF {
				yield("", err)
				return
			}
			if err == io.EOF && line == "" {
				return
			}
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			if !utf8.ValidString(line) {
				line = strings.ToValidUTF8(line, "\uFFFD")
			}
			if !yield(line, nil) || err == io.EOF {
				return
			}
		}
	}
}
