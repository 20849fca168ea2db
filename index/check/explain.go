package check

import "fmt"

// explain tells the verdict in one plain sentence of English.
func (r *Result) explain() string {
	switch r.Verdict {
	case Exact, Partial:
		return r.explainGenuine()
	case Misattributed:
		return fmt.Sprintf("The words are genuine, but the article gives them to %s, not to %s.", r.SpeakerFound, r.SpeakerClaimed)
	case Altered:
		if n := len(r.risky()); n > 0 {
			return fmt.Sprintf("The words were changed, and the change matters: %s.", r.risky()[0])
		}
		return "The words were changed."
	case Spliced:
		return "Genuine parts were joined that do not stand together in the article."
	}
	if len(r.Citations) > 0 {
		return "These words are not in the articles. The nearest passage is shown."
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
	switch {
	case !r.Spoken && r.SpeakerClaimed != "":
		s += " They are the reporter’s own, so the speaker is unclear."
	case !r.Spoken:
		s += " They are the reporter’s own."
	case r.SpeakerFound == "":
		s += " Who said them is unclear."
	}
	return s
}

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
