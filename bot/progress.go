package bot

import (
	"context"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/bot/gateway"
)

const (
	// tokenLife is how long progress is edited into a reply: Discord ends that
	// after 15 minutes. What the work reports last arrives all the same, as a
	// message.
	tokenLife = 14 * time.Minute
	// progressEvery is the least time between two progress edits; Discord
	// takes five edits in five seconds.
	progressEvery = 1500 * time.Millisecond
)

// perform does the work that a reply began and edits its progress in. The last
// report is always sent.
func (b *Bot) perform(ctx context.Context, to *gateway.Reply, r Reply) {
	p := &progress{bot: b, to: to, began: time.Now()}
	defer p.flush(ctx)
	r.Work(ctx, func(r Reply) { p.report(ctx, r) })
}

// progress is one long piece of work as its reply shows it.
type progress struct {
	bot   *Bot
	to    *gateway.Reply
	began time.Time

	mu   sync.Mutex
	sent time.Time
	held *Reply // the newest report, not yet sent
}

func (p *progress) report(ctx context.Context, r Reply) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Sub(p.sent) < progressEvery || now.Sub(p.began) > tokenLife {
		p.held = &r
		return
	}
	p.held, p.sent = nil, now
	p.send(ctx, r)
}

func (p *progress) flush(ctx context.Context) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.held != nil {
		p.send(ctx, *p.held)
	}
}

func (p *progress) send(ctx context.Context, r Reply) {
	if err := p.to.Edit(ctx, messageOf(r)); err != nil {
		p.bot.failed(ctx, "progress", err)
	}
}
