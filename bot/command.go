package bot

import (
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Commands is every command as Discord is to know it: names and descriptions
// in English and localised for the other languages of the catalogue.
func Commands() []*discordgo.ApplicationCommand {
	everywhere := &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM}
	servers := &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild}
	installed := &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
	manage := int64(discordgo.PermissionManageGuild)

	chat := func(name string, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommand {
		return &discordgo.ApplicationCommand{
			Type: discordgo.ChatApplicationCommand, Name: name, NameLocalizations: pointer(localNames(name)),
			Description:              english.Commands[name].Description,
			DescriptionLocalizations: pointer(localDescriptions(name)),
			Options:                  localised(name, options), Contexts: everywhere, IntegrationTypes: installed,
		}
	}
	moderators := func(c *discordgo.ApplicationCommand) *discordgo.ApplicationCommand {
		c.DefaultMemberPermissions, c.Contexts = &manage, servers
		return c
	}
	menu := func(name string) *discordgo.ApplicationCommand {
		return &discordgo.ApplicationCommand{
			Type: discordgo.MessageApplicationCommand, Name: name, NameLocalizations: pointer(localNames(name)),
			Contexts: everywhere, IntegrationTypes: installed,
		}
	}
	return []*discordgo.ApplicationCommand{
		chat("ask", text("question", true, maxQuestion), completing("article", false), toggle("private"), user("for")),
		chat("said", completing("speaker", true), text("about", false, 200), completing("article", false),
			choice("order", "newest", "relevance"), toggle("private")),
		chat("who-said", text("words", true, maxQuestion), completing("article", false), toggle("private")),
		chat("check", text("quote", true, maxQuestion), completing("speaker", false), completing("article", false), toggle("private")),
		chat("article", sub("list"), sub("show", completing("article", true), count("paragraph")), sub("speakers", completing("article", true))),
		moderators(chat("corpus", sub("add", file(), text("url", false, maxURL), toggle("paste")),
			sub("replace", completing("article", true), file(), text("url", false, maxURL), toggle("paste")),
			sub("remove", completing("article", true)), sub("restore", completing("article", true)),
			sub("reindex", completing("article", false), toggle("dry_run")), sub("status"), sub("changes"), sub("export"),
			sub("speaker", completing("article", true), completing("quote", true), completing("name", true), toggle("all")))),
		moderators(chat("settings", toggle("private"), channel("channel"), completing("article", false), channel("log"), toggle("no-log"),
			toggle("house"), toggle("feedback"))),
		chat("help"),
		chat("privacy"),
		menu(menuCheck),
		menu(menuFind),
	}
}

func text(name string, required bool, longest int) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: name, Required: required, MaxLength: longest,
	}
}

func completing(name string, required bool) *discordgo.ApplicationCommandOption {
	o := text(name, required, maxOption)
	o.Autocomplete = true
	return o
}

func choice(name string, values ...string) *discordgo.ApplicationCommandOption {
	o := &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionString, Name: name}
	for _, v := range values {
		o.Choices = append(o.Choices, &discordgo.ApplicationCommandOptionChoice{Name: v, Value: v})
	}
	return o
}

func toggle(name string) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionBoolean, Name: name}
}

// maxURL is the longest web address that is fetched.
const maxURL = 2000

func file() *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionAttachment, Name: "file"}
}

func user(name string) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionUser, Name: name}
}

func count(name string) *discordgo.ApplicationCommandOption {
	one := 1.0
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionInteger, Name: name, MinValue: &one, MaxValue: 1_000_000,
	}
}

func channel(name string) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionChannel, Name: name,
		ChannelTypes: []discordgo.ChannelType{
			discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews,
			discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread,
		},
	}
}

func sub(name string, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionSubCommand, Name: name, Options: options}
}

// localised gives options their texts from the catalogue, by path.
func localised(path string, options []*discordgo.ApplicationCommandOption) []*discordgo.ApplicationCommandOption {
	for _, o := range options {
		at := path + "." + o.Name
		o.Description = english.Commands[at].Description
		o.NameLocalizations, o.DescriptionLocalizations = localNames(at), localDescriptions(at)
		for _, c := range o.Choices {
			c.NameLocalizations = localNames(at + "." + c.Name)
		}
		localised(at, o.Options)
	}
	return options
}

// locales are Discord's names of the catalogue's languages but English.
var locales = map[discordgo.Locale]*words{discordgo.Russian: &russian, discordgo.German: &german}

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

// pathOf is the name of a command with its sub-command, and the options below.
func pathOf(data discordgo.ApplicationCommandInteractionData) (string, []*discordgo.ApplicationCommandInteractionDataOption) {
	path, options := []string{data.Name}, data.Options
	for len(options) == 1 && options[0] != nil &&
		(options[0].Type == discordgo.ApplicationCommandOptionSubCommand || options[0].Type == discordgo.ApplicationCommandOptionSubCommandGroup) {
		path, options = append(path, options[0].Name), options[0].Options
	}
	return strings.Join(path, " "), options
}
