#!/usr/bin/env bash
# github.com/bwmarrin/discordgo v0.29.0: the edits of all answers to
# interactions go through one bucket, whatever the interaction, and a bucket lets
# one request through at a time. Discord counts them for each token; so one slow
# edit holds up the answers of all other servers. Here each edit takes 50 ms: of
# eight at once only one is ever under way, while messages in eight channels go
# side by side.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// slow answers every request after a while and knows how many were at work.
type slow struct{ now, most atomic.Int32 }

func (s *slow) RoundTrip(r *http.Request) (*http.Response, error) {
	n := s.now.Add(1)
	defer s.now.Add(-1)
	for m := s.most.Load(); n > m && !s.most.CompareAndSwap(m, n); m = s.most.Load() {
	}
	time.Sleep(50 * time.Millisecond)
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("{}")), Request: r}, nil
}

func most(call func(s *discordgo.Session, n int)) string {
	t := &slow{}
	s, _ := discordgo.New("Bot x")
	s.Client = &http.Client{Transport: t}
	var wait sync.WaitGroup
	for n := range 8 {
		wait.Go(func() { call(s, n) })
	}
	wait.Wait()
	if t.most.Load() == 1 {
		return "one at a time"
	}
	return "side by side"
}

func main() {
	text := "answer"
	fmt.Println("edits of eight interactions:", most(func(s *discordgo.Session, n int) {
		_, _ = s.InteractionResponseEdit(&discordgo.Interaction{AppID: "1", Token: fmt.Sprint("token", n)}, &discordgo.WebhookEdit{Content: &text})
	}))
	fmt.Println("messages in eight channels:", most(func(s *discordgo.Session, n int) {
		_, _ = s.ChannelMessageSend(fmt.Sprint(n), text)
	}))
}
GO
cat >want <<'OUT'
edits of eight interactions: one at a time
messages in eight channels: side by side
OUT
go mod init finding 2>/dev/null
go get github.com/bwmarrin/discordgo@v0.29.0 2>/dev/null
go run . | tee got
diff want got && echo 'as found with discordgo v0.29.0'
