// Package index makes articles searchable: it analyses passages, keeps them in
// one Bleve index, and hands out to each server its own [Scope] of it.
//
// Bleve fetches, and nothing more: it holds the words of each passage as index
// terms, not as text, and its scores only order the candidates of one search.
// What a hit shows is cut from the server's own records.
package index

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Document is an article together with what was found in it.
type Document struct {
	Article *corpus.Article
	Quotes  *quote.Extraction

	lost []store.Fix // fixes of the article whose words are gone
}

// Hit is one passage that matched: a paragraph, cut later from the records.
type Hit struct {
	Article   string // article id
	Paragraph int    // from 1
	Score     float64
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
	search(ctx context.Context, text string, k int) ([]Hit, error)
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
func (s *Scope) Search(ctx context.Context, text string, k int) ([]Hit, error) {
	if k <= 0 {
		return nil, nil
	}
	return s.in.search(ctx, text, k)
}
