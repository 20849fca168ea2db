package say

import (
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// position is a place between two pieces of an article: before the byte Start
// of a paragraph.
type position struct{ Paragraph, Start int }

// window is a part of an article that fits into a reply.
type window struct {
	refs     []corpus.Ref // one for each paragraph, in order
	from, to position     // where it begins and where the next one would
}

// maxPiece is the widest piece that a reading view shows whole: escaping may
// treble it.
const maxPiece = 500

// paragraphLabel stands above each paragraph of a reading view, so that two
// block quotes never touch.
func paragraphLabel(n int) string { return fmt.Sprintf("¶ %d", n) }

// forward fills a window from a position with as much as fits into room, but
// nothing after paragraph last.
func forward(a *corpus.Article, from position, last, room int) window {
	w := window{from: from, to: from}
	for n := from.Paragraph; n <= min(last, len(a.Paragraphs)); n++ {
		text := a.Paragraphs[n-1].Text
		start := 0
		if n == from.Paragraph {
			start = min(from.Start, len(text))
		}
		label := Width(paragraphLabel(n)) + 2
		end := start
		for _, p := range pieces(text[start:], maxPiece) {
			words := text[start : start+p.End]
			if label+Width(BlockQuote(words)) > room {
				break
			}
			end = start + p.End
		}
		if end == start && start < len(text) {
			return w
		}
		if end > start {
			r := corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: start, End: end}}
			w.refs = append(w.refs, r)
			room -= label + Width(BlockQuote(text[start:end])) + 1
		}
		if next := end + spaces(text[end:]); next < len(text) {
			w.to = position{n, next}
			return w
		}
		w.to = position{n + 1, 0}
	}
	return w
}

// backward fills a window that ends at a position.
func backward(a *corpus.Article, to position, room int) window {
	w := window{from: to, to: to}
	n := to.Paragraph
	if to.Start == 0 {
		n--
	}
	for ; n >= 1; n-- {
		text := a.Paragraphs[n-1].Text
		end := len(text)
		if n == to.Paragraph {
			end = min(to.Start, len(text))
		}
		list := pieces(text[:end], maxPiece)
		stop := list[len(list)-1].End
		label := Width(paragraphLabel(n)) + 2
		start := stop
		for _, p := range slices.Backward(list) {
			if label+Width(BlockQuote(text[p.Start:stop])) > room {
				break
			}
			start = p.Start
		}
		if start == stop {
			return w
		}
		r := corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: start, End: stop}}
		w.refs = append([]corpus.Ref{r}, w.refs...)
		w.from = position{n, start}
		if start > list[0].Start {
			return w
		}
		w.from.Start = 0
		room -= label + Width(BlockQuote(text[start:stop])) + 1
	}
	return w
}

// around is the window of a passage: from the paragraph before it to the one
// after, or as much of that as fits.
func around(a *corpus.Article, r corpus.Ref, room int) window {
	starts := []position{{max(1, r.Paragraph-1), 0}, {max(1, r.Paragraph), 0}, {max(1, r.Paragraph), r.Start}}
	var w window
	for _, s := range starts {
		w = forward(a, s, max(1, r.Paragraph)+1, room)
		for _, shown := range w.refs {
			if shown.Paragraph == r.Paragraph && shown.End >= r.End {
				return w
			}
		}
	}
	return w
}

// readingFoot is room for the line below a reading view.
const readingFoot = 2*(maxTitle+maxPublisher+maxDate) + maxLink + 120

// writeReading writes a window of an article, with the excerpt that it is around in
// bold, and the buttons to go on.
func (req *Request) writeReading(a *corpus.Article, w window, bold corpus.Ref, note string) Reply {
	var s Sheet
	if note != "" {
		s.Add(note)
	}
	for _, r := range w.refs {
		words, err := a.Cut(r)
		if err != nil {
			continue
		}
		mark := corpus.Span{}
		if bold.Paragraph == r.Paragraph && bold.Article == r.Article && (len(w.refs) > 1 || bold.Span != r.Span) {
			mark = inside(bold.Span, r.Span)
		}
		q := BlockQuote(words, mark)
		if Width(q) > s.Room()-readingFoot+200 {
			q = BlockQuote(words)
		}
		s.Add(paragraphLabel(r.Paragraph)+"\n"+q, Excerpt{Ref: r, Revision: a.Revision})
	}
	if len(w.refs) > 0 {
		// Our own address is left out where there is no room for two.
		if !s.Add(req.readingLine(a, w, req.pageOf(cite.Citation{Article: a, Ref: w.refs[0]}))) {
			s.Add(req.readingLine(a, w, ""))
		}
	}
	r := s.Reply()
	r.Private, r.Outcome = true, "read"
	req.addTurning(&r, a, w)
	return r
}

// readingLine says what part of which article is shown.
func (req *Request) readingLine(a *corpus.Article, w window, page string) string {
	first, last := w.refs[0], w.refs[len(w.refs)-1]
	place := placePart(req.Words, a, first.Paragraph)
	if last.Paragraph != first.Paragraph {
		place = fmt.Sprintf(req.Words.Span, first.Paragraph, last.Paragraph, len(a.Paragraphs))
	}
	parts := []string{sourcePart(req.Words, a), linked(place, page)}
	if l := passageLink(a, first); l != "" {
		parts = append(parts, linked(req.Words.OpenAt, l))
	}
	return "— " + strings.Join(append(parts, OneLine(a.ID)), " · ")
}

// addTurning adds the buttons that turn the page.
func (req *Request) addTurning(r *Reply, a *corpus.Article, w window) {
	page := func(label, way string, p position) {
		id, ok := req.Seal(OpPage, a.ID, Base36(a.Revision), way, Base36(p.Paragraph), Base36(p.Start))
		if ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if w.from != (position{1, 0}) {
		page(req.Words.Earlier, "b", w.from)
	}
	if w.to.Paragraph <= len(a.Paragraphs) {
		page(req.Words.Later, "f", w.to)
	}
}

// readingRoom is how wide the paragraphs of a reading view may be together.
const readingRoom = budget - readingFoot - 160

// Around shows an excerpt with what stands around it, in bold, below a note
// when there is one.
func (req *Request) Around(a *corpus.Article, r corpus.Ref, note string) Reply {
	return req.writeReading(a, around(a, r, readingRoom), r, note)
}

// Turn shows what stands before byte start of paragraph n of an article, or
// from there on; false when there is nothing.
func (req *Request) Turn(a *corpus.Article, n, start int, back bool) (Reply, bool) {
	at := position{n, start}
	var w window
	if back {
		w = backward(a, at, readingRoom)
	} else {
		w = forward(a, at, len(a.Paragraphs), readingRoom)
	}
	return req.writeReading(a, w, corpus.Ref{}, ""), len(w.refs) > 0
}

// OpPage turns the page of a reading view: article, revision, "b" for
// backwards or "f", paragraph and byte.
const OpPage = "p"
