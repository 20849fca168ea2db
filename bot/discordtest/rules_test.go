package discordtest

import (
	"strings"
	"testing"
)

// mute is the allowed_mentions that every good body carries.
const mute = `"allowed_mentions":{"parse":[]}`

func TestRules(t *testing.T) {
	long := strings.Repeat("x", 2001)
	row := func(inside string) string {
		return `{"content":"x",` + mute + `,"components":[{"type":1,"components":[` + inside + `]}]}`
	}
	command := func(options string) string {
		return `[{"name":"ask","description":"d","options":[` + options + `]}]`
	}
	for _, tt := range []struct {
		name string
		kind Kind
		body string
		want string // part of the only complaint, "" = none
	}{
		{"good message", CreateMessage, `{"content":"x",` + mute + `}`, ""},
		{"content too long", CreateMessage, `{"content":"` + long + `",` + mute + `}`, "2001 UTF-16 units"},
		{"astral characters count twice", CreateMessage, `{"content":"` + strings.Repeat("😀", 1001) + `",` + mute + `}`, "2002 UTF-16 units"},
		{"empty message", CreateMessage, `{"content":" ",` + mute + `}`, "an empty message"},
		{"no allowed_mentions", CreateMessage, `{"content":"x"}`, "allowed_mentions is missing"},
		{"parse null", FollowUp, `{"content":"x","allowed_mentions":{"parse":null}}`, "parse must be an empty list"},
		{"parse users", kindEditMessage, `{"content":"x","allowed_mentions":{"parse":["users"]}}`, "parse must be an empty list"},
		{"one member may be pinged", CreateMessage, `{"content":"x","allowed_mentions":{"parse":[],"users":["1"]}}`, ""},
		{"edit of buttons alone", EditOriginal, `{"components":[],` + mute + `}`, ""},
		{"edit to nothing", EditOriginal, `{"content":"",` + mute + `}`, "leaves an empty message"},
		{"six rows", CreateMessage, `{"content":"x",` + mute + `,"components":[` +
			strings.TrimSuffix(strings.Repeat(`{"type":1,"components":[{"type":2,"style":5,"label":"a","url":"https://a.example"}]},`, 6), ",") + `]}`, "6 rows"},
		{"button without custom_id", CreateMessage, row(`{"type":2,"style":1,"label":"a"}`), `custom_id ""`},
		{"button without label", CreateMessage, row(`{"type":2,"style":1,"custom_id":"a"}`), "shows nothing"},
		{"custom_id twice", CreateMessage, row(`{"type":2,"style":1,"label":"a","custom_id":"a"},{"type":2,"style":1,"label":"b","custom_id":"a"}`), "twice"},
		{"link without host", CreateMessage, row(`{"type":2,"style":5,"label":"a","url":"nowhere"}`), "not a link"},
		{"menu beside a button", CreateMessage, row(`{"type":2,"style":1,"label":"a","custom_id":"a"},{"type":3,"custom_id":"b","options":[{"label":"l","value":"v"}]}`), "not both"},
		{"menu value twice", CreateMessage, row(`{"type":3,"custom_id":"b","options":[{"label":"l","value":"v"},{"label":"m","value":"v"}]}`), `"v" twice`},
		{"empty embed", CreateMessage, `{` + mute + `,"embeds":[{}]}`, "an empty embed"},
		{"embeds too long together", CreateMessage, `{` + mute + `,"embeds":[{"description":"` + long + `"},{"description":"` + long + `"},{"description":"` + long + `"}]}`, "6003 characters"},
		{"V2 with content", CreateMessage, `{"content":"x","flags":32768,` + mute + `,"components":[{"type":10,"content":"x"}]}`, "neither content nor embeds"},
		{"V2 text in bytes", CreateMessage, `{"flags":32768,` + mute + `,"components":[{"type":10,"content":"` + strings.Repeat("語", 3400) + `"}]}`, "answers 500"},
		{"V2 text in total", CreateMessage, `{"flags":32768,` + mute + `,"components":[{"type":10,"content":"` + long + `"},{"type":17,"components":[{"type":10,"content":"` + long + `"}]}]}`, "4002 characters"},
		{"deferral with a flag", Callback, `{"type":5,"data":{"flags":32768}}`, "EPHEMERAL only"},
		{"private deferral", Callback, `{"type":5,"data":{"flags":64}}`, ""},
		{"callback without allowed_mentions", Callback, `{"type":4,"data":{"content":"x"}}`, "allowed_mentions is missing"},
		{"no choices at all", Callback, `{"type":8,"data":{}}`, "choices must be a list"},
		{"no suggestions", Callback, `{"type":8,"data":{"choices":[]}}`, ""},
		{"suggestion too long", Callback, `{"type":8,"data":{"choices":[{"name":"a","value":"` + long + `"}]}}`, "choice value"},
		{"modal of six", Callback, `{"type":9,"data":{"title":"t","custom_id":"c","components":[` +
			strings.TrimSuffix(strings.Repeat(`{"type":18},`, 6), ",") + `]}}`, "modal with 6"},
		{"command in capitals", PutCommands, `[{"name":"Ask","description":"d"}]`, `name "Ask"`},
		{"localised name with a space", PutCommands, `[{"name":"ask","description":"d","name_localizations":{"de":"frag mich"}}]`, `name "frag mich" (de)`},
		{"command without description", PutCommands, `[{"name":"ask"}]`, "description"},
		{"menu command with description", PutCommands, `[{"name":"Check quotes","type":3,"description":"d"}]`, "takes no description"},
		{"command twice", PutCommands, `[{"name":"ask","description":"d"},{"name":"ask","description":"d"}]`, "twice"},
		{"required after optional", PutCommands, command(`{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}`), "required after"},
		{"choices and autocomplete", PutCommands, command(`{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"n","value":"v"}]}`), "exclude each other"},
		{"subcommand beside option", PutCommands, command(`{"type":1,"name":"a","description":"d"},{"type":3,"name":"b","description":"d"}`), "do not mix"},
		{"not JSON", CreateMessage, `{`, "not JSON"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := broken(Call{Kind: tt.kind, Body: []byte(tt.body)})
			if tt.want == "" && len(got) == 0 {
				return
			}
			if len(got) != 1 || tt.want == "" || !strings.Contains(got[0], tt.want) {
				t.Errorf("complaints %q, want one with %q", got, tt.want)
			}
		})
	}
}

// TestOfficialDocument shows that Discord's document is really asked, and that only the fitting alternative is printed.
func TestOfficialDocument(t *testing.T) {
	sp := officialSpec(t)
	if sp == nil {
		t.Skip("VERBATIM_SHARED is unset: no Discord document")
	}
	at := map[Kind]Call{
		Callback:      {Kind: Callback, Method: "POST", Path: "/interactions/1/token/callback"},
		CreateMessage: {Kind: CreateMessage, Method: "POST", Path: "/channels/1/messages"},
		PutCommands:   {Kind: PutCommands, Method: "PUT", Path: "/applications/1/commands"},
		EditOriginal:  {Kind: EditOriginal, Method: "PATCH", Path: "/webhooks/1/token/messages/@original"},
	}
	for _, tt := range []struct {
		name string
		kind Kind
		body string
		want string
	}{
		{"good callback", Callback, `{"type":4,"data":{"content":"x",` + mute + `}}`, ""},
		{"callback content", Callback, `{"type":4,"data":{"content":"` + strings.Repeat("x", 2001) + `"}}`, "callback type 4"},
		{"eleven embeds", CreateMessage, `{"embeds":[` + strings.TrimSuffix(strings.Repeat(`{"title":"a"},`, 11), ",") + `]}`, "embeds"},
		{"command permissions as string", PutCommands, `[{"name":"ask","description":"d","default_member_permissions":"32"}]`, ""},
		{"long description", PutCommands, `[{"name":"ask","description":"` + strings.Repeat("d", 101) + `"}]`, "description"},
		{"long custom_id", EditOriginal, `{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"` + strings.Repeat("c", 101) + `"}]}]}`, "custom_id"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := at[tt.kind]
			c.Body = []byte(tt.body)
			err := sp.check(c, "")
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if err != nil && tt.kind == Callback && strings.Contains(err.Error(), "Autocomplete") {
				t.Errorf("other alternatives in %v", err)
			}
		})
	}
}
