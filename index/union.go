package index

import (
	"slices"
	"sync"
)

// union is a server's shelf and the house's seen together: what takes too long
// to put together again for every key that somebody presses.
type union struct {
	own, house *shelf
	headings   func() []Heading
	speakers   func() []Speaker
}

// union gives two shelves together, the same as last time unless one of them
// has changed since.
func (l *Library) union(own, house *shelf) *union {
	if u, ok := l.unions.get(own.guild); ok && u.own == own && u.house == house {
		return u
	}
	u := &union{
		own: own, house: house,
		headings: sync.OnceValue(func() []Heading { return slices.Concat(own.headings(), house.headings()) }),
		speakers: sync.OnceValue(func() []Speaker { return mergeSpeakers(own.speakers(), house.speakers()) }),
	}
	l.unions.put(own.guild, u, own.cost()+house.cost())
	return u
}
