package check

import (
	"slices"
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

// peopleOf lists whom an article names and what it shows of each. It goes
// through the text once, however many there are.
func peopleOf(doc *index.Document) []name.Person {
	if len(doc.Quotes.Speakers) == 0 {
		return nil
	}
	human := map[string]shown{} // by the name of the speaker
	says := map[string]bool{}   // who says "I"
	trades := map[string]bool{} // who says "our customers"
	for _, q := range doc.Quotes.Quotes {
		human[q.Speaker] |= called(doc, q.Mention)
		if w, err := doc.Article.Cut(q.Ref); err == nil && q.Kind != quote.Indirect {
			i, our := firstPerson(w)
			says[q.Speaker], trades[q.Speaker] = says[q.Speaker] || i, trades[q.Speaker] || our
		}
	}
	firmly := make([]bool, len(doc.Article.Paragraphs)+1)
	anywhere := false
	for n, p := range doc.Article.Paragraphs {
		firmly[n+1] = tellsOfFirms(p.Text)
		anywhere = anywhere || firmly[n+1]
	}
	out := make([]name.Person, 0, len(doc.Quotes.Speakers))
	for _, s := range doc.Quotes.Speakers {
		p := name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role}
		seen, near := human[s.Name], !strings.Contains(s.Name, " ") && anywhere
		for _, m := range s.Mentions {
			seen |= called(doc, m)
			near = near || m.Paragraph < len(firmly) && firmly[m.Paragraph]
			if title := titled(doc, m); title != "" && !slices.Contains(p.Aliases, title) {
				p.Aliases = append(slices.Clip(p.Aliases), title)
			}
		}
		switch near = (near || trades[s.Name]) && s.Role == "" && seen == 0; {
		case bodily(s.Role) || near && !says[s.Name]:
			seen |= ofBody
		case says[s.Name] && !near:
			seen |= ofPerson
		}
		p.Kind = seen.kind()
		out = append(out, p)
	}
	return out
}

// shown is what an article shows of a name.
type shown uint8

const (
	ofMan shown = 1 << iota
	ofWoman
	ofPerson // of either
	ofBody
)

// kind is what that comes to; what contradicts itself tells less.
func (s shown) kind() name.Kind {
	switch {
	case s == 0, s&ofBody != 0 && s != ofBody:
		return name.Unclear
	case s == ofBody:
		return name.Body
	case s&^ofPerson == ofMan:
		return name.Man
	case s&^ofPerson == ofWoman:
		return name.Woman
	}
	return name.Human
}

// called reads what the words at r, a mention, and those behind them show: "she",
// "it", "…, 61, …", "…, who …".
func called(doc *index.Document, r corpus.Ref) (s shown) {
	if r.Empty() {
		return 0
	}
	w, err := doc.Article.Cut(r)
	if err != nil {
		return 0
	}
	switch c := english.Of(strings.ToLower(w)); {
	case c.Is(english.Male) && c.Is(english.Pronoun|english.Possessive):
		s = ofMan
	case c.Is(english.Female) && c.Is(english.Pronoun|english.Possessive):
		s = ofWoman
	case c.Is(english.Male | english.Female): // "the woman"
		s = ofPerson
	case strings.EqualFold(w, "it"), strings.EqualFold(w, "its"):
		s = ofBody
	}
	p, _ := doc.Article.Paragraph(r.Paragraph)
	behind, ok := strings.CutPrefix(p.Text[r.End:], ", ")
	if !ok {
		return s
	}
	behind, _, _ = strings.Cut(behind, " ")
	age := strings.TrimRight(behind, ",.")
	if behind == "which" {
		s |= ofBody
	}
	if behind == "who" || age != behind && len(age) == 2 && strings.Trim(age, "0123456789") == "" {
		s |= ofPerson
	}
	return s
}

// firstPerson reports whether words say "I", and whether they say "our" of what
// a firm has.
func firstPerson(text string) (i, our bool) {
	before := ""
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		i = i || w == "I" || w == "my" || w == "My"
		our = our || strings.EqualFold(before, "our") && firms[strings.ToLower(w)]
		before = w
	}
	return i, our
}

// titled gives a mention with the title that it begins with, or that stands
// right before it; "" where none does.
func titled(doc *index.Document, r corpus.Ref) string {
	p, _ := doc.Article.Paragraph(r.Paragraph)
	if r.Empty() || r.End > len(p.Text) {
		return ""
	}
	before, ok := strings.CutSuffix(p.Text[:r.Start], " ")
	for _, start := range [...]int{r.Start, strings.LastIndexAny(before, " “\"(") + 1} {
		word, rest, found := strings.Cut(p.Text[start:r.End], " ")
		if found && rest != "" && unicode.IsUpper(first(word)) && english.Of(strings.ToLower(word)).Is(english.Honorific|english.Title) {
			return p.Text[start:r.End]
		}
		if !ok {
			break
		}
	}
	return ""
}

// bodily reports whether a role is that of a body: "budget airline of Sund".
func bodily(role string) bool {
	role = strings.ToLower(role)
	for _, behind := range [...]string{" of ", " at ", " on ", " for ", " in ", " with "} {
		role, _, _ = strings.Cut(role, behind)
	}
	c := english.Of(role[strings.LastIndexByte(role, ' ')+1:])
	return c.Is(english.Body|english.Group) && !c.Is(english.Role|english.Title)
}

// tellsOfFirms reports whether a paragraph has a word that goes with a firm
// outside of quotation marks.
func tellsOfFirms(text string) bool {
	for i, part := range strings.FieldsFunc(" "+text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		if i%2 == 1 {
			continue
		}
		for w := range strings.FieldsFuncSeq(part, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if w = strings.ToLower(w); firms[w] || strings.HasPrefix(w, "spokes") {
				return true
			}
		}
	}
	return false
}

// firms are words that an article on a firm, a club or an agency has.
var firms = set(`company companies firm firms corporation maker makers manufacturer airline airlines retailer carrier bank brand shares shareholders
	platform startup agency club supplier carmaker automaker operator chain subsidiary parent employees organisation organization group movement militia
	team band charity shoemaker brewer brewery label sales profit profits revenue revenues earnings turnover customers stores shops outlets branches
	headquarters headquartered website`)
