package gateway

import (
	"fmt"
	"net/http"
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
