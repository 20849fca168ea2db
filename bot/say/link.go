package say

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
)

// passageLink is the publisher's page with a text fragment that scrolls to the
// excerpt (https://wicg.github.io/scroll-to-text-fragment/), or "" when the
// article has no web address. The result holds no character that could end
// Discord's <…> or a masked link.
func passageLink(a *corpus.Article, r corpus.Ref) string {
	u, err := url.Parse(a.URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	page := Address(u.String())
	if page == "" {
		return ""
	}
	text := textFragment(a, r)
	if text == "" {
		return page
	}
	sep := "#:~:text="
	if strings.Contains(page, "#") {
		sep = ":~:text="
	}
	if full := page + sep + text; len(full) <= maxLink {
		return full
	}
	return page
}

// fragmentWords is how many words name each end of a passage: three are seldom
// unique and six rarely needed; many words more often meet a difference
// between the page and the stored text.
const fragmentWords = 4

// textFragment is the value of a text directive for r: a few words at its
// start and at its end, or all of it when it is short. When its first words
// also stand earlier in the article, the words before it are given as prefix.
func textFragment(a *corpus.Article, r corpus.Ref) string {
	p, ok := a.Paragraph(r.Paragraph)
	excerpt, err := a.Cut(r)
	if !ok || err != nil || r.Paragraph == 0 {
		return ""
	}
	words := wordsOf(excerpt)
	if len(words) == 0 {
		return ""
	}
	if len(words) <= 2*fragmentWords {
		first := excerpt[words[0].Start:words[len(words)-1].End]
		return prefix(a, r, p.Text, words[0].Start, first) + fragmentEncode(first)
	}
	first := excerpt[words[0].Start:words[fragmentWords-1].End]
	last := excerpt[words[len(words)-fragmentWords].Start:words[len(words)-1].End]
	return prefix(a, r, p.Text, words[0].Start, first) + fragmentEncode(first) + "," + fragmentEncode(last)
}

// prefix is the "words-," before a start that is not the first of its kind in
// the article; "" when it is, or when the paragraph begins with it.
func prefix(a *corpus.Article, r corpus.Ref, text string, off int, first string) string {
	if !standsEarlier(a, r.Paragraph, text[:r.Start+off], first) {
		return ""
	}
	before := wordsOf(text[:r.Start+off])
	if len(before) == 0 {
		return ""
	}
	from := before[max(0, len(before)-fragmentWords+1)].Start
	return fragmentEncode(strings.TrimSpace(text[from:r.Start+off])) + "-,"
}

func standsEarlier(a *corpus.Article, n int, before, first string) bool {
	for _, p := range a.Paragraphs[:n-1] {
		if strings.Contains(p.Text, first) {
			return true
		}
	}
	return strings.Contains(before, first)
}

// wordsOf gives the spans of the words of text: runs of letters, digits and
// what stands inside words.
func wordsOf(text string) []corpus.Span {
	var out []corpus.Span
	start, end := -1, 0
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
			end = i + len(string(r))
		case start >= 0 && unicode.IsSpace(r):
			out = append(out, corpus.Span{Start: start, End: end})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, corpus.Span{Start: start, End: end})
	}
	return out
}

// fragmentEncode percent-encodes text for a text directive: all but letters,
// digits and a few marks, for "-", "," and "&" have a meaning there and
// brackets end a masked link.
func fragmentEncode(text string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '!':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// linkSafe percent-encodes what must not stand in a Discord link.
func linkSafe(u string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(u) {
		c := u[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("()<>@\"'`\\|*[]{}^~", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// Address is a web address as it may stand in Discord's <…>, "" when it is too
// long.
func Address(u string) string {
	if u = linkSafe(u); len(u) <= maxLink {
		return u
	}
	return ""
}
