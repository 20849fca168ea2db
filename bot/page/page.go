// Package page shows articles to eyes: who said what in colour, a citation at
// its place, and the desk's answers as HTML. The words are those of the desk,
// and what is shown of an article is cut from it by a Ref as everywhere.
//
// All addresses begin with /a/, so that nothing else of the program need be
// reachable from outside:
//
//	GET  /a/SERVER                   what a server can be asked, or cited passages
//	GET  /a/SERVER/ARTICLE           an article
//	GET  /a/SERVER/ARTICLE/changes   what a replacement changed, word by word
//	POST to any of the first two     a question, which stands in no address and no log
//
// Rules of every page: it works without its script, without colours and
// printed; it asks nobody else for anything; no cookie, nothing kept about
// readers; only what the link in hand allows is shown, and a link that allows
// nothing gets one answer, whatever is wrong with it.
//
// The files, from a request down to what an address is:
//
//	page.go      [Pages]: who answers what
//	change.go    what differs between two revisions
//	server.go    a server's page, cited passages
//	ask.go       a question, as the desk's event
//	hall.go      how many at once, and how often
//	reply.go     the desk's reply in blocks
//	article.go   an article's page
//	kept.go      pages that were made lately
//	speaker.go   who speaks, in which colour
//	part.go      the paragraphs that are shown, cut at quotes and citations
//	text.go      the words of the pages
//	text_en.go, text_de.go, text_ru.go, text_fr.go, text_es.go: in every language
//	send.go      templates, files, headers
//	grant.go     who may see it: signatures, settings
//	address.go   the address of a page, read and written
package page

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// Access says to whom pages open.
type Access int

// Who may see.
const (
	Alone   Access = iota // one person at this machine: everything
	Members               // whoever has a signed link
	Public                // house articles everybody, a server's whoever has a signed link
)

// House is the server of addresses that are about the house articles alone.
const House = store.House

// Pages answers the requests of readers. It is safe for concurrent use.
type Pages struct {
	Access Access
	// Full shows whole articles; without it a page has the cited passages with
	// a neighbour on each side, and who said what. Alone, everything is shown.
	Full bool
	Base string // where the pages are reached: http(s)://host[/path], without a slash at its end
	Key  []byte // signs links; the same after a restart

	// Desk answers what readers ask. It must know no moderator's things.
	Desk *desk.Desk
	// Scopes gives what may be seen in a server; "" is the house alone.
	Scopes func(server string) (*index.Scope, error)
	// Settings gives a server's settings, and whether the bot is there; nil =
	// nothing is kept.
	Settings func(server string) (set store.Settings, there bool, err error)
	// Busy tells whether chat is being answered, which goes before pages; nil =
	// there is none.
	Busy func() bool
	Log  *slog.Logger

	hall hall
	kept kept
	now  func() time.Time // nil = time.Now
}

func (p *Pages) time() time.Time {
	if p.now != nil {
		return p.now()
	}
	return time.Now()
}

// visit is one request being answered.
type visit struct {
	*grant
	pages *Pages
	words *catalogue
	r     *http.Request
}

// errNothing says that there is nothing to see at an address, or nothing for
// whoever asked.
var errNothing = errors.New("nothing here")

// Routes are the patterns of the requests that Pages answers.
const Routes = "/a/"

// ServeHTTP answers a request.
func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v := &visit{pages: p, words: wordsFor(r.Header.Get("Accept-Language")), r: r}
	defer func() {
		if x := recover(); x != nil {
			// The kind alone: the value could hold a reader's words.
			p.Log.LogAttrs(r.Context(), slog.LevelError, "a page panicked", slog.String("kind", fmt.Sprintf("%T", x)), slog.String("stack", string(debug.Stack())))
			v.refuse(w, http.StatusInternalServerError)
		}
	}()
	if file, ok := strings.CutPrefix(r.URL.Path, Routes+static); ok {
		sendFile(w, r, file)
		return
	}
	if wait := p.enter(r); wait > 0 {
		w.Header().Set("Retry-After", fmt.Sprint(int(wait.Seconds())+1))
		v.refuse(w, http.StatusTooManyRequests)
		return
	}
	defer p.hall.leave()
	ctx, cancel := context.WithTimeout(r.Context(), answerTime)
	defer cancel()
	b, err := v.answer(ctx)
	switch {
	case err == nil:
		v.send(w, b)
	case errors.Is(err, errNothing) || errors.Is(err, index.ErrNoArticle):
		v.refuse(w, http.StatusNotFound)
	case errors.Is(err, errMethod):
		v.refuse(w, http.StatusMethodNotAllowed)
	default:
		p.Log.LogAttrs(r.Context(), slog.LevelError, "a page failed", slog.String("error", err.Error()))
		v.refuse(w, http.StatusInternalServerError)
	}
}

// answerTime bounds what one page may take.
const answerTime = 20 * time.Second

var errMethod = errors.New("wrong method")

// answer makes the page that is asked for.
func (v *visit) answer(ctx context.Context) (*sheet, error) {
	var err error
	if v.grant, err = v.pages.admit(v.r); err != nil {
		return nil, err
	}
	a := v.address
	switch v.r.Method {
	case http.MethodPost:
		if a.Changes {
			return nil, errMethod
		}
		return v.ask(ctx)
	case http.MethodGet, http.MethodHead:
	default:
		return nil, errMethod
	}
	switch {
	case a.Changes:
		return v.changes(ctx)
	case a.Article != "":
		return v.article(ctx)
	}
	return v.server(ctx)
}

// Link is the address of an excerpt's page as it may stand in a message, "" when
// there is none. set are the settings of the server.
func (p *Pages) Link(server string, set store.Settings, e say.Excerpt) string {
	a := Address{Server: server, Article: e.Ref.Article, Shown: []say.Excerpt{e}}
	if s := p.outside(a, set); s != "" {
		return s + "#" + markID(0)
	}
	return ""
}

// Door is the address of an article's page, or of the server's when article is
// "".
func (p *Pages) Door(server string, set store.Settings, article string) string {
	return p.outside(Address{Server: server, Article: article}, set)
}

// outside is a signed address for a message.
func (p *Pages) outside(a Address, set store.Settings) string {
	if a.Server == "" {
		a.Server = House
		if p.Settings != nil {
			var err error
			if set, _, err = p.Settings(House); err != nil {
				return ""
			}
		}
	}
	if set.PagesOff {
		return ""
	}
	if p.expires(a.Server) {
		a.Until = day(p.time()) + linkDays
	}
	return p.Base + p.signed(a, set.PageLinks)
}
