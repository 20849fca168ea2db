package page

import (
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/verbatim-bot/verbatim/index"
)

// kept are article pages that were made lately, for many readers follow one
// link. The zero value is empty and ready.
type kept struct {
	once  sync.Once
	pages *lru.Cache[string, keptPage]
}

// keptPage is a page with what it was made of: of anything else it is another.
type keptPage struct {
	doc     *index.Document
	serving int
	sheet   *sheet
}

// At most keptPages are kept, of at most keptSize bytes each: 8 MB in all, with
// what they are packed.
const (
	keptPages = 48
	keptSize  = 128 << 10
)

func (k *kept) cache() *lru.Cache[string, keptPage] {
	k.once.Do(func() { k.pages, _ = lru.New[string, keptPage](keptPages) }) // fails only for sizes below 1
	return k.pages
}

// page gives the page at an address in a language, or makes it. The address is
// signed, so it tells apart what different links may see.
func (k *kept) page(at string, w *catalogue, doc *index.Document, serving int, create func() (*sheet, error)) (*sheet, error) {
	key := w.Language + " " + at
	if p, ok := k.cache().Get(key); ok && p.doc == doc && p.serving == serving {
		return p.sheet, nil
	}
	s, err := create()
	if err == nil && len(s.body) <= keptSize {
		k.cache().Add(key, keptPage{doc, serving, s})
	}
	return s, err
}
