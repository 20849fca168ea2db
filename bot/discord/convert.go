package discord

import (
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// eventOfInteraction turns an interaction into an Event. It reports false for
// one that discordgo could decode only in part: whatever is missing, nothing
// panics.
func eventOfInteraction(i *discordgo.Interaction, now time.Time) (say.Event, bool) {
	ev := say.Event{Server: i.GuildID, Channel: i.ChannelID, Locale: string(i.Locale), Time: now}
	switch {
	case i.Member != nil && i.Member.User != nil:
		ev.Member, ev.Name = i.Member.User.ID, i.Member.DisplayName()
		ev.Mod = i.Member.Permissions&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) != 0
	case i.User != nil:
		ev.Member, ev.Name = i.User.ID, i.User.DisplayName()
	default:
		return ev, false
	}
	if i.Message != nil {
		ev.Shown, ev.Private = i.Message.Content, i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
	}
	switch data := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		return commandEvent(ev, i.Type, data)
	case discordgo.MessageComponentInteractionData:
		ev.Kind, ev.CustomID, ev.Values = say.Press, data.CustomID, data.Values
		if data.ComponentType != discordgo.ButtonComponent {
			ev.Kind = say.Choose
		}
		return ev, true
	case discordgo.ModalSubmitInteractionData:
		ev.Kind, ev.CustomID, ev.Fields = say.Submit, data.CustomID, fieldsOf(data.Components)
		return ev, true
	}
	return ev, false
}

func commandEvent(ev say.Event, kind discordgo.InteractionType, data discordgo.ApplicationCommandInteractionData) (say.Event, bool) {
	ev.Kind = say.Command
	if kind == discordgo.InteractionApplicationCommandAutocomplete {
		ev.Kind = say.Complete
	}
	if data.CommandType == discordgo.MessageApplicationCommand || data.TargetID != "" {
		ev.Kind, ev.Command = say.Menu, data.Name
		if data.Resolved == nil || data.Resolved.Messages[data.TargetID] == nil {
			return ev, false
		}
		ev.Text = data.Resolved.Messages[data.TargetID].Content
		return ev, true
	}
	var options []*discordgo.ApplicationCommandInteractionDataOption
	ev.Command, options = pathOf(data)
	ev.Options = map[string]string{}
	for _, o := range options {
		if o == nil {
			continue
		}
		ev.Options[o.Name] = optionText(o.Value)
		if o.Type == discordgo.ApplicationCommandOptionAttachment {
			addFile(&ev, o.Name, data.Resolved)
		}
		if o.Focused {
			ev.Focused = o.Name
		}
	}
	return ev, true
}

// addFile notes the file of an option, when Discord has said what it is.
func addFile(e *say.Event, option string, r *discordgo.ApplicationCommandInteractionDataResolved) {
	if r == nil || r.Attachments[e.Options[option]] == nil {
		return
	}
	if e.Files == nil {
		e.Files = map[string]say.Attachment{}
	}
	a := r.Attachments[e.Options[option]]
	e.Files[option] = say.Attachment{Name: a.Filename, URL: a.URL, Size: a.Size}
}

// optionText is an option's value as text, whatever JSON type it came as: a
// number still being typed arrives as text.
func optionText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

// fieldsOf gives the texts of a form by custom id.
func fieldsOf(rows []discordgo.MessageComponent) map[string]string {
	out := map[string]string{}
	for _, row := range rows {
		r, ok := row.(*discordgo.ActionsRow)
		if !ok {
			continue
		}
		for _, c := range r.Components {
			if in, ok := c.(*discordgo.TextInput); ok {
				out[in.CustomID] = in.Value
			}
		}
	}
	return out
}

// eventOfMessage turns a message into an Event, or reports false for one that
// is not for us: by a bot or a webhook, to everyone, without us in it, or that
// cannot be read. me is our user id.
func eventOfMessage(m *discordgo.Message, me string, now time.Time) (say.Event, bool) {
	if m.Author == nil || m.Author.Bot || m.Author.ID == me || m.WebhookID != "" || m.MentionEveryone {
		return say.Event{}, false
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return say.Event{}, false
	}
	mentioned := strings.Contains(m.Content, "<@"+me+">") || strings.Contains(m.Content, "<@!"+me+">")
	reply := m.ReferencedMessage != nil && m.ReferencedMessage.Author != nil && m.ReferencedMessage.Author.ID == me
	text := strings.TrimSpace(withoutMention(m.Content, me))
	switch {
	case m.GuildID == "", mentioned:
	case reply && text != "": // without a ping its text cannot be read, and is none
	default:
		return say.Event{}, false
	}
	if text == "" && m.GuildID == "" && !mentioned {
		return say.Event{}, false // a picture, a sticker
	}
	ev := say.Event{
		Kind: say.Message, Server: m.GuildID, Channel: m.ChannelID, Member: m.Author.ID, Name: m.Author.DisplayName(),
		Text: text, Time: now,
	}
	if reply {
		ev.Shown = m.ReferencedMessage.Content
		ev.Previous = withoutMention(ev.Shown, me)
	}
	return ev, true
}

// withoutMention takes the mentions of us out of a message.
func withoutMention(text, me string) string {
	return strings.NewReplacer("<@"+me+">", "", "<@!"+me+">", "").Replace(text)
}

// pathOf is the name of a command with its sub-command, and the options below.
func pathOf(data discordgo.ApplicationCommandInteractionData) (string, []*discordgo.ApplicationCommandInteractionDataOption) {
	path, options := []string{data.Name}, data.Options
	for len(options) == 1 && options[0] != nil &&
		(options[0].Type == discordgo.ApplicationCommandOptionSubCommand || options[0].Type == discordgo.ApplicationCommandOptionSubCommandGroup) {
		path, options = append(path, options[0].Name), options[0].Options
	}
	return strings.Join(path, " "), options
}
