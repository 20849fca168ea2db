package moderate

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// maxNamesOffered leaves room for nobody among the completions that Discord
// takes.
const maxNamesOffered = 24

// nobody is the value of the name that takes a speaker away.
const nobody = "-"

// fixSpeaker answers /corpus speaker: whose words a quote really is, or, with
// "all", whose words all that is given to its speaker in the article are.
func fixSpeaker(ctx context.Context, req *request) (say.Reply, error) {
	doc, q, err := quoteToFix(ctx, req)
	if err != nil {
		return say.Reply{}, err
	}
	called := strings.Join(strings.Fields(say.Visible(req.Options["name"])), " ")
	switch called {
	case nobody:
		called = ""
	default:
		called = known(doc, called)
	}
	p, _ := doc.Article.Paragraph(q.Ref.Paragraph)
	f := store.Fix{Article: doc.Article.ID, Paragraph: p.ID(), Span: q.Ref.Span, Was: q.Speaker, Speaker: say.Fit(called, say.MaxOption)}
	if req.Flag("all", false) {
		if q.Speaker == "" {
			return say.Reply{}, say.Refusal(req.Words.Errors.NobodyToMerge)
		}
		f.Paragraph, f.Span = "", corpus.Span{}
	}
	number, err := req.stock.records.AddFix(req.Server, req.Member, f)
	if err != nil {
		return say.Reply{}, absent(req, err)
	}
	syncIndex(ctx, req, f.Article)
	c := &req.Words.Corpus
	was, is := speakerName(req, f.Was), speakerName(req, f.Speaker)
	place := say.OneLine(doc.Article.ID)
	if f.Paragraph != "" {
		place = say.ParagraphID(q.Ref)
	}
	return reportAct(req, "fixed", number, fmt.Sprintf(c.Fixed, place, was, is), fmt.Sprintf(c.DidFix, place, was, is)), nil
}

// known gives the name under which the article has the person whom a moderator
// names in another spelling or in part, and else the name as it is: a second
// speaker would come of it. A longer name than the article's stays: it may tell
// two people apart.
func known(doc *index.Document, typed string) string {
	people := make([]name.Person, len(doc.Quotes.Speakers))
	for i, s := range doc.Quotes.Speakers {
		people[i] = name.Person{Name: s.Name, Aliases: s.Aliases}
	}
	found := name.Find(typed, people)
	if len(found) != 1 {
		return typed
	}
	is := people[found[0]]
	if len(strings.Fields(typed)) > len(strings.Fields(is.Name)) || name.Compare(typed, is, people) != name.Same {
		return typed
	}
	return is.Name
}

// quoteToFix finds the quote that the options name: by its place, as the
// completion gives it, or by words that only one quote has.
func quoteToFix(ctx context.Context, req *request) (*index.Document, quote.Quote, error) {
	doc, err := articleToFix(ctx, req)
	if err != nil {
		return nil, quote.Quote{}, err
	}
	typed := req.Options["quote"]
	var found []quote.Quote
	for _, q := range doc.Quotes.Quotes {
		if quotePlace(q) == typed {
			return doc, q, nil
		}
		words, err := doc.Article.Cut(q.Ref)
		if err == nil && directory.Fold(typed) != "" && strings.Contains(directory.Fold(words), directory.Fold(typed)) {
			found = append(found, q)
		}
	}
	if len(found) == 0 {
		return nil, quote.Quote{}, say.Refusal(req.Words.Errors.WhichQuote)
	}
	for _, q := range found[1:] {
		if q.Utterance == 0 || q.Utterance != found[0].Utterance {
			return nil, quote.Quote{}, say.Refusal(req.Words.Errors.WhichQuote)
		}
	}
	return doc, found[0], nil
}

func articleToFix(ctx context.Context, req *request) (*index.Document, error) {
	r, err := ownArticle(req, req.Options["article"], req.stock.records.Articles)
	if err != nil {
		return nil, err
	}
	return req.Scope.Document(ctx, r.ID)
}

// quotePlace names a quote of an article in a completion's value.
func quotePlace(q quote.Quote) string {
	return "¶" + strconv.Itoa(q.Ref.Paragraph) + "." + say.Base36(q.Ref.Start) + "." + say.Base36(q.Ref.Len())
}

// offerQuotes completes a quote of the chosen article by its words or speaker.
func offerQuotes(ctx context.Context, req *request, typed string) ([]say.Choice, error) {
	doc, err := articleToFix(ctx, req)
	if err != nil {
		return nil, nil //nolint:nilerr // nothing to offer until an article is chosen
	}
	var all []say.Choice
	for _, q := range doc.Quotes.Quotes {
		words, err := doc.Article.Cut(q.Ref)
		if err != nil {
			continue
		}
		who := req.Words.Unclear
		if q.Speaker != "" {
			who = q.Speaker
		}
		head := fmt.Sprintf("¶ %d · %s · ", q.Ref.Paragraph, say.Plain(who, 30))
		all = append(all, say.Choice{Name: head + say.Plain(words, say.MaxOption-say.Width(head)), Value: quotePlace(q)})
	}
	return say.First(directory.Ranked(all, typed, func(c say.Choice) []string { return []string{c.Name} })), nil
}

// offerNames completes the right speaker: those of the article first.
func offerNames(ctx context.Context, req *request, typed string) ([]say.Choice, error) {
	var names []string
	if doc, err := articleToFix(ctx, req); err == nil {
		for _, s := range doc.Quotes.Speakers {
			names = append(names, s.Name)
		}
	}
	all, err := directory.Quoted(ctx, req.Scope, "")
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		names = append(names, s.Name)
	}
	out := []say.Choice{}
	seen := map[string]bool{}
	for _, n := range directory.Ranked(names, typed, func(s string) []string { return []string{s} }) {
		if !seen[n] && len(out) < maxNamesOffered {
			seen[n] = true
			out = append(out, say.Choice{Name: say.Plain(n, say.MaxOption), Value: say.Plain(n, say.MaxOption)})
		}
	}
	return append(out, say.Choice{Name: say.Plain(req.Words.Unclear, say.MaxOption), Value: nobody}), nil
}
