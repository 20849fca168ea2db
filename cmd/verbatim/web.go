package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/index"
)

func newWeb(std streams) *cobra.Command {
	var paths []string
	c := &cobra.Command{
		Use:   "web",
		Short: "Read the articles in a browser: who said what, in colour",
		Long: `Web serves the pages of these articles on this machine alone, prints their
address and opens it where there is a browser: who said what, in colour, and the
same answers as in Discord. Without -a they are the house articles, and without
those the one inside the program. Ctrl-C ends it. Nothing is written.`,
		Args: cobra.NoArgs,
		RunE: runE(func(ctx context.Context, _ []string) error {
			scope, err := scopeOf(paths, std.warn)
			if err != nil {
				return err
			}
			return web(ctx, std, scope)
		}),
	}
	c.Flags().StringArrayVarP(&paths, "article", "a", nil, "article `FILE` or folder of articles (repeatable)")
	return c
}

// web serves the pages of a scope to whoever is at this machine, until ctx
// ends.
func web(ctx context.Context, std streams, scope *index.Scope) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("cannot listen on this machine: %w", err)
	}
	first, err := firstPage(ctx, scope)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	scopes := func(string) (*index.Scope, error) { return scope, nil }
	pages := &page.Pages{
		Access: page.Alone, Base: "http://" + l.Addr().String(), Scopes: scopes, Desk: newDesk(scopes, std.err),
		Log: slog.New(slog.NewTextHandler(std.err, &slog.HandlerOptions{Level: slog.LevelWarn})),
	}
	mux := http.NewServeMux()
	mux.Handle(page.Routes, pages)
	mux.Handle("GET /{$}", http.RedirectHandler(first, http.StatusSeeOther))
	end := serveOn(l, mux)
	fmt.Fprintf(std.out, "%s/\n", pages.Base)
	if std.inTerminal {
		fmt.Fprintln(std.err, "Ctrl-C ends it.")
		browse(ctx, pages.Base+"/")
	}
	<-ctx.Done()
	return end(ctx)
}

// firstPage is where to begin: the article when there is one, else the list.
func firstPage(ctx context.Context, scope *index.Scope) (string, error) {
	all, err := scope.Headings(ctx)
	if err != nil {
		return "", err
	}
	at := page.Address{Server: page.House}
	if len(all) == 1 {
		at.Article = all[0].ID
	}
	return at.String(), nil
}

// serveOn answers requests that come to l until the returned function is
// called, which waits for those under way.
func serveOn(l net.Listener, h http.Handler) (end func(context.Context) error) {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute,
		MaxHeaderBytes: 32 << 10,
		// What it says of a request could tell who reads what.
		ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
	}
	ended := make(chan error, 1)
	go func() {
		err := s.Serve(l)
		if errors.Is(err, http.ErrServerClosed) {
			err = nil
		}
		ended <- err
	}()
	return func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return errors.Join(s.Shutdown(ctx), <-ended)
	}
}

// browse opens an address in the browser of whoever sits here, if there is one.
// That it could not is no fault: the address stands in the terminal.
func browse(ctx context.Context, address string) {
	var c *exec.Cmd
	switch {
	case runtime.GOOS == "darwin":
		c = exec.CommandContext(ctx, "open", address)
	case runtime.GOOS == "windows":
		c = exec.CommandContext(ctx, "rundll32", "url.dll,FileProtocolHandler", address)
	case os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "":
		c = exec.CommandContext(ctx, "xdg-open", address)
	default:
		return
	}
	if c.Start() == nil {
		go func() { _ = c.Wait() }()
	}
}
