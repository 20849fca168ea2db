package bot

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// maxQuestion is the longest question, in units; the option's limit in Discord
// is the same. A message can be twice as long, and is then not a question.
const maxQuestion = 1000

// passagesPerAnswer is how many passages an answer knows: the first is shown,
// the others are behind More.
const passagesPerAnswer = 6

// message answers a mention, a reply to the bot, or a direct message.
func (v *view) message(ctx context.Context) (Reply, error) {
	text := strings.TrimSpace(v.ev.Text)
	if text == "" {
		r, err := v.help(ctx)
		r.Private = false
		return r, err
	}
	if id, n, ok := parseParagraphID(text); ok {
		return v.read(ctx, id, n)
	}
	bound, err := v.bound(ctx)
	if err != nil {
		return Reply{}, err
	}
	return v.answer(ctx, ask.Question{Text: text, Previous: v.ev.Previous, Article: bound})
}

// ask answers /ask.
func (v *view) ask(ctx context.Context) (Reply, error) {
	text := v.ev.Options["question"]
	if id, n, ok := parseParagraphID(text); ok {
		return v.read(ctx, id, n)
	}
	q := ask.Question{Text: text}
	name := v.ev.Options["article"]
	var err error
	if name == "" {
		if q.Article, err = v.bound(ctx); err != nil {
			return Reply{}, err
		}
	} else {
		found, err := v.findArticle(ctx, name)
		if err != nil {
			return Reply{}, err
		}
		if len(found) > 1 {
			return v.chooseArticle(ctx, found, func(id string) ([]index.Citation, error) {
				q.Article = id
				a, err := v.desk.Engine.Ask(ctx, v.scope, q)
				if err != nil {
					return nil, err
				}
				return a.Citations, nil
			})
		}
		q.Article = found[0].ID
	}
	return v.answer(ctx, q)
}

// answer asks the engine and gives the reply: the best passage, or an honest
// no with the nearest ones.
func (v *view) answer(ctx context.Context, q ask.Question) (Reply, error) {
	if Width(q.Text) > maxQuestion {
		return Reply{}, refusal{problemTooLong, strconv.Itoa(maxQuestion)}
	}
	q.Top = passagesPerAnswer
	a, err := v.desk.Engine.Ask(ctx, v.scope, q)
	if err != nil {
		return Reply{}, err
	}
	no, names := v.t.NoAnswer, v.t.Unnamed
	if q.Article != "" {
		title, err := v.titleOf(ctx, q.Article)
		if err != nil {
			return Reply{}, err
		}
		no, names = fmt.Sprintf(v.t.NoAnswerIn, v.name(q.Article, title)), v.t.UnnamedIn
	}
	return v.answered(a, unnamed(no, names, a.Missing)), nil
}

// bound is the article that the channel's questions are about, "" when they
// are about all.
func (v *view) bound(ctx context.Context) (string, error) {
	id := v.set.Channels[v.ev.Channel]
	if id == "" {
		return "", nil
	}
	_, err := v.scope.Article(ctx, id)
	if errors.Is(err, index.ErrNoArticle) {
		return "", refusal{problem: problemBound}
	}
	return id, err
}

// answered writes an answer, or no with the nearest passages.
func (v *view) answered(a *ask.Answer, no string) Reply {
	var s sheet
	v.address(&s)
	if a.ReadAs != "" {
		s.add(fmt.Sprintf(v.t.ReadAs, clipLine(a.ReadAs, 200)))
	}
	list, show := a.Citations, 1
	if a.Answered && a.Confidence > 0 && a.Confidence < doubtful {
		s.add(v.t.Perhaps)
	}
	if !a.Answered {
		list, show = a.Nearest, 2
		s.add(no)
		if len(list) == 0 {
			s.add(v.t.NothingNear)
		} else {
			s.add(v.t.Nearest)
		}
	}
	shown, rest := v.passages(&s, list, show)
	r := s.reply()
	r.Outcome = "answered"
	if !a.Answered {
		r.Outcome = "no_answer"
	}
	v.finish(&r, shown, rest)
	return r
}

// unnamed is no with a line that says which names of the question the articles
// asked do not have.
func unnamed(no, line string, names []string) string {
	if len(names) == 0 {
		return no
	}
	return no + " " + fmt.Sprintf(line, clipLine(strings.Join(names, ", "), 100))
}

// doubtful is the confidence below which an answer is said to be unsure: about
// half are wrong there.
const doubtful = 0.6

// address names the member that "for" is about; the only one who may be
// notified.
func (v *view) address(s *sheet) {
	if id := v.ev.Options["for"]; snowflake.MatchString(id) && !v.private() {
		s.add(fmt.Sprintf(v.t.For, "<@"+id+">"))
	}
}

var snowflake = regexp.MustCompile(`^[0-9]{1,20}$`)

// passages adds up to n of list to the sheet and gives what was shown and what
// is left. The first is shortened if need be; the others wait for More unless
// they fit whole.
func (v *view) passages(s *sheet, list []index.Citation, n int) (shown []place, rest []index.Citation) {
	for i, c := range list {
		if i == n {
			return shown, list[i:]
		}
		text, ref, ok := v.passage(c, s.room())
		if !ok || i > 0 && ref != c.Ref || !s.add(text, ref) {
			return shown, list[i:]
		}
		shown = append(shown, place{Ref: ref, Mark: inSpan(c.Mark, ref.Span), Revision: c.Article.Revision})
	}
	return shown, nil
}

// inSpan is mark where it lies wholly in s, else none.
func inSpan(mark, s corpus.Span) corpus.Span {
	if mark.Empty() || !s.Contains(mark) {
		return corpus.Span{}
	}
	return mark
}

// finish sets who sees an answer and puts the buttons under it that fit what
// was shown.
func (v *view) finish(r *Reply, shown []place, rest []index.Citation) {
	r.Private = v.ev.Kind != Message && v.private()
	if id := v.ev.Options["for"]; snowflake.MatchString(id) && !r.Private {
		r.Ping = id
	}
	v.buttons(r, shown, rest, v.ev.Member)
}

// paragraphIDs are written as replies show them: a12¶7, with a pilcrow, "p" or
// "#" for those who cannot type one.
var paragraphIDs = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_-]{0,30}?)(?: ?[¶#] ?|p)([0-9]{1,6})$`)

// parseParagraphID reads an article id with a paragraph number.
func parseParagraphID(s string) (id string, n int, ok bool) {
	m := paragraphIDs.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", 0, false
	}
	n, err := strconv.Atoi(m[2])
	return m[1], n, err == nil
}
