package moderate

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// showChanges answers /corpus changes: what the last reindexing changed.
func showChanges(req *request) (say.Reply, error) {
	last, err := req.stock.kept(req.Server, keptChanges)
	if err != nil {
		return say.Reply{}, err
	}
	c := &req.Words.Corpus
	if last == nil || last.Report == nil {
		return say.Reply{Private: true, Text: c.NeverReindexed, Outcome: "changes"}, nil
	}
	r := writeChanges(req, fmt.Sprintf(c.LastReindexed, last.Time.Format("2006-01-02 15:04")+" UTC", last.Report.Articles), *last.Report)
	r.Outcome = "changes"
	g, err := req.stock.records.Guild(req.Server)
	if err != nil {
		return say.Reply{}, err
	}
	if g.Generation.Previous > 0 {
		r.Buttons = []say.Button{req.Button(c.Rollback, opBack)}
	}
	return r, nil
}

// writeChanges tells what a reindexing changed; what is too long for a message goes
// with it as a file.
func writeChanges(req *request, head string, r index.Report) say.Reply {
	lines := changeLines(req, r)
	var s say.Sheet
	if s.Add(head + "\n" + strings.Join(lines, "\n")) {
		reply := s.Reply()
		reply.Private = true
		return reply
	}
	return say.Reply{
		Private: true, Text: head + "\n" + fmt.Sprintf(req.Words.Corpus.InFile, len(lines)),
		File: &say.File{Name: "changes.txt", Data: []byte(say.Unescape(strings.Join(lines, "\n")) + "\n")},
	}
}

func changeLines(req *request, r index.Report) []string {
	c := &req.Words.Corpus
	var out []string
	for _, x := range r.Changes {
		line := fmt.Sprintf(c.QuotesChanged, say.OneLine(x.Article), x.QuotesIs, x.QuotesWas)
		if len(x.New) > 0 {
			line += " · " + fmt.Sprintf(c.NewSpeakers, nameList(req, x.New))
		}
		if len(x.Gone) > 0 {
			line += " · " + fmt.Sprintf(c.GoneSpeakers, nameList(req, x.Gone))
		}
		out = append(out, line)
	}
	for _, f := range r.Lost {
		out = append(out, fmt.Sprintf(c.LostFix, say.OneLine(f.Article), speakerName(req, f.Speaker)))
	}
	for _, id := range r.Skipped {
		out = append(out, fmt.Sprintf(c.Skipped, say.OneLine(id)))
	}
	if len(out) == 0 {
		out = append(out, c.NothingChanged)
	}
	return out
}

// rollBack answers the button that goes back to the generation before; going
// back twice is where it began.
func rollBack(ctx context.Context, req *request) (say.Reply, error) {
	err := req.stock.library.Rollback(ctx, req.Server, req.Member)
	if errors.Is(err, index.ErrNoGeneration) {
		return say.Reply{}, say.Refusal(req.Words.Errors.NoGeneration)
	}
	if err != nil {
		return say.Reply{}, err
	}
	r := say.Reply{Delivery: say.Edit, Private: true, Text: req.Words.Corpus.RolledBack, Outcome: "rollback"}
	r.Buttons = []say.Button{req.Button(req.Words.Corpus.Rollback, opBack)}
	req.Note(&r, req.Words.Corpus.DidRollback)
	return r, nil
}
