package page

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

const quay = `Quay of Lomvik to close
The quay of Lomvik will be closed on Monday, because its wall has cracks that nobody had seen.
“We cannot repair it while ships lie there,” said Marit Aas, the harbour master. “It would be madness.”
The owner of a boat yard, Jon Vik, told the news agency Kystnytt that the repairs would take a year.
A fisherman said that he would sell his boat. The “wall”, as it is called, is a heap of stones.
The council will meet on Friday.
Nobody has asked the gulls.
`

// parse reads an article of plain text.
func parse(t *testing.T, text string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// alone are pages for one person.
func alone(t *testing.T, articles ...*corpus.Article) *Pages {
	t.Helper()
	scope, err := index.Memory(articles...)
	if err != nil {
		t.Fatal(err)
	}
	return pagesOf(func(string) (*index.Scope, error) { return scope, nil })
}

func pagesOf(scopes func(string) (*index.Scope, error)) *Pages {
	log := slog.New(slog.DiscardHandler)
	return &Pages{
		Base: "http://127.0.0.1:80", Key: []byte("key"), Scopes: scopes, Log: log,
		Desk: &desk.Desk{Scopes: scopes, Engine: ask.New(), Key: say.Key("k"), Log: log},
	}
}

// get asks for a page; address may be a whole one.
func get(t *testing.T, p *Pages, address string) *response {
	t.Helper()
	address, _, _ = strings.Cut(strings.TrimPrefix(address, p.Base), "#")
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Host = "localhost:80"
	return answered(p, r)
}

// post sends a form.
func post(t *testing.T, p *Pages, address string, fields ...string) *response {
	t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Host = "localhost:80"
	return answered(p, r)
}

// response is what came back.
type response struct {
	StatusCode int
	Header     http.Header
	Body       string
}

func answered(p *Pages, r *http.Request) *response {
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return &response{w.Code, w.Header(), w.Body.String()}
}

// tree reads a page.
func tree(t *testing.T, r *response) *html.Node {
	t.Helper()
	if r.StatusCode != http.StatusOK {
		t.Fatalf("status %d", r.StatusCode)
	}
	n, err := html.Parse(strings.NewReader(r.Body))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// attribute is an attribute of an element, "" when it has none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// find lists the elements that want wants.
func find(n *html.Node, want func(*html.Node) bool) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && want(d) {
			out = append(out, d)
		}
	}
	return out
}

func byID(t *testing.T, n *html.Node, id string) *html.Node {
	t.Helper()
	found := find(n, func(n *html.Node) bool { return attribute(n, "id") == id })
	if len(found) != 1 {
		t.Fatalf("%d elements with the id %q", len(found), id)
	}
	return found[0]
}

// text is what the DOM calls textContent.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// sameWords compares every paragraph and every quote on a page with what is
// stored, and gives how many quotes that were.
func sameWords(t *testing.T, page *html.Node, doc *index.Document) int {
	t.Helper()
	a := doc.Article
	stored := func(r corpus.Ref) string {
		words, err := a.Cut(r)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(words, "\x00", "\uFFFD") // HTML has no NUL
	}
	pars := find(page, func(n *html.Node) bool { return attribute(n, "class") == "par" })
	if len(pars) != len(a.Paragraphs) {
		t.Fatalf("%d paragraphs of %d", len(pars), len(a.Paragraphs))
	}
	for i, par := range pars {
		p := find(par, func(n *html.Node) bool { return n.Data == "p" })[0]
		if got, want := text(p), stored(a.Whole(i+1)); got != want || attribute(par, "id") != fmt.Sprintf("p%d", i+1) {
			t.Fatalf("¶ %d reads\n%q, stored is\n%q", i+1, got, want)
		}
	}
	said := map[string]string{}
	for _, s := range find(page, func(n *html.Node) bool { return attribute(n, "data-q") != "" }) {
		for q := range strings.FieldsSeq(attribute(s, "data-q")) {
			said[q] += text(s)
		}
	}
	n := 0
	for i, q := range doc.Quotes.Quotes {
		if q.Ref.Paragraph == 0 {
			continue
		}
		n++
		if got, want := said[fmt.Sprint(i+1)], stored(q.Ref); got != want {
			t.Errorf("quote %d reads %q, stored is %q", i+1, got, want)
		}
	}
	return n
}

// document is an article of a scope with its quotes.
func document(t *testing.T, p *Pages, id string) *index.Document {
	t.Helper()
	s, err := p.Scopes("")
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Document(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestArticle shows an article: its words, who says them, how sure that is.
func TestArticle(t *testing.T) {
	p := alone(t, parse(t, quay))
	page := tree(t, get(t, p, "/a/house/a1"))
	if n := sameWords(t, page, document(t, p, "a1")); n < 5 {
		t.Errorf("%d quotes", n)
	}
	margin := func(n int) (who, tips []string) {
		for _, li := range find(byID(t, page, fmt.Sprintf("p%d", n)), func(n *html.Node) bool { return n.Data == "li" }) {
			who = append(who, text(find(li, func(n *html.Node) bool { return n.Data == "a" })[0]))
			tips = append(tips, text(find(li, func(n *html.Node) bool { return attribute(n, "role") == "tooltip" })[0]))
		}
		return who, tips
	}
	if who, tips := margin(2); fmt.Sprint(who) != "[Marit Aas]" || !strings.Contains(tips[0], "in quotation marks") {
		t.Errorf("margin of ¶ 2: %q %q", who, tips)
	}
	if who, tips := margin(3); fmt.Sprint(who) != "[Jon Vik]" || !strings.Contains(tips[0], "via Kystnytt") {
		t.Errorf("margin of ¶ 3: %q %q", who, tips)
	}
	if who, _ := margin(5); len(who) != 0 {
		t.Errorf("margin of ¶ 5: %q", who)
	}
	for _, term := range find(byID(t, page, "p4"), func(n *html.Node) bool { return strings.Contains(text(n), "“wall”") && n.Data == "span" }) {
		t.Errorf("a term is coloured: %v", term.Attr)
	}
	only := tree(t, get(t, p, "/a/house/a1?who=0"))
	coloured := func(page *html.Node) int {
		return len(find(page, func(n *html.Node) bool { return attribute(n, "data-q") != "" }))
	}
	if all, few := coloured(page), coloured(only); few == 0 || few >= all {
		t.Errorf("%d pieces are coloured of everybody, %d of one", all, few)
	}
}

// TestCitation shows the exact span of a citation, and no page for one that is
// not in the article.
func TestCitation(t *testing.T) {
	a := parse(t, quay)
	p := alone(t, a)
	at := strings.Index(a.Paragraphs[1].Text, "repair it")
	e := say.Excerpt{Ref: corpus.Ref{Article: "a1", Paragraph: 2, Span: corpus.Span{Start: at - 10, End: at + 30}}, Mark: corpus.Span{Start: at, End: at + 9}}
	link := p.Link("", store.Settings{}, e)
	page := tree(t, get(t, p, link))
	mark := byID(t, page, "x1")
	if want, err := a.Cut(e.Ref); err != nil || text(mark) != want || mark.Data != "mark" {
		t.Errorf("<%s> %q, want %q, %v", mark.Data, text(mark), want, err)
	}
	if strong := find(mark, func(n *html.Node) bool { return n.Data == "strong" }); len(strong) != 1 || text(strong[0]) != "repair it" {
		t.Errorf("marked: %v", strong)
	}
	for _, x := range []string{"a1.0.2.0.zz", "a1.0.9.0.3", "a1.0.2.3.0", "a1.0.2.1.1", "a1.1.2.0.3", "a1.0.2.0.9.8.9", "a2.0.2.0.9", "b", "a1.0.2.-1.3", "a1.0.2.0.3,a2.0.1.0.1"} {
		if r := get(t, p, "/a/house/a1?x="+x); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d", x, r.StatusCode)
		}
		if r := get(t, p, "/a/house?x="+x); r.StatusCode != http.StatusNotFound {
			t.Errorf("passages %s: status %d", x, r.StatusCode)
		}
	}
}

// TestAsk answers as the desk does; the question goes nowhere but back.
func TestAsk(t *testing.T) {
	p := alone(t, parse(t, quay))
	for _, tt := range []struct {
		name   string
		fields []string
		want   []string
	}{
		{"ask", []string{"do", "ask", "q", "Who is the harbour master?"}, []string{"Marit Aas", "¶ 2 of 6"}},
		{"said", []string{"do", "said", "speaker", "Jon Vik"}, []string{"the repairs would take a year"}},
		{"speakers", []string{"do", "said", "speaker", ""}, []string{"Jon Vik", "Marit Aas"}},
		{"check", []string{"do", "check", "q", "We can repair it while ships lie there", "speaker", "Marit Aas"}, []string{"cannot"}},
		{"no answer", []string{"do", "ask", "q", "How high is the tower of Pisa?"}, []string{"does not answer that"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := post(t, p, "/a/house/a1", tt.fields...)
			if r.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("an answer may be kept: %q", r.Header)
			}
			said := text(byID(t, tree(t, r), "answer"))
			for _, w := range tt.want {
				if !strings.Contains(said, w) {
					t.Errorf("%q is not in:\n%s", w, said)
				}
			}
		})
	}
	page := tree(t, post(t, p, "/a/house", "do", "ask", "q", "Who is the harbour master?"))
	for _, n := range find(page, func(n *html.Node) bool { return n.Data == "a" || n.Data == "form" }) {
		if at := attribute(n, "href") + attribute(n, "action"); strings.Contains(strings.ToLower(at), "harbour") {
			t.Errorf("the question stands in an address: %s", at)
		}
	}
	shared := find(page, func(n *html.Node) bool { return text(n) == "Address of these passages" && n.Data == "a" })
	if len(shared) != 1 {
		t.Fatal("no address to pass on")
	}
	passages := tree(t, get(t, p, attribute(shared[0], "href")))
	if got := text(byID(t, passages, "x1")); !strings.Contains(got, "said Marit Aas, the harbour master.") {
		t.Errorf("passages: %s", got)
	}
	if r := get(t, p, "/a/house/a1?do=ask&q=Who"); strings.Contains(r.Body, "<blockquote>") {
		t.Error("a question in an address is answered")
	}
}

// TestHost refuses names that are not this machine's, which a foreign page can
// have point here.
func TestHost(t *testing.T) {
	p := alone(t, parse(t, quay))
	for host, want := range map[string]int{"localhost:1": 200, "127.0.0.1": 200, "[::1]:8": 200, "evil.example": 404, "127.0.0.1.evil.example:80": 404, "": 404} {
		r := httptest.NewRequest(http.MethodGet, "/a/house/a1", nil)
		r.Host = host
		if got := answered(p, r).StatusCode; got != want {
			t.Errorf("%q: %d, want %d", host, got, want)
		}
	}
}

// TestHeaders keeps others out of pages, and pages out of searches.
func TestHeaders(t *testing.T) {
	p := alone(t, parse(t, quay))
	for _, at := range []string{"/a/house/a1", "/a/house", "/a/house/a9", "/a/", "/a/static/no.css", "/a/" + static + fileNamed(".css")} {
		h := get(t, p, at).Header
		for name, want := range map[string]string{"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"} {
			if !strings.Contains(h.Get(name), want) {
				t.Errorf("%s: %s is %q", at, name, h.Get(name))
			}
		}
		if h.Get("Set-Cookie") != "" {
			t.Errorf("%s sets a cookie", at)
		}
		if strings.Contains(h.Get("Content-Security-Policy"), "unsafe") {
			t.Error("the policy allows what is unsafe")
		}
	}
	first := get(t, p, "/a/house/a1")
	r := httptest.NewRequest(http.MethodGet, "/a/house/a1", nil)
	r.Host = "localhost"
	r.Header.Set("If-None-Match", first.Header.Get("ETag"))
	if got := answered(p, r).StatusCode; got != http.StatusNotModified {
		t.Errorf("the same page again: %d", got)
	}
	page := first.Body
	for _, unsafe := range []string{"<style", " style=", "<script>", " onclick", "http://127"} {
		if strings.Contains(page, unsafe) {
			t.Errorf("the page has %q", unsafe)
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodOptions} {
		r := httptest.NewRequest(method, "/a/house/a1", nil)
		r.Host = "localhost"
		if got := answered(p, r).StatusCode; got != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, got)
		}
	}
}

// TestHall lets one reader have so many pages and no more, and another theirs.
func TestHall(t *testing.T) {
	p := alone(t, parse(t, quay))
	p.Access, p.Full = Public, true
	now := time.Unix(1e9, 0)
	p.now = func() time.Time { return now }
	visit := func(from, via string) int {
		r := httptest.NewRequest(http.MethodGet, "/a/house/a1", nil)
		r.RemoteAddr = from
		if via != "" {
			r.Header.Set("X-Forwarded-For", via)
		}
		return answered(p, r).StatusCode
	}
	for range readerBurst {
		if got := visit("198.51.100.1:1", "192.0.2.9"); got != http.StatusOK {
			t.Fatal(got)
		}
	}
	for _, c := range []struct {
		name, from, via string
		want            int
	}{
		{"once more", "198.51.100.1:2", "192.0.2.10", http.StatusTooManyRequests},
		{"another reader", "198.51.100.2:1", "", http.StatusOK},
		{"behind a proxy of ours", "127.0.0.1:1", "198.51.100.1, 192.0.2.9", http.StatusOK},
		{"behind it, the same one", "127.0.0.1:1", "192.0.2.9, 198.51.100.1", http.StatusTooManyRequests},
	} {
		if got := visit(c.from, c.via); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	now = now.Add(time.Second)
	if got := visit("198.51.100.1:1", ""); got != http.StatusOK {
		t.Errorf("a second later: %d", got)
	}
}

// TestGiveWay lets chat go first, but not for ever.
func TestGiveWay(t *testing.T) {
	p := alone(t, parse(t, quay))
	looks := 0
	p.Busy = func() bool {
		looks++
		return looks < 4
	}
	if got := get(t, p, "/a/house/a1").StatusCode; got != http.StatusOK || looks != 4 {
		t.Errorf("status %d after %d looks", got, looks)
	}
	p.Busy = func() bool { return true }
	if got := get(t, p, "/a/house/a1").StatusCode; got != http.StatusOK {
		t.Errorf("beside a chat that never ends: %d", got)
	}
}
