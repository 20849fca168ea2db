package moderate

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// errDownload says that Discord did not give us the file.
var errDownload = errors.New("the file cannot be downloaded")

// cdn are the hosts on which Discord keeps attachments.
var cdn = map[string]bool{"cdn.discordapp.com": true, "media.discordapp.net": true}

// download gets an attached file, from Discord's own hosts only.
func (s *Stock) download(ctx context.Context, file say.Attachment) (store.Draft, error) {
	u, err := url.Parse(file.URL)
	if err != nil || u.Scheme != "https" || !cdn[u.Host] || u.User != nil {
		return store.Draft{}, errDownload
	}
	if file.Size > corpus.MaxSize {
		return store.Draft{}, corpus.ErrTooLarge
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return store.Draft{}, errDownload
	}
	client := *s.client
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	resp, err := client.Do(req)
	if err != nil {
		return store.Draft{}, errors.Join(errDownload, ctx.Err()) // the error holds the address, which is a key to the file
	}
	defer func() { _ = resp.Body.Close() }() // only read from
	if resp.StatusCode != http.StatusOK {
		return store.Draft{}, errDownload
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, corpus.MaxSize+1))
	switch {
	case err != nil:
		return store.Draft{}, errors.Join(errDownload, ctx.Err())
	case len(data) > corpus.MaxSize:
		return store.Draft{}, corpus.ErrTooLarge
	}
	a, err := corpus.Parse(say.Plain(file.Name, say.MaxOption), data)
	if err != nil {
		return store.Draft{}, err
	}
	return store.Draft{Article: a, Original: data}, nil
}

// fetch gets a page of the web.
func (s *Stock) fetch(ctx context.Context, address string) (store.Draft, error) {
	page, err := s.fetcher.Fetch(ctx, address)
	if err != nil {
		return store.Draft{}, err
	}
	a, err := page.Article()
	if err != nil {
		return store.Draft{}, err
	}
	return store.Draft{Article: a, Original: page.Body}, nil
}

// fetchLine is the line for a page that was not fetched.
func fetchLine(w *say.Words, e *fetch.Error) string {
	switch e.Reason {
	case fetch.BadURL:
		return w.Errors.BadURL
	case fetch.Address:
		return w.Errors.NotPublic
	case fetch.Robots, fetch.Status:
		return w.Errors.SiteRefuses
	case fetch.MediaType:
		return w.Errors.Binary
	case fetch.TooLarge:
		return w.Errors.FileLarge
	}
	return w.Errors.Unreachable
}
