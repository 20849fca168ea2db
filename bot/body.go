package bot

import "strconv"

// message is the body of a message, a callback's data, or an edit: Discord's
// JSON, with everything said that Discord would otherwise fill in itself.
type messageBody struct {
	Content    string         `json:"content"`
	Flags      int            `json:"flags"`
	Components []rowBody      `json:"components"`
	Mentions   mentions       `json:"allowed_mentions"`
	Reference  *referenceBody `json:"message_reference,omitempty"`
}

// mentions says who may be notified. Parse is never nil: null would leave it
// to Discord.
type mentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users,omitempty"`
	RepliedUser bool     `json:"replied_user"`
}

type referenceBody struct {
	Message string `json:"message_id"`
	Channel string `json:"channel_id"`
	Guild   string `json:"guild_id,omitempty"`
	Must    bool   `json:"fail_if_not_exists"`
}

// Component types and button styles (docs: components/reference).
const (
	typeRow, typeButton, typeSelect, typeInput = 1, 2, 3, 4
	stylePrimary, styleSecondary, styleDanger  = 1, 2, 4
	inputShort, inputLong                      = 1, 2
)

// Message flags (docs: resources/message).
const (
	flagNoEmbeds  = 1 << 2
	flagEphemeral = 1 << 6
)

type rowBody struct {
	Type       int   `json:"type"`
	Components []any `json:"components"`
}

type buttonBody struct {
	Type     int    `json:"type"`
	Style    int    `json:"style"`
	Label    string `json:"label"`
	CustomID string `json:"custom_id"`
	Disabled bool   `json:"disabled,omitempty"`
}

type selectBody struct {
	Type        int          `json:"type"`
	CustomID    string       `json:"custom_id"`
	Placeholder string       `json:"placeholder"`
	Options     []optionBody `json:"options"`
}

type optionBody struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

type inputBody struct {
	Type        int    `json:"type"`
	CustomID    string `json:"custom_id"`
	Style       int    `json:"style"`
	Label       string `json:"label"`
	Placeholder string `json:"placeholder,omitempty"`
	Value       string `json:"value,omitempty"`
	Required    bool   `json:"required"`
	Max         int    `json:"max_length,omitempty"`
}

type formBody struct {
	CustomID   string    `json:"custom_id"`
	Title      string    `json:"title"`
	Components []rowBody `json:"components"`
}

type choiceBody struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// bodyOf is a reply as a message.
func bodyOf(r Reply) messageBody {
	b := messageBody{Content: r.Text, Flags: flagNoEmbeds, Components: []rowBody{}, Mentions: mentions{Parse: []string{}}}
	if r.Private {
		b.Flags |= flagEphemeral
	}
	if r.Ping != "" {
		b.Mentions.Users = []string{r.Ping}
	}
	if s := r.Select; s != nil {
		menu := selectBody{Type: typeSelect, CustomID: s.CustomID, Placeholder: plain(s.Placeholder, maxPlaceholder)}
		for _, o := range s.Options {
			o := optionBody{Label: o.Name, Value: o.Value, Description: o.Description}
			menu.Options = append(menu.Options, o)
		}
		b.Components = append(b.Components, rowBody{typeRow, []any{menu}})
	}
	var row []any
	for _, x := range r.Buttons {
		style := styleSecondary
		switch {
		case x.Danger:
			style = styleDanger
		case x.Strong:
			style = stylePrimary
		}
		row = append(row, buttonBody{typeButton, style, plain(x.Label, maxLabel), x.CustomID, x.Off})
	}
	if len(row) > 0 {
		b.Components = append(b.Components, rowBody{typeRow, row})
	}
	return b
}

// bodyOfForm is a form as a modal.
func bodyOfForm(f *Form) formBody {
	b := formBody{CustomID: f.CustomID, Title: plain(f.Title, maxModalTitle)}
	for _, x := range f.Fields {
		style := inputShort
		if x.Long {
			style = inputLong
		}
		hint := ""
		if x.Hint != "" {
			hint = plain(x.Hint, maxOption)
		}
		b.Components = append(b.Components, rowBody{typeRow, []any{inputBody{
			typeInput, x.ID, style, plain(x.Label, maxModalLabel), hint, x.Value, x.Required, x.Max,
		}}})
	}
	return b
}

// bodyOfChoices is what completes an option: a list, empty when nothing does,
// each entry under a name of its own.
func bodyOfChoices(choices []Choice) map[string]any {
	list := []choiceBody{}
	seen := map[string]bool{}
	for _, c := range first(choices) {
		name := c.Name
		for n := 2; seen[name]; n++ {
			mark := " #" + strconv.Itoa(n)
			name = plain(c.Name, maxOption-Width(mark)) + mark
		}
		seen[name] = true
		list = append(list, choiceBody{name, c.Value})
	}
	return map[string]any{"choices": list}
}
