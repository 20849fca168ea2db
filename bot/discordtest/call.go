package discordtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Kind of a REST call.
type Kind string

// The kinds. Anything else is kindUnknown, and fails the test.
const (
	kindGateway      Kind = "gateway"
	GatewayBot       Kind = "gateway/bot"
	kindMe           Kind = "me"
	GetCommands      Kind = "get commands"
	PutCommands      Kind = "overwrite commands"
	Callback         Kind = "callback"
	EditOriginal     Kind = "edit original"
	kindGetOriginal  Kind = "get original"
	DropOriginal     Kind = "delete original"
	FollowUp         Kind = "follow-up"
	kindEditFollowUp Kind = "edit follow-up"
	kindGetFollowUp  Kind = "get follow-up"
	kindDropFollowUp Kind = "delete follow-up"
	CreateMessage    Kind = "create message"
	kindEditMessage  Kind = "edit message"
	GetMessage       Kind = "get message"
	kindGetMessages  Kind = "get messages"
	kindDropMessage  Kind = "delete message"
	Typing           Kind = "typing"
	kindReact        Kind = "react"
	OpenDM           Kind = "open direct message"
	kindGetChannel   Kind = "get channel"
	kindGetGuild     Kind = "get guild"
	kindUnknown      Kind = "unknown route"
)

// Types of interaction callbacks, as in Discord's documentation.
const (
	callbackMessage       = 4
	callbackDefer         = 5
	callbackDeferUpdate   = 6
	CallbackUpdate        = 7
	callbackAutocomplete  = 8
	callbackModal         = 9
	ephemeral             = 1 << 6
	maxFirstResponse      = 3 * time.Second
	tokenLife             = 15 * time.Minute
	unknownInteraction    = 10062
	alreadyAcknowledged   = 40060
	unknownWebhook        = 10015
	unknownMessage        = 10008
	invalidWebhookToken   = 50027
	invalidForm           = 50035
	interactionPing       = 1
	interactionCommand    = 2
	interactionComponent  = 3
	interactionSuggestion = 4
	interactionModal      = 5
)

// Call is one REST call, as recorded.
type Call struct {
	N           int // from 1, in the order of arrival
	Kind        Kind
	Method      string
	Path        string // after /api/v9
	Interaction string // id of the interaction it answers, "" = none
	Channel     string // for channel routes
	Message     string // id of the message made or named
	Body        []byte // JSON; the payload_json part of a multipart body; nil = none
	Status      int    // as answered; 0 = connection cut
	Private     bool   // the member alone sees it
	At          time.Time
	After       time.Duration // since the interaction was sent, 0 for others
}

// Calls returns the recorded calls of these kinds, of all kinds when none is named.
func (s *Server) Calls(kinds ...Kind) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sift(func(c Call) bool { return len(kinds) == 0 || slices.Contains(kinds, c.Kind) })
}

// Wait waits until n calls satisfy match and returns them.
func (s *Server) Wait(n int, match func(Call) bool) []Call {
	s.t.Helper()
	var got []Call
	s.until(func() string { return fmt.Sprintf("%d calls; recorded:\n%s", n, s.dump()) }, func() bool {
		got = s.sift(match)
		return len(got) >= n
	})
	return got
}

// WaitKind waits for the n-th call of a kind and returns it.
func (s *Server) WaitKind(n int, k Kind) Call {
	s.t.Helper()
	return s.Wait(n, func(c Call) bool { return c.Kind == k })[n-1]
}

// Reply waits for the first thing that an interaction puts before the member: the callback, or after a deferral the edit
// of the original response. A follow-up counts when nothing came before it.
func (s *Server) Reply(in Sent) Call {
	s.t.Helper()
	return s.Wait(1, func(c Call) bool { return c.Interaction == in.ID && c.Shows() })[0]
}

// ReplyTo waits for the first channel message that refers to a message, as mentions and direct messages are answered.
func (s *Server) ReplyTo(message string) Call {
	s.t.Helper()
	return s.Wait(1, func(c Call) bool {
		if c.Kind != CreateMessage || !c.Shows() {
			return false
		}
		var b struct {
			Ref struct {
				ID string `json:"message_id"`
			} `json:"message_reference"`
		}
		_ = json.Unmarshal(c.Body, &b)
		return b.Ref.ID == message
	})[0]
}

// sift copies the calls that match. Callers hold s.mu.
func (s *Server) sift(match func(Call) bool) []Call {
	var got []Call
	for _, c := range s.calls {
		if match(c) {
			got = append(got, c)
		}
	}
	return got
}

func (s *Server) dump() string {
	var b strings.Builder
	for _, c := range s.Calls() {
		fmt.Fprintln(&b, c)
	}
	return b.String()
}

// String is the call in one line.
func (c Call) String() string {
	return fmt.Sprintf("#%d %s %s -> %d %s", c.N, c.Method, c.Path, c.Status, clip(string(c.Body), 300))
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

// Type is the callback's type, 0 for other calls.
func (c Call) Type() int {
	var b struct {
		Type int `json:"type"`
	}
	if c.Kind == Callback {
		_ = json.Unmarshal(c.Body, &b)
	}
	return b.Type
}

// Data decodes what the call shows: a callback's data, else the whole body.
func (c Call) Data() map[string]any {
	var m map[string]any
	_ = json.Unmarshal(c.Body, &m)
	if c.Kind == Callback {
		m, _ = m["data"].(map[string]any)
	}
	return m
}

// Text is the content of the message.
func (c Call) Text() string {
	t, _ := c.Data()["content"].(string)
	return t
}

// Shows tells whether the call puts something before a member: a message, a modal or suggestions, and was accepted.
func (c Call) Shows() bool {
	switch c.Kind {
	case Callback:
		t := c.Type()
		return c.Status < 300 && t != callbackDefer && t != callbackDeferUpdate
	case EditOriginal, FollowUp, kindEditFollowUp, CreateMessage, kindEditMessage:
		return c.Status >= 200 && c.Status < 300
	}
	return false
}

// Button is a button as sent.
type Button struct {
	Label, CustomID, URL string
	Style                int
	Disabled             bool
}

// Buttons lists the message's buttons in order.
func (c Call) Buttons() []Button {
	var all []Button
	walk(c.Data()["components"], func(m map[string]any) {
		if num(m["type"]) != 2 {
			return
		}
		b := Button{Style: num(m["style"])}
		b.Label, _ = m["label"].(string)
		b.CustomID, _ = m["custom_id"].(string)
		b.URL, _ = m["url"].(string)
		b.Disabled, _ = m["disabled"].(bool)
		all = append(all, b)
	})
	return all
}

// Option is an option of a select menu as sent.
type Option struct{ Label, Value, Description string }

// Select returns the custom id and the options of the message's first select menu, "" if it has none.
func (c Call) Select() (customID string, options []Option) {
	walk(c.Data()["components"], func(m map[string]any) {
		if num(m["type"]) != 3 || customID != "" {
			return
		}
		customID, _ = m["custom_id"].(string)
		list, _ := m["options"].([]any)
		for _, o := range list {
			o, _ := o.(map[string]any)
			var one Option
			one.Label, _ = o["label"].(string)
			one.Value, _ = o["value"].(string)
			one.Description, _ = o["description"].(string)
			options = append(options, one)
		}
	})
	return customID, options
}

// Modal is the custom id of the form that the call opens, "" if it opens none.
func (c Call) Modal() string {
	if c.Type() != callbackModal {
		return ""
	}
	id, _ := c.Data()["custom_id"].(string)
	return id
}

// Choice is an autocomplete suggestion as sent.
type Choice struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// Choices lists the suggestions of an autocomplete callback.
func (c Call) Choices() []Choice {
	var b struct {
		Data struct {
			Choices []Choice `json:"choices"`
		} `json:"data"`
	}
	_ = json.Unmarshal(c.Body, &b)
	return b.Data.Choices
}

// walk visits every JSON object below v, parents first.
func walk(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			walk(e, visit)
		}
	case map[string]any:
		visit(v)
		for _, k := range []string{"components", "component", "accessory", "items"} {
			walk(v[k], visit)
		}
	}
}

func num(v any) int {
	f, _ := v.(float64)
	return int(f)
}
