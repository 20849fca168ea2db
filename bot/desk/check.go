package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// checkQuote answers /check: is this quote genuine?
func checkQuote(ctx context.Context, req *request) (say.Reply, error) {
	p := check.Purported{Text: req.Options["quote"], Speaker: req.Options["speaker"]}
	if err := tooLong(req, p.Text); err != nil {
		return say.Reply{}, err
	}
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return say.Reply{}, err
		}
		if len(found) > 1 {
			return chooseChecked(ctx, req, found, p)
		}
		p.Article = found[0].ID
	}
	res, err := checkHere(ctx, req, p)
	if err != nil {
		return say.Reply{}, err
	}
	return writeCheck(req, res), nil
}

// checkHere checks a quote in its article when it names one. Otherwise it looks
// in the article that the channel is bound to first, and in all of them when
// the words are not genuine there: they may be elsewhere.
func checkHere(ctx context.Context, req *request, p check.Purported) (*check.Result, error) {
	if p.Article == "" {
		bound, err := boundArticle(ctx, req)
		if err != nil {
			return nil, err
		}
		if bound != "" {
			p.Article = bound
			res, err := req.check(ctx, p)
			if err != nil || (res.Verdict == check.Exact || res.Verdict == check.Partial) && !res.Denied {
				return res, err
			}
			p.Article = ""
		}
	}
	return req.check(ctx, p)
}

// check checks a quote, and finds what is near to one that is absent: there is
// no other way to it.
func (req *request) check(ctx context.Context, p check.Purported) (*check.Result, error) {
	return check.Closely(ctx, req.desk.Engine.Nearest, req.Scope, p)
}

// chooseChecked asks which article was meant. The quote is not kept anywhere:
// it is checked in each of them now, and the menu's entries hold the verdicts
// and the places of the words.
func chooseChecked(ctx context.Context, req *request, found []index.Heading, p check.Purported) (say.Reply, error) {
	var options []say.Choice
	for i, h := range found[:min(len(found), maxCandidates)] {
		if err := ctx.Err(); err != nil {
			return say.Reply{}, err
		}
		p.Article = h.ID
		res, err := req.check(ctx, p)
		if err != nil {
			return say.Reply{}, err
		}
		head := say.Base36(i) + ":" + string(res.Verdict)
		options = append(options, say.Choice{
			Name: directory.Title(req.Words, h), Value: menuEntry(head, res.Citations),
			Description: say.Plain(strings.ReplaceAll(verdictLine(req.Words, res.Verdict), "**", ""), say.MaxOption),
		})
	}
	return req.choose(options), nil
}

// verdictLine is a verdict in words.
func verdictLine(w *say.Words, v check.Verdict) string {
	return map[check.Verdict]string{
		check.Exact: w.Exact, check.Partial: w.Partial, check.Altered: w.Altered,
		check.Misattributed: w.Misattributed, check.Spliced: w.Spliced, check.Absent: w.Absent,
	}[v]
}

// writeCheck writes what a check found.
func writeCheck(req *request, res *check.Result) say.Reply {
	var s say.Sheet
	addVerdict(req, &s, res)
	rest := addPassages(req, &s, withContext(res), 2)
	addNeighbour(&s, res, res.Before, req.Words.BeforeIt)
	addNeighbour(&s, res, res.After, req.Words.AfterIt)
	r := s.Reply()
	r.Outcome = string(res.Verdict)
	finishAnswer(req, &r, rest)
	return r
}

// addVerdict adds the verdict in words, whose words they are, and the changes.
func addVerdict(req *request, s *say.Sheet, res *check.Result) {
	if res.Denied {
		s.Add(req.Words.Denied)
	}
	s.Add(verdictLine(req.Words, res.Verdict))
	if res.Verdict == check.Absent {
		if len(res.Citations) > 0 {
			s.Add(req.Words.Nearest)
		}
		return
	}
	if res.SpeakerClaimed != "" && len(res.Citations) > 0 && !res.Denied {
		found := "*" + req.Words.Unclear + "*"
		if res.SpeakerFound != "" {
			found = say.Person(res.SpeakerFound)
		}
		line := req.Words.GivenTo
		if res.Claim == name.Unknown.String() && res.SpeakerFound != "" {
			line = req.Words.PerhapsGivenTo
		}
		s.Add(fmt.Sprintf(line, say.Person(res.SpeakerClaimed), found))
	}
	for _, x := range res.Remarks[:min(len(res.Remarks), maxChanges)] {
		if s.Room() < passageWithChanges+4*maxChange {
			break
		}
		if x.From == "" {
			s.Add(fmt.Sprintf(req.Words.BracketsAdd, say.ClipLine(x.To, maxChange)))
		} else {
			s.Add(fmt.Sprintf(req.Words.InBrackets, say.ClipLine(x.From, maxChange), say.ClipLine(x.To, maxChange)))
		}
	}
	for _, o := range res.Omitted {
		if words, err := res.Citations[0].Article.Cut(o); err == nil && s.Room() > passageWithChanges {
			s.Add(fmt.Sprintf(req.Words.ChangeDelete, struck(say.ClipLine(words, 2*maxChange))))
		}
	}
	for i, c := range res.Changes {
		if i == maxChanges || s.Room() < passageWithChanges+4*maxChange {
			s.Add("• " + fmt.Sprintf(req.Words.MoreOfThem, len(res.Changes)-i))
			return
		}
		s.Add(changeLine(req, c))
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
func addNeighbour(s *say.Sheet, res *check.Result, r corpus.Ref, label string) {
	if r.Empty() || r.Paragraph == res.Citations[0].Ref.Paragraph {
		return
	}
	words, err := res.Citations[0].Article.Cut(r)
	if err != nil {
		return // the index refuses such a Ref; nothing is shown
	}
	part := fmt.Sprintf(label, r.Paragraph) + "\n" + say.BlockQuote(words)
	if say.Width(part) <= maxNeighbour {
		s.Add(part, say.Excerpt{Ref: r, Revision: res.Citations[0].Article.Revision})
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
func changeLine(req *request, c check.Change) string {
	from, to := struck(say.ClipLine(c.From, maxChange)), bold(say.ClipLine(c.To, maxChange))
	var line string
	switch c.Op {
	case check.Insert:
		line = fmt.Sprintf(req.Words.ChangeInsert, to)
	case check.Delete:
		line = fmt.Sprintf(req.Words.ChangeDelete, from)
	default:
		line = fmt.Sprintf(req.Words.ChangeReplace, from, to)
	}
	risk := map[check.Risk]string{
		check.Negation: req.Words.Negation, check.Number: req.Words.Number, check.Name: req.Words.NameRisk, check.Date: req.Words.Date,
	}[c.Risk]
	if risk != "" {
		line += " (" + risk + ")"
	}
	return line
}
