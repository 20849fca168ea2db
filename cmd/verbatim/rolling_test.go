package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/config"
)

// doors is what stands before several bots, as a load balancer does: it hands
// every interaction to one of them, and to the next one when nobody takes it.
type doors struct {
	addresses []string
	turned    atomic.Int64 // away, and taken elsewhere
}

func (d *doors) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for i, at := range d.addresses {
		out, err := http.NewRequestWithContext(r.Context(), r.Method, "http://"+at+r.URL.Path, bytes.NewReader(body))
		if err != nil {
			break
		}
		out.Header, out.Close = r.Header.Clone(), true
		res, err := http.DefaultClient.Do(out)
		if err != nil {
			continue
		}
		answer, err := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if err != nil || res.StatusCode == http.StatusServiceUnavailable {
			continue
		}
		if i > 0 {
			d.turned.Add(1)
		}
		w.WriteHeader(res.StatusCode)
		_, _ = w.Write(answer)
		return
	}
	http.Error(w, "nobody is there", http.StatusServiceUnavailable)
}

// TestRolling restarts two bots one after the other while members ask by HTTP: a
// burst every second, as [discordtest.Load] makes them. Everybody has the first
// response in time.
func TestRolling(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	t.Run("each for itself", func(t *testing.T) { rolling(t, config.Config{}) })
	t.Run("in a cluster", func(t *testing.T) { rolling(t, config.Config{NATS: config.Servers(natstest.One(t).URLs())}) })
}

// rolling does that with two bots of such settings.
func rolling(t *testing.T, settings config.Config) {
	t.Helper()
	total, long := discordtest.LoadTime(t)
	members := 50
	if long {
		members = 200
	}
	answered := make(chan time.Duration, 1<<16)
	d := discordtest.New(t, discordtest.Options{Light: true, Answered: func(_ string, after time.Duration) { answered <- after }})
	var configs []config.Config
	front := &doors{}
	for range 2 {
		c := settings
		c.Token, c.PublicKey = config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), discordtest.PublicKey()
		c.Data, c.HTTP, c.Reader = filepath.Join(t.TempDir(), "data"), freeAddress(t), config.Off
		configs, front.addresses = append(configs, c), append(front.addresses, c.HTTP)
	}
	up := func(c config.Config) *running {
		r := start(t, d, c)
		tick := time.NewTicker(time.Second / 50)
		defer tick.Stop()
		for range 3000 {
			if healthy(t.Context(), c.HTTP) == nil {
				return r
			}
			<-tick.C
		}
		t.Error("the bot does not come up")
		return r
	}
	bots := []*running{up(configs[0]), up(configs[1])}
	at := httptest.NewServer(front)
	defer at.Close()
	d.PostTo(at.URL + interactionsPath)

	restarted, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(restarted)
		for n := 0; ; n++ {
			select {
			case <-done:
				return
			default:
			}
			bots[n%2].end()
			bots[n%2] = up(configs[n%2])
		}
	}()
	var took []time.Duration
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for end := time.Now().Add(total); time.Now().Before(end); <-tick.C {
		for n := range members {
			in := discordtest.Slash("ask", discordtest.Opt("question", "When will the quay of Lomvik be closed?"))
			in.User, in.Guild = strconv.Itoa(400000000000000000+n), strconv.Itoa(200000000000000000+n%20)
			d.Interact(in)
		}
		took = append(took, discordtest.FirstResponses(t, members, answered)...)
	}
	close(done)
	<-restarted
	for _, r := range bots {
		r.end()
	}
	slices.Sort(took)
	t.Logf("%d questions, %d of them turned away by one bot and taken by the other: p50 %v, p99 %v, slowest %v",
		len(took), front.turned.Load(), took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
	if late := took[len(took)-1]; late > 3*time.Second {
		t.Errorf("a first response came after %v", late)
	}
	if front.turned.Load() == 0 {
		t.Error("no question met a bot that was being restarted")
	}
}
