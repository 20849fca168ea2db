package moderate

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/bot/say"
)

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
func exportRecords(req *request) (say.Reply, error) {
	var b limited
	err := req.stock.records.Export(req.Server, &b)
	c := &req.Words.Corpus
	switch {
	case errors.Is(err, errTooLarge):
		return say.Reply{Private: true, Text: fmt.Sprintf(c.ExportLarge, req.Server), Outcome: "exported"}, nil
	case err != nil:
		return say.Reply{}, err
	}
	r := say.Reply{Private: true, Text: c.Exported, Outcome: "exported", File: &say.File{Name: "corpus.zip", Data: b.Bytes()}}
	req.Note(&r, c.DidExport)
	return r, nil
}

// maxFile is the largest file that Discord takes of a bot everywhere.
const maxFile = 10<<20 - 64<<10 // the message around it counts
