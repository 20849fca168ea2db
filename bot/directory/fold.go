package directory

import (
	"strings"
	"sync"

	"github.com/verbatim-bot/verbatim/index"
)

// folded is a name ready to be compared with what is typed, see [fold].
type folded struct {
	whole string
	words []string
}

func foldName(name string) folded {
	whole := Fold(name)
	return folded{whole, strings.Fields(whole)}
}

// goesBy are the names of an entry of a list, folded.
type goesBy []folded

func foldNames(names ...string) goesBy {
	out := make(goesBy, len(names))
	for i, n := range names {
		out[i] = foldName(n)
	}
	return out
}

// Names remembers the folded names of the lists that [index.Scope] hands
// out: each stays the same slice until the articles change, and somebody who
// types asks for it with every key. The zero value is empty and ready. A
// nameCache is safe for concurrent use.
type Names struct {
	mu     sync.Mutex
	spent  int
	titles map[*index.Heading][]goesBy // by the address of a list's first entry
	people map[*index.Speaker][]goesBy
}

// namesKept is how many entries of lists are remembered: 300 bytes each, and
// the lists themselves. When there are more, all are forgotten: they are made
// again in 2 µs each.
const namesKept = 50_000

func (c *Names) ofHeadings(list []index.Heading) []goesBy {
	return cached(c, &c.titles, list, func(h index.Heading) goesBy { return foldNames(h.Title, h.ID) })
}

func (c *Names) ofSpeakers(list []index.Speaker) []goesBy {
	return cached(c, &c.people, list, func(s index.Speaker) goesBy { return foldNames(namesOf(s)...) })
}

// Headings gives those of a list of the scope that match what was typed, best
// first.
func (c *Names) Headings(list []index.Heading, typed string) []index.Heading {
	return rankedBy(list, c.ofHeadings(list), typed)
}

// Speakers is headings for the speakers of all articles.
func (c *Names) Speakers(list []index.Speaker, typed string) []index.Speaker {
	return rankedBy(list, c.ofSpeakers(list), typed)
}

// cached gives what names makes of every entry of list, from the map at kept
// when it is there.
func cached[T any](c *Names, kept *map[*T][]goesBy, list []T, names func(T) goesBy) []goesBy {
	if len(list) == 0 {
		return nil
	}
	c.mu.Lock()
	out := (*kept)[&list[0]]
	c.mu.Unlock()
	if len(out) >= len(list) {
		return out[:len(list)]
	}
	out = make([]goesBy, len(list))
	for i, e := range list {
		out[i] = names(e)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.spent += len(list); c.spent > namesKept {
		c.spent, c.titles, c.people = len(list), nil, nil
	}
	if *kept == nil {
		*kept = map[*T][]goesBy{}
	}
	(*kept)[&list[0]] = out
	return out
}
