package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
)

// only allows one server's address and nothing else: for a test it is the
// public web.
func only(t *testing.T, server *httptest.Server) Rule {
	t.Helper()
	at, err := netip.ParseAddrPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return func(a netip.AddrPort) error {
		if a != at {
			return fmt.Errorf("%v is forbidden", a)
		}
		return nil
	}
}

// serve starts a server whose robots.txt allows all.
func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		handler(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

func html(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, body) // the client's side of the test tells
}

func wantRefusal(t *testing.T, err error, want Reason) {
	t.Helper()
	var r *Error
	if !errors.As(err, &r) {
		t.Fatalf("error is %v, want a refusal for %q", err, want)
	}
	if r.Reason != want {
		t.Errorf("refused for %q (%v, %v), want %q", r.Reason, r, r.Err, want)
	}
	if !strings.HasSuffix(r.Error(), "paste it instead") {
		t.Errorf("%q does not name the way by paste", r.Error())
	}
}

func TestFetchRefuses(t *testing.T) {
	inside := serve(t, func(w http.ResponseWriter, _ *http.Request) { html(w, "secret of the inside") })
	endless := func(w http.ResponseWriter, r *http.Request) {
		chunk := strings.Repeat("x", 64<<10)
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
		}
	}
	tests := []struct {
		name    string
		handler http.HandlerFunc
		want    Reason
	}{
		{"redirect to the inside", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, inside.URL, http.StatusFound)
		}, Address},
		{"redirect to metadata", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
		}, Address},
		{"redirect to a decimal address", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://[::ffff:7f00:1]:1/", http.StatusMovedPermanently)
		}, Address},
		{"redirect to a file", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		}, BadURL},
		{"redirect with a user name", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "http://user:word@"+r.Host+"/")
			w.WriteHeader(http.StatusFound)
		}, BadURL},
		{"redirect to nowhere", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) }, redirects},
		{"redirects in a circle", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/again", http.StatusTemporaryRedirect)
		}, redirects},
		{"endless body", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			endless(w, r)
		}, TooLarge},
		{"announced too large", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Length", fmt.Sprint(maxBody+1))
			w.WriteHeader(http.StatusOK)
		}, TooLarge},
		{"gzip bomb", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			zeros := make([]byte, 1<<20)
			for i := 0; i < 1000 && r.Context().Err() == nil; i++ {
				if _, err := z.Write(zeros); err != nil {
					return
				}
			}
			_ = z.Close() // the client has gone by then
		}, TooLarge},
		{"broken gzip", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			html(w, "this is not gzip")
		}, connect},
		{"other compression", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			html(w, "....")
		}, MediaType},
		{"slow header", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, tooSlow},
		{"slow body", func(w http.ResponseWriter, r *http.Request) {
			html(w, "<p>it begins")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, tooSlow},
		{"endless header", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", 200<<10))
			html(w, "x")
		}, connect},
		{"cut off", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			html(w, "short")
		}, connect},
		{"picture", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
		}, MediaType},
		{"JSON", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
		}, MediaType},
		{"bad type", func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Content-Type"] = []string{"/;;"}
		}, MediaType},
		{"no type, a PDF", func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Content-Type"] = nil
			_, _ = io.WriteString(w, "%PDF-1.7 ...")
		}, MediaType},
		{"not found", http.NotFound, Status},
		{"forbidden", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, Status},
		{"too often", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) }, Status},
		{"fault", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, Status},
		{"no content", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, Status},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			server := serve(t, tt.handler)
			total := maxTime
			if tt.want == tooSlow {
				total = 200 * time.Millisecond
			}
			page, err := newFetcher("test", only(t, server), nil, total).Fetch(t.Context(), server.URL+"/a")
			if err == nil {
				t.Fatalf("got %d bytes of %s", len(page.Body), page.URL)
			}
			wantRefusal(t, err, tt.want)
		})
	}
}

func TestFetchRefusesAddresses(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) { html(w, "secret of the inside") })
	host := server.Listener.Addr().String()
	_, port, err := net.SplitHostPort(host)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, address string
		want          Reason
	}{
		{"nothing", "", BadURL},
		{"words", "harbour news", BadURL},
		{"no scheme", "post.example/a", BadURL},
		{"file", "file:///etc/passwd", BadURL},
		{"FTP", "ftp://post.example/", BadURL},
		{"script", "javascript:alert(1)", BadURL},
		{"opaque", "http:post.example", BadURL},
		{"no host", "http:///a", BadURL},
		{"user name", "http://me:word@" + host, BadURL},
		{"long", "http://post.example/" + strings.Repeat("a", maxURL), BadURL},
		{"control character", "http://post.example/\x00", BadURL},
		{"loopback", "http://" + host, Address},
		{"loopback by name", "http://localhost:" + port, Address},
		{"loopback, IPv6", "http://[::1]:" + port, Address},
		{"mapped", "http://[::ffff:127.0.0.1]:" + port, Address},
		{"unspecified", "http://0.0.0.0:" + port, Address},
		{"metadata", "http://169.254.169.254/latest/meta-data/", Address},
		{"private", "https://192.168.0.1/", Address},
		{"other port", "http://93.184.215.14:8080/", Address},
	}
	f := New("test", Public)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Fetch(t.Context(), tt.address)
			wantRefusal(t, err, tt.want)
		})
	}
}

func TestFetchRobots(t *testing.T) {
	var path atomic.Value
	tests := []struct {
		name   string
		robots http.HandlerFunc
		want   Reason // "" when the page is fetched
	}{
		{"none", http.NotFound, ""},
		{"not for us to see", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, ""},
		{"allowed", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "User-agent: *\nDisallow: /x") }, ""},
		{"forbidden", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "User-agent: verbatim\nDisallow: /a")
		}, Robots},
		{"broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }, Robots},
		{"redirected", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots2.txt", http.StatusFound) }, ""},
		{"redirected inside", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.9/robots.txt", http.StatusFound)
		}, Address},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					tt.robots(w, r)
					return
				}
				path.Store(r.URL.Path)
				html(w, "<p>page")
			}))
			t.Cleanup(server.Close)
			path.Store("")
			_, err := New("test", only(t, server)).Fetch(t.Context(), server.URL+"/a")
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			wantRefusal(t, err, tt.want)
			if got := path.Load(); got == "/a" {
				t.Error("the page was asked for all the same")
			}
		})
	}
}

func TestFetchArticle(t *testing.T) {
	var header http.Header
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/new?x=1#top", http.StatusMovedPermanently)
		case "/text":
			w.Header().Set("Content-Type", "text/plain; charset=windows-1251")
			_, _ = w.Write([]byte("\xc3\xe0\xe2\xe0\xed\xfc\n\xcf\xee\xf0\xf2 \xe7\xe0\xea\xf0\xfb\xf2.\n"))
		default:
			header = r.Header
			html(w, `<!doctype html><html lang=en><title>Harbour</title><link rel=canonical href="https://evil.example/x"><article>`+
				"<p>The harbour of Halden will close on Monday, the mayor said, for the ice has come early.</article></html>")
		}
	})
	f := New("1.2", only(t, server))
	a, err := article(t, f, " "+server.URL+"/old#part ")
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Harbour" || len(a.Paragraphs) != 1 || a.File != "" {
		t.Errorf("article is %q with %d paragraphs, file %q", a.Title, len(a.Paragraphs), a.File)
	}
	if want := server.URL + "/new?x=1"; a.URL != want {
		t.Errorf("URL is %q, want %q and not another site's", a.URL, want)
	}
	if got, want := header.Get("User-Agent"), "verbatim/1.2 (+https://github.com/verbatim-bot/verbatim)"; got != want {
		t.Errorf("user agent is %q, want %q", got, want)
	}
	for _, name := range []string{"Cookie", "Referer", "Authorization"} {
		if got := header.Get(name); got != "" {
			t.Errorf("sent %s: %q", name, got)
		}
	}
	a, err = article(t, f, server.URL+"/text")
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Гавань" || a.Paragraphs[0].Text != "Порт закрыт." {
		t.Errorf("text in the charset of the header is %q, %q", a.Title, a.Paragraphs[0].Text)
	}
}

// article fetches and reads the page at address.
func article(t *testing.T, f *Fetcher, address string) (*corpus.Article, error) {
	t.Helper()
	page, err := f.Fetch(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	return page.Article()
}

func TestFetchArticleEmpty(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		html(w, `<html><body><div id=app></div><script>render()</script></body></html>`)
	})
	if _, err := article(t, New("test", only(t, server)), server.URL); !errors.Is(err, corpus.ErrEmpty) {
		t.Errorf("got %v, want %v", err, corpus.ErrEmpty)
	}
}

func TestFetchUnknown(t *testing.T) {
	none := &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		return nil, errors.New("no name server")
	}}
	_, err := newFetcher("test", Public, none, maxTime).Fetch(t.Context(), "http://post.example./a")
	wantRefusal(t, err, lookup)

	server := httptest.NewServer(http.NotFoundHandler())
	rule := only(t, server)
	server.Close()
	_, err = New("test", rule).Fetch(t.Context(), server.URL)
	wantRefusal(t, err, connect)

	secure := httptest.NewTLSServer(http.NotFoundHandler())
	defer secure.Close()
	secure.Config.ErrorLog = nil
	_, err = New("test", only(t, secure)).Fetch(t.Context(), secure.URL)
	wantRefusal(t, err, connect)
	if !strings.Contains(err.Error(), "certificate") {
		t.Errorf("%q does not speak of the certificate", err)
	}
}

func TestFetchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := New("test", only(t, server)).Fetch(ctx, server.URL); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestSite(t *testing.T) {
	for _, pair := range [][2]string{
		{"https://www.post.example/a", "https://post.example/b"},
		{"https://m.post.example/a", "https://www.post.example/"},
	} {
		if site(pair[0]) != site(pair[1]) {
			t.Errorf("%s and %s are one site", pair[0], pair[1])
		}
	}
	if u := (&url.URL{Host: "post.example"}).String(); site(u) == site("https://evil.example") {
		t.Error("two sites are one")
	}
}
