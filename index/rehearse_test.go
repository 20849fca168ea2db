package index

import (
	"context"
	"errors"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

func TestRehearse(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	before := d.count(t)
	var steps int
	r, err := d.library.Rehearse(t.Context(), "1001", "", func(Progress) { steps++ })
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 2 || r.Passages != 5 || len(r.Changes) != 0 || steps != 2 {
		t.Errorf("%+v after %d steps", r, steps)
	}
	if g := d.generation(t); g.Serving > 1 || d.count(t) != before {
		t.Errorf("a rehearsal wrote: %+v", g)
	}
	if r, err = d.library.Rehearse(t.Context(), "1001", "a2", quiet); err != nil || r.Articles != 1 {
		t.Errorf("one article: %+v %v", r, err)
	}
	if _, err := d.library.Rehearse(t.Context(), "1001", "a9", quiet); !errors.Is(err, ErrNoArticle) {
		t.Errorf("no such article: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := d.library.Rehearse(ctx, "1001", "", quiet); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestReindexArticle(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	before := d.count(t)
	r, err := d.library.ReindexArticle(t.Context(), "1001", "a2", quiet)
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 1 || len(r.Changes) != 0 || d.count(t) != before {
		t.Errorf("%+v", r)
	}
	d.wantFound(t, "1001", "cable", "a2¶2")
	if _, err := d.library.ReindexArticle(t.Context(), "1002", "a2", quiet); !errors.Is(err, ErrNoArticle) {
		t.Errorf("another server's: %v", err)
	}
}

func TestLostFixes(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Nets", "“We mend what we can,” said Ada Quill.", "Nothing but nets."))
	a, err := d.records.Article("1001", "a1")
	if err != nil {
		t.Fatal(err)
	}
	scope, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := scope.Document(t.Context(), "a1")
	if err != nil || len(doc.Quotes.Quotes) == 0 {
		t.Fatal(doc, err)
	}
	q := doc.Quotes.Quotes[0]
	p, _ := a.Paragraph(q.Ref.Paragraph)
	if _, err := d.records.AddFix("1001", "m", store.Fix{Article: "a1", Paragraph: p.ID(), Span: q.Ref.Span, Was: q.Speaker, Speaker: "Bo Reed"}); err != nil {
		t.Fatal(err)
	}
	if lost, err := d.library.LostFixes(t.Context(), "1001"); err != nil || len(lost) != 0 {
		t.Errorf("%v %v", lost, err)
	}
	if _, err := d.records.Replace("1001", "m", "a1", store.Draft{Article: article("Nets", "Nothing but nets.")}); err != nil {
		t.Fatal(err)
	}
	if lost, err := d.library.LostFixes(t.Context(), "1001"); err != nil || len(lost) != 1 || lost[0].Speaker != "Bo Reed" {
		t.Errorf("%v %v", lost, err)
	}
	if scope, err = d.library.Scope("1001"); err != nil {
		t.Fatal(err)
	}
	// A question finds the quotes that were found to count the fixes.
	known := len(d.library.documents.lru.Keys())
	if now, err := scope.Document(t.Context(), "a1"); err != nil || len(now.lost) != 1 || len(d.library.documents.lru.Keys()) != known {
		t.Errorf("%+v %v, %d documents, were %d", now, err, len(d.library.documents.lru.Keys()), known)
	}
	// The old revision is still there, with the fix that was made of it.
	old, err := scope.Revision(t.Context(), "a1", 1)
	if err != nil || len(old.Article.Paragraphs) != 2 || old.Quotes.Quotes[0].Speaker != "Bo Reed" {
		t.Errorf("%+v %v", old, err)
	}
	if _, err := scope.Revision(t.Context(), "a1", 7); !errors.Is(err, ErrNoArticle) {
		t.Errorf("no such revision: %v", err)
	}
}
