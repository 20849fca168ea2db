#!/usr/bin/env bash
# github.com/blevesearch/bleve v2.6.3: the English analyzer takes a possessive
# 's off whatever the apostrophe, but leaves the apostrophe of a name as it was
# typed. Papers print O’Neill with the curly one, people type O'Neill with the
# straight one: two terms, and the search finds nothing.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
)

func main() {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "en"
	in, err := bleve.NewMemOnly(m)
	if err != nil {
		panic(err)
	}
	if err := in.Index("1", map[string]string{"text": "The mayor’s letter names Ada O’Neill."}); err != nil {
		panic(err)
	}
	for _, q := range []string{"mayor's", "mayor’s", "O'Neill", "O’Neill"} {
		r, err := in.Search(bleve.NewSearchRequest(bleve.NewMatchQuery(q)))
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s: %d hits\n", q, r.Total)
	}
}
GO
cat >want <<'OUT'
mayor's: 1 hits
mayor’s: 1 hits
O'Neill: 0 hits
O’Neill: 1 hits
OUT
go mod init finding 2>/dev/null
go get github.com/blevesearch/bleve/v2@v2.6.3 2>/dev/null
go run . | tee got
diff want got && echo 'as found with bleve v2.6.3'
