package ask

import (
	"context"
	"math"

	"github.com/maypok86/otter/v2"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
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
	cache *otter.Cache[keptKey, *article.Analysis]
}

// keptKey is what an analysis is made of.
type keptKey struct {
	article *corpus.Article
	quotes  *quote.Extraction // nil when the article was analysed without
}

func newKept(limit int) *kept {
	return &kept{otter.Must(&otter.Options[keptKey, *article.Analysis]{
		MaximumWeight: uint64(limit),
		Weigher:       func(_ keptKey, a *article.Analysis) uint32 { return uint32(min(a.Size(), math.MaxUint32)) },
		Executor:      func(f func()) { f() }, // else the bound is kept some time later
	})}
}

// get gives the analysis of d, made now or remembered. It is made once, however
// many ask for it at a time.
func (k *kept) get(d *index.Document, l *lexicon.Lexicon) *article.Analysis {
	// Neither the context nor the loader fails.
	a, _ := k.cache.Get(context.Background(), keptKey{d.Article, d.Quotes}, otter.LoaderFunc[keptKey, *article.Analysis](func(context.Context, keptKey) (*article.Analysis, error) {
		return article.Analyse(d, l), nil
	}))
	return a
}
