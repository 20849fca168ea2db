package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

// check answers /check: is this quote genuine?
func (v *view) check(ctx context.Context) (Reply, error) {
	p := check.Purported{Text: v.ev.Options["quote"], Speaker: v.ev.Options["speaker"], Article: v.set.Channels[v.ev.Channel]}
	if Width(p.Text) > maxQuestion {
		return Reply{}, refusal{problemTooLong, strconv.Itoa(maxQuestion)}
	}
	if name := v.ev.Options["article"]; name != "" {
		found, err := v.findArticle(ctx, name)
		if err != nil {
			return Reply{}, err
		}
		p.Article = found[0].ID
	}
	res, err := check.Check(ctx, v.scope, p)
	if err != nil {
		return Reply{}, err
	}
	return v.checked(res), nil
}

// checked writes what a check found.
func (v *view) checked(res *check.Result) Reply {
	var s sheet
	v.verdict(&s, res)
	shown, rest := v.passages(&s, withContext(res), 2)
	v.neighbour(&s, res, res.Before, v.t.BeforeIt)
	v.neighbour(&s, res, res.After, v.t.AfterIt)
	r := s.reply()
	r.Outcome = string(res.Verdict)
	v.finish(&r, shown, rest)
	return r
}

// verdict adds the verdict in words, whose words they are, and the changes.
func (v *view) verdict(s *sheet, res *check.Result) {
	s.add(map[check.Verdict]string{
		check.Exact: v.t.Exact, check.Partial: v.t.Partial, check.Altered: v.t.Altered,
		check.Misattributed: v.t.Misattributed, check.Spliced: v.t.Spliced, check.Absent: v.t.Absent,
	}[res.Verdict])
	if res.SpeakerClaimed != "" && len(res.Citations) > 0 {
		found := "*" + v.t.Unclear + "*"
		if res.SpeakerFound != "" {
			found = clipLine(res.SpeakerFound, maxSpeaker)
		}
		s.add(fmt.Sprintf(v.t.GivenTo, clipLine(res.SpeakerClaimed, maxSpeaker), found))
	}
	for _, o := range res.Omitted {
		if words, err := res.Citations[0].Article.Cut(o); err == nil && s.room() > passageWithChanges {
			s.add(fmt.Sprintf(v.t.ChangeDelete, struck(clipLine(words, 2*maxChange))))
		}
	}
	for i, c := range res.Changes {
		if i == maxChanges || s.room() < passageWithChanges+4*maxChange {
			s.add("• " + fmt.Sprintf(v.t.MoreOfThem, len(res.Changes)-i))
			return
		}
		s.add(v.changeLine(c))
	}
}

// withContext gives the citations of a check, the first of them widened by the
// sentence before and the sentence after, so that a genuine but misleading cut
// shows. A sentence of another paragraph is no part of it; see neighbour.
func withContext(res *check.Result) []index.Citation {
	if len(res.Citations) == 0 {
		return nil
	}
	list := slices.Clone(res.Citations)
	first := &list[0]
	if res.Before.Paragraph == first.Ref.Paragraph && !res.Before.Empty() {
		first.Ref.Start = res.Before.Start
	}
	if res.After.Paragraph == first.Ref.Paragraph && !res.After.Empty() {
		first.Ref.End = res.After.End
	}
	return list
}

// neighbour adds a sentence of the paragraph before or after the words that
// were found, below their passage and where there is room for it.
func (v *view) neighbour(s *sheet, res *check.Result, r corpus.Ref, label string) {
	if r.Empty() || r.Paragraph == res.Citations[0].Ref.Paragraph {
		return
	}
	words, err := res.Citations[0].Article.Cut(r)
	if err != nil {
		return // the index refuses such a Ref; nothing is shown
	}
	part := fmt.Sprintf(label, r.Paragraph) + "\n" + blockQuote(words)
	if Width(part) <= maxNeighbour {
		s.add(part, r)
	}
}

// maxNeighbour is the width up to which a neighbouring sentence is shown.
const maxNeighbour = 400

// A check shows this many changes, each side of one at most this wide.
const (
	maxChanges = 8
	maxChange  = 60
	// passageWithChanges is kept for the passage below the changes: one with
	// ordinary names and a link fits, and a longer excerpt is shortened.
	passageWithChanges = 700
)

// struck and bold mark the two sides of a change; the words beside them say
// the same to those who cannot see it. s is escaped already.
func struck(s string) string { return "~~" + s + "~~" }
func bold(s string) string   { return "**" + s + "**" }

// changeLine is one changed word or run of words: the article's side and the
// other, and why it matters.
func (v *view) changeLine(c check.Change) string {
	from, to := struck(clipLine(c.From, maxChange)), bold(clipLine(c.To, maxChange))
	var line string
	switch c.Op {
	case check.Insert:
		line = fmt.Sprintf(v.t.ChangeInsert, to)
	case check.Delete:
		line = fmt.Sprintf(v.t.ChangeDelete, from)
	default:
		line = fmt.Sprintf(v.t.ChangeReplace, from, to)
	}
	risk := map[check.Risk]string{
		check.Negation: v.t.Negation, check.Number: v.t.Number, check.Name: v.t.NameRisk, check.Date: v.t.Date,
	}[c.Risk]
	if risk != "" {
		line += " (" + risk + ")"
	}
	return line
}
