package corpus

import (
	"slices"
	"strings"
	"testing"
)

// TestDoubtsOfOrdinary checks that nothing is said of an ordinary article,
// even one that is about cookies and subscriptions.
func TestDoubtsOfOrdinary(t *testing.T) {
	a := Default()
	a.Paragraphs = append(a.Paragraphs, Paragraph{Text: "The council wants shops to ask for consent before they set cookies, " +
		"and to let customers end a subscription by letter. Nobody knows who would check that, said one member.", Doc: -1})
	if got := a.doubts(); len(got) > 0 {
		t.Errorf("doubts = %q, want none", got)
	}
}

func TestDoubtsOfInvisible(t *testing.T) {
	a, err := Parse("x.txt", []byte("Title\nOne.\nTwo \u202eowt\u202c three.\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "2 invisible characters, first in paragraph 2; they are kept, and made harmless when shown"
	if !slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w.String() == want }) {
		t.Errorf("warnings = %q, want %q", a.Warnings, want)
	}
}

func TestSimilarity(t *testing.T) {
	wire := Default()
	lead := Default()
	lead.Paragraphs = append([]Paragraph{{"HALDEN — Our own writer adds a new first paragraph to what the agency sent, as papers do.", -1}}, lead.Paragraphs[1:]...)
	half := Default()
	half.Paragraphs = half.Paragraphs[:len(half.Paragraphs)/2]
	upper := Default()
	for i := range upper.Paragraphs {
		upper.Paragraphs[i].Text = strings.ToUpper(upper.Paragraphs[i].Text)
	}
	other, err := Parse("x.txt", []byte("Harbour\n"+strings.Repeat("The harbour of Halden will close on Monday, the mayor said. Nobody was asked.\n", 3)))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name       string
		a, b       *Article
		least, top float64
	}{
		{"itself", wire, wire, 1, 1},
		{"capitals", wire, upper, 1, 1},
		{"new lead", wire, lead, 0.8, 0.99},
		{"first half", wire, half, 0.35, 0.65},
		{"other", wire, other, 0, 0.02},
		{"no words", &Article{Paragraphs: []Paragraph{{"—", 0}}}, &Article{Paragraphs: []Paragraph{{"…", 0}}}, 0, 0},
		{"one word", &Article{Paragraphs: []Paragraph{{"Ice", 0}}}, &Article{Paragraphs: []Paragraph{{"ice!", 0}}}, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := NewSketch(tt.a), NewSketch(tt.b)
			if got := a.Similarity(&b); got < tt.least || got > tt.top {
				t.Errorf("got %.2f, want %.2f to %.2f", got, tt.least, tt.top)
			}
		})
	}
}

func BenchmarkSketch(b *testing.B) {
	a := Default()
	b.SetBytes(int64(a.Size()))
	for b.Loop() {
		NewSketch(a)
	}
}

func BenchmarkSimilarityThousand(b *testing.B) {
	all := make([]Sketch, 1000)
	for i := range all {
		all[i] = NewSketch(Default())
	}
	s := all[0]
	for b.Loop() {
		for i := range all {
			_ = s.Similarity(&all[i])
		}
	}
}
