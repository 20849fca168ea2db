package index

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// cache keeps the most recently used values of a bounded total cost, two of any
// cost at least. It is safe for concurrent use.
type cache[K comparable, V any] struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[K, costed[V]]
	spent int
	limit int
}

type costed[V any] struct {
	value V
	cost  int
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	c := &cache[K, V]{limit: limit}
	lru, err := simplelru.NewLRU(1<<30, func(_ K, v costed[V]) { c.spent -= v.cost })
	if err != nil {
		panic(err) // unreachable: the size is positive
	}
	c.lru = lru
	return c
}

func (c *cache[K, V]) get(k K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.lru.Get(k)
	return v.value, ok
}

// getOr gives what is kept under k, or makes and keeps it, once; made reports
// which.
func (c *cache[K, V]) getOr(k K, cost int, create func() V) (v V, made bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if kept, ok := c.lru.Get(k); ok {
		return kept.value, false
	}
	v = create()
	c.add(k, v, cost)
	return v, true
}

// put keeps v. What costs more than half of the limit counts as half of it:
// else a large server and the house would put each other out with every
// question that needs both.
func (c *cache[K, V]) put(k K, v V, cost int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(k, v, cost)
}

func (c *cache[K, V]) add(k K, v V, cost int) {
	cost = min(cost, c.limit/2)
	c.lru.Remove(k)
	c.lru.Add(k, costed[V]{v, cost})
	for c.spent += cost; c.spent > c.limit; {
		c.lru.RemoveOldest()
	}
}

func (c *cache[K, V]) remove(k K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lru.Remove(k)
}
