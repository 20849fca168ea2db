package corpus

import (
	_ "embed"
	"fmt"
)

//go:embed default.md
var defaultArticle []byte

// Default is the article that is read when there is no other, so that a fresh
// installation has something to answer from. It tells of events in Kazakhstan
// in January 2022 in our own words; only its short quotations are other
// people's. Each call gives a new copy.
func Default() *Article {
	a, err := Parse("", defaultArticle)
	if err != nil {
		panic(fmt.Sprintf("embedded article: %v", err)) // unreachable: a test parses it
	}
	return a
}
