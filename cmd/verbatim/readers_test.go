package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/config"
)

// readers is how many are there at once; each opens a page every second.
const readers = 200

// TestReaders lets members ask at once, every second, half of the time beside
// 200 readers who open a page in that second: every question and every page is
// answered, and memory stays. With VERBATIM_LOAD set, 99 of 100 members wait
// at most a quarter longer for it.
func TestReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	total, long := discordtest.LoadTime(t)
	answered := make(chan time.Duration, 1<<10)
	d := discordtest.New(t, discordtest.Options{
		Light: true, Patience: time.Minute, Answered: func(_ string, after time.Duration) { answered <- after },
	})
	articles := t.TempDir()
	var long60 strings.Builder
	long60.WriteString(quay)
	for i := range 60 {
		fmt.Fprintf(&long60, "“We cannot repair wall %d while ships lie there,” said Jon Vik%d, who keeps it. The council met for the %d. time.\n", i, i%9, i+2)
	}
	if err := os.WriteFile(filepath.Join(articles, "quay.txt"), []byte(long60.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	at := freeAddress(t)
	r := start(t, d, config.Config{
		Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), Data: filepath.Join(t.TempDir(), "data"),
		Articles: articles, HTTP: at, PublicURL: "http://" + at, Pages: "public", PagesFull: true, Log: 8,
	})
	defer r.end()
	d.WaitReady(1)
	member := 0
	ask := func(n int) (took []time.Duration) {
		for range n {
			member++
			in := discordtest.Slash("ask", discordtest.Opt("question", "When will the quay be closed?"))
			in.User, in.Guild = fmt.Sprint(400000000000000100+member), fmt.Sprint(200000000000000100+member%20)
			d.Interact(in)
		}
		return discordtest.FirstResponses(t, n, answered)
	}
	link := "http://" + at + "/a/house/h1"
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers, MaxConnsPerHost: readers}}
	defer client.CloseIdleConnections()
	var mu sync.Mutex
	var pages []time.Duration
	read := func(wait *sync.WaitGroup, round int) {
		next := time.NewTicker(time.Second / readers)
		defer next.Stop()
		for n := range readers {
			<-next.C
			wait.Go(func() {
				req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link, nil)
				if err != nil {
					t.Error(err)
					return
				}
				req.Header.Set("X-Forwarded-For", fmt.Sprintf("198.51.%d.%d", round%250, n))
				begun := time.Now()
				resp, err := client.Do(req)
				if err != nil {
					t.Error(err)
					return
				}
				first := time.Since(begun)
				_, err = io.Copy(io.Discard, resp.Body)
				if resp.Body.Close() != nil || err != nil || resp.StatusCode != http.StatusOK {
					t.Errorf("a page: %s, %v", resp.Status, err)
				}
				mu.Lock()
				defer mu.Unlock()
				pages = append(pages, first)
			})
		}
	}
	var warm sync.WaitGroup
	warm.Go(func() { read(&warm, 0) })
	ask(50)
	warm.Wait()
	pages = nil
	heap, _ := discordtest.Memory()
	var alone, beside []time.Duration
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for end, round := time.Now().Add(2*total), 1; time.Now().Before(end); round++ {
		if round%2 == 0 {
			alone = append(alone, ask(50)...)
		} else {
			var wait sync.WaitGroup
			wait.Go(func() { read(&wait, round) })
			beside = append(beside, ask(50)...)
			wait.Wait()
		}
		<-tick.C
	}
	client.CloseIdleConnections()
	heapAfter, _ := discordtest.Memory()
	p99 := func(took []time.Duration) time.Duration {
		slices.Sort(took)
		return took[len(took)*99/100]
	}
	t.Logf("chat p99 %v alone, %v beside %d readers; %d pages, first byte p99 %v; heap %d -> %d KiB",
		p99(alone), p99(beside), readers, len(pages), p99(pages), heap>>10, heapAfter>>10)
	if long && p99(beside) > p99(alone)*5/4 {
		t.Error("readers keep members waiting")
	}
	if heapAfter > heap+4<<20 {
		t.Errorf("heap grew from %d to %d KiB", heap>>10, heapAfter>>10)
	}
}
