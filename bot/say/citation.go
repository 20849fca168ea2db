package say

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// Widths of what a citation line shows, before escaping.
const (
	maxSpeaker   = 70
	maxMention   = 30
	maxTitle     = 110
	maxPublisher = 50
	maxDate      = 30
	maxLink      = 600
	maxPage      = 300 // an address of our own
)

// citationLine tells whose words an excerpt is and where it stands:
//
//	— **Speaker** (“he”, ¶ 2) · *Title*, Publisher, date · [¶ 2 of 31](<…>) · [open at the passage](<…>) · a1¶2
//
// link is where its publisher has it, page where we show it; "" where there is
// none. It is at most maxCiteLine units wide.
func citationLine(t *Words, c cite.Citation, link, page string) string {
	var parts []string
	if who := speakerPart(t, c); who != "" {
		parts = append(parts, who)
	}
	parts = append(parts, sourcePart(t, c.Article), linked(placePart(t, c.Article, c.Ref.Paragraph), page))
	if link != "" {
		parts = append(parts, linked(t.OpenAt, link))
	}
	parts = append(parts, ParagraphID(c.Ref))
	return "— " + strings.Join(parts, " · ")
}

// linked is a label that leads to address, or alone when there is none.
func linked(label, address string) string {
	if address == "" {
		return label
	}
	return fmt.Sprintf("[%s](<%s>)", label, address)
}

// maxCiteLine bounds citationLine: each text doubled by escaping, the links,
// the words around them.
const maxCiteLine = 2*(maxSpeaker+2*maxMention+maxTitle+maxPublisher+maxDate) + maxLink + maxPage + 166

func speakerPart(t *Words, c cite.Citation) string {
	if c.Kind == "" && c.Speaker == "" {
		return ""
	}
	who := "*" + t.Unclear + "*"
	if c.Speaker != "" {
		who = "**" + ClipLine(c.Speaker, maxSpeaker) + "**"
	}
	if m := strings.TrimSpace(Visible(c.Mention)); m != "" && m != c.Speaker {
		who += fmt.Sprintf(" (“%s”, ¶ %d)", ClipLine(m, maxMention), c.Ref.Paragraph)
	}
	if via := strings.TrimSpace(Visible(c.Via)); via != "" {
		who += ", " + fmt.Sprintf(t.Via, ClipLine(via, maxMention))
	}
	return who
}

func sourcePart(t *Words, a *corpus.Article) string {
	title := t.Untitled
	if strings.TrimSpace(Visible(a.Title)) != "" {
		title = ClipLine(a.Title, maxTitle)
	}
	parts := []string{"*" + title + "*"}
	for _, x := range []string{ClipLine(a.Publisher, maxPublisher), ClipLine(a.Date, maxDate)} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, ", ")
}

func placePart(t *Words, a *corpus.Article, n int) string {
	if n == 0 {
		return t.TitleOf
	}
	return fmt.Sprintf(t.ParagraphOf, n, len(a.Paragraphs))
}

// ParagraphID names a paragraph as members can type it: a12¶7.
func ParagraphID(r corpus.Ref) string {
	return OneLine(r.Article) + fmt.Sprintf("¶%d", r.Paragraph)
}

// paragraphIDs are written as replies show them: a12¶7, with a pilcrow, "p" or
// "#" for those who cannot type one.
var paragraphIDs = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_-]{0,30}?)(?: ?[¶#] ?|p)([0-9]{1,6})$`)

// ParseParagraphID reads an article id with a paragraph number.
func ParseParagraphID(s string) (id string, n int, ok bool) {
	m := paragraphIDs.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", 0, false
	}
	n, err := strconv.Atoi(m[2])
	return m[1], n, err == nil
}

// Titled is an article's title in a line.
func (w *Words) Titled(title string) string {
	if t := ClipLine(title, maxTitle); t != "" {
		return t
	}
	return w.Untitled
}

// HeadingLine is an article in a list.
func (w *Words) HeadingLine(h index.Heading) string {
	parts := []string{fmt.Sprintf(w.ArticleLine, OneLine(h.ID), w.Titled(h.Title), h.Paragraphs)}
	for _, x := range []string{ClipLine(h.Publisher, maxPublisher), ClipLine(h.Date, maxDate)} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, " · ")
}

// PersonLine is a speaker in a list.
func (w *Words) PersonLine(s index.Speaker) string {
	line := "**" + Person(s.Name) + "**"
	if s.Quotes > 0 {
		line = fmt.Sprintf(w.SpeakerLine, Person(s.Name), s.Quotes)
	}
	if role := Person(s.Role); role != "" {
		line += " · " + role
	}
	return line
}

// Person is a speaker's name, or a role, in a line.
func Person(name string) string { return ClipLine(name, maxSpeaker) }
