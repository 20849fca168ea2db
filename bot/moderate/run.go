package moderate

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// What is kept of a server's reindexings, as derived data of the store.
const (
	keptRunning     = "reindexing"  // one is under way: run
	keptInterrupted = "interrupted" // one was ended by a restart: run
	keptChanges     = "changes"     // what the last one did: run
)

func (s *Stock) keep(server string, names map[string]*run) error {
	data := map[string][]byte{}
	for name, r := range names {
		data[name] = nil
		if r != nil {
			b, err := json.Marshal(r)
			if err != nil {
				return err
			}
			data[name] = b
		}
	}
	return s.records.SetDerived(server, data)
}

// kept gives what was kept, nil when nothing was.
func (s *Stock) kept(server, name string) (*run, error) {
	data, err := s.records.Derived(server, name)
	if err != nil || data == nil {
		return nil, err
	}
	var r run
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, nil //nolint:nilerr // derived data may be lost; it costs a line in a reply
	}
	return &r, nil
}

// begin remembers how to stop a server's reindexing, or reports false when one
// is under way.
func (s *Stock) begin(server string, cancel context.CancelFunc) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running[server] != nil {
		return false
	}
	s.running[server] = cancel
	return true
}

func (s *Stock) end(server string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.running, server)
}

// stop ends a server's reindexing, and reports false when there is none.
func (s *Stock) stop(server string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	cancel := s.running[server]
	if cancel != nil {
		cancel()
	}
	return cancel != nil
}

// Interrupted finds the reindexings that the end of the program broke off,
// and gives what is to be said of them: nothing is lost.
func (s *Stock) Interrupted(ctx context.Context, log *slog.Logger) []say.Note {
	servers, err := s.records.Guilds()
	var notes []say.Note
	for _, g := range servers {
		r, e := s.kept(g.ID, keptRunning)
		if e != nil || r == nil {
			err = errors.Join(err, e)
			continue
		}
		if e := s.keep(g.ID, map[string]*run{keptRunning: nil, keptInterrupted: r}); e != nil {
			err = errors.Join(err, e)
			continue
		}
		set, e := s.records.Settings(g.ID)
		if err = errors.Join(err, e); set.LogChannel != "" {
			notes = append(notes, say.Note{Channel: set.LogChannel, Text: say.WordsFor(r.Locale).Corpus.Interrupted})
		}
	}
	if err != nil {
		log.LogAttrs(ctx, slog.LevelWarn, "interrupted reindexings", slog.String("error", err.Error()))
	}
	return notes
}

// run is a reindexing as it is kept.
type run struct {
	By      string        `json:"by"`
	Time    time.Time     `json:"time"`
	Article string        `json:"article,omitempty"`
	Locale  string        `json:"locale,omitempty"` // of who began it
	Report  *index.Report `json:"report,omitempty"`
}
