package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestWholeArticle opens the context of a passage in the middle of an article,
// turns pages to its end, back to its beginning and to its end again. Each way
// shows every word, and no word twice.
func TestWholeArticle(t *testing.T) {
	var paragraphs []string
	for i := range 30 {
		paragraphs = append(paragraphs, fmt.Sprintf("Paragraph %d begins *here*. ", i+1)+strings.Repeat("Words go on and on. ", i*i%97))
	}
	paragraphs[11] = strings.Repeat("A sentence that is one of very many. ", 300)
	paragraphs[17] = strings.Repeat("unbroken", 500)
	a := articleOf("a1", paragraphs...)
	scope, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Key: say.Key("k")}
	press := func(id string) say.Reply {
		t.Helper()
		r := d.Handle(t.Context(), say.Event{Kind: say.Press, Server: "9", Member: "1", CustomID: id, Private: true})
		if r.Outcome != "read" || say.Width(r.Text) > say.MaxContent {
			t.Fatalf("%d units: %s", say.Width(r.Text), screen(r))
		}
		return r
	}
	turn := func(r say.Reply, label string) (say.Reply, bool) {
		i := slices.IndexFunc(r.Buttons, func(b say.Button) bool { return b.Label == label })
		if i < 0 {
			return r, false
		}
		return press(r.Buttons[i].CustomID), true
	}
	// walk turns pages until there are none and gives all that was shown, in
	// the order of the article.
	walk := func(r say.Reply, label string) (say.Reply, []say.Excerpt) {
		t.Helper()
		refs := slices.Clone(r.Excerpts)
		for range 500 {
			next, ok := turn(r, label)
			if !ok {
				return r, refs
			}
			r = next
			if label == say.WordsFor("").Earlier {
				refs = slices.Concat(r.Excerpts, refs)
			} else {
				refs = append(refs, r.Excerpts...)
			}
		}
		t.Fatal("500 pages")
		return r, nil
	}
	id, _ := (&say.Request{Event: say.Event{Server: "9"}, Key: d.Key}).Seal(opContext, say.Excerpt{Ref: a.Whole(15), Revision: a.Revision}.String())
	middle := press(id)
	last, after := walk(middle, say.WordsFor("").Later)
	first, before := walk(middle, say.WordsFor("").Earlier)
	_, forth := walk(first, say.WordsFor("").Later)
	_, back := walk(last, say.WordsFor("").Earlier)
	for name, refs := range map[string][]say.Excerpt{
		"from the middle":   slices.Concat(before, after[len(middle.Excerpts):]),
		"from the first":    forth,
		"back to the first": back,
	} {
		var b strings.Builder
		for _, r := range refs {
			words, err := a.Cut(r.Ref)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(words)
		}
		if got, want := strings.Join(strings.Fields(b.String()), ""), strings.Join(strings.Fields(strings.Join(paragraphs, "")), ""); got != want {
			t.Errorf("%s: %d characters are shown of %d", name, len(got), len(want))
		}
	}
}
