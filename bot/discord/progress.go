package discord

import (
	"context"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/say"
)

const (
	// progressEvery is the least time between two progress edits; Discord
	// takes five edits in five seconds.
	progressEvery = 1500 * time.Millisecond
	// progressBudget is how long one of them is tried: the next is newer.
	progressBudget = 5 * time.Second
)

// perform does the work that a reply began and edits its progress in. The work
// does not wait for the edits, and the last report is always sent.
func (b *Bot) perform(ctx context.Context, to *gateway.Reply, r say.Reply) {
	p := &progress{bot: b, to: to}
	defer p.flush(ctx)
	r.Work(ctx, func(r say.Reply) { p.report(ctx, r) })
}

// progress is one long piece of work as its reply shows it.
type progress struct {
	bot *Bot
	to  *gateway.Reply

	edits sync.WaitGroup // the edit under way, if there is one
	mu    sync.Mutex
	busy  bool // there is one
	sent  time.Time
	held  *say.Reply // the newest report, not yet sent
}

// report shows r, unless the report before is still on its way or just there.
// It does so for as long as the reply can be edited: what the work reports
// last arrives after that too, as a message.
func (p *progress) report(ctx context.Context, r say.Reply) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held = &r
	now := time.Now()
	if p.busy || now.Sub(p.sent) < progressEvery || p.to.Expired() {
		return
	}
	p.held, p.sent, p.busy = nil, now, true
	p.edits.Go(func() {
		ctx, cancel := context.WithTimeout(ctx, progressBudget)
		defer cancel()
		err := p.to.Edit(ctx, messageOf(r))
		p.mu.Lock()
		defer p.mu.Unlock()
		p.busy = false
		if err != nil && p.held == nil {
			p.held = &r
		}
	})
}

// flush sends the last report if it has not arrived.
func (p *progress) flush(ctx context.Context) {
	p.edits.Wait()
	if p.held == nil {
		return
	}
	if err := p.to.Edit(ctx, messageOf(*p.held)); err != nil {
		p.bot.failed(ctx, "progress", err)
	}
}
