package index

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestHeadings lists a server's articles and speakers beside the house's: the
// very same list until either changes.
func TestHeadings(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("New bridge", bridge...))
	d.add(t, store.House, article("Harbour closes", harbour...))
	list := func() (all []Heading, titles, speakers []string) {
		t.Helper()
		s, err := d.library.Scope("1001")
		if err != nil {
			t.Fatal(err)
		}
		if all, err = s.Headings(t.Context()); err != nil {
			t.Fatal(err)
		}
		who, err := s.Speakers(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range all {
			titles = append(titles, h.ID+" "+h.Title)
		}
		for _, s := range who {
			if s.Quotes > 0 {
				speakers = append(speakers, s.Name)
			}
		}
		return all, titles, speakers
	}
	want := func(wantTitles, wantSpeakers []string) []Heading {
		t.Helper()
		all, titles, speakers := list()
		if diff := cmp.Diff(wantTitles, titles); diff != "" {
			t.Errorf("titles (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(wantSpeakers, speakers); diff != "" {
			t.Errorf("speakers (-want +got):\n%s", diff)
		}
		return all
	}
	first := want([]string{"a1 New bridge", "h1 Harbour closes"}, []string{"Ilse Brandt", "Tomas Ruel"})
	if first[0].Paragraphs != 2 || first[0].Quotes != 1 {
		t.Errorf("heading %+v", first[0])
	}
	if again, _, _ := list(); &again[0] != &first[0] {
		t.Error("the list was made anew though nothing changed")
	}
	d.add(t, store.House, article("Tolls rise", "“The tolls pay for the cables,” said Nadia Kroll."))
	want([]string{"a1 New bridge", "h1 Harbour closes", "h2 Tolls rise"}, []string{"Ilse Brandt", "Nadia Kroll", "Tomas Ruel"})
	if _, err := d.records.Remove("1001", "tester", "a1"); err != nil {
		t.Fatal(err)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	want([]string{"h1 Harbour closes", "h2 Tolls rise"}, []string{"Ilse Brandt", "Nadia Kroll"})
}
