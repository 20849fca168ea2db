package gateway_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// TestRefusedUpgrade has the gateway answer with a page instead of switching to WebSocket, as it and what stands before it do
// when overloaded: the log tells the status, and the session is resumed as soon as that is let.
func TestRefusedUpgrade(t *testing.T) {
	for _, tt := range []struct {
		name   string
		status int
		after  time.Duration
		times  int
		least  time.Duration
		most   time.Duration
		logged string
	}{
		{"200: no gateway", 200, 0, 2, 0, 7 * time.Second, "HTTP 200 OK): that is no gateway"},
		{"403: banned", 403, 0, 1, time.Minute, 70 * time.Second, "HTTP 403 Forbidden): is this machine's address banned"},
		{"429 with Retry-After", 429, 90 * time.Second, 1, 90 * time.Second, 95 * time.Second, "HTTP 429 Too Many Requests), asking to wait 1m30s"},
		{"429 without", 429, 0, 2, 0, 7 * time.Second, "HTTP 429"},
		{"503", 503, 0, 3, 0, 20 * time.Second, "HTTP 503 Service Unavailable)"},
		{"503 with Retry-After", 503, 30 * time.Second, 1, 30 * time.Second, 35 * time.Second, "asking to wait 30s"},
		{"503 over and over", 503, 0, 9, 0, 6 * time.Minute, "HTTP 503"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				var log bytes.Buffer // written by one shard, read when it is still
				r := newRig(t, d, func(o *gateway.Options) { o.Log = slog.New(slog.NewTextHandler(&log, nil)) })
				d.WaitReady(1)
				pass(time.Minute)
				began := time.Now()
				script := make([]discordtest.Fault, tt.times)
				for i := range script {
					script[i] = discordtest.Fault{At: discordtest.Upgrade, Do: discordtest.Refuse, Code: tt.status, After: tt.after}
				}
				d.Script(script...)
				d.Do(now(discordtest.Cut, 0))
				d.WaitReady(2)
				if took := time.Since(began); took < tt.least || took > tt.most {
					t.Errorf("connected after %v, want %v to %v", took, tt.least, tt.most)
				}
				if last := d.Links()[1]; !last.Resumed {
					t.Error("the session was given up")
				}
				if err := r.end(); err != nil {
					t.Error(err)
				}
				if !strings.Contains(log.String(), tt.logged) || strings.Contains(log.String(), "unexpected EOF") {
					t.Errorf("log:\n%s", log.String())
				}
			})
		})
	}
}

// TestOutage keeps the gateway away for a time. Identifies that were never sent are not counted, and when Discord answers
// again, if only to refuse the session, no back-off of the outage is added to the 1 to 5 seconds of that.
func TestOutage(t *testing.T) {
	for _, tt := range []struct {
		name string
		away time.Duration
		lost bool // Discord has forgotten the session
	}{
		{"for 68 s", 68 * time.Second, true},
		{"for an hour", time.Hour, true},
		{"for an hour, and the session is still there", time.Hour, false},
		{"from the start", 0, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: 3 * time.Hour})
				file := filepath.Join(t.TempDir(), "identifies.json")
				var away atomic.Bool
				away.Store(tt.away == 0)
				r := newRig(t, d, func(o *gateway.Options) {
					o.Identifies = file
					o.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
						if away.Load() {
							return nil, errors.New("connection refused")
						}
						return d.Dial(ctx, network, addr)
					}
				})
				want := 1
				if tt.away == 0 {
					pass(time.Hour)
					away.Store(false)
					d.WaitReady(1)
				} else {
					d.WaitReady(1)
					pass(time.Minute)
					away.Store(true)
					if tt.lost {
						d.Forget()
						want = 2
					}
					d.Do(now(discordtest.Cut, 0))
					pass(tt.away)
					away.Store(false)
					d.WaitReady(2)
				}
				ready := time.Now()
				links := d.Links()
				last := links[len(links)-1]
				if last.Resumed == tt.lost {
					t.Errorf("resumed: %v", last.Resumed)
				}
				if tt.lost && tt.away > 0 {
					refused := links[len(links)-2]
					if wait := ready.Sub(refused.Began); !refused.Resumed || wait > 6*time.Second {
						t.Errorf("%v after the session was refused (%+v), want 1 to 5 s", wait, refused)
					}
				}
				if err := r.end(); err != nil {
					t.Error(err)
				}
				var counted []any
				raw, err := os.ReadFile(file)
				if err != nil || json.Unmarshal(raw, &counted) != nil {
					t.Fatal(err)
				}
				if len(counted) != want {
					t.Errorf("%d identifies counted, %d sent", len(counted), want)
				}
			})
		})
	}
}

// TestRefusedOverAndOver has Discord refuse every new session for a while: the waits grow, and it is asked seldom.
func TestRefusedOverAndOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		script := make([]discordtest.Fault, 100)
		for i := range script {
			script[i] = discordtest.Fault{At: discordtest.Answer, Do: discordtest.Invalidate}
		}
		d.Script(script...)
		r := newRig(t, d, nil)
		pass(10 * time.Minute)
		if n := len(d.Links()); n > 50 {
			t.Errorf("%d identifies in ten minutes", n)
		}
		if err := r.end(); err != nil {
			t.Error(err)
		}
	})
}

// TestGrown is refused as too large for its connections: left to Discord, their number is asked for again; set by hand, the
// bot ends with the advice.
func TestGrown(t *testing.T) {
	for _, tt := range []struct {
		name        string
		set         int
		recommended int // after the refusal
		refused     bool
	}{
		{"left to Discord", 0, 2, false},
		{"left to Discord, which wants no more", 0, 1, true},
		{"set by hand", 1, 2, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				r := newRig(t, d, func(o *gateway.Options) { o.Shards = tt.set })
				d.WaitReady(1)
				d.Recommend(tt.recommended)
				d.Do(now(discordtest.Close, 4011))
				if tt.refused {
					err := <-r.done
					r.done <- err
					if no, ok := errors.AsType[*gateway.RefusedError](err); !ok || no.Code != 4011 {
						t.Errorf("Run: %v", err)
					}
				} else {
					d.WaitReady(3)
					got := fmt.Sprint(d.Links()[1].Shard, d.Links()[2].Shard)
					if got != "[0 2] [1 2]" && got != "[1 2] [0 2]" {
						t.Errorf("shards %s", got)
					}
					if st := r.g.Stats(); st.Shards != 2 {
						t.Errorf("%d shards", st.Shards)
					}
				}
				_ = r.end()
			})
		})
	}
}

// TestTokenResetMeanwhile has the token reset during an outage: the bot notices as soon as REST answers and does not try a
// dead session for ever.
func TestTokenResetMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		var away atomic.Bool
		r := newRig(t, d, func(o *gateway.Options) {
			o.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
				if away.Load() {
					return nil, errors.New("connection refused")
				}
				return d.Dial(ctx, network, addr)
			}
		})
		d.WaitReady(1)
		away.Store(true)
		d.Fail(discordtest.GatewayBot, 1<<20, discordtest.RESTFault{Status: 401})
		d.Do(now(discordtest.Cut, 0))
		err := <-r.done
		r.done <- err
		if no, ok := errors.AsType[*gateway.RefusedError](err); !ok || no.Code != 401 {
			t.Errorf("Run: %v", err)
		}
		_ = r.end()
	})
}
