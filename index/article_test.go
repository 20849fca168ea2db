package index

import (
	"errors"
	"testing"
)

// TestArticle reads articles without their quotes, from disk and from memory.
func TestArticle(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour", harbour...))
	disk, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	inMemory, err := Memory(article("Harbour", harbour...))
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*Scope{"disk": disk, "memory": inMemory} {
		t.Run(name, func(t *testing.T) {
			a, err := s.Article(t.Context(), "a1")
			if err != nil {
				t.Fatal(err)
			}
			full, err := s.Document(t.Context(), "a1")
			if err != nil {
				t.Fatal(err)
			}
			if full.Article != a {
				t.Errorf("Document has another article than Article: %q, %q", full.Article.Title, a.Title)
			}
			if _, err := s.Article(t.Context(), "a9"); !errors.Is(err, ErrNoArticle) {
				t.Errorf("unknown article: got %v, want ErrNoArticle", err)
			}
		})
	}
	other, err := d.library.Scope("1002")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Article(t.Context(), "a1"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("another server's article: got %v, want ErrNoArticle", err)
	}
}
