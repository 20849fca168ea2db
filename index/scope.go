// Package index makes articles searchable: it analyses passages, keeps them in
// one Bleve index, and hands out to each server its own [Scope] of it.
package index

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Document is an article together with what was found in it.
type Document struct {
	Article *corpus.Article
	Quotes  *quote.Extraction
}

// Hit is one passage that matched: a paragraph, cut later from the records.
type Hit struct {
	Article   string // article id
	Paragraph int    // from 1
	Score     float64
}

// Scope is what one question may see: a server's articles, and the house
// articles where the server has them switched on. Nothing outside of it can
// be reached through it. A Scope is safe for concurrent use.
type Scope struct {
	// Skeleton.
}

// Memory makes a Scope of articles held in memory: for the command line and
// for tests. Articles without an id get "a1", "a2"... in order. Nothing is
// written anywhere.
func Memory(articles ...*corpus.Article) (*Scope, error) {
	return &Scope{}, nil
}

// IDs lists the articles' ids in the order of their addition.
func (s *Scope) IDs() []string { return nil }

// Document gives an article and its quotes. The result is shared and must not
// be changed. It fails with [ErrNoArticle] for an id that is not in the scope.
func (s *Scope) Document(ctx context.Context, id string) (*Document, error) {
	return nil, ErrNoArticle
}

// Search finds the k passages that match text best, best first; ties are in
// order of article and paragraph, so the result is deterministic. The score
// is comparable within one result only.
func (s *Scope) Search(ctx context.Context, text string, k int) ([]Hit, error) {
	return nil, nil
}
