package index

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Heading is what a list or a completion shows of an article.
type Heading struct {
	ID, Title, Publisher, Date string
	Paragraphs                 int
	// Quotes is how many quotes were found in it, -1 where that is not known
	// without reading it: in memory, and until it is in the index on disk.
	Quotes int
}

func headingOf(r store.Record) Heading {
	return Heading{ID: r.ID, Title: r.Title, Publisher: r.Publisher, Date: r.Date, Paragraphs: r.Paragraphs, Quotes: -1}
}

// Headings lists the articles in the order of their addition, the house's
// after the server's, without reading one. The result is shared and must not be changed: it is the same slice
// until an article changes.
func (s *Scope) Headings(ctx context.Context) ([]Heading, error) {
	return s.in.headings(ctx)
}

func (m *memory) headings(context.Context) ([]Heading, error) { return m.heads(), nil }

func (m *memory) listHeadings() []Heading {
	list := make([]Heading, len(m.articles))
	for i, a := range m.articles {
		list[i] = Heading{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Date: a.Date, Paragraphs: len(a.Paragraphs), Quotes: -1}
	}
	return list
}

func (sh *shelf) listHeadings() []Heading {
	list := make([]Heading, len(sh.order))
	for i, e := range sh.order {
		list[i] = e.heading
		if c := sh.indexed[e.id]; c.Stamp == e.stamp {
			list[i].Quotes = c.Quotes
		}
	}
	return list
}
