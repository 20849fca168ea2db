package main

import (
	"context"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// complete gives what the word before the cursor may become, best first: a
// command, what an option of a command takes, in a question the name of
// somebody who speaks. pos counts runes.
func (p *playground) complete(ctx context.Context, line string, pos int) (head string, completions []string, tail string) {
	runes := []rune(line)
	left, tail := string(runes[:pos]), string(runes[pos:])
	if !strings.HasPrefix(left, "/") {
		at := strings.LastIndexAny(left, " >“\"") + 1
		for at < len(left) && left[at]&0xC0 == 0x80 { // the rest of a quotation mark
			at++
		}
		return left[:at], p.speakers(ctx, left[at:]), tail
	}
	if found := commandsFrom(left); len(found) > 0 {
		return "", found, tail
	}
	command, option, at := beingTyped(left)
	if option == "" {
		return left, nil, tail
	}
	ev := p.base
	ev.Kind, ev.Command, ev.Options, ev.Focused = say.Complete, command, say.Typed(left).Options, option
	return left[:at], p.offered(ctx, ev), tail
}

// leave is the command that ends the playground.
const leave = "/quit"

// commandsFrom lists the commands that go on from what is typed, ready for
// their first option.
func commandsFrom(typed string) (found []string) {
	add := func(path string, options []say.Option) {
		if len(options) > 0 {
			path += " "
		}
		if strings.HasPrefix(path, typed) && path != typed {
			found = append(found, path)
		}
	}
	for _, c := range say.Commands() {
		if c.Menu || c.Moderators {
			continue
		}
		if len(c.Options) == 0 || c.Options[0].Takes != "" {
			add("/"+c.Name, c.Options)
			continue
		}
		for _, sub := range c.Options {
			if c.Name == "article" && sub.Name == "link" {
				continue // to pages, which the playground has none of
			}
			add("/"+c.Name+" "+sub.Name, sub.Options)
		}
	}
	add(leave, nil)
	return found
}

// beingTyped tells which option the end of a line belongs to, and from which
// byte on, if it is one that completes.
func beingTyped(line string) (command, option string, at int) {
	command = say.Typed(line).Command
	options := optionsOf(command)
	if len(options) == 0 {
		return command, "", 0
	}
	option, at = options[0].Name, len("/"+command+" ")
	for _, o := range options {
		if i := strings.LastIndex(line, " "+o.Name+":"); i >= at-1 && i >= 0 {
			option, at = o.Name, i+len(o.Name)+2
		}
	}
	i := slices.IndexFunc(options, func(o say.Option) bool { return o.Name == option })
	if at > len(line) || !options[i].Completes {
		return command, "", 0
	}
	return command, option, at + len(line[at:]) - len(strings.TrimLeft(line[at:], " "))
}

// optionsOf are the options of the command at a path such as "article show".
func optionsOf(path string) []say.Option {
	name, sub, _ := strings.Cut(path, " ")
	for _, c := range say.Commands() {
		if c.Name != name {
			continue
		}
		if sub == "" {
			return c.Options
		}
		for _, o := range c.Options {
			if o.Name == sub {
				return o.Options
			}
		}
	}
	return nil
}

// offered are the desk's completions as one types them: articles by their
// titles.
func (p *playground) offered(ctx context.Context, ev say.Event) (typed []string) {
	titles := map[string]string{}
	if ev.Focused == "article" {
		list, err := p.scope.Headings(ctx)
		if err != nil {
			return nil
		}
		titles = titlesByID(list)
	}
	for _, c := range p.desk.Handle(ctx, ev).Choices {
		if t := titles[c.Value]; t != "" {
			c.Value = t
		}
		typed = append(typed, c.Value)
	}
	return typed
}

// titlesByID are the titles that name one article only.
func titlesByID(list []index.Heading) map[string]string {
	count := map[string]int{}
	for _, h := range list {
		count[h.Title]++
	}
	titles := map[string]string{}
	for _, h := range list {
		if count[h.Title] == 1 {
			titles[h.ID] = h.Title
		}
	}
	return titles
}

// speakers are the names of which a word begins like this.
func (p *playground) speakers(ctx context.Context, beginning string) (names []string) {
	if len([]rune(beginning)) < 2 {
		return nil
	}
	ev := p.base
	ev.Kind, ev.Command, ev.Focused = say.Complete, "said", "speaker"
	ev.Options = map[string]string{"speaker": beginning}
	for _, c := range p.desk.Handle(ctx, ev).Choices {
		if slices.ContainsFunc(strings.Fields(c.Value), func(w string) bool {
			return strings.HasPrefix(strings.ToLower(w), strings.ToLower(beginning))
		}) {
			names = append(names, c.Value)
		}
	}
	return names
}
