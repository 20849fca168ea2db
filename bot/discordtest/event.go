package discordtest

import (
	"maps"
	"net/http"
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
	if g, ok := data.(map[string]any); ok && name == "GUILD_CREATE" {
		s.guilds[guild] = g
	}
	s.broadcast(guild, name, data)
}

// getGuild gives a server as it was told of by [Server.Event].
func (s *Server) getGuild(_ *Call, r *http.Request) answer {
	g := guild(r.PathValue("guild"))
	maps.Copy(g, s.guilds[r.PathValue("guild")])
	return answer{200, g}
}

// broadcast dispatches to the newest session of the guild's shard, connected or not, and to every other that is connected,
// as Discord does when two processes have identified the same shard. Those that miss it are gone. Callers hold s.mu.
func (s *Server) broadcast(guild, name string, data any) {
	var best *session
	for _, ses := range s.sessions {
		if ses.takes(guild) && (best == nil || ses.id > best.id) {
			best = ses
		}
	}
	for id, ses := range s.sessions {
		switch {
		case !ses.takes(guild):
		case ses == best || ses.link != nil:
			s.dispatch(ses, name, data)
		default:
			delete(s.sessions, id)
		}
	}
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
