package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// orders takes shells' commands at the socket in the data folder, until ctx ends.
// A folder in which there can be no socket is no reason not to run: then the
// shell's commands wait until the bot is stopped, as the log says.
func (d *dataFolder) orders(ctx context.Context, folder string, log *slog.Logger) (wait func()) {
	path := filepath.Join(folder, socketFile)
	err := os.Remove(path) // of a process that died: the folder is ours
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	var l net.Listener
	if err == nil {
		l, err = new(net.ListenConfig).Listen(ctx, "unix", path)
	}
	if err == nil {
		err = ownOnly(path)
	}
	if err != nil {
		log.LogAttrs(ctx, slog.LevelWarn, "verbatim corpus cannot be used while the bot runs", slog.String("error", err.Error()))
		if l != nil {
			_ = l.Close() // it never served
		}
		return func() {}
	}
	stop := context.AfterFunc(ctx, func() { _ = l.Close() })
	var all sync.WaitGroup
	all.Go(func() {
		defer stop()
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() { d.obey(ctx, folder, conn, log) })
		}
	})
	return all.Wait
}

// orderTime is how long a shell may take to say what it wants.
const orderTime = 5 * time.Second

// obey does one shell's command.
func (d *dataFolder) obey(ctx context.Context, folder string, conn net.Conn, log *slog.Logger) {
	defer func() { _ = conn.Close() }()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	in := json.NewDecoder(conn)
	var o order
	_ = conn.SetReadDeadline(time.Now().Add(orderTime))
	if err := in.Decode(&o); err != nil {
		return
	}
	_ = conn.SetReadDeadline(time.Time{})
	c := &caller{folder: folder, out: json.NewEncoder(conn), results: make(chan result)}
	go func() { // a shell that goes ends its command
		defer cancel()
		defer close(c.results)
		for {
			var r result
			if in.Decode(&r) != nil {
				return
			}
			select {
			case c.results <- r:
			case <-ctx.Done():
				return
			}
		}
	}()
	std := streams{
		in: eof{}, out: printer{c, printOut}, err: printer{c, printErr}, errTerminal: o.Terminal,
		paint: paint{o.Paint.Terminal, o.Paint.Colour, o.Paint.Width},
		data:  d, disk: c.disk(ctx),
	}
	code := exitUsage
	switch mine := readVersion().Version; {
	case o.Version != mine:
		std.warn(fmt.Errorf("the running bot is version %s, this is %s; use the bot's", mine, o.Version))
	case !forwarded(o.Args):
		std.warn(errors.New("the running bot does corpus commands only"))
	default:
		code = run(ctx, std, o.Args)
	}
	if err := c.send(errand{Do: endOrder, Code: code}); err != nil {
		log.LogAttrs(ctx, slog.LevelDebug, "a shell went before its command was done")
	}
}

// eof is an input without anything in it.
type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }

// caller is the shell that a command is done for.
type caller struct {
	folder  string // for copies of its files
	mu      sync.Mutex
	out     *json.Encoder
	results chan result // closed when the shell is gone
}

func (c *caller) send(e errand) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.out.Encode(e)
}

// ask has the shell do an errand. Only one is under way at a time.
func (c *caller) ask(e errand) (result, error) {
	if err := c.send(e); err != nil {
		return result{}, fmt.Errorf("the shell has gone: %w", err)
	}
	r, ok := <-c.results
	switch {
	case !ok:
		return result{}, errors.New("the shell has gone")
	case r.Error != "":
		return result{}, errors.New(r.Error)
	}
	return r, nil
}

// printer prints in the shell.
type printer struct {
	c    *caller
	kind errandKind
}

func (p printer) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		n := min(len(rest), errandChunk)
		if err := p.c.send(errand{Do: p.kind, Data: rest[:n]}); err != nil {
			return len(b) - len(rest), err
		}
		rest = rest[n:]
	}
	return len(b), nil
}

// disk is the shell's.
func (c *caller) disk(ctx context.Context) disk {
	var one sync.Mutex // files are read side by side
	return disk{
		expand: func(paths []string) (files []file, err error) {
			one.Lock()
			defer one.Unlock()
			r, err := c.ask(errand{Do: listFiles, Paths: paths})
			for _, f := range r.Files {
				files = append(files, file{f.Path, f.Found})
			}
			return files, err
		},
		open: func(path string) (*openFile, error) {
			one.Lock()
			defer one.Unlock()
			return c.copy(ctx, path)
		},
		create: func(path string, force bool, write func(io.Writer) error) error {
			one.Lock()
			defer one.Unlock()
			if _, err := c.ask(errand{Do: writeOne, Paths: []string{path}, Force: force}); err != nil {
				return err
			}
			err := write(sink{c})
			_, finished := c.ask(errand{Do: finishOne, Force: err != nil})
			return errors.Join(err, finished)
		},
	}
}

// sink is the file that the shell writes.
type sink struct{ c *caller }

func (s sink) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		n := min(len(rest), errandChunk)
		if _, err := s.c.ask(errand{Do: writeOne, Data: rest[:n]}); err != nil {
			return len(b) - len(rest), err
		}
		rest = rest[n:]
	}
	return len(b), nil
}

// copy fetches a file of the shell's into the data folder, the one place where
// the bot is sure to be allowed to write. It goes when it is closed.
func (c *caller) copy(ctx context.Context, path string) (f *openFile, err error) {
	if _, err := c.ask(errand{Do: readOne, Paths: []string{path}}); err != nil {
		return nil, err
	}
	tmp, err := os.CreateTemp(c.folder, ".shell-*")
	if err != nil {
		return nil, err
	}
	f = &openFile{File: tmp, copy: true}
	for end := false; err == nil && !end; {
		var r result
		if err = ctx.Err(); err != nil {
			break
		}
		if r, err = c.ask(errand{Do: readOne}); err == nil {
			_, err = tmp.Write(r.Data)
		}
		f.size, end = f.size+int64(len(r.Data)), r.End
	}
	if err == nil {
		_, err = tmp.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	return f, nil
}
