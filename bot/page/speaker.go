package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// colours is how many speakers of an article have a colour of their own: more
// cannot be told apart by everybody. Those after them share a plain one.
const colours = 8

// speaker is an entry of the side panel.
type speaker struct {
	N          int // its place in the article's list, from 0; -1 = whose words are unclear
	Name, Role string
	Quotes     int
	Colour     string // class
	Link       string // to the page with only their words coloured
	Chosen     bool
}

// voices says whose words are whose, for one page.
type voices struct {
	words   *catalogue
	article *corpus.Article
	place   map[string]int // speaker's name -> place in the article's list
	only    int            // the one speaker to show; everybody when it is [everybody]
}

// everybody is who speaks when nobody is chosen; unclear is the place of those
// of whom nobody knows who they are.
const (
	everybody = -2
	unclear   = -1
)

func newVoices(w *catalogue, a *corpus.Article, x *quote.Extraction, only int) *voices {
	v := &voices{words: w, article: a, place: map[string]int{}, only: only}
	for i, s := range x.Speakers {
		v.place[s.Name] = i
	}
	return v
}

// of gives the place of who says q.
func (v *voices) of(q *quote.Quote) int {
	if i, ok := v.place[q.Speaker]; ok && q.Speaker != "" {
		return i
	}
	return unclear
}

func colour(place int) string {
	switch {
	case place == unclear:
		return "cu"
	case place < colours:
		return "c" + strconv.Itoa(place)
	}
	return "cx"
}

// shown tells whether the words of q are coloured.
func (v *voices) shown(q *quote.Quote) bool { return v.only == everybody || v.only == v.of(q) }

// class is how the words of a quote look: the speaker's colour; a solid line
// when it is clear who speaks, a dashed one when there is only the mention, and
// none when nobody knows.
func (v *voices) class(q numbered) string {
	if !v.shown(q.Quote) {
		return ""
	}
	return "q " + colour(v.of(q.Quote)) + " " + v.sure(q.Quote)
}

func (v *voices) sure(q *quote.Quote) string {
	switch {
	case q.Speaker != "":
		return "sure"
	case !q.Mention.Empty():
		return "said"
	}
	return "open"
}

// note stands in the margin of a paragraph: who speaks in it.
type note struct {
	ID     string // of its tooltip
	Quote  string // anchor of the first quote that it is about
	Class  string
	Who    string
	Quoted bool // Who is the mention, as it is written
	Tip    []string
}

// notes gives the margin of paragraph n: an entry for each who speaks in it.
func (v *voices) notes(n int, quotes []numbered) []note {
	var out []note
	at := map[string]int{}
	for _, q := range quotes {
		if !v.shown(q.Quote) {
			continue
		}
		who, quoted := v.who(q.Quote)
		key := fmt.Sprint(v.of(q.Quote), quoted, who)
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, note{
				ID: fmt.Sprintf("t%d-%d", n, i), Quote: quoteID(q.anchor), Who: who, Quoted: quoted,
				Class: colour(v.of(q.Quote)) + " " + v.sure(q.Quote),
			})
		}
		if line := v.tip(q.Quote, who); !slices.Contains(out[i].Tip, line) {
			out[i].Tip = append(out[i].Tip, line)
		}
	}
	return out
}

// who names who says q: the speaker, else the mention as it is written.
func (v *voices) who(q *quote.Quote) (name string, quoted bool) {
	if q.Speaker != "" {
		return q.Speaker, false
	}
	if m, err := v.article.Cut(q.Mention); err == nil && m != "" {
		return m, true
	}
	return v.words.Unclear, false
}

// tip is what is known of a quote beside who says it.
func (v *voices) tip(q *quote.Quote, who string) string {
	parts := []string{v.words.Kinds[q.Kind]}
	if q.Denied {
		parts = []string{v.words.Denied}
	}
	if m, err := v.article.Cut(q.Mention); err == nil && m != "" && m != who {
		parts = append(parts, fmt.Sprintf(v.words.NamedAs, m, q.Mention.Paragraph))
	}
	if q.Speaker != "" && q.Role != "" {
		parts = append(parts, q.Role)
	}
	if q.Via != "" {
		parts = append(parts, fmt.Sprintf(v.words.Via, q.Via))
	}
	switch v.sure(q) {
	case "said":
		parts = append(parts, v.words.OnlyMention)
	case "open":
		parts = append(parts, v.words.NobodyNamed)
	}
	return strings.Join(parts, " · ")
}

// panel lists who speaks, most quotes first, and those whose words are unclear
// last.
func (v *voices) panel(x *quote.Extraction, link func(view string) string) []speaker {
	open := 0
	for i := range x.Quotes {
		if v.of(&x.Quotes[i]) == unclear {
			open++
		}
	}
	var out []speaker
	add := func(n int, name, role string, quotes int) {
		if quotes > 0 {
			out = append(out, speaker{
				N: n, Name: name, Role: role, Quotes: quotes, Colour: colour(n),
				Link: link("who=" + strconv.Itoa(n)), Chosen: v.only == n,
			})
		}
	}
	for i, s := range x.Speakers {
		add(i, s.Name, s.Role, s.Quotes)
	}
	add(unclear, v.words.Unclear, "", open)
	return out
}
