package check_test

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

func scope(t testing.TB, name string, data []byte) *index.Scope {
	t.Helper()
	a, err := corpus.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sound checks what must hold of every result: citations can be cut, the marks
// lie inside them, and a verdict is explained.
func sound(t testing.TB, r *check.Result) {
	t.Helper()
	for _, c := range r.Citations {
		if _, err := c.Article.Cut(c.Ref); err != nil {
			t.Errorf("citation: %v", err)
		}
		if !c.Mark.Empty() && !c.Ref.Contains(c.Mark) {
			t.Errorf("mark %v outside of the excerpt %v", c.Mark, c.Ref)
		}
	}
	for _, ref := range append([]corpus.Ref{r.Before, r.After}, r.Omitted...) {
		if ref.Empty() {
			continue
		}
		if _, err := r.Citations[0].Article.Cut(ref); err != nil {
			t.Errorf("context: %v", err)
		}
	}
	if r.Why == "" {
		t.Error("the verdict is not explained")
	}
	if r.Verdict != check.Absent && len(r.Citations) == 0 {
		t.Errorf("%s without a citation", r.Verdict)
	}
	if r.Similarity < 0 || r.Similarity > 1 {
		t.Errorf("similarity %v", r.Similarity)
	}
}
