package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// quotesPerPage is how many quotes a list shows when they are short.
const quotesPerPage = 4

// said answers /said: what a speaker said, in the articles' words.
func (v *view) said(ctx context.Context) (Reply, error) {
	in := v.scope.IDs()
	if name := v.ev.Options["article"]; name != "" {
		found, err := v.findArticle(ctx, name)
		if err != nil {
			return Reply{}, err
		}
		in = nil
		for _, h := range found {
			in = append(in, h.ID)
		}
	}
	all, err := v.quoted(ctx, in)
	if err != nil {
		return Reply{}, err
	}
	found, err := findSpeaker(all, v.ev.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	if len(found) > 1 {
		return v.chooseSpeaker(ctx, found)
	}
	return v.saidBy(ctx, found[0])
}

// saidBy gives the quotes of one speaker.
func (v *view) saidBy(ctx context.Context, who speaker) (Reply, error) {
	quotes, about, err := v.quotesOf(ctx, who)
	if err != nil {
		return Reply{}, err
	}
	return v.quotes(who, quotes, about), nil
}

// quotes writes the quotes of a speaker. about reports whether they are about
// what was asked for.
func (v *view) quotes(who speaker, quotes []index.Citation, about bool) Reply {
	var s sheet
	name := clipLine(who.Name, maxSpeaker)
	topic := strings.TrimSpace(v.ev.Options["about"])
	switch {
	case topic == "":
		s.add(fmt.Sprintf(v.t.SaidHead, name, len(quotes)))
	case about:
		s.add(fmt.Sprintf(v.t.SaidAbout, name, clipLine(topic, 60), len(quotes)))
	default:
		s.add(fmt.Sprintf(v.t.SaidNotAbout, name, clipLine(topic, 60), len(quotes)))
	}
	shown, rest := v.passages(&s, quotes, quotesPerPage)
	r := s.reply()
	r.Outcome = "answered"
	if topic != "" && !about {
		r.Outcome = "no_answer"
	}
	v.finish(&r, shown, rest)
	return r
}

// quotesOf gives the utterances of a speaker, in the order asked for. about
// reports whether they are narrowed to what the member asked about; when no
// quote is about it, they are all there.
func (v *view) quotesOf(ctx context.Context, who speaker) (out []index.Citation, about bool, err error) {
	for _, id := range who.Articles {
		doc, err := v.scope.Document(ctx, id)
		if err != nil {
			return nil, false, err
		}
		out = append(out, utterances(doc, who.Name)...)
	}
	topic := strings.TrimSpace(v.ev.Options["about"])
	if topic != "" {
		near, err := v.about(ctx, out, topic)
		if err != nil {
			return nil, false, err
		}
		if len(near) > 0 {
			out, about = near, true
		}
	}
	if v.ev.Options["order"] == "newest" || topic == "" && v.ev.Options["order"] == "" {
		slices.SortStableFunc(out, func(a, b index.Citation) int {
			return strings.Compare(b.Article.Date, a.Article.Date)
		})
	}
	return out, about, nil
}

// utterances lists what a speaker says in an article, each utterance once: as
// the sentences that hold its parts in one paragraph.
func utterances(doc *index.Document, name string) []index.Citation {
	var out []index.Citation
	want := fold(name)
	before := 0 // the utterance of the last entry
	for _, q := range doc.Quotes.Quotes {
		if q.Speaker == "" || fold(q.Speaker) != want || q.Ref.Empty() {
			continue
		}
		r := sentencesOf(doc.Article, q.Ref.Paragraph, q.Ref.Span)
		if n := len(out); n > 0 && out[n-1].Ref.Paragraph == r.Paragraph && (out[n-1].Ref.Overlaps(r.Span) || before == q.Utterance) {
			last := &out[n-1].Ref
			last.Start, last.End = min(last.Start, r.Start), max(last.End, r.End)
			continue
		}
		before = q.Utterance
		out = append(out, withQuote(index.Citation{Ref: r, Article: doc.Article}, q))
	}
	return out
}

// aboutHits is how many passages are looked through for a topic.
const aboutHits = 100

// about keeps those quotes whose paragraphs a search for the topic finds and
// that share a word with it, best first.
func (v *view) about(ctx context.Context, quotes []index.Citation, topic string) ([]index.Citation, error) {
	hits, err := v.scope.Search(ctx, topic, aboutHits)
	if err != nil {
		return nil, err
	}
	score := map[string]float64{}
	for _, h := range hits {
		score[fmt.Sprintf("%s¶%d", h.Article, h.Paragraph)] = h.Score
	}
	var out []index.Citation
	for _, c := range quotes {
		if s := score[fmt.Sprintf("%s¶%d", c.Ref.Article, c.Ref.Paragraph)]; s > 0 {
			c.Score = s
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b index.Citation) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return out, nil
}
