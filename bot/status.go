package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// showStatus answers /corpus status.
func showStatus(ctx context.Context, req *modRequest) (Reply, error) {
	list, err := req.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	paragraphs, quotes := 0, 0
	for _, h := range list {
		if h.Quotes < 0 {
			doc, err := req.scope.Document(ctx, h.ID)
			if err != nil {
				return Reply{}, err
			}
			h.Quotes = len(doc.Quotes.Quotes)
		}
		paragraphs += h.Paragraphs
		quotes += h.Quotes
	}
	speakers, err := quotedIn(ctx, req.scope, "")
	if err != nil {
		return Reply{}, err
	}
	text := fmt.Sprintf(req.words.Status, len(list), paragraphs, quotes, len(speakers))
	if len(list) == 0 {
		text = req.words.StatusNone
	}
	var s sheet
	s.add(text)
	if err := stockStatus(ctx, req, &s); err != nil {
		return Reply{}, err
	}
	r := s.reply()
	r.Private, r.Outcome = true, "status"
	r.Buttons = []Button{req.button(req.words.NotRight, opDoubts, n36(0))}
	return r, nil
}

// stockStatus adds to /corpus status what the records and the index say.
func stockStatus(ctx context.Context, req *modRequest, s *sheet) error {
	x, c := req.stock, &req.words.Corpus
	g, err := x.records.Guild(req.Server)
	if err != nil {
		return err
	}
	have, all, err := x.library.Indexed(ctx, req.Server)
	if err != nil {
		return err
	}
	s.add(fmt.Sprintf(c.Indexed, have, all, max(1, g.Generation.Serving)))
	doubts, err := x.records.Doubts(req.Server)
	if err != nil {
		return err
	}
	s.add(doubtLine(req, req.words.Doubts, doubts))
	fixes, err := x.records.Fixes(req.Server)
	if err != nil {
		return err
	}
	lost, err := x.library.LostFixes(ctx, req.Server)
	if err != nil {
		return err
	}
	s.add(fmt.Sprintf(c.Fixes, len(fixes), len(lost)))
	for _, f := range lost[:min(len(lost), maxNames)] {
		s.add("• " + fmt.Sprintf(c.LostFix, oneLine(f.Article), speakerName(req, f.Speaker)))
	}
	removed, err := x.records.Removed(req.Server)
	if err != nil {
		return err
	}
	size, err := x.records.Size(req.Server)
	if err != nil {
		return err
	}
	s.add(fmt.Sprintf(c.Disk, len(removed), float64(size)/(1<<20)))
	onOff := req.words.On
	if req.settings.HouseOff {
		onOff = req.words.Off
	}
	s.add(fmt.Sprintf(req.words.HouseSet, onOff))
	for _, name := range []string{keptRunning, keptInterrupted} {
		r, err := x.kept(req.Server, name)
		switch {
		case err != nil:
			return err
		case r != nil && name == keptRunning:
			s.add(c.Running)
		case r != nil:
			s.add(c.Interrupted)
		}
	}
	return nil
}

// nameList lists names in a line: "2 (A, B)".
func nameList(req *modRequest, all []string) string {
	if len(all) == 0 {
		return "0"
	}
	var shown []string
	for _, n := range all[:min(len(all), maxNames)] {
		shown = append(shown, clipLine(n, 40))
	}
	if more := len(all) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf(req.words.MoreOfThem, more))
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

func speakerName(req *modRequest, name string) string {
	if name == "" {
		return "*" + req.words.Unclear + "*"
	}
	return "**" + person(name) + "**"
}
