package discord

import (
	"bytes"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/say"
)

// messageOf is a reply as a message to send: nobody is notified but the one
// member it is for, and links have no previews.
func messageOf(r say.Reply) gateway.Message {
	m := gateway.Message{Content: r.Text, Private: r.Private}
	if r.Ping != "" {
		m.Ping = []string{r.Ping}
	}
	if f := r.File; f != nil {
		m.Files = []*discordgo.File{{Name: f.Name, Reader: bytes.NewReader(f.Data)}}
	}
	if s := r.Select; s != nil {
		menu := discordgo.SelectMenu{MenuType: discordgo.StringSelectMenu, CustomID: s.CustomID, Placeholder: say.Plain(s.Placeholder, maxPlaceholder)}
		for _, o := range s.Options {
			menu.Options = append(menu.Options, discordgo.SelectMenuOption{Label: o.Name, Value: o.Value, Description: o.Description})
		}
		m.Components = append(m.Components, discordgo.ActionsRow{Components: []discordgo.MessageComponent{menu}})
	}
	var row []discordgo.MessageComponent
	for _, x := range r.Buttons {
		style := discordgo.SecondaryButton
		if x.Strong {
			style = discordgo.PrimaryButton
		}
		if x.Danger {
			style = discordgo.DangerButton
		}
		row = append(row, discordgo.Button{Label: say.Plain(x.Label, maxLabel), Style: style, CustomID: x.CustomID})
	}
	if len(row) > 0 {
		m.Components = append(m.Components, discordgo.ActionsRow{Components: row})
	}
	return m
}

// rowsOf are the text fields of a form.
func rowsOf(f *say.Form) []discordgo.MessageComponent {
	var rows []discordgo.MessageComponent
	for _, x := range f.Fields {
		in := discordgo.TextInput{
			CustomID: x.ID, Label: say.Plain(x.Label, maxModalLabel), Style: discordgo.TextInputShort,
			Value: x.Value, Required: x.Required, MaxLength: x.Max,
		}
		if x.Long {
			in.Style = discordgo.TextInputParagraph
		}
		if x.Hint != "" {
			in.Placeholder = say.Plain(x.Hint, say.MaxOption)
		}
		rows = append(rows, discordgo.ActionsRow{Components: []discordgo.MessageComponent{in}})
	}
	return rows
}

// choicesOf is what completes an option, each entry under a name of its own.
func choicesOf(choices []say.Choice) []*discordgo.ApplicationCommandOptionChoice {
	var list []*discordgo.ApplicationCommandOptionChoice
	seen := map[string]bool{}
	for _, c := range choices[:min(len(choices), say.MaxOptions)] {
		name := c.Name
		for n := 2; seen[name]; n++ {
			mark := " #" + strconv.Itoa(n)
			name = say.Plain(c.Name, say.MaxOption-say.Width(mark)) + mark
		}
		seen[name] = true
		list = append(list, &discordgo.ApplicationCommandOptionChoice{Name: name, Value: c.Value})
	}
	return list
}

// Discord's limits of what only its clients show, in the unit of [Width].
const (
	maxLabel       = 80
	maxPlaceholder = 150
	maxModalTitle  = 45
	maxModalLabel  = 45
)
