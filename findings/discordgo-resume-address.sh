#!/usr/bin/env bash
# github.com/bwmarrin/discordgo v0.29.0: Discord's READY names the address that
# a connection is to be resumed at (resume_gateway_url). The library's Ready has
# no field for it, and it resumes at the address that it first dialled, which
# need not know the session.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"
)

func main() {
	var r discordgo.Ready
	if err := json.Unmarshal([]byte(`{"v": 10, "session_id": "s1", "resume_gateway_url": "wss://resume.example"}`), &r); err != nil {
		panic(err)
	}
	kept, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	fmt.Println("session kept:", strings.Contains(string(kept), "s1"))
	fmt.Println("address kept:", strings.Contains(string(kept), "resume.example"))
}
GO
cat >want <<'OUT'
session kept: true
address kept: false
OUT
go mod init finding 2>/dev/null
go get github.com/bwmarrin/discordgo@v0.29.0 2>/dev/null
go run . | tee got
diff want got && echo 'as found with discordgo v0.29.0'
