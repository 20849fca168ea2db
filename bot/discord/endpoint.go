package discord

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/hashicorp/golang-lru/v2/expirable"
)

const (
	// endpointMost is how long the body of an interaction may be, in bytes. A
	// form of five full fields and the message below it stays below a third of it.
	endpointMost = 1 << 20
	// endpointAge is how far the time of a signature may be from ours. Discord
	// wants the answer within 3 s; the rest is for clocks that are wrong.
	endpointAge = 5 * time.Minute
	// endpointPatience is how long a body may take to arrive.
	endpointPatience = 3 * time.Second
	// endpointRemembered is how many signatures are remembered to know one that
	// comes again: those of twice endpointAge at 50 interactions a second.
	endpointRemembered = 30_000
)

// Endpoint is the address at which Discord hands over interactions by HTTP
// instead of by the gateway, where the application has an Interactions Endpoint
// URL. It believes only what Discord has signed, lately and for the first time.
// What was asked is answered by REST, as for interactions of the gateway, so the
// request itself is answered with 202 and no body (Discord's documentation,
// "Interaction Callback").
type Endpoint struct {
	key   ed25519.PublicKey
	take  func(interaction []byte) error
	log   *slog.Logger
	known *expirable.LRU[string, struct{}] // signatures

	// Outcome, when set, is told in a word how each request went: taken, ping, or
	// why it was refused: unsigned, old, repeated, large, slow, unreadable, busy.
	Outcome func(word string)
	now     func() time.Time
}

// NewEndpoint makes the endpoint of the application whose public key is given in
// 64 hexadecimal digits. take gets every interaction; its error means that now is
// not the time.
func NewEndpoint(publicKey string, take func(interaction []byte) error, log *slog.Logger) (*Endpoint, error) {
	key, err := hex.DecodeString(publicKey)
	if err == nil && len(key) != ed25519.PublicKeySize {
		err = errors.New("not 32 bytes long")
	}
	if err != nil {
		return nil, err
	}
	return &Endpoint{
		key: key, take: take, log: log, now: time.Now,
		known: expirable.NewLRU[string, struct{}](endpointRemembered, nil, 2*endpointAge),
	}, nil
}

// ServeHTTP takes one interaction.
func (e *Endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	word, status := e.serve(w, r)
	if e.Outcome != nil {
		e.Outcome(word)
	}
	switch {
	case word == "ping":
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"type":1}`) // Discord reads it or asks again
	case status >= 400:
		e.log.LogAttrs(r.Context(), slog.LevelDebug, "interaction refused", slog.String("why", word))
		http.Error(w, http.StatusText(status), status)
	default:
		w.WriteHeader(status)
	}
}

// serve decides what becomes of a request, in a word and an HTTP status. Nothing
// is decoded before the signature holds.
func (e *Endpoint) serve(w http.ResponseWriter, r *http.Request) (word string, status int) {
	signature, err := hex.DecodeString(r.Header.Get("X-Signature-Ed25519"))
	if err != nil || len(signature) != ed25519.SignatureSize {
		return "unsigned", http.StatusUnauthorized
	}
	stamp := r.Header.Get("X-Signature-Timestamp")
	// Where the connection has no deadlines the server's own bounds hold.
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(endpointPatience))
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, endpointMost))
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return "large", http.StatusRequestEntityTooLarge
	}
	if err != nil {
		if errors.Is(err, os.ErrDeadlineExceeded) || errors.Is(err, context.DeadlineExceeded) {
			return "slow", http.StatusRequestTimeout
		}
		return "unreadable", http.StatusBadRequest
	}
	if !ed25519.Verify(e.key, append([]byte(stamp), body...), signature) {
		return "unsigned", http.StatusUnauthorized
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if age := e.now().Sub(time.Unix(seconds, 0)); err != nil || age > endpointAge || age < -endpointAge {
		return "old", http.StatusUnauthorized
	}
	var what struct {
		Type discordgo.InteractionType `json:"type"`
	}
	if json.Unmarshal(body, &what) != nil {
		return "unreadable", http.StatusBadRequest
	}
	if what.Type == discordgo.InteractionPing {
		return "ping", http.StatusOK
	}
	if e.again(string(signature)) {
		return "repeated", http.StatusConflict
	}
	if err := e.take(body); err != nil {
		return "busy", http.StatusServiceUnavailable
	}
	return "taken", http.StatusAccepted
}

// again reports whether the signature was seen before, and remembers it. Two at
// once may both be new: the interaction's id is looked at too, see [Bot.first].
func (e *Endpoint) again(signature string) bool {
	if e.known.Contains(signature) {
		return true
	}
	e.known.Add(signature, struct{}{})
	return false
}
