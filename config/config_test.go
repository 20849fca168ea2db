package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// token has the form of a token and belongs to nobody.
const token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.abcdefghijklmnopqrstuvwxyz-_0123456789AB"

func write(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoad(t *testing.T) {
	defaults := Config{Data: "./data", Pages: PagesOff, Fetch: FetchPublic, LogFormat: logText, Reader: On}
	tokenFile, empty, dir := write(t, "Bot "+token+"\n"), write(t, ""), t.TempDir()
	for _, c := range []struct {
		name    string
		environ map[string]string
		want    func(*Config)
	}{
		{"nothing", nil, func(*Config) {}},
		{"others' variables", map[string]string{"HOME": "/", "DISCORD_WEBHOOK": "x"}, func(*Config) {}},
		{"the tests' variable", map[string]string{"VERBATIM_SHARED": "/x"}, func(*Config) {}},
		{"set to nothing", map[string]string{"VERBATIM_DATA": "", "VERBATIM_SHARDS": " ", "VERBATIM_FETCH": ""}, func(*Config) {}},
		{"token", map[string]string{"DISCORD_TOKEN": token}, func(c *Config) { c.Token = token }},
		{"token with Bot", map[string]string{"DISCORD_TOKEN": " Bot " + token + "\n"}, func(c *Config) { c.Token = token }},
		{"token file", map[string]string{"DISCORD_TOKEN_FILE": tokenFile}, func(c *Config) { c.Token, c.TokenFile = token, tokenFile }},
		{"empty token file", map[string]string{"DISCORD_TOKEN_FILE": empty}, func(c *Config) { c.TokenFile = empty }},
		{"words in capitals", map[string]string{"VERBATIM_FETCH": "OFF", "VERBATIM_LOG": "Debug", "VERBATIM_LOG_FORMAT": "JSON"}, func(c *Config) {
			c.Fetch, c.Log, c.LogFormat = fetchOff, slog.LevelDebug, LogJSON
		}},
		{"no reading", map[string]string{"VERBATIM_READER": "Off"}, func(c *Config) { c.Reader = Off }},
		{"addresses", map[string]string{
			"VERBATIM_HTTP": ":8080", "VERBATIM_PUBLIC_URL": "https://news.example/bot", "VERBATIM_NATS": "nats://a:4222, tls://b:4222",
		}, func(c *Config) {
			c.HTTP, c.PublicURL, c.NATS = ":8080", "https://news.example/bot", "nats://a:4222, tls://b:4222"
		}},
		{"NATS by credentials and certificates", map[string]string{
			"VERBATIM_NATS": "tls://a:4222", "VERBATIM_NATS_CREDS": tokenFile, "VERBATIM_NATS_CA": tokenFile, "VERBATIM_NATS_CERT": tokenFile, "VERBATIM_NATS_KEY": empty,
		}, func(c *Config) {
			c.NATS, c.NATSCreds, c.NATSCA, c.NATSCert, c.NATSKey = "tls://a:4222", tokenFile, tokenFile, tokenFile, empty
		}},
		{"pages", map[string]string{
			"VERBATIM_HTTP": ":8080", "VERBATIM_PUBLIC_URL": "https://news.example", "VERBATIM_PAGES": "Members", "VERBATIM_PAGES_FULL": "true",
		}, func(c *Config) {
			c.HTTP, c.PublicURL, c.Pages, c.PagesFull = ":8080", "https://news.example", pagesMembers, true
		}},
		{"shards as the log advises", map[string]string{"VERBATIM_SHARDS": "auto"}, func(*Config) {}},
		{"shards by number", map[string]string{"VERBATIM_SHARDS": "0"}, func(*Config) {}},
		{"numbers and folders", map[string]string{
			"VERBATIM_SHARDS": "16", "VERBATIM_DEV_GUILD": "123456789012345678", "VERBATIM_ARTICLES": dir,
			"DISCORD_PUBLIC_KEY": strings.Repeat("aF", 32),
		}, func(c *Config) {
			c.Shards, c.DevGuild, c.Articles, c.PublicKey = 16, "123456789012345678", dir, strings.Repeat("aF", 32)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := defaults
			c.want(&want)
			got, err := Load(c.environ)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got, cmp.Comparer(func(a, b Secret) bool { return a == b })); d != "" {
				t.Errorf("Load (-want +got):\n%s", d)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	tokenFile := write(t, token)
	for _, c := range []struct {
		name    string
		environ map[string]string
		want    []string // the beginning of each problem
	}{
		{"misspelt", map[string]string{"VERBATIM_DTA": "x"}, []string{"VERBATIM_DTA: no such setting; did you mean VERBATIM_DATA?"}},
		{"older name", map[string]string{"VERBATIM_LOG_LEVEL": "x"}, []string{"VERBATIM_LOG_LEVEL: no such setting; did you mean VERBATIM_LOG"}},
		{"misspelt and empty", map[string]string{"VERBATIM_SHARD": ""}, []string{"VERBATIM_SHARD: no such setting; did you mean VERBATIM_SHARDS?"}},
		{"client secret for a token", map[string]string{"DISCORD_TOKEN": "hunter2"}, []string{"DISCORD_TOKEN: give the bot token"}},
		{"two tokens", map[string]string{"DISCORD_TOKEN": token, "DISCORD_TOKEN_FILE": tokenFile}, []string{"DISCORD_TOKEN and DISCORD_TOKEN_FILE"}},
		{"no token file", map[string]string{"DISCORD_TOKEN_FILE": "/no/such"}, []string{`DISCORD_TOKEN_FILE="/no/such": give a file`}},
		{"no folder", map[string]string{"VERBATIM_ARTICLES": "/no/such"}, []string{`VERBATIM_ARTICLES="/no/such": give a folder that exists`}},
		{"file for a folder", map[string]string{"VERBATIM_ARTICLES": tokenFile}, []string{"VERBATIM_ARTICLES="}},
		{"NATS by web", map[string]string{"VERBATIM_NATS": "https://user:hunter2@a"}, []string{`VERBATIM_NATS="https://(set, not shown)@a": give nats://`}},
		{"a password that is none of an address", map[string]string{"VERBATIM_NATS": "nats://u:hunter2,x@a"}, []string{`VERBATIM_NATS="nats://(set, not shown)@a": give nats://`}},
		{"files of NATS without it", map[string]string{"VERBATIM_NATS_CREDS": tokenFile, "VERBATIM_NATS_CA": tokenFile}, []string{"VERBATIM_NATS_CREDS is set but VERBATIM_NATS is not", "VERBATIM_NATS_CA is set but"}},
		{"files of NATS that are none", map[string]string{"VERBATIM_NATS": "nats://a", "VERBATIM_NATS_CREDS": "/no/such", "VERBATIM_NATS_CA": t.TempDir()}, []string{`VERBATIM_NATS_CREDS="/no/such": give a file`, "VERBATIM_NATS_CA="}},
		{"half of a certificate", map[string]string{"VERBATIM_NATS": "nats://a", "VERBATIM_NATS_CERT": tokenFile}, []string{"VERBATIM_NATS_CERT and VERBATIM_NATS_KEY belong together"}},
		{"port only", map[string]string{"VERBATIM_HTTP": "8080"}, []string{`VERBATIM_HTTP="8080": give host:port or :port`}},
		{"port too high", map[string]string{"VERBATIM_HTTP": ":80800"}, []string{"VERBATIM_HTTP="}},
		{"public without HTTP", map[string]string{"VERBATIM_PUBLIC_URL": "https://x.example"}, []string{"VERBATIM_PUBLIC_URL is set but"}},
		{"pages without an address", map[string]string{"VERBATIM_PAGES": "public"}, []string{"VERBATIM_PAGES=public needs VERBATIM_HTTP"}},
		{"pages for nobody known", map[string]string{"VERBATIM_PAGES": "all", "VERBATIM_PAGES_FULL": "maybe"}, []string{`VERBATIM_PAGES="all": give off, members or public`, `VERBATIM_PAGES_FULL="maybe": give true or false`}},
		{"many at once", map[string]string{
			"VERBATIM_FETCH": "maybe", "VERBATIM_SHARDS": "-1", "VERBATIM_LOG": "loud", "VERBATIM_LOG_FORMAT": "xml",
			"VERBATIM_NATS": "http://x", "VERBATIM_DEV_GUILD": "my server", "DISCORD_PUBLIC_KEY": "abc",
			"VERBATIM_HTTP": ":1", "VERBATIM_PUBLIC_URL": "ftp://x",
		}, []string{
			`VERBATIM_FETCH="maybe": give off or public`, `VERBATIM_SHARDS="-1": give auto or a number of shards`,
			`VERBATIM_LOG="loud"`, `VERBATIM_LOG_FORMAT="xml"`,
			`DISCORD_PUBLIC_KEY="abc"`, `VERBATIM_DEV_GUILD="my server"`, `VERBATIM_PUBLIC_URL="ftp://x"`,
			`VERBATIM_NATS="http://x"`,
		}},
		{"shards that are no number", map[string]string{"VERBATIM_SHARDS": "two"}, []string{`VERBATIM_SHARDS="two"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(c.environ)
			var got ProblemsError
			if !errors.As(err, &got) {
				t.Fatalf("Load: %v, want problems", err)
			}
			if len(got) != len(c.want) {
				t.Fatalf("got %d problems, want %d:\n%v", len(got), len(c.want), got)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("problem %d = %q, want %q...", i, got[i], want)
				}
			}
			if strings.Contains(err.Error(), "hunter2") || strings.Contains(err.Error(), token) {
				t.Errorf("the token is in %q", err)
			}
		})
	}
}

func TestEnvironment(t *testing.T) {
	file := write(t, "# notes\nVERBATIM_DATA=/from/file\nexport VERBATIM_LOG=\"debug\"\nA='x=y'\n")
	got, err := Environment([]string{"VERBATIM_DATA=/real", "B=", "=C:=weird"}, file)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"VERBATIM_DATA": "/real", "VERBATIM_LOG": "debug", "A": "x=y", "B": "", "": "C:=weird"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Environment (-want +got):\n%s", d)
	}
	if got, err := Environment([]string{"A=1"}, filepath.Join(t.TempDir(), "none")); err != nil || len(got) != 1 {
		t.Errorf("without a file: %v, %v", got, err)
	}
	bad := write(t, "A=1\nDISCORD TOKEN "+token+"\nB=2\n")
	got, err = Environment([]string{"A=1"}, bad)
	if err == nil || !strings.Contains(err.Error(), "line 2: give NAME=value") || strings.Contains(err.Error(), token) {
		t.Errorf("bad line: %v", err)
	}
	if got["A"] != "1" {
		t.Errorf("bad line: the real environment is lost: %v", got)
	}
	if _, err := Environment(nil, t.TempDir()); err == nil {
		t.Error("a folder was read as a file")
	}
}

func TestSecret(t *testing.T) {
	c := Config{Token: token, NATS: "nats://user:" + token + "@a:4222, tls://" + token + "@b,nats://c"}
	j, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("settings", slog.Any("token", c.Token), slog.Any("servers", c.NATS))
	for name, shown := range map[string]string{
		"%v": fmt.Sprintf("%v", c), "%+v": fmt.Sprintf("%+v", c), "%#v": fmt.Sprintf("%#v", c),
		"String": c.Token.String(), "%q": fmt.Sprintf("%q", c.Token), "%x": fmt.Sprintf("%x", c.Token),
		"servers": c.NATS.String(), "%x servers": fmt.Sprintf("%x", c.NATS), "%q servers": fmt.Sprintf("%q", c.NATS), "%#v servers": fmt.Sprintf("%#v", c.NATS),
		"JSON": string(j), "log": log.String(), "settings": fmt.Sprint(c.Settings()),
	} {
		if strings.Contains(shown, token) || strings.Contains(shown, fmt.Sprintf("%x", token)) {
			t.Errorf("%s shows the token: %s", name, shown)
		}
	}
	if s := Secret("").String(); s != "" {
		t.Errorf("no secret shows as %q", s)
	}
}

func TestServers(t *testing.T) {
	for in, want := range map[Servers]string{
		"":                                  "",
		"nats://a:4222":                     "nats://a:4222",
		"nats://u:p@a:4222, tls://t@b:4222": "nats://(set, not shown)@a:4222, tls://(set, not shown)@b:4222",
		"nats://u:p@ss@a,nats://b":          "nats://(set, not shown)@a,nats://b",
		"u:p@a":                             "(set, not shown)@a",
		"nats://u:p://q@a":                  "nats://(set, not shown)@a",
		"nats://u:p,q@a,nats://b":           "nats://(set, not shown)@a,nats://b",
	} {
		if got := in.String(); got != want {
			t.Errorf("%q: %q, want %q", string(in), got, want)
		}
	}
}

// TestSettingsTold reads that each setting has its words.
func TestSettingsTold(t *testing.T) {
	for _, s := range (Config{}).Settings() {
		if s.Name == "" || s.Give == "" || s.Doc == "" {
			t.Errorf("setting without words: %+v", s)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("VERBATIM_HTTP", "[::1]:80")
	f.Add("VERBATIM_NATS", "nats://%zz")
	f.Add("DISCORD_TOKEN", "Bot \x00")
	f.Add("VERBATIM_", "")
	f.Fuzz(func(_ *testing.T, name, value string) {
		_, _ = Load(map[string]string{name: value}) // must not panic
	})
}
