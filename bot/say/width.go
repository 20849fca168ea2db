package say

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Discord's limits that a reply can meet, in the unit of [Width]
// (docs: resources/message, components/reference, application-commands).
const (
	MaxContent  = 2000
	MaxOption   = 100 // select option label, value, description; autocomplete name, value
	MaxOptions  = 25
	maxCustomID = 100
)

// Width is the length of text in UTF-16 code units. Discord's server counts
// code points and its clients UTF-16 units; the latter is never less, so what
// fits in it fits everywhere.
func Width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// clip shortens text to at most limit units, at the end of a word where that
// costs little, with "…" in place of what is left out.
func clip(text string, limit int) string {
	if Width(text) <= limit {
		return text
	}
	cut := Fit(text, limit-1)
	if i := strings.LastIndexFunc(cut, unicode.IsSpace); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRightFunc(cut, unicode.IsSpace) + "…"
}

// Fit is the longest prefix of text of at most limit units.
func Fit(text string, limit int) string {
	for i, r := range text {
		limit--
		if r > 0xFFFF {
			limit--
		}
		if limit < 0 {
			return text[:i]
		}
	}
	return text
}

// ClipLine is text on one line, escaped, of at most limit units before
// escaping doubles some of them; so the result is at most 2*limit units.
func ClipLine(text string, limit int) string {
	return OneLine(clip(strings.Join(strings.Fields(Visible(text)), " "), limit))
}

// Plain is text for places that show no Markdown (labels, choices, modal
// titles): on one line, without invisible characters, at most limit units.
// It is never empty, for Discord refuses empty labels.
func Plain(text string, limit int) string {
	s := clip(strings.Join(strings.Fields(Visible(strings.ToValidUTF8(text, "\uFFFD"))), " "), limit)
	if s == "" || utf8.RuneCountInString(s) == 0 {
		return "–"
	}
	return s
}

// MaxQuestion is the longest question, in units; the option's limit in Discord
// is the same. A message can be twice as long, and is then not a question.
const MaxQuestion = 1000
