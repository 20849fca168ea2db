package check_test

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

func scope(tb testing.TB, name string, data []byte) *index.Scope {
	tb.Helper()
	a, err := corpus.Parse(name, data)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// sound checks what must hold of every result: citations can be cut, the marks
// lie inside them, and a verdict is explained.
func sound(tb testing.TB, r *check.Result) {
	tb.Helper()
	for _, c := range r.Citations {
		if _, err := c.Article.Cut(c.Ref); err != nil {
			tb.Errorf("citation: %v", err)
		}
		if !c.Mark.Empty() && !c.Ref.Contains(c.Mark) {
			tb.Errorf("mark %v outside of the excerpt %v", c.Mark, c.Ref)
		}
	}
	for _, ref := range append([]corpus.Ref{r.Before, r.After}, r.Omitted...) {
		if ref.Empty() {
			continue
		}
		if _, err := r.Citations[0].Article.Cut(ref); err != nil {
			tb.Errorf("context: %v", err)
		}
	}
	if r.Why == "" {
		tb.Error("the verdict is not explained")
	}
	if r.Verdict != check.Absent && len(r.Citations) == 0 {
		tb.Errorf("%s without a citation", r.Verdict)
	}
	if r.Similarity < 0 || r.Similarity > 1 {
		tb.Errorf("similarity %v", r.Similarity)
	}
}
