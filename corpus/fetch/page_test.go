package fetch

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// FuzzRead gives any answer of a site: its status, its type, its length and
// its bytes. It is refused with a reason, or makes an article whose address is
// of that site.
func FuzzRead(f *testing.F) {
	f.Add(200, "text/html; charset=utf-8", "", []byte("<!doctype html><title>Quay</title><article><p>The quay closed."))
	f.Add(200, "text/html; charset=shift_jis", "identity", []byte("<html><p>\x82\xa0\x82\xa2"))
	f.Add(200, "", "", []byte("Quay\nThe quay closed."))
	f.Add(200, "text/plain; charset=\"", "gzip", []byte("\x1f\x8b"))
	f.Add(404, "text/html", "", []byte("no"))
	f.Add(200, "text/html", "", []byte(`<html><link rel=canonical href="https://elsewhere.example/a"><p>The quay closed.`))
	f.Fuzz(func(t *testing.T, status int, kind, encoding string, body []byte) {
		u := &url.URL{Scheme: "https", Host: "www.post.example", Path: "/quay", Fragment: "x"}
		resp := &http.Response{
			StatusCode: status, Header: http.Header{}, ContentLength: int64(len(body)),
			Body: io.NopCloser(bytes.NewReader(body)), Request: &http.Request{URL: u},
		}
		resp.Header.Set("Content-Type", kind)
		resp.Header.Set("Content-Encoding", encoding)
		page, err := read(resp)
		if err != nil {
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("no reason: %v", err)
			}
			return
		}
		a, err := page.Article()
		if err != nil {
			return
		}
		if err := a.Valid(); err != nil {
			t.Fatal(err)
		}
		if site(a.URL) != "post.example" || a.File != "" || !utf8.ValidString(a.URL) || strings.Contains(page.URL, "#") {
			t.Fatalf("file %q, address %q, page %q", a.File, a.URL, page.URL)
		}
		if len(a.Paragraphs) == 0 || a.Size() > corpus.MaxSize {
			t.Fatalf("%d paragraphs of %d bytes", len(a.Paragraphs), a.Size())
		}
	})
}
