package ask

import (
	"sync"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// TestKept asks for twice as many articles as may be remembered, in turn, and
// for one of them three times as often: the most recently used are never those
// that are asked for next.
func TestKept(t *testing.T) {
	const limit = 1 << 20
	m := lexicon.New()
	k := newKept(limit)
	as := invented(40, 15)
	often := &index.Document{Article: as[0]}
	first := k.get(often, m)
	missed := 0
	for round := range 12 {
		for i, a := range as[1:] {
			if got := k.get(&index.Document{Article: a}, m); got.Doc.Article != a {
				t.Fatalf("the analysis is of %q, want %q", got.Doc.Article.Title, a.Title)
			}
			if i%13 > 0 {
				continue
			}
			if again := k.get(often, m); again != first {
				first = again
				missed++
			}
		}
		if n := k.cache.WeightedSize(); n > limit || round > 0 && n < limit*8/10 {
			t.Errorf("after round %d %d bytes are remembered, want %d nearly", round, n, limit)
		}
	}
	if missed > 3 {
		t.Errorf("%q was forgotten %d times", as[0].Title, missed)
	}
	if k.get(&index.Document{Article: as[0], Quotes: &quote.Extraction{}}, m) == first {
		t.Error("with its quotes an article is the same as without")
	}
}

// TestKeptAtOnce asks for an article many times at once.
func TestKeptAtOnce(t *testing.T) {
	m := lexicon.New()
	k := newKept(keptBytes)
	d := &index.Document{Article: invented(1, 15)[0]}
	got := make([]*article.Analysis, 8)
	var g sync.WaitGroup
	for i := range got {
		g.Go(func() { got[i] = k.get(d, m) })
	}
	g.Wait()
	for _, a := range got {
		if a != got[0] {
			t.Error("the article was analysed more than once")
		}
	}
}
