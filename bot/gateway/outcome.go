package gateway

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"net"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Outcomes of a call that a caller may want to tell apart, with errors.Is.
var (
	errTooLate   = errors.New("the interaction is over")                 // 10062, 10015, 50027: no answer in 3 s, or older than 15 minutes
	ErrAnswered  = errors.New("the interaction has an answer already")   // 40060: another process gave it, or the call came twice
	ErrForbidden = errors.New("the bot may not write there")             // 50001, 50013, 403
	ErrNoHistory = errors.New("the bot may not reply to messages there") // 160002: it cannot read the message history
	errNoDM      = errors.New("the member takes no direct messages")     // 50007
	errGone      = errors.New("the message or channel is gone")          // 10003, 10008
	errRejected  = errors.New("discord rejected the body")               // 400
	ErrThrottled = errors.New("discord's rate limit holds for too long") // 429
	ErrDown      = errors.New("discord does not answer")                 // 5xx, network
)

// outcomes of Discord's error codes.
var outcomes = map[int]error{
	160002: ErrNoHistory,
	10062:  errTooLate, 10015: errTooLate, 50027: errTooLate,
	40060: ErrAnswered,
	50001: ErrForbidden, 50013: ErrForbidden,
	50007: errNoDM,
	10003: errGone, 10008: errGone,
}

// judgement is what an error of discordgo's means.
type judgement struct {
	outcome error
	wait    time.Duration // as a rate limit asks, 0 = it does not
	undone  bool          // of ErrDown: Discord has certainly not done it
}

// judge turns discordgo's error into an outcome. A global limit holds all other calls too.
func (r *REST) judge(err error, seen head) judgement {
	tried, sent := errors.AsType[*url.Error](err)
	if !sent && errors.Is(err, ErrThrottled) {
		return judgement{outcome: err, wait: math.MaxInt64} // the context would end before
	}
	// The guard did not try. The client's words hold the URL with its token: not kept.
	for _, untried := range []error{errPaused, ErrThrottled} {
		if errors.Is(err, untried) {
			return judgement{outcome: fmt.Errorf("gateway: %w", untried), wait: pausedWait}
		}
	}
	after := retryAfter(seen.Get("Retry-After"), time.Now())
	if limited, ok := errors.AsType[*discordgo.RateLimitError](err); ok {
		after = max(limited.RetryAfter, after, 50*time.Millisecond)
		if seen.Get("X-RateLimit-Global") != "" || seen.Get("X-RateLimit-Scope") == "global" {
			r.held.Store(time.Now().Add(after).UnixNano())
		}
		return judgement{outcome: fmt.Errorf("gateway: %w (%v)", ErrThrottled, after), wait: after}
	}
	if rest, ok := errors.AsType[*discordgo.RESTError](err); ok {
		status := rest.Response.StatusCode
		return judgement{outcome: outcomeOf(status, rest), undone: status == http.StatusServiceUnavailable}
	}
	// A 429 or 502 without JSON, a broken or timed-out connection. discordgo's words hold the URL with its token: not kept.
	if seen.status > 0 {
		return judgement{outcome: fmt.Errorf("gateway: %w (%d)", ErrDown, seen.status), wait: after, undone: seen.status == http.StatusTooManyRequests}
	}
	op, ok := errors.AsType[*net.OpError](tried)
	return judgement{outcome: fmt.Errorf("gateway: %w", ErrDown), undone: ok && op.Op == "dial"}
}

// outcomeOf names what a refusal of Discord's means, with its code, and where in the body the fault is: a path and a code,
// never the words.
func outcomeOf(status int, rest *discordgo.RESTError) error {
	code, text := 0, ""
	if rest.Message != nil {
		code, text = rest.Message.Code, rest.Message.Message
	}
	known := outcomes[code]
	switch {
	case known != nil:
	case status >= 500:
		known = ErrDown
	case status == http.StatusForbidden:
		known = ErrForbidden
	case status == http.StatusNotFound:
		known = errGone
	default:
		known = errRejected
	}
	if at := firstFault(rest.ResponseBody); at != "" {
		text += ", at " + at
	}
	return fmt.Errorf("gateway: %w (%d, code %d %s)", known, status, code, text)
}

// faultLimit bounds what is told of a rejected body, in bytes.
const faultLimit = 120

// firstFault finds the first fault in Discord's answer to a rejected body: its path and code, such as
// "3.options.0.name BASE_TYPE_BAD_LENGTH". Discord's words are left out, as they may repeat what was sent. It is "" when
// the answer tells of none.
func firstFault(answer []byte) string {
	var a struct {
		Errors map[string]json.RawMessage `json:"errors"`
	}
	if json.Unmarshal(answer, &a) != nil {
		return ""
	}
	path := ""
	for level := a.Errors; ; {
		var faults []struct {
			Code string `json:"code"`
		}
		if json.Unmarshal(level["_errors"], &faults) == nil && len(faults) > 0 {
			return clip(path+" "+faults[0].Code, faultLimit)
		}
		keys := slices.Sorted(maps.Keys(level))
		var below map[string]json.RawMessage
		if len(keys) == 0 || json.Unmarshal(level[keys[0]], &below) != nil {
			return clip(path, faultLimit)
		}
		if path != "" {
			path += "."
		}
		path += keys[0]
		level = below
	}
}

func clip(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}
