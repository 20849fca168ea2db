package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// showChanges answers /corpus changes: what the last reindexing changed.
func showChanges(req *modRequest) (Reply, error) {
	last, err := req.stock.kept(req.Server, keptChanges)
	if err != nil {
		return Reply{}, err
	}
	c := &req.words.Corpus
	if last == nil || last.Report == nil {
		return Reply{Private: true, Text: c.NeverReindexed, Outcome: "changes"}, nil
	}
	r := writeChanges(req, fmt.Sprintf(c.LastReindexed, last.Time.Format("2006-01-02 15:04")+" UTC", last.Report.Articles), *last.Report)
	r.Outcome = "changes"
	g, err := req.stock.records.Guild(req.Server)
	if err != nil {
		return Reply{}, err
	}
	if g.Generation.Previous > 0 {
		r.Buttons = []Button{req.button(c.Rollback, opBack)}
	}
	return r, nil
}

// writeChanges tells what a reindexing changed; what is too long for a message goes
// with it as a file.
func writeChanges(req *modRequest, head string, r index.Report) Reply {
	lines := changeLines(req, r)
	var s sheet
	if s.add(head + "\n" + strings.Join(lines, "\n")) {
		reply := s.reply()
		reply.Private = true
		return reply
	}
	return Reply{
		Private: true, Text: head + "\n" + fmt.Sprintf(req.words.Corpus.InFile, len(lines)),
		File: &File{Name: "changes.txt", Data: []byte(Unescape(strings.Join(lines, "\n")) + "\n")},
	}
}

func changeLines(req *modRequest, r index.Report) []string {
	c := &req.words.Corpus
	var out []string
	for _, x := range r.Changes {
		line := fmt.Sprintf(c.QuotesChanged, oneLine(x.Article), x.QuotesIs, x.QuotesWas)
		if len(x.New) > 0 {
			line += " · " + fmt.Sprintf(c.NewSpeakers, nameList(req, x.New))
		}
		if len(x.Gone) > 0 {
			line += " · " + fmt.Sprintf(c.GoneSpeakers, nameList(req, x.Gone))
		}
		out = append(out, line)
	}
	for _, f := range r.Lost {
		out = append(out, fmt.Sprintf(c.LostFix, oneLine(f.Article), speakerName(req, f.Speaker)))
	}
	for _, id := range r.Skipped {
		out = append(out, fmt.Sprintf(c.Skipped, oneLine(id)))
	}
	if len(out) == 0 {
		out = append(out, c.NothingChanged)
	}
	return out
}

// rollBack answers the button that goes back to the generation before; going
// back twice is where it began.
func rollBack(ctx context.Context, req *modRequest) (Reply, error) {
	err := req.stock.library.Rollback(ctx, req.Server, req.Member)
	if errors.Is(err, index.ErrNoGeneration) {
		return Reply{}, refusal(req.words.Errors.NoGeneration)
	}
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Delivery: Edit, Private: true, Text: req.words.Corpus.RolledBack, Outcome: "rollback"}
	r.Buttons = []Button{req.button(req.words.Corpus.Rollback, opBack)}
	req.note(&r, req.words.Corpus.DidRollback)
	return r, nil
}
