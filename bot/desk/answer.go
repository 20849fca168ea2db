package desk

import (
	"context"
	"fmt"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// addPassages adds up to n of list to the sheet and gives what is left. The
// first is shortened if need be; the others wait for More unless they fit
// whole.
func addPassages(req *request, s *say.Sheet, list []cite.Citation, n int) (rest []cite.Citation) {
	for i, c := range list {
		if i == n {
			return list[i:]
		}
		text, ref, ok := req.Passage(c, s.Room())
		e := say.Excerpt{Ref: ref, Mark: inSpan(c.Mark, ref.Span), Revision: c.Article.Revision}
		if !ok || i > 0 && ref != c.Ref || !s.Add(text, e) {
			return list[i:]
		}
	}
	return nil
}

// finishAnswer sets who sees an answer, puts the buttons under it that fit what
// was shown, and remembers the places of that for the member's next question.
func finishAnswer(req *request, r *say.Reply, rest []cite.Citation) {
	r.Private = req.Kind != say.Message && req.Privately()
	if id := req.Options["for"]; say.Snowflake(id) && !r.Private {
		r.Ping = id
	}
	addButtons(req, r, rest)
	shown := recent{private: r.Private, sure: r.Sure, at: req.now()}
	if r.Outcome != "no_answer" {
		shown.shown, shown.rest = r.Excerpts, excerptsOf(rest)
	}
	req.desk.recent.remember(req.whose(), shown)
}

// addButtons puts under an answer what can be done with it.
func addButtons(req *request, r *say.Reply, rest []cite.Citation) {
	shown := r.Excerpts
	add := func(label, op string, args ...string) {
		if id, ok := req.Seal(op, args...); ok {
			r.Buttons = append(r.Buttons, say.Button{Label: label, CustomID: id})
		}
	}
	if len(shown) > 0 {
		add(req.Words.Context, opContext, shown[0].String())
	}
	if len(rest) > 0 {
		if packed, n := say.Pack(excerptsOf(rest), say.PackRoom); n > 0 {
			add(req.Words.More, opShow, packed)
		}
	}
	if r.Private && req.Server != "" {
		if packed, n := say.Pack(shown, say.PackRoom-maxUser); n == len(shown) {
			add(req.Words.Share, opShare, req.Member, packed)
		}
	}
	if req.Feedback {
		about := ""
		if len(shown) > 0 && r.Outcome != "no_answer" {
			about = shown[0].Ref.Article
		}
		add(req.Words.NotRight, opDoubt, about, r.Sure)
	}
	if !r.Private && req.Member != "" {
		add(req.Words.Remove, opRemove, req.Member)
	}
}

// inSpan is mark where it lies wholly in s, else none.
func inSpan(mark, s corpus.Span) corpus.Span {
	if mark.Empty() || !s.Contains(mark) {
		return corpus.Span{}
	}
	return mark
}

// addressTo names the member that "for" is about; the only one who may be
// notified.
func addressTo(req *request, s *say.Sheet) {
	if id := req.Options["for"]; say.Snowflake(id) && !req.Privately() {
		s.Add(fmt.Sprintf(req.Words.For, "<@"+id+">"))
	}
}

// excerptsOf are citations as buttons hold them, whole.
func excerptsOf(list []cite.Citation) []say.Excerpt {
	var out []say.Excerpt
	for _, c := range list {
		out = append(out, say.Excerpt{Ref: c.Ref, Mark: inSpan(c.Mark, c.Ref.Span), Revision: c.Article.Revision})
	}
	return out
}

// maxUser is the width of a user id and its separator.
const maxUser = 21

// passagesPerAnswer is how many passages an answer knows: the first is shown,
// the others are behind More.
const passagesPerAnswer = 6

// citeExcerpt makes the citation of an excerpt, with the speaker of the quote that
// stands in it. It fails when the article no longer has it.
func citeExcerpt(ctx context.Context, req *request, e say.Excerpt) (cite.Citation, error) {
	doc, _, err := req.Document(ctx, e)
	if err != nil {
		return cite.Citation{}, err
	}
	if _, err := doc.Article.Cut(e.Ref); err != nil || e.Ref.Empty() {
		return cite.Citation{}, say.Refusal(req.Words.Errors.Gone)
	}
	if !e.Mark.Empty() {
		mark := e.Ref
		mark.Span = e.Mark
		if _, err := doc.Article.Cut(mark); err != nil || !e.Ref.Contains(e.Mark) {
			return cite.Citation{}, say.Refusal(req.Words.Errors.Gone)
		}
	}
	return cite.At(doc, e.Ref, e.Mark), nil
}

// citeAll makes the citations of excerpts.
func citeAll(ctx context.Context, req *request, list []say.Excerpt) ([]cite.Citation, error) {
	var out []cite.Citation
	for _, e := range list {
		c, err := citeExcerpt(ctx, req, e)
		if err != nil {
			return nil, req.Gone(err)
		}
		out = append(out, c)
	}
	return out, nil
}
