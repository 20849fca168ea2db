package say

import (
	"regexp"
	"slices"
	"strings"
)

// Typed makes an Event of a line as one types it in a terminal: a plain
// question, or a slash command as Discord has it. The first option needs no
// name, and the last one typed runs to the end of the line or the next name:
//
//	/said Brandt about: the bridge
//	/article show a1¶7
//
// Who typed it, and where, is for the caller to fill in.
func Typed(line string) Event {
	line = strings.TrimSpace(line)
	name, ok := strings.CutPrefix(line, "/")
	if !ok {
		return Event{Kind: Message, Text: line}
	}
	command, options, rest := lookUpCommand(name)
	ev := Event{Kind: Command, Command: command, Options: map[string]string{}}
	if len(options) == 0 {
		return ev
	}
	key := options[0]
	for rest != "" {
		before, name, after := nextOption(rest, options)
		if before != "" {
			ev.Options[key] = before
		}
		key, rest = name, after
	}
	return ev
}

// lookUpCommand finds the command that a line begins with, its options' names
// in order, and the rest of the line. A command that is none is given back as
// typed.
func lookUpCommand(line string) (path string, options []string, rest string) {
	word, rest, _ := strings.Cut(line, " ")
	for _, c := range Commands() {
		if c.Menu || !called(word, c.Name) {
			continue
		}
		list, path := c.Options, c.Name
		for len(list) > 0 && list[0].Takes == "" {
			word, after, _ := strings.Cut(strings.TrimSpace(rest), " ")
			i := slices.IndexFunc(list, func(o Option) bool { return called(word, c.Name+"."+o.Name) })
			if i < 0 {
				return line, nil, ""
			}
			path, list, rest = path+" "+list[i].Name, list[i].Options, after
		}
		for _, o := range list {
			options = append(options, o.Name)
		}
		return path, options, strings.TrimSpace(rest)
	}
	return word, nil, rest
}

// called reports whether word is the name of the command at path, in whatever
// language.
func called(word, path string) bool {
	for _, w := range []*Words{&english, &german, &russian} {
		if w.Commands[path].Name == word {
			return true
		}
	}
	return false
}

var optionName = regexp.MustCompile(`(?:^|\s)([\p{Ll}_-]+):`)

// nextOption cuts line at the next "name:" of an option.
func nextOption(line string, options []string) (before, name, after string) {
	for _, m := range optionName.FindAllStringSubmatchIndex(line, -1) {
		if name := line[m[2]:m[3]]; slices.Contains(options, name) {
			return strings.TrimSpace(line[:m[0]]), name, strings.TrimSpace(line[m[1]:])
		}
	}
	return strings.TrimSpace(line), "", ""
}
