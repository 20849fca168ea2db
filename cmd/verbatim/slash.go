package main

import (
	"slices"
	"strings"
)

// slashCommand is a slash command as it can be typed in the playground. Its
// options are those of Discord; the first takes what is typed without a name.
type slashCommand struct {
	name    string
	options []string
}

var slashCommands = []slashCommand{
	{"ask", []string{"question", "article", "private"}},
	{"said", []string{"speaker", "about", "article", "order", "private"}},
	{"who-said", []string{"words", "article", "private"}},
	{"check", []string{"quote", "speaker", "article", "private"}},
	{"article list", nil},
	{"article show", []string{"article", "paragraph"}},
	{"article speakers", []string{"article"}},
	{"corpus status", nil},
	{"help", nil},
	{"privacy", nil},
}

// parseSlash reads a line such as
//
//	/said Ana Reyes about: the bridge
//
// as a command and its options. An option's name counts only when the command
// has it, so that a colon in a question does no harm. A command that is not
// known is given back as its first word.
func parseSlash(line string) (command string, options map[string]string) {
	line = strings.TrimSpace(strings.TrimPrefix(line, "/"))
	i := slices.IndexFunc(slashCommands, func(c slashCommand) bool {
		return line == c.name || strings.HasPrefix(line, c.name+" ")
	})
	if i < 0 {
		word, _, _ := strings.Cut(line, " ")
		return word, nil
	}
	c := slashCommands[i]
	options = map[string]string{}
	name := ""
	if len(c.options) > 0 {
		name = c.options[0]
	}
	var value []string
	for word := range strings.FieldsSeq(line[len(c.name):]) {
		option, rest, ok := strings.Cut(word, ":")
		if ok && slices.Contains(c.options, option) {
			setOption(options, name, value)
			name, value = option, nil
			if rest != "" {
				value = []string{rest}
			}
			continue
		}
		value = append(value, word)
	}
	setOption(options, name, value)
	return c.name, options
}

func setOption(options map[string]string, name string, value []string) {
	if name != "" && len(value) > 0 {
		options[name] = strings.Join(value, " ")
	}
}
