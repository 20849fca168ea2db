package corpus

import (
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus/page"
)

// parseHTML reads a web page or a fragment of one, see [page.Read]. The texts
// are rendered, so they have no place in the file.
func parseHTML(source string) (*Article, error) {
	p, err := page.Read(source)
	switch {
	case errors.Is(err, page.ErrTooLarge):
		return nil, fmt.Errorf("%w: %w", ErrTooLarge, err)
	case err != nil:
		return nil, ErrEmpty
	}
	a := &Article{
		Title: p.Title, TitleDoc: -1, Byline: p.Byline, Publisher: p.Publisher,
		Date: p.Date, URL: p.URL, Language: p.Language,
		Paragraphs: make([]Paragraph, 0, len(p.Paragraphs)),
	}
	if p.Walled {
		a.Warnings = append(a.Warnings, warn(DoubtPaywall))
	}
	for _, text := range p.Paragraphs {
		a.Paragraphs = append(a.Paragraphs, Paragraph{Text: text, Doc: -1})
	}
	return a, nil
}
