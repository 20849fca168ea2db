package desk

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// answerMessage answers a mention, a reply to the bot, or a direct message.
func answerMessage(ctx context.Context, req *request) (say.Reply, error) {
	text := strings.TrimSpace(req.Text)
	if text == "" {
		r, err := tellHelp(ctx, req)
		r.Private = false
		return r, err
	}
	if id, n, ok := say.ParseParagraphID(text); ok {
		return openArticle(ctx, req, id, n)
	}
	if r, ok, err := followUp(ctx, req, text); ok || err != nil {
		return r, err
	}
	bound, err := boundArticle(ctx, req)
	if err != nil {
		return say.Reply{}, err
	}
	return answer(ctx, req, ask.Question{Text: text, Previous: req.Previous, Article: bound})
}

// askQuestion answers /ask.
func askQuestion(ctx context.Context, req *request) (say.Reply, error) {
	text := req.Options["question"]
	if id, n, ok := say.ParseParagraphID(text); ok {
		return openArticle(ctx, req, id, n)
	}
	if r, ok, err := followUp(ctx, req, text); ok || err != nil {
		return r, err
	}
	q := ask.Question{Text: text}
	name := req.Options["article"]
	var err error
	if name == "" {
		if q.Article, err = boundArticle(ctx, req); err != nil {
			return say.Reply{}, err
		}
	} else {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return say.Reply{}, err
		}
		if len(found) > 1 {
			return chooseArticle(ctx, req, found, func(id string) ([]cite.Citation, error) {
				q.Article = id
				a, err := req.ask(ctx, q)
				if err != nil {
					return nil, err
				}
				return a.Citations, nil
			})
		}
		q.Article = found[0].ID
	}
	return answer(ctx, req, q)
}

// ask asks the engine, for an answer of which it is as sure as the server wants:
// there is no other way to it.
func (req *request) ask(ctx context.Context, q ask.Question) (*ask.Answer, error) {
	q.Sureness = ask.Sureness(req.Settings.Sureness)
	return req.desk.Engine.Ask(ctx, req.Scope, q)
}

// answer asks the engine and gives the reply: the best passage, or an honest
// no with the nearest ones.
func answer(ctx context.Context, req *request, q ask.Question) (say.Reply, error) {
	if err := tooLong(req, q.Text); err != nil {
		return say.Reply{}, err
	}
	q.Top = passagesPerAnswer
	a, err := req.ask(ctx, q)
	if err != nil {
		return say.Reply{}, err
	}
	switch {
	case a.Talk != "":
		return talk(ctx, req, a.Talk)
	case a.Whole.People():
		kind := quoted
		if a.Whole == question.WhoIsNamed {
			kind = mentioned
		}
		r, err := listNames(ctx, req, kind, q.Article, 0)
		r.Private = req.Kind != say.Message && req.Privately()
		return r, err
	}
	no, names := req.Words.NoAnswer, req.Words.Unnamed
	if q.Article != "" {
		title, err := req.TitleOf(ctx, q.Article)
		if err != nil {
			return say.Reply{}, err
		}
		no, names = fmt.Sprintf(req.Words.NoAnswerIn, req.ArticleName(q.Article, title)), req.Words.UnnamedIn
	}
	if told := req.desk.Answered; told != nil {
		told(sureOf(a))
	}
	return writeAnswer(req, a, unnamed(no, names, a.Missing)), nil
}

// tenths reads of what sureOf wrote how many in ten such answers are right, 0
// when that is not known.
func tenths(sure string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(sure, "0."))
	return n
}

// sureOf is how sure an answer is, for [say.Reply.Sure].
func sureOf(a *ask.Answer) string {
	if !a.Answered {
		return "none"
	}
	return fmt.Sprintf("0.%d", min(9, int(10*a.Confidence)))
}

// talk answers what is no question in a line, and a call for help with help.
func talk(ctx context.Context, req *request, t question.Talk) (say.Reply, error) {
	if t == question.Help {
		r, err := tellHelp(ctx, req)
		r.Private = req.Kind != say.Message
		return r, err
	}
	text := map[question.Talk]string{
		question.Greeting: req.Words.Greeting, question.Thanks: req.Words.Thanks, question.Praise: req.Words.Praise,
		question.Blame: req.Words.Blame, question.Farewell: req.Words.Farewell, question.About: req.Words.About,
	}[t]
	return say.Reply{Text: text, Private: req.Kind != say.Message, Outcome: "chat"}, nil
}

// boundArticle is the article that the channel's questions are about, "" when they
// are about all.
func boundArticle(ctx context.Context, req *request) (string, error) {
	id := req.Settings.Channels[req.Channel]
	if id == "" {
		return "", nil
	}
	_, err := req.Scope.Article(ctx, id)
	if errors.Is(err, index.ErrNoArticle) {
		return "", say.Refusal(req.Words.Errors.Bound)
	}
	return id, err
}

// writeAnswer writes an answer, or no with the nearest passages.
func writeAnswer(req *request, a *ask.Answer, no string) say.Reply {
	var s say.Sheet
	addressTo(req, &s)
	if a.ReadAs != "" {
		s.Add(fmt.Sprintf(req.Words.ReadAs, say.ClipLine(a.ReadAs, 200)))
	}
	if a.Head != "" {
		s.Add(fmt.Sprintf(req.Words.Head, say.ClipLine(a.Head, 300)))
		s.Add("— " + req.ArticleName(a.HeadOf.ID, a.HeadOf.Title))
		r := s.Reply()
		r.Outcome, r.Sure = "answered", sureOf(a)
		finishAnswer(req, &r, nil)
		return r
	}
	list, show := a.Citations, 1
	if a.Unsure() {
		s.Add(req.Words.Perhaps)
	}
	if !a.Answered {
		list, show = a.Nearest, 2
		s.Add(no)
		if len(list) == 0 {
			s.Add(req.Words.NothingNear)
		} else {
			s.Add(req.Words.Nearest)
		}
	}
	rest := addPassages(req, &s, list, show)
	r := s.Reply()
	r.Outcome, r.Sure = "answered", sureOf(a)
	if !a.Answered {
		r.Outcome = "no_answer"
	}
	finishAnswer(req, &r, rest)
	return r
}

// unnamed is no with a line that says which names of the question the articles
// asked do not have.
func unnamed(no, line string, names []string) string {
	if len(names) == 0 {
		return no
	}
	return no + " " + fmt.Sprintf(line, say.ClipLine(strings.Join(names, ", "), 100))
}
