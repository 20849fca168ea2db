package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// What is asked about the answer before.
const (
	tellMore = "more"
	whoseWas = "who"
	whyThat  = "why"
	areSure  = "sure"
	elseSaid = "else"
)

// followUps are questions about the answer before, folded as [directory.Fold]
// does. They are whole questions: "why did the mill close?" is another.
var followUps = map[string][]string{
	tellMore: {
		"tell me more", "more", "more please", "go on", "continue", "what else", "anything else", "and what else", "tell me more about it", "tell me more about that",
		"mehr", "erzahl mehr", "erzahl mir mehr", "mehr davon", "weiter", "was noch", "noch mehr", "sonst noch was",
		"еще", "расскажи еще", "расскажи больше", "расскажи подробнее", "подробнее", "дальше", "что еще", "больше",
		"dis men plus", "dites men plus", "encore", "continue", "quoi dautre", "autre chose", "la suite",
		"cuentame mas", "dime mas", "mas", "sigue", "continua", "que mas", "algo mas",
	},
	whoseWas: {
		"who said that", "who said this", "who said it", "who said so", "says who", "who says that", "who says so", "who says this", "who was that", "whose words are these", "whose words are those",
		"wer hat das gesagt", "wer sagt das", "wer sagte das", "wer war das", "wessen worte sind das", "von wem ist das",
		"кто это сказал", "кто сказал это", "кто так сказал", "кто это говорит", "чьи это слова", "кто это",
		"qui a dit ca", "qui a dit cela", "qui dit ca", "qui la dit", "cest de qui", "de qui sont ces mots",
		"quien dijo eso", "quien dijo esto", "quien lo dijo", "quien dice eso", "de quien es eso", "de quien son esas palabras",
	},
	whyThat: {
		"why", "why is that", "why so", "why that", "but why", "and why", "how so", "how come",
		"warum", "warum das", "wieso", "weshalb", "wieso das",
		"почему", "почему так", "а почему", "отчего",
		"pourquoi", "pourquoi ca", "mais pourquoi", "et pourquoi", "comment ca",
		"por que", "y por que", "por que eso", "pero por que", "y eso",
	},
	areSure: {
		"are you sure", "are you sure about that", "are you sure of that", "you sure", "are you certain", "how sure are you", "is that right", "is this right", "is that true", "is that correct", "is that so", "really",
		"bist du sicher", "bist du dir sicher", "bist du da sicher", "sind sie sicher", "wie sicher bist du", "stimmt das", "ist das wahr", "ist das richtig", "wirklich", "echt",
		"ты уверен", "вы уверены", "ты уверен в этом", "точно", "это точно", "это правда", "это верно", "правда", "насколько ты уверен",
		"tu es sur", "es tu sur", "vous etes sur", "etes vous sur", "tu es sure", "cest vrai", "cest sur", "cest exact", "vraiment",
		"estas seguro", "estas segura", "esta seguro", "seguro", "es verdad", "es cierto", "es correcto", "de verdad",
	},
	elseSaid: {
		"what else did he say", "what else did she say", "what else did they say", "what else does he say", "what else does she say", "what else do they say", "what else has he said", "what else has she said",
		"did he say anything else", "did she say anything else", "did they say anything else", "did he say more", "did she say more", "anything else from him", "anything else from her",
		"was hat er noch gesagt", "was hat sie noch gesagt", "was haben sie noch gesagt", "was sagt er noch", "was sagt sie noch", "was sagte er noch", "was sagte sie noch", "hat er noch etwas gesagt", "hat sie noch etwas gesagt",
		"что еще он сказал", "что он еще сказал", "что еще она сказала", "что она еще сказала", "что еще они сказали", "что они еще сказали", "что он еще говорит", "что она еще говорит",
		"qua t il dit dautre", "qua t elle dit dautre", "quest ce quil a dit dautre", "quest ce quelle a dit dautre", "il a dit autre chose", "elle a dit autre chose",
		"que mas dijo", "que mas ha dicho", "que mas dice", "dijo algo mas", "que mas dijeron", "que otra cosa dijo",
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
	case areSure:
		note := req.Words.FollowUnsure
		if n := tenths(before.sure); n > 0 {
			note = fmt.Sprintf(req.Words.FollowSure, n)
		}
		r, err = around(ctx, req, before.shown[0], note)
		r.Private = req.Kind != say.Message && req.Privately()
	case elseSaid:
		r, err = elseSaidBy(ctx, req, before)
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
	r.Outcome, r.Sure = "answered", before.sure
	finishAnswer(req, &r, remaining(ctx, req, before))
	return r, nil
}

// elseSaidBy shows what else is quoted, in its article, of whoever speaks in the
// answer before.
func elseSaidBy(ctx context.Context, req *request, before recent) (say.Reply, error) {
	c, err := citeExcerpt(ctx, req, before.shown[0])
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	all, err := directory.Quoted(ctx, req.Scope, c.Ref.Article)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	i := slices.IndexFunc(all, func(s index.Speaker) bool { return s.Name == c.Speaker })
	if c.Kind == "" || i < 0 {
		return saidBefore(ctx, req, before) // nobody, or nobody known
	}
	quotes, _, err := quotesOf(ctx, req, all[i], c.Ref.Article)
	if err != nil {
		return say.Reply{}, err
	}
	quotes = slices.DeleteFunc(quotes, func(q cite.Citation) bool {
		return slices.ContainsFunc(before.shown, func(e say.Excerpt) bool {
			return e.Ref.Article == q.Ref.Article && e.Ref.Paragraph == q.Ref.Paragraph && e.Ref.Overlaps(q.Ref.Span)
		})
	})
	if len(quotes) == 0 {
		r, err := around(ctx, req, before.shown[0], fmt.Sprintf(req.Words.FollowSilent, say.Person(c.Speaker)))
		r.Private = req.Kind != say.Message && req.Privately()
		return r, err
	}
	return writeQuotes(req, all[i], quotes, false), nil
}

// remaining are the passages that an answer had left, as far as they are there.
func remaining(ctx context.Context, req *request, before recent) []cite.Citation {
	list, err := citeAll(ctx, req, before.rest)
	if err != nil {
		return nil
	}
	return list
}
