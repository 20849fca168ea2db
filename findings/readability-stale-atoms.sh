#!/usr/bin/env bash
# codeberg.org/readeck/go-readability v2.1.3: elements that it renames or makes
# keep the atom that they had, or have none: a heading h1 that became an h2 says
# atom h1, a div that became a paragraph has atom "". Whoever walks the result by
# DataAtom, as golang.org/x/net/html suggests, misses paragraphs and takes
# subheads for the title; only Data tells the truth.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func main() {
	text := strings.Repeat("The ferry does not sail in winter, the council said, for the ice has come early this year. ", 4)
	page := "<html><head><title>Ferry</title></head><body><article><h1>Ferry stops</h1><div>" + text + "</div><div>" + text + "</div><p>" + text + "</p></article></body></html>"
	address, err := url.Parse("https://news.example/ferry")
	if err != nil {
		panic(err)
	}
	a, err := readability.FromReader(strings.NewReader(page), address)
	if err != nil {
		panic(err)
	}
	for n := range a.Node.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom != atom.Lookup([]byte(n.Data)) {
			fmt.Printf("<%s> has atom %q\n", n.Data, n.DataAtom)
		}
	}
}
GO
cat >want <<'OUT'
<h2> has atom "h1"
<p> has atom ""
<p> has atom ""
OUT
go mod init finding 2>/dev/null
go get codeberg.org/readeck/go-readability/v2@v2.1.3 2>/dev/null
go run . | tee got
diff want got && echo 'as found with go-readability v2.1.3'
