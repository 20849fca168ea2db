package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// explainAnswer answers Why? in a message's menu, for moderators: how the answer to
// that message's question comes about, as it would now. The question is read
// where the member wrote it and kept nowhere; where it cannot be read, we say so.
func explainAnswer(ctx context.Context, req *request) (say.Reply, error) {
	if err := req.OnlyModerators(); err != nil {
		return say.Reply{}, err
	}
	text := strings.TrimSpace(say.Visible(req.Text))
	if directory.Fold(text) == "" {
		return say.Reply{}, say.Refusal(req.Words.Errors.WhyUnread)
	}
	if err := tooLong(req, text); err != nil {
		return say.Reply{}, err
	}
	bound, err := boundArticle(ctx, req)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	s.Add(fmt.Sprintf(req.Words.WhyHead, say.ClipLine(text, whyQuestion)))
	x, err := explain(ctx, req, ask.Question{Text: text, Previous: req.Previous, Article: bound, Top: passagesPerAnswer})
	if err != nil {
		return say.Reply{}, err
	}
	if x == nil {
		s.Add(req.Words.WhyNoSearch)
	} else {
		addExplanation(req, &s, x)
	}
	r := s.Reply()
	r.Private, r.Outcome = true, "why"
	return r, nil
}

// explain asks the engine how its answer comes about; nil for what is not
// answered by the best of many passages.
func explain(ctx context.Context, req *request, q ask.Question) (*rank.Explanation, error) {
	if _, _, ok := say.ParseParagraphID(q.Text); ok || followUpKind(q.Text) != "" {
		return nil, nil
	}
	a, err := req.ask(ctx, q)
	if err != nil || a.Talk != "" || a.Head != "" {
		return nil, err
	}
	q.Sureness = ask.Sureness(req.Settings.Sureness)
	x, err := req.desk.Engine.Explain(ctx, req.Scope, q)
	if err != nil || x.Whole {
		return nil, err
	}
	return x, nil
}

// Of an explanation, this much is shown.
const (
	whyQuestion = 200 // units of the question
	whyFeatures = 5   // of the confidence and of each passage
	whySentence = 3   // of a passage's best sentence
	whyWords    = 200 // units of the words that are missing
)

// addExplanation adds what made the confidence, and each of the passages with
// what made its score, as many as fit.
func addExplanation(req *request, s *say.Sheet, x *rank.Explanation) {
	so := req.Words.WhyNo
	if x.Confidence >= x.Least && len(x.Passages) > 0 {
		so = req.Words.WhyYes
	}
	degree := sureness(req.Words, ask.Sureness(req.Settings.Sureness))
	s.Add(fmt.Sprintf(req.Words.WhySure, decimal(x.Confidence), decimal(x.Least), degree) + " " + so)
	if x.Kind != "" {
		s.Add(fmt.Sprintf(req.Words.WhyAsks, "`"+x.Kind+"`"))
	}
	var gone []string
	for _, t := range x.Terms {
		if t.Gone {
			gone = append(gone, t.Text)
		}
	}
	if len(gone) > 0 {
		s.Add(fmt.Sprintf(req.Words.WhyGone, say.ClipLine(strings.Join(gone, ", "), whyWords)))
	}
	if moved := effects("", x.Signals, whyFeatures); moved != "" {
		s.Add(req.Words.WhyMoved + moved)
	}
	for i, p := range x.Passages {
		line := fmt.Sprintf("%d\\. %s · %s", i+1, say.ParagraphID(p.Ref), fmt.Sprintf(req.Words.WhyScore, decimal(p.Score)))
		if !s.Add(line + effects("", p.Features, whyFeatures) + effects("`best` = ", p.Sentence, whySentence) + readAs(p)) {
			return
		}
	}
}

// readAs is what reading the passage closely came to: the logit that it answers,
// and the words that would, with theirs.
func readAs(p rank.ExplainedPassage) string {
	if p.Reading == nil {
		return ""
	}
	words, err := p.Article.Cut(corpus.Ref{Article: p.Ref.Article, Paragraph: p.Ref.Paragraph, Span: p.Reading.Span})
	if err != nil {
		return "" // unreachable: the span lies in the paragraph
	}
	return fmt.Sprintf("\n`logit` %+.2f · `span` %+.2f “%s”", p.Reading.Answers, p.Reading.SpanScore, say.ClipLine(words, whyWords))
}

func decimal(x float64) string { return fmt.Sprintf("%.2f", x) }

// effects are the strongest of contributions on a line of their own: what each
// is called, as `ask --why` explains it, and by how much it moved the score. A
// passage's "best" is the sum of those of its best sentence.
func effects(of string, cs []rank.Contribution, n int) string {
	var out []string
	for _, c := range rank.Strongest(cs, n) {
		out = append(out, fmt.Sprintf("`%s` %+.2f", c.Name, c.Value*c.Weight))
	}
	if len(out) == 0 {
		return ""
	}
	return "\n" + of + strings.Join(out, " · ")
}
