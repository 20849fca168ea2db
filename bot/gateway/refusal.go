package gateway

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"time"
)

// RefusedError is the error of [Supervisor.Run] when Discord will not let the bot in, whatever it does: somebody must change
// a setting first.
type RefusedError struct {
	Code int    // the gateway's close code, or 401 when REST refused the token
	What string // the cause
	Do   string // what to do
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("discord refuses the bot (%d, %s): %s", e.Code, e.What, e.Do)
}

// refusals are the close codes after which no new connection can succeed, per Discord's documentation.
var refusals = map[int]RefusedError{
	http.StatusUnauthorized: {What: "wrong token", Do: "copy the bot's token anew from the Discord developer portal into DISCORD_TOKEN"},
	4004:                    {What: "wrong token", Do: "copy the bot's token anew from the Discord developer portal into DISCORD_TOKEN"},
	4010:                    {What: "invalid shard", Do: "set VERBATIM_SHARDS to auto"},
	shardingRequired:        {What: "sharding required", Do: "the bot is in too many servers for one connection: set VERBATIM_SHARDS to auto"},
	4012:                    {What: "invalid API version", Do: "this version of verbatim is too old for Discord: update it"},
	4013:                    {What: "invalid intents", Do: "this version of verbatim is too old for Discord: update it"},
	4014:                    {What: "disallowed intents", Do: "switch on the intents that the bot asks for in the Discord developer portal, under Bot"},
}

// shardingRequired is the close code for a bot in too many servers for its connections.
const shardingRequired = 4011

// refused is the error for a code that is final, nil for others.
func refused(code int) *RefusedError {
	r, ok := refusals[code]
	if !ok {
		return nil
	}
	r.Code = code
	return &r
}

// closeError is a close frame from Discord.
type closeError struct {
	code int
	text string
}

func (e closeError) Error() string {
	return fmt.Sprintf("discord closed the connection (%d %s)", e.code, e.text)
}

// forgets tells whether the code says that the session is gone: not authenticated, invalid sequence, session timed out.
func (e closeError) forgets() bool { return e.code == 4003 || e.code == 4007 || e.code == 4009 }

// upgradeError is the answer of something at the gateway's address that does not switch to WebSocket.
type upgradeError struct {
	status int           // of HTTP
	after  time.Duration // as Retry-After asks, 0 = it does not
}

func (e upgradeError) Error() string {
	s := fmt.Sprintf("the gateway refused the connection (HTTP %d %s)", e.status, http.StatusText(e.status))
	switch {
	case e.after > 0:
		s += fmt.Sprintf(", asking to wait %v", e.after)
	case e.status == http.StatusForbidden:
		s += ": is this machine's address banned, or is a proxy in the way?"
	case e.status < http.StatusBadRequest:
		s += ": that is no gateway; is a proxy in the way?"
	}
	return s
}

// Bounds of the wait after a refused upgrade.
const (
	bannedWait     = time.Minute // a ban lasts for minutes to an hour: asking sooner prolongs it
	longestRefused = time.Hour   // whatever Retry-After says
)

// wait is how long to wait at least before the next connection. Back-off comes on top.
func (e upgradeError) wait() time.Duration {
	if e.status == http.StatusForbidden || e.status == http.StatusUnauthorized {
		return min(max(e.after, bannedWait), longestRefused)
	}
	return min(e.after, longestRefused)
}

// statusOf reads the first line of an HTTP answer.
func statusOf(line []byte) (status int, ok bool) {
	f := bytes.Fields(line)
	if len(f) < 2 || !bytes.HasPrefix(f[0], []byte("HTTP/")) {
		return 0, false
	}
	status, err := strconv.Atoi(string(f[1]))
	return status, err == nil
}

// headLimit is how much of a refusal's head is read, in bytes.
const headLimit = 64 << 10

// notUpgraded reads the rest of a refusal's head, as far as it comes.
func notUpgraded(status int, r io.Reader) upgradeError {
	head, _ := textproto.NewReader(bufio.NewReader(io.LimitReader(r, headLimit))).ReadMIMEHeader()
	return upgradeError{status, retryAfter(head.Get("Retry-After"), time.Now())}
}

// retryAfter reads the header of that name: seconds, which Discord gives with a fraction, or a date. It is 0 for anything else.
func retryAfter(s string, now time.Time) time.Duration {
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 0 && n < longestRefused.Seconds()*24 {
		return time.Duration(n * float64(time.Second))
	}
	if at, err := http.ParseTime(s); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}
