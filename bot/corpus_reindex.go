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

// reindex answers /corpus reindex: it begins, reports as it goes, and tells
// when it is done.
func (v *view) reindex() (Reply, error) {
	job := &reindexing{view: v, dry: v.ev.flag("dry_run", false)}
	if name := v.ev.Options["article"]; name != "" {
		r, err := v.ownArticle(name, v.desk.Stock.records.Articles)
		if err != nil {
			return Reply{}, err
		}
		job.article = r.ID
	}
	r := Reply{Private: true, Text: v.t.ReindexStart, Outcome: "reindex", Buttons: []Button{v.button(v.t.Corpus.Cancel, opStop)}}
	if job.dry {
		r.Text = v.t.Corpus.Rehearsing
	} else {
		v.note(&r, v.t.DidReindex)
	}
	r.Work = job.work
	return r, nil
}

// reindexing is one run of /corpus reindex.
type reindexing struct {
	view    *view
	article string // "" = all
	dry     bool

	mu   sync.Mutex
	last index.Progress
	from time.Time // when the present stage began
}

// reportEvery is how often progress is reported; see progressEvery for how
// often that is sent.
const reportEvery = 900 * time.Millisecond

// work reindexes and reports how it ended. The next reindexing may begin
// before the report is out: whoever reads it may press again at once.
func (j *reindexing) work(ctx context.Context, report func(Reply)) {
	v, s := j.view, j.view.desk.Stock
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	if !s.begin(v.ev.Server, cancel) {
		report(v.errorReply(ctx, index.ErrBusy))
		return
	}
	result, err := func() (index.Report, error) {
		defer s.end(v.ev.Server)
		return j.kept(ctx, within, report)
	}()
	switch {
	case ctx.Err() != nil:
		// The program ends; what is kept tells the next start.
	case within.Err() != nil && errors.Is(err, context.Canceled):
		report(Reply{Private: true, Text: v.t.Corpus.Stopped, Outcome: "stopped"})
	case err != nil:
		report(v.errorReply(ctx, err))
	default:
		report(j.tally(result))
	}
}

// kept runs within and keeps what came of it, so that a restart in the middle
// is known and /corpus changes can tell. When ctx ends, the program does, and
// the run stays kept as one that is under way.
func (j *reindexing) kept(ctx, within context.Context, report func(Reply)) (index.Report, error) {
	v, s := j.view, j.view.desk.Stock
	j.from = time.Now()
	if j.dry {
		return j.run(within, report)
	}
	mine := &run{By: v.ev.Member, Time: time.Now().UTC(), Article: j.article}
	if err := s.keep(v.ev.Server, map[string]*run{keptRunning: mine}); err != nil {
		return index.Report{}, err
	}
	result, err := j.run(within, report)
	switch {
	case ctx.Err() != nil:
		return result, err
	case err != nil:
		return result, errors.Join(err, s.keep(v.ev.Server, map[string]*run{keptRunning: nil}))
	}
	mine.Report = &result
	return result, s.keep(v.ev.Server, map[string]*run{keptRunning: nil, keptInterrupted: nil, keptChanges: mine})
}

// run does the work while another goroutine reports how far it is.
func (j *reindexing) run(ctx context.Context, report func(Reply)) (index.Report, error) {
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
				if r, ok := j.progress(time.Now()); ok {
					report(r)
				}
			}
		}
	})
	defer told.Wait()
	defer close(done)
	v := j.view
	library := v.desk.Stock.library
	switch {
	case j.dry:
		return library.Rehearse(ctx, v.ev.Server, j.article, j.step)
	case j.article != "":
		return library.ReindexArticle(ctx, v.ev.Server, j.article, j.step)
	}
	return v.desk.Stock.reindex(ctx, v.ev.Server, v.ev.Member, j.step)
}

func (j *reindexing) step(p index.Progress) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if p.Stage != j.last.Stage {
		j.from = time.Now()
	}
	j.last = p
}

// progress says how far the work is, how fast it goes and how long it will
// take; false before the first article.
func (j *reindexing) progress(now time.Time) (Reply, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	took := now.Sub(j.from).Seconds()
	if j.last.Total == 0 || took <= 0 {
		return Reply{}, false
	}
	v := j.view
	rate := float64(j.last.Done) / took
	left := time.Duration(float64(j.last.Total-j.last.Done) / max(rate, 1e-3) * float64(time.Second))
	line := v.t.Reindexing
	if j.last.Stage == index.Checking {
		line = v.t.Corpus.Checking
	}
	text := fmt.Sprintf(line, j.last.Done, j.last.Total) + "\n" + fmt.Sprintf(v.t.Corpus.Rate, rate, v.t.wait(left))
	return Reply{Private: true, Text: text, Outcome: "progress", Buttons: []Button{v.button(v.t.Corpus.Cancel, opStop)}}, true
}

// tally is what the run did, in full when that fits into a message.
func (j *reindexing) tally(r index.Report) Reply {
	v := j.view
	head := fmt.Sprintf(v.t.Reindexed, r.Articles, r.Took.Round(10*time.Millisecond))
	if j.dry {
		head = fmt.Sprintf(v.t.Corpus.Rehearsed, r.Articles, r.Took.Round(10*time.Millisecond))
	}
	reply := v.changed(head, r)
	reply.Outcome = "reindexed"
	return reply
}

// stopReindexing answers the Cancel button under a reindexing.
func (v *view) stopReindexing() (Reply, error) {
	if !v.desk.Stock.stop(v.ev.Server) {
		return Reply{Private: true, Text: v.t.Corpus.NotRunning, Outcome: "stopped"}, nil
	}
	return Reply{Delivery: Edit, Private: true, Text: v.t.Corpus.Stopping, Outcome: "stopped"}, nil
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
