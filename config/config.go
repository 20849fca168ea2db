// Package config reads the settings of the program from environment variables
// and a .env file, checks them, and reports everything that is wrong at once.
// It knows their names, defaults and units, and which are secret; what they
// are for is the business of those who get the values.
//
// The files:
//
//	environment.go  the variables, and those of the .env file
//	config.go       every setting, read and checked
//	unknown.go      variables that look like a setting and are none
//	secret.go       values that never print
//	setting.go      the settings as people see them
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/caarlos0/env/v11"
)

// Config is every setting of the program. Each field's tags give its variable,
// its default, what may be given, and what it does.
type Config struct {
	Token     Secret `env:"DISCORD_TOKEN" give:"the bot token of the Discord Developer Portal (Bot, Reset Token)" doc:"the bot's token; without one there is no Discord"`
	TokenFile string `env:"DISCORD_TOKEN_FILE" give:"a file that can be read" doc:"a file that holds the token, instead of DISCORD_TOKEN"`
	PublicKey string `env:"DISCORD_PUBLIC_KEY" give:"the 64 hexadecimal digits of the Developer Portal (General Information)" doc:"lets Discord hand over commands and buttons by HTTP: VERBATIM_HTTP then takes them at /interactions, the Interactions Endpoint URL of the Developer Portal; mentions still come by the gateway"`

	Data      string     `env:"VERBATIM_DATA" envDefault:"./data" give:"a folder" doc:"folder of the records and the index"`
	Articles  string     `env:"VERBATIM_ARTICLES" give:"a folder that exists" doc:"folder of the house articles, visible in every server and watched for changes"`
	DevGuild  string     `env:"VERBATIM_DEV_GUILD" give:"the id of a server, digits only" doc:"register the commands in this server only, where changes show at once"`
	Fetch     Fetch      `env:"VERBATIM_FETCH" envDefault:"public" give:"off or public" doc:"may articles be added by link: from public addresses, or not at all"`
	HTTP      string     `env:"VERBATIM_HTTP" give:"host:port or :port" doc:"address of health, metrics, posted interactions and pages; empty = off"`
	PublicURL string     `env:"VERBATIM_PUBLIC_URL" give:"an http or https address without ? and #" doc:"where people reach the pages at the HTTP address from outside; all of them are below /a/"`
	Pages     Pages      `env:"VERBATIM_PAGES" envDefault:"off" give:"off, members or public" doc:"articles in a browser: for whoever has a link of the bot, or house articles for everybody"`
	PagesFull bool       `env:"VERBATIM_PAGES_FULL" envDefault:"false" give:"true or false" doc:"pages show whole articles, not only cited passages; for texts that you may publish"`
	NATS      Servers    `env:"VERBATIM_NATS" give:"nats:// or tls:// addresses, separated by commas" doc:"NATS servers with JetStream, in which several processes share articles and work; empty = one process with its own data folder"`
	NATSCreds string     `env:"VERBATIM_NATS_CREDS" give:"a file that can be read" doc:"credentials file, or file of an nkey seed, for the NATS servers; a user and password, or a token, may stand in the addresses instead"`
	NATSCA    string     `env:"VERBATIM_NATS_CA" give:"a PEM file that can be read" doc:"whose certificates of NATS servers are believed; empty = the system's"`
	NATSCert  string     `env:"VERBATIM_NATS_CERT" give:"a PEM file that can be read" doc:"the bot's own certificate, for NATS servers that ask for one"`
	NATSKey   string     `env:"VERBATIM_NATS_KEY" give:"a PEM file that can be read" doc:"the key of that certificate"`
	Reader    Switch     `env:"VERBATIM_READER" envDefault:"on" give:"on or off" doc:"read the passages found closely before answering; off = go by their words alone"`
	Shards    Shards     `env:"VERBATIM_SHARDS" envDefault:"auto" give:"auto or a number of shards" doc:"gateway connections; auto = as many as Discord advises"`
	Log       slog.Level `env:"VERBATIM_LOG" envDefault:"info" give:"debug, info, warn or error" doc:"least level that is logged"`
	LogFormat LogFormat  `env:"VERBATIM_LOG_FORMAT" envDefault:"text" give:"text or json" doc:"form of the log lines"`
}

// Fetch says from where articles may be fetched.
type Fetch string

// The values of VERBATIM_FETCH.
const (
	fetchOff    Fetch = "off"
	FetchPublic Fetch = "public" // http(s) addresses of the public internet
)

// UnmarshalText accepts the values above.
func (f *Fetch) UnmarshalText(b []byte) error { return oneOf(f, b, fetchOff, FetchPublic) }

// Pages says who may read articles in a browser.
type Pages string

// The values of VERBATIM_PAGES.
const (
	PagesOff     Pages = "off"
	pagesMembers Pages = "members" // whoever has a signed link
	PagesPublic  Pages = "public"  // house articles everybody
)

// UnmarshalText accepts the values above.
func (p *Pages) UnmarshalText(b []byte) error {
	return oneOf(p, b, PagesOff, pagesMembers, PagesPublic)
}

// Switch is on or off.
type Switch string

// The values of a Switch.
const (
	On  Switch = "on"
	Off Switch = "off"
)

// UnmarshalText accepts the values above.
func (s *Switch) UnmarshalText(b []byte) error { return oneOf(s, b, On, Off) }

// LogFormat is the form of log lines.
type LogFormat string

// The values of VERBATIM_LOG_FORMAT.
const (
	logText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// UnmarshalText accepts the values above.
func (f *LogFormat) UnmarshalText(b []byte) error { return oneOf(f, b, logText, LogJSON) }

// Shards is a number of gateway connections; 0 means as many as Discord
// advises, and is written auto.
type Shards int

// UnmarshalText accepts auto and numbers from 0.
func (s *Shards) UnmarshalText(b []byte) error {
	*s = 0
	if strings.EqualFold(string(b), autoShards) {
		return nil
	}
	n, err := strconv.ParseUint(string(b), 10, 16)
	*s = Shards(n) //nolint:gosec // 16 bits
	return err
}

func (s Shards) String() string {
	if s == 0 {
		return autoShards
	}
	return strconv.Itoa(int(s))
}

const autoShards = "auto"

func oneOf[T ~string](v *T, b []byte, allowed ...T) error {
	for _, a := range allowed {
		if strings.EqualFold(string(a), string(b)) {
			*v = a
			return nil
		}
	}
	return errors.New("not allowed")
}

// ProblemsError is everything that is wrong with the settings, in words for
// the person who made them. It never holds a secret.
type ProblemsError []string

func (e ProblemsError) Error() string { return strings.Join(e, "\n") }

// Load makes the Config of environ: names and values, as [Environment] gives
// them. When anything is wrong it fails with a [ProblemsError] that lists all
// of it; the Config holds what was right.
func Load(environ map[string]string) (Config, error) {
	var c Config
	p := problems{environ: environ}
	err := env.ParseWithOptions(&c, env.Options{Environment: trimmed(environ)})
	var all env.AggregateError
	if err != nil && !errors.As(err, &all) {
		return c, err
	}
	for _, err := range all.Errors {
		var parse env.ParseError
		if !errors.As(err, &parse) {
			return c, err
		}
		p.add(parse.Name)
	}
	p.unknown()
	p.check(&c)
	if len(p.list) > 0 {
		return c, ProblemsError(p.list)
	}
	return c, nil
}

// trimmed gives environ without blanks around its values, and without the
// values that were only blanks: NAME= in a file means "not set".
func trimmed(environ map[string]string) map[string]string {
	m := make(map[string]string, len(environ))
	for k, v := range environ {
		if v = strings.TrimSpace(v); v != "" {
			m[k] = v
		}
	}
	return m
}

// problems collects what is wrong.
type problems struct {
	environ map[string]string
	list    []string
}

// add notes that the value of a field is not what may be given.
func (p *problems) add(field string) {
	f, ok := reflect.TypeFor[Config]().FieldByName(field)
	if !ok {
		panic("no setting " + field) // unreachable: fields name themselves
	}
	name, shown := f.Tag.Get("env"), ""
	switch f.Type {
	case reflect.TypeFor[Secret]():
	case reflect.TypeFor[Servers]():
		shown = "=" + strconv.Quote(Servers(p.environ[name]).String())
	default:
		shown = "=" + strconv.Quote(p.environ[name])
	}
	p.list = append(p.list, fmt.Sprintf("%s%s: give %s", name, shown, f.Tag.Get("give")))
}

var (
	publicKey = regexp.MustCompile(`^[0-9a-fA-F]{64}$`)
	snowflake = regexp.MustCompile(`^[0-9]{15,20}$`)
	// A token has three parts in URL-safe base 64: the bot's id, a time, a
	// signature.
	botToken = regexp.MustCompile(`^[\w-]+\.[\w-]+\.[\w-]+$`)
)

// check looks at what the types alone do not tell, and completes the token.
func (p *problems) check(c *Config) {
	p.token(c)
	wrong := func(bad bool, field string) {
		if bad {
			p.add(field)
		}
	}
	wrong(c.PublicKey != "" && !publicKey.MatchString(c.PublicKey), "PublicKey")
	wrong(c.DevGuild != "" && !snowflake.MatchString(c.DevGuild), "DevGuild")
	wrong(c.Articles != "" && !isDir(c.Articles), "Articles")
	wrong(c.HTTP != "" && !isAddress(c.HTTP), "HTTP")
	wrong(c.PublicURL != "" && !isPage(c.PublicURL), "PublicURL")
	p.nats(c)
	if c.Pages != "" && c.Pages != PagesOff && (c.PublicURL == "" || c.HTTP == "") {
		p.list = append(p.list, fmt.Sprintf("VERBATIM_PAGES=%s needs VERBATIM_HTTP, where pages are served, and VERBATIM_PUBLIC_URL, where people reach that", c.Pages))
	}
	if c.PublicURL != "" && c.HTTP == "" {
		p.list = append(p.list, "VERBATIM_PUBLIC_URL is set but VERBATIM_HTTP is not: nothing would answer there; set both or none")
	}
}

// token fills in the token from its file and takes off what people paste
// along with it.
func (p *problems) token(c *Config) {
	if c.TokenFile != "" {
		if c.Token != "" {
			p.list = append(p.list, "DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set; keep one")
			return
		}
		data, err := os.ReadFile(c.TokenFile)
		if err != nil {
			p.add("TokenFile")
			return
		}
		c.Token = Secret(strings.TrimSpace(string(data)))
	}
	c.Token = Secret(strings.TrimSpace(strings.TrimPrefix(string(c.Token), "Bot ")))
	if c.Token != "" && !botToken.MatchString(string(c.Token)) {
		p.add("Token")
	}
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func isAddress(s string) bool {
	_, port, err := net.SplitHostPort(s)
	if err != nil {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

func isPage(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" &&
		u.RawQuery == "" && u.Fragment == "" && u.User == nil
}

// nats looks at the addresses of NATS servers, and at what is for them alone.
func (p *problems) nats(c *Config) {
	if c.NATS != "" && !isNATS(c.NATS) {
		p.add("NATS")
	}
	for _, f := range []struct{ field, path string }{
		{"NATSCreds", c.NATSCreds}, {"NATSCA", c.NATSCA}, {"NATSCert", c.NATSCert}, {"NATSKey", c.NATSKey},
	} {
		switch {
		case f.path == "":
		case !canRead(f.path):
			p.add(f.field)
		case c.NATS == "":
			p.list = append(p.list, variable(f.field)+" is set but VERBATIM_NATS is not: there is nothing that it would be for; set both or none")
		}
	}
	if (c.NATSCert == "") != (c.NATSKey == "") {
		p.list = append(p.list, "VERBATIM_NATS_CERT and VERBATIM_NATS_KEY belong together: set both or none")
	}
}

// variable is the variable of a field.
func variable(field string) string {
	f, _ := reflect.TypeFor[Config]().FieldByName(field)
	return f.Tag.Get("env")
}

func canRead(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	info, err := f.Stat()
	return f.Close() == nil && err == nil && !info.IsDir()
}

func isNATS(s Servers) bool {
	for a := range strings.SplitSeq(string(s), ",") {
		u, err := url.Parse(strings.TrimSpace(a))
		if err != nil || (u.Scheme != "nats" && u.Scheme != "tls") || u.Host == "" {
			return false
		}
	}
	return true
}
