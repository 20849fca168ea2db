package page

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// articlePage is what the template of an article shows.
type articlePage struct {
	*frame
	Article    *corpus.Article
	Whole      bool // every paragraph is shown
	Notice     string
	Present    string // link to the serving revision, when this is none
	Paragraphs []paragraph
	Speakers   []speaker
	Everybody  string // link to the page with all words coloured; "" when they are
	Contents   []entry
	Revisions  []entry
	Said       []saying
	Form       form
}

// entry is a line of a list of links.
type entry struct {
	Label, Text, Link string
	Here              bool
}

// saying is one of who said what, where the text itself is not shown.
type saying struct {
	N     int
	Words template.HTML
	Class string
	Notes []note
}

// article shows an article.
func (v *visit) article(ctx context.Context) (*sheet, error) {
	doc, serving, err := v.document(ctx)
	if err != nil {
		return nil, err
	}
	only := v.chosen(doc.Quotes)
	return v.pages.kept.page(v.here(fmt.Sprint(only)), v.words, doc, serving, func() (*sheet, error) {
		p, err := v.showArticle(doc, serving, only)
		if err != nil {
			return nil, err
		}
		return v.sheet("article", p, fmt.Sprintf("r%d-", doc.Article.Revision))
	})
}

// document is the article at the revision that the address names, with the
// number of the serving one.
func (v *visit) document(ctx context.Context) (doc *index.Document, serving int, err error) {
	a := v.address
	want := a.Revision
	if len(a.Shown) > 0 {
		want = a.Shown[0].Revision
	}
	now, err := v.scope.Article(ctx, a.Article)
	if err != nil {
		return nil, 0, err
	}
	if want == 0 || want == now.Revision {
		doc, err = v.scope.Document(ctx, a.Article)
	} else {
		doc, err = v.scope.Revision(ctx, a.Article, want)
	}
	return doc, now.Revision, err
}

// shownOf are the passages of the address that may be shown. One that is not
// in the article is a fault of whoever made the link: nothing is shown then.
func (v *visit) shownOf(doc *index.Document) ([]say.Excerpt, error) {
	for _, e := range v.address.Shown {
		if err := inside(doc.Article, e); err != nil {
			return nil, err
		}
	}
	return v.address.Shown, nil
}

// inside refuses an excerpt that is no words of the article.
func inside(a *corpus.Article, e say.Excerpt) error {
	if _, err := a.Cut(e.Ref); err != nil || e.Ref.Empty() {
		return errNothing
	}
	mark := e.Ref
	mark.Span = e.Mark
	if !e.Mark.Empty() {
		if _, err := a.Cut(mark); err != nil || !e.Ref.Contains(e.Mark) {
			return errNothing
		}
	}
	return nil
}

// whole tells whether all of an article may be read here.
func (v *visit) whole() bool { return v.pages.Access == Alone || v.pages.Full }

// showArticle makes the page of an article, with the words of one speaker or of
// [everybody] coloured.
func (v *visit) showArticle(doc *index.Document, serving, only int) (*articlePage, error) {
	a, x := doc.Article, doc.Quotes
	shown, err := v.shownOf(doc)
	if err != nil {
		return nil, err
	}
	who := newVoices(v.words, a, x, only)
	p := &articlePage{frame: v.frame(titled(v.words, a.Title)), Article: a, Whole: v.whole()}
	p.Language, p.Direction = a.Language, direction(a)
	p.Speakers = who.panel(x, v.here)
	if who.only != everybody {
		p.Everybody = v.here("")
	}
	p.Form = v.form(a.ID)
	if a.Revision != serving {
		p.Notice = fmt.Sprintf(v.words.OldRevision, a.Revision)
		p.Present = v.link(Address{Article: a.ID})
	}
	quotes := byParagraph(a, x)
	numbers := window(len(a.Paragraphs), shown)
	if p.Whole {
		numbers = numbers[:0]
		for n := range a.Paragraphs {
			numbers = append(numbers, n+1)
		}
	}
	for i, n := range numbers {
		part := paragraph{N: n, Notes: who.notes(n, quotes[n]), Gap: i == 0 && n > 1 || i > 0 && numbers[i-1] != n-1}
		if part.Runs, err = cut(a, n, quotes[n], citedIn(shown, n), who.class); err != nil {
			return nil, err
		}
		p.Paragraphs = append(p.Paragraphs, part)
	}
	if p.Whole {
		p.Contents = contents(a)
		p.Revisions = v.revisions(a, serving)
		return p, nil
	}
	p.Said, err = sayings(a, x, who)
	return p, err
}

// chosen is the speaker whom the reader chose, or [everybody].
func (v *visit) chosen(x *quote.Extraction) int {
	n, err := strconv.Atoi(v.r.URL.Query().Get("who"))
	if err != nil || n < unclear || n >= len(x.Speakers) {
		return everybody
	}
	return n
}

// byParagraph sorts an article's quotes by the paragraph that they stand in, 0
// is the title.
func byParagraph(a *corpus.Article, x *quote.Extraction) [][]numbered {
	out := make([][]numbered, len(a.Paragraphs)+1)
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if q.Ref.Paragraph < len(out) {
			here := &out[q.Ref.Paragraph]
			n := numbered{q, i + 1, i + 1}
			if k := len(*here) - 1; k >= 0 && (*here)[k].Ref.Start == q.Ref.Start {
				n.anchor = (*here)[k].anchor
			}
			*here = append(*here, n)
		}
	}
	return out
}

// sayings lists who said what.
func sayings(a *corpus.Article, x *quote.Extraction, who *voices) ([]saying, error) {
	var out []saying
	for i := range x.Quotes {
		q := numbered{&x.Quotes[i], i + 1, i + 1}
		if !who.shown(q.Quote) {
			continue
		}
		words, err := a.Cut(q.Ref)
		if err != nil {
			return nil, errors.Join(errNothing, err)
		}
		s := saying{N: q.Ref.Paragraph, Words: inert(words), Class: who.class(q), Notes: who.notes(q.Ref.Paragraph, []numbered{q})}
		s.Notes[0].ID = fmt.Sprintf("s%d", q.n)
		out = append(out, s)
	}
	return out, nil
}

// contentsWidth is how much of a paragraph its entry in the contents has.
const contentsWidth = 40

func contents(a *corpus.Article) []entry {
	if len(a.Paragraphs) > maxContents {
		return nil
	}
	var out []entry
	for i, p := range a.Paragraphs {
		out = append(out, entry{Label: fmt.Sprintf("¶ %d", i+1), Text: say.Plain(firstWords(p.Text), contentsWidth), Link: fmt.Sprintf("#p%d", i+1)})
	}
	return out
}

// maxContents is how many entries help to find a paragraph.
const maxContents = 300

// firstWords is enough of the beginning of a long text for an entry.
func firstWords(text string) string {
	return strings.ToValidUTF8(text[:min(len(text), 8*contentsWidth)], "")
}

// revisions links the revisions of an article, newest first, and what each
// changed.
func (v *visit) revisions(a *corpus.Article, serving int) []entry {
	var out []entry
	for r := serving; r >= 1 && serving > 1 && serving-r < maxRevisions; r-- {
		out = append(out, entry{
			Label: fmt.Sprintf(v.words.Revision, r), Link: v.link(Address{Article: a.ID, Revision: r}), Here: r == a.Revision,
		})
		if r > 1 {
			out = append(out, entry{
				Label: fmt.Sprintf(v.words.ChangedSince, r-1),
				Link:  v.link(Address{Article: a.ID, Changes: true, From: r - 1, Revision: r}),
			})
		}
	}
	return out
}

// maxRevisions is how many revisions are listed.
const maxRevisions = 20

// titled is an article's title as a page's, "untitled" when it has none.
func titled(w *catalogue, title string) string {
	if strings.TrimSpace(say.Visible(title)) == "" {
		return w.Untitled
	}
	return say.Plain(title, 200)
}

// rightToLeft are the languages that are written so.
var rightToLeft = map[string]bool{"ar": true, "arc": true, "ckb": true, "dv": true, "fa": true, "he": true, "iw": true, "ku": true, "ps": true, "sd": true, "ug": true, "ur": true, "yi": true}

// direction is where an article's lines begin; its paragraphs may differ.
func direction(a *corpus.Article) string {
	if rightToLeft[a.Language] {
		return "rtl"
	}
	return "ltr"
}
