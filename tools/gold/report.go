package gold

import (
	"fmt"
	"strings"
)

// String writes the figures, in percent, one a line.
func (s *Score) String() string {
	var b strings.Builder
	line := func(name, format string, args ...any) {
		fmt.Fprintf(&b, "%-34s "+format+"\n", append([]any{name}, args...)...)
	}
	d, m := &s.direct, &s.mixed
	line("direct runs, exact", "P %s  R %s  F1 %s", prf(d.found, d.found+s.spurious, d.gold)...)
	line("mixed runs, exact", "P %s  R %s  F1 %s", prf(m.found, m.found+s.spurious, m.gold)...)
	line("mention, direct", "%s  answered %s", pct(d.mention, d.sourced), pct(d.answered, d.sourced))
	line("mention, mixed", "%s  answered %s", pct(m.mention, m.sourced), pct(m.answered, m.sourced))
	line("end to end, direct", "%s", pct(d.lenient, d.gold))
	line("name, direct", "%s  named %s  pronoun %s", pct(d.nameRight, d.name), pct(d.nameRight-d.pronounRight, d.name-d.pronoun), pct(d.pronounRight, d.pronoun))
	line("name, mixed", "%s  named %s  pronoun %s", pct(m.nameRight, m.name), pct(m.nameRight-m.pronounRight, m.name-m.pronoun), pct(m.pronounRight, m.pronoun))
	judged := s.wrong + s.nobody + s.right
	line("false attribution, quoted", "%s  wrong %s  nobody's %s", pct(s.wrong+s.nobody, judged), pct(s.wrong, judged), pct(s.nobody, judged))
	line("false name, quoted", "%s", pct(s.wrongName+s.nobody, s.named+s.nobody))
	line("indirect, content", "P %s  R %s  F1 %s", prf(s.found, s.guessed, s.indirect)...)
	line("indirect, content and source", "P %s  R %s  F1 %s", prf(s.foundSource, s.guessed, s.indirect)...)
	line("indirect speech, content", "P %s  R %s  F1 %s", speech(s.found, s.guessed, s.foundSpeech, s.indirectSpeech)...)
	line("indirect speech, and source", "P %s  R %s  F1 %s", speech(s.foundSource, s.guessed, s.foundSpeechSource, s.indirectSpeech)...)
	line("false attribution, indirect", "%s", pct(s.wrongIndirect, s.saidIndirect))
	return b.String()
}

// Operating writes how many speakers are given and how many of these are
// false, in percent: one point of the trade between the two.
func (s *Score) Operating() string {
	d, m := &s.direct, &s.mixed
	return fmt.Sprintf("answered direct %s mixed %s, false attribution %s, false name %s",
		pct(d.answered, d.sourced), pct(m.answered, m.sourced), pct(s.wrong+s.nobody, s.wrong+s.nobody+s.right), pct(s.wrongName+s.nobody, s.named+s.nobody))
}

// pct writes 100a/b.
func pct(a, b int) string {
	if b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100*float64(a)/float64(b))
}

// prf writes precision, recall and F1 of right ones among the guessed and
// among the gold ones.
func prf(right, guessed, gold int) []any {
	return speech(right, guessed, right, gold)
}

// speech does the same where precision counts all that was right and recall
// only some of it.
func speech(right, guessed, rightSome, gold int) []any {
	f := "-"
	if right > 0 && rightSome > 0 {
		p, r := float64(right)/float64(guessed), float64(rightSome)/float64(gold)
		f = fmt.Sprintf("%.1f", 200*p*r/(p+r))
	}
	return []any{pct(right, guessed), pct(rightSome, gold), f}
}
