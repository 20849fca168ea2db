package discord_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// TestEndpointRefuses posts what Discord did not sign, or not lately, or not for
// the first time, and bodies that are no interactions.
func TestEndpointRefuses(t *testing.T) {
	slash := []byte(`{"id":"2","type":2,"token":"x","data":{"name":"help"}}`)
	ping := []byte(`{"type":1}`)
	now := time.Now()
	large := []byte(`{"type":2,"token":"` + strings.Repeat("x", 10<<20) + `"}`)
	_, stranger, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	other := discordtest.Sign(slash, now)
	other.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(stranger, append([]byte(other.Get("X-Signature-Timestamp")), slash...))))
	with := func(h http.Header, name, value string) http.Header {
		h = h.Clone()
		h.Set(name, value)
		return h
	}
	signed := discordtest.Sign(slash, now)
	endpoint := newEndpoint(t, func([]byte) error { return nil })
	for _, tt := range []struct {
		name, word string
		status     int
		body       io.Reader
		header     http.Header
	}{
		{"a ping", "ping", 200, bytes.NewReader(ping), discordtest.Sign(ping, now)},
		{"the first time", "taken", 202, bytes.NewReader(slash), signed},
		{"a second time", "repeated", 409, bytes.NewReader(slash), signed},
		{"no headers", "unsigned", 401, bytes.NewReader(slash), http.Header{}},
		{"somebody else's key", "unsigned", 401, bytes.NewReader(slash), other},
		{"another body", "unsigned", 401, strings.NewReader(string(slash) + " "), signed},
		{"another time", "unsigned", 401, bytes.NewReader(slash), with(signed, "X-Signature-Timestamp", "1")},
		{"no digits", "unsigned", 401, bytes.NewReader(slash), with(signed, "X-Signature-Ed25519", "zz")},
		{"half a signature", "unsigned", 401, bytes.NewReader(slash), with(signed, "X-Signature-Ed25519", signed.Get("X-Signature-Ed25519")[:64])},
		{"long ago", "old", 401, bytes.NewReader(slash), discordtest.Sign(slash, now.Add(-6*time.Minute))},
		{"from the future", "old", 401, bytes.NewReader(slash), discordtest.Sign(slash, now.Add(6*time.Minute))},
		{"ten megabytes", "large", 413, bytes.NewReader(large), discordtest.Sign(large, now)},
		{"no JSON", "unreadable", 400, strings.NewReader("{"), discordtest.Sign([]byte("{"), now)},
		{"a body that does not come", "slow", 408, iotest.ErrReader(os.ErrDeadlineExceeded), signed},
		{"a broken connection", "unreadable", 400, iotest.ErrReader(errors.New("reset")), signed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var words []string
			w := httptest.NewRecorder()
			r := httptest.NewRequest(http.MethodPost, "/interactions", tt.body)
			r.Header = tt.header
			endpoint.Outcome = func(word string) { words = append(words, word) }
			endpoint.ServeHTTP(w, r)
			if diff := cmp.Diff([]string{tt.word}, words); diff != "" || w.Code != tt.status {
				t.Errorf("status %d, want %d; outcome (-want +got):\n%s", w.Code, tt.status, diff)
			}
		})
	}
}

func newEndpoint(t *testing.T, take func([]byte) error) *discord.Endpoint {
	t.Helper()
	e, err := discord.NewEndpoint(discordtest.PublicKey(), take, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestEndpointBusy tells Discord when nobody will answer.
func TestEndpointBusy(t *testing.T) {
	body := []byte(`{"id":"2","type":2,"token":"x","data":{"name":"help"}}`)
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, "/interactions", bytes.NewReader(body))
	r.Header = discordtest.Sign(body, time.Now())
	newEndpoint(t, func([]byte) error { return errors.New("ending") }).ServeHTTP(w, r)
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d", w.Code)
	}
}

// deadlined notes until when a body is waited for.
type deadlined struct {
	http.ResponseWriter
	read time.Time
}

func (d *deadlined) SetReadDeadline(t time.Time) error {
	d.read = t
	return nil
}

// TestEndpointWaits gives a body that comes in drops three seconds.
func TestEndpointWaits(t *testing.T) {
	body := []byte(`{"type":1}`)
	r := httptest.NewRequest(http.MethodPost, "/interactions", iotest.OneByteReader(bytes.NewReader(body)))
	r.Header = discordtest.Sign(body, time.Now())
	w := &deadlined{ResponseWriter: httptest.NewRecorder()}
	before := time.Now()
	newEndpoint(t, nil).ServeHTTP(w, r)
	if d := w.read.Sub(before); d < 2*time.Second || d > 4*time.Second {
		t.Errorf("waits %v for a body", d)
	}
}

func TestEndpointKey(t *testing.T) {
	for _, key := range []string{"", "zz", "abcd", strings.Repeat("a", 66)} {
		if _, err := discord.NewEndpoint(key, nil, slog.New(slog.DiscardHandler)); err == nil {
			t.Errorf("%q is no key", key)
		}
	}
}
