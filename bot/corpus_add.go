package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Attachment is a file that a member gave to a command. Discord keeps it.
type Attachment struct {
	Name, URL string
	Size      int // bytes, as Discord says
}

// addArticle answers /corpus add, and /corpus replace with the id of an article: it
// gets the text and shows a preview. Without a file or an address it opens the
// form to paste into.
func addArticle(ctx context.Context, req *request, replaces string) (Reply, error) {
	file, attached := req.Files["file"]
	address := strings.TrimSpace(req.Options["url"])
	var d store.Draft
	var err error
	switch {
	case attached && address != "":
		return Reply{}, refusal(req.words.Errors.OneSource)
	case attached:
		d, err = req.desk.Stock.download(ctx, file)
	case address != "" && req.desk.Stock.fetcher == nil:
		return Reply{}, refusal(req.words.Errors.FetchOff)
	case address != "":
		d, err = req.desk.Stock.fetch(ctx, address)
	default:
		return askPaste(req, replaces), nil
	}
	if refused, ok := errors.AsType[*fetch.Error](err); ok {
		return Reply{}, refusal(fetchLine(req.words, refused))
	}
	if errors.Is(err, errDownload) {
		return Reply{}, refusal(req.words.Errors.Download)
	}
	if err != nil {
		return Reply{}, err
	}
	return previewDraft(ctx, req, d, replaces)
}

// replaceArticle answers /corpus replace.
func replaceArticle(ctx context.Context, req *request) (Reply, error) {
	r, err := ownArticle(req, req.Options["article"], req.desk.Stock.records.Articles)
	if err != nil {
		return Reply{}, err
	}
	return addArticle(ctx, req, r.ID)
}

// errDownload says that Discord did not give us the file.
var errDownload = errors.New("the file cannot be downloaded")

// cdn are the hosts on which Discord keeps attachments.
var cdn = map[string]bool{"cdn.discordapp.com": true, "media.discordapp.net": true}

// download gets an attached file, from Discord's own hosts only.
func (s *Stock) download(ctx context.Context, file Attachment) (store.Draft, error) {
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
	a, err := corpus.Parse(plain(file.Name, maxOption), data)
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
func fetchLine(w *words, e *fetch.Error) string {
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

// The form to paste an article into: a field holds 4,000 characters, so there
// are several.
const (
	pasteFields = 4
	pasteMax    = 4000
)

func askPaste(req *request, replaces string) Reply {
	id, _ := req.desk.Key.seal(req.Server, opPaste, replaces)
	c := &req.words.Corpus
	f := &Form{CustomID: id, Title: c.PasteForm, Fields: []Field{{ID: "title", Label: c.Title, Max: maxDetail}}}
	for i := range pasteFields {
		x := Field{ID: fmt.Sprintf("text%d", i+1), Label: c.Text, Required: i == 0, Long: true, Max: pasteMax}
		if i > 0 {
			x.Label = c.TextMore
		}
		f.Fields = append(f.Fields, x)
	}
	return Reply{Delivery: Ask, Form: f, Outcome: "form"}
}

// previewPasted previews what was pasted. A field that was filled to the last
// character goes on in the next one without a break.
func previewPasted(ctx context.Context, req *request, replaces string) (Reply, error) {
	var b strings.Builder
	if title := strings.Join(strings.Fields(req.Fields["title"]), " "); title != "" {
		b.WriteString(title + "\n\n")
	}
	for i := range pasteFields {
		text := req.Fields[fmt.Sprintf("text%d", i+1)]
		b.WriteString(text)
		if Width(text) < pasteMax {
			b.WriteString("\n\n")
		}
	}
	data := []byte(strings.TrimSpace(b.String()))
	a, err := corpus.Parse("", data)
	if err != nil {
		return Reply{}, err
	}
	return previewDraft(ctx, req, store.Draft{Article: a, Original: data}, replaces)
}
