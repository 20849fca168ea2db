package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/index"
)

// TestWeb opens the address that web prints, until web is ended.
func TestWeb(t *testing.T) {
	scope, err := index.Memory(mustParse(t, "quay.txt", quay))
	if err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- web(ctx, streams{out: w, err: io.Discard}, scope) }()
	address, err := bufio.NewReader(r).ReadString('\n')
	if err != nil || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatal(address, err)
	}
	resp, err := http.Get(strings.TrimSpace(address)) //nolint:noctx // a test
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(resp.Body)
	if err != nil || resp.Body.Close() != nil || !strings.Contains(string(page), "<h1") || resp.Request.URL.Path != "/a/house/a1" {
		t.Errorf("%s: %s, %v", resp.Request.URL, page, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
