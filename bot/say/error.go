package say

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
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
)

// errorWords say what went wrong and what to do, in one line each.
type errorWords struct {
	Unexpected    string // %s reference
	EmptyQuestion string
	EmptyQuote    string
	TooLong       string // %s limit
	NoArticle     string
	Gone          string
	WhoAbout      string
	NoSpeaker     string
	Building      string // %s progress
	Forged        string
	NotYours      string
	NotMod        string
	ServerOnly    string
	TooOften      string // %s wait
	Slow          string
	FormLate      string
	Unknown       string
	Off           string
	NoText        string
	NoQuote       string
	Busy          string
	NoPages       string
	WhichArticle  string
	Bound         string
	OneSource     string
	Download      string
	FetchOff      string
	EmptyFile     string
	Binary        string
	FileLarge     string
	BadURL        string
	NotPublic     string
	SiteRefuses   string
	Unreachable   string
	DraftGone     string
	Changed       string
	WhichQuote    string
	NobodyToMerge string
	NoGeneration  string
	WhyUnread     string
	Away          string
	Unsure        string
	Behind        string
	NotHere       string
}

// Refusal is an error that a handler returns on purpose: the line that the
// member is to read, which is not logged.
type Refusal string //nolint:errname // read where it is made: return say.Refusal(line)

func (r Refusal) Error() string { return "refused" }

// lineOf is the line for an error of the packages below, "" for one that
// nobody expects.
func (w *Words) lineOf(err error) string {
	e := &w.Errors
	if indexing, ok := errors.AsType[*index.IndexingError](err); ok {
		return fmt.Sprintf(e.Building, fmt.Sprintf("%d/%d", indexing.Done, indexing.Total))
	}
	for _, row := range []struct {
		err  error
		line string
	}{
		{ask.ErrEmptyQuestion, e.EmptyQuestion},
		{check.ErrEmptyQuote, e.EmptyQuote},
		{check.ErrLong, fmt.Sprintf(e.TooLong, strconv.Itoa(MaxQuestion))},
		{index.ErrNoArticle, e.NoArticle},
		{index.ErrBusy, e.Busy},
		{ErrForged, e.Forged},
		{corpus.ErrEmpty, e.EmptyFile},
		{corpus.ErrBinary, e.Binary},
		{corpus.ErrTooLarge, e.FileLarge},
		{corpus.ErrURL, e.BadURL},
		{store.ErrNotHere, e.NotHere}, // wraps one of the next
		{store.ErrAway, e.Away},
		{store.ErrUnsure, e.Unsure},
		{store.ErrBehind, e.Behind},
		{context.DeadlineExceeded, e.Slow},
		{context.Canceled, e.Slow},
	} {
		if errors.Is(err, row.err) {
			return row.line
		}
	}
	return ""
}

// Failed is the private line for err. Only an unexpected error is logged,
// with the reference that the member sees.
func (req *Request) Failed(ctx context.Context, err error) Reply {
	r := Reply{Private: true, Outcome: "refused"}
	if line, ok := errors.AsType[Refusal](err); ok {
		r.Text = string(line)
		return r
	}
	if r.Text = req.Words.lineOf(err); r.Text != "" {
		return r
	}
	number := reference()
	r.Outcome = "error"
	r.Text = fmt.Sprintf(req.Words.Errors.Unexpected, number)
	req.Log.LogAttrs(ctx, slog.LevelError, "unexpected error",
		slog.String("reference", number), slog.String("command", req.Command), slog.String("server", req.Server),
		slog.String("error", err.Error()))
	return r
}

// reference is a short random name for an event, easy to read aloud.
func reference() string {
	var b [5]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return base32.StdEncoding.EncodeToString(b[:])
}

// Wait is a duration in words short enough for a line: "12 s", "3 min".
func (w *Words) Wait(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	if s < 90 {
		return fmt.Sprintf(w.Seconds, max(1, s))
	}
	return fmt.Sprintf(w.Minutes, (s+59)/60)
}
