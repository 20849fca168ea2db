package page

import (
	"context"
	"html/template"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// reply is what the desk says, as a page shows it.
type reply struct {
	Blocks  []block
	Buttons []button
}

// block is a line of a reply, or an excerpt.
type block struct {
	Excerpt bool
	Small   bool
	Spans   []span
	Link    string // to the excerpt's place in its article; "" = none
}

// span is a stretch of a line.
type span struct {
	Text   template.HTML
	Style  string // an element: strong, em, s, code; "" = none
	Link   string
	Strong bool // of an excerpt: the words that answer
}

// button goes on from a reply.
type button struct{ Label, Do, ID, Value string }

// reply makes blocks of what the desk says. What stands in its block quotes is
// cut from the articles once more, as it is stored.
func (v *visit) reply(ctx context.Context, r say.Reply) (reply, error) {
	var out reply
	next, inside := 0, false
	for line := range strings.SplitSeq(r.Text, "\n") {
		if strings.HasPrefix(line, "> ") {
			if !inside {
				if next == len(r.Excerpts) {
					return out, errNothing // the gate has seen to it
				}
				b, err := v.excerpt(ctx, r.Excerpts[next])
				if err != nil {
					return out, err
				}
				out.Blocks = append(out.Blocks, b)
				next++
			}
			inside = true
			continue
		}
		inside = false
		rest, small := strings.CutPrefix(line, "-# ")
		b := block{Small: small}
		for _, s := range say.Shows(rest) {
			b.Spans = append(b.Spans, span{Text: inert(s.Text), Style: elements[s.Style], Link: s.Link})
		}
		if len(b.Spans) > 0 {
			out.Blocks = append(out.Blocks, b)
		}
	}
	out.Buttons = v.buttons(r)
	return out, nil
}

// elements are what the styles of Discord are called in HTML.
var elements = map[say.Style]string{say.Bold: "strong", say.Italic: "em", say.Struck: "s", say.Code: "code"}

// excerpt is an excerpt as it is stored, with a link to its place.
func (v *visit) excerpt(ctx context.Context, e say.Excerpt) (block, error) {
	doc, err := v.at(ctx, e)
	if err != nil {
		return block{}, err
	}
	b := block{Excerpt: true}
	if b.Spans, err = excerptSpans(doc.Article, e); err != nil {
		return b, err
	}
	if articleName.MatchString(e.Ref.Article) {
		b.Link = v.link(Address{Article: e.Ref.Article, Shown: []say.Excerpt{e}}) + "#" + markID(0)
	}
	return b, nil
}

// at is the article of an excerpt at the revision that it was cut from.
func (v *visit) at(ctx context.Context, e say.Excerpt) (*index.Document, error) {
	doc, err := v.scope.Document(ctx, e.Ref.Article)
	if err == nil && doc.Article.Revision != e.Revision {
		doc, err = v.scope.Revision(ctx, e.Ref.Article, e.Revision)
	}
	if err != nil {
		return nil, err
	}
	return doc, inside(doc.Article, e)
}

// excerptSpans cuts an excerpt before and after the words that answer.
func excerptSpans(a *corpus.Article, e say.Excerpt) ([]span, error) {
	at := []int{e.Ref.Start, e.Ref.End}
	if !e.Mark.Empty() {
		at = []int{e.Ref.Start, e.Mark.Start, e.Mark.End, e.Ref.End}
	}
	var out []span
	for i := 0; i+1 < len(at); i++ {
		r := e.Ref
		r.Start, r.End = at[i], at[i+1]
		if r.Empty() {
			continue
		}
		words, err := a.Cut(r)
		if err != nil {
			return nil, err
		}
		out = append(out, span{Text: inert(words), Strong: i == 1})
	}
	return out, nil
}

// buttons are those under a reply that make sense on a page, and the entries of
// its menu.
func (v *visit) buttons(r say.Reply) []button {
	w := say.WordsFor(locale(v.r))
	sensible := []string{w.More}
	if v.whole() {
		sensible = append(sensible, w.Context, w.Earlier, w.Later)
	}
	var out []button
	for _, b := range r.Buttons {
		if !b.Off && slices.Contains(sensible, b.Label) {
			out = append(out, button{b.Label, "press", b.CustomID, ""})
		}
	}
	if r.Select != nil && !r.Select.Channels {
		for _, c := range r.Select.Options {
			out = append(out, button{c.Name, "choose", r.Select.CustomID, c.Value})
		}
	}
	return out
}
