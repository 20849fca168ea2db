package page

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// linkDays is how many days a link in a message opens its page: as long as a
// removed article can be brought back. Whoever has the message can ask again.
const linkDays = 30

// grant is what one request may see: a page, and all that can be reached from
// it until the same day.
type grant struct {
	address Address // the passages in it are ours to show: nobody made them up
	set     store.Settings
	scope   *index.Scope
	self    string // path and query of the request's page, signed
}

// admit looks who asks for what. It fails with [errNothing] for all that may
// not be seen, after the same work whatever the reason is: a forged link, one
// that has expired or was revoked, one of another page, a server that is not
// here.
func (p *Pages) admit(r *http.Request) (*grant, error) {
	if p.Access == Alone && !local(r.Host) {
		return nil, errNothing // a foreign page has its own name point here
	}
	a, signature, ok := readAddress(r.URL)
	if !ok {
		return nil, errNothing
	}
	g := &grant{address: a}
	there := true
	if p.Settings != nil {
		var err error
		if g.set, there, err = p.Settings(a.Server); err != nil {
			return nil, err
		}
	}
	signed := hmac.Equal([]byte(signature), []byte(p.sign(a.String(), g.set.PageLinks)))
	fresh := a.Until >= day(p.time()) || a.Until == 0 && !p.expires(a.Server)
	vouched := p.Access == Alone || p.Full || signed && fresh
	open := p.Access == Alone || p.Access == Public && a.Server == House || signed && fresh
	if !open || !there || g.set.PagesOff {
		return nil, errNothing
	}
	if !vouched {
		// Else the links of the page would vouch for what anybody made up.
		g.address.Shown, g.address.Until = nil, 0
	}
	g.self = p.signed(g.address, g.set.PageLinks)
	server := a.Server
	if server == House {
		server = ""
	}
	var err error
	g.scope, err = p.Scopes(server)
	if err != nil {
		return nil, fmt.Errorf("scope: %w", err)
	}
	return g, nil
}

// expires tells whether links of a server open for some time only.
func (p *Pages) expires(server string) bool {
	return p.Access == Members || p.Access == Public && server != House
}

// signed is an address as a link: with its signature, where one is looked at.
// The links of a server that were made before its moderators took them back
// have another.
func (p *Pages) signed(a Address, made int) string {
	s := a.String()
	if p.Access == Alone || p.Full && !p.expires(a.Server) || len(a.Shown) == 0 && !p.expires(a.Server) {
		return s
	}
	sep := "?"
	if strings.Contains(s, "?") {
		sep = "&"
	}
	return s + sep + "k=" + p.sign(s, made)
}

// sign is the signature of an address, 128 bits.
func (p *Pages) sign(address string, made int) string {
	h := hmac.New(sha256.New, p.Key)
	h.Write([]byte(strconv.Itoa(made)))
	h.Write([]byte{0})
	h.Write([]byte(address))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:16])
}

// Derive makes a key of a secret for one use, so that what is signed for one
// is nothing elsewhere.
func Derive(secret []byte, use string) []byte {
	h := hmac.New(sha256.New, secret)
	h.Write([]byte(use))
	return h.Sum(nil)
}

// link is a page that can be reached from the one in hand: it opens until the
// same day.
func (v *visit) link(a Address) string {
	a.Server, a.Until = v.address.Server, v.address.Until
	return v.path() + v.pages.signed(a, v.set.PageLinks)
}

// here is the page in hand, with something about how it is looked at behind
// it: "who=3".
func (v *visit) here(view string) string {
	if view == "" {
		return v.path() + v.self
	}
	sep := "?"
	if strings.Contains(v.self, "?") {
		sep = "&"
	}
	return v.path() + v.self + sep + view
}

// path is what stands before our paths where the pages are reached.
func (v *visit) path() string { return v.pages.path() }

func (p *Pages) path() string {
	_, rest, _ := strings.Cut(p.Base, "://")
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		return rest[i:]
	}
	return ""
}

// local tells whether a request names this machine.
func local(host string) bool {
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	return host == "127.0.0.1" || host == "localhost" || host == "[::1]"
}

// day counts days from 1970.
func day(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }
