package engine

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/verbatim-bot/verbatim/corpus"
)

// passageID names paragraph n of an article in the Bleve index.
func passageID(scope, article string, n int) string {
	return scope + "/" + article + "/" + strconv.Itoa(n)
}

// parsePassageID takes a [passageID] apart.
func parsePassageID(id string) (scope, article string, n int, err error) {
	rest, number, ok := cutLast(id)
	if ok {
		scope, article, ok = cutLast(rest)
	}
	if n, err = strconv.Atoi(number); err != nil || !ok {
		return "", "", 0, fmt.Errorf("passage id %q: not scope/article/paragraph", id)
	}
	return scope, article, n, nil
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// passages makes the Bleve documents of a for a scope, one a paragraph. The
// title is looked for as a part of the first: questions name an article by it.
//
// Measured and left out, as each costs every question more time than it is
// worth to a fetch of 50 candidates: title and speakers' names in a second
// field of every passage (+0.5 points of recall@50 on one set of six, a third
// slower), as a passage of their own, or all of it in the first (up to 2.7
// points of top-1 lost).
func passages(scope string, a *corpus.Article) []*document.Document {
	docs := make([]*document.Document, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		text := p.Text
		if i == 0 {
			text += "\n" + a.Title
		}
		docs[i] = document.NewDocument(passageID(scope, a.ID, i+1))
		docs[i].AddField(keywordField(fieldScope, scope))
		docs[i].AddField(document.NewTextFieldCustom(fieldText, nil, []byte(text), api.IndexField, analyzer(a.Language)))
	}
	return docs
}

// cardDocument makes the document of an article's card.
func cardDocument(scope, article string, card []byte) *document.Document {
	doc := document.NewDocument(passageID(scope, article, 0))
	doc.AddField(keywordField(fieldCards, scope))
	doc.AddField(document.NewTextFieldWithIndexingOptions(fieldCard, nil, card, api.StoreField))
	return doc
}

// keywordField keeps its frequency and norm although nothing weighs it: without
// them Bleve scores the term NaN, boost 0 or not.
func keywordField(name, value string) document.Field {
	return document.NewTextFieldCustom(name, nil, []byte(value), api.IndexField, entire)
}

// InOrder sorts hits by score, then by the articles' order and paragraph.
func InOrder(rank map[string]int) func(a, b Hit) int {
	return func(a, b Hit) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score),
			cmp.Compare(rank[a.Article], rank[b.Article]),
			cmp.Compare(a.Paragraph, b.Paragraph),
		)
	}
}
