package index

import (
	"crypto/sha256"
	"encoding/json"
	"log/slog"
	"runtime/debug"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// previewsKept bounds what is remembered of articles that are to be added, in
// bytes: a thousand news articles.
const previewsKept = 32 << 20

// Preview gives an article that may be added soon with its quotes, which are
// then not looked for again. a must not be changed afterwards.
func (l *Library) Preview(a *corpus.Article) *Document {
	k := textKey(a)
	x, ok := l.previews.get(k)
	if ok {
		x = addressed(x, a.ID)
	} else {
		x = l.quotesOf(a)
		d := &Document{Article: a, Quotes: x}
		l.previews.put(k, x, cost(d)-a.Size())
	}
	return &Document{Article: a, Quotes: x}
}

// quotesOf finds an article's quotes. A fault of ours in finding them must not
// stop the process, which serves other articles and would meet this one again at
// every start: then the article has no quotes, and the log says so, without its
// words.
func (l *Library) quotesOf(a *corpus.Article) (x *quote.Extraction) {
	defer func() {
		if p := recover(); p != nil {
			l.log.Error("quotes not found, by a fault of the program; please report it",
				slog.String("article", a.ID), slog.Any("panic", p), slog.String("stack", string(debug.Stack())))
			x = &quote.Extraction{}
		}
	}()
	return l.extract(a)
}

// textKey tells apart everything of an article that its quotes depend on, but
// its id.
func textKey(a *corpus.Article) [sha256.Size]byte {
	b := *a
	b.ID, b.Revision, b.Warnings = "", 0, nil
	data, err := json.Marshal(b)
	if err != nil {
		panic("unreachable: an article is plain data: " + err.Error())
	}
	return sha256.Sum256(data)
}

// extracted gives an article with its quotes, fixed, and what of the fixes is
// lost.
func (l *Library) extracted(a *corpus.Article, fixes []store.Fix) *Document {
	x, ok := l.previews.get(textKey(a))
	if ok {
		x = addressed(x, a.ID)
	} else {
		x = l.quotesOf(a)
	}
	x, lost := fixed(a, x, fixes)
	return &Document{Article: a, Quotes: x, lost: lost}
}

// addressed gives the quotes of an article as those of an article of the same
// text with another id.
func addressed(x *quote.Extraction, id string) *quote.Extraction {
	y := *x
	y.Quotes, y.NotQuotes, y.Speakers = slices.Clone(x.Quotes), slices.Clone(x.NotQuotes), slices.Clone(x.Speakers)
	set := func(r *corpus.Ref) {
		if *r != (corpus.Ref{}) {
			r.Article = id
		}
	}
	for i := range y.Quotes {
		q := &y.Quotes[i]
		set(&q.Ref)
		set(&q.Mention)
		set(&q.Cue)
	}
	for i := range y.NotQuotes {
		set(&y.NotQuotes[i].Ref)
	}
	for i := range y.Speakers {
		s := &y.Speakers[i]
		s.Mentions = slices.Clone(s.Mentions)
		for j := range s.Mentions {
			set(&s.Mentions[j])
		}
	}
	return &y
}
