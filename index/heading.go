package index

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Heading is what a list or a completion shows of an article.
type Heading struct {
	ID, Title, Publisher, Date string
	Paragraphs                 int
}

// HeadingOf is the heading of a.
func HeadingOf(a *corpus.Article) Heading {
	return Heading{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Date: a.Date, Paragraphs: len(a.Paragraphs)}
}

func headingOf(r store.Record) Heading {
	return Heading{ID: r.ID, Title: r.Title, Publisher: r.Publisher, Date: r.Date, Paragraphs: r.Paragraphs}
}

// Headings lists the articles in the order of [Scope.IDs] without reading
// one. The result is shared and must not be changed: it is the same slice
// until an article changes.
func (s *Scope) Headings(ctx context.Context) ([]Heading, error) {
	return s.in.headings(ctx)
}

func (m *memory) headings(context.Context) ([]Heading, error) { return m.heads(), nil }

func (m *memory) listHeadings() []Heading {
	list := make([]Heading, len(m.articles))
	for i, a := range m.articles {
		list[i] = HeadingOf(a)
	}
	return list
}

func (sh *shelf) listHeadings() []Heading {
	list := make([]Heading, len(sh.order))
	for i, e := range sh.order {
		list[i] = e.heading
	}
	return list
}

func (v *view) headings(ctx context.Context) ([]Heading, error) {
	shelves, err := v.shelves(ctx)
	if err != nil {
		return nil, err
	}
	if len(shelves) == 1 {
		return shelves[0].headings(), nil
	}
	return v.library.union(shelves[0].shelf, shelves[1].shelf).headings(), nil
}
