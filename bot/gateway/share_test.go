package gateway_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// pool is what processes share, in the hands of a test: it gives shards to processes and takes them away.
type pool struct {
	mu       sync.Mutex
	plan     int
	sessions map[int][]byte
	record   []byte
	last     map[int]time.Time // of every concurrency key
	all      []*process
}

// process is one of the processes of a pool: a supervisor that answers every question.
type process struct {
	pool *pool
	stop context.CancelFunc
	done chan error

	ready  chan struct{} // Hold runs
	begin  func(shard int)
	end    map[int]context.CancelFunc
	ended  map[int]chan struct{}
	frozen bool // its events may not be answered, nothing of it is saved
}

func newPool(shards int) *pool {
	return &pool{plan: shards, sessions: map[int][]byte{}, last: map[int]time.Time{}}
}

// join starts another process.
func (p *pool) join(t *testing.T, d *discordtest.Server) *process {
	t.Helper()
	c := &process{pool: p, done: make(chan error, 1), ready: make(chan struct{}), end: map[int]context.CancelFunc{}, ended: map[int]chan struct{}{}}
	p.mu.Lock()
	p.all = append(p.all, c)
	p.mu.Unlock()
	rest := gateway.NewREST(discordtest.Token, d.Client())
	g := gateway.New(discordtest.Token, gateway.Options{
		Log: deaf, Client: d.Client(), Dial: d.Dial, Intents: discordgo.IntentsGuilds | discordgo.IntentsGuildMessages,
		Handler: func(ctx context.Context, _ *discordgo.Session, event any) {
			switch e := event.(type) {
			case *discordgo.MessageCreate:
				_, _ = rest.Send(ctx, e.ChannelID, gateway.Message{Content: "yes", ReplyTo: e.ID, Answers: e.ID})
			case *discordgo.InteractionCreate:
				_ = rest.Reply(e.Interaction).Answer(ctx, gateway.Message{Content: "yes"})
			}
		},
		Shares: &gateway.Shares{
			Plan: p.agree, Hold: c.hold, May: func(int) bool { return !c.isFrozen() },
			Connect: func(ctx context.Context, _ int) error {
				for c.isFrozen() && ctx.Err() == nil {
					pass(time.Second)
				}
				return ctx.Err()
			},
			Turn: p.turn, Budget: p.budget, Load: p.load, Save: c.save,
		},
	})
	ctx, stop := context.WithCancel(t.Context())
	c.stop = stop
	go func() { c.done <- g.Run(ctx) }()
	<-c.ready
	return c
}

// finish ends a process in good order.
func finish(t *testing.T, c *process) {
	t.Helper()
	c.stop()
	if err := <-c.done; err != nil {
		t.Error(err)
	}
}

func (p *pool) agree(_ context.Context, want, above int) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.plan <= above {
		p.plan = want
	}
	return p.plan, nil
}

func (p *pool) turn(ctx context.Context, key int) error {
	p.mu.Lock()
	wait := time.Until(p.last[key].Add(5 * time.Second))
	p.last[key] = time.Now().Add(max(0, wait))
	p.mu.Unlock()
	pass(max(0, wait))
	return ctx.Err()
}

func (p *pool) budget(_ context.Context, change func([]byte) []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.record = change(p.record)
	return nil
}

func (p *pool) load(_ context.Context, shard int) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sessions[shard]
}

func (c *process) save(_ context.Context, shard int, session []byte) error {
	c.pool.mu.Lock()
	defer c.pool.mu.Unlock()
	if !c.frozen {
		c.pool.sessions[shard] = session
	}
	return nil
}

func (c *process) hold(ctx context.Context, _ int, run func(context.Context, int)) {
	var all sync.WaitGroup
	c.pool.mu.Lock()
	c.begin = func(shard int) {
		life, end := context.WithCancel(ctx)
		ended := make(chan struct{})
		c.end[shard], c.ended[shard] = end, ended
		all.Go(func() {
			defer close(ended)
			run(life, shard)
		})
	}
	c.pool.mu.Unlock()
	close(c.ready)
	<-ctx.Done()
	c.pool.mu.Lock()
	c.begin = func(int) {}
	c.pool.mu.Unlock()
	all.Wait()
}

// take gives a shard to the process.
func (c *process) take(shard int) {
	c.pool.mu.Lock()
	defer c.pool.mu.Unlock()
	c.begin(shard)
}

// drop takes a shard away and waits until the process has let go.
func (c *process) drop(shard int) {
	c.pool.mu.Lock()
	end, ended := c.end[shard], c.ended[shard]
	c.pool.mu.Unlock()
	end()
	<-ended
}

func (c *process) freeze(on bool) {
	c.pool.mu.Lock()
	defer c.pool.mu.Unlock()
	c.frozen = on
}

func (c *process) isFrozen() bool {
	c.pool.mu.Lock()
	defer c.pool.mu.Unlock()
	return c.frozen
}

// once checks that every question was answered once, and that so many further answers were tried.
func once(t *testing.T, d *discordtest.Server, questions []string, doubles int) {
	t.Helper()
	d.WaitAnswers(questions...)
	tried := 0
	for _, q := range questions {
		a := d.Answers(q)
		tried += a.Doubles
		if a.Made != 1 {
			t.Errorf("question %s was answered %d times", q, a.Made)
		}
	}
	if tried != doubles {
		t.Errorf("%d further answers were tried, want %d", tried, doubles)
	}
}

// TestHandOver hands two shards to and fro between two processes while members ask: each question is answered once, and no
// process tries a second answer. Both identify once in all.
func TestHandOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		servers := discordtest.Guilds(2)
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour, Guilds: servers, MaxConcurrency: 1})
		p := newPool(2)
		a, b := p.join(t, d), p.join(t, d)
		a.take(0)
		a.take(1)
		d.WaitReady(2)
		var questions []string
		ask := func() {
			for _, s := range servers {
				questions = append(questions, d.Message(discordtest.Message{Guild: s}))
				in := discordtest.Slash("ask")
				in.Guild = s
				questions = append(questions, d.Interact(in).ID)
			}
		}
		for i := range 10 {
			ask()
			pass(2500 * time.Millisecond)
			ask()
			a.drop(i % 2)
			ask() // nobody hears it now
			b.take(i % 2)
			ask()
			pass(time.Second)
			a, b = b, a
			if i%2 == 0 {
				a, b = b, a
			}
		}
		once(t, d, questions, 0)
		finish(t, a)
		finish(t, b)
		for i, l := range d.Links() {
			if l.CloseCode != 4000 || l.Resumed != (i > 1) {
				t.Errorf("connection %d: closed with %d, resumed: %t", i+1, l.CloseCode, l.Resumed)
			}
		}
		if d.Identified() != 2 {
			t.Errorf("identified %d times, want 2", d.Identified())
		}
	})
}

// TestTakeOver has a process die with a session that was saved a while ago, and come back to life: what its successor hears
// again is not answered again, and it answers nothing after that.
func TestTakeOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		p := newPool(1)
		a, b := p.join(t, d), p.join(t, d)
		a.take(0)
		d.WaitReady(1)
		pass(3 * time.Second)
		// Answered, and not saved any more.
		questions := []string{d.Message(discordtest.Message{}), d.Interact(discordtest.Slash("ask")).ID}
		synctest.Wait()
		a.freeze(true)
		lost := d.Message(discordtest.Message{})
		gone := d.Interact(discordtest.Slash("ask")).ID
		pass(10 * time.Second)
		if n := d.Answers(lost).Made; n > 0 {
			t.Error("the frozen process answered")
		}
		b.take(0)
		once(t, d, append(questions, lost), 1)
		after := []string{d.Message(discordtest.Message{}), d.Interact(discordtest.Slash("ask")).ID}
		pass(time.Minute)
		once(t, d, after, 0)
		if n := d.Answers(gone); n.Made > 0 {
			t.Errorf("an interaction from before was answered: %+v", n)
		}
		a.freeze(false) // it has lost the shard
		a.drop(0)
		pass(time.Minute)
		once(t, d, []string{d.Message(discordtest.Message{})}, 0)
		if d.Identified() != 1 {
			t.Errorf("identified %d times, want once", d.Identified())
		}
		finish(t, a)
		finish(t, b)
	})
}

// TestTakeOverInHand has a process die with a message in hand and the session saved after it came: its successor hears it
// again. As the dead one cannot really die here, its answer comes as well, and is seen once.
func TestTakeOverInHand(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		p := newPool(1)
		a, b := p.join(t, d), p.join(t, d)
		a.take(0)
		d.WaitReady(1)
		d.Fail(discordtest.CreateMessage, 1, discordtest.RESTFault{Delay: 15 * time.Second})
		slow := d.Message(discordtest.Message{})
		pass(3 * time.Second)
		a.freeze(true)
		pass(10 * time.Second)
		b.take(0)
		once(t, d, []string{slow}, 0)
		pass(time.Minute)
		once(t, d, []string{slow}, 1)
		finish(t, a)
		finish(t, b)
	})
}

// TestMayNot holds the answers of a process back for a time: they come afterwards, each once.
func TestMayNot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		p := newPool(1)
		a := p.join(t, d)
		a.take(0)
		d.WaitReady(1)
		a.freeze(true)
		questions := []string{d.Message(discordtest.Message{}), d.Message(discordtest.Message{})}
		pass(time.Minute)
		if d.Answers(questions[0]).Made > 0 {
			t.Error("answered though it may not")
		}
		a.freeze(false)
		once(t, d, questions, 0)
		finish(t, a)
	})
}

// TestIdentifyShared starts six shards in three processes where Discord takes two at once: no identify comes too soon, and
// all are on one record.
func TestIdentifyShared(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour, MaxConcurrency: 2, Guilds: discordtest.Guilds(6)})
		p := newPool(6)
		var all []*process
		for i := range 3 {
			c := p.join(t, d)
			c.take(2 * i)
			c.take(2*i + 1)
			all = append(all, c)
		}
		d.WaitReady(6)
		if n := len(d.Links()); n != 6 || d.Identified() != 6 {
			t.Errorf("%d connections, %d identifies, want 6", n, d.Identified())
		}
		if n := countStarts(p.record); n != 6 {
			t.Errorf("%d identifies on record, want 6", n)
		}
		for _, c := range all {
			finish(t, c)
		}
	})
}

func countStarts(record []byte) (n int) {
	for i := range record {
		if record[i] == '{' {
			n++
		}
	}
	return n
}

// TestGrowth has Discord ask for more shards than the processes run: they agree on more.
func TestGrowth(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		p := newPool(1)
		a := p.join(t, d)
		d.Script(discordtest.Fault{At: discordtest.Answer, Do: discordtest.Close, Code: 4011})
		d.Recommend(3)
		a.ready = make(chan struct{})
		a.take(0)
		<-a.ready
		for i := range 3 {
			a.take(i)
		}
		d.WaitReady(3)
		got := ""
		for _, l := range d.Links()[1:] {
			got += fmt.Sprint(l.Shard[1])
		}
		if got != "333" {
			t.Errorf("shards %s, want three of three", got)
		}
		finish(t, a)
	})
}
