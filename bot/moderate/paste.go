package moderate

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// The form to paste an article into: a field holds 4,000 characters, so there
// are several.
const (
	pasteFields = 4
	pasteMax    = 4000
)

func askPaste(req *request, replaces string) say.Reply {
	id, _ := req.Seal(opPaste, replaces)
	c := &req.Words.Corpus
	f := &say.Form{CustomID: id, Title: c.PasteForm, Fields: []say.Field{{ID: "title", Label: c.Title, Max: maxDetail}}}
	for i := range pasteFields {
		x := say.Field{ID: fmt.Sprintf("text%d", i+1), Label: c.Text, Required: i == 0, Long: true, Max: pasteMax}
		if i > 0 {
			x.Label = c.TextMore
		}
		f.Fields = append(f.Fields, x)
	}
	return say.Reply{Delivery: say.Ask, Form: f, Outcome: "form"}
}

// previewPasted previews what was pasted. A field that was filled to the last
// character goes on in the next one without a break.
func previewPasted(ctx context.Context, req *request, replaces string) (say.Reply, error) {
	var b strings.Builder
	if title := strings.Join(strings.Fields(req.Fields["title"]), " "); title != "" {
		b.WriteString(title + "\n\n")
	}
	for i := range pasteFields {
		text := req.Fields[fmt.Sprintf("text%d", i+1)]
		b.WriteString(text)
		if say.Width(text) < pasteMax {
			b.WriteString("\n\n")
		}
	}
	data := []byte(strings.TrimSpace(b.String()))
	a, err := corpus.Parse("", data)
	if err != nil {
		return say.Reply{}, err
	}
	return previewDraft(ctx, req, store.Draft{Article: a, Original: data}, replaces)
}
