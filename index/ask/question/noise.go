package question

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// maxQuestion bounds what is read of a question, in bytes: a Discord message
// has at most 4,000 characters, and nothing after the first few hundred words
// says more.
const maxQuestion = 16_000

// marks matches what a chat puts around words: mentions, custom emoji, links.
var marks = regexp.MustCompile(`<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:\d+(?::\w)?|/[^>]{1,64}:\d+)>|https?://\S+`)

// markdown removes the signs of Discord's Markdown, not the words in it.
var markdown = strings.NewReplacer("**", "", "__", "", "~~", "", "||", "", "```", " ", "`", "", "*", "", "> ", " ", "_", " ")

// dropNoise gives the question without what is no part of it.
func dropNoise(text string) string {
	if len(text) > maxQuestion {
		text = text[:maxQuestion]
		for !utf8.ValidString(text[len(text)-min(len(text), 4):]) && len(text) > maxQuestion-4 {
			text = text[:len(text)-1]
		}
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	return markdown.Replace(marks.ReplaceAllString(text, " "))
}

// polite are the openings that ask for an answer without saying anything of
// the question. Longer ones stand before those they begin with.
var polite = func() [][]string {
	var out [][]string
	for _, s := range []string{
		"could you please tell me", "can you please tell me", "would you please tell me", "could you tell me", "can you tell me", "would you tell me", "do you know",
		"please tell me", "tell me", "i want to know", "i'd like to know", "i would like to know", "i wonder", "i was wondering",
		"does anybody know", "does anyone know", "anyone know", "any idea", "just wondering",
		"according to the article", "according to the text", "according to this article", "in the article", "in this article", "from the article",
		"good morning", "good evening", "hello there", "hey bot", "hi bot", "hello bot", "ok bot", "hey", "hi", "hello", "please", "pls", "plz", "so", "well", "ok", "okay", "um", "uh", "quick question", "question", "bot", "verbatim", "and", "but", "also",
	} {
		out = append(out, strings.Fields(s))
	}
	return out
}()

// dropPoliteness removes polite openings, as many as there are, and "please"
// or "thanks" at the end; never everything.
func dropPoliteness(ws []word) []word {
	for again := true; again; {
		again = false
		for _, p := range polite {
			if len(ws) > len(p) && slices.EqualFunc(ws[:len(p)], p, func(w word, s string) bool { return w.Form == s }) {
				ws = ws[len(p):]
				again = true
				break
			}
		}
	}
	for len(ws) > 1 {
		switch ws[len(ws)-1].Form {
		case "please", "pls", "plz", "thanks", "thx", "bot":
			ws = ws[:len(ws)-1]
			continue
		}
		break
	}
	return ws
}

// HasWord reports whether there is a letter or a digit in text.
func HasWord(text string) bool {
	for range words.Terms(dropNoise(text)) {
		return true
	}
	return false
}
