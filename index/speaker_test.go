package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// script is an extractor for tests: a paragraph "Ann Orr, mayor: words" is a
// quote of the words by Ann Orr, whom the article also calls Orr.
func script(a *corpus.Article) *quote.Extraction {
	var x quote.Extraction
	at := map[string]int{}
	for i, p := range a.Paragraphs {
		who, words, ok := strings.Cut(p.Text, ": ")
		if !ok {
			continue
		}
		name, role, _ := strings.Cut(who, ", ")
		n := i + 1
		x.Quotes = append(x.Quotes, quote.Quote{
			Ref:  corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: len(p.Text) - len(words), End: len(p.Text)}},
			Kind: quote.Direct, Speaker: name, Role: role, Utterance: n,
			Mention: corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: 0, End: len(who)}},
		})
		k, ok := at[name]
		if !ok {
			k = len(x.Speakers)
			at[name] = k
			x.Speakers = append(x.Speakers, quote.Speaker{Name: name, Role: role})
			if i := strings.LastIndexByte(name, ' '); i > 0 {
				x.Speakers[k].Aliases = []string{name[i+1:]}
			}
		}
		x.Speakers[k].Quotes++
	}
	return &x
}

func scripted(tb testing.TB, articles ...*corpus.Article) *Scope {
	tb.Helper()
	s, err := inMemory(script, articles)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func play(tb testing.TB) *Scope {
	tb.Helper()
	first := article("Flood", "Ann Orr, mayor: The river rose.", "Nobody was hurt.", "Ben Ode: The dam held.", "Ann Orr: The dam is old.")
	second := article("Repairs", "Ann Orr: The repairs of the dam begin.", "Orr: Soon.", "Ben Ode, engineer: Steel is dear.")
	third := article("Elsewhere", "Cleo Finn: The river is far from here.")
	first.Date, second.Date, third.Date = "2024-03-01", "2024-02-01", "March"
	return scripted(tb, first, second, third)
}

func TestSpeakers(t *testing.T) {
	got, err := play(t).Speakers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []Speaker{
		{Name: "Ann Orr", Aliases: []string{"Orr"}, Role: "mayor", Quotes: 3, Articles: []string{"a1", "a2"}},
		{Name: "Ben Ode", Aliases: []string{"Ode"}, Role: "engineer", Quotes: 2, Articles: []string{"a1", "a2"}},
		{Name: "Cleo Finn", Aliases: []string{"Finn"}, Quotes: 1, Articles: []string{"a3"}},
		{Name: "Orr", Quotes: 1, Articles: []string{"a2"}}, // whose, the article does not say
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Speakers (-want +got):\n%s", diff)
	}
}

func lines(tb testing.TB, said []Said) []string {
	tb.Helper()
	var out []string
	for _, s := range said {
		out = append(out, fmt.Sprintf("%s¶%d %s: %s", s.Article.ID, s.Quote.Ref.Paragraph, s.Quote.Speaker, cut(tb, s.Article, s.Quote.Ref)))
	}
	return out
}

func TestSaid(t *testing.T) {
	s := play(t)
	for _, tt := range []struct {
		name, speaker string
		wanted        Wanted
		k             int
		want          []string
	}{
		{"newest first", "ann orr", Wanted{}, 9, []string{"a1¶1 Ann Orr: The river rose.", "a1¶4 Ann Orr: The dam is old.", "a2¶1 Ann Orr: The repairs of the dam begin."}},
		{"two at most", "Ann Orr", Wanted{}, 2, []string{"a1¶1 Ann Orr: The river rose.", "a1¶4 Ann Orr: The dam is old."}},
		{"by alias", "ORR", Wanted{Article: "a2"}, 9, []string{"a2¶1 Ann Orr: The repairs of the dam begin.", "a2¶2 Orr: Soon."}},
		{"about", "Ann Orr", Wanted{About: "dam"}, 9, []string{"a1¶4 Ann Orr: The dam is old.", "a2¶1 Ann Orr: The repairs of the dam begin."}},
		{"about, best first", "Ann Orr", Wanted{About: "repairs of the dam", Relevant: true}, 9, []string{"a2¶1 Ann Orr: The repairs of the dam begin.", "a1¶4 Ann Orr: The dam is old."}},
		{"about in an article", "Ben Ode", Wanted{About: "steel dam", Article: "a1"}, 9, []string{"a1¶3 Ben Ode: The dam held."}},
		{"part of a name", "Ann", Wanted{}, 9, nil},
		{"nobody", "Dora", Wanted{}, 9, nil},
		{"no name", " ?", Wanted{}, 9, nil},
		{"no such article", "Ann Orr", Wanted{Article: "a9"}, 9, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			said, err := s.Said(t.Context(), tt.speaker, tt.wanted, tt.k)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, lines(t, said)); diff != "" {
				t.Errorf("Said(%q, %+v) (-want +got):\n%s", tt.speaker, tt.wanted, diff)
			}
		})
	}
}

func TestFixed(t *testing.T) {
	a := article("Flood", "Ann Orr, mayor: The river rose.", "Orr: Soon.", "Ben Ode: The dam held.")
	a.ID = "a1"
	x := script(a)
	at := func(i int) time.Time { return time.Unix(int64(i), 0) }
	one := x.Quotes[2].Ref
	id := a.Paragraphs[2].ID()
	for _, tt := range []struct {
		name     string
		fixes    []store.Fix
		quotes   []string // speakers of the three
		speakers []string
		gone     int
	}{
		{"none", nil, []string{"Ann Orr", "Orr", "Ben Ode"}, []string{"Ann Orr 1 Orr", "Orr 1", "Ben Ode 1 Ode"}, 0},
		{"merge", []store.Fix{{Was: "Orr", Speaker: "Ann Orr"}}, []string{"Ann Orr", "Ann Orr", "Ben Ode"}, []string{"Ann Orr 2 Orr", "Ben Ode 1 Ode"}, 0},
		{"merge of a name written otherwise", []store.Fix{{Was: "Bén ODE", Speaker: "Dora"}}, []string{"Ann Orr", "Orr", "Dora"}, []string{"Ann Orr 1 Orr", "Orr 1", "Dora 1 Ode Ben Ode"}, 0},
		{"merge of somebody else", []store.Fix{{Was: "Cleo Quist", Speaker: "Dora"}}, []string{"Ann Orr", "Orr", "Ben Ode"}, []string{"Ann Orr 1 Orr", "Orr 1", "Ben Ode 1 Ode"}, 1},
		{"one quote", []store.Fix{{Paragraph: id, Span: one.Span, Was: "Ben Ode", Speaker: "Cleo"}}, []string{"Ann Orr", "Orr", "Cleo"}, []string{"Ann Orr 1 Orr", "Orr 1", "Cleo 1", "Ben Ode 0 Ode"}, 0},
		{"one quote unclear", []store.Fix{{Paragraph: id, Span: one.Span, Was: "Ben Ode"}}, []string{"Ann Orr", "Orr", ""}, []string{"Ann Orr 1 Orr", "Orr 1", "Ben Ode 0 Ode"}, 0},
		{"in the order made", []store.Fix{{Was: "Ben Ode", Speaker: "Dora", Made: at(2)}, {Paragraph: id, Span: one.Span, Speaker: "Ben Ode", Made: at(1)}}, []string{"Ann Orr", "Orr", "Dora"}, []string{"Ann Orr 1 Orr", "Orr 1", "Dora 1 Ode Ben Ode"}, 0},
		{"paragraph gone", []store.Fix{{Paragraph: "00", Span: one.Span, Speaker: "Cleo"}}, []string{"Ann Orr", "Orr", "Ben Ode"}, []string{"Ann Orr 1 Orr", "Orr 1", "Ben Ode 1 Ode"}, 1},
		{"quote gone", []store.Fix{{Paragraph: id, Span: corpus.Span{Start: 1, End: 2}, Speaker: "Cleo"}}, []string{"Ann Orr", "Orr", "Ben Ode"}, []string{"Ann Orr 1 Orr", "Orr 1", "Ben Ode 1 Ode"}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, gone := fixed(a, x, tt.fixes)
			var quotes, speakers []string
			for _, q := range got.Quotes {
				quotes = append(quotes, q.Speaker)
			}
			for _, s := range got.Speakers {
				line := fmt.Sprintf("%s %d", s.Name, s.Quotes)
				speakers = append(speakers, strings.Join(append([]string{line}, s.Aliases...), " "))
			}
			slices.Sort(tt.speakers)
			slices.Sort(speakers)
			if diff := cmp.Diff(tt.quotes, quotes); diff != "" {
				t.Errorf("quotes (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.speakers, speakers); diff != "" {
				t.Errorf("speakers (-want +got):\n%s", diff)
			}
			if len(gone) != tt.gone {
				t.Errorf("gone: %v, want %d", gone, tt.gone)
			}
			if diff := cmp.Diff(script(a), x); diff != "" {
				t.Errorf("the extraction was changed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLibrarySpeakers follows one server's speakers through a fix, a removal
// and a restart, beside another server that quotes somebody else.
func TestLibrarySpeakers(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	d.add(t, "1002", article("Elsewhere", "“The glacier is gone,” Cleo Finnmark said."))
	counts := func(guild string) map[string]int {
		t.Helper()
		s, err := d.library.Scope(guild)
		if err != nil {
			t.Fatal(err)
		}
		speakers, err := s.Speakers(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, sp := range speakers {
			if sp.Quotes > 0 {
				got[sp.Name] = sp.Quotes
			}
		}
		return got
	}
	first := counts("1001")
	if len(first) != 2 || len(counts("1002")) != 1 {
		t.Fatalf("speakers %v and %v, want 2 and 1", first, counts("1002"))
	}
	s, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	document, err := s.Document(t.Context(), "a1")
	if err != nil {
		t.Fatal(err)
	}
	q := document.Quotes.Quotes[0]
	p, _ := document.Article.Paragraph(q.Ref.Paragraph)
	if _, err := d.records.AddFix("1001", "tester", store.Fix{Article: "a1", Paragraph: p.ID(), Span: q.Ref.Span, Was: q.Speaker, Speaker: "Dora Lind"}); err != nil {
		t.Fatal(err)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	if got := counts("1001"); got["Dora Lind"] != 1 || got[q.Speaker] != 0 {
		t.Errorf("after a fix: %v", got)
	}
	if s, err = d.library.Scope("1001"); err != nil {
		t.Fatal(err)
	}
	said, err := s.Said(t.Context(), "dora lind", Wanted{}, 9)
	if err != nil || len(said) != 1 || said[0].Quote.Ref != q.Ref {
		t.Errorf("Said: %v, %v, want the fixed quote", said, err)
	}
	d.close(t)
	d.open(t)
	if got := counts("1001"); got["Dora Lind"] != 1 {
		t.Errorf("after a restart: %v", got)
	}
	if _, err := d.records.Remove("1001", "tester", "a1"); err != nil {
		t.Fatal(err)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	if got := counts("1001"); len(got) != 1 {
		t.Errorf("after a removal: %v, want one speaker", got)
	}
	if got := counts("1002"); len(got) != 1 {
		t.Errorf("the other server: %v", got)
	}
}

// cut gives the words of r.
func cut(tb testing.TB, a *corpus.Article, r corpus.Ref) string {
	tb.Helper()
	words, err := a.Cut(r)
	if err != nil {
		tb.Fatal(err)
	}
	return words
}
