package index

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestExtractedOnce counts how often the quotes of an article are looked for
// on its way in: shown, added, indexed, asked about by many at once.
func TestExtractedOnce(t *testing.T) {
	d := openDesk(t)
	var calls atomic.Int64
	d.library.extract = func(a *corpus.Article) *quote.Extraction {
		calls.Add(1)
		return quote.Extract(a)
	}
	a, err := corpus.Parse("harbour.txt", []byte("Harbour closes\n\nThe harbour closed.\n\n“It was late,” Ada Lund said. She said the sirens had been tested."))
	if err != nil {
		t.Fatal(err)
	}
	shown := d.library.Preview(a)
	if len(shown.Quotes.Quotes) == 0 {
		t.Fatal("no quotes")
	}
	if _, err := d.records.Add("1001", "m", store.Draft{Article: a, Original: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			s, err := d.library.Scope("1001")
			if err != nil {
				t.Error(err)
				return
			}
			got, err := s.Document(t.Context(), "a1")
			if err != nil {
				t.Error(err)
				return
			}
			if diff := cmp.Diff(quote.Extract(got.Article), got.Quotes); diff != "" {
				t.Errorf("quotes (-of the stored article +given):\n%s", diff)
			}
		})
	}
	readers.Wait()
	if n := calls.Load(); n != 1 {
		t.Errorf("the quotes were looked for %d times", n)
	}
}

// TestExtractionFails adds an article whose quotes cannot be found by a fault of
// the program: it is there and answers, without quotes, and others are as ever.
func TestExtractionFails(t *testing.T) {
	d := openDesk(t)
	d.library.extract = func(a *corpus.Article) *quote.Extraction {
		if a.Title == "Harbour closes" {
			panic("index out of range")
		}
		return quote.Extract(a)
	}
	d.add(t, "1001", article("Harbour closes", harbour...))
	d.add(t, "1001", article("Mill burns", "“It was late,” Ada Lund said."))
	if _, err := d.library.Reindex(t.Context(), "1001", "m", func(Progress) {}); err != nil {
		t.Fatal(err)
	}
	s, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int{"a1": 0, "a2": 1} {
		got, err := s.Document(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(got.Quotes.Quotes); n != want {
			t.Errorf("%s: %d quotes, want %d", id, n, want)
		}
	}
}

// TestDocumentOnce asks for an article of the records many times at once.
func TestDocumentOnce(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...))
	d.close(t)
	d.open(t)
	var calls atomic.Int64
	d.library.extract = func(a *corpus.Article) *quote.Extraction {
		calls.Add(1)
		return quote.Extract(a)
	}
	var readers sync.WaitGroup
	for range 32 {
		readers.Go(func() {
			s, err := d.library.Scope("1001")
			if err == nil {
				_, err = s.Document(t.Context(), "a1")
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	readers.Wait()
	if n := calls.Load(); n != 1 {
		t.Errorf("the quotes were looked for %d times", n)
	}
}
