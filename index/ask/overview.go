package ask

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// sureOverview is the confidence of an answer about an article as a whole: it
// shows what stands there, and only the choice can be poor.
const sureOverview = .9

// tell answers a question about the first article as a whole, verbatim: its
// first paragraphs, or the first words of or about those who speak in it. Without
// an article it is no.
func (v *survey) tell(o question.Overview, top int) *Answer {
	if len(v.rankings) == 0 {
		return &Answer{ReadAs: v.readAs, Whole: o}
	}
	a := v.rankings[0].Article
	out := &Answer{Answered: true, Confidence: sureOverview, ReadAs: v.readAs, Whole: o}
	if o.People() {
		out.Citations, out.Names = introduce(a, top), namesIn(a.Doc.Quotes)
	}
	for i := 0; i < len(a.Passages) && len(out.Citations) == 0; i++ {
		p := a.Passages[i]
		if p.Words < 8 && i+1 < len(a.Passages) {
			continue // a dateline or a byline
		}
		for j := i; j < min(i+top, len(a.Passages)); j++ {
			out.Citations = append(out.Citations, opening(a, j, float64(-j)))
		}
	}
	return out
}

// namesIn lists who is quoted, those with most quotes first, and then who is
// named: by a full name, with a role, or more than once.
func namesIn(x *quote.Extraction) []string {
	if x == nil {
		return nil
	}
	var quoted, named []string
	for _, s := range x.Speakers {
		switch {
		case s.Quotes > 0:
			quoted = append(quoted, s.Name)
		case s.Role != "" || len(s.Mentions) > 1 || strings.Contains(s.Name, " "):
			named = append(named, s.Name)
		}
	}
	return append(quoted, named...)
}

// opening cites the first two sentences of passage i.
func opening(a *article.Analysis, i int, score float64) cite.Citation {
	p := a.Passages[i]
	c := cite.Citation{Article: a.Doc.Article, Ref: a.Doc.Article.Whole(i + 1), Score: score}
	if n := p.Sentences[1] - p.Sentences[0]; n > 2 {
		c.Ref.End = a.Sentences[p.Sentences[0]+1].Span.End
	}
	return c
}

// introduce cites the sentence of each speaker's first mention by name.
func introduce(a *article.Analysis, top int) []cite.Citation {
	var out []cite.Citation
	if a.Doc.Quotes == nil {
		return nil
	}
	for _, s := range a.Doc.Quotes.Speakers {
		for _, r := range s.Mentions {
			si := sentenceAt(a, r)
			if si < 0 || !strings.Contains(cut(a.Doc.Article, r), lastWord(s.Name)) {
				continue
			}
			ref := corpus.Ref{Article: a.Doc.Article.ID, Paragraph: r.Paragraph, Span: a.Sentences[si].Span}
			if !slices.ContainsFunc(out, func(c cite.Citation) bool { return c.Ref == ref }) {
				out = append(out, cite.Citation{Article: a.Doc.Article, Ref: ref, Mark: r.Span, Score: float64(-len(out))})
			}
			break
		}
		if len(out) == top {
			break
		}
	}
	return out
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return s
	}
	return f[len(f)-1]
}

// sentenceAt is the sentence in which r begins, -1 for none.
func sentenceAt(a *article.Analysis, r corpus.Ref) int {
	if r.Paragraph < 1 || r.Paragraph > len(a.Passages) {
		return -1
	}
	p := a.Passages[r.Paragraph-1]
	for i := p.Sentences[0]; i < p.Sentences[1]; i++ {
		if s := a.Sentences[i].Span; s.Start <= r.Start && r.Start < s.End {
			return int(i)
		}
	}
	return -1
}
