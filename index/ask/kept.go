package ask

import (
	"context"
	"math"

	"github.com/maypok86/otter/v2"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// keptBytes bounds the analysed articles that an Engine remembers: some 900
// news articles.
const keptBytes = 64 << 20

// kept remembers the analyses used often and of late, of a bounded size
// together: by W-TinyLFU (Einziger, Friedman & Manes, TinyLFU: a highly
// efficient cache admission policy, 2017), so that what is asked once in a while
// of many articles does not put out the few that are asked for again and again.
// It is safe for concurrent use.
type kept struct {
	cache *otter.Cache[keptKey, *analysis]
}

// keptKey is what an analysis is made of.
type keptKey struct {
	article *corpus.Article
	quotes  *quote.Extraction // nil when the article was analysed without
}

func newKept(limit int) *kept {
	return &kept{otter.Must(&otter.Options[keptKey, *analysis]{
		MaximumWeight: uint64(limit),
		Weigher:       func(_ keptKey, a *analysis) uint32 { return uint32(min(a.size(), math.MaxUint32)) },
		Executor:      func(f func()) { f() }, // else the bound is kept some time later
	})}
}

// get gives the analysis of d, made now or remembered. It is made once, however
// many ask for it at a time.
func (k *kept) get(d *index.Document, m *Model) *analysis {
	// Neither the context nor the loader fails.
	a, _ := k.cache.Get(context.Background(), keptKey{d.Article, d.Quotes}, otter.LoaderFunc[keptKey, *analysis](func(context.Context, keptKey) (*analysis, error) {
		return analyse(d, languageOf(d.Article), m), nil
	}))
	return a
}

// size estimates the memory that a holds beside its article, in bytes: measured,
// 70 kB where 58 to 68 are used, for an article of 4.9 kB. The entries of its
// forms, some 300 bytes each, are mostly shared with the lexicon and with other
// articles; a tenth of each is counted.
func (a *analysis) size() int {
	v := a.vocab
	n := 1<<10 + 16*cap(a.tokens) + 72*cap(a.sentences) + 40*cap(a.passages) + 4*(cap(a.postings)+cap(a.sentOf)+cap(v.formTable)+cap(v.termTable)) + 8*len(a.coref)
	n += (24+32)*cap(v.forms) + 40*cap(v.terms)
	for s, at := range a.initials {
		n += 64 + len(s) + 4*cap(at)
	}
	return n + 32*len(a.title)
}
