package moderate

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// beginReindex answers /corpus reindex: it begins, reports as it goes, and
// tells when it is done.
func beginReindex(req *request) (say.Reply, error) {
	job := reindexing{dry: req.Flag("dry_run", false)}
	if name := req.Options["article"]; name != "" {
		a, err := ownArticle(req, name, req.stock.records.Articles)
		if err != nil {
			return say.Reply{}, err
		}
		job.article = a.ID
	}
	r := say.Reply{Private: true, Text: req.Words.ReindexStart, Outcome: "reindex", Buttons: []say.Button{req.Button(req.Words.Corpus.Cancel, opStop)}}
	if job.dry {
		r.Text = req.Words.Corpus.Rehearsing
	} else {
		req.Note(&r, req.Words.DidReindex)
	}
	r.Work = func(ctx context.Context, report func(say.Reply)) { reindex(ctx, req, job, report) }
	return r, nil
}

// reindexing is what one /corpus reindex is to do.
type reindexing struct {
	article string // "" = all
	dry     bool
}

// reindex does a job and reports how it ended. The next reindexing may begin
// before the report is out: whoever reads it may press again at once.
func reindex(ctx context.Context, req *request, job reindexing, report func(say.Reply)) {
	s := req.stock
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	if !s.begin(req.Server, cancel) {
		report(req.Failed(ctx, index.ErrBusy))
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
		report(say.Reply{Private: true, Text: req.Words.Corpus.Stopped, Outcome: "stopped"})
	case err != nil:
		report(req.Failed(ctx, err))
	default:
		report(tally(req, job, result))
		if job.dry {
			return
		}
		if err := s.accepted(ctx, req.Server, job.article); err != nil && ctx.Err() == nil {
			req.Log.LogAttrs(ctx, slog.LevelWarn, "attributions not kept", slog.String("server", req.Server), slog.String("error", err.Error()))
		}
	}
}

// keepRun does the work within and keeps what came of it, so that a restart in
// the middle is known and /corpus changes can tell. When ctx ends, the program
// does, and the run stays kept as one that is under way.
func keepRun(ctx, within context.Context, req *request, job reindexing, report func(say.Reply)) (index.Report, error) {
	s := req.stock
	if job.dry {
		return watched(within, req, job, report)
	}
	mine := &run{By: req.Member, Time: time.Now().UTC(), Article: job.article, Locale: req.Locale}
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
func watched(ctx context.Context, req *request, job reindexing, report func(say.Reply)) (index.Report, error) {
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
	s := req.stock
	switch {
	case job.dry:
		return s.library.Rehearse(ctx, req.Server, job.article, m.step)
	case job.article != "":
		return s.library.ReindexArticle(ctx, req.Server, job.article, m.step)
	}
	return s.Reindex(ctx, req.Server, req.Member, m.step)
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
func progressOf(req *request, m *meter, now time.Time) (say.Reply, bool) {
	p, rate, left, ok := m.speed(now)
	if !ok {
		return say.Reply{}, false
	}
	line := req.Words.Reindexing
	if p.Stage == index.Checking {
		line = req.Words.Corpus.Checking
	}
	text := fmt.Sprintf(line, p.Done, p.Total) + "\n" + fmt.Sprintf(req.Words.Corpus.Rate, rate, req.Words.Wait(left))
	return say.Reply{Private: true, Text: text, Outcome: "progress", Buttons: []say.Button{req.Button(req.Words.Corpus.Cancel, opStop)}}, true
}

// tally is what a job did, in full when that fits into a message.
func tally(req *request, job reindexing, r index.Report) say.Reply {
	line := req.Words.Reindexed
	if job.dry {
		line = req.Words.Corpus.Rehearsed
	}
	reply := writeChanges(req, fmt.Sprintf(line, r.Articles, r.Took.Round(10*time.Millisecond)), r)
	reply.Outcome = "reindexed"
	if job.article != "" {
		reply.Buttons = append(reply.Buttons, req.Button(req.Words.Corpus.ReadAgain, opRead, job.article))
	}
	return reply
}

// stopReindexing answers the Cancel button under a reindexing.
func stopReindexing(req *request) (say.Reply, error) {
	if !req.stock.stop(req.Server) {
		return say.Reply{Private: true, Text: req.Words.Corpus.NotRunning, Outcome: "stopped"}, nil
	}
	return say.Reply{Delivery: say.Edit, Private: true, Text: req.Words.Corpus.Stopping, Outcome: "stopped"}, nil
}
