package say

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// ErrForged says that a custom ID was not made by us, or was made in another
// server, or by a version whose buttons we no longer read.
var ErrForged = errors.New("custom id is not ours")

// ID is the state of a component. It is all that a button knows, so
// buttons work after a restart and on messages of any age. On the wire it is
// "1", six characters of a MAC over server and content, a letter for what it
// does and its arguments: at most 100 characters.
type ID struct {
	Op   string
	args []string
}

const idVersion = "1"

// seal writes a custom ID for the server, or reports false when it does not
// fit.
func (k Key) seal(server, op string, args ...string) (string, bool) {
	body := op + "|" + strings.Join(args, "|")
	s := idVersion + k.mac(server, body) + body
	return s, len(s) <= maxCustomID
}

// open reads what seal wrote for the same server, and fails with errForged
// for anything else.
func (k Key) open(server, s string) (ID, error) {
	const head = len(idVersion) + macLen
	if len(s) < head || len(s) > maxCustomID || s[:len(idVersion)] != idVersion {
		return ID{}, ErrForged
	}
	body := s[head:]
	if !hmac.Equal([]byte(s[len(idVersion):head]), []byte(k.mac(server, body))) {
		return ID{}, ErrForged
	}
	op, rest, ok := strings.Cut(body, "|")
	if !ok {
		return ID{}, ErrForged
	}
	return ID{Op: op, args: strings.Split(rest, "|")}, nil
}

// Arg is argument i, or "" when there are fewer.
func (id ID) Arg(i int) string {
	if i < len(id.args) {
		return id.args[i]
	}
	return ""
}

// Number is argument i read as a base 36 number, which the MAC vouches for.
func (id ID) Number(i int) int {
	n, _ := strconv.ParseInt(id.Arg(i), 36, 32)
	return int(n)
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

// Excerpt is what a block quote shows: a Ref, the revision of the article that
// it was cut from, and what of it answers.
type Excerpt struct {
	Ref      corpus.Ref
	Mark     corpus.Span
	Revision int
}

// String writes e as article.revision.paragraph.start.length, numbers in base
// 36, with the mark's start (from the excerpt's) and length when there is one.
func (e Excerpt) String() string {
	parts := []string{e.Ref.Article, Base36(e.Revision), Base36(e.Ref.Paragraph), Base36(e.Ref.Start), Base36(e.Ref.Len())}
	if !e.Mark.Empty() {
		parts = append(parts, Base36(e.Mark.Start-e.Ref.Start), Base36(e.Mark.Len()))
	}
	return strings.Join(parts, ".")
}

// ParseExcerpt reads what String wrote. Article ids may hold dots.
func ParseExcerpt(s string) (Excerpt, error) {
	id, rest, ok := cutArticle(s)
	if !ok {
		return Excerpt{}, ErrForged
	}
	var n []int
	for f := range strings.SplitSeq(rest, ".") {
		v, err := strconv.ParseInt(f, 36, 32)
		if err != nil || v < 0 {
			return Excerpt{}, ErrForged
		}
		n = append(n, int(v))
	}
	if len(n) != 4 && len(n) != 6 {
		return Excerpt{}, ErrForged
	}
	p := Excerpt{Revision: n[0]}
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

// Base36 writes a number shorter, for custom IDs.
func Base36(n int) string { return strconv.FormatInt(int64(n), 36) }

// PackRoom is how many characters excerpts may take in a custom ID.
const PackRoom = maxCustomID - len(idVersion) - macLen - 2

// Pack writes as many excerpts as fit into room characters, separated by
// commas, and reports how many those are.
func Pack(list []Excerpt, room int) (string, int) {
	var b strings.Builder
	for i, e := range list {
		s := e.String()
		if i > 0 {
			s = "," + s
		}
		if b.Len()+len(s) > room {
			return b.String(), i
		}
		b.WriteString(s)
	}
	return b.String(), len(list)
}

// Unpack reads what pack wrote.
func Unpack(s string) ([]Excerpt, error) {
	var out []Excerpt
	for f := range strings.SplitSeq(s, ",") {
		p, err := ParseExcerpt(f)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
