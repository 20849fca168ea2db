package bot

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// BenchmarkPassage renders an excerpt that is far too long for a message.
func BenchmarkPassage(b *testing.B) {
	a := articleOf("a1", strings.Repeat("A sentence of *some* words, no more. ", 5000))
	v := &view{desk: &Desk{}, ev: &Event{}, t: &english}
	for b.Loop() {
		v.passage(index.Citation{Ref: a.Whole(1), Article: a, Mark: corpus.Span{Start: 90000, End: 90010}}, budget)
	}
}
