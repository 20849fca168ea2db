package main

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// TestShowAnswer shows answers of every kind: what they are is said first.
func TestShowAnswer(t *testing.T) {
	a := mustParse(t, "quay.txt", quay)
	a.ID = "a1"
	cited := func(paragraphs ...int) (list []cite.Citation) {
		for _, n := range paragraphs {
			list = append(list, cite.Citation{Article: a, Ref: a.Whole(n)})
		}
		return list
	}
	for _, tt := range []struct {
		name   string
		answer ask.Answer
		unsure bool
		lines  []string // the beginnings of all lines
	}{
		{"sure", ask.Answer{Answered: true, Confidence: 0.9, Citations: cited(1)}, false, []string{"  The quay", "  — "}},
		{"unsure", ask.Answer{Answered: true, Confidence: 0.5, Citations: cited(1)}, true, []string{"Perhaps; this is not sure:", "  The quay", "  — "}},
		{"with others", ask.Answer{Answered: true, Confidence: 0.9, Citations: cited(1, 2)}, false, []string{"  The quay", "  — ", "Other passages:", "  “We", "  — "}},
		{"none", ask.Answer{Confidence: 0.5, Nearest: cited(2)}, false, []string{"The articles do not answer", "Nearest passages:", "  “We", "  — "}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, err := paint{}.answer(&tt.answer, false)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
			ok := len(lines) == len(tt.lines)
			for i := 0; ok && i < len(lines); i++ {
				ok = strings.HasPrefix(lines[i], tt.lines[i])
			}
			if !ok {
				t.Errorf("shown:\n%s\nwant lines that begin with %q", text, tt.lines)
			}
			j, err := answerToJSON("?", &tt.answer, noPage)
			if err != nil || j.Unsure != tt.unsure {
				t.Errorf("unsure: %v, %v", j.Unsure, err)
			}
		})
	}
}
