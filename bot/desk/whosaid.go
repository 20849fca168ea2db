package desk

import (
	"context"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// answerWhoSaid answers /who-said: where the words stand and whose they are.
func answerWhoSaid(ctx context.Context, req *request) (say.Reply, error) {
	words := strings.TrimSpace(req.Options["words"])
	if directory.Fold(words) == "" {
		return say.Reply{}, say.Refusal(req.Words.Errors.EmptyQuote)
	}
	if err := tooLong(req, words); err != nil {
		return say.Reply{}, err
	}
	only := ""
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return say.Reply{}, err
		}
		if len(found) > 1 {
			return chooseArticle(ctx, req, found, func(id string) ([]cite.Citation, error) {
				return findWordsIn(ctx, req, words, id)
			})
		}
		only = found[0].ID
	}
	list, err := findWordsIn(ctx, req, words, only)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	outcome, show := "answered", 2
	switch {
	case len(list) == 0:
		if list, err = nearestTo(ctx, req, words, only); err != nil {
			return say.Reply{}, err
		}
		outcome = "no_answer"
		s.Add(req.Words.NoSuchWords)
	case list[0].Kind == "":
		s.Add(req.Words.NotQuoted)
	default:
		s.Add(req.Words.FoundWords)
	}
	if outcome == "no_answer" && len(list) == 0 {
		s = say.Sheet{}
		s.Add(req.Words.Absent)
	}
	rest := addPassages(req, &s, list, show)
	r := s.Reply()
	r.Outcome = outcome
	finishAnswer(req, &r, rest)
	return r, nil
}

const (
	// findHits is how many passages are looked through for words.
	findHits = 50
	// findArticles is how many articles are read for words of which the index
	// finds nothing, such as "it is what it is": as many as take some
	// milliseconds.
	findArticles = 24
)

// findWordsIn gives the passages of the scope, or of one article, that hold the words
// in this order, quoted ones first. Marks, case and spacing do not count.
func findWordsIn(ctx context.Context, req *request, words, only string) ([]cite.Citation, error) {
	hits, err := req.Scope.Search(ctx, words, findHits)
	if err != nil {
		return nil, err
	}
	var f finder
	for _, h := range hits {
		if only != "" && h.Article != only {
			continue
		}
		doc, err := req.Scope.Document(ctx, h.Article)
		if err != nil {
			return nil, err
		}
		f.look(doc, h.Paragraph, words)
	}
	if f.found() {
		return f.citations(), nil
	}
	list, err := req.Scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	read := 0
	for _, h := range list {
		if only != "" && h.ID != only || read == findArticles {
			continue
		}
		read++
		doc, err := req.Scope.Document(ctx, h.ID)
		if err != nil {
			return nil, err
		}
		for n := range doc.Article.Paragraphs {
			f.look(doc, n+1, words)
		}
	}
	return f.citations(), nil
}

// finder collects the passages that hold words.
type finder struct{ quoted, plain []cite.Citation }

func (f *finder) found() bool { return len(f.quoted)+len(f.plain) > 0 }

func (f *finder) citations() []cite.Citation { return append(f.quoted, f.plain...) }

// look adds paragraph n of doc when it holds the words.
func (f *finder) look(doc *index.Document, n int, words string) {
	p, ok := doc.Article.Paragraph(n)
	if !ok {
		return
	}
	span, ok := findWords(p.Text, words)
	if !ok {
		return
	}
	at := corpus.Ref{Article: doc.Article.ID, Paragraph: n, Span: span}
	c := cite.At(doc, cite.Sentences(doc.Article, at), at.Span)
	if c.Kind != "" {
		f.quoted = append(f.quoted, c)
	} else {
		f.plain = append(f.plain, c)
	}
}

// nearestTo gives the passages that come closest to words.
func nearestTo(ctx context.Context, req *request, words, only string) ([]cite.Citation, error) {
	list, _, err := req.desk.Engine.Nearest(ctx, req.Scope, words, only, passagesPerAnswer)
	return list, err
}

// findWords gives the span of text that holds the words in their order with
// nothing but marks and spaces between, case aside.
func findWords(text, words string) (corpus.Span, bool) {
	have, want := tokens(text), tokens(words)
	if len(want) == 0 {
		return corpus.Span{}, false
	}
	for i := 0; i+len(want) <= len(have); i++ {
		j := 0
		for j < len(want) && have[i+j].word == want[j].word {
			j++
		}
		if j == len(want) {
			return corpus.Span{Start: have[i].at.Start, End: have[i+j-1].at.End}, true
		}
	}
	return corpus.Span{}, false
}

type token struct {
	word string
	at   corpus.Span
}

// tokens gives the words of text as they are compared.
func tokens(text string) []token {
	var out []token
	for start, end := range words.In(text) {
		out = append(out, token{words.Fold(text[start:end]), corpus.Span{Start: start, End: end}})
	}
	return out
}
