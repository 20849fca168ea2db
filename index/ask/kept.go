package ask

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// keptBytes bounds the analysed articles that an Engine remembers: some 900
// news articles.
const keptBytes = 64 << 20

// kept remembers the analyses used most recently, of a bounded size together.
// It is safe for concurrent use.
type kept struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[keptKey, *keptAnalysis]
	spent int // bytes
	limit int // bytes
}

// keptKey is what an analysis is made of.
type keptKey struct {
	article *corpus.Article
	quotes  *quote.Extraction // nil when the article was analysed without
}

// keptAnalysis is made once, however many ask for it at a time.
type keptAnalysis struct {
	once sync.Once
	a    *analysis
	size int // counted in spent; 0 until the analysis is made
}

func newKept(limit int) *kept {
	k := &kept{limit: limit}
	lru, err := simplelru.NewLRU(1<<30, func(_ keptKey, e *keptAnalysis) { k.spent -= e.size })
	if err != nil {
		panic("unreachable: the size is positive: " + err.Error())
	}
	k.lru = lru
	return k
}

// get gives the analysis of d, made now or remembered.
func (k *kept) get(d *index.Document, m *Model) *analysis {
	key := keptKey{d.Article, d.Quotes}
	k.mu.Lock()
	e, ok := k.lru.Get(key)
	if !ok {
		e = &keptAnalysis{}
		k.lru.Add(key, e)
	}
	k.mu.Unlock()
	e.once.Do(func() {
		e.a = analyse(d, languageOf(d.Article), m)
		k.count(key, e)
	})
	return e.a
}

// count adds the size of a finished analysis, and makes room for it. One that
// is larger than the limit is remembered only until the next.
func (k *kept) count(key keptKey, e *keptAnalysis) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if now, ok := k.lru.Peek(key); !ok || now != e {
		return // forgotten meanwhile
	}
	e.size = e.a.size()
	for k.spent += e.size; k.spent > k.limit && k.lru.Len() > 1; {
		k.lru.RemoveOldest()
	}
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
