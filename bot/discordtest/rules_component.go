package discordtest

import "unicode/utf8"

// Component types, as in Discord's documentation.
const (
	actionRow   = 1
	button      = 2
	stringMenu  = 3
	textInput   = 4
	channelMenu = 8
	textDisplay = 10
	linkButton  = 5
	premium     = 6
)

// rows checks the top level of a classic message: rows of buttons, or of one menu.
func (r *rules) rows(list []any) {
	r.add(len(list) <= maxRows, "%d rows; at most %d", len(list), maxRows)
	for _, e := range list {
		m, _ := e.(map[string]any)
		r.add(num(m["type"]) == actionRow, "component type %d at the top of a classic message", num(m["type"]))
		inside, _ := m["components"].([]any)
		r.add(len(inside) > 0, "an empty row")
		buttons := 0
		for _, c := range inside {
			c, _ := c.(map[string]any)
			if num(c["type"]) == button {
				buttons++
			}
		}
		if buttons == len(inside) {
			r.add(buttons <= 5, "%d buttons in a row; at most 5", buttons)
		} else {
			r.add(len(inside) == 1, "a row takes buttons or one menu, not both")
		}
	}
}

// v2 checks the totals of a V2 message.
func (r *rules) v2(list []any) {
	n, chars, size, displays := 0, 0, 0, 0
	walk(list, func(c map[string]any) {
		n++
		if num(c["type"]) == textDisplay {
			s, _ := c["content"].(string)
			displays++
			chars += utf8.RuneCountInString(s)
			size += len(s)
		}
	})
	r.add(n > 0, "a V2 message without components")
	r.add(n <= maxNested, "%d components with nested ones; at most %d", n, maxNested)
	r.add(chars <= maxV2Text, "%d characters of text displays; at most %d", chars, maxV2Text)
	limit := maxV2Bytes - 12*max(0, displays-1)
	r.add(size <= limit, "%d bytes of text displays; above %d Discord answers 500", size, limit)
}

// component checks one component of a message or modal; ids are the custom ids met so far.
func (r *rules) component(c map[string]any, ids map[string]bool) {
	kind, style := num(c["type"]), num(c["style"])
	id, _ := c["custom_id"].(string)
	named := kind == stringMenu || kind == textInput || kind > textInput && kind <= channelMenu ||
		kind == button && style != linkButton && style != premium
	if named {
		r.add(upTo(id, maxCustomID), "custom_id %q of component type %d: 1..%d characters", id, kind, maxCustomID)
		r.add(!ids[id], "custom_id %q twice", id)
		ids[id] = true
	}
	switch kind {
	case button:
		r.add(count(c["label"]) > 0 || c["emoji"] != nil, "button %q shows nothing", id)
		r.add(count(c["label"]) <= 80, "button label %q: at most 80 characters", c["label"])
		if style == linkButton {
			link, _ := c["url"].(string)
			r.link(link)
			r.add(id == "", "a link button takes no custom_id")
		}
	case stringMenu:
		r.menu(id, c)
	}
}

func (r *rules) menu(id string, c map[string]any) {
	options, _ := c["options"].([]any)
	r.add(len(options) >= 1 && len(options) <= 25, "menu %q has %d options; 1..25", id, len(options))
	values := map[string]bool{}
	for _, o := range options {
		o, _ := o.(map[string]any)
		v, _ := o["value"].(string)
		r.add(upTo(v, 100), "menu %q: option value %q: 1..100 characters", id, v)
		r.add(!values[v], "menu %q: option value %q twice", id, v)
		r.add(count(o["label"]) >= 1 && count(o["label"]) <= 100, "menu %q: option label %q: 1..100 characters", id, o["label"])
		r.add(count(o["description"]) <= 100, "menu %q: option description over 100 characters", id)
		values[v] = true
	}
}

// modal checks a modal: 1..5 rows of one text input each, or labels.
func (r *rules) modal(m map[string]any) {
	r.add(count(m["title"]) >= 1 && count(m["title"]) <= 45, "modal title %q: 1..45 characters", m["title"])
	r.add(count(m["custom_id"]) >= 1 && count(m["custom_id"]) <= maxCustomID, "modal custom_id: 1..%d characters", maxCustomID)
	list, _ := m["components"].([]any)
	r.add(len(list) >= 1 && len(list) <= maxRows, "modal with %d components; 1..%d", len(list), maxRows)
	ids := map[string]bool{}
	for _, e := range list {
		row, _ := e.(map[string]any)
		inside, _ := row["components"].([]any)
		if num(row["type"]) == actionRow {
			r.add(len(inside) == 1, "a modal's row takes one text input")
		}
	}
	walk(list, func(c map[string]any) {
		r.component(c, ids)
		if num(c["type"]) == textInput {
			r.add(count(c["label"]) <= 45, "text input label over 45 characters")
			r.add(count(c["placeholder"]) <= 100, "text input placeholder over 100 characters")
			r.add(count(c["value"]) <= 4000, "text input value over 4000 characters")
		}
	})
}
