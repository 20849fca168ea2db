package gateway

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// Undecoded is an interaction or message that discordgo cannot decode, with what is needed to say so politely.
type Undecoded struct {
	Event   string // INTERACTION_CREATE or MESSAGE_CREATE
	ID      string // of the interaction or message
	AppID   string // interactions only
	Token   string // interactions only
	Kind    discordgo.InteractionType
	Guild   string // "" in direct messages
	Channel string
	Author  string // user id
	Bot     bool   // the author is a bot or a webhook
}

// decoded returns what handlers are to get for an event, nil for types that discordgo does not know. discordgo hands on
// half-decoded structs after an error: components of a type it does not know leave a message without its author and an
// interaction without its data. Such an event is decoded again without its components, which the bot does not read in
// other people's messages; ok is false if that fails too, and the event is an *Undecoded.
func decoded(e *discordgo.Event) (event any, ok bool) {
	if e.Struct == nil {
		return nil, true
	}
	switch v := e.Struct.(type) {
	case *discordgo.InteractionCreate:
		if whole(v) {
			return v, true
		}
		again := &discordgo.InteractionCreate{}
		if json.Unmarshal(plain(e.RawData), again) == nil && whole(again) {
			return again, true
		}
		return undecoded(e), false
	case *discordgo.MessageCreate:
		if v.Message != nil && v.Author != nil {
			return v, true
		}
		again := &discordgo.MessageCreate{}
		if json.Unmarshal(plain(e.RawData), again) == nil && again.Message != nil && again.Author != nil {
			return again, true
		}
		return undecoded(e), false
	}
	return e.Struct, true
}

// whole tells whether an interaction has what its type promises.
func whole(i *discordgo.InteractionCreate) bool {
	return i.Interaction != nil && i.ID != "" && i.Type != 0 && (i.Data != nil || i.Type == discordgo.InteractionPing) &&
		(i.User != nil || i.Member != nil && i.Member.User != nil)
}

// plain is the JSON without the components of messages. What a member typed into a modal stays.
func plain(raw []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v map[string]any
	if d.Decode(&v) != nil {
		return nil
	}
	typed := v["data"]
	strip(v, typed)
	if data, ok := typed.(map[string]any); ok {
		strip(data["resolved"], nil)
	}
	out, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	return out
}

// strip empties every "components" below v, but leaves the object keep alone.
func strip(v, keep any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			strip(e, keep)
		}
	case map[string]any:
		if _, ok := v["components"]; ok {
			v["components"] = []any{}
		}
		for k, e := range v {
			if k != "data" || keep == nil {
				strip(e, keep)
			}
		}
	}
}

// undecoded reads the few fields that are needed to answer.
func undecoded(e *discordgo.Event) *Undecoded {
	type user struct {
		ID  string `json:"id"`
		Bot bool   `json:"bot"`
	}
	var f struct {
		ID      string          `json:"id"`
		AppID   string          `json:"application_id"`
		Token   string          `json:"token"`
		Kind    json.RawMessage `json:"type"`
		Guild   string          `json:"guild_id"`
		Channel string          `json:"channel_id"`
		Webhook string          `json:"webhook_id"`
		Author  user            `json:"author"`
		User    user            `json:"user"`
		Member  struct {
			User user `json:"user"`
		} `json:"member"`
	}
	_ = json.Unmarshal(e.RawData, &f) // fields before and after a bad one are filled
	u := &Undecoded{
		Event: e.Type, ID: f.ID, AppID: f.AppID, Token: f.Token, Guild: f.Guild, Channel: f.Channel,
		Bot: f.Author.Bot || f.Webhook != "",
	}
	if e.Type == "INTERACTION_CREATE" {
		_ = json.Unmarshal(f.Kind, &u.Kind)
	}
	for _, who := range []user{f.Author, f.User, f.Member.User} {
		if u.Author == "" {
			u.Author = who.ID
		}
	}
	return u
}

// answer is a made-up 200 with a JSON body.
func answer(r *http.Request, body []byte) *http.Response {
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
	}
}
