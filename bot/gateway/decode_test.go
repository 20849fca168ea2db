package gateway

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// event decodes as discordgo does: into the struct of its type, with an error
// where a field is not what it expects.
func event(t *testing.T, kind, raw string, into any) *discordgo.Event {
	t.Helper()
	e := &discordgo.Event{Type: kind, RawData: json.RawMessage(raw), Struct: into}
	if err := json.Unmarshal(e.RawData, into); err == nil {
		t.Fatal("discordgo decodes it")
	}
	return e
}

// TestFieldsOfOtherTypes decodes events with fields that are not what discordgo
// expects: the rest is there.
func TestFieldsOfOtherTypes(t *testing.T) {
	e := event(t, "INTERACTION_CREATE", `{
		"id":"1","application_id":"2","token":"t","type":3,"guild_id":"9","channel_id":5,"locale":"de","version":"one",
		"app_permissions":7,"entitlements":"none",
		"member":{"user":{"id":"4","username":"ada","public_flags":"many"},"joined_at":12,"roles":["1",2,"3"],"permissions":"32"},
		"message":{"id":"6","channel_id":"5","content":"> words","flags":"64","edited_timestamp":3,"author":{"id":"2"}},
		"data":{"component_type":2,"custom_id":"1abcdefc|a1","resolved":"none"}
	}`, &discordgo.InteractionCreate{})
	got, ok := decoded(e)
	i, isI := got.(*discordgo.InteractionCreate)
	if !ok || !isI {
		t.Fatalf("%T %v", got, ok)
	}
	data, _ := i.Data.(discordgo.MessageComponentInteractionData)
	if i.Token != "t" || i.GuildID != "9" || i.ChannelID != "5" || i.Locale != discordgo.German || data.CustomID != "1abcdefc|a1" {
		t.Errorf("%+v", i.Interaction)
	}
	if i.Member.User.ID != "4" || i.Member.Permissions != 32 || len(i.Member.Roles) != 2 || i.Message.Content != "> words" {
		t.Errorf("%+v %+v", i.Member, i.Message)
	}
	e = event(t, "MESSAGE_CREATE", `{
		"id":"1","channel_id":"5","guild_id":"9","content":"<@2> who?","author":{"id":"4","username":"ada","bot":"no"},
		"mentions":[{"id":"2"},{"id":7},"everyone"],"flags":"none","timestamp":"today","tts":0
	}`, &discordgo.MessageCreate{})
	got, ok = decoded(e)
	m, isM := got.(*discordgo.MessageCreate)
	if !ok || !isM || m.Content != "<@2> who?" || m.Author.ID != "4" || m.GuildID != "9" {
		t.Errorf("%T %v %+v", got, ok, got)
	}
	for _, raw := range []string{
		`{"id":"1","type":"three","token":5}`, `[]`, `{"id":`, `{"type":2,"id":"1","data":7}`,
		`{"type":2,"id":"1","token":"t","user":{"id":"4"},"data":{"name":"ask","type":1,"options":[{"name":"private","type":"5","value":true}]}}`,
	} {
		if got, ok := decoded(&discordgo.Event{Type: "INTERACTION_CREATE", RawData: json.RawMessage(raw), Struct: &discordgo.InteractionCreate{}}); ok {
			t.Errorf("%s: %T", raw, got)
		}
	}
}
