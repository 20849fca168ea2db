package discordtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

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

// Command is the path of the slash or menu command that is used or typed, "" for other interactions.
func (in Interaction) Command() string {
	path, _ := in.invoked()
	return path
}

// Options lists the names of the options that are given; typed is the one being typed, "" for none.
func (in Interaction) Options() (given []string, typed string) {
	_, options := in.invoked()
	for _, o := range options {
		name, _ := o["name"].(string)
		given = append(given, name)
		if o["focused"] == true {
			typed = name
		}
	}
	return given, typed
}

func (in Interaction) invoked() (path string, options []map[string]any) {
	path, _ = in.data["name"].(string)
	options, _ = in.data["options"].([]map[string]any)
	for len(options) == 1 && options[0]["type"] == 1 {
		path += " " + fmt.Sprint(options[0]["name"])
		options, _ = options[0]["options"].([]map[string]any)
	}
	return path, options
}

// CustomID is that of the button, menu or form, "" for commands.
func (in Interaction) CustomID() string {
	id, _ := in.data["custom_id"].(string)
	return id
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

// WithFile resolves a [FileOpt] of a slash command, as Discord does: the file with this id is at url.
func (in Interaction) WithFile(id, name, url string, size int) Interaction {
	data, resolved := maps.Clone(in.data), map[string]any{}
	if r, ok := data["resolved"].(map[string]any); ok {
		resolved = maps.Clone(r)
	}
	resolved["attachments"] = map[string]any{id: map[string]any{
		"id": id, "filename": name, "size": size, "url": url, "proxy_url": url, "content_type": "text/plain", "ephemeral": true,
	}}
	data["resolved"] = resolved
	in.data = data
	return in
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

// Interactions lists what members did, in order.
func (s *Server) Interactions() []Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.used)
}

// Interact sends INTERACTION_CREATE, or posts the interaction to the endpoint (see [Server.PostTo]).
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
	if !s.opts.Light {
		s.used = append(s.used, in)
	}
	if s.endpoint.url != "" {
		s.endpoint.hand(s, j)
	} else {
		s.broadcast(p.guild, "INTERACTION_CREATE", j)
	}
	return p.Sent
}
