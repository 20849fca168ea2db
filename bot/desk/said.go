package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

const (
	// passagesPerPage is how many passages a list shows when they are short.
	passagesPerPage = 4
	// quotesRead is how many quotes are read for a list: what More can name.
	quotesRead = 60
)

// answerSaid answers /said: what a speaker said, in the articles' words;
// without one, who speaks.
func answerSaid(ctx context.Context, req *request) (say.Reply, error) {
	anybody := strings.TrimSpace(req.Options["speaker"]) == ""
	if anybody && strings.TrimSpace(req.Options["about"]) != "" {
		return say.Reply{}, say.Refusal(req.Words.Errors.WhoAbout)
	}
	in := ""
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return say.Reply{}, err
		}
		if len(found) > 1 && anybody {
			return chooseHeading(req, found, opOpen, "-1"), nil
		}
		if len(found) > 1 {
			return chooseArticle(ctx, req, found, func(id string) ([]cite.Citation, error) { return saidIn(ctx, req, id) })
		}
		in = found[0].ID
	}
	if anybody {
		return listNames(ctx, req, quoted, in, 0)
	}
	all, err := directory.Quoted(ctx, req.Scope, in)
	if err != nil {
		return say.Reply{}, err
	}
	found := directory.FindSpeaker(all, req.Options["speaker"])
	if len(found) == 0 {
		return say.Reply{}, say.Refusal(req.Words.Errors.NoSpeaker)
	}
	if len(found) > 1 {
		return chooseSpeaker(ctx, req, found, in)
	}
	quotes, about, err := quotesOf(ctx, req, found[0], in)
	if err != nil {
		return say.Reply{}, err
	}
	return writeQuotes(req, found[0], quotes, about), nil
}

// saidIn gives the quotes of the likeliest speaker of one article, none when
// nobody of that name is quoted there.
func saidIn(ctx context.Context, req *request, id string) ([]cite.Citation, error) {
	all, err := directory.Quoted(ctx, req.Scope, id)
	if err != nil {
		return nil, err
	}
	found := directory.FindSpeaker(all, req.Options["speaker"])
	if len(found) == 0 {
		return nil, nil
	}
	list, _, err := quotesOf(ctx, req, found[0], id)
	return list, err
}

// writeQuotes writes the quotes of a speaker. about reports whether they are about
// what was asked for.
func writeQuotes(req *request, who index.Speaker, quotes []cite.Citation, about bool) say.Reply {
	var s say.Sheet
	name := say.Person(who.Name)
	topic := strings.TrimSpace(req.Options["about"])
	switch {
	case topic == "":
		s.Add(fmt.Sprintf(req.Words.SaidHead, name, who.Quotes))
	case about:
		s.Add(fmt.Sprintf(req.Words.SaidAbout, name, say.ClipLine(topic, 60), len(quotes)))
	default:
		s.Add(fmt.Sprintf(req.Words.SaidNotAbout, name, say.ClipLine(topic, 60), who.Quotes))
	}
	rest := addPassages(req, &s, quotes, passagesPerPage)
	r := s.Reply()
	r.Outcome = "answered"
	if topic != "" && !about {
		r.Outcome = "no_answer"
	}
	finishAnswer(req, &r, rest)
	return r
}

// quotesOf gives the utterances of a speaker, in the order asked for. about
// reports whether they are narrowed to what the member asked about; when no
// quote is about it, the newest are given.
func quotesOf(ctx context.Context, req *request, who index.Speaker, in string) (out []cite.Citation, about bool, err error) {
	topic, order := strings.TrimSpace(req.Options["about"]), req.Options["order"]
	if topic != "" {
		w := index.Wanted{About: topic, Article: in, Relevant: order != "newest"}
		found, err := req.Scope.Said(ctx, who.Name, w, quotesRead)
		if err != nil || len(found) > 0 {
			return utterances(found), true, err
		}
	}
	found, err := req.Scope.Said(ctx, who.Name, index.Wanted{Article: in}, quotesRead)
	return utterances(found), false, err
}

// utterances makes citations of quotes: the sentences that hold them, those
// that follow one another in a paragraph as one. Where the sentences are not
// clearly the speaker's, it is the quote alone.
func utterances(list []index.Said) []cite.Citation {
	var out []cite.Citation
	for _, s := range list {
		if s.Quote.Ref.Empty() {
			continue
		}
		r := cite.Sentences(s.Article, s.Quote.Ref)
		if n := len(out); n > 0 && follows(s.Article, out[n-1].Ref, r) {
			both := out[n-1].Ref
			both.Start, both.End = min(both.Start, r.Start), max(both.End, r.End)
			if c := cite.At(s.Document, both, corpus.Span{}); c.Speaker == s.Quote.Speaker {
				out[n-1] = c
				continue
			}
		}
		c := cite.At(s.Document, r, corpus.Span{})
		if c.Speaker != s.Quote.Speaker {
			c = cite.At(s.Document, s.Quote.Ref, corpus.Span{})
		}
		out = append(out, c)
	}
	return out
}

// follows reports whether b touches a or stands next to it, with nothing but
// white space between.
func follows(article *corpus.Article, a, b corpus.Ref) bool {
	if a.Article != b.Article || a.Paragraph != b.Paragraph {
		return false
	}
	if a.Overlaps(b.Span) {
		return true
	}
	if a.Start > b.Start {
		a, b = b, a
	}
	between := corpus.Ref{Article: a.Article, Paragraph: a.Paragraph, Span: corpus.Span{Start: a.End, End: b.Start}}
	words, err := article.Cut(between)
	return err == nil && strings.TrimSpace(words) == ""
}
