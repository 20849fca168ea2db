package discordtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"time"
)

// Message is a message that a member writes. Empty fields get the package's usual identities.
type Message struct {
	Guild    string // "" means [GuildID]; DM messages have none
	Channel  string
	Author   string // user id
	Name     string // user name
	Text     string
	Bot      bool           // the author is a bot
	Webhook  bool           // the author is a webhook
	DM       bool           // a direct message to the bot
	Mention  bool           // the bot is mentioned: "<@id> " is put before Text
	Everyone bool           // @everyone is mentioned
	ReplyTo  string         // id of a message posted before
	Extra    map[string]any // further or other JSON fields
}

// Message sends MESSAGE_CREATE and returns the message's id.
func (s *Server) Message(m Message) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	j := s.compose(m)
	id, _ := j["id"].(string)
	s.messages[id] = j
	s.broadcast(guildOf(m), "MESSAGE_CREATE", j)
	return id
}

// Posted keeps a member's message without an event, as one the bot finds only through a menu or by its id.
func (s *Server) Posted(m Message) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	j := s.compose(m)
	id, _ := j["id"].(string)
	s.messages[id] = j
	return id
}

// compose makes the JSON of a member's message. Callers hold s.mu.
func (s *Server) compose(m Message) map[string]any {
	text, mentions := m.Text, []any{}
	if m.Mention {
		text = "<@" + BotID + "> " + text
		mentions = append(mentions, bot())
	}
	author := user(or(m.Author, Member), m.Name, m.Bot)
	room := Channel
	if m.DM {
		room = DM
	}
	j := map[string]any{
		"id": s.snowflake(), "type": 0, "channel_id": or(m.Channel, room), "author": author, "content": text,
		"timestamp": time.Now().UTC().Format(time.RFC3339Nano), "edited_timestamp": nil, "tts": false, "pinned": false,
		"mention_everyone": m.Everyone, "mentions": mentions, "mention_roles": []any{}, "attachments": []any{},
		"embeds": []any{}, "components": []any{}, "flags": 0,
	}
	if !m.DM {
		j["guild_id"] = or(m.Guild, GuildID)
		j["member"] = map[string]any{"roles": []any{}, "joined_at": "2020-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0}
	}
	if m.Webhook {
		j["webhook_id"] = author["id"]
		delete(j, "member")
	}
	if m.ReplyTo != "" {
		j["type"] = 19
		j["message_reference"] = map[string]any{"message_id": m.ReplyTo, "channel_id": j["channel_id"], "guild_id": j["guild_id"]}
		j["referenced_message"] = s.messages[m.ReplyTo]
	}
	maps.Copy(j, m.Extra)
	return j
}

func guildOf(m Message) string {
	if m.DM {
		return ""
	}
	return or(m.Guild, GuildID)
}

// GuildCreate announces that the bot was added to a server, or that the server is back.
func (s *Server) GuildCreate(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broadcast(id, "GUILD_CREATE", guild(id))
}

// GuildDelete announces that the bot left a server, or with unavailable that the server has an outage.
func (s *Server) GuildDelete(id string, unavailable bool) {
	g := map[string]any{"id": id}
	if unavailable {
		g["unavailable"] = true
	}
	s.Event(id, "GUILD_DELETE", g)
}

// Event sends any event with any data to the session that a guild belongs to ("" = direct messages).
func (s *Server) Event(guild, name string, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broadcast(guild, name, data)
}

// broadcast dispatches to the newest session of the guild's shard, connected or not. Callers hold s.mu.
func (s *Server) broadcast(guild, name string, data any) {
	var best *session
	for _, ses := range s.sessions {
		if ses.takes(guild) && (best == nil || ses.id > best.id) {
			best = ses
		}
	}
	if best != nil {
		s.dispatch(best, name, data)
	}
}

// Interaction is what a member does with the bot. Make one with [Slash], [Suggest], [Press], [Choose], [Submit] or [Menu]
// and set the other fields as needed.
type Interaction struct {
	Guild       string // "" means [GuildID]
	Channel     string
	User        string // user id
	Name        string // user name
	DM          bool   // used in a direct message with the bot
	Permissions int64  // of the member, in the channel
	Locale      string // "" means en-US
	Extra       map[string]any

	kind    int
	data    map[string]any
	target  string // id of the message a menu is used on
	message string // id of the message a component sits on
}

// Sent is an interaction that was delivered.
type Sent struct{ ID, Token string }

// interaction is what Discord remembers of one.
type interaction struct {
	Sent
	kind     int
	sent     time.Time
	answered bool
	deferred bool
	private  bool
	source   string // the message with the component
	original string // id of the original response
	channel  string
	guild    string
}

// Opt is an option of a slash command: string, bool, int or float64.
func Opt(name string, value any) map[string]any {
	kind := 3
	switch value.(type) {
	case bool:
		kind = 5
	case int:
		kind = 4
	case float64:
		kind = 10
	}
	return map[string]any{"name": name, "type": kind, "value": value}
}

// UserOpt is an option that names a member.
func UserOpt(name, id string) map[string]any {
	return map[string]any{"name": name, "type": 6, "value": id}
}

// ChannelOpt is an option that names a channel.
func ChannelOpt(name, id string) map[string]any {
	return map[string]any{"name": name, "type": 7, "value": id}
}

// FileOpt is an option with a file, to be resolved by Interaction.Extra or served at url.
func FileOpt(name, id string) map[string]any {
	return map[string]any{"name": name, "type": 11, "value": id}
}

// Slash is a slash command; a subcommand is written with a space, as in "article list".
func Slash(command string, options ...map[string]any) Interaction {
	return Interaction{kind: interactionCommand, data: invoked(command, options)}
}

// Suggest is the typing of the last option, which asks for suggestions.
func Suggest(command string, options ...map[string]any) Interaction {
	if n := len(options); n > 0 {
		options[n-1]["focused"] = true
	}
	return Interaction{kind: interactionSuggestion, data: invoked(command, options)}
}

func invoked(command string, options []map[string]any) map[string]any {
	words := strings.Fields(command)
	if options == nil {
		options = []map[string]any{}
	}
	for i := len(words) - 1; i > 0; i-- {
		kind := 1
		if i < len(words)-1 {
			kind = 2
		}
		options = []map[string]any{{"name": words[i], "type": kind, "options": options}}
	}
	return map[string]any{"id": "600000000000000001", "name": words[0], "type": 1, "options": options, "resolved": resolve(options)}
}

// resolve adds the members and channels that options name, as Discord does.
func resolve(options []map[string]any) map[string]any {
	users, members, channels := map[string]any{}, map[string]any{}, map[string]any{}
	var visit func([]map[string]any)
	visit = func(list []map[string]any) {
		for _, o := range list {
			id, _ := o["value"].(string)
			switch o["type"] {
			case 6:
				users[id] = user(id, "", false)
				members[id] = map[string]any{"roles": []any{}, "joined_at": "2020-01-01T00:00:00Z", "permissions": "0"}
			case 7:
				channels[id] = map[string]any{"id": id, "name": "room", "type": 0, "permissions": "0"}
			}
			if sub, ok := o["options"].([]map[string]any); ok {
				visit(sub)
			}
		}
	}
	visit(options)
	return map[string]any{"users": users, "members": members, "channels": channels}
}

// Press is a press of a button on a message (its id, [Sent.Message] or [Call.Message]).
func Press(customID, message string) Interaction {
	return Interaction{
		kind: interactionComponent, message: message,
		data: map[string]any{"custom_id": customID, "component_type": 2},
	}
}

// Choose is a choice in a select menu on a message.
func Choose(customID, message string, values ...string) Interaction {
	return Interaction{
		kind: interactionComponent, message: message,
		data: map[string]any{"custom_id": customID, "component_type": 3, "values": values},
	}
}

// Submit is a modal sent off. Fields are the custom ids of its text inputs and what was typed; message is where the
// modal came from, "" for a command.
func Submit(customID, message string, fields map[string]string) Interaction {
	rows := []any{}
	for id, v := range fields {
		rows = append(rows, map[string]any{"type": 1, "components": []any{map[string]any{"type": 4, "custom_id": id, "value": v}}})
	}
	return Interaction{
		kind: interactionModal, message: message,
		data: map[string]any{"custom_id": customID, "components": rows},
	}
}

// Menu is a message menu command used on a message posted before (see [Server.Posted]).
func Menu(command, message string) Interaction {
	return Interaction{
		kind: interactionCommand, target: message,
		data: map[string]any{"id": "600000000000000002", "name": command, "type": 3, "target_id": message},
	}
}

// Interact sends INTERACTION_CREATE.
func (s *Server) Interact(in Interaction) Sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := &interaction{
		Sent: Sent{ID: s.snowflake()}, kind: in.kind, sent: time.Now(), source: in.message,
		channel: or(in.Channel, Channel), guild: or(in.Guild, GuildID),
	}
	if in.DM {
		p.guild, p.channel = "", or(in.Channel, DM)
	}
	p.Token = fmt.Sprintf("token-%s-%s", p.ID, strings.Repeat("x", 180))
	locale := or(in.Locale, "en-US")
	who := user(or(in.User, Member), in.Name, false)
	j := map[string]any{
		"id": p.ID, "application_id": AppID, "type": in.kind, "token": p.Token, "version": 1, "data": in.data,
		"channel_id": p.channel, "locale": locale, "app_permissions": "2147483647", "entitlements": []any{},
		"channel": map[string]any{"id": p.channel, "type": channelType(p.guild), "name": "room"},
	}
	if in.DM {
		j["user"], j["context"], j["authorizing_integration_owners"] = who, 1, map[string]any{"0": "0"}
	} else {
		j["guild_id"], j["guild_locale"], j["context"] = p.guild, "en-US", 0
		j["authorizing_integration_owners"] = map[string]any{"0": p.guild}
		j["guild"] = map[string]any{"id": p.guild, "locale": "en-US", "features": []any{}}
		j["member"] = map[string]any{
			"user": who, "roles": []any{}, "joined_at": "2020-01-01T00:00:00Z", "permissions": fmt.Sprint(in.Permissions),
			"deaf": false, "mute": false, "flags": 0, "pending": false, "nick": nil,
		}
	}
	if in.message != "" {
		if j["message"] = s.messages[in.message]; s.messages[in.message] == nil {
			s.t.Errorf("discordtest: there is no message %q to act on", in.message)
		}
	}
	if in.target != "" {
		if s.messages[in.target] == nil {
			s.t.Errorf("discordtest: there is no message %q for the menu", in.target)
		}
		data := maps.Clone(in.data)
		data["resolved"] = map[string]any{"messages": map[string]any{in.target: s.messages[in.target]}}
		j["data"] = data
	}
	maps.Copy(j, in.Extra)
	s.pending[p.Token] = p
	s.broadcast(p.guild, "INTERACTION_CREATE", j)
	return p.Sent
}

// Reply waits for the first thing that an interaction puts before the member: the callback, or after a deferral the edit
// of the original response. A follow-up counts when nothing came before it.
func (s *Server) Reply(in Sent) Call {
	s.t.Helper()
	return s.Replies(in, 1)[0]
}

// Replies waits until n calls have put something before the member.
func (s *Server) Replies(in Sent, n int) []Call {
	s.t.Helper()
	return s.Wait(n, func(c Call) bool { return c.Interaction == in.ID && c.Shows() })
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

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func user(id, name string, bot bool) map[string]any {
	return map[string]any{
		"id": id, "username": or(name, "reader"), "discriminator": "0", "global_name": or(name, "Reader"), "avatar": nil, "bot": bot,
	}
}

// channelType is that of a direct message without a guild, else of a text channel.
func channelType(guild string) int {
	if guild == "" {
		return 1
	}
	return 0
}

func bot() map[string]any { return user(BotID, "verbatim", true) }

func guild(id string) map[string]any {
	return map[string]any{
		"id": id, "name": "A server", "owner_id": Member, "member_count": 3, "large": false, "unavailable": false,
		"joined_at": "2020-01-01T00:00:00Z", "preferred_locale": "en-US", "system_channel_id": nil, "features": []any{},
		"roles": []any{}, "emojis": []any{}, "members": []any{}, "presences": []any{}, "threads": []any{}, "voice_states": []any{},
		"channels": []any{map[string]any{"id": Channel, "type": 0, "name": "room", "position": 0}},
	}
}
