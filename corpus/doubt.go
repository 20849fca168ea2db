package corpus

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Doubt is a kind of [Warning].
type Doubt string

// The doubts about an input, each with what its warning's Args are.
const (
	DoubtBytes       Doubt = "bytes"        // that were not UTF-8: how many
	DoubtConverted   Doubt = "converted"    // the encoding it came in
	DoubtDeclared    Doubt = "declared"     // language that a page gives itself, language that it reads as
	DoubtFrontMatter Doubt = "front matter" // why it could not be read, in English
	DoubtTangled     Doubt = "tangled"      // Markdown
	DoubtNotice      Doubt = "notice"
	DoubtPaywall     Doubt = "paywall"
	DoubtShort       Doubt = "short" // words
	DoubtNoTitle     Doubt = "no title"
	DoubtLongTitle   Doubt = "long title"
	DoubtMixed       Doubt = "mixed"     // languages, with commas
	DoubtLanguage    Doubt = "language"  // that is said, that it reads as
	DoubtInvisible   Doubt = "invisible" // characters, first paragraph with one
	DoubtRepeats     Doubt = "repeats"   // paragraphs that do, all paragraphs
)

// Doubts are the kinds of warnings in English, with %s for each argument.
var Doubts = map[Doubt]string{
	DoubtBytes:       "%s bytes were not UTF-8 and show as \uFFFD",
	DoubtConverted:   "converted from %s",
	DoubtDeclared:    "the page says that it is in %q, but reads as %q",
	DoubtFrontMatter: "the front matter could not be read: %s",
	DoubtTangled:     "the Markdown is too tangled: read as plain text",
	DoubtNotice:      "looks like a cookie or paywall notice, not like an article",
	DoubtPaywall:     "ends like a paywall: the rest of the article may be missing",
	DoubtShort:       "very short: about %s words",
	DoubtNoTitle:     "no title",
	DoubtLongTitle:   "the first line reads like text, not like a title",
	DoubtMixed:       "mixed languages: %s",
	DoubtLanguage:    "is said to be in %q, but reads as %q",
	DoubtInvisible:   "%s invisible characters, first in paragraph %s; they are kept, and made harmless when shown",
	DoubtRepeats:     "%s of %s paragraphs repeat an earlier one",
}

// Warning is what was doubtful about an input. One without a Kind is in words,
// as all were once: its only argument.
type Warning struct {
	Kind Doubt    `json:"kind,omitempty"`
	Args []string `json:"args,omitempty"`
}

func warn(kind Doubt, args ...any) Warning {
	w := Warning{Kind: kind}
	for _, a := range args {
		w.Args = append(w.Args, fmt.Sprint(a))
	}
	return w
}

// String tells the warning in English.
func (w Warning) String() string { return w.In(Doubts) }

// In tells the warning in the words of a language, as [Doubts] has them.
func (w Warning) In(words map[Doubt]string) string {
	format, ok := words[w.Kind]
	if !ok {
		return strings.Join(w.Args, ", ")
	}
	args := make([]any, len(w.Args))
	for i, a := range w.Args {
		args[i] = a
	}
	return fmt.Sprintf(format, args...)
}

// UnmarshalJSON reads a warning, or the words that older records have.
func (w *Warning) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) == nil {
		*w = Warning{Args: []string{text}}
		return nil
	}
	type plain Warning
	return json.Unmarshal(data, (*plain)(w))
}
