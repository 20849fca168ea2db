package bot

import (
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
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
)

// citationLine tells whose words an excerpt is and where it stands:
//
//	— **Speaker** (“he”, ¶ 2) · *Title*, Publisher, date · ¶ 2 of 31 · [open at the passage](<…>) · a1¶2
//
// link is where to open it, "" when there is nowhere. It is at most maxCiteLine
// units wide.
func citationLine(t *words, c cite.Citation, link string) string {
	var parts []string
	if who := speakerPart(t, c); who != "" {
		parts = append(parts, who)
	}
	parts = append(parts, sourcePart(t, c.Article), placePart(t, c.Article, c.Ref.Paragraph))
	if link != "" {
		parts = append(parts, fmt.Sprintf("[%s](<%s>)", t.OpenAt, link))
	}
	parts = append(parts, paragraphID(c.Ref))
	return "— " + strings.Join(parts, " · ")
}

// maxCiteLine bounds citationLine: each text doubled by escaping, the link,
// the words around them.
const maxCiteLine = 2*(maxSpeaker+2*maxMention+maxTitle+maxPublisher+maxDate) + maxLink + 160

func speakerPart(t *words, c cite.Citation) string {
	if c.Kind == "" && c.Speaker == "" {
		return ""
	}
	who := "*" + t.Unclear + "*"
	if c.Speaker != "" {
		who = "**" + clipLine(c.Speaker, maxSpeaker) + "**"
	}
	if m := strings.TrimSpace(Visible(c.Mention)); m != "" && m != c.Speaker {
		who += fmt.Sprintf(" (“%s”, ¶ %d)", clipLine(m, maxMention), c.Ref.Paragraph)
	}
	if via := strings.TrimSpace(Visible(c.Via)); via != "" {
		who += ", " + fmt.Sprintf(t.Via, clipLine(via, maxMention))
	}
	return who
}

func sourcePart(t *words, a *corpus.Article) string {
	title := t.Untitled
	if strings.TrimSpace(Visible(a.Title)) != "" {
		title = clipLine(a.Title, maxTitle)
	}
	parts := []string{"*" + title + "*"}
	for _, x := range []string{clipLine(a.Publisher, maxPublisher), clipLine(a.Date, maxDate)} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, ", ")
}

func placePart(t *words, a *corpus.Article, n int) string {
	if n == 0 {
		return t.TitleOf
	}
	return fmt.Sprintf(t.ParagraphOf, n, len(a.Paragraphs))
}

// paragraphID names a paragraph as members can type it: a12¶7.
func paragraphID(r corpus.Ref) string {
	return oneLine(r.Article) + fmt.Sprintf("¶%d", r.Paragraph)
}
