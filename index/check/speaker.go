package check

import (
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// sure is the confidence from which somebody is told that they have the wrong
// speaker. It is the one from which a name is printed at all: a reply that
// prints one name and calls the quote genuine for another contradicts itself.
const sure = 0.5

// speakerOf finds the quote that holds the words from place from to place to,
// by the rule of [cite.Saying]; where none does, what interrupts the words tells
// whose they are.
func (t *text) speakerOf(from, to place) *quote.Quote {
	r := t.ref(from, from)
	if from.para == to.para {
		r = t.ref(from, to)
	}
	q, _ := cite.Saying(t.doc.Quotes, r, r.Span)
	if q != nil && q.Speaker != "" || from.para != to.para {
		return q
	}
	for _, b := range t.breaks {
		if b.ref.Paragraph == r.Paragraph && b.speaker != "" && r.Contains(b.ref.Span) {
			return &quote.Quote{Ref: r, Kind: quote.Indirect, Speaker: b.speaker, Confidence: 1}
		}
	}
	return q
}

// claimed is a claim about a speaker.
type claimed struct{ claim, speaker string }

// claim tells whether who is claimed can be speaker, one of those whom the
// article names. It is asked once for each two.
func (t *text) claim(who, speaker string) name.Match {
	k := claimed{who, speaker}
	if m, ok := t.claims[k]; ok {
		return m
	}
	p := name.Person{Name: speaker}
	var others []name.Person
	for _, o := range t.people() {
		if o.Name == speaker {
			p = o
		} else {
			others = append(others, o)
		}
	}
	m := name.Unknown
	if speaker != "" {
		m = name.Compare(who, p, others)
	}
	t.claims[k] = m
	return m
}
