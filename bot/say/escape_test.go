package say

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEscape(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "He said: “No, never.” At 10 a.m., 5-4.", "He said: “No, never.” At 10 a.m., 5-4."},
		{"emphasis", "*a* _b_ __c__ ~~d~~ `e`", `\*a\* \_b\_ \_\_c\_\_ \~\~d\~\~ \` + "`e\\`"},
		{"spoiler", "||x||", `\|\|x\|\|`},
		{"code fence", "```go", "\\`\\`\\`go"},
		{"member", "<@123> <#4> <t:5:R>", `\<\@123\> \<#4\> \<t\:5\:R\>`},
		{"everyone", "@everyone @here", `\@everyone \@here`},
		{"masked link", "[a](https://b.c/d)", `\[a\](https\:\/\/b.c\/d)`},
		{"invite", "discord.gg/abc and/or", `discord.gg\/abc and/or`},
		{"emoji name", "so :smile: it is", `so \:smile: it is`},
		{"heading", "# a # b", `\# a # b`},
		{"subtext", "-# a", `\-# a`},
		{"list", "  - a\n+ b - c", "  \\- a\n\\+ b - c"},
		{"numbered list", "12. a 3. b", `12\. a 3. b`},
		{"block quote", "> a", `\> a`},
		{"backslash", `a\*b`, `a\\\*b`},
		{"hidden", "a\u200bb\u202ec\x00d", "abcd"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Escape(tt.text)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Escape (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(Visible(tt.text), Unescape(got)); diff != "" {
				t.Errorf("Unescape (-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "*a*", `\\`, "a\nb", "12. x", "https://a.b/c", ":a:", "\u202e", "> x\n>> y", "||**||"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		shown := Escape(text)
		if got := Unescape(shown); got != Visible(text) {
			t.Fatalf("Unescape(Escape(%q)) = %q", text, got)
		}
		// What is left unescaped must not be of the kinds that always format.
		for i := 0; i < len(shown); i++ {
			if shown[i] == '\\' {
				i++
				continue
			}
			if strings.IndexByte("*_~|`<>@[]", shown[i]) >= 0 {
				t.Fatalf("Escape(%q) = %q leaves %q", text, shown, shown[i])
			}
		}
	})
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "“é”": 3, "𝒜": 2, "👩‍🚀": 5} {
		if got := Width(text); got != want {
			t.Errorf("Width(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	for _, tt := range []struct {
		text  string
		limit int
		want  string
	}{
		{"short", 5, "short"},
		{"one two three", 9, "one two…"},
		{"unbreakable", 5, "unbr…"},
		{"𝒜𝒜𝒜", 4, "𝒜…"},
	} {
		got := clip(tt.text, tt.limit)
		if got != tt.want || Width(got) > tt.limit {
			t.Errorf("clip(%q, %d) = %q (%d), want %q", tt.text, tt.limit, got, Width(got), tt.want)
		}
	}
}
