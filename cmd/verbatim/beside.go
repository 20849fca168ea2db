package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// One process owns the data folder. A corpus command that meets a running bot
// there is done by the bot: over the socket below, which only the folder's owner
// can open, the shell sends its words, and then does what the bot asks of it one
// thing after the other: print, read a file, write one. Files stay the shell's
// business, as the bot may run where they cannot be seen.

// socketFile is the bot's socket in its data folder.
const socketFile = "shell.sock"

// order is what the shell asks for first.
type order struct {
	Version  string   `json:"version"` // of the program: another one may mean other things by the same words
	Args     []string `json:"args"`    // as in a command line, without the program's name
	Terminal bool     `json:"terminal,omitempty"`
	Paint    look     `json:"paint,omitzero"`
}

// look is a [paint] on its way.
type look struct {
	Terminal bool `json:"terminal,omitempty"`
	Colour   bool `json:"colour,omitempty"`
	Width    int  `json:"width,omitempty"`
}

// errand is what the bot asks of the shell. Each gets one [result], but for
// print and end, which get none.
type errand struct {
	Do    errandKind `json:"do"`
	Paths []string   `json:"paths,omitempty"`
	Force bool       `json:"force,omitempty"`
	Data  []byte     `json:"data,omitempty"` // at most errandChunk
	Code  int        `json:"code,omitempty"` // of end
}

type errandKind string

const (
	printOut  errandKind = "out"
	printErr  errandKind = "err"
	listFiles errandKind = "list"
	readOne   errandKind = "read"   // opens Paths[0], or with no path reads on
	writeOne  errandKind = "write"  // begins Paths[0], or with no path writes on
	finishOne errandKind = "finish" // what is written is whole; Force says that it is not
	endOrder  errandKind = "end"
)

// errandChunk is how much of a file goes in one errand or result, in bytes.
const errandChunk = 1 << 16

// result is what became of an errand.
type result struct {
	Files []wireFile `json:"files,omitempty"`
	Data  []byte     `json:"data,omitempty"`
	Size  int64      `json:"size,omitempty"`
	End   bool       `json:"end,omitempty"` // of the file
	Error string     `json:"error,omitempty"`
}

type wireFile struct {
	Path  string `json:"path"`
	Found bool   `json:"found,omitempty"`
}

// errAlone says that no running bot takes orders at the data folder.
var errAlone = errors.New("no running bot takes orders there")

// beside has the bot that owns the data folder do a command, and gives its exit
// code. The error is errAlone when there is none.
func beside(ctx context.Context, std streams, folder string, args []string) (code int, err error) {
	conn, err := new(net.Dialer).DialContext(ctx, "unix", filepath.Join(folder, socketFile))
	if err != nil {
		return 0, errAlone
	}
	defer func() { _ = conn.Close() }()
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	in, out := json.NewDecoder(conn), json.NewEncoder(conn)
	if err := out.Encode(order{
		Version: readVersion().Version, Args: args, Terminal: std.errTerminal,
		Paint: look{std.paint.terminal, std.paint.colour, std.paint.width},
	}); err != nil {
		return 0, fmt.Errorf("the running bot: %w", err)
	}
	s := &servant{}
	defer s.drop()
	for {
		var e errand
		if err := in.Decode(&e); err != nil {
			if ctx.Err() != nil {
				return 0, ctx.Err()
			}
			return 0, fmt.Errorf("the running bot has gone; what it had done by then is done: verbatim corpus log shows it (%w)", err)
		}
		to := std.out
		switch e.Do {
		case endOrder:
			return e.Code, nil
		case printErr:
			to = std.err
			fallthrough
		case printOut:
			if _, err := to.Write(e.Data); err != nil {
				return 0, err
			}
			continue
		}
		if err := out.Encode(s.do(e)); err != nil {
			return 0, fmt.Errorf("the running bot: %w", err)
		}
	}
}

// servant does the bot's errands in the shell.
type servant struct {
	reading *openFile
	writing io.WriteCloser // of a pipe into the file that is written
	written chan error
}

func (s *servant) do(e errand) (r result) {
	var err error
	switch e.Do {
	case listFiles:
		var files []file
		files, err = ownDisk.expand(e.Paths)
		for _, f := range files {
			r.Files = append(r.Files, wireFile{f.path, f.found})
		}
	case readOne:
		r, err = s.read(e.Paths)
	case writeOne:
		err = s.write(e)
	case finishOne:
		err = s.finish(e.Force)
	default:
		err = fmt.Errorf("%q is nothing that this version can do", e.Do)
	}
	if err != nil {
		r = result{Error: err.Error()}
	}
	return r
}

func (s *servant) read(paths []string) (r result, err error) {
	if len(paths) > 0 {
		s.drop()
		s.reading, err = ownDisk.open(paths[0])
		if err != nil {
			return result{}, err
		}
		return result{Size: s.reading.size}, nil
	}
	if s.reading == nil {
		return result{}, errors.New("nothing is being read")
	}
	b := make([]byte, errandChunk)
	n, err := io.ReadFull(s.reading, b)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return result{Data: b[:n], End: true}, nil
	}
	return result{Data: b[:n]}, err
}

// write begins a file or goes on with it. The file is made at once, so that one
// that cannot be is told of before the work.
func (s *servant) write(e errand) error {
	if len(e.Paths) == 0 {
		if s.writing == nil {
			return errors.New("nothing is being written")
		}
		_, err := s.writing.Write(e.Data)
		return err
	}
	r, w := io.Pipe()
	begun, written := make(chan struct{}), make(chan error, 1)
	go func() {
		err := ownDisk.create(e.Paths[0], e.Force, func(to io.Writer) error {
			close(begun)
			_, err := io.Copy(to, r)
			return err
		})
		_ = r.CloseWithError(err) // whoever still writes learns why it stopped
		written <- err
	}()
	select {
	case <-begun:
		s.writing, s.written = w, written
		return nil
	case err := <-written:
		return err
	}
}

// finish ends the file that is written, or gives it up.
func (s *servant) finish(failed bool) error {
	if s.writing == nil {
		return errors.New("nothing is being written")
	}
	if p, ok := s.writing.(*io.PipeWriter); ok && failed {
		_ = p.CloseWithError(errors.New("given up")) // always nil
	} else {
		_ = s.writing.Close() // always nil
	}
	err := <-s.written
	s.writing = nil
	if failed {
		return nil
	}
	return err
}

// drop gives up what is open.
func (s *servant) drop() {
	if s.reading != nil {
		_ = s.reading.Close() // only read from
		s.reading = nil
	}
	if s.writing != nil {
		_ = s.finish(true) // always nil
	}
}

// forwarded reports whether a command is one that a running bot does for a
// shell: those of corpus.
func forwarded(args []string) bool {
	return len(args) > 0 && args[0] == "corpus" && !slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, "__complete") })
}

// ownOnly makes the socket usable by the folder's owner alone.
func ownOnly(path string) error { return os.Chmod(path, 0o600) }
