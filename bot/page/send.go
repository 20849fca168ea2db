package page

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
)

//go:embed assets
var assets embed.FS

// static begins the paths of the files that pages are made with.
const static = "static/"

// files are the stylesheet and the script under names that change with what is
// in them, so that they can be kept for good.
var files = sync.OnceValue(func() map[string][]byte {
	out := map[string][]byte{}
	for _, name := range []string{"page.css", "page.js"} {
		data, err := assets.ReadFile("assets/" + name)
		if err != nil {
			panic(err) // unreachable: it is embedded
		}
		sum := sha256.Sum256(data)
		ext := path.Ext(name)
		out[strings.TrimSuffix(name, ext)+"."+hex.EncodeToString(sum[:6])+ext] = data
	}
	return out
})

// fileNamed is the name of a file with its ending.
func fileNamed(ext string) string {
	for name := range files() {
		if path.Ext(name) == ext {
			return name
		}
	}
	return ""
}

var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(assets, "assets/*.html"))
})

// frame is what every page has around it.
type frame struct {
	Title     string
	Words     *catalogue
	Style     string // address of the stylesheet
	Script    string
	Language  string // of the article; "" = unknown
	Direction string
	Top       string // link to the server's page
}

func (v *visit) frame(title string) *frame {
	f := v.bare(title)
	f.Top = v.link(Address{})
	return f
}

// bare is a frame without links to elsewhere.
func (v *visit) bare(title string) *frame {
	at := v.path() + Routes + static
	return &frame{Title: title, Words: v.words, Style: at + fileNamed(".css"), Script: at + fileNamed(".js"), Direction: "ltr"}
}

// sheet is a page ready to be sent.
type sheet struct {
	body   []byte
	packed func() []byte // the same, packed; nil when that failed
	tag    string        // tells it from the page as it is after a change
	unkept bool          // nobody may keep it
}

func (v *visit) sheet(name string, data any, mark string) (*sheet, error) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name+".html", data); err != nil {
		return nil, fmt.Errorf("page %s: %w", name, err)
	}
	sum := sha256.Sum256(b.Bytes())
	return &sheet{body: b.Bytes(), packed: packing(b.Bytes()), tag: `W/"` + mark + hex.EncodeToString(sum[:8]) + `"`}, nil
}

// policy allows a page its own two files and its own forms, and nothing else.
const policy = "default-src 'none'; img-src data:; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard sets the headers that every answer has.
func guard(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Robots-Tag", "noindex, nofollow, noarchive")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "interest-cohort=(), browsing-topics=()")
}

// send sends a page. It may be kept, but has to be asked for again: a link can
// be revoked, and a moderator can put a speaker right within a revision.
func (v *visit) send(w http.ResponseWriter, s *sheet) {
	h := w.Header()
	guard(h)
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Vary", "Accept-Language, Accept-Encoding")
	if s.unkept {
		h.Set("Cache-Control", "no-store")
	} else {
		h.Set("Cache-Control", "private, no-cache")
		h.Set("ETag", s.tag)
		if v.r.Header.Get("If-None-Match") == s.tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	write(w, v.r, http.StatusOK, s.body, s.packed)
}

// refuse answers with no page: the same for all that may not be seen.
func (v *visit) refuse(w http.ResponseWriter, status int) {
	text := v.words.Nothing
	switch status {
	case http.StatusTooManyRequests:
		text = v.words.TooMany
	case http.StatusInternalServerError:
		text = v.words.Failed
	case http.StatusMethodNotAllowed:
		w.Header().Set("Allow", "GET, HEAD, POST")
	}
	h := w.Header()
	guard(h)
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	s, err := v.sheet("nothing", struct {
		*frame
		Text string
	}{v.bare(v.words.NothingTitle), text}, "")
	if err != nil {
		http.Error(w, text, status)
		return
	}
	write(w, v.r, status, s.body, s.packed)
}

// sendFile sends the stylesheet or the script.
func sendFile(w http.ResponseWriter, r *http.Request, name string) {
	data, ok := files()[name]
	guard(w.Header())
	if !ok || r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, http.StatusText(http.StatusNotFound), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	write(w, r, http.StatusOK, data, packing(data))
}

// smallest is the size from which on packing is worth it.
const smallest = 1 << 10

var packers = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
	if err != nil {
		panic(err) // unreachable: the level is one
	}
	return z
}}

// packing packs a body when that is first asked for.
func packing(body []byte) func() []byte {
	return sync.OnceValue(func() []byte {
		if len(body) < smallest {
			return nil
		}
		var b bytes.Buffer
		z := packers.Get().(*gzip.Writer)
		defer packers.Put(z)
		z.Reset(&b)
		if _, err := z.Write(body); err != nil || z.Close() != nil {
			return nil
		}
		return b.Bytes()
	})
}

// write sends a body, packed where the reader's program takes that.
func write(w http.ResponseWriter, r *http.Request, status int, body []byte, packed func() []byte) {
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		if p := packed(); p != nil {
			w.Header().Set("Content-Encoding", "gzip")
			body = p
		}
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // whoever asked may be gone
	}
}
