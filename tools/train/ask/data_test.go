package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLeftOf takes what answers a question out of an article.
func TestLeftOf(t *testing.T) {
	first := 1
	a := &article{Title: "T", Paragraphs: []string{
		"The ferry stopped.", "Mara Oduya closed the bridge.", "It rained.", "Oduya is an engineer, Mara Oduya that is.", "The sea was calm.",
	}}
	a.doc = a.document()
	texts := func(q *question) []string {
		d := a.leftOf(q)
		if d == nil {
			return nil
		}
		var out []string
		for _, p := range d.Article.Paragraphs {
			out = append(out, p.Text)
		}
		return out
	}
	for _, tt := range []struct {
		name string
		q    question
		want []string
	}{
		{"passage alone", question{Paragraph: &first}, []string{a.Paragraphs[0], empty, a.Paragraphs[2], a.Paragraphs[3], a.Paragraphs[4]}},
		{"whatever has the answer", question{Paragraph: &first, Answers: []answer{{Text: "Mara Oduya"}}}, []string{a.Paragraphs[0], empty, a.Paragraphs[2], empty, a.Paragraphs[4]}},
		{"hardly anything left", question{Paragraph: &first, ParagraphsOK: []int{0, 1, 2}}, nil},
	} {
		if diff := cmp.Diff(tt.want, texts(&tt.q)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	if a.Paragraphs[1] == empty || a.doc.Article.Paragraphs[1].Text == empty {
		t.Error("the article itself was changed")
	}
}
