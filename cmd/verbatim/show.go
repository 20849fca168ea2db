package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// What people read on a terminal. Excerpts are indented by two columns, with
// the words that answer in bold; under each stands where it is from. What is
// not an answer is dimmed.

// talkLine answers what is no question.
var talkLine = map[question.Talk]string{
	question.Greeting: "Hello! Ask a question about the articles.",
	question.Thanks:   "You are welcome.",
	question.Praise:   "Thank you.",
	question.Blame:    "Sorry. Asking in other words may help.",
	question.Farewell: "Goodbye.",
	question.Help:     "Ask a question about the articles, such as “who said that the bridge is closed?”; the answer is a passage of theirs, word for word, or an honest no. verbatim --help lists the other commands.",
	question.About:    "I am a program that answers questions about articles with their own words.",
}

// answer shows a: what answers first, then the other passages, called so. why
// adds how sure it is and the scores.
func (p paint) answer(a *ask.Answer, why bool) (string, error) {
	var b strings.Builder
	if a.Talk != "" {
		return p.wrap("", talkLine[a.Talk]) + "\n", nil
	}
	if a.ReadAs != "" {
		fmt.Fprintln(&b, p.dim(p.wrap("", "Read as: "+p.inert(a.ReadAs))))
	}
	if a.Head != "" {
		fmt.Fprintln(&b, p.wrap("", "The head of the article says: "+p.bold(p.inert(a.Head))))
		fmt.Fprintln(&b, p.wrap("", "— "+p.inert(a.HeadOf.Title)+" · "+p.inert(a.HeadOf.ID)))
	}
	if len(a.Names) > 0 {
		fmt.Fprintln(&b, p.wrap("", "Quoted or named there: "+p.inert(strings.Join(a.Names, ", "))+"."))
	}
	if !a.Answered {
		fmt.Fprintln(&b, p.wrap("", "The articles do not answer this."))
		if len(a.Missing) > 0 {
			fmt.Fprintln(&b, p.wrap("", "None of them mentions "+p.inert(strings.Join(a.Missing, ", "))+"."))
		}
		if len(a.Nearest) > 0 {
			fmt.Fprintln(&b, p.dim("Nearest passages:"))
		}
	}
	if a.Unsure() {
		fmt.Fprintln(&b, "Perhaps; this is not sure:")
	}
	rest := a.Nearest
	if len(a.Citations) > 0 {
		s, err := p.citation(a.Citations[0], why)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
		rest = a.Citations[1:]
		if len(rest) > 0 {
			fmt.Fprintln(&b, p.dim("Other passages:"))
		}
	}
	for _, c := range rest {
		c.Mark = corpus.Span{}
		s, err := p.citation(c, why)
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(s) {
			fmt.Fprintln(&b, p.dim(strings.TrimSuffix(line, "\n")))
		}
	}
	if why {
		fmt.Fprintln(&b, p.dim(fmt.Sprintf("confidence %.2f", a.Confidence)))
	}
	return b.String(), nil
}

// citation shows the excerpt of c and, on a line below, where it stands.
func (p paint) citation(c cite.Citation, score bool) (string, error) {
	text, err := c.Article.Cut(c.Ref)
	if err != nil {
		return "", err
	}
	if !c.Mark.Empty() && c.Ref.Contains(c.Mark) {
		i, j := c.Mark.Start-c.Ref.Start, c.Mark.End-c.Ref.Start
		text = p.inert(text[:i]) + p.boldWords(p.inert(text[i:j])) + p.inert(text[j:])
	} else {
		text = p.inert(text)
	}
	where := p.source(c)
	if score {
		where += fmt.Sprintf(" · score %.2f", c.Score)
	}
	return p.wrap("  ", text) + "\n" + p.wrap("  ", p.dim("— "+where)) + "\n", nil
}

// boldWords makes each word of s bold by itself, so that a wrapped line does
// not carry the style into its indent.
func (p paint) boldWords(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = p.bold(w)
	}
	return strings.Join(words, " ")
}

// source says whose words c is and where they stand.
func (p paint) source(c cite.Citation) string {
	var parts []string
	if c.Speaker != "" {
		s := p.inert(c.Speaker)
		if c.Mention != "" {
			s += " (“" + p.inert(c.Mention) + "”)"
		}
		if c.Via != "" {
			s += " via " + p.inert(c.Via)
		}
		parts = append(parts, s)
	}
	if c.Article.Title != "" {
		parts = append(parts, p.inert(c.Article.Title))
	}
	parts = append(parts,
		fmt.Sprintf("¶ %d of %d", c.Ref.Paragraph, len(c.Article.Paragraphs)),
		fmt.Sprintf("%s¶%d", c.Article.ID, c.Ref.Paragraph))
	return strings.Join(parts, " · ")
}

// quotes shows who said what in a, one speaker after the other.
func (p paint) quotes(a *corpus.Article, x *quote.Extraction) (string, error) {
	var b strings.Builder
	fmt.Fprintln(&b, p.bold(p.inert(a.Title)))
	fmt.Fprintln(&b, p.dim(fmt.Sprintf("%s · %d paragraphs · %d quotes", p.inert(a.File), len(a.Paragraphs), len(x.Quotes))))
	of := map[string][]quote.Quote{}
	for _, q := range x.Quotes {
		of[q.Speaker] = append(of[q.Speaker], q)
	}
	for _, s := range append(slices.Clip(x.Speakers), quote.Speaker{}) {
		if len(of[s.Name]) == 0 {
			continue
		}
		heading := p.bold(p.inert(s.Name))
		if s.Name == "" {
			heading = p.bold("Speaker unclear")
		}
		if s.Role != "" {
			heading += ", " + p.inert(s.Role)
		}
		fmt.Fprintf(&b, "\n%s\n", heading)
		if err := p.said(&b, a, of[s.Name]); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// said writes the quotes of one speaker, a line each on wide terminals.
func (p paint) said(b *strings.Builder, a *corpus.Article, qs []quote.Quote) error {
	for _, q := range qs {
		text, err := a.Cut(q.Ref)
		if err != nil {
			return err
		}
		label := fmt.Sprintf("  ¶%-3d %-8s ", q.Ref.Paragraph, q.Kind)
		body := p.wrap(strings.Repeat(" ", columns(label)), p.inert(text))
		fmt.Fprint(b, p.dim(label), strings.TrimLeft(body, " "))
		if q.Via != "" {
			fmt.Fprint(b, p.dim(" via "+p.inert(q.Via)))
		}
		fmt.Fprintln(b)
	}
	return nil
}

// result shows what became of a purported quote.
func (p paint) result(r *check.Result) (string, error) {
	var b strings.Builder
	line := p.bold(strings.ToUpper(string(r.Verdict)))
	if r.Why != "" {
		line += " " + p.inert(r.Why)
	}
	fmt.Fprintln(&b, p.wrap("", line))
	for _, c := range r.Changes {
		var s string
		switch c.Op {
		case check.Insert:
			s = "added: " + p.inert(c.To)
		case check.Delete:
			s = "left out: " + p.inert(c.From)
		case check.Replace:
			s = p.inert(c.From) + " → " + p.inert(c.To)
		}
		if c.Risk != "" {
			s += " (" + string(c.Risk) + ")"
		}
		fmt.Fprintln(&b, p.wrap("  ", s))
	}
	for _, c := range r.Citations {
		s, err := p.citation(c, false)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	return b.String(), nil
}
