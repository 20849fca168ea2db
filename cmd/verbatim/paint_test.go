package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
)

func mustParse(t *testing.T, name, text string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

var (
	plain    = paint{}
	mono     = paint{terminal: true, width: 30}
	coloured = paint{terminal: true, colour: true, width: 30}
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct {
		name, text string
		paint      paint
		want       string
	}{
		{"plain words", "Nothing here.", plain, "Nothing here.\n"},
		{"bold goes", "The **marked** words", plain, "The marked words\n"},
		{"bold shows", "The **two words**", coloured, "The \x1b[1mtwo\x1b[0m \x1b[1mwords\x1b[0m\n"},
		{"excerpt", "> words", plain, "> words\n"},
		{"excerpt on a terminal", "> words", mono, "│ words\n"},
		{"excerpt that wraps", "> one two three four five six seven", mono, "│ one two three four five six\n│ seven\n"},
		{"escapes go", `1\. \*not bold\* \[a\]\(b\) \\`, plain, "1. *not bold* [a](b) \\\n"},
		{"escaped mark in bold", `**a \*\* b**`, plain, "a ** b\n"},
		{"link", "see [the passage](<https://a.example/x#:~:text=y>) now", plain, "see the passage https://a.example/x#:~:text=y now\n"},
		{"no link", "[1] and [2]", plain, "[1] and [2]\n"},
		{"struck words", "“~~two words~~” and ~~a \\~ b~~", plain, "“[-two words-]” and [-a ~ b-]\n"},
		{"struck words on a terminal", "“~~two words~~”", coloured, "“\x1b[9mtwo\x1b[0m \x1b[9mwords\x1b[0m”\n"},
		{"no struck words", "~ 3 ~~ 4", plain, "~ 3 ~~ 4\n"},
		{"code", "`/ask` a question", plain, "/ask a question\n"},
		{"lone star", "3 * 4", plain, "3 * 4\n"},
		{"backslash at the end", `a\`, plain, "a\\\n"},
		{"controls on a terminal", "a\x1b]0;title\x07b\u202ec", mono, "a\uFFFD]0;title\uFFFDb\uFFFDc\n"},
		{"controls in a pipe", "a\x1bb", plain, "a\x1bb\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, c.paint.markdown(c.text)); d != "" {
				t.Errorf("markdown (-want +got):\n%s", d)
			}
		})
	}
}

// FuzzMarkdown checks that any article text comes out of a reply with the
// words it has.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"", "a", `**\`, "[x](<y>)", "> **a** `b` *c*", "# 1. - * _ ~~ || <@1>", "é\u0301\u200b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, "\n") || !strings.HasPrefix(s, "a") {
			return
		}
		_ = coloured.markdown(s) // any bytes must do no harm
		if got := plain.markdown(say.Escape(s)); got != say.Visible(s)+"\n" {
			t.Errorf("%q came out as %q", s, got)
		}
	})
}

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		done, total int
		spent       time.Duration
		want        string
	}{
		{0, 10, time.Second, "0 of 10 (0%)"},
		{5, 10, time.Second, "5 of 10 (50%), 5/s, 1s left"},
		{120, 500, 2 * time.Second, "120 of 500 (24%), 60/s, 6s left"},
	} {
		if got := progressLine(c.done, c.total, c.spent); got != c.want {
			t.Errorf("progressLine(%d, %d, %s) = %q, want %q", c.done, c.total, c.spent, got, c.want)
		}
	}
}
