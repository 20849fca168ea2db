package discord

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// registered is what Discord gives back for commands: with ids, versions and
// defaults, in another order.
func registered(t *testing.T, list []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
	t.Helper()
	raw, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var out []*discordgo.ApplicationCommand
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	no := false
	for i, c := range out {
		c.ID, c.ApplicationID, c.Version = "6", "1", "7"
		c.NSFW = &no
		j := len(out) - 1 - i
		if i < j {
			out[i], out[j] = out[j], out[i]
		}
		for _, o := range c.Options {
			if o.Options == nil {
				o.Options = []*discordgo.ApplicationCommandOption{}
			}
		}
	}
	return out
}

func TestSameCommands(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func([]*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand
		same   bool
	}{
		{"nothing", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand { return l }, true},
		{"one gone", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand { return l[1:] }, false},
		{"one more", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
			return append(l, &discordgo.ApplicationCommand{Name: "old"})
		}, false},
		{"a description", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
			l[0].Description += "."
			return l
		}, false},
		{"a translation", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
			(*l[0].NameLocalizations)[discordgo.German] = "anders"
			return l
		}, false},
		{"a permission", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
			for _, c := range l {
				c.DefaultMemberPermissions = nil
			}
			return l
		}, false},
		{"an option's limit", func(l []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
			for _, c := range l {
				for _, o := range c.Options {
					o.MaxLength = 7
				}
			}
			return l
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			same, err := sameCommands(tt.change(registered(t, registrations())), registrations())
			if err != nil || same != tt.same {
				t.Errorf("same: %v, %v", same, err)
			}
		})
	}
}
