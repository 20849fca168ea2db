package check

import (
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Find gives the quotations of a message, limit of them at most: first block
// quotes ("> …"), then words in quotation marks, without the marks, and then
// reported speech ("X said that …"). Who the message says they are by is taken as the claimed speaker.
// Terms in marks of one or two words are left out; they are hardly anybody's
// utterance.
func Find(message string, limit int) []Purported {
	var out []Purported
	var tagged []Purported
	var plain []string
	var block []string
	flush := func() {
		if len(block) > 0 {
			out = append(out, blockQuote(strings.Join(block, " ")))
			block = nil
		}
	}
	for line := range strings.Lines(message) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "> "); ok {
			block = append(block, strings.TrimSpace(rest))
			continue
		}
		if len(block) > 0 && signature(line) { // "— Jane Doe" below a block quote
			block = append(block, line)
			continue
		}
		flush()
		if a, ok := inMarks(line); ok && countMarks(line) == 2 && len(split(a.text)) >= 2 { // "…" — Jane Doe
			tagged = append(tagged, Purported{Text: a.text, Speaker: a.speaker})
			continue
		}
		plain = append(plain, line)
	}
	flush()
	out = append(out, tagged...)
	out = append(out, marked(plain)...)
	return out[:min(len(out), limit)]
}

// signature reports whether a line is a dash and a name.
func signature(line string) bool {
	rest := strings.TrimLeft(line, "—–-~ ")
	name, ok := nameIn(rest)
	return rest != line && ok && name != "" && capitalised(name)
}

// blockQuote reads a block quote; a dash and a name at its end ("… — Jane
// Doe") name its speaker.
func blockQuote(text string) Purported {
	for _, dash := range []string{" — ", " – ", " - ", "—"} {
		i := strings.LastIndex(text, dash)
		if i < 0 {
			continue
		}
		name := strings.Trim(text[i+len(dash):], " *_~.,")
		if n := len(strings.Fields(name)); n >= 1 && n <= 5 && unicode.IsUpper(first(name)) {
			return Purported{Text: strings.TrimSpace(text[:i]), Speaker: name}
		}
	}
	return Purported{Text: text}
}

// marked finds quotes in plain lines: the message is read as an article is.
func marked(lines []string) []Purported {
	a := &corpus.Article{ID: "message", TitleDoc: -1}
	for _, l := range lines {
		if l != "" {
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: l, Doc: -1})
		}
	}
	a.Language = "en"
	found := quote.Extract(a)
	var out []Purported
	add := func(r corpus.Ref, speaker string, least int) {
		text, err := a.Cut(r)
		if err == nil && len(split(text)) >= least {
			out = append(out, Purported{Text: strings.Trim(text, marks+" "), Speaker: speaker})
		}
	}
	direct := make(map[int]bool)
	for _, q := range found.Quotes {
		if q.Kind != quote.Indirect {
			direct[q.Utterance] = true
			add(q.Ref, q.Speaker, 2)
		}
	}
	for _, n := range found.NotQuotes {
		add(n.Ref, "", 3)
	}
	for _, q := range found.Quotes {
		if q.Kind == quote.Indirect && !direct[q.Utterance] {
			add(q.Ref, q.Speaker, 4)
		}
	}
	return out
}
