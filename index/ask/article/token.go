package article

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// token is one word of a text. A possessive "'s" is no part of it, and the
// parts of a hyphenated word are tokens of their own.
type token struct {
	Span  [2]int32 // bytes of the paragraph, half-open
	Form  int32    // index of the folded form in its vocabulary
	Upper bool     // begins with a capital
	Glued bool     // nothing but a hyphen stands between it and the token before
}

// FormAt is the form of token t.
func (a *Analysis) FormAt(t int32) *form { return &a.Vocab.Forms[a.Tokens[t].Form] }

// FormText is its text.
func (a *Analysis) FormText(token int32) string { return a.Vocab.Forms[a.Tokens[token].Form].Text }

// Gap is what stands between token i and the one before it; "" between the
// overlapping pairs of Chinese characters.
func (a *Analysis) Gap(i int32, text string) string {
	start, end := a.Tokens[i-1].Span[1], a.Tokens[i].Span[0]
	if start > end {
		return ""
	}
	return text[start:end]
}

// Broken reports whether a mark that no answer runs across stands before
// token i: anything but a space, a hyphen, a comma, an apostrophe or "$".
func (a *Analysis) Broken(i int32, text string) bool {
	gap := a.Gap(i, text)
	return strings.ContainsAny(gap, ";:.!?()[]“”\"—") || len(gap) > 6
}

// Named reports whether token t of sentence s is written as a name: with a
// capital that the beginning of the sentence does not explain.
func (a *Analysis) Named(t int32, s Sentence) bool {
	tok := a.Tokens[t]
	if !tok.Upper {
		return false
	}
	f := &a.Vocab.Forms[tok.Form]
	if f.Stop {
		return false
	}
	return t > s.Tokens[0] || f.Lower == 0 && (f.upper > 0 || t+1 < s.Tokens[1] && a.Tokens[t+1].Upper)
}

// Age reports whether the number at token t of s may be somebody's age: "81
// years old", "81-year-old", "aged 81", "at the age of 81", "is 81", "in her
// 30s", ", 81,".
func (a *Analysis) Age(t int32, s Sentence) bool {
	text := a.Doc.Article.Paragraphs[s.Passage].Text
	if t > s.Tokens[0] {
		switch a.FormText(t - 1) {
		case "of": // "at the age of 81"
			if t-2 >= s.Tokens[0] && a.FormText(t-2) == "age" {
				return true
			}
		case "his", "her", "their": // "in her 30s"
			if f := a.FormText(t); len(f) == 3 && f[2] == 's' {
				return true
			}
		case "age", "aged", "ages", "is", "was", "are", "were", "turned", "turns", "turn", "be":
			return true
		}
	}
	if t+2 < s.Tokens[1] && (a.FormText(t+1) == "year" || a.FormText(t+1) == "years") && a.FormText(t+2) == "old" {
		return true
	}
	return t > s.Tokens[0] && t+1 < s.Tokens[1] && strings.HasPrefix(a.Gap(t, text), ",") && strings.HasPrefix(a.Gap(t+1, text), ",")
}

// languageOf is the language in which an article is matched: as its record
// says, else as its words say; English when they do not tell.
func languageOf(a *corpus.Article) string {
	if a.Language != "" {
		return a.Language
	}
	var text strings.Builder
	text.WriteString(a.Title)
	for _, p := range a.Paragraphs {
		text.WriteByte('\n')
		text.WriteString(p.Text)
		if text.Len() > 4000 {
			break
		}
	}
	if l := language.Detect(text.String()); l != "" {
		return l
	}
	return "en"
}

// Means reports whether a term of an article is a word that others may be
// near to: one that the article does not mostly write as a name.
func (t *Term) Means() bool { return t.Meaning != nil && !t.Stop && t.upper <= t.lower }

// AlwaysName reports whether the article writes a form as a name wherever its
// place in the sentence tells. Question typed in small letters need it.
func (v *vocabulary) AlwaysName(form string) bool {
	id, ok := v.FormOf(form)
	if !ok || v.Language == "de" {
		return false
	}
	f := &v.Forms[id]
	return f.Class == lexicon.Open && f.upper > 0 && f.Lower == 0
}
