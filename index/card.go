package index

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// card is what is known of an article without its text: enough to list the
// speakers of a thousand articles without reading one of them, and to tell
// whether the index holds what the records hold. It is a document of the
// index, written in the same batch as the article's passages.
type card struct {
	ID         string    `json:"id"`
	Stamp      string    `json:"stamp,omitempty"` // see stamp
	Language   string    `json:"language"`
	Paragraphs int       `json:"n"`
	Quotes     int       `json:"q,omitempty"`
	Speakers   []Speaker `json:"who,omitempty"`
}

// newCard sums d up.
func newCard(d *Document, stamp string) card {
	c := card{
		ID: d.Article.ID, Stamp: stamp, Language: d.Article.Language,
		Paragraphs: len(d.Article.Paragraphs), Quotes: len(d.Quotes.Quotes),
	}
	for _, s := range d.Quotes.Speakers {
		c.Speakers = append(c.Speakers, speakerOf(s))
	}
	return c
}

func speakerOf(s quote.Speaker) Speaker {
	return Speaker{Name: s.Name, Aliases: s.Aliases, Role: s.Role, Quotes: s.Quotes}
}

// speakers are those of the card, each with the article when it quotes them.
func (c card) speakers() []Speaker {
	speakers := slices.Clone(c.Speakers)
	for i := range speakers {
		if speakers[i].Quotes > 0 {
			speakers[i].Articles = []string{c.ID}
		}
	}
	return speakers
}

// stamp tells apart everything that an article can be indexed as: its
// revision, the bytes it was read from (an id begins anew when a server's
// records were purged), and the fixes of its speakers.
func stamp(r store.Record, fixes []store.Fix) string {
	h := fnv.New64a()
	for _, f := range fixes {
		fmt.Fprintf(h, "%q %d %d %q %q\n", f.Paragraph, f.Span.Start, f.Span.End, f.Was, f.Speaker)
	}
	return fmt.Sprintf("%d-%s-%x", r.Revision, r.Digest, h.Sum64())
}

// cardsOf reads the cards of a scope, by article id.
func cardsOf(ctx context.Context, e *engine.Index, scope string) (cards map[string]card, err error) {
	err = e.At(ctx, func(m *engine.Moment) error {
		cards, err = cardsAt(m, scope)
		return err
	})
	return cards, err
}

// cardsAt reads the cards that an index has of a scope at one moment.
func cardsAt(m *engine.Moment, scope string) (map[string]card, error) {
	stored, err := m.Cards(scope)
	if err != nil {
		return nil, err
	}
	cards := make(map[string]card, len(stored))
	for id, data := range stored {
		var c card
		if err := json.Unmarshal(data, &c); err != nil {
			return nil, fmt.Errorf("card %s: %w", id, err)
		}
		cards[c.ID] = c
	}
	return cards, nil
}
