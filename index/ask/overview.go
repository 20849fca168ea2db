package ask

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// overview is a question about an article as a whole.
type overview int

const (
	none     overview = iota
	summary           // what is this about
	speakers          // who is quoted, who is mentioned
)

// aboutArticle are the words of questions about an article as a whole. A
// question with another content word is about something in it.
var aboutArticle = classesOf(`article articles story text piece news report page about main point points topic topics subject gist idea
summary summarise summarize summarised summarized sum overview tl dr tldr key brief briefly short happened happen happening
read quoted quote quotes quoted mention mentioned mentions named speak speaks spoke speakers people person persons voices appear appears contents say says tell covered cover deal deals discuss discussed`)

// overview tells whether q asks for the whole of an article.
func (q *query) overview() overview {
	asks, who := false, false
	for _, w := range q.words {
		if w.term >= 0 && !aboutArticle[w.form] {
			return none
		}
		switch w.form {
		case "about", "summary", "summarise", "summarize", "gist", "tldr", "tl", "happened", "happening", "overview", "topic", "sum", "main", "points":
			asks = true
		case "quoted", "mentioned", "mentions", "quotes", "speaks", "speakers", "named", "appears", "speak":
			who = true
		}
	}
	switch {
	case who && len(q.terms) <= 4:
		return speakers
	case asks && len(q.terms) <= 5:
		return summary
	}
	return none
}

// sureOverview is the confidence of an answer about an article as a whole: it
// shows what stands there, and only the choice can be poor.
const sureOverview = .9

// tell answers a question about the first article as a whole, verbatim: its
// first paragraphs, or the first words of or about those who speak in it.
func (v *survey) tell(o overview, top int) *Answer {
	a := v.rankings[0].m.a
	out := &Answer{Answered: true, Confidence: sureOverview, ReadAs: v.readAs}
	if o == speakers {
		out.Citations = introduce(a, top)
	}
	for i := 0; i < len(a.passages) && len(out.Citations) == 0; i++ {
		p := a.passages[i]
		if p.words < 8 && i+1 < len(a.passages) {
			continue // a dateline or a byline
		}
		for j := i; j < min(i+top, len(a.passages)); j++ {
			out.Citations = append(out.Citations, a.opening(j, float64(-j)))
		}
	}
	return out
}

// opening cites the first two sentences of passage i.
func (a *analysis) opening(i int, score float64) index.Citation {
	p := a.passages[i]
	c := index.Citation{Article: a.doc.Article, Ref: a.doc.Article.Whole(i + 1), Score: score}
	if n := p.sentences[1] - p.sentences[0]; n > 2 {
		c.Ref.End = a.sentences[p.sentences[0]+1].span.End
	}
	return c
}

// introduce cites the sentence of each speaker's first mention by name.
func introduce(a *analysis, top int) []index.Citation {
	var out []index.Citation
	if a.doc.Quotes == nil {
		return nil
	}
	for _, s := range a.doc.Quotes.Speakers {
		for _, r := range s.Mentions {
			si := a.sentenceAt(r)
			if si < 0 || !strings.Contains(cut(a.doc.Article, r), lastWord(s.Name)) {
				continue
			}
			ref := corpus.Ref{Article: a.doc.Article.ID, Paragraph: r.Paragraph, Span: a.sentences[si].span}
			if !slices.ContainsFunc(out, func(c index.Citation) bool { return c.Ref == ref }) {
				out = append(out, index.Citation{Article: a.doc.Article, Ref: ref, Mark: r.Span, Score: float64(-len(out))})
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
func (a *analysis) sentenceAt(r corpus.Ref) int {
	if r.Paragraph < 1 || r.Paragraph > len(a.passages) {
		return -1
	}
	p := a.passages[r.Paragraph-1]
	for i := p.sentences[0]; i < p.sentences[1]; i++ {
		if s := a.sentences[i].span; s.Start <= r.Start && r.Start < s.End {
			return int(i)
		}
	}
	return -1
}
