package say

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestFailedShared refuses acts on shared records in every language, with the
// reason and not as a fault.
func TestFailedShared(t *testing.T) {
	for _, locale := range []string{"en-US", "de", "fr", "es-ES", "ru"} {
		w := WordsFor(locale)
		for err, want := range map[error]string{
			store.ErrAway: w.Errors.Away, store.ErrUnsure: w.Errors.Unsure, store.ErrBehind: w.Errors.Behind,
			fmt.Errorf("%w: %w", store.ErrNotHere, store.ErrAway): w.Errors.NotHere,
		} {
			var log strings.Builder
			req := &Request{Words: w, Log: slog.New(slog.NewTextHandler(&log, nil))}
			r := req.Failed(t.Context(), fmt.Errorf("add to 1: %w", errors.Join(err, errors.New("nats: timeout"))))
			if r.Text != want || !r.Private || r.Outcome != "refused" || log.Len() > 0 {
				t.Errorf("%s: %v: %+v\n%s", locale, err, r, log.String())
			}
		}
	}
}
