// Package fetch gets an article's page from the public web, and only from
// there: a moderator's URL must not reach the machine or the network that the
// bot runs in. It asks once, without cookies and without running scripts,
// under its own name, and respects the site's robots.txt.
//
// The files:
//
//	fetch.go    gets and reads the page
//	address.go  which addresses are the public web's
//	robots.go   what the site forbids
//	error.go    why there is no page, for users
package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/verbatim-bot/verbatim/corpus"
)

// The limits of one fetch.
const (
	maxTime      = 20 * time.Second // in all, robots.txt and redirects included
	maxHeader    = 10 * time.Second // until a server's answer begins
	maxConnect   = 5 * time.Second
	maxRedirects = 5
	maxBody      = corpus.MaxSize // bytes, decompressed
	maxRobots    = 512 << 10      // bytes, as RFC 9309 asks for
	maxURL       = 2000           // bytes
)

// Page is what a server sent.
type Page struct {
	URL  string // where it was found in the end
	Type string // its media type: "text/html"
	Body []byte // decompressed; UTF-8 where the server named another charset
}

// Fetcher fetches pages. It keeps nothing between fetches and is safe for
// concurrent use.
type Fetcher struct {
	client  *http.Client
	version string
	total   time.Duration
}

// New makes a Fetcher that dials only what rule allows; outside of tests that
// is [Public]. version is the program's, for the name that servers see.
func New(version string, rule Rule) *Fetcher {
	return newFetcher(version, rule, nil, maxTime)
}

func newFetcher(version string, rule Rule, resolver *net.Resolver, total time.Duration) *Fetcher {
	dialer := &net.Dialer{
		Timeout:  maxConnect,
		Resolver: resolver,
		// Called with the address that will be dialled, after the look-up: a
		// name cannot change its mind after the check.
		Control: func(_, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err == nil {
				err = rule(at)
			}
			if err != nil {
				return refuse(Address, err, "That address is not on the public web")
			}
			return nil
		},
	}
	return &Fetcher{
		version: version,
		total:   total,
		client: &http.Client{
			// Redirects are followed by get, which checks each of them.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
			Transport: &http.Transport{
				Proxy:                  nil, // a proxy would dial for us, unchecked
				DialContext:            dialer.DialContext,
				TLSHandshakeTimeout:    maxConnect,
				ResponseHeaderTimeout:  maxHeader,
				MaxResponseHeaderBytes: 64 << 10,
				DisableKeepAlives:      true,
				ForceAttemptHTTP2:      true,
			},
		},
	}
}

// Fetch gets the page at address. Every error is an [*Error] with words for
// the user, but for ctx's own.
func (f *Fetcher) Fetch(ctx context.Context, address string) (*Page, error) {
	within, cancel := context.WithTimeout(ctx, f.total)
	defer cancel()
	page, err := f.fetch(within, address)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return page, err
}

// Article reads the page. Errors are those of [corpus.Parse]. The article's URL
// is the one that the page gives for itself if that is on the same site, else
// the page's own.
func (p *Page) Article() (*corpus.Article, error) {
	name := map[string]string{"text/plain": "page.txt", "text/markdown": "page.md"}[p.Type]
	if name == "" {
		name = "page.html"
	}
	a, err := corpus.Parse(name, p.Body)
	if err != nil {
		return nil, err
	}
	a.File = ""
	if site(a.URL) != site(p.URL) {
		a.URL = p.URL
	}
	return a, nil
}

// site is the host of an address without what marks its mobile twin.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, prefix := range [...]string{"www.", "amp.", "m.", "mobile."} {
		host = strings.TrimPrefix(host, prefix)
	}
	return host
}

func (f *Fetcher) fetch(ctx context.Context, address string) (*Page, error) {
	address = strings.TrimSpace(address)
	if len(address) > maxURL {
		return nil, refuse(BadURL, nil, "That web address is too long")
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, refuse(BadURL, err, "That is not a web address")
	}
	known := map[string]robots{}
	resp, err := f.get(ctx, u, func(u *url.URL) error { return f.ask(ctx, u, known) })
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }() // it was read, or is of no use
	return read(resp)
}

// get requests u and follows redirects. Each address on the way is checked,
// and allowed is asked about it first.
func (f *Fetcher) get(ctx context.Context, u *url.URL, allowed func(*url.URL) error) (*http.Response, error) {
	for range maxRedirects + 1 {
		if err := check(u); err != nil {
			return nil, err
		}
		if err := allowed(u); err != nil {
			return nil, err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
		if err != nil {
			return nil, refuse(BadURL, err, "That is not a web address")
		}
		req.Header.Set("User-Agent", "verbatim/"+f.version+" (+https://github.com/verbatim-bot/verbatim)")
		req.Header.Set("Accept", "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8")
		resp, err := f.client.Do(req)
		if err != nil {
			return nil, explain(u, err)
		}
		switch resp.StatusCode {
		case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		default:
			return resp, nil
		}
		_ = resp.Body.Close() // a redirect's body is not read
		next, err := resp.Location()
		if err != nil {
			return nil, refuse(redirects, err, "%s redirects to nowhere", u.Hostname())
		}
		next.Fragment = ""
		u = next
	}
	return nil, refuse(redirects, nil, "%s redirects more than %d times", u.Hostname(), maxRedirects)
}

// check refuses what is no address of a web page.
func check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return refuse(BadURL, nil, "Only http and https addresses can be fetched")
	case u.Hostname() == "" || u.Opaque != "":
		return refuse(BadURL, nil, "That web address names no site")
	case u.User != nil:
		return refuse(BadURL, nil, "A web address with a user name in it is not fetched")
	}
	return nil
}

// ask reads the robots.txt of u's site, once a fetch, and refuses what it
// forbids. A site without one allows all; one that cannot give it, nothing
// (RFC 9309, 2.3.1).
func (f *Fetcher) ask(ctx context.Context, u *url.URL, known map[string]robots) error {
	origin := u.Scheme + "://" + u.Host
	rules, ok := known[origin]
	if !ok {
		at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
		resp, err := f.get(ctx, at, func(*url.URL) error { return nil })
		if err != nil {
			return err
		}
		defer func() { _ = resp.Body.Close() }() // only read from
		switch {
		case resp.StatusCode == http.StatusOK:
			text, err := io.ReadAll(io.LimitReader(resp.Body, maxRobots))
			if err != nil {
				return explain(u, err)
			}
			rules = parseRobots(string(text))
		case resp.StatusCode >= 500 || resp.StatusCode == http.StatusTooManyRequests:
			return refuse(Robots, nil, "%s cannot say now whether programs may read its pages (robots.txt, status %d)", u.Hostname(), resp.StatusCode)
		}
		known[origin] = rules
	}
	if !rules.allows(u) {
		return refuse(Robots, nil, "%s asks programs not to read this page (robots.txt)", u.Hostname())
	}
	return nil
}

// read takes the page from a response that is no redirect.
func read(resp *http.Response) (*Page, error) {
	host := resp.Request.URL.Hostname()
	switch code := resp.StatusCode; {
	case code == http.StatusOK:
	case code == http.StatusNotFound || code == http.StatusGone:
		return nil, refuse(Status, nil, "%s has no such page (status %d)", host, code)
	case code == http.StatusTooManyRequests:
		return nil, refuse(Status, nil, "%s is asked too often now (status %d)", host, code)
	case code >= 400 && code < 500:
		return nil, refuse(Status, nil, "%s does not let programs read this page (status %d)", host, code)
	default:
		return nil, refuse(Status, nil, "%s has a fault (status %d)", host, code)
	}
	if resp.ContentLength > maxBody {
		return nil, refuse(TooLarge, nil, "The page is larger than %d MB", maxBody>>20)
	}
	if enc := resp.Header.Get("Content-Encoding"); enc != "" && enc != "identity" {
		return nil, refuse(MediaType, nil, "The page is compressed in a way that was not asked for")
	}
	kind, params, err := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if err != nil && resp.Header.Get("Content-Type") != "" {
		return nil, refuse(MediaType, err, "%s does not say what the page is", host)
	}
	if kind != "" && !text(kind) {
		return nil, refuse(MediaType, nil, "That is not a text page but %s", kind)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	switch {
	case err != nil:
		return nil, explain(resp.Request.URL, err)
	case len(body) > maxBody:
		return nil, refuse(TooLarge, nil, "The page is larger than %d MB", maxBody>>20)
	}
	if kind == "" {
		kind, params, _ = mime.ParseMediaType(http.DetectContentType(body)) // what it gives always parses
		if !text(kind) {
			return nil, refuse(MediaType, nil, "That is not a text page but %s", kind)
		}
	}
	if enc, name := charset.Lookup(params["charset"]); enc != nil && name != "utf-8" && !utf8.Valid(body) {
		if converted, err := enc.NewDecoder().Bytes(body); err == nil {
			body = converted
		}
	}
	page := *resp.Request.URL
	page.Fragment = ""
	return &Page{URL: page.String(), Type: kind, Body: body}, nil
}

// text reports whether a media type is one that an article comes in.
func text(kind string) bool {
	switch kind {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown":
		return true
	}
	return false
}

// explain turns an error of the network into a refusal.
func explain(u *url.URL, err error) error {
	var refused *Error
	var name *net.DNSError
	var cert *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	var timeout net.Error
	host := u.Hostname()
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return refuse(tooSlow, err, "%s takes too long to answer", host)
	case errors.As(err, &name):
		return refuse(lookup, err, "There is no site called %s", host)
	case errors.As(err, &cert), errors.As(err, &unknown):
		return refuse(connect, err, "%s cannot prove that it is %s (certificate)", host, host)
	}
	return refuse(connect, err, "There is no connection to %s", host)
}
