package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/index"
)

// What is kept of a server's reindexings, as derived data of the store.
const (
	keptRunning     = "reindexing"  // one is under way: run
	keptInterrupted = "interrupted" // one was ended by a restart: run
	keptChanges     = "changes"     // what the last one did: run
)

// run is a reindexing as it is kept.
type run struct {
	By      string        `json:"by"`
	Time    time.Time     `json:"time"`
	Article string        `json:"article,omitempty"`
	Report  *index.Report `json:"report,omitempty"`
}

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

// beginReindex answers /corpus reindex: it begins, reports as it goes, and
// tells when it is done.
func beginReindex(req *request) (Reply, error) {
	job := reindexing{dry: req.flag("dry_run", false)}
	if name := req.Options["article"]; name != "" {
		a, err := ownArticle(req, name, req.desk.Stock.records.Articles)
		if err != nil {
			return Reply{}, err
		}
		job.article = a.ID
	}
	r := Reply{Private: true, Text: req.words.ReindexStart, Outcome: "reindex", Buttons: []Button{req.button(req.words.Corpus.Cancel, opStop)}}
	if job.dry {
		r.Text = req.words.Corpus.Rehearsing
	} else {
		req.note(&r, req.words.DidReindex)
	}
	r.Work = func(ctx context.Context, report func(Reply)) { reindex(ctx, req, job, report) }
	return r, nil
}

// reindexing is what one /corpus reindex is to do.
type reindexing struct {
	article string // "" = all
	dry     bool
}

// reindex does a job and reports how it ended. The next reindexing may begin
// before the report is out: whoever reads it may press again at once.
func reindex(ctx context.Context, req *request, job reindexing, report func(Reply)) {
	s := req.desk.Stock
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	if !s.begin(req.Server, cancel) {
		report(req.errorReply(ctx, index.ErrBusy))
		return
	}
	result, err := func() (index.Report, error) {
		defer s.end(req.Server)
		return keepRun(ctx, within, req, job, report)
	}()
	switch {
	case ctx.Err() != nil:
		// The program ends; what is kept tells the next start.
	case within.Err() != nil && errors.Is(err, context.Canceled):
		report(Reply{Private: true, Text: req.words.Corpus.Stopped, Outcome: "stopped"})
	case err != nil:
		report(req.errorReply(ctx, err))
	default:
		report(tally(req, job, result))
	}
}

// keepRun does the work within and keeps what came of it, so that a restart in
// the middle is known and /corpus changes can tell. When ctx ends, the program
// does, and the run stays kept as one that is under way.
func keepRun(ctx, within context.Context, req *request, job reindexing, report func(Reply)) (index.Report, error) {
	s := req.desk.Stock
	if job.dry {
		return watched(within, req, job, report)
	}
	mine := &run{By: req.Member, Time: time.Now().UTC(), Article: job.article}
	if err := s.keep(req.Server, map[string]*run{keptRunning: mine}); err != nil {
		return index.Report{}, err
	}
	result, err := watched(within, req, job, report)
	switch {
	case ctx.Err() != nil:
		return result, err
	case err != nil:
		return result, errors.Join(err, s.keep(req.Server, map[string]*run{keptRunning: nil}))
	}
	mine.Report = &result
	return result, s.keep(req.Server, map[string]*run{keptRunning: nil, keptInterrupted: nil, keptChanges: mine})
}

// reportEvery is how often progress is reported; see progressEvery for how
// often that is sent.
const reportEvery = 900 * time.Millisecond

// watched does the work while another goroutine reports how far it is.
func watched(ctx context.Context, req *request, job reindexing, report func(Reply)) (index.Report, error) {
	m := &meter{from: time.Now()}
	done := make(chan struct{})
	var told sync.WaitGroup
	told.Go(func() {
		tick := time.NewTicker(reportEvery)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				if r, ok := progressOf(req, m, time.Now()); ok {
					report(r)
				}
			}
		}
	})
	defer told.Wait()
	defer close(done)
	s := req.desk.Stock
	switch {
	case job.dry:
		return s.library.Rehearse(ctx, req.Server, job.article, m.step)
	case job.article != "":
		return s.library.ReindexArticle(ctx, req.Server, job.article, m.step)
	}
	return s.reindex(ctx, req.Server, req.Member, m.step)
}

// meter measures how fast a reindexing goes. It is safe for concurrent use.
type meter struct {
	mu   sync.Mutex
	last index.Progress
	from time.Time // when the present stage began
}

func (m *meter) step(p index.Progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p.Stage != m.last.Stage {
		m.from = time.Now()
	}
	m.last = p
}

// speed is how far the work is, in articles a second and in time left; false
// before the first article.
func (m *meter) speed(now time.Time) (p index.Progress, rate float64, left time.Duration, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	took := now.Sub(m.from).Seconds()
	if m.last.Total == 0 || took <= 0 {
		return m.last, 0, 0, false
	}
	rate = float64(m.last.Done) / took
	left = time.Duration(float64(m.last.Total-m.last.Done) / max(rate, 1e-3) * float64(time.Second))
	return m.last, rate, left, true
}

// progressOf says how far the work is, how fast it goes and how long it will
// take; false before the first article.
func progressOf(req *request, m *meter, now time.Time) (Reply, bool) {
	p, rate, left, ok := m.speed(now)
	if !ok {
		return Reply{}, false
	}
	line := req.words.Reindexing
	if p.Stage == index.Checking {
		line = req.words.Corpus.Checking
	}
	text := fmt.Sprintf(line, p.Done, p.Total) + "\n" + fmt.Sprintf(req.words.Corpus.Rate, rate, req.words.wait(left))
	return Reply{Private: true, Text: text, Outcome: "progress", Buttons: []Button{req.button(req.words.Corpus.Cancel, opStop)}}, true
}

// tally is what a job did, in full when that fits into a message.
func tally(req *request, job reindexing, r index.Report) Reply {
	line := req.words.Reindexed
	if job.dry {
		line = req.words.Corpus.Rehearsed
	}
	reply := writeChanges(req, fmt.Sprintf(line, r.Articles, r.Took.Round(10*time.Millisecond)), r)
	reply.Outcome = "reindexed"
	return reply
}

// stopReindexing answers the Cancel button under a reindexing.
func stopReindexing(req *request) (Reply, error) {
	if !req.desk.Stock.stop(req.Server) {
		return Reply{Private: true, Text: req.words.Corpus.NotRunning, Outcome: "stopped"}, nil
	}
	return Reply{Delivery: Edit, Private: true, Text: req.words.Corpus.Stopping, Outcome: "stopped"}, nil
}

// interrupted finds the reindexings that the end of the program broke off,
// and gives what is to be said of them: nothing is lost.
func (d *Desk) interrupted(ctx context.Context) []Note {
	if d.Stock == nil {
		return nil
	}
	guilds, err := d.Stock.records.Guilds()
	var notes []Note
	for _, g := range guilds {
		r, e := d.Stock.kept(g.ID, keptRunning)
		if e != nil || r == nil {
			err = errors.Join(err, e)
			continue
		}
		if e := d.Stock.keep(g.ID, map[string]*run{keptRunning: nil, keptInterrupted: r}); e != nil {
			err = errors.Join(err, e)
			continue
		}
		set, e := d.Stock.records.Settings(g.ID)
		if err = errors.Join(err, e); set.LogChannel != "" {
			notes = append(notes, Note{Channel: set.LogChannel, Text: english.Corpus.Interrupted})
		}
	}
	if err != nil {
		d.Log.LogAttrs(ctx, slog.LevelWarn, "interrupted reindexings", slog.String("error", err.Error()))
	}
	return notes
}
