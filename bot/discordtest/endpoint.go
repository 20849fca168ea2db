package discordtest

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// endpoint is how Discord hands over interactions by HTTP.
type endpoint struct {
	url   string // "" = by the gateway
	posts sync.WaitGroup
}

// endpointSeed makes the application's key pair, the same in every test.
const endpointSeed = "a fake Discord's own signing key"

// PublicKey is the application's public key in hexadecimal digits.
func PublicKey() string {
	key, _ := ed25519.NewKeyFromSeed([]byte(endpointSeed)).Public().(ed25519.PublicKey)
	return hex.EncodeToString(key)
}

// Sign gives the headers with which Discord sends a body at a time.
func Sign(body []byte, at time.Time) http.Header {
	stamp := strconv.FormatInt(at.Unix(), 10)
	signature := ed25519.Sign(ed25519.NewKeyFromSeed([]byte(endpointSeed)), append([]byte(stamp), body...))
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	h.Set("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
	h.Set("X-Signature-Ed25519", hex.EncodeToString(signature))
	h.Set("X-Signature-Timestamp", stamp)
	return h
}

// PostTo makes url the application's Interactions Endpoint: from now on interactions are posted there and no longer sent by
// the gateway. As Discord does, it asks first whether the endpoint answers a PING and refuses one that is badly signed.
func (s *Server) PostTo(url string) {
	s.t.Helper()
	ping := []byte(`{"id":"1","application_id":"` + AppID + `","type":1,"token":"ping","version":1}`)
	status, body := s.endpoint.send(url, ping, Sign(ping, time.Now()))
	var pong struct {
		Type int `json:"type"`
	}
	if err := json.Unmarshal(body, &pong); err != nil || status != http.StatusOK || pong.Type != 1 {
		s.t.Errorf("discordtest: a PING was answered with %d %q", status, body)
	}
	forged := Sign(ping, time.Now())
	forged.Set("X-Signature-Ed25519", hex.EncodeToString(make([]byte, ed25519.SignatureSize)))
	if status, _ := s.endpoint.send(url, ping, forged); status != http.StatusUnauthorized {
		s.t.Errorf("discordtest: a PING with a wrong signature was answered with %d, want 401", status)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.endpoint.url = url
}

// hand posts an interaction. The answer must be 202 without a body, as the first response comes by REST. Callers hold s.mu.
func (e *endpoint) hand(s *Server, interaction map[string]any) {
	body, err := json.Marshal(interaction)
	if err != nil {
		s.t.Errorf("discordtest: %v", err)
		return
	}
	url := e.url
	e.posts.Go(func() {
		status, answer := e.send(url, body, Sign(body, time.Now()))
		if status != http.StatusAccepted || len(answer) > 0 {
			s.complain("an interaction that was posted was answered with %d %q, want 202 and no body", status, answer)
		}
	})
}

// send posts a body; the status is 0 when nobody answers.
func (e *endpoint) send(url string, body []byte, h http.Header) (status int, answer []byte) {
	r, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body)) //nolint:noctx // bounded by the client's time
	if err != nil {
		return 0, nil
	}
	r.Header = h
	c := &http.Client{Timeout: 3 * time.Second}
	res, err := c.Do(r)
	if err != nil {
		return 0, []byte(err.Error())
	}
	defer func() { _ = res.Body.Close() }()
	answer, _ = io.ReadAll(io.LimitReader(res.Body, 1<<10))
	return res.StatusCode, answer
}
