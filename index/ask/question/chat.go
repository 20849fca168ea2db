package question

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// shortForms are the spellings of chats, by what they stand for. Those of two
// words stand for an asking word with its verb: "whats the ...".
var shortForms = func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.SplitSeq(`ppl people|peeps people|govt government|gov't government|prez president|wat what|wut what|hw how|cuz because|coz because|bc because
abt about|u you|ur your|r are|thru through|tho though|info information|yrs years|hrs hours|mins minutes
whats what is|wats what is|whos who is|wheres where is|whens when is|hows how is|whys why is|thats that is|theres there is
didnt didn't|doesnt doesn't|dont don't|isnt isn't|arent aren't|wasnt wasn't|werent weren't|hasnt hasn't|havent haven't|hadnt hadn't
cant can't|couldnt couldn't|wont won't|wouldnt wouldn't|shouldnt shouldn't|im i'm|ive i've|theyre they're|youre you're|gonna going to|wanna want to`, "\n") {
		for pair := range strings.SplitSeq(line, "|") {
			f := strings.Fields(pair)
			out[f[0]] = f[1:]
		}
	}
	return out
}()

// spellOut gives the words of an English question with what a chat shortens
// written out: "whats", "ppl", and the "is" in "who's". A name or an acronym
// ("W", "BC") stays as it is, and so does what somebody is to have said: the
// bytes of text between marks.
func spellOut(ws []word, text string, between [][2]int) []word {
	out := ws[:0:0]
	for i, w := range ws {
		if slices.ContainsFunc(between, func(b [2]int) bool { return b[0] < w.at && w.at < b[1] }) {
			out = append(out, w)
			continue
		}
		long := shortForms[w.Form]
		if long == nil || i > 0 && w.Upper {
			out = append(out, w)
			if rest := text[w.at+len(w.Text):]; w.class == lexicon.Asking && (strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s")) {
				out = append(out, word{Text: "is", at: w.at + len(w.Text), Form: "is", class: lexicon.Auxiliary, Term: -1})
			}
			continue
		}
		for _, form := range long {
			out = append(out, word{Text: form, at: w.at, Form: form, class: lexicon.ClassOf("en", form), Term: -1})
		}
	}
	return out
}

// asides are the phrases of a question that an answer need not have: they tell
// that the present is meant, or how exactly an answer is wanted.
var asides = func() [][]string {
	var out [][]string
	for _, s := range []string{"so far", "right now", "at the moment", "these days", "by now", "as of now", "up to now", "until now", "nowadays", "exactly", "at all", "in total", "as well"} {
		out = append(out, strings.Fields(s))
	}
	return out
}()

// aside gives the number of words of the aside that begins at words[i], 0 for
// none.
func (q *Query) aside(i int) int {
	for _, p := range asides {
		if i+len(p) <= len(q.Words) && slices.EqualFunc(q.Words[i:i+len(p)], p, func(w word, s string) bool { return w.Form == s }) {
			return len(p)
		}
	}
	return 0
}
