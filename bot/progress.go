package bot

import (
	"context"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

const (
	// tokenLife is how long a reply can be edited by its interaction: 15
	// minutes, less what an edit may take.
	tokenLife = 14 * time.Minute
	// progressEvery is the least time between two progress edits; Discord
	// takes five edits in five seconds.
	progressEvery = 1500 * time.Millisecond
)

// perform does the work that a reply began and edits its progress in. When
// the interaction's token has died, the rest arrives as a message of its own.
// The last report is always sent.
func (b *Bot) perform(ctx context.Context, i *discordgo.Interaction, r Reply) {
	p := &progress{bot: b, in: i, began: time.Now()}
	r.Work(ctx, func(r Reply) { p.report(ctx, r, false) })
	p.flush(ctx)
}

// progress is one long piece of work as its reply shows it.
type progress struct {
	bot   *Bot
	in    *discordgo.Interaction
	began time.Time

	mu   sync.Mutex
	sent time.Time
	held *Reply // the newest report, not yet sent
	post string // id of the message that took over from the reply
}

func (p *progress) report(ctx context.Context, r Reply, last bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !last && time.Since(p.sent) < progressEvery {
		p.held = &r
		return
	}
	p.held, p.sent = nil, time.Now()
	p.send(ctx, r)
}

func (p *progress) flush(ctx context.Context) {
	p.mu.Lock()
	held := p.held
	p.mu.Unlock()
	if held != nil {
		p.report(ctx, *held, true)
	}
}

func (p *progress) send(ctx context.Context, r Reply) {
	body := editOf(r)
	var err error
	switch {
	case p.post != "":
		err = p.bot.wire.Change(ctx, p.in.ChannelID, p.post, body)
	case time.Since(p.began) < tokenLife:
		err = p.bot.wire.Edit(ctx, p.in.Token, body)
	default:
		p.post, err = p.bot.wire.Post(ctx, p.in.ChannelID, body)
	}
	if err != nil {
		p.bot.failed(ctx, "progress", err)
	}
}
