package discord

import (
	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// registrations is every command as Discord is to know it: names and
// descriptions in English and localised for the other languages of the
// catalogue.
func registrations() []*discordgo.ApplicationCommand {
	var out []*discordgo.ApplicationCommand
	manage := int64(discordgo.PermissionManageGuild)
	for _, c := range say.Commands() {
		r := &discordgo.ApplicationCommand{
			Type: discordgo.MessageApplicationCommand, Name: c.Name, NameLocalizations: pointer(localNames(c.Name)),
			Contexts:         &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM},
			IntegrationTypes: &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall},
		}
		if !c.Menu {
			r.Type, r.Description = discordgo.ChatApplicationCommand, say.WordsFor("").Commands[c.Name].Description
			r.DescriptionLocalizations = pointer(localDescriptions(c.Name))
			r.Options = registeredOptions(c.Name, c.Options)
		}
		if c.Moderators {
			r.DefaultMemberPermissions, r.Contexts = &manage, &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild}
		}
		out = append(out, r)
	}
	return out
}

// optionTypes are Discord's kinds of what our options take.
var optionTypes = map[string]discordgo.ApplicationCommandOptionType{
	"text": discordgo.ApplicationCommandOptionString, "yes or no": discordgo.ApplicationCommandOptionBoolean,
	"number": discordgo.ApplicationCommandOptionInteger, "member": discordgo.ApplicationCommandOptionUser,
	"channel": discordgo.ApplicationCommandOptionChannel, "file": discordgo.ApplicationCommandOptionAttachment,
	"": discordgo.ApplicationCommandOptionSubCommand,
}

// registeredOptions gives the options of the command at path their texts and
// Discord's kinds.
func registeredOptions(path string, options []say.Option) []*discordgo.ApplicationCommandOption {
	var out []*discordgo.ApplicationCommandOption
	for _, o := range options {
		at := path + "." + o.Name
		r := &discordgo.ApplicationCommandOption{
			Type: optionTypes[o.Takes], Name: o.Name, Required: o.Required, MaxLength: o.Max, Autocomplete: o.Completes,
			Description: say.WordsFor("").Commands[at].Description, NameLocalizations: localNames(at), DescriptionLocalizations: localDescriptions(at),
			Options: registeredOptions(at, o.Options),
		}
		switch r.Type {
		case discordgo.ApplicationCommandOptionInteger:
			one := 1.0
			r.MinValue, r.MaxValue = &one, 1_000_000
		case discordgo.ApplicationCommandOptionChannel:
			r.ChannelTypes = []discordgo.ChannelType{
				discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews,
				discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread,
			}
		}
		for _, v := range o.Choices {
			r.Choices = append(r.Choices, &discordgo.ApplicationCommandOptionChoice{Name: v, Value: v, NameLocalizations: localNames(at + "." + v)})
		}
		out = append(out, r)
	}
	return out
}

// locales are Discord's names of the catalogue's languages but English.
var locales = map[discordgo.Locale]*say.Words{
	discordgo.Russian: say.WordsFor("ru"), discordgo.German: say.WordsFor("de"), discordgo.French: say.WordsFor("fr"),
	discordgo.SpanishES: say.WordsFor("es"), discordgo.SpanishLATAM: say.WordsFor("es"),
}

func localNames(path string) map[discordgo.Locale]string {
	out := map[discordgo.Locale]string{}
	for l, t := range locales {
		out[l] = t.Commands[path].Name
	}
	return out
}

func localDescriptions(path string) map[discordgo.Locale]string {
	out := map[discordgo.Locale]string{}
	for l, t := range locales {
		if d := t.Commands[path].Description; d != "" {
			out[l] = d
		}
	}
	return out
}

func pointer(m map[discordgo.Locale]string) *map[discordgo.Locale]string {
	if len(m) == 0 {
		return nil
	}
	return &m
}
