#!/usr/bin/env bash
# github.com/bwmarrin/discordgo v0.29.0: a message with a component of a type
# that it does not know is not decoded at all: neither its id nor its author nor
# its text, though all of them stand in the JSON. Discord adds types of components
# from time to time; from that day on a bot misses the messages that have one.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	"github.com/bwmarrin/discordgo"
)

func main() {
	for _, kind := range []int{1, 99} {
		var m discordgo.MessageCreate
		err := json.Unmarshal(fmt.Appendf(nil, `{"id": "1", "content": "hello", "components": [{"type": %d, "components": []}], "author": {"id": "2"}}`, kind), &m)
		if m.Message == nil {
			fmt.Printf("type %d: error: %v; no message\n", kind, err)
			continue
		}
		fmt.Printf("type %d: error: %v; id %q, text %q, has an author: %v\n", kind, err, m.ID, m.Content, m.Author != nil)
	}
}
GO
cat >want <<'OUT'
type 1: error: <nil>; id "1", text "hello", has an author: true
type 99: error: unknown component type: 99; id "", text "", has an author: false
OUT
go mod init finding 2>/dev/null
go get github.com/bwmarrin/discordgo@v0.29.0 2>/dev/null
go run . | tee got
diff want got && echo 'as found with discordgo v0.29.0'
