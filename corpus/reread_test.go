package corpus

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReread reads articles again that an older version read otherwise.
func TestReread(t *testing.T) {
	page := []byte(`<!doctype html><html lang="en"><head><title>Ferry stops in Orlo – Halden Post</title>
<meta name="description" content="The boat ran out of fuel on Friday and nobody knows yet when it will sail again."></head>
<body><article><header><h1>Ferry stops in Orlo</h1><p>The boat ran out of fuel on Friday and nobody knows yet when it will sail again.</p></header>
<p>Published 5 November 2021</p>
<p>The ferry between Orlo and Halden stopped running on Friday, its owner said in a statement.</p>
<p>“We ran out of fuel,” said Per Lund, the captain, who has steered the boat since it was built.</p>
<p>Passengers slept in the school, where the town had put up a hundred beds by the evening.</p></article></body></html>`)
	texts := []Paragraph{
		{"The ferry between Orlo and Halden stopped running on Friday, its owner said in a statement.", -1},
		{"“We ran out of fuel,” said Per Lund, the captain, who has steered the boat since it was built.", -1},
		{"Passengers slept in the school, where the town had put up a hundred beds by the evening.", -1},
	}
	tests := []struct {
		name      string
		was, want Details
	}{
		{"as it was read", Details{Title: "Ferry stops in Orlo – Halden Post"}, Details{Title: "Ferry stops in Orlo", Date: "2021-11-05"}},
		{
			"put right by hand",
			Details{Title: "No boat to Orlo", Publisher: "Halden Post", Date: "2021-11-06", URL: "https://post.example/a"},
			Details{Title: "No boat to Orlo", Publisher: "Halden Post", Date: "2021-11-06", URL: "https://post.example/a"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			was := &Article{ID: "a1", Revision: 2, File: "ferry.html", TitleDoc: -1, Language: "en", Paragraphs: texts}
			if err := was.SetDetails(tt.was); err != nil {
				t.Fatal(err)
			}
			is, err := was.Reread(page)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, is.Details()); diff != "" {
				t.Errorf("details (-want +got):\n%s", diff)
			}
			if len(is.Paragraphs) != 4 || is.Paragraphs[1] != texts[0] {
				t.Errorf("paragraphs: %q", is.texts())
			}
			again, err := is.Reread(page)
			if err != nil || !again.Same(is) || is.Same(was) {
				t.Errorf("read a third time: %v, %v", again.Details(), err)
			}
		})
	}
	if _, err := (&Article{File: "x.txt"}).Reread([]byte("%PDF-1.7")); err == nil {
		t.Error("a binary file was read")
	}
	lead := "The ferry between Orlo and Halden stopped on Friday, its owner said, and nobody knows when it will sail. It is old."
	text := &Article{File: "x.txt", Title: lead, Paragraphs: []Paragraph{{Text: "No fuel."}}}
	if is, err := text.Reread([]byte(lead + "\n\nNo fuel.\n")); err != nil || is.Title != "" || len(is.Paragraphs) != 2 {
		t.Errorf("a lead that was a title: %+v, %v", is, err)
	}
}
