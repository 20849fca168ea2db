package discord_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// coverage counts what members used and read of the bot in the tests of this
// package, each through the real client and the fake Discord.
type coverage struct {
	mu    sync.Mutex
	seen  map[string]int
	texts map[string]int
}

var covered = coverage{seen: map[string]int{}, texts: map[string]int{}}

// note adds what happened at a fake Discord.
func (c *coverage) note(s *discordtest.Server) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, in := range s.Interactions() {
		command := in.Command()
		given, typed := in.Options()
		switch {
		case in.CustomID() != "":
			c.seen["component "+opOf(in.CustomID())]++
			continue
		case typed != "":
			c.seen["typing "+command+" "+typed]++
			continue
		}
		c.seen["command "+command]++
		for _, o := range given {
			c.seen["option "+command+" "+o]++
		}
	}
	for _, call := range s.Calls() {
		if call.Shows() && call.Text() != "" {
			c.texts[call.Text()]++
		}
	}
}

// wanted lists everything that a member can use, by the names of note.
func wanted() []string {
	var all []string
	var options func(path string, list []*discordgo.ApplicationCommandOption)
	options = func(path string, list []*discordgo.ApplicationCommandOption) {
		if len(list) == 0 || list[0].Type != discordgo.ApplicationCommandOptionSubCommand {
			all = append(all, "command "+path)
		}
		for _, o := range list {
			if o.Type == discordgo.ApplicationCommandOptionSubCommand {
				options(path+" "+o.Name, o.Options)
				continue
			}
			all = append(all, "option "+path+" "+o.Name)
			if o.Autocomplete {
				all = append(all, "typing "+path+" "+o.Name)
			}
		}
	}
	for _, c := range discord.Registrations() {
		options(c.Name, c.Options)
	}
	for _, o := range ops() {
		all = append(all, "component "+o)
	}
	return all
}

// opOf is what a component of ours does: the letter behind its version and MAC.
func opOf(id string) string {
	if len(id) < 7 {
		return ""
	}
	op, _, _ := strings.Cut(id[7:], "|")
	return op
}

var opLine = regexp.MustCompile(`(?m)^(?:\t|const )[oO]p[A-Z]\w* += "(\w)"`)

// ops reads from the source what components can do, so that none is forgotten.
func ops() []string {
	var all []string
	for _, room := range []string{"say", "desk", "moderate"} {
		files, _ := filepath.Glob(filepath.Join("..", room, "*.go"))
		all = append(all, opsIn(files)...)
	}
	return all
}

func opsIn(files []string) []string {
	var all []string
	for _, f := range files {
		source, _ := os.ReadFile(f)
		for _, m := range opLine.FindAllStringSubmatch(string(source), -1) {
			all = append(all, m[1])
		}
	}
	return all
}

// missing lists what of the bot nobody used or read.
func (c *coverage) missing(all []string) []string {
	var out []string
	for _, name := range all {
		if c.seen[name] == 0 {
			out = append(out, name)
		}
	}
	for _, line := range discord.ErrorLines() {
		pattern := "(?m)^" + strings.ReplaceAll(regexp.QuoteMeta(line), "%s", `\S.*`) + "$"
		shown := regexp.MustCompile(pattern)
		if !slices.ContainsFunc(c.read(), shown.MatchString) {
			out = append(out, "error "+line)
		}
	}
	return out
}

func (c *coverage) read() []string {
	var out []string
	for text := range c.texts {
		out = append(out, text)
	}
	return out
}

// TestMain fails a run of all tests in which some command, option, completion,
// button, menu, form or error line was met by no member.
func TestMain(m *testing.M) {
	code := m.Run()
	if code == 0 && everything() {
		all := wanted()
		missing := covered.missing(all)
		for _, name := range missing {
			fmt.Fprintln(os.Stderr, "met by nobody:", name)
		}
		if len(missing) > 0 {
			code = 1
		}
		if testing.Verbose() {
			fmt.Fprintf(os.Stderr, "%d commands, options, completions and components and %d error lines, %d missing\n", len(all), len(discord.ErrorLines()), len(missing))
		}
	}
	os.Exit(code)
}

// everything reports whether no test was left out.
func everything() bool {
	for _, name := range []string{"test.run", "test.skip", "test.list", "test.fuzz"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return false
		}
	}
	return !testing.Short()
}
