package index

import (
	"context"
	"encoding/json"

	"github.com/verbatim-bot/verbatim/index/engine"
)

// changes gathers what is to change of servers' shares of an index.
type changes struct {
	*engine.Writer
	index   *engine.Index
	servers []*server // whose shares change
}

// changing begins to gather changes of servers' shares of e.
func changing(e *engine.Index, servers ...*server) *changes { return &changes{e.Writer(), e, servers} }

// put indexes d, in place of an article of old's number of paragraphs.
func (c *changes) put(scope string, d *Document, stamp string, old int) (card, error) {
	x := newCard(d, stamp)
	data, err := json.Marshal(x)
	if err != nil {
		return x, err
	}
	return x, c.Put(scope, d.Article, data, old)
}

// drop takes an article out of the index.
func (c *changes) drop(scope string, x card) { c.Drop(scope, x.ID, x.Paragraphs) }

// flush writes what was gathered, see [engine.Writer.Flush].
func (c *changes) flush(ctx context.Context) error {
	if !c.Empty() {
		for _, s := range c.servers {
			s.written.Add(1)
		}
	}
	return c.Flush(ctx)
}
