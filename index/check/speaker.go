package check

import (
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
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

// peopleOf lists whom an article names and what it shows of each: called he or
// she, or spoken of as a firm ("it", "the airline"). Words for firms count
// anywhere for a name of one word, and around its mentions for a longer one. It
// goes through the text once, however many there are.
func peopleOf(doc *index.Document) []name.Person {
	if len(doc.Quotes.Speakers) == 0 {
		return nil
	}
	human := map[string]bool{} // by the name of the speaker
	for _, q := range doc.Quotes.Quotes {
		human[q.Speaker] = human[q.Speaker] || personal(doc, q.Mention)
	}
	firmly := make([]bool, len(doc.Article.Paragraphs)+1)
	anywhere := false
	for n, p := range doc.Article.Paragraphs {
		firmly[n+1] = tellsOfFirms(p.Text)
		anywhere = anywhere || firmly[n+1]
	}
	out := make([]name.Person, 0, len(doc.Quotes.Speakers))
	for _, s := range doc.Quotes.Speakers {
		p := name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role, Human: human[s.Name]}
		it, near := false, !strings.Contains(s.Name, " ") && anywhere
		for _, m := range s.Mentions {
			p.Human = p.Human || personal(doc, m)
			near = near || m.Paragraph < len(firmly) && firmly[m.Paragraph]
			w, err := doc.Article.Cut(m)
			it = it || err == nil && (strings.EqualFold(w, "it") || strings.EqualFold(w, "its"))
		}
		p.Body = bodily(s.Role) || it || s.Role == "" && near
		out = append(out, p)
	}
	return out
}

// personal reports whether the words at r are for a man or a woman.
func personal(doc *index.Document, r corpus.Ref) bool {
	if r.Empty() {
		return false
	}
	w, err := doc.Article.Cut(r)
	return err == nil && english.Of(strings.ToLower(w)).Is(english.Male|english.Female)
}

// bodily reports whether a role is that of a body: "budget airline of Sund".
func bodily(role string) bool {
	role, _, _ = strings.Cut(strings.ToLower(role), " of ")
	c := english.Of(role[strings.LastIndexByte(role, ' ')+1:])
	return c.Is(english.Body|english.Group) && !c.Is(english.Role|english.Title)
}

// tellsOfFirms reports whether a paragraph has a word that goes with a firm.
func tellsOfFirms(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if w = strings.ToLower(w); firms[w] || strings.HasPrefix(w, "spokes") {
			return true
		}
	}
	return false
}

// firms are words that an article on a firm, a club or an agency has.
var firms = set(`company companies firm firms corporation maker makers manufacturer airline airlines retailer carrier bank brand shares shareholders
	platform startup agency club supplier carmaker automaker operator chain subsidiary parent employees organisation organization group movement militia
	team band charity`)
