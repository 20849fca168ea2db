package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// A family is a set of quotation marks that may close one another.
type family uint8

const (
	double    family = iota // " '' `` “ ” „ ‟ and full-width "
	guillemet               // « » ‹ ›, either way round
	corner                  // 「 」 『 』
	single                  // ' ‘ ’ ‚ ` when they are no apostrophe
)

// mark is one quotation mark of a paragraph. A straight mark in an odd place
// may both open and close; then what stands open decides.
type mark struct {
	corpus.Span
	family        family
	opens, closes bool
	shaped        bool // the glyph itself says that it opens: “ but not "
	strong        bool // closes after punctuation: an apostrophe does not stand there
	doubtful      bool // closes where a plural possessive or a dropped g may stand: workers’ rights
}

// scan gives the quotation marks of one paragraph in order, without
// apostrophes, inches ("6'2\"") and the attribute values of markup such as
// <tweet author="...">. reversed tells that the article sets guillemets
// »inwards«. It reads text once; buf is reused.
func scan(text string, reversed bool, buf []mark) []mark {
	ms := buf[:0]
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '<':
			i += tag(text[i:])
		case '"':
			if n := attribute(text, i); n > 0 {
				i += n
				continue
			}
			ms = straight(ms, text, i, 1)
			i++
		case '\'', '`':
			if i+1 < len(text) && text[i+1] == c {
				n := 2
				for i+n < len(text) && text[i+n] == c {
					n++
				}
				if n == 2 {
					ms = straight(ms, text, i, n)
				}
				i += n
				continue
			}
			ms = quoteMark(ms, text, i, 1, rune(c))
			i++
		case 0xC2, 0xE2, 0xE3, 0xEF: // the first bytes of all other marks
			r, n := utf8.DecodeRuneInString(text[i:])
			switch r {
			case '“', '„', '‟', '”':
				ms = curly(ms, text, i, n, r)
			case '"':
				ms = straight(ms, text, i, n)
			case '‘', '’', '‚', '‛':
				ms = quoteMark(ms, text, i, n, r)
			case '«', '»', '‹', '›':
				in := r == '«' || r == '‹'
				ms = append(ms, mark{Span: corpus.Span{Start: i, End: i + n}, family: guillemet, opens: in != reversed, closes: in == reversed, shaped: true})
			case '「', '『', '」', '』':
				in := r == '「' || r == '『'
				ms = append(ms, mark{Span: corpus.Span{Start: i, End: i + n}, family: corner, opens: in, closes: !in, shaped: true})
			}
			i += n
		default:
			i++
		}
	}
	return ms
}

// tag is the length of the markup tag that text begins with, or 1 when it is
// a bare "<".
func tag(text string) int {
	if len(text) < 2 || !isLetter(text[1]) && text[1] != '/' {
		return 1
	}
	n := strings.IndexAny(text[1:], "<>")
	if n < 0 || text[1+n] == '<' {
		return 1
	}
	return n + 2
}

// attribute is the length of the quoted attribute value of markup that begins
// at text[i], or of the mark that ends one; 0 when that is a quotation mark.
// Tags are sometimes broken over lines, so "=" before and ">" after must do.
func attribute(text string, i int) int {
	if i > 0 && text[i-1] == '=' {
		return 2 + max(0, strings.IndexByte(text[i+1:], '"'))
	}
	if i+1 < len(text) && text[i+1] == '>' {
		return 1
	}
	return 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// around gives the runes before and after text[i:j]; at an end of the text a
// line break.
func around(text string, i, j int) (before, after rune) {
	before, after = '\n', '\n'
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(text[:i])
	}
	if j < len(text) {
		after, _ = utf8.DecodeRuneInString(text[j:])
	}
	return before, after
}

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// leads reports whether an opening mark may follow r directly.
func leads(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{-–—/\u200b‘'\"“«„", r)
}

// straight judges a mark whose glyph does not tell which way it faces, by its
// neighbours.
func straight(ms []mark, text string, i, n int) []mark {
	before, after := around(text, i, i+n)
	m := mark{Span: corpus.Span{Start: i, End: i + n}, family: double}
	m.opens = !unicode.IsSpace(after) && (leads(before) || strings.ContainsRune(";:,.…", before))
	m.closes = !unicode.IsSpace(before) && !alnum(after)
	if !m.opens && !m.closes {
		m.opens, m.closes = true, true
	}
	if len(ms) == 0 && m.closes && unicode.IsDigit(before) {
		return ms // 6'2"
	}
	return append(ms, m)
}

// curly judges a shaped double mark. Writers' tools get some of them the
// wrong way round, and “ closes in German („so“), ” opens in Swedish (”så”).
func curly(ms []mark, text string, i, n int, r rune) []mark {
	before, after := around(text, i, i+n)
	m := mark{Span: corpus.Span{Start: i, End: i + n}, family: double, shaped: true}
	if r == '”' {
		m.opens = unicode.IsSpace(before) && alnum(after)
	} else {
		stops := unicode.IsSpace(after) || strings.ContainsRune(".,;:)!?-<", after)
		m.opens = !stops || leads(before) && !strings.ContainsRune("‘’'\"", before) || r == '„' // „‚so‘“
	}
	m.closes = !m.opens
	return append(ms, m)
}

// quoteMark judges a single mark and leaves apostrophes out.
func quoteMark(ms []mark, text string, i, n int, r rune) []mark {
	before, after := around(text, i, i+n)
	m := mark{Span: corpus.Span{Start: i, End: i + n}, family: single, shaped: r == '‘' || r == '‚' || r == '‛' || r == '`'}
	switch {
	case alnum(before) && alnum(after):
		return ms // don't
	case r != '’' && leads(before) && !unicode.IsSpace(after) && !elision(text[i+n:]):
		m.opens = true
	case !m.shaped && !unicode.IsSpace(before) && !alnum(after):
		m.closes = true
		m.strong = !alnum(before)
		m.doubtful = !m.strong && possessive(text[:i], text[i+n:])
	default:
		return ms
	}
	return append(ms, m)
}

// elisions are words that an apostrophe begins: 'em, 'tis.
var elisions = []string{"em", "t", "tis", "twas", "til", "till", "cause", "cuz", "n", "bout", "round", "cos", "neath", "nuff", "tween", "twere", "twill", "ere", "ol"}

// elision reports whether rest, the text after a single mark, begins with a
// shortened word or a year: 'em, '90s.
func elision(rest string) bool {
	n := 0
	for n < len(rest) && n < 6 && (isLetter(rest[n]) || rest[n] >= '0' && rest[n] <= '9') {
		n++
	}
	w := rest[:n]
	if n >= 2 && w[0] >= '0' && w[0] <= '9' && w[1] >= '0' && w[1] <= '9' {
		return n == 2 || n == 3 && w[2] == 's'
	}
	for _, e := range elisions {
		if strings.EqualFold(w, e) {
			return true
		}
	}
	return false
}

// possessive reports whether a mark between before and after, directly after
// a letter, may be an apostrophe: "the workers' rights", "goin' home".
func possessive(before, after string) bool {
	if len(after) < 2 || after[0] != ' ' || !isLetter(after[1]) {
		return false
	}
	return strings.HasSuffix(before, "s") || strings.HasSuffix(before, "in") || strings.HasSuffix(before, "z") || strings.HasSuffix(before, "x")
}

// inward reports whether the article sets guillemets »inwards«, as German and
// Danish books do.
func inward(a *corpus.Article) bool {
	in, out := 0, 0
	for n := range len(a.Paragraphs) + 1 {
		p, _ := a.Paragraph(n)
		for i := 0; i < len(p.Text); {
			j := strings.IndexByte(p.Text[i:], "«»"[0]) // both begin with it
			if j < 0 {
				break
			}
			if i += j; !strings.HasPrefix(p.Text[i:], "«") && !strings.HasPrefix(p.Text[i:], "»") {
				i++
				continue
			}
			before, after := around(p.Text, i, i+2)
			switch {
			case !leads(before):
			case p.Text[i:i+2] == "«":
				out++
			case alnum(after):
				in++
			}
			i += 2
		}
	}
	return in > out
}
