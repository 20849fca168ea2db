package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

// answer is what a route says: a status and a JSON body (nil = none).
type answer struct {
	status int
	body   any
}

func refuse(status, code int, message string) answer {
	return answer{status, map[string]any{"code": code, "message": message}}
}

type route func(c *Call, r *http.Request) answer

// handler is REST under /api/v9 (and v10) and the gateway at the root.
func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	add := func(k Kind, pattern string, do route) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { s.serve(k, do, w, r) })
	}
	add(kindGateway, "GET /gateway", s.gateway)
	add(GatewayBot, "GET /gateway/bot", s.gatewayBot)
	add(kindMe, "GET /users/@me", func(*Call, *http.Request) answer { return answer{200, bot()} })
	add(OpenDM, "POST /users/@me/channels", s.openDM)
	for _, at := range []string{"/applications/{app}/commands", "/applications/{app}/guilds/{guild}/commands"} {
		add(GetCommands, "GET "+at, s.getCommands)
		add(PutCommands, "PUT "+at, s.putCommands)
	}
	add(Callback, "POST /interactions/{id}/{token}/callback", s.callback)
	const hook = " /webhooks/{app}/{token}"
	add(FollowUp, "POST"+hook, s.followUp)
	add(EditOriginal, "PATCH"+hook+"/messages/@original", s.webhookMessage)
	add(kindGetOriginal, "GET"+hook+"/messages/@original", s.webhookMessage)
	add(DropOriginal, "DELETE"+hook+"/messages/@original", s.webhookMessage)
	add(kindEditFollowUp, "PATCH"+hook+"/messages/{message}", s.webhookMessage)
	add(kindGetFollowUp, "GET"+hook+"/messages/{message}", s.webhookMessage)
	add(kindDropFollowUp, "DELETE"+hook+"/messages/{message}", s.webhookMessage)
	const channel = " /channels/{channel}"
	add(CreateMessage, "POST"+channel+"/messages", s.createMessage)
	add(kindGetMessages, "GET"+channel+"/messages", func(*Call, *http.Request) answer { return answer{200, []any{}} })
	add(kindEditMessage, "PATCH"+channel+"/messages/{message}", s.message)
	add(GetMessage, "GET"+channel+"/messages/{message}", s.message)
	add(kindDropMessage, "DELETE"+channel+"/messages/{message}", s.message)
	add(Typing, "POST"+channel+"/typing", func(*Call, *http.Request) answer { return answer{204, nil} })
	add(kindReact, "PUT"+channel+"/messages/{message}/reactions/{emoji}/@me", func(*Call, *http.Request) answer { return answer{204, nil} })
	add(kindGetChannel, "GET"+channel, s.getChannel)
	add(kindGetGuild, "GET /guilds/{guild}", s.getGuild)
	add(kindUnknown, "/", func(*Call, *http.Request) answer { return refuse(404, 0, "404: Not Found") })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, v := range []string{"/api/v9", "/api/v10"} {
			if rest, ok := strings.CutPrefix(r.URL.EscapedPath(), v+"/"); ok {
				r = r.Clone(r.Context())
				r.URL.RawPath = "/" + rest
				r.URL.Path = strings.TrimPrefix(r.URL.Path, v)
				mux.ServeHTTP(w, r)
				return
			}
		}
		s.serveGateway(w, r)
	})
}

// serve records a call, checks it, does it and answers; faults set with Fail come in between.
func (s *Server) serve(k Kind, do route, w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	c := Call{
		Kind: k, Method: r.Method, Path: r.URL.EscapedPath(), Channel: r.PathValue("channel"), Message: r.PathValue("message"),
		Body: payload(r.Header.Get("Content-Type"), raw), At: time.Now(),
	}
	s.mu.Lock()
	over := s.closed
	if p := s.pending[r.PathValue("token")]; p != nil {
		c.Interaction, c.After, c.Channel = p.ID, c.At.Sub(p.sent), p.channel
	}
	s.mu.Unlock()
	if over {
		http.Error(w, "the test is over", http.StatusServiceUnavailable)
		return
	}
	if !s.opts.Light {
		s.inspect(c, r)
	}
	f := s.fault(k)
	if f.Delay > 0 {
		timer := time.NewTimer(f.Delay)
		select {
		case <-timer.C:
		case <-r.Context().Done():
			timer.Stop()
			s.record(c)
			return
		}
	}
	if f.Status != 0 {
		s.misbehave(w, c, f)
		return
	}
	s.mu.Lock()
	a := do(&c, r)
	s.mu.Unlock()
	if f.Cut {
		s.record(c)
		if cut, ok := r.Context().Value(cutKey{}).(*bool); ok {
			*cut = true
			return
		}
		panic(http.ErrAbortHandler)
	}
	c.Status = a.status
	s.record(c)
	reply(w, a)
}

// payload is the JSON of a body; with files it is the part named payload_json.
func payload(contentType string, raw []byte) []byte {
	kind, params, _ := mime.ParseMediaType(contentType)
	if kind != "multipart/form-data" {
		return raw
	}
	parts := multipart.NewReader(bytes.NewReader(raw), params["boundary"])
	for {
		p, err := parts.NextPart()
		if err != nil {
			return nil
		}
		if p.FormName() == "payload_json" {
			b, _ := io.ReadAll(p)
			return b
		}
	}
}

func (s *Server) record(c Call) {
	if s.opts.Light {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c.N = len(s.calls) + 1
	s.calls = append(s.calls, c)
	s.tell()
}

// misbehave answers a call with a fault instead of doing it.
func (s *Server) misbehave(w http.ResponseWriter, c Call, f RESTFault) {
	c.Status = f.Status
	s.record(c)
	a := refuse(f.Status, f.Code, "scripted")
	if f.Status == http.StatusTooManyRequests {
		a.body = map[string]any{"message": "You are being rate limited.", "retry_after": f.RetryAfter.Seconds(), "global": f.Global, "code": f.Code}
	}
	if f.Headers {
		h := w.Header()
		h.Set("Retry-After", fmt.Sprintf("%.3f", f.RetryAfter.Seconds()))
		h.Set("X-RateLimit-Scope", or(f.Scope, "user"))
		if f.Global {
			h.Set("X-RateLimit-Global", "true")
		} else {
			h.Set("X-RateLimit-Limit", "5")
			h.Set("X-RateLimit-Remaining", "0")
			h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", f.RetryAfter.Seconds()))
			h.Set("X-RateLimit-Bucket", "scripted")
		}
	}
	if f.Text != "" {
		w.WriteHeader(f.Status)
		_, _ = io.WriteString(w, f.Text)
		return
	}
	reply(w, a)
}

func reply(w http.ResponseWriter, a answer) {
	if a.body == nil {
		w.WriteHeader(a.status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(a.status)
	_ = json.NewEncoder(w).Encode(a.body)
}

func (s *Server) gatewayURL(host string) string {
	if s.opts.Memory {
		return "ws://" + host + ".discordtest"
	}
	return "ws://" + s.listener.Addr().String()
}

func (s *Server) gateway(*Call, *http.Request) answer {
	return answer{200, map[string]any{"url": s.gatewayURL("gateway")}}
}

func (s *Server) gatewayBot(_ *Call, r *http.Request) answer {
	if r.Header.Get("Authorization") != Token {
		return refuse(401, 0, "401: Unauthorized")
	}
	left := s.opts.Identifies
	if left == 0 {
		left = 1000
	}
	return answer{200, map[string]any{
		"url": s.gatewayURL("gateway"), "shards": max(1, s.opts.Shards),
		"session_start_limit": map[string]any{
			"total": 1000, "remaining": max(0, left), "reset_after": 3600000, "max_concurrency": max(1, s.opts.MaxConcurrency),
		},
	}}
}

func (s *Server) getCommands(_ *Call, r *http.Request) answer {
	list := []json.RawMessage{}
	if b := s.commands[r.PathValue("guild")]; b != nil {
		_ = json.Unmarshal(b, &list)
	}
	return answer{200, list}
}

func (s *Server) putCommands(c *Call, r *http.Request) answer {
	var list []map[string]any
	if err := json.Unmarshal(c.Body, &list); err != nil {
		return refuse(400, invalidForm, "Invalid Form Body")
	}
	for _, m := range list {
		m["id"], m["application_id"], m["version"] = s.snowflake(), AppID, s.snowflake()
		if m["type"] == nil {
			m["type"] = 1
		}
		if g := r.PathValue("guild"); g != "" {
			m["guild_id"] = g
		}
	}
	b, _ := json.Marshal(list)
	s.commands[r.PathValue("guild")] = b
	return answer{200, list}
}

func (s *Server) openDM(c *Call, _ *http.Request) answer {
	var b struct {
		Recipient string `json:"recipient_id"`
	}
	_ = json.Unmarshal(c.Body, &b)
	return answer{200, map[string]any{"id": "7" + b.Recipient, "type": 1, "recipients": []any{user(b.Recipient, "", false)}}}
}

func (s *Server) getChannel(c *Call, _ *http.Request) answer {
	return answer{200, map[string]any{"id": c.Channel, "type": 0, "name": "room", "guild_id": GuildID}}
}

// post keeps a message of the bot and returns it.
func (s *Server) post(channel, guild string, body map[string]any) map[string]any {
	m := map[string]any{
		"id": s.snowflake(), "type": 0, "channel_id": channel, "author": bot(), "content": "", "tts": false, "pinned": false,
		"timestamp": time.Now().UTC().Format(time.RFC3339Nano), "edited_timestamp": nil, "mention_everyone": false,
		"mentions": []any{}, "mention_roles": []any{}, "attachments": []any{}, "embeds": []any{}, "components": []any{}, "flags": 0,
	}
	if guild != "" {
		m["guild_id"] = guild
	}
	amend(m, body)
	if !s.opts.Light {
		id, _ := m["id"].(string)
		s.messages[id] = m
	}
	return m
}

// amend writes the fields of a body that a message shows.
func amend(m, body map[string]any) {
	for _, k := range []string{"content", "embeds", "components", "flags", "message_reference", "nonce"} {
		if v, ok := body[k]; ok && v != nil {
			if k == "flags" { // an edit does not change who sees the message
				v = num(v) | flagsOf(m)&ephemeral
			}
			m[k] = v
		}
	}
}

// flagsOf are the flags of a message, as kept here or as read from JSON.
func flagsOf(m map[string]any) int {
	if n, ok := m["flags"].(int); ok {
		return n
	}
	return num(m["flags"])
}

func (s *Server) createMessage(c *Call, _ *http.Request) answer {
	guild := GuildID
	if c.Channel == DM || strings.HasPrefix(c.Channel, "7") { // openDM makes the latter
		guild = ""
	}
	body := c.Data()
	nonce, _ := body["nonce"].(string)
	enforced, _ := body["enforce_nonce"].(bool)
	if m := s.double(nonce); enforced && m != nil {
		s.count(questionOf(body), false)
		c.Message, _ = m["id"].(string)
		return answer{200, m}
	}
	m := s.post(c.Channel, guild, body)
	s.remember(nonce, m)
	s.count(questionOf(body), true)
	c.Message, _ = m["id"].(string)
	return answer{200, m}
}

func (s *Server) message(c *Call, r *http.Request) answer {
	m := s.messages[c.Message]
	if m == nil {
		return refuse(404, unknownMessage, "Unknown Message")
	}
	switch r.Method {
	case http.MethodDelete:
		delete(s.messages, c.Message)
		return answer{204, nil}
	case http.MethodPatch:
		m = maps.Clone(m)
		amend(m, c.Data())
		s.messages[c.Message] = m
	}
	return answer{200, m}
}
