package index

import "github.com/verbatim-bot/verbatim/corpus/quote"

// card is what is known of an article without its text: enough to list the
// speakers of a thousand articles without reading one of them.
type card struct {
	ID         string    `json:"id"`
	Revision   int       `json:"rev"`
	Language   string    `json:"lang,omitempty"`
	Paragraphs int       `json:"n"`
	Quotes     int       `json:"q,omitempty"`
	Speakers   []Speaker `json:"who,omitempty"`
}

// newCard sums d up.
func newCard(d *Document) card {
	a := d.Article
	c := card{ID: a.ID, Revision: a.Revision, Language: a.Language, Paragraphs: len(a.Paragraphs), Quotes: len(d.Quotes.Quotes)}
	for _, s := range d.Quotes.Speakers {
		c.Speakers = append(c.Speakers, speakerOf(a.ID, s))
	}
	return c
}

func speakerOf(article string, s quote.Speaker) Speaker {
	return Speaker{Name: s.Name, Aliases: s.Aliases, Role: s.Role, Quotes: s.Quotes, Articles: []string{article}}
}
