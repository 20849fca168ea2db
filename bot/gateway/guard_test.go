package gateway_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// TestGuardPauses has Discord refuse everything: the bot stops asking long before Discord bans it, says so once, and goes on
// when the ten minutes are over.
func TestGuardPauses(t *testing.T) {
	for _, tt := range []struct {
		name  string
		fault discordtest.RESTFault
		most  int // requests made in ten minutes of trying
	}{
		{"forbidden", discordtest.RESTFault{Status: 403, Code: 50013}, 5000},
		{"unauthorised", discordtest.RESTFault{Status: 401}, 5000},
		{"limited", discordtest.RESTFault{Status: 429, Scope: "user", Headers: true, RetryAfter: time.Millisecond}, 5000},
		{"limited by a shared resource", discordtest.RESTFault{Status: 429, Scope: "shared", Headers: true, RetryAfter: time.Millisecond}, 6000},
		{"gone", discordtest.RESTFault{Status: 404, Code: 10008}, 6000},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Light: true, Patience: time.Hour})
				d.Fail(discordtest.CreateMessage, 1<<30, tt.fault)
				var logged bytes.Buffer
				made := 0
				client := d.Client()
				client.Transport = counting{client.Transport, &made}
				rest := gateway.NewREST(discordtest.Token, gateway.Guarded(client, slog.New(slog.NewTextHandler(&logged, nil))))
				var last error
				for n := 0; n < 6000 && made < 6000; n++ {
					// A channel each, so that no bucket but ours holds them up.
					ctx, cancel := context.WithTimeout(t.Context(), 45*time.Millisecond) // no time to repeat it
					_, last = rest.Send(ctx, fmt.Sprint(n), gateway.Message{Content: "hi"})
					cancel()
					if errors.Is(last, gateway.ErrPaused) {
						break
					}
				}
				if made < tt.most || made > tt.most+5 {
					t.Errorf("%d requests, want %d", made, tt.most)
				}
				if paused := tt.most == 5000; paused != errors.Is(last, gateway.ErrPaused) || paused != strings.Contains(logged.String(), "no requests for now") {
					t.Errorf("%v\nlog: %s", last, logged.String())
				}
				if last != nil && strings.Contains(last.Error(), "discord.com") {
					t.Errorf("an address in the error: %v", last)
				}
				time.Sleep(12 * time.Minute) //nolint:forbidigo // in a bubble
				before := made
				_, _ = rest.Send(t.Context(), "1", gateway.Message{Content: "hi"})
				if made == before {
					t.Error("no request when the ten minutes were over")
				}
			})
		})
	}
}

// counting counts requests.
type counting struct {
	next http.RoundTripper
	made *int
}

func (c counting) RoundTrip(r *http.Request) (*http.Response, error) {
	*c.made++
	return c.next.RoundTrip(r)
}

// TestGuardSpreads sends far more than Discord's 50 requests a second; what is about interactions does not wait.
func TestGuardSpreads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Light: true, Patience: time.Hour})
		client := d.Client()
		var at []time.Time
		client.Transport = stamping{client.Transport, &at}
		rest := gateway.NewREST(discordtest.Token, gateway.Guarded(client, slog.New(slog.DiscardHandler)))
		began := time.Now()
		for n := range 300 {
			if _, err := rest.Send(t.Context(), fmt.Sprint(n), gateway.Message{Content: "hi"}); err != nil {
				t.Fatal(err)
			}
		}
		for i := range at {
			if i >= 50 && at[i].Sub(at[i-50]) < time.Second {
				t.Fatalf("requests %d to %d in %v", i-50, i, at[i].Sub(at[i-50]))
			}
		}
		if took := time.Since(began); took > 8*time.Second {
			t.Errorf("300 requests took %v", took)
		}
	})
}

// stamping notes when requests are made.
type stamping struct {
	next http.RoundTripper
	at   *[]time.Time
}

func (s stamping) RoundTrip(r *http.Request) (*http.Response, error) {
	*s.at = append(*s.at, time.Now())
	return s.next.RoundTrip(r)
}
