// Package index makes articles searchable: it keeps their passages in one index
// for all servers, brings it up to the records, and hands out to each server
// its own [Scope] of it.
//
// The records are the truth. What a hit shows is cut from the server's own
// records, and the index can be made again from them at any time.
//
//	scope.go       Scope: what one question may see; headings, errors
//	said.go        the quotes of a speaker
//	memory.go      a Scope of articles in memory
//	snapshot.go    a Scope of a Library
//	reindex.go     a new generation of a server, checked
//	rehearse.go    what a reindexing would change; one article
//	rollback.go    back to the generation before
//	compare.go     what a new text changes
//	preview.go     an article that is to be added
//	library.go     Library: documents, articles, background work
//	sweep.go       all servers brought up to the records, how far that is
//	sync.go        one server
//	replace.go     another index for one that failed
//	shelf.go       a server's share at one version of the records, and the house's with it
//	change.go      changes of the index
//	card.go        what the index knows of an article
//	fix.go         moderators' fixes of speakers
//	speaker.go     the speakers of many articles
//	generation.go  builds of a server's share
//	cache.go       what is remembered
package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// Document is an article together with what was found in it.
type Document struct {
	Article *corpus.Article
	Quotes  *quote.Extraction

	lost []store.Fix // fixes of the article whose words are gone
}

// Scope is what one question may see: a server's articles, and the house
// articles where the server has them switched on. Nothing outside of it can
// be reached through it. It is a snapshot: from the first look to the last it
// shows one state of the server, also of articles that are removed or replaced
// meanwhile. So take a new one for each question. A Scope is safe for
// concurrent use.
type Scope struct {
	in holding
}

// holding is where a Scope's articles are: in memory, or in a [Library].
type holding interface {
	// headings are those of the articles, in order of addition.
	headings(ctx context.Context) ([]Heading, error)
	// document gives an article as w wants it, or ErrNoArticle.
	document(ctx context.Context, w which) (*Document, error)
	// search finds k passages at most, in the order of [Scope.Search].
	search(ctx context.Context, text string, k int) ([]engine.Hit, error)
	// speakers are those of all articles, see [Scope.Speakers].
	speakers(ctx context.Context) ([]Speaker, error)
}

// which names an article, and what of it.
type which struct {
	id       string
	revision int  // 0 = the serving one
	bare     bool // without its quotes
}

// Document gives an article and its quotes. The result is shared and must not
// be changed. It fails with [ErrNoArticle] for an id that is not in the scope.
// The first call for an article costs its extraction, about 0.2 s a megabyte.
func (s *Scope) Document(ctx context.Context, id string) (*Document, error) {
	return s.in.document(ctx, which{id: id})
}

// Article gives an article without looking for quotes in it, which costs most
// of what [Scope.Document] costs. Otherwise it is like that; as long as it is
// remembered, the article is the same pointer.
func (s *Scope) Article(ctx context.Context, id string) (*corpus.Article, error) {
	d, err := s.in.document(ctx, which{id: id, bare: true})
	if err != nil {
		return nil, err
	}
	return d.Article, nil
}

// Revision gives a revision of an article that is there, so that a citation of
// a text that was replaced since can still be opened. Otherwise it is like
// [Scope.Document].
func (s *Scope) Revision(ctx context.Context, id string, revision int) (*Document, error) {
	return s.in.document(ctx, which{id: id, revision: revision})
}

// Search finds the k passages that match text best, best first; ties are in
// order of article and paragraph, so the result is deterministic. The score
// is comparable within one result only. A text without a word in it finds
// nothing.
func (s *Scope) Search(ctx context.Context, text string, k int) ([]engine.Hit, error) {
	if k <= 0 {
		return nil, nil
	}
	return s.in.search(ctx, text, k)
}

var (
	// ErrNoArticle says that an article id is not in the scope: it never was,
	// it was removed, or it belongs to another server.
	ErrNoArticle = errors.New("no such article")
	// ErrBusy says that the server is being reindexed already.
	ErrBusy = errors.New("already being reindexed")
	// ErrNoGeneration says that there is no earlier generation to go back to.
	ErrNoGeneration = errors.New("no earlier generation")
)

// IndexingError says that too much of a scope is not indexed yet to answer
// from it, which happens for a while after the index was lost.
type IndexingError struct {
	Done, Total int // articles of the scope
}

func (e *IndexingError) Error() string {
	return fmt.Sprintf("being indexed, %d of %d articles", e.Done, e.Total)
}

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
