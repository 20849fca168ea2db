package discordtest

import (
	"encoding/json"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// broken returns every rule that a call's body breaks. It is pure: [Server] turns the result into test failures.
func broken(c Call) []string {
	var v any
	if len(c.Body) > 0 {
		if err := json.Unmarshal(c.Body, &v); err != nil {
			return []string{"the body is not JSON: " + err.Error()}
		}
	}
	body, _ := v.(map[string]any)
	var r rules
	switch c.Kind {
	case CreateMessage, FollowUp:
		r.message(body, true)
	case kindEditMessage, EditOriginal, kindEditFollowUp:
		r.message(body, false)
	case Callback:
		r.callback(c.Type(), c.Data())
	case PutCommands:
		list, _ := v.([]any)
		r.commands(list)
	}
	return r
}

func (r *rules) callback(kind int, data map[string]any) {
	switch kind {
	case callbackMessage:
		r.message(data, true)
	case CallbackUpdate:
		r.message(data, false)
	case callbackDefer:
		r.add(num(data["flags"])&^ephemeral == 0, "a deferral takes the flag EPHEMERAL only, not %v", data["flags"])
	case callbackAutocomplete:
		list, ok := data["choices"].([]any)
		r.add(ok, "choices must be a list, empty when there are none")
		r.add(len(list) <= maxSuggestions, "%d suggestions; at most %d", len(list), maxSuggestions)
		r.choices(list)
	case callbackModal:
		r.modal(data)
	}
}

// choices checks suggestions and the fixed choices of an option: both have names and string values of 1..100.
func (r *rules) choices(list []any) {
	seen := map[string]bool{}
	for _, e := range list {
		m, _ := e.(map[string]any)
		name, _ := m["name"].(string)
		r.add(upTo(name, maxChoice), "choice name %q: 1..%d characters", name, maxChoice)
		r.add(!seen[name], "choice name %q twice", name)
		seen[name] = true
		if value, ok := m["value"].(string); ok {
			r.add(upTo(value, maxChoice), "choice value %q: 1..%d characters", value, maxChoice)
		}
	}
}

// message checks a message that is sent or, with fresh false, edited: then an absent field stays as it was.
func (r *rules) message(m map[string]any, fresh bool) {
	content, _ := m["content"].(string)
	embeds, _ := m["embeds"].([]any)
	components, _ := m["components"].([]any)
	files, _ := m["attachments"].([]any)
	r.add(len(utf16.Encode([]rune(content))) <= maxContent, "content has %d UTF-16 units; at most %d", len(utf16.Encode([]rune(content))), maxContent)
	r.add(utf8.ValidString(content), "content is not UTF-8")
	v2 := num(m["flags"])&componentsV2 != 0
	if fresh && !v2 {
		r.add(strings.TrimSpace(content) != "" || len(embeds) > 0 || len(files) > 0, "an empty message")
	}
	if _, set := m["content"]; set && !fresh && !v2 && m["content"] != nil {
		r.add(strings.TrimSpace(content) != "" || len(embeds) > 0 || len(files) > 0, "an edit that leaves an empty message")
	}
	r.mentions(m)
	r.embeds(embeds)
	if v2 {
		r.add(content == "" && len(embeds) == 0, "a V2 message takes neither content nor embeds")
		r.v2(components)
	} else {
		r.rows(components)
	}
	ids := map[string]bool{}
	walk(components, func(c map[string]any) { r.component(c, ids) })
}

// mentions demands that every send and edit says whom it may ping: nobody by class, members by id at most.
func (r *rules) mentions(m map[string]any) {
	am, ok := m["allowed_mentions"].(map[string]any)
	if !ok {
		r.add(false, "allowed_mentions is missing: Discord would parse the text for mentions")
		return
	}
	parse, ok := am["parse"].([]any)
	r.add(ok && len(parse) == 0, "allowed_mentions.parse must be an empty list, not %v", am["parse"])
	roles, _ := am["roles"].([]any)
	r.add(len(roles) == 0, "allowed_mentions.roles must be empty")
}

func (r *rules) embeds(list []any) {
	total := 0
	for _, e := range list {
		m, _ := e.(map[string]any)
		n := count(m["title"]) + count(m["description"])
		footer, _ := m["footer"].(map[string]any)
		author, _ := m["author"].(map[string]any)
		n += count(footer["text"]) + count(author["name"])
		fields, _ := m["fields"].([]any)
		for _, f := range fields {
			f, _ := f.(map[string]any)
			r.add(count(f["name"]) > 0 && count(f["value"]) > 0, "an embed field without name or value")
			n += count(f["name"]) + count(f["value"])
		}
		r.add(n > 0 || m["image"] != nil || m["thumbnail"] != nil, "an empty embed")
		if link, ok := m["url"].(string); ok && link != "" {
			r.link(link)
		}
		total += n
	}
	r.add(total <= maxEmbeds, "embeds hold %d characters; at most %d together", total, maxEmbeds)
}
