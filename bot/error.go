package bot

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
)

// problem names what went wrong in a member's eyes; the catalogue has a line
// for each.
type problem int

const (
	problemUnexpected problem = iota // %s reference
	problemEmptyQuestion
	problemEmptyQuote
	problemTooLong // %s limit
	problemNoArticle
	problemGone
	problemNoSpeaker
	problemBuilding // %s progress
	problemForged
	problemNotYours
	problemNotMod
	problemServerOnly
	problemTooOften // %s wait
	problemSlow
	problemFormLate
	problemUnknown
	problemOff
	problemNoText
	problemNoQuote
	problemBusy
	problemWhichArticle
	problemBound
	problemOneSource
	problemDownload
	problemFetchOff
	problemEmptyFile
	problemBinary
	problemFileLarge
	problemBadURL
	problemNotPublic
	problemSiteRefuses
	problemUnreachable
	problemDraftGone
	problemChanged
	problemWhichQuote
	problemNobodyToMerge
	problemNoGeneration
	problems // how many there are
)

// refusal is an error that a handler returns on purpose: a problem with what
// belongs into its line.
type refusal struct {
	problem problem
	detail  string
}

func (r refusal) Error() string { return fmt.Sprintf("refused: problem %d", r.problem) }

// table turns errors of the packages below into problems. The first that
// errors.Is matches counts; what matches none is unexpected.
var table = []struct {
	err     error
	problem problem
	detail  string
}{
	{ask.ErrEmptyQuestion, problemEmptyQuestion, ""},
	{check.ErrEmptyQuote, problemEmptyQuote, ""},
	{check.ErrLong, problemTooLong, strconv.Itoa(maxQuestion)},
	{index.ErrNoArticle, problemNoArticle, ""},
	{index.ErrBusy, problemBusy, ""},
	{errForged, problemForged, ""},
	{errDownload, problemDownload, ""},
	{corpus.ErrEmpty, problemEmptyFile, ""},
	{corpus.ErrBinary, problemBinary, ""},
	{corpus.ErrTooLarge, problemFileLarge, ""},
	{corpus.ErrURL, problemBadURL, ""},
	{context.DeadlineExceeded, problemSlow, ""},
	{context.Canceled, problemSlow, ""},
}

// errorReply is the private line for err. Only an unexpected error is logged,
// with the reference that the member sees.
func (v *view) errorReply(ctx context.Context, err error) Reply {
	r := Reply{Private: true, Outcome: "refused"}
	if ref, ok := errors.AsType[refusal](err); ok {
		r.Text = say(v.t.Errors[ref.problem], ref.detail)
		return r
	}
	if indexing, ok := errors.AsType[*index.IndexingError](err); ok {
		r.Text = say(v.t.Errors[problemBuilding], fmt.Sprintf("%d/%d", indexing.Done, indexing.Total))
		return r
	}
	if refused, ok := errors.AsType[*fetch.Error](err); ok {
		r.Text = v.t.Errors[fetchProblem(refused)]
		return r
	}
	for _, row := range table {
		if errors.Is(err, row.err) {
			r.Text = say(v.t.Errors[row.problem], row.detail)
			return r
		}
	}
	number := reference()
	r.Outcome = "error"
	r.Text = say(v.t.Errors[problemUnexpected], number)
	v.desk.Log.LogAttrs(ctx, slog.LevelError, "unexpected error",
		slog.String("reference", number), slog.String("command", v.ev.Command), slog.String("server", v.ev.Server),
		slog.String("error", err.Error()))
	return r
}

// say fills the detail into a line that has a place for one.
func say(line, detail string) string {
	if detail == "" {
		return line
	}
	return fmt.Sprintf(line, detail)
}

// reference is a short random name for an event, easy to read aloud.
func reference() string {
	var b [5]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return base32.StdEncoding.EncodeToString(b[:])
}

// wait is a duration in words short enough for a line: "12 s", "3 min".
func (t *words) wait(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	if s < 90 {
		return fmt.Sprintf(t.Seconds, max(1, s))
	}
	return fmt.Sprintf(t.Minutes, (s+59)/60)
}
