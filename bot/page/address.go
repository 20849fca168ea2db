package page

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// Address is where a page is: what it shows, and until when the link opens it.
// It never holds a question.
type Address struct {
	Server   string // a guild id, or [House]
	Article  string // "" = the server's page
	Revision int    // 0 = the serving one, or that of Shown
	// Shown are the passages that a link was made for, in their order. On an
	// article's page they are all of its text at one revision.
	Shown   []say.Excerpt
	Changes bool // between the revisions From and Revision
	From    int
	Until   int // the last day on which it opens, counted from 1970; 0 = for good
}

// maxShown is how many passages an address names, and maxAddress how long a
// part of it may be.
const (
	maxShown   = 12
	maxAddress = 1000
)

var (
	serverName  = regexp.MustCompile(`^(?:house|[0-9]{1,20})$`)
	articleName = regexp.MustCompile(`^[a-z][0-9]{1,10}$`)
)

// String writes the address without its signature: the same address in the
// same letters, always.
func (a Address) String() string {
	s := Routes + a.Server
	if a.Article != "" {
		s += "/" + a.Article
	}
	if a.Changes {
		s += "/changes"
	}
	var q []string
	add := func(name, value string) { q = append(q, name+"="+value) }
	if len(a.Shown) > 0 {
		var all []string
		for _, e := range a.Shown {
			all = append(all, e.String())
		}
		add("x", strings.Join(all, ","))
	}
	if a.From > 0 {
		add("f", say.Base36(a.From))
	}
	if a.Revision > 0 {
		add("r", say.Base36(a.Revision))
	}
	if a.Until > 0 {
		add("e", say.Base36(a.Until))
	}
	if len(q) > 0 {
		s += "?" + strings.Join(q, "&")
	}
	return s
}

// readAddress reads the address of a request and the signature on it; false
// when it is none of ours.
func readAddress(u *url.URL) (a Address, signature string, ok bool) {
	path, ok := strings.CutPrefix(u.Path, Routes)
	if !ok || len(u.RawQuery) > maxAddress || len(path) > maxAddress {
		return a, "", false
	}
	parts := strings.Split(path, "/")
	a.Server = parts[0]
	if len(parts) > 1 {
		a.Article = parts[1]
	}
	if len(parts) == 3 {
		a.Changes = true
	}
	if !serverName.MatchString(a.Server) || len(parts) > 3 || a.Changes && parts[2] != "changes" ||
		len(parts) > 1 && !articleName.MatchString(a.Article) {
		return a, "", false
	}
	q, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return a, "", false
	}
	for name, to := range map[string]*int{"f": &a.From, "r": &a.Revision, "e": &a.Until} {
		if s := q.Get(name); s != "" {
			n, err := strconv.ParseInt(s, 36, 32)
			if err != nil || n < 1 {
				return a, "", false
			}
			*to = int(n)
		}
	}
	if x := q.Get("x"); x != "" {
		if a.Shown, err = say.Unpack(x); err != nil || len(a.Shown) > maxShown || !a.shows() {
			return a, "", false
		}
	}
	return a, q.Get("k"), true
}

// shows tells whether the passages of an address are ones that its page can
// show.
func (a Address) shows() bool {
	for _, e := range a.Shown {
		if !articleName.MatchString(e.Ref.Article) || a.Changes ||
			a.Article != "" && (e.Ref.Article != a.Article || e.Revision != a.Shown[0].Revision) {
			return false
		}
	}
	return a.Article == "" || a.Revision == 0 || len(a.Shown) == 0
}
