package index

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"
)

// passageID names paragraph n of an article in the Bleve index.
func passageID(scope, article string, n int) string {
	return scope + "/" + article + "/" + strconv.Itoa(n)
}

// parsePassageID takes the article and the paragraph from a [passageID].
func parsePassageID(id string) (article string, n int, err error) {
	rest, number, ok := cutLast(id)
	if ok {
		_, article, ok = cutLast(rest)
	}
	if n, err = strconv.Atoi(number); err != nil || !ok {
		return "", 0, fmt.Errorf("passage id %q: not scope/article/paragraph", id)
	}
	return article, n, nil
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// passages makes the Bleve documents of d, one a paragraph, for a scope.
func passages(scope string, d *Document) []*document.Document {
	a := d.Article
	analyzer := analyzerNamed(analyzerName(a.Language))
	who := speakersOf(d)
	docs := make([]*document.Document, 0, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		doc := document.NewDocument(passageID(scope, a.ID, i+1))
		doc.AddField(keywordField(fieldScope, scope))
		doc.AddField(textField(fieldText, p.Text, analyzer))
		if context := strings.TrimSpace(a.Title + "\n" + who[i+1]); context != "" {
			doc.AddField(textField(fieldContext, context, analyzer))
		}
		docs = append(docs, doc)
	}
	return docs
}

// speakersOf lists for each paragraph the names of those who speak in it.
func speakersOf(d *Document) map[int]string {
	who := map[int]string{}
	for _, q := range d.Quotes.Quotes {
		if n := q.Ref.Paragraph; q.Speaker != "" && !strings.Contains(who[n], q.Speaker) {
			who[n] += q.Speaker + "\n"
		}
	}
	return who
}

// keywordField keeps its frequency and norm although nothing weighs it: without
// them Bleve scores the term NaN, boost 0 or not.
func keywordField(name, value string) document.Field {
	return document.NewTextFieldCustom(name, nil, []byte(value), api.IndexField, analyzerNamed(keyword.Name))
}

func textField(name, text string, analyzer analysis.Analyzer) document.Field {
	return document.NewTextFieldCustom(name, nil, []byte(text), api.IndexField, analyzer)
}

// inOrder sorts hits by score, then by the articles' order and paragraph.
func inOrder(rank map[string]int) func(a, b Hit) int {
	return func(a, b Hit) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score),
			cmp.Compare(rank[a.Article], rank[b.Article]),
			cmp.Compare(a.Paragraph, b.Paragraph),
		)
	}
}
