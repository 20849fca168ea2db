package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// look is all that a scope shows, in words.
func look(tb testing.TB, s *Scope) string {
	tb.Helper()
	var b strings.Builder
	list, err := s.Headings(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for _, h := range list {
		d, err := s.Document(tb.Context(), h.ID)
		if err != nil {
			tb.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s: %s\n", h.ID, h.Title, d.Article.Paragraphs[0].Text)
	}
	for _, text := range []string{"nets", "cable", "lanterns", "windmills"} {
		hits, err := s.Search(tb.Context(), text, 10)
		if err != nil {
			tb.Fatal(err)
		}
		// What is not in the index as it was is scored apart.
		slices.SortFunc(hits, func(x, y engine.Hit) int { return strings.Compare(x.Article, y.Article) })
		fmt.Fprintf(&b, "%s:", text)
		for _, h := range hits {
			d, err := s.Document(tb.Context(), h.Article)
			if err != nil {
				tb.Fatal(err)
			}
			p, ok := d.Article.Paragraph(h.Paragraph)
			if !ok || !strings.Contains(strings.ToLower(p.Text), text) {
				tb.Errorf("%s is found in %s¶%d, which is %q", text, h.Article, h.Paragraph, p.Text)
			}
			fmt.Fprintf(&b, " %s¶%d", h.Article, h.Paragraph)
		}
		b.WriteByte('\n')
	}
	speakers, err := s.Speakers(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for _, sp := range speakers {
		fmt.Fprintf(&b, "%s %d\n", sp.Name, sp.Quotes)
	}
	return b.String()
}

// TestSnapshot looks once, and again after each act, indexed or not: a scope
// shows one state, whatever happens to the server meanwhile.
func TestSnapshot(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	d.add(t, store.House, article("House", "Lanterns and nets."))
	d.ready(t)
	s, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	want := look(t, s)
	for _, act := range []struct {
		name string
		do   func() error
	}{
		{"remove", func() error { _, err := d.records.Remove("1001", "m", "a1"); return err }},
		{"replace", func() error {
			_, err := d.records.Replace("1001", "m", "a2", store.Draft{Article: article("No bridge", "Windmills turned.", "Nets, too.", "And nets.")})
			return err
		}},
		{"add", func() error {
			_, err := d.records.Add("1001", "m", store.Draft{Article: article("Late", "Windmills and nets.")})
			return err
		}},
		{"remove the house's", func() error { _, err := d.records.Remove(store.House, "m", "h1"); return err }},
		{"house off", func() error {
			_, err := d.records.SetSettings("1001", "m", func(set *store.Settings) { set.HouseOff = true })
			return err
		}},
		{"reindex", func() error { _, err := d.library.Reindex(t.Context(), "1001", "m", quiet); return err }},
		{"restore", func() error { return d.records.Restore("1001", "m", "a1") }},
		{"reindex again", func() error { _, err := d.library.Reindex(t.Context(), "1001", "m", quiet); return err }},
		{"roll back", func() error { return d.library.Rollback(t.Context(), "1001", "m") }},
	} {
		if err := act.do(); err != nil {
			t.Fatalf("%s: %v", act.name, err)
		}
		if diff := cmp.Diff(want, look(t, s)); diff != "" {
			t.Errorf("after %s (-before +after):\n%s", act.name, diff)
		}
		for _, guild := range []string{"1001", store.House} {
			if err := d.library.Sync(t.Context(), guild); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(want, look(t, s)); diff != "" {
			t.Errorf("after %s and a sync (-before +after):\n%s", act.name, diff)
		}
	}
	now, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	if look(t, now) == want {
		t.Error("a new scope shows the old state")
	}
}
