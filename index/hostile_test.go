package index

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
)

// FuzzSearch asks anything of articles of anything: no error, and every hit
// can be cut.
func FuzzSearch(f *testing.F) {
	f.Add("The harbour closed.", "harbour", "en")
	f.Add("汽车在桥上", "桥", "zh")
	f.Add("\u202eabc\u200b", "abc AND (", "ar")
	f.Add("a/b@1", "1001@1 scope:x", "")
	f.Add(strings.Repeat("x", 40_000), strings.Repeat("y ", 4000), "xx")
	f.Fuzz(func(t *testing.T, text, question, language string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if text == "" {
			t.Skip()
		}
		a := article(question, text, text)
		a.Language = language
		s, err := Memory(a, article("Other", "Other words."))
		if err != nil {
			t.Fatal(err)
		}
		hits, err := s.Search(t.Context(), question, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			d, err := s.Document(t.Context(), h.Article)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := d.Article.Cut(d.Article.Whole(h.Paragraph)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestHugeArticles indexes what a hostile moderator might upload.
func TestHugeArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("10 MB")
	}
	d := openDesk(t)
	words := newBabble(8)
	var many []string
	for range 20_000 {
		many = append(many, words.sentence(10))
	}
	for name, a := range map[string]*corpus.Article{
		"one endless paragraph": article("Endless", strings.Repeat("endless words run on ", 100_000)+"needleone"),
		"one endless word":      article("Word", strings.Repeat("x", 2<<20), "needletwo"),
		"many paragraphs":       article("Many", append(many, "needlethree")...),
	} {
		d.add(t, "1001", a)
		t.Logf("%s: %d KB", name, a.Size()>>10)
	}
	for _, needle := range []string{"needleone", "needletwo", "needlethree"} {
		if got := d.found(t, "1001", needle); len(got) != 1 {
			t.Errorf("Search(%q) = %v, want one hit", needle, got)
		}
	}
}
