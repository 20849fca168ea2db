package gateway

import (
	"encoding/json"
	"fmt"

	"github.com/bwmarrin/discordgo"
)

// Message flags, as in Discord's documentation.
const (
	flagSuppressEmbeds = 1 << 2
	flagEphemeral      = 1 << 6
)

// Message is what the bot says. It is written by hand instead of by discordgo's structs, as those leave out empty lists:
// allowed_mentions always says that nobody is pinged but Ping, and an edit always replaces text and components.
type Message struct {
	Content    string
	Components []discordgo.MessageComponent
	Files      []*discordgo.File
	Private    bool     // seen by the member alone; interactions only, and an edit cannot change it
	Previews   bool     // link previews are shown
	Ping       []string // ids of members who are notified where Content mentions them
	ReplyTo    string   // id of the message it replies to, in channels only
	Answers    string   // id of the event that it answers, in channels only: Discord takes one such message in a few minutes
	nonce      string
}

// fields is the JSON of the message.
func (m Message) fields() map[string]any {
	components := m.Components
	if components == nil {
		components = []discordgo.MessageComponent{}
	}
	mentions := map[string]any{"parse": []string{}, "replied_user": false}
	if len(m.Ping) > 0 {
		mentions["users"] = m.Ping
	}
	flags := 0
	if m.Private {
		flags |= flagEphemeral
	}
	if !m.Previews {
		flags |= flagSuppressEmbeds
	}
	j := map[string]any{"content": m.Content, "components": components, "allowed_mentions": mentions, "flags": flags}
	if m.ReplyTo != "" {
		j["message_reference"] = map[string]any{"message_id": m.ReplyTo, "fail_if_not_exists": false}
	}
	if m.nonce != "" {
		j["nonce"], j["enforce_nonce"] = m.nonce, true
	}
	return j
}

// encode is the body of a call that sends the message, and its content type.
func (m Message) encode() (body []byte, contentType string, err error) {
	return encode(m.fields(), m.Files)
}

func encode(j map[string]any, files []*discordgo.File) (body []byte, contentType string, err error) {
	if len(files) > 0 {
		contentType, body, err = discordgo.MultipartBodyWithJSON(j, files)
	} else {
		contentType = "application/json"
		body, err = json.Marshal(j)
	}
	if err != nil {
		return nil, "", fmt.Errorf("gateway: encode a message: %w", err)
	}
	return body, contentType, nil
}
