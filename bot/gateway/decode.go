package gateway

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"reflect"
	"slices"

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
// other people's messages, and then without every field that is not what discordgo expects; ok is false if too little is
// left, and the event is an *Undecoded.
func decoded(e *discordgo.Event) (event any, ok bool) {
	if e.Struct == nil {
		return nil, true
	}
	switch v := e.Struct.(type) {
	case *discordgo.InteractionCreate:
		if whole(v) {
			return v, true
		}
		for _, raw := range [][]byte{plain(e.RawData), readable(plain(e.RawData), &discordgo.InteractionCreate{})} {
			again := &discordgo.InteractionCreate{}
			if json.Unmarshal(raw, again) == nil && whole(again) {
				return again, true
			}
		}
		return undecoded(e), false
	case *discordgo.MessageCreate:
		if v.Message != nil && v.Author != nil {
			return v, true
		}
		for _, raw := range [][]byte{plain(e.RawData), readable(plain(e.RawData), &discordgo.MessageCreate{})} {
			again := &discordgo.MessageCreate{}
			if json.Unmarshal(raw, again) == nil && again.Message != nil && again.Author != nil {
				return again, true
			}
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

// readable is the JSON without the fields that cannot be decoded into a value like it, nil when that is none at all. It
// tries them one by one, which takes a millisecond: only events that fail otherwise come here.
func readable(raw []byte, like any) []byte {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v map[string]any
	if d.Decode(&v) != nil {
		return nil
	}
	var out []byte
	kept := fitting(v, func(part any) bool {
		if m, ok := part.(map[string]any); ok && m["data"] == nil { // discordgo wants some for every type
			m = maps.Clone(m)
			m["data"] = map[string]any{}
			part = m
		}
		data, err := json.Marshal(part)
		if err != nil {
			return false
		}
		err = json.Unmarshal(data, reflect.New(reflect.TypeOf(like).Elem()).Interface())
		if err == nil {
			out = data
		}
		return err == nil
	})
	had, _ := v["data"].(map[string]any)
	has, _ := kept.(map[string]any)["data"].(map[string]any)
	if v["data"] != nil && (len(had) == 0 || len(has) == 0) {
		return nil
	}
	for _, k := range []string{"name", "options", "target_id", "custom_id", "values", "components"} {
		if !reflect.DeepEqual(had[k], has[k]) {
			return nil // what was done is what cannot be read; half of it might mean something else
		}
	}
	return out
}

// fitting is as much of v as fits.
func fitting(v any, fits func(any) bool) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		keys := slices.Sorted(maps.Keys(v))
		slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(depends(a), depends(b)) })
		for _, k := range keys {
			put := func(x any) bool {
				out[k] = x
				return fits(out)
			}
			if put(v[k]) || put(fitting(v[k], put)) {
				continue
			}
			delete(out, k)
		}
		fits(out)
		return out
	case []any:
		out := []any{}
		for _, e := range v {
			if part := append(slices.Clone(out), e); fits(part) {
				out = part
			}
		}
		fits(out)
		return out
	case json.Number:
		return v.String() // an id as a number
	}
	return v
}

// depends orders fields: what others are read by comes first.
func depends(field string) int {
	switch field {
	case "type", "id":
		return 0
	case "data":
		return 2
	}
	return 1
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
