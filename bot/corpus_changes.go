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

// changes answers /corpus changes: what the last reindexing changed.
func (v *view) changes() (Reply, error) {
	last, err := v.desk.Stock.kept(v.ev.Server, keptChanges)
	if err != nil {
		return Reply{}, err
	}
	c := &v.t.Corpus
	if last == nil || last.Report == nil {
		return Reply{Private: true, Text: c.NeverReindexed, Outcome: "changes"}, nil
	}
	r := v.changed(fmt.Sprintf(c.LastReindexed, last.Time.Format("2006-01-02 15:04")+" UTC", last.Report.Articles), *last.Report)
	r.Outcome = "changes"
	g, err := v.desk.Stock.records.Guild(v.ev.Server)
	if err != nil {
		return Reply{}, err
	}
	if g.Generation.Previous > 0 {
		r.Buttons = []Button{v.button(c.Rollback, opBack)}
	}
	return r, nil
}

// changed tells what a reindexing changed; what is too long for a message goes
// with it as a file.
func (v *view) changed(head string, r index.Report) Reply {
	lines := v.changeLines(r)
	reply := Reply{Private: true, Text: head + "\n" + strings.Join(lines, "\n")}
	if Width(reply.Text) > budget {
		reply.File = &File{Name: "changes.txt", Data: []byte(Unescape(strings.Join(lines, "\n")) + "\n")}
		reply.Text = head + "\n" + fmt.Sprintf(v.t.Corpus.InFile, len(lines))
	}
	return reply
}

func (v *view) changeLines(r index.Report) []string {
	c := &v.t.Corpus
	var out []string
	for _, x := range r.Changes {
		line := fmt.Sprintf(c.QuotesChanged, oneLine(x.Article), x.QuotesIs, x.QuotesWas)
		if len(x.New) > 0 {
			line += " · " + fmt.Sprintf(c.NewSpeakers, v.names(x.New))
		}
		if len(x.Gone) > 0 {
			line += " · " + fmt.Sprintf(c.GoneSpeakers, v.names(x.Gone))
		}
		out = append(out, line)
	}
	for _, f := range r.Lost {
		out = append(out, fmt.Sprintf(c.LostFix, oneLine(f.Article), v.speakerName(f.Speaker)))
	}
	for _, id := range r.Skipped {
		out = append(out, fmt.Sprintf(c.Skipped, oneLine(id)))
	}
	if len(out) == 0 {
		out = append(out, c.NothingChanged)
	}
	return out
}

// rollback answers the button that goes back to the generation before; going
// back twice is where it began.
func (v *view) rollback(ctx context.Context) (Reply, error) {
	err := v.desk.Stock.library.Rollback(ctx, v.ev.Server, v.ev.Member)
	if errors.Is(err, index.ErrNoGeneration) {
		return Reply{}, refusal{problem: problemNoGeneration}
	}
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Delivery: Edit, Private: true, Text: v.t.Corpus.RolledBack, Outcome: "rollback"}
	r.Buttons = []Button{v.button(v.t.Corpus.Rollback, opBack)}
	v.note(&r, v.t.Corpus.DidRollback)
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

// export answers /corpus export: all records in one archive, or, when that is
// too large for Discord, how to get it in a shell.
func (v *view) export() (Reply, error) {
	var b limited
	err := v.desk.Stock.records.Export(v.ev.Server, &b)
	c := &v.t.Corpus
	switch {
	case errors.Is(err, errTooLarge):
		return Reply{Private: true, Text: fmt.Sprintf(c.ExportLarge, v.ev.Server), Outcome: "exported"}, nil
	case err != nil:
		return Reply{}, err
	}
	r := Reply{Private: true, Text: c.Exported, Outcome: "exported", File: &File{Name: "corpus.zip", Data: b.Bytes()}}
	v.note(&r, c.DidExport)
	return r, nil
}

// stockStatus adds to /corpus status what the records and the index say.
func (v *view) stockStatus(ctx context.Context, s *sheet) error {
	x, c := v.desk.Stock, &v.t.Corpus
	g, err := x.records.Guild(v.ev.Server)
	if err != nil {
		return err
	}
	have, all, err := x.library.Indexed(ctx, v.ev.Server)
	if err != nil {
		return err
	}
	s.add(fmt.Sprintf(c.Indexed, have, all, max(1, g.Generation.Serving)))
	doubts, err := x.records.Doubts(v.ev.Server)
	if err != nil {
		return err
	}
	s.add(v.doubtLine(v.t.Doubts, doubts))
	fixes, err := x.records.Fixes(v.ev.Server)
	if err != nil {
		return err
	}
	lost, err := x.library.LostFixes(ctx, v.ev.Server)
	if err != nil {
		return err
	}
	s.add(fmt.Sprintf(c.Fixes, len(fixes), len(lost)))
	for _, f := range lost[:min(len(lost), maxNames)] {
		s.add("• " + fmt.Sprintf(c.LostFix, oneLine(f.Article), v.speakerName(f.Speaker)))
	}
	removed, err := x.records.Removed(v.ev.Server)
	if err != nil {
		return err
	}
	size, err := x.records.Size(v.ev.Server)
	if err != nil {
		return err
	}
	s.add(fmt.Sprintf(c.Disk, len(removed), float64(size)/(1<<20)))
	onOff := v.t.On
	if v.set.HouseOff {
		onOff = v.t.Off
	}
	s.add(fmt.Sprintf(v.t.HouseSet, onOff))
	for _, name := range []string{keptRunning, keptInterrupted} {
		r, err := x.kept(v.ev.Server, name)
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
