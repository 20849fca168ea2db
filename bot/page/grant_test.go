package page

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// site is pages of several servers, with their records.
type site struct {
	*Pages
	t       *testing.T
	records *store.Store
	library *index.Library
	clock   time.Time
}

// newSite has an article of each server that nobody else has a word of, and two
// of the house.
func newSite(t *testing.T, servers ...string) *site {
	t.Helper()
	dir := t.TempDir()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	library, err := index.Open(filepath.Join(dir, "index"), records, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if library.Close() != nil || records.Close() != nil {
			t.Error("close")
		}
	})
	s := &site{Pages: pagesOf(library.Scope), t: t, records: records, library: library, clock: time.Unix(1_800_000_000, 0)}
	s.Access, s.Base = Members, "https://news.example/bot"
	s.now = func() time.Time { return s.clock }
	s.Settings = func(server string) (store.Settings, bool, error) {
		set, err := records.Settings(server)
		return set, server == store.House || known(records, server), err
	}
	for i, server := range append([]string{store.House}, servers...) {
		for n := range 2 {
			s.add(server, articleOf(i, n))
		}
	}
	return s
}

// known tells whether the bot is in a server that has articles.
func known(records *store.Store, server string) bool {
	g, err := records.Guild(server)
	return err == nil && g.Left.IsZero() && g.Version > 0
}

// word is one that stands in the article n of server i alone.
func word(i, n int) string { return fmt.Sprintf("zq%c%cx", 'a'+i, 'a'+n) }

// articleOf has its word in every paragraph, quote and name.
func articleOf(i, n int) string {
	w := word(i, n)
	var b strings.Builder
	fmt.Fprintf(&b, "Title of %s\n", w)
	for p := range 9 {
		fmt.Fprintf(&b, "“We saw the %s and %d of its ships,” said Ann Lund%s, who keeps the harbour of %s.\n", w, p, w, w)
	}
	return b.String()
}

func (s *site) add(server, text string) *corpus.Article {
	s.t.Helper()
	added, err := s.records.Add(server, "m", store.Draft{Article: parse(s.t, text), Original: []byte(text)})
	if err == nil {
		err = s.library.Sync(s.t.Context(), server)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return added[0]
}

// visit asks for an address; what stands behind the host is asked of us, as a
// proxy would.
func (s *site) visit(address string) *response {
	address, _, _ = strings.Cut(strings.TrimPrefix(address, "https://news.example"), "#")
	r := httptest.NewRequest(http.MethodGet, strings.TrimPrefix(address, "/bot"), nil)
	r.Host = "news.example"
	r.RemoteAddr = fmt.Sprintf("198.51.%d.%d:1", rand.IntN(250), rand.IntN(250)) //nolint:gosec // readers of a test
	return answered(s.Pages, r)
}

func (s *site) set(server string, change func(*store.Settings)) store.Settings {
	s.t.Helper()
	set, err := s.records.SetSettings(server, "m", change)
	if err != nil {
		s.t.Fatal(err)
	}
	return set
}

// full says whether whole articles are shown. That changes by a restart only.
func (s *site) full(whole bool) {
	s.Full = whole
	s.kept.cache().Purge()
}

func first(id string) say.Excerpt {
	return say.Excerpt{Ref: corpus.Ref{Article: id, Paragraph: 5, Span: corpus.Span{Start: 0, End: 12}}, Revision: 1}
}

// TestRefused gives one answer to every link that opens nothing, whatever is
// wrong with it.
func TestRefused(t *testing.T) {
	s := newSite(t, "11", "22", "33", "44")
	s.set("33", func(set *store.Settings) { set.PagesOff = true })
	good, _, _ := strings.Cut(s.Link("11", store.Settings{}, first("a1")), "#")
	if r := s.visit(good); r.StatusCode != http.StatusOK || !strings.Contains(r.Body, word(1, 0)) {
		t.Fatalf("%s: %d", good, r.StatusCode)
	}
	door := s.Door("11", store.Settings{}, "a1")
	off := s.outside(Address{Server: "33", Article: "a1"}, store.Settings{})
	_, k, _ := strings.Cut(good, "&k=")
	nothing := s.visit("/a/11/a1")
	links := map[string]string{
		"unsigned":             strings.Split(good, "&k=")[0],
		"forged":               good[:len(good)-1] + map[bool]string{true: "A", false: "B"}[good[len(good)-1] != 'A'],
		"empty signature":      strings.Split(good, "&k=")[0] + "&k=",
		"another server":       strings.Replace(good, "/a/11/", "/a/22/", 1),
		"another article":      strings.NewReplacer("/a1?", "/a2?", "x=a1.", "x=a2.").Replace(good),
		"another passage":      strings.Replace(good, "x=a1.1.5.", "x=a1.1.2.", 1),
		"the house":            strings.Replace(good, "/a/11/a1", "/a/house/h1", 1),
		"the whole server":     s.Base + "/a/11?e=" + strings.Split(strings.Split(good, "e=")[1], "&")[0] + "&k=" + k,
		"a longer time":        strings.Replace(door, "e=", "e=1", 1),
		"no end":               strings.Split(door, "?")[0] + "?k=" + strings.Split(door, "k=")[1],
		"an article's on both": good + "&x=a1.1.6.0.3",
		"pages off":            off,
		"no such server":       s.outside(Address{Server: "99", Article: "a1"}, store.Settings{}),
		"no such article":      s.Door("11", store.Settings{}, "a9"),
		"no such revision":     s.outside(Address{Server: "11", Article: "a1", Revision: 4}, store.Settings{}),
		"a list of servers":    s.Base + "/a/",
		"not an address":       s.Base + "/a/11/../22",
		"too long":             good + "&" + strings.Repeat("z", 3000),
	}
	s.set("22", func(set *store.Settings) { set.PageLinks = 1 })
	links["revoked"] = s.Door("22", store.Settings{}, "a1")
	if err := s.records.LeaveGuild("44"); err != nil {
		t.Fatal(err)
	}
	links["a server that the bot left"] = s.outside(Address{Server: "44", Article: "a1"}, store.Settings{})
	for name, link := range links {
		if name == "an article's on both" {
			continue // the first is read and the second is none of its address
		}
		got := s.visit(link)
		got.Header.Del("Date")
		if diff := cmp.Diff(nothing, got); diff != "" {
			t.Errorf("%s: %s\n%s", name, link, diff)
		}
	}
	// What is no part of an address changes nothing.
	if got := s.visit(links["an article's on both"]); got.Body != s.visit(good).Body {
		t.Error("a second passage is read")
	}
	s.clock = s.clock.Add((linkDays + 2) * 24 * time.Hour)
	if diff := cmp.Diff(nothing, s.visit(good)); diff != "" {
		t.Errorf("expired:\n%s", diff)
	}
}

// TestRevoked takes back the links of one server and no other's.
func TestRevoked(t *testing.T) {
	s := newSite(t, "11", "22")
	mine, theirs := s.Door("11", store.Settings{}, ""), s.Door("22", store.Settings{}, "")
	set := s.set("11", func(set *store.Settings) { set.PageLinks++ })
	for link, want := range map[string]int{mine: http.StatusNotFound, theirs: http.StatusOK, s.Door("11", set, ""): http.StatusOK} {
		if got := s.visit(link).StatusCode; got != want {
			t.Errorf("%s: %d, want %d", link, got, want)
		}
	}
}

// TestPart shows what a link cites and its neighbours, and never more however
// one goes on from there.
func TestPart(t *testing.T) {
	s := newSite(t, "11")
	page := tree(t, s.visit(s.Link("11", store.Settings{}, first("a1"))))
	var shown []string
	for _, n := range find(page, func(n *html.Node) bool { return attribute(n, "class") == "par" && attribute(n, "id") != "" }) {
		shown = append(shown, attribute(n, "id"))
	}
	if fmt.Sprint(shown) != "[p4 p5 p6]" {
		t.Errorf("shown: %v", shown)
	}
	if got := text(byID(t, page, "x1")); got != "“We saw th" {
		t.Errorf("cited: %q", got)
	}
	door := strings.TrimPrefix(s.Door("11", store.Settings{}, "a1"), s.Base)
	for _, q := range []string{"a1¶7", "a1p7", "a1#1"} {
		if r := post(t, s.Pages, door, "do", "ask", "q", q); strings.Contains(r.Body, "<blockquote>") {
			t.Errorf("%s opens the article", q)
		}
	}
	asked := tree(t, post(t, s.Pages, door, "do", "ask", "q", "How many ships has the "+word(1, 0)+"?"))
	for _, n := range find(asked, func(n *html.Node) bool { return n.Data == "button" }) {
		if text(n) == "Context" {
			t.Error("the article can be read on from an answer")
		}
	}
	s.full(true)
	page = tree(t, s.visit(s.Link("11", store.Settings{}, first("a1"))))
	if n := len(find(page, func(n *html.Node) bool { return attribute(n, "class") == "par" })); n != 9 {
		t.Errorf("%d paragraphs of 9", n)
	}
}

// TestPublic opens the house to everybody, as far as its texts may be shown,
// and servers to members alone.
func TestPublic(t *testing.T) {
	s := newSite(t, "11")
	s.Access = Public
	for at, want := range map[string]int{"/a/house": 200, "/a/house/h1": 200, "/a/house/a1": 404, "/a/11": 404, "/a/11/a1": 404, "/a/11/h1": 404} {
		if got := s.visit(at).StatusCode; got != want {
			t.Errorf("%s: %d, want %d", at, got, want)
		}
	}
	paragraphs := func(at string) int {
		return len(find(tree(t, s.visit(at)), func(n *html.Node) bool { return attribute(n, "class") == "par" && attribute(n, "id") != "" }))
	}
	made := "/a/house/h1?x=" + first("h1").String()
	if n := paragraphs(made); n != 0 {
		t.Errorf("a passage that anybody made up shows %d paragraphs", n)
	}
	if page := s.visit(made).Body; strings.Contains(page, "x=h1") || strings.Contains(page, ";k=") || strings.Contains(page, "?k=") {
		t.Error("its page vouches for it")
	}
	signed := s.Link("", store.Settings{}, first("h1"))
	if n := paragraphs(signed); n != 3 {
		t.Errorf("one of ours shows %d paragraphs: %s", n, signed)
	}
	if !strings.Contains(s.Link("11", store.Settings{}, first("a1")), "&e=") {
		t.Error("a server's link does not expire")
	}
	s.full(true)
	if n := paragraphs(made); n != 9 {
		t.Errorf("with whole articles it shows %d paragraphs", n)
	}
}

// TestRevisions opens the revision that was cited and says when it is not the
// serving one.
func TestRevisions(t *testing.T) {
	s := newSite(t, "11")
	s.full(true)
	link := s.Link("11", store.Settings{}, first("a1"))
	now := strings.Replace(articleOf(1, 0), "3 of its ships", "33 of its old ships", 1)
	if _, err := s.records.Replace("11", "m", "a1", store.Draft{Article: parse(t, now), Original: []byte(now)}); err != nil {
		t.Fatal(err)
	}
	if err := s.library.Sync(t.Context(), "11"); err != nil {
		t.Fatal(err)
	}
	page := tree(t, s.visit(link))
	if got := text(page); !strings.Contains(got, "This is revision 1, as it was cited.") || !strings.Contains(got, "and 3 of its ships") {
		t.Errorf("the cited revision:\n%s", got)
	}
	hrefs := map[string]string{}
	for _, n := range find(page, func(n *html.Node) bool { return n.Data == "a" }) {
		hrefs[text(n)] = attribute(n, "href")
	}
	present := text(tree(t, s.visit(hrefs["Open the present text"])))
	if strings.Contains(present, "as it was cited") || !strings.Contains(present, "33 of its old ships") {
		t.Errorf("the present text:\n%s", present)
	}
	changes := tree(t, s.visit(hrefs["Changed since revision 1"]))
	var got []string
	for _, n := range find(changes, func(n *html.Node) bool { return n.Data == "ins" || n.Data == "del" }) {
		got = append(got, text(n))
	}
	if fmt.Sprint(got) != "[removed: 3 added: 33 added: old ]" && fmt.Sprint(got) != "[removed: 3 added: 33 added:  old]" {
		t.Errorf("changes: %q", got)
	}
	s.full(false)
	if r := s.visit(hrefs["Changed since revision 1"]); r.StatusCode != http.StatusNotFound {
		t.Errorf("changes are shown where whole articles are not: %d", r.StatusCode)
	}
}

// TestIsolation walks everything that can be reached from links of one server,
// asks there for what others have, and finds no word of theirs.
func TestIsolation(t *testing.T) {
	servers := []string{"11", "22", "33"}
	s := newSite(t, servers...)
	s.set("22", func(set *store.Settings) { set.HouseOff = true })
	pages := 0
	for _, full := range []bool{true, false} {
		s.full(full)
		for i, server := range servers {
			set, _, err := s.Settings(server)
			if err != nil {
				t.Fatal(err)
			}
			look := func(at string, r *response) []string {
				pages++
				for other := range len(servers) + 1 {
					if other == i+1 || other == 0 && server != "22" {
						continue
					}
					for n := range 2 {
						if strings.Contains(r.Body, word(other, n)) {
							t.Errorf("%s of server %s shows %s of another", at, server, word(other, n))
						}
					}
				}
				if r.StatusCode != http.StatusOK {
					return nil
				}
				var next []string
				for _, n := range find(tree(t, r), func(n *html.Node) bool { return n.Data == "a" }) {
					if to := attribute(n, "href"); strings.HasPrefix(to, "/") {
						next = append(next, to)
					}
				}
				return next
			}
			seen := map[string]bool{}
			todo := []string{s.Door(server, set, ""), s.Link(server, set, first("a1")), s.Door(server, set, "h1")}
			for len(todo) > 0 {
				at := todo[0]
				todo = todo[1:]
				if seen[at] {
					continue
				}
				seen[at] = true
				todo = append(todo, look(at, s.visit(at))...)
			}
			door := strings.TrimPrefix(s.Door(server, set, ""), s.Base)
			for other := range len(servers) + 1 {
				for n := range 2 {
					for _, fields := range [][]string{
						{"do", "ask", "q", "How many ships has the " + word(other, n) + "?"},
						{"do", "said", "speaker", "Ann Lund" + word(other, n)},
						{"do", "check", "q", "We saw the " + word(other, n) + " and 3 of its ships"},
						{"do", "said"},
					} {
						r := post(t, s.Pages, door, fields...)
						r.Body = strings.ReplaceAll(r.Body, fields[len(fields)-1], "") // what was asked comes back
						r.Body = strings.ReplaceAll(r.Body, word(other, n)+"</", "</") // and is told to be nowhere
						look("an answer", r)
					}
				}
			}
		}
	}
	if pages < 100 {
		t.Errorf("%d pages were looked at", pages)
	}
}
