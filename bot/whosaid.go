package bot

import (
	"context"
	"strconv"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// whoSaid answers /who-said: where the words stand and whose they are.
func (v *view) whoSaid(ctx context.Context) (Reply, error) {
	words := strings.TrimSpace(v.ev.Options["words"])
	if fold(words) == "" {
		return Reply{}, refusal{problem: problemEmptyQuote}
	}
	if Width(words) > maxQuestion {
		return Reply{}, refusal{problemTooLong, strconv.Itoa(maxQuestion)}
	}
	only := ""
	if name := v.ev.Options["article"]; name != "" {
		found, err := v.findArticle(ctx, name)
		if err != nil {
			return Reply{}, err
		}
		if len(found) > 1 {
			return v.chooseArticle(ctx, found, func(id string) ([]index.Citation, error) {
				return v.find(ctx, words, id)
			})
		}
		only = found[0].ID
	}
	list, err := v.find(ctx, words, only)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	outcome, show := "answered", 2
	switch {
	case len(list) == 0:
		if list, err = v.nearest(ctx, words, only); err != nil {
			return Reply{}, err
		}
		outcome = "no_answer"
		s.add(v.t.NoSuchWords)
	case list[0].Kind == "":
		s.add(v.t.NotQuoted)
	default:
		s.add(v.t.FoundWords)
	}
	if outcome == "no_answer" && len(list) == 0 {
		s = sheet{}
		s.add(v.t.Absent)
	}
	shown, rest := v.passages(&s, list, show)
	r := s.reply()
	r.Outcome = outcome
	v.finish(&r, shown, rest)
	return r, nil
}

// findHits is how many passages are looked through for words.
const findHits = 50

// find gives the passages of the scope, or of one article, that hold the words
// in this order, quoted ones first. Marks, case and spacing do not count.
func (v *view) find(ctx context.Context, words, only string) ([]index.Citation, error) {
	hits, err := v.scope.Search(ctx, words, findHits)
	if err != nil {
		return nil, err
	}
	var quoted, plain []index.Citation
	for _, h := range hits {
		if only != "" && h.Article != only {
			continue
		}
		doc, err := v.scope.Document(ctx, h.Article)
		if err != nil {
			return nil, err
		}
		p, ok := doc.Article.Paragraph(h.Paragraph)
		if !ok {
			continue
		}
		at, ok := findWords(p.Text, words)
		if !ok {
			continue
		}
		c := citationAt(doc, sentencesOf(doc.Article, h.Paragraph, at), at)
		if c.Kind != "" {
			quoted = append(quoted, c)
		} else {
			plain = append(plain, c)
		}
	}
	return append(quoted, plain...), nil
}

// nearest gives the passages that come closest to words.
func (v *view) nearest(ctx context.Context, words, only string) ([]index.Citation, error) {
	a, err := v.desk.Engine.Ask(ctx, v.scope, ask.Question{Text: words, Article: only, Top: passagesPerAnswer})
	if err != nil {
		return nil, err
	}
	return append(a.Citations, a.Nearest...), nil
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

// tokens splits text into runs of letters and digits, in lower case.
func tokens(text string) []token {
	var out []token
	start := -1
	for i, r := range text + " " {
		if in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r); in && start < 0 {
			start = i
		} else if !in && start >= 0 {
			out = append(out, token{strings.ToLower(text[start:i]), corpus.Span{Start: start, End: i}})
			start = -1
		}
	}
	return out
}
