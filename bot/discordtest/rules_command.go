package discordtest

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"unicode/utf8"
)

// commandName is the documented pattern of names of slash commands and options.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// Option types, as in Discord's documentation.
const (
	subCommand      = 1
	subCommandGroup = 2
)

// commands checks a bulk overwrite.
func (r *rules) commands(list []any) {
	most := map[int]int{1: 100, 2: 15, 3: 15}
	number, seen := map[int]int{}, map[string]bool{}
	for _, e := range list {
		c, _ := e.(map[string]any)
		kind := num(c["type"])
		if kind == 0 {
			kind = 1
		}
		number[kind]++
		name, _ := c["name"].(string)
		key := fmt.Sprint(kind, " ", name)
		r.add(!seen[key], "command %q twice", name)
		seen[key] = true
		if kind == 1 {
			r.slash(c)
			continue
		}
		r.add(upTo(name, 32), "menu command name %q: 1..32 characters", name)
		r.add(count(c["description"]) == 0, "menu command %q takes no description", name)
	}
	for kind, n := range number {
		r.add(n <= most[kind], "%d commands of type %d; at most %d", n, kind, most[kind])
	}
}

func (r *rules) slash(c map[string]any) {
	name, _ := c["name"].(string)
	r.named(name, c)
	size := r.options(name, c["options"], 0)
	size += count(c["name"]) + count(c["description"])
	r.add(size <= 8000, "command %q holds %d characters; at most 8000", name, size)
}

// named checks name and description, localised ones included.
func (r *rules) named(path string, c map[string]any) {
	name, _ := c["name"].(string)
	names := map[string]any{"": name}
	if more, ok := c["name_localizations"].(map[string]any); ok {
		maps.Copy(names, more)
	}
	for lang, n := range names {
		n, _ := n.(string)
		r.add(commandName.MatchString(n) && n == strings.ToLower(n), "%s: name %q (%s): 1..32 letters, digits, - _ ' in lower case", path, n, lang)
	}
	r.add(count(c["description"]) >= 1 && count(c["description"]) <= 100, "%s: description: 1..100 characters", path)
	if more, ok := c["description_localizations"].(map[string]any); ok {
		for lang, d := range more {
			r.add(count(d) >= 1 && count(d) <= 100, "%s: description (%s): 1..100 characters", path, lang)
		}
	}
}

// options checks a list of options and returns its characters, as counted towards the 8000 of a command.
func (r *rules) options(path string, v any, depth int) int {
	list, _ := v.([]any)
	r.add(len(list) <= 25, "%s: %d options; at most 25", path, len(list))
	size, optional, subs, seen := 0, false, 0, map[string]bool{}
	for _, e := range list {
		o, _ := e.(map[string]any)
		name, _ := o["name"].(string)
		at := path + " " + name
		r.named(at, o)
		r.add(!seen[name], "%s: option twice", at)
		seen[name] = true
		size += count(o["name"]) + count(o["description"])
		kind := num(o["type"])
		if kind == subCommand || kind == subCommandGroup {
			subs++
			r.add(depth == 0 || depth == 1 && kind == subCommand, "%s: nested too deep", at)
			size += r.options(at, o["options"], depth+1)
			continue
		}
		required, _ := o["required"].(bool)
		r.add(!required || !optional, "%s: required after an optional option", at)
		optional = optional || !required
		choices, _ := o["choices"].([]any)
		auto, _ := o["autocomplete"].(bool)
		r.add(!auto || len(choices) == 0, "%s: choices and autocomplete exclude each other", at)
		r.add(len(choices) <= 25, "%s: %d choices; at most 25", at, len(choices))
		r.choices(choices)
		for _, ch := range choices {
			ch, _ := ch.(map[string]any)
			value, _ := ch["value"].(string)
			size += count(ch["name"]) + utf8.RuneCountInString(value)
		}
	}
	r.add(subs == 0 || subs == len(list), "%s: subcommands and plain options do not mix", path)
	return size
}
