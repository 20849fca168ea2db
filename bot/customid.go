package bot

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// errForged says that a custom ID was not made by us, or was made in another
// server, or by a version whose buttons we no longer read.
var errForged = errors.New("custom id is not ours")

// op says what a button, menu or form does.
type op string

const (
	opContext  op = "c" // around a passage
	opPage     op = "p" // a window of an article: forwards or backwards from a piece
	opShow     op = "m" // show passages
	opChoose   op = "o" // show the passages that the chosen value names
	opShare    op = "s" // post a private answer for all
	opDoubt    op = "n" // Not right?
	opReason   op = "r" // the reason of it
	opComment  op = "q" // the question to go with the reason
	opRemove   op = "x" // delete the answer
	opSpeakers op = "k" // speakers of an article
	opList     op = "l" // page of the articles
	opOpen     op = "a" // open the chosen article
	opForget   op = "f" // delete a member's feedback
)

// customID is the state of a component. It is all that a button knows, so
// buttons work after a restart and on messages of any age. On the wire it is
// "1", six characters of a MAC over server and content, the op and its
// arguments: at most 100 characters.
type customID struct {
	op   op
	args []string
}

const idVersion = "1"

// seal writes id for the server, or reports false when it does not fit.
func (k Key) seal(server string, id customID) (string, bool) {
	body := string(id.op) + "|" + strings.Join(id.args, "|")
	s := idVersion + k.mac(server, body) + body
	return s, len(s) <= maxCustomID
}

// open reads what seal wrote for the same server, and fails with errForged
// for anything else.
func (k Key) open(server, s string) (customID, error) {
	const head = len(idVersion) + macLen
	if len(s) < head || len(s) > maxCustomID || s[:len(idVersion)] != idVersion {
		return customID{}, errForged
	}
	body := s[head:]
	if !hmac.Equal([]byte(s[len(idVersion):head]), []byte(k.mac(server, body))) {
		return customID{}, errForged
	}
	name, rest, ok := strings.Cut(body, "|")
	if !ok {
		return customID{}, errForged
	}
	return customID{op: op(name), args: strings.Split(rest, "|")}, nil
}

// arg is argument i, or "" when there are fewer.
func (id customID) arg(i int) string {
	if i < len(id.args) {
		return id.args[i]
	}
	return ""
}

// Key signs custom IDs, so that one made elsewhere, or in another server, is
// refused. It must be the same after a restart.
type Key []byte

// macLen is the number of base64 characters of the MAC: 36 bits, for guesses
// have to be made one press at a time.
const macLen = 6

func (k Key) mac(server, body string) string {
	h := hmac.New(sha256.New, k)
	h.Write([]byte(server))
	h.Write([]byte{0})
	h.Write([]byte(body))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))[:macLen]
}

// place is a passage in a custom ID: a Ref and the revision it was cut from.
type place struct {
	Ref      corpus.Ref
	Mark     corpus.Span
	Revision int
}

// String writes p as article.revision.paragraph.start.length, numbers in base
// 36, with the mark's start (from the excerpt's) and length when there is one.
func (p place) String() string {
	parts := []string{p.Ref.Article, n36(p.Revision), n36(p.Ref.Paragraph), n36(p.Ref.Start), n36(p.Ref.Len())}
	if !p.Mark.Empty() {
		parts = append(parts, n36(p.Mark.Start-p.Ref.Start), n36(p.Mark.Len()))
	}
	return strings.Join(parts, ".")
}

// parsePlace reads what String wrote. Article ids may hold dots.
func parsePlace(s string) (place, error) {
	id, rest, ok := cutArticle(s)
	if !ok {
		return place{}, errForged
	}
	var n []int
	for f := range strings.SplitSeq(rest, ".") {
		v, err := strconv.ParseInt(f, 36, 32)
		if err != nil || v < 0 {
			return place{}, errForged
		}
		n = append(n, int(v))
	}
	if len(n) != 4 && len(n) != 6 {
		return place{}, errForged
	}
	p := place{Revision: n[0]}
	p.Ref = corpus.Ref{Article: id, Paragraph: n[1], Span: corpus.Span{Start: n[2], End: n[2] + n[3]}}
	if len(n) == 6 {
		p.Mark = corpus.Span{Start: n[2] + n[4], End: n[2] + n[4] + n[5]}
	}
	return p, nil
}

// cutArticle splits an article id from the numbers behind it.
func cutArticle(s string) (id, rest string, ok bool) {
	id, rest, ok = strings.Cut(s, ".")
	return id, rest, ok && id != ""
}

func n36(n int) string { return strconv.FormatInt(int64(n), 36) }

// pack writes as many places as fit into room characters, separated by
// commas, and reports how many those are.
func pack(places []place, room int) (string, int) {
	var b strings.Builder
	for i, p := range places {
		s := p.String()
		if i > 0 {
			s = "," + s
		}
		if b.Len()+len(s) > room {
			return b.String(), i
		}
		b.WriteString(s)
	}
	return b.String(), len(places)
}

// unpack reads what pack wrote.
func unpack(s string) ([]place, error) {
	var out []place
	for f := range strings.SplitSeq(s, ",") {
		p, err := parsePlace(f)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
