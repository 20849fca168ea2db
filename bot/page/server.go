package page

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// serverPage is what the template of a server shows.
type serverPage struct {
	*frame
	Form     form
	Articles []entry
	Passages []passage
}

// passage is one that an address names.
type passage struct {
	ID      string
	Spans   []span
	Speaker string
	Source  string
	Link    string
}

// server shows what can be asked, or the passages that a link was made for.
func (v *visit) server(ctx context.Context) (*sheet, error) {
	p := &serverPage{frame: v.frame(v.words.Articles), Form: v.form("")}
	if len(v.address.Shown) > 0 {
		p.Title = v.words.Passages
		for i, e := range v.address.Shown {
			x, err := v.passage(ctx, i, e)
			if err != nil {
				return nil, err
			}
			p.Passages = append(p.Passages, x)
		}
		return v.sheet("server", p, "")
	}
	all, err := v.scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	for _, h := range all[:min(len(all), maxListed)] {
		if !articleName.MatchString(h.ID) {
			continue
		}
		text := strings.Join(nonEmpty(h.Publisher, h.Date), ", ")
		p.Articles = append(p.Articles, entry{Label: titled(v.words, h.Title), Text: text, Link: v.link(Address{Article: h.ID})})
	}
	return v.sheet("server", p, "")
}

// maxListed is how many articles a page lists. Others are found by asking.
const maxListed = 500

// passage is a cited passage with who says it and where it stands.
func (v *visit) passage(ctx context.Context, i int, e say.Excerpt) (passage, error) {
	doc, err := v.at(ctx, e)
	if err != nil {
		return passage{}, err
	}
	c := cite.At(doc, e.Ref, e.Mark)
	a := doc.Article
	x := passage{
		ID: markID(i), Speaker: c.Speaker,
		Source: strings.Join(append(nonEmpty(titled(v.words, a.Title), a.Publisher, a.Date), fmt.Sprintf(v.words.ParagraphOf, e.Ref.Paragraph, len(a.Paragraphs))), " · "),
		Link:   v.link(Address{Article: a.ID, Shown: []say.Excerpt{e}}) + "#" + markID(0),
	}
	if c.Speaker == "" && c.Kind != "" {
		x.Speaker = v.words.Unclear
	}
	x.Spans, err = excerptSpans(a, e)
	return x, err
}

func nonEmpty(list ...string) (out []string) {
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}
