package say

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// errNotVerbatim says that a reply was about to show words that are not the
// stored article's. It is a fault of this program; nothing is sent.
var errNotVerbatim = errors.New("excerpt is not in the article")

// gate is the last look at a reply: every block quote in text must be exactly
// the words that the excerpt at its place names, cut again from the
// stored article, but for what [Visible] drops; and there must be as many
// block quotes as excerpts. Its error holds places, never words.
//
// Bold marks do not count: they are the only asterisks in a block quote that
// are not escaped.
func gate(text string, excerpts []Excerpt, article func(Excerpt) (*corpus.Article, error)) error {
	shown := blockQuotes(text)
	if len(shown) != len(excerpts) {
		return fmt.Errorf("%w: %d block quotes, %d excerpts", errNotVerbatim, len(shown), len(excerpts))
	}
	for i, e := range excerpts {
		r := e.Ref
		a, err := article(e)
		if err != nil {
			return fmt.Errorf("gate %v: %w", r, err)
		}
		words, err := a.Cut(r)
		if err != nil {
			return fmt.Errorf("%w: %w", errNotVerbatim, err)
		}
		if Unescape(unbold(shown[i])) != Visible(words) {
			return fmt.Errorf("%w: %v", errNotVerbatim, r)
		}
	}
	return nil
}

// blockQuotes gives the contents of the block quotes of a message, a line
// break for each line of a quote.
func blockQuotes(text string) []string {
	var out []string
	inside := false
	for line := range strings.SplitSeq(text, "\n") {
		// Discord needs the space; a bare ">" and ">>>" are never written by
		// us, and counting them as quotes makes the gate refuse them.
		rest, ok := strings.CutPrefix(strings.TrimLeft(line, " "), ">")
		if !ok {
			inside = false
			continue
		}
		rest = strings.TrimPrefix(rest, " ")
		if inside {
			out[len(out)-1] += "\n" + rest
		} else {
			out = append(out, rest)
		}
		inside = true
	}
	return out
}

// unbold takes the unescaped pairs of asterisks out of shown.
func unbold(shown string) string {
	var b strings.Builder
	for i := 0; i < len(shown); i++ {
		switch {
		case shown[i] == '\\' && i+1 < len(shown):
			b.WriteByte(shown[i])
			i++
			b.WriteByte(shown[i])
		case strings.HasPrefix(shown[i:], "**"):
			i++
		default:
			b.WriteByte(shown[i])
		}
	}
	return b.String()
}

// BlockQuote writes an excerpt as a block quote, with the marked bytes of it
// in bold. Marks lie inside words, are in order, and do not touch.
func BlockQuote(words string, marks ...corpus.Span) string {
	var b strings.Builder
	b.WriteString("> ")
	at := 0
	for _, m := range marks {
		if !m.Empty() {
			b.WriteString(quoteLines(words[at:m.Start], false))
			b.WriteString(quoteLines(words[m.Start:m.End], true))
			at = m.End
		}
	}
	b.WriteString(quoteLines(words[at:], false))
	return b.String()
}

// quoteLines is part of a block quote whose first line has begun. Escaping a
// part as if a line began with it does no harm: it only escapes more.
func quoteLines(part string, bold bool) string {
	lines := strings.Split(part, "\n")
	for i, line := range lines {
		inner := strings.TrimSpace(line)
		if bold && Visible(inner) != "" {
			before, after, _ := strings.Cut(line, inner)
			lines[i] = Escape(before) + "**" + Escape(inner) + "**" + Escape(after)
		} else {
			lines[i] = Escape(line)
		}
	}
	return strings.Join(lines, "\n> ")
}

// Gated passes r through the gate, and replaces it by an error when it does
// not pass.
func (req *Request) Gated(ctx context.Context, r Reply) Reply {
	article := func(e Excerpt) (*corpus.Article, error) {
		if e.Ref.Article == "" && r.Draft != nil {
			return r.Draft, nil
		}
		doc, _, err := req.Document(ctx, e)
		if err != nil {
			return nil, err
		}
		return doc.Article, nil
	}
	if err := gate(r.Text, r.Excerpts, article); err != nil {
		reply := req.Failed(ctx, err)
		reply.Outcome = "not_verbatim"
		return reply
	}
	if r.Work != nil {
		r.Work = req.guarded(r.Work)
	}
	return r
}

// guarded is work whose reports pass the gate too, and whose panic is reported
// like that of a handler.
func (req *Request) guarded(work func(context.Context, func(Reply))) func(context.Context, func(Reply)) {
	return func(ctx context.Context, report func(Reply)) {
		defer func() {
			if p := recover(); p != nil {
				report(req.Panicked(ctx, p))
			}
		}()
		work(ctx, func(r Reply) { report(req.Gated(ctx, r)) })
	}
}

// panicKind is a panic's value when it is a runtime error; other values might
// hold a member's words.
func panicKind(p any) any {
	if err, ok := p.(interface{ RuntimeError() }); ok {
		return err
	}
	return fmt.Sprintf("%T", p)
}

// Read gives the excerpts that a text of ours shows, found again by their words
// in the paragraph that the line below them names. What is not there any more
// is left out.
func (req *Request) Read(ctx context.Context, text string) []Excerpt {
	var out []Excerpt
	quotes := blockQuotes(text)
	for _, m := range citedParagraph.FindAllStringSubmatchIndex(text, -1) {
		before := blockQuotes(text[:m[0]])
		if len(before) == 0 || len(before) > len(quotes) {
			continue
		}
		id, n, _ := ParseParagraphID(text[m[2]:m[3]])
		doc, err := req.Scope.Document(ctx, id)
		if err != nil {
			continue
		}
		p, ok := doc.Article.Paragraph(n)
		if !ok {
			continue
		}
		words := Unescape(unbold(before[len(before)-1]))
		if at := strings.Index(p.Text, words); at >= 0 && words != "" {
			ref := corpus.Ref{Article: id, Paragraph: n, Span: corpus.Span{Start: at, End: at + len(words)}}
			out = append(out, Excerpt{Ref: ref, Revision: doc.Article.Revision})
		}
	}
	return out
}

// citedParagraph is the end of a citation line.
var citedParagraph = regexp.MustCompile(`(?m)^— .* · ([A-Za-z][A-Za-z0-9_-]*¶[0-9]+)$`)
