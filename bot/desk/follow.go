package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// What is asked about the answer before.
const (
	tellMore = "more"
	whoseWas = "who"
	whyThat  = "why"
)

// followUps are questions about the answer before, folded as [directory.Fold]
// does. They are whole questions: "why did the mill close?" is another.
var followUps = map[string][]string{
	tellMore: {
		"tell me more", "more", "more please", "go on", "continue", "what else", "anything else", "and what else", "tell me more about it", "tell me more about that",
		"mehr", "erzahl mehr", "erzahl mir mehr", "mehr davon", "weiter", "was noch", "noch mehr", "sonst noch was",
		"еще", "расскажи еще", "расскажи больше", "расскажи подробнее", "подробнее", "дальше", "что еще", "больше",
	},
	whoseWas: {
		"who said that", "who said this", "who said it", "who said so", "says who", "who says that", "who says so", "who says this", "who was that", "whose words are these", "whose words are those",
		"wer hat das gesagt", "wer sagt das", "wer sagte das", "wer war das", "wessen worte sind das", "von wem ist das",
		"кто это сказал", "кто сказал это", "кто так сказал", "кто это говорит", "чьи это слова", "кто это",
	},
	whyThat: {
		"why", "why is that", "why so", "why that", "but why", "and why", "how so", "how come",
		"warum", "warum das", "wieso", "weshalb", "wieso das",
		"почему", "почему так", "а почему", "отчего",
	},
}

// followUpKind tells what text asks about the answer before, "" when it is another
// question.
func followUpKind(text string) string {
	text = directory.Fold(text)
	for kind, list := range followUps {
		if slices.Contains(list, text) {
			return kind
		}
	}
	return ""
}

// followUp answers a question about the answer before: the one that the member
// replies to, or was given last in this channel. It reports false for any other
// question.
func followUp(ctx context.Context, req *request, text string) (r say.Reply, ok bool, err error) {
	kind := followUpKind(text)
	if kind == "" {
		return r, false, nil
	}
	before := lastAnswer(ctx, req)
	if len(before.shown) == 0 {
		return say.Reply{Text: req.Words.FollowNone, Private: req.Kind != say.Message, Outcome: "chat"}, true, nil
	}
	switch kind {
	case tellMore:
		r, err = moreOf(ctx, req, before)
	case whoseWas:
		r, err = saidBefore(ctx, req, before)
	default:
		r, err = around(ctx, req, before.shown[0], req.Words.FollowWhy)
		r.Private = req.Kind != say.Message && req.Privately()
	}
	return r, true, err
}

// lastAnswer is the answer that a question can be about; it shows nothing when
// there is none. What was shown to the member alone is not brought before all.
func lastAnswer(ctx context.Context, req *request) recent {
	if shown := req.Read(ctx, req.Shown); req.Kind == say.Message && len(shown) > 0 {
		r, ok := req.desk.recent.last(req.whose(), req.now())
		if ok && len(r.shown) > 0 && r.shown[0].Ref == shown[0].Ref && !r.private {
			return r // the same, and what is left of it is known
		}
		return recent{shown: shown}
	}
	r, ok := req.desk.recent.last(req.whose(), req.now())
	if !ok || r.private && req.Kind == say.Message && req.Server != "" {
		return recent{}
	}
	return r
}

func (req *request) whose() whose { return whose{req.Server, req.Channel, req.Member} }

// moreOf shows the passages that the answer before had left.
func moreOf(ctx context.Context, req *request, before recent) (say.Reply, error) {
	list, err := citeAll(ctx, req, before.rest)
	if err != nil {
		return say.Reply{}, err
	}
	if len(list) == 0 {
		r, err := around(ctx, req, before.shown[0], req.Words.FollowAll)
		r.Private = req.Kind != say.Message && req.Privately()
		return r, err
	}
	var s say.Sheet
	s.Add(req.Words.MorePassage)
	rest := addPassages(req, &s, list, passagesPerPage)
	r := s.Reply()
	r.Outcome = "more"
	finishAnswer(req, &r, rest)
	return r, nil
}

// saidBefore says whose words the passages of the answer before are.
func saidBefore(ctx context.Context, req *request, before recent) (say.Reply, error) {
	list, err := citeAll(ctx, req, before.shown[:1])
	if err != nil {
		return say.Reply{}, err
	}
	line := req.Words.FollowUnclear
	switch c := list[0]; {
	case c.Kind == "":
		line = req.Words.NotSpoken
	case c.Speaker != "":
		line = fmt.Sprintf(req.Words.FollowSaid, say.Person(c.Speaker))
	}
	var s say.Sheet
	s.Add(line)
	addPassages(req, &s, list, 1)
	r := s.Reply()
	r.Outcome = "answered"
	finishAnswer(req, &r, remaining(ctx, req, before))
	return r, nil
}

// remaining are the passages that an answer had left, as far as they are there.
func remaining(ctx context.Context, req *request, before recent) []cite.Citation {
	list, err := citeAll(ctx, req, before.rest)
	if err != nil {
		return nil
	}
	return list
}
