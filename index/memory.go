package index

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// Memory makes a Scope of articles held in memory: for the command line and
// for tests. Articles without an id get "a1", "a2"... by their position; two
// with the same id are an error. Nothing is written anywhere, quotes are
// extracted when an article is first asked for, and the Bleve index is made
// by the first search: a scope of one article that is never searched costs
// nothing.
func Memory(articles ...*corpus.Article) (*Scope, error) {
	return inMemory(quote.Extract, articles)
}

func inMemory(extract func(*corpus.Article) *quote.Extraction, articles []*corpus.Article) (*Scope, error) {
	m := &memory{articles: articles, rank: make(map[string]int, len(articles))}
	for i, a := range articles {
		if a.ID == "" {
			a.ID = "a" + strconv.Itoa(i+1)
		}
		if _, ok := m.rank[a.ID]; ok {
			return nil, fmt.Errorf("two articles have the id %q", a.ID)
		}
		m.rank[a.ID] = i
		m.documents = append(m.documents, sync.OnceValue(func() *Document {
			return &Document{Article: a, Quotes: extract(a)}
		}))
		m.languages = append(m.languages, a.Language)
	}
	slices.Sort(m.languages)
	m.languages = slices.Compact(m.languages)
	m.index = sync.OnceValues(m.build)
	m.who = sync.OnceValue(m.count)
	m.heads = sync.OnceValue(m.listHeadings)
	return &Scope{in: m}, nil
}

// memory holds the articles of a scope and a Bleve index of its own.
type memory struct {
	rank      map[string]int // id -> position
	articles  []*corpus.Article
	documents []func() *Document // by position; each extracts once
	languages []string           // of the articles, sorted
	index     func() (*engine.Index, error)
	who       func() []Speaker
	heads     func() []Heading
}

// memoryScope is the only value of the scope field in a memory's own index.
const memoryScope = "memory"

func (m *memory) document(_ context.Context, w which) (*Document, error) {
	i, ok := m.rank[w.id]
	if !ok || w.revision != 0 && w.revision != m.articles[i].Revision {
		return nil, fmt.Errorf("%w: %q", ErrNoArticle, w.id)
	}
	if w.bare {
		return &Document{Article: m.articles[i]}, nil
	}
	return m.documents[i](), nil
}

func (m *memory) speakers(context.Context) ([]Speaker, error) { return m.who(), nil }

// count adds up the speakers of all articles.
func (m *memory) count() []Speaker {
	m.extract()
	lists := make([][]Speaker, len(m.documents))
	for i, document := range m.documents {
		lists[i] = newCard(document(), "").speakers()
	}
	return mergeSpeakers(lists...)
}

func (m *memory) search(ctx context.Context, text string, k int) ([]engine.Hit, error) {
	terms := engine.Terms(text, m.languages)
	if len(terms) == 0 {
		return nil, nil
	}
	e, err := m.index()
	if err != nil {
		return nil, err
	}
	defer runtime.KeepAlive(m) // its cleanup closes the index
	var hits []engine.Hit
	err = e.At(ctx, func(x *engine.Moment) error {
		hits, err = x.Search([]string{memoryScope}, terms, k, m.rank)
		return err
	})
	return hits, err
}

// build makes the index.
func (m *memory) build() (*engine.Index, error) {
	e, err := engine.Memory(memoryScope, m.articles)
	if err != nil {
		return nil, err
	}
	// A Scope has no Close; its index has a goroutine that would stay.
	runtime.AddCleanup(m, func(e *engine.Index) { _ = e.Close() }, e)
	return e, nil
}

// extract finds the quotes of all articles, on all processors.
func (m *memory) extract() {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, document := range m.documents {
		g.Go(func() error {
			document()
			return nil
		})
	}
	_ = g.Wait() // extraction cannot fail
}
