package moderate

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// maxDoubtQuestion is how much of a member's question a line shows.
const maxDoubtQuestion = 300

// showDoubts answers the button "Not right?" under /corpus status: how often
// members pressed theirs, for which reasons and under which articles, and what
// they asked where the server keeps that. Who they are is not shown. from is
// the first line of the page.
func showDoubts(ctx context.Context, req *request, from int) (say.Reply, error) {
	all, err := req.stock.records.Doubts(req.Server)
	if err != nil {
		return say.Reply{}, err
	}
	lines, err := doubtLines(ctx, req, all)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	s.Add(fmt.Sprintf("**%s: %d**", req.Words.Doubts, len(all)))
	r := req.List(&s, len(lines), func(i int) string { return lines[i] }, from, opDoubts)
	r.Outcome = "doubts"
	return r, nil
}

// doubtLines are the lines of the list: reasons, articles with the most first,
// questions with the newest first.
func doubtLines(ctx context.Context, req *request, all []store.Doubt) ([]string, error) {
	if len(all) == 0 {
		return []string{req.Words.DoubtsNone}, nil
	}
	var lines []string
	for _, reason := range say.Reasons {
		if n := len(because(all, reason)); n > 0 {
			lines = append(lines, fmt.Sprintf("%s: %d", req.Words.Reason(reason), n))
		}
	}
	of := map[string][]store.Doubt{}
	for _, d := range all {
		if d.Article != "" {
			of[d.Article] = append(of[d.Article], d)
		}
	}
	ids := make([]string, 0, len(of))
	for id := range of {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(len(of[b])-len(of[a]), strings.Compare(a, b))
	})
	for _, id := range ids {
		title, err := req.TitleOf(ctx, id)
		if err != nil {
			return nil, err
		}
		lines = append(lines, doubtLine(req, req.ArticleName(id, title), of[id]))
	}
	return append(lines, doubtQuestions(req, all)...), nil
}

// doubtQuestions are the questions that members left, where the server keeps
// them.
func doubtQuestions(req *request, all []store.Doubt) []string {
	if !req.Settings.Feedback {
		return []string{req.Words.DoubtsKeepNone}
	}
	var lines []string
	for _, d := range slices.Backward(all) {
		if d.Question == "" {
			continue
		}
		when := fmt.Sprintf("<t:%d:d>", d.Time.Unix())
		lines = append(lines, fmt.Sprintf(req.Words.DoubtQuestion, when, req.Words.Reason(d.Reason), say.ClipLine(d.Question, maxDoubtQuestion)))
	}
	if len(lines) > 0 {
		lines = append([]string{req.Words.DoubtQuestions}, lines...)
	}
	return lines
}

// doubtLine counts doubts of something in a line, in all and by reason.
func doubtLine(req *request, of string, list []store.Doubt) string {
	parts := []string{fmt.Sprintf("%s: %d", of, len(list))}
	for _, reason := range say.Reasons {
		if n := len(because(list, reason)); n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", req.Words.Reason(reason), n))
		}
	}
	return strings.Join(parts, " · ")
}

// because gives the doubts of one reason.
func because(list []store.Doubt, reason string) []store.Doubt {
	return slices.DeleteFunc(slices.Clone(list), func(d store.Doubt) bool { return d.Reason != reason })
}
