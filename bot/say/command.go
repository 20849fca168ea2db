package say

// Usage is a command as members use it; what it is called and described as
// stands in the catalogue.
type Usage struct {
	Name       string
	Menu       bool // of a message's menu, else one that is typed
	Moderators bool // offered only to those who may manage the server
	Options    []Option
}

// Option is an option of a command, or one of its sub-commands.
type Option struct {
	Name      string
	Takes     string // "text", "yes or no", "number", "member", "channel", "file"; "" for a sub-command
	Required  bool
	Completes bool     // the desk offers what may be meant
	Max       int      // units of a text
	Choices   []string // the only texts it takes
	Options   []Option // of a sub-command
}

// Commands is every command, in the order in which help speaks of them.
func Commands() []Usage {
	return []Usage{
		{Name: "ask", Options: []Option{text("question", true, MaxQuestion), completing("article", false), toggle("private"), {Name: "for", Takes: "member"}}},
		{Name: "said", Options: []Option{
			completing("speaker", false), text("about", false, 200), completing("article", false),
			{Name: "order", Takes: "text", Choices: []string{"newest", "relevance"}},
			toggle("private"),
		}},
		{Name: "who-said", Options: []Option{text("words", true, MaxQuestion), completing("article", false), toggle("private")}},
		{Name: "check", Options: []Option{text("quote", true, MaxQuestion), completing("speaker", false), completing("article", false), toggle("private")}},
		{Name: "article", Options: []Option{
			sub("list"), sub("show", completing("article", false), Option{Name: "paragraph", Takes: "number"}), sub("speakers", completing("article", false)), sub("link", completing("article", false)),
		}},
		{Name: "corpus", Moderators: true, Options: []Option{
			sub("add", file(), text("url", false, maxURL), toggle("paste")),
			sub("replace", completing("article", true), file(), text("url", false, maxURL), toggle("paste")),
			sub("remove", completing("article", true)), sub("restore", completing("article", true)),
			sub("reindex", completing("article", false), toggle("dry_run")), sub("status"), sub("changes"), sub("export"),
			sub("speaker", completing("article", true), completing("quote", true), completing("name", true), toggle("all")),
		}},
		{Name: "settings", Moderators: true, Options: []Option{
			toggle("private"), channel("channel"), completing("article", false), channel("log"), toggle("no-log"), toggle("house"), toggle("feedback"), toggle("pages"), toggle("new-links"),
			{Name: "sure", Takes: "text", Choices: Sureness},
		}},
		{Name: "help"},
		{Name: "privacy"},
		{Name: "Check quotes", Menu: true},
		{Name: "Find in articles", Menu: true},
		{Name: Why, Menu: true, Moderators: true},
	}
}

// Why is the command of a message's menu that says how an answer came about.
const Why = "Why?"

// Sureness are the degrees of how sure of an answer the bot must be.
var Sureness = []string{"careful", "normal", "eager"}

func text(name string, required bool, longest int) Option {
	return Option{Name: name, Takes: "text", Required: required, Max: longest}
}

func completing(name string, required bool) Option {
	return Option{Name: name, Takes: "text", Required: required, Max: MaxOption, Completes: true}
}

func toggle(name string) Option  { return Option{Name: name, Takes: "yes or no"} }
func channel(name string) Option { return Option{Name: name, Takes: "channel"} }
func file() Option               { return Option{Name: "file", Takes: "file"} }

func sub(name string, options ...Option) Option { return Option{Name: name, Options: options} }

// maxURL is the longest web address that is fetched.
const maxURL = 2000
