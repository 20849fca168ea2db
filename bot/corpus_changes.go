package bot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// File is a file that goes with a reply.
type File struct {
	Name string
	Data []byte
}

// maxFile is the largest file that Discord takes of a bot everywhere.
const maxFile = 10<<20 - 64<<10 // the message around it counts

// showChanges answers /corpus changes: what the last reindexing changed.
func showChanges(req *request) (Reply, error) {
	last, err := req.desk.Stock.kept(req.Server, keptChanges)
	if err != nil {
		return Reply{}, err
	}
	c := &req.words.Corpus
	if last == nil || last.Report == nil {
		return Reply{Private: true, Text: c.NeverReindexed, Outcome: "changes"}, nil
	}
	r := writeChanges(req, fmt.Sprintf(c.LastReindexed, last.Time.Format("2006-01-02 15:04")+" UTC", last.Report.Articles), *last.Report)
	r.Outcome = "changes"
	g, err := req.desk.Stock.records.Guild(req.Server)
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
func writeChanges(req *request, head string, r index.Report) Reply {
	lines := changeLines(req, r)
	reply := Reply{Private: true, Text: head + "\n" + strings.Join(lines, "\n")}
	if Width(reply.Text) > budget {
		reply.File = &File{Name: "changes.txt", Data: []byte(Unescape(strings.Join(lines, "\n")) + "\n")}
		reply.Text = head + "\n" + fmt.Sprintf(req.words.Corpus.InFile, len(lines))
	}
	return reply
}

func changeLines(req *request, r index.Report) []string {
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
func rollBack(ctx context.Context, req *request) (Reply, error) {
	err := req.desk.Stock.library.Rollback(ctx, req.Server, req.Member)
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

// errTooLarge says that an export is larger than Discord takes.
var errTooLarge = errors.New("too large for Discord")

// limited is a buffer that refuses more than maxFile.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxFile {
		return 0, errTooLarge
	}
	return l.Buffer.Write(p)
}

// exportRecords answers /corpus export: all records in one archive, or, when that is
// too large for Discord, how to get it in a shell.
func exportRecords(req *request) (Reply, error) {
	var b limited
	err := req.desk.Stock.records.Export(req.Server, &b)
	c := &req.words.Corpus
	switch {
	case errors.Is(err, errTooLarge):
		return Reply{Private: true, Text: fmt.Sprintf(c.ExportLarge, req.Server), Outcome: "exported"}, nil
	case err != nil:
		return Reply{}, err
	}
	r := Reply{Private: true, Text: c.Exported, Outcome: "exported", File: &File{Name: "corpus.zip", Data: b.Bytes()}}
	req.note(&r, c.DidExport)
	return r, nil
}

// stockStatus adds to /corpus status what the records and the index say.
func stockStatus(ctx context.Context, req *request, s *sheet) error {
	x, c := req.desk.Stock, &req.words.Corpus
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
