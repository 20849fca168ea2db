package check

import (
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// explain tells the verdict in a plain sentence or two of English.
func (r *Result) explain() string {
	if r.Denied {
		return "The article says that these words were denied, or not said. " + r.explainVerdict()
	}
	return r.explainVerdict()
}

func (r *Result) explainVerdict() string {
	switch r.Verdict {
	case Exact, Partial:
		return r.explainGenuine()
	case Misattributed:
		return fmt.Sprintf("The words are genuine, but the article gives them to %s, not to %s.", r.SpeakerFound, r.SpeakerClaimed)
	case Altered:
		if n := len(r.risky()); n > 0 {
			return fmt.Sprintf("The words were changed, and the change matters: %s.", r.risky()[0])
		}
		if r.onlySpelling() {
			return "Only the spelling was changed."
		}
		return "The words were changed."
	case Spliced:
		return "Genuine parts were joined that do not stand together in the article."
	}
	switch len(r.Citations) {
	case 0:
	case 1:
		return "These words are not in the articles. The nearest passage is shown."
	default:
		return "These words are not in the articles. The nearest passages are shown; they may not be about it."
	}
	return "These words are not in the articles, nor anything near them."
}

func (r *Result) explainGenuine() string {
	s := "These are the article’s words, word for word."
	if r.Verdict == Partial {
		s = "All of these words are genuine, but they are cut out of a longer sentence."
	}
	if len(r.Omitted) > 0 {
		s += " The quote’s own marks leave words out."
	}
	for _, m := range r.Remarks {
		if m.From != "" {
			s += fmt.Sprintf(" The brackets stand for “%s”.", m.From)
		}
	}
	if r.Denied {
		return s
	}
	switch {
	case !r.Spoken && r.SpeakerClaimed != "":
		s += " They are the reporter’s own, so the speaker is unclear."
	case !r.Spoken:
		s += " They are the reporter’s own."
	case r.SpeakerFound == "":
		s += " Who said them is unclear."
	case r.Claim == name.Unknown.String():
		s += fmt.Sprintf(" The article gives them to %s; whether that is “%s” cannot be told from it.", r.SpeakerFound, r.SpeakerClaimed)
	}
	return s
}

// onlySpelling reports whether every changed word is the same word in the
// spelling of the other side of the Atlantic.
func (r *Result) onlySpelling() bool {
	for _, c := range r.Changes {
		if c.Op != Replace || american(words.Fold(c.From)) != american(words.Fold(c.To)) {
			return false
		}
	}
	return len(r.Changes) > 0
}

// american spells a word of British English as Americans do.
func american(w string) string { return spellings.Replace(w) }

var spellings = strings.NewReplacer("our", "or", "isa", "iza", "ise", "ize", "isi", "izi", "yse", "yze", "ysi", "yzi", "tre", "ter", "ogue", "og", "ence", "ense", "ll", "l",
	"ae", "e", "oe", "e", "grey", "gray", "programme", "program", "cheque", "check", "plough", "plow", "tyre", "tire", "mould", "mold", "kerb", "curb")

// risky tells the changes that matter, one phrase for each risk.
func (r *Result) risky() []string {
	var out []string
	seen := make(map[Risk]bool)
	for _, c := range r.Changes {
		if c.Risk == "" || seen[c.Risk] {
			continue
		}
		seen[c.Risk] = true
		out = append(out, map[Risk]string{
			Negation: "a negation was added or dropped",
			Number:   "a number is another",
			Name:     "a name is another",
			Date:     "a date is another",
		}[c.Risk])
	}
	return out
}
