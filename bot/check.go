package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// checkQuote answers /check: is this quote genuine?
func checkQuote(ctx context.Context, req *deskRequest) (Reply, error) {
	p := check.Purported{Text: req.Options["quote"], Speaker: req.Options["speaker"], Article: req.settings.Channels[req.Channel]}
	if Width(p.Text) > maxQuestion {
		return Reply{}, refusal(fmt.Sprintf(req.words.Errors.TooLong, strconv.Itoa(maxQuestion)))
	}
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return Reply{}, err
		}
		p.Article = found[0].ID
	}
	res, err := check.Check(ctx, req.scope, p)
	if err != nil {
		return Reply{}, err
	}
	return writeCheck(req, res), nil
}

// writeCheck writes what a check found.
func writeCheck(req *deskRequest, res *check.Result) Reply {
	var s sheet
	addVerdict(req, &s, res)
	rest := addPassages(req, &s, withContext(res), 2)
	addNeighbour(req, &s, res, res.Before, req.words.BeforeIt)
	addNeighbour(req, &s, res, res.After, req.words.AfterIt)
	r := s.reply()
	r.Outcome = string(res.Verdict)
	finishAnswer(req, &r, rest)
	return r
}

// addVerdict adds the verdict in words, whose words they are, and the changes.
func addVerdict(req *deskRequest, s *sheet, res *check.Result) {
	s.add(map[check.Verdict]string{
		check.Exact: req.words.Exact, check.Partial: req.words.Partial, check.Altered: req.words.Altered,
		check.Misattributed: req.words.Misattributed, check.Spliced: req.words.Spliced, check.Absent: req.words.Absent,
	}[res.Verdict])
	if res.SpeakerClaimed != "" && len(res.Citations) > 0 {
		found := "*" + req.words.Unclear + "*"
		if res.SpeakerFound != "" {
			found = person(res.SpeakerFound)
		}
		s.add(fmt.Sprintf(req.words.GivenTo, person(res.SpeakerClaimed), found))
	}
	for _, o := range res.Omitted {
		if words, err := res.Citations[0].Article.Cut(o); err == nil && s.room() > passageWithChanges {
			s.add(fmt.Sprintf(req.words.ChangeDelete, struck(clipLine(words, 2*maxChange))))
		}
	}
	for i, c := range res.Changes {
		if i == maxChanges || s.room() < passageWithChanges+4*maxChange {
			s.add("• " + fmt.Sprintf(req.words.MoreOfThem, len(res.Changes)-i))
			return
		}
		s.add(changeLine(req, c))
	}
}

// withContext gives the citations of a check, the first of them widened by the
// sentence before and the sentence after, so that a genuine but misleading cut
// shows. A sentence of another paragraph is no part of it; see neighbour.
func withContext(res *check.Result) []cite.Citation {
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

// addNeighbour adds a sentence of the paragraph before or after the words that
// were found, below their passage and where there is room for it.
func addNeighbour(req *deskRequest, s *sheet, res *check.Result, r corpus.Ref, label string) {
	if r.Empty() || r.Paragraph == res.Citations[0].Ref.Paragraph {
		return
	}
	words, err := res.Citations[0].Article.Cut(r)
	if err != nil {
		return // the index refuses such a Ref; nothing is shown
	}
	part := fmt.Sprintf(label, r.Paragraph) + "\n" + blockQuote(words)
	if Width(part) <= maxNeighbour {
		s.add(part, excerpt{Ref: r, Revision: res.Citations[0].Article.Revision})
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
func changeLine(req *deskRequest, c check.Change) string {
	from, to := struck(clipLine(c.From, maxChange)), bold(clipLine(c.To, maxChange))
	var line string
	switch c.Op {
	case check.Insert:
		line = fmt.Sprintf(req.words.ChangeInsert, to)
	case check.Delete:
		line = fmt.Sprintf(req.words.ChangeDelete, from)
	default:
		line = fmt.Sprintf(req.words.ChangeReplace, from, to)
	}
	risk := map[check.Risk]string{
		check.Negation: req.words.Negation, check.Number: req.words.Number, check.Name: req.words.NameRisk, check.Date: req.words.Date,
	}[c.Risk]
	if risk != "" {
		line += " (" + risk + ")"
	}
	return line
}
