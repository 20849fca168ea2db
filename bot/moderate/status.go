package moderate

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// showStatus answers /corpus status.
func showStatus(ctx context.Context, req *request) (say.Reply, error) {
	list, err := req.Scope.Headings(ctx)
	if err != nil {
		return say.Reply{}, err
	}
	paragraphs, quotes := 0, 0
	for _, h := range list {
		if h.Quotes < 0 {
			doc, err := req.Scope.Document(ctx, h.ID)
			if err != nil {
				return say.Reply{}, err
			}
			h.Quotes = len(doc.Quotes.Quotes)
		}
		paragraphs += h.Paragraphs
		quotes += h.Quotes
	}
	speakers, err := directory.Quoted(ctx, req.Scope, "")
	if err != nil {
		return say.Reply{}, err
	}
	text := fmt.Sprintf(req.Words.Status, len(list), paragraphs, quotes, len(speakers))
	if len(list) == 0 {
		text = req.Words.StatusNone
	}
	var s say.Sheet
	s.Add(text)
	if err := stockStatus(ctx, req, &s); err != nil {
		return say.Reply{}, err
	}
	r := s.Reply()
	r.Private, r.Outcome = true, "status"
	r.Buttons = []say.Button{req.Button(req.Words.NotRight, opDoubts, say.Base36(0))}
	return r, nil
}

// stockStatus adds to /corpus status what the records and the index say.
func stockStatus(ctx context.Context, req *request, s *say.Sheet) error {
	x, c := req.stock, &req.Words.Corpus
	g, err := x.records.Guild(req.Server)
	if err != nil {
		return err
	}
	have, all, err := x.library.Indexed(ctx, req.Server)
	if err != nil {
		return err
	}
	s.Add(fmt.Sprintf(c.Indexed, have, all, max(1, g.Generation.Serving)))
	doubts, err := x.records.Doubts(req.Server)
	if err != nil {
		return err
	}
	s.Add(doubtLine(req, req.Words.Doubts, doubts))
	fixes, err := x.records.Fixes(req.Server)
	if err != nil {
		return err
	}
	lost, err := x.library.LostFixes(ctx, req.Server)
	if err != nil {
		return err
	}
	s.Add(fmt.Sprintf(c.Fixes, len(fixes), len(lost)))
	for _, f := range lost[:min(len(lost), maxNames)] {
		s.Add("• " + fmt.Sprintf(c.LostFix, say.OneLine(f.Article), speakerName(req, f.Speaker)))
	}
	drifted, since, done, of, err := attributionChanges(ctx, req)
	if err != nil {
		return err
	}
	if drifted != (drift{}) {
		s.Add(fmt.Sprintf(c.ReadAnew, say.OneLine(since), drifted.Speaker, drifted.New, drifted.Gone))
	}
	if done < of {
		s.Add(fmt.Sprintf(c.Comparing, done, of))
	}
	removed, err := x.records.Removed(req.Server)
	if err != nil {
		return err
	}
	size, err := x.records.Size(req.Server)
	if err != nil {
		return err
	}
	s.Add(fmt.Sprintf(c.Disk, len(removed), float64(size)/(1<<20)))
	onOff := req.Words.On
	if req.Settings.HouseOff {
		onOff = req.Words.Off
	}
	s.Add(fmt.Sprintf(req.Words.HouseSet, onOff))
	for _, name := range []string{keptRunning, keptInterrupted} {
		r, err := x.kept(req.Server, name)
		switch {
		case err != nil:
			return err
		case r != nil && name == keptRunning:
			s.Add(c.Running)
		case r != nil:
			s.Add(c.Interrupted)
		}
	}
	return nil
}

// nameList lists names in a line: "2 (A, B)".
func nameList(req *request, all []string) string {
	if len(all) == 0 {
		return "0"
	}
	var shown []string
	for _, n := range all[:min(len(all), maxNames)] {
		shown = append(shown, say.ClipLine(n, 40))
	}
	if more := len(all) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf(req.Words.MoreOfThem, more))
	}
	return fmt.Sprintf("%d (%s)", len(all), strings.Join(shown, ", "))
}

func quotedNames(d *index.Document) []string {
	var out []string
	for _, s := range d.Quotes.Speakers {
		if s.Quotes > 0 {
			out = append(out, s.Name)
		}
	}
	return out
}

func speakerName(req *request, name string) string {
	if name == "" {
		return "*" + req.Words.Unclear + "*"
	}
	return "**" + say.Person(name) + "**"
}
