package fetch

import (
	"net/url"
	"strings"
	"testing"
)

func TestRobots(t *testing.T) {
	tests := []struct {
		name, text, path string
		want             bool
	}{
		{"none", "", "/a", true},
		{"all", "User-agent: *\nDisallow: /", "/a", false},
		{"nothing", "User-agent: *\nDisallow:", "/a", true},
		{"other agent", "User-agent: otherbot\nDisallow: /", "/a", true},
		{"us", "User-agent: Verbatim/1.0\nDisallow: /private", "/private/a", false},
		{"us, elsewhere", "User-agent: verbatim\nDisallow: /private", "/a", true},
		{"our group replaces the one for all", "User-agent: *\nDisallow: /\n\nUser-agent: verbatim\nDisallow: /x", "/a", true},
		{"one group for several", "User-agent: a\nUser-agent: verbatim\nDisallow: /x", "/x", false},
		{"groups for us are joined", "User-agent: verbatim\nDisallow: /x\nUser-agent: b\nDisallow: /y\nUser-agent: verbatim\nDisallow: /z", "/z", false},
		{"longest wins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"longest wins, forbidding", "User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false},
		{"allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"star", "User-agent: *\nDisallow: /*/print", "/news/print", false},
		{"star, no", "User-agent: *\nDisallow: /*/print", "/print", true},
		{"end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false},
		{"end, no", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true},
		{"end without a star", "User-agent: *\nDisallow: /a$", "/ab", true},
		{"query", "User-agent: *\nDisallow: /*?id=", "/a?id=1", false},
		{"escapes", "User-agent: *\nDisallow: /%c3%a4", "/ä", false},
		{"comments and CR", "User-agent: * # all\r\nDisallow: /a # here\r\n", "/a", false},
		{"crawl delay between", "User-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", false},
		{"not robots", "<html>not found</html>", "/a", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u, err := url.Parse("https://post.example" + tt.path)
			if err != nil {
				t.Fatal(err)
			}
			if got := parseRobots(tt.text).allows(u); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*b$", "/ab")
	f.Add("User-agent: verbatim\nAllow: /%zz", "/%41")
	f.Fuzz(func(t *testing.T, text, path string) {
		u := &url.URL{Scheme: "http", Host: "post.example", Path: path}
		forbidden := !parseRobots(text).allows(u)
		if forbidden && !strings.Contains(strings.ToLower(text), "disallow") {
			t.Errorf("%q forbids %q", text, path)
		}
	})
}
