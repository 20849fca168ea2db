// Package browser looks at the pages of the program with a real Chromium: its
// tests read back what is shown, and shot makes the pictures of the README.
// Chromium is the one of the system; without one the tests skip, or fail where
// BROWSER_TESTS is "required", as in CI.
package browser

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// ErrNone says that there is no Chromium on this machine.
var ErrNone = errors.New("no Chromium here: install the package chromium")

// find gives the path of a Chromium.
func find() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Open starts a Chromium of its own, without a window. Everything under the
// context that it gives is in a tab of it.
func Open(ctx context.Context) (tab context.Context, end func(), err error) {
	path, err := find()
	if err != nil {
		return nil, nil, err
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.WindowSize(1280, 900), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("force-color-profile", "srgb"), chromedp.Headless,
	}
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // root cannot have one
	}
	allocated, release := chromedp.NewExecAllocator(ctx, options...)
	tab, closed := chromedp.NewContext(allocated)
	end = func() {
		closed()
		release()
	}
	if err := chromedp.Do(tab); err != nil {
		end()
		return nil, nil, fmt.Errorf("chromium: %w", err)
	}
	return tab, end, nil
}

// Serve serves the pages of articles on this machine until the function that it
// gives is called, and gives their address.
func Serve(ctx context.Context, articles ...*corpus.Article) (p *page.Pages, end func() error, err error) {
	scope, err := index.Memory(articles...)
	if err != nil {
		return nil, nil, err
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}
	scopes := func(string) (*index.Scope, error) { return scope, nil }
	log := slog.New(slog.DiscardHandler)
	p = &page.Pages{
		Access: page.Alone, Base: "http://" + l.Addr().String(), Key: []byte("k"), Scopes: scopes, Log: log,
		Desk: &desk.Desk{Scopes: scopes, Engine: ask.New(), Key: say.Key("k"), Log: log},
	}
	s := &http.Server{Handler: p, ReadHeaderTimeout: time.Minute}
	go func() { _ = s.Serve(l) }() // ends with Close
	return p, s.Close, nil
}

// Look is how a page is looked at.
type Look struct {
	Width, Height int64
	Scale         float64 // device pixels for one of ours; 0 = 1
	Dark, Forced  bool
	Print         bool
	NoScript      bool
}

// Action sets a tab up for it.
func (l Look) Action() chromedp.Action[chromedp.Void] {
	scheme, forced, media := "light", "none", ""
	if l.Dark {
		scheme = "dark"
	}
	if l.Forced {
		forced = "active"
	}
	if l.Print {
		media = "print"
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: l.Width, Height: l.Height, DeviceScaleFactor: cmp.Or(l.Scale, 1),
		})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "forced-colors", Value: forced}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: l.NoScript})
		return err
	})
}
