package gateway_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// hand gives fn to a bot's handler of one interaction and waits for its end.
func hand(t *testing.T, d *discordtest.Server, in discordtest.Interaction, fn func(context.Context, *gateway.Reply) error) error {
	t.Helper()
	done := make(chan error, 1)
	r := newRig(t, d, func(o *gateway.Options) {
		rest := gateway.NewREST(discordtest.Token, d.Client())
		o.Handler = func(ctx context.Context, _ *discordgo.Session, event any) {
			if i, ok := event.(*discordgo.InteractionCreate); ok {
				done <- fn(ctx, rest.Reply(i.Interaction))
			}
		}
	})
	d.WaitReady(1)
	d.Interact(in)
	err := <-done
	_ = r.end()
	return err
}

// answer is the first response that most commands give.
func answer(ctx context.Context, p *gateway.Reply) error {
	return p.Answer(ctx, gateway.Message{Content: "here"})
}

// late defers, works for a while and edits.
func late(work time.Duration, private bool) func(context.Context, *gateway.Reply) error {
	return func(ctx context.Context, p *gateway.Reply) error {
		if err := p.Defer(ctx, private); err != nil {
			return err
		}
		pass(work)
		return p.Edit(ctx, gateway.Message{Content: "here"})
	}
}

// further answers, works for a while and adds a message.
func further(work time.Duration) func(context.Context, *gateway.Reply) error {
	return func(ctx context.Context, p *gateway.Reply) error {
		if err := p.Answer(ctx, gateway.Message{Content: "here"}); err != nil {
			return err
		}
		pass(work)
		_, err := p.FollowUp(ctx, gateway.Message{Content: "more"})
		return err
	}
}

func TestREST(t *testing.T) {
	limited := func(after time.Duration) discordtest.RESTFault {
		return discordtest.RESTFault{Status: 429, RetryAfter: after, Headers: true}
	}
	for _, tt := range []struct {
		name  string
		fault discordtest.RESTFault
		kind  discordtest.Kind
		times int
		do    func(context.Context, *gateway.Reply) error
		want  error
		calls string        // what Discord saw, kind by kind
		most  time.Duration // longest time of the handler
	}{
		{"callback answered", discordtest.RESTFault{}, "", 0, answer, nil, "callback 204", 0},
		{"callback too late", discordtest.RESTFault{Status: 404, Code: 10062}, discordtest.Callback, 1, answer, gateway.ErrTooLate, "callback 404", 0},
		{"callback answered already", discordtest.RESTFault{Status: 400, Code: 40060}, discordtest.Callback, 1, answer, gateway.ErrAnswered, "callback 400", 0},
		{"callback slow", discordtest.RESTFault{Delay: 20 * time.Second}, discordtest.Callback, 1, answer, gateway.ErrDown, "callback 0", 2500 * time.Millisecond},
		{"callback dies before Discord has it", discordtest.RESTFault{Status: 502, Text: "<html>"}, discordtest.Callback, 1, answer, nil, "callback 502, callback 204", time.Second},
		{"callback dies after Discord has it", discordtest.RESTFault{Cut: true}, discordtest.Callback, 1, answer, nil, "callback 0, callback 400", time.Second},
		{"callback limited for a moment", limited(time.Second), discordtest.Callback, 1, answer, nil, "callback 429, callback 204", 1100 * time.Millisecond},
		{"callback limited without headers", discordtest.RESTFault{Status: 429, RetryAfter: time.Second}, discordtest.Callback, 1, answer, nil, "callback 429, callback 204", 1100 * time.Millisecond},
		{"callback limited for too long", limited(time.Minute), discordtest.Callback, 1, answer, gateway.ErrThrottled, "callback 429", 0},
		{"callback limited globally", discordtest.RESTFault{Status: 429, RetryAfter: time.Second, Headers: true, Global: true}, discordtest.Callback, 1, answer, nil, "callback 429, callback 204", 1100 * time.Millisecond},
		{"callback limited by a shared resource", discordtest.RESTFault{Status: 429, RetryAfter: time.Second, Headers: true, Scope: "shared"}, discordtest.Callback, 1, answer, nil, "callback 429, callback 204", 1100 * time.Millisecond},
		{"edit after a second", discordtest.RESTFault{}, "", 0, late(time.Second, false), nil, "callback 204, edit original 200", time.Second},
		{"edit limited", limited(2 * time.Second), discordtest.EditOriginal, 2, late(0, false), nil, "callback 204, edit original 429, edit original 429, edit original 200", 5 * time.Second},
		{"edit limited by a shared resource", discordtest.RESTFault{Status: 429, RetryAfter: time.Second, Headers: true, Scope: "shared"}, discordtest.EditOriginal, 1, late(0, false), nil, "callback 204, edit original 429, edit original 200", 3 * time.Second},
		{"edit limited by a page of HTML", discordtest.RESTFault{Status: 429, Text: "<html>", RetryAfter: time.Second, Headers: true}, discordtest.EditOriginal, 1, late(0, false), nil, "callback 204, edit original 429, edit original 200", 3 * time.Second},
		{"edit met by 500, 502, 503, 504", discordtest.RESTFault{Status: 503}, discordtest.EditOriginal, 4, late(0, false), nil, "callback 204, edit original 503, edit original 503, edit original 503, edit original 503, edit original 200", 10 * time.Second},
		{"edit met by 503 for ever", discordtest.RESTFault{Status: 503}, discordtest.EditOriginal, 9999, late(0, false), gateway.ErrDown, "callback 204, edit original 503, edit original 503, edit original 503, edit original 503, edit original 503…", 15 * time.Minute},
		{"edit of a deleted answer", discordtest.RESTFault{Status: 404, Code: 10008}, discordtest.EditOriginal, 1, late(0, false), gateway.ErrGone, "callback 204, edit original 404", 0},
		{"edit with a broken body", discordtest.RESTFault{Status: 400, Code: 50035}, discordtest.EditOriginal, 1, late(0, false), gateway.ErrRejected, "callback 204, edit original 400", 0},
		{"edit limited for ever", limited(time.Second), discordtest.EditOriginal, 9999, late(0, false), gateway.ErrThrottled, "callback 204, edit original 429, edit original 429, edit original 429, edit original 429, edit original 429, edit original 429, edit original 429…", 15 * time.Minute},
		{"follow-up", discordtest.RESTFault{}, "", 0, further(0), nil, "callback 204, follow-up 200", 0},
		{"follow-up limited", limited(time.Second), discordtest.FollowUp, 1, further(0), nil, "callback 204, follow-up 429, follow-up 200", 3 * time.Second},
		{"edit limited for a minute", limited(time.Minute), discordtest.EditOriginal, 1, late(0, false), nil, "callback 204, edit original 429, edit original 200", 61 * time.Second},
		{"edit met by cuts", discordtest.RESTFault{Cut: true}, discordtest.EditOriginal, 6, late(0, false), nil, "callback 204, edit original 0, edit original 0, edit original 0, edit original 0, edit original 0, edit original 0, edit original 200", 20 * time.Second},
		{"edit limited beyond the token's life", limited(20 * time.Minute), discordtest.EditOriginal, 1, late(0, false), gateway.ErrThrottled, "callback 204, edit original 429", 0},
		{"follow-up met by 503 was not taken", discordtest.RESTFault{Status: 503}, discordtest.FollowUp, 2, further(0), nil, "callback 204, follow-up 503, follow-up 503, follow-up 200", 2 * time.Second},
		{"follow-up met by 500 is not sent again", discordtest.RESTFault{Status: 500}, discordtest.FollowUp, 1, further(0), gateway.ErrDown, "callback 204, follow-up 500", 0},
		{"follow-up met by a cut is not sent again", discordtest.RESTFault{Cut: true}, discordtest.FollowUp, 1, further(0), gateway.ErrDown, "callback 204, follow-up 0", 0},
		{"follow-up after 16 minutes", discordtest.RESTFault{}, "", 0, further(16 * time.Minute), nil, "callback 204, create message 200", 16 * time.Minute},
		{"follow-up with a dead token", discordtest.RESTFault{Status: 404, Code: 10015}, discordtest.FollowUp, 1, further(0), nil, "callback 204, follow-up 404, create message 200", 0},
		{"late answer met by a cut is sent once", discordtest.RESTFault{Cut: true}, discordtest.CreateMessage, 1, late(16*time.Minute, false), nil, "callback 204, create message 0, create message 200", 16*time.Minute + time.Second},
		{"edit after 16 minutes", discordtest.RESTFault{}, "", 0, late(16*time.Minute, false), nil, "callback 204, create message 200", 16 * time.Minute},
		{"private edit after 16 minutes", discordtest.RESTFault{}, "", 0, late(16*time.Minute, true), nil, "callback 204, open direct message 200, create message 200", 16 * time.Minute},
		{"edit with a dead token", discordtest.RESTFault{Status: 401, Code: 50027}, discordtest.EditOriginal, 1, late(0, false), nil, "callback 204, edit original 401, create message 200", 0},
		{"late answer where the bot may not write", discordtest.RESTFault{Status: 403, Code: 50013}, discordtest.CreateMessage, 1, late(16*time.Minute, false), nil, "callback 204, create message 403, open direct message 200, create message 200", 16 * time.Minute},
		{"late answer where the bot may not look", discordtest.RESTFault{Status: 403, Code: 50001}, discordtest.CreateMessage, 1, late(16*time.Minute, false), nil, "callback 204, create message 403, open direct message 200, create message 200", 16 * time.Minute},
		{"late answer to a member without direct messages", discordtest.RESTFault{Status: 403, Code: 50007}, discordtest.CreateMessage, 1, late(16*time.Minute, true), gateway.ErrNoDM, "callback 204, open direct message 200, create message 403", 16 * time.Minute},
		{"late answer limited globally", discordtest.RESTFault{Status: 429, RetryAfter: 3 * time.Second, Headers: true, Global: true}, discordtest.CreateMessage, 1, late(16*time.Minute, false), nil, "callback 204, create message 429, create message 200", 16*time.Minute + 4*time.Second},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				d.Fail(tt.kind, tt.times, tt.fault)
				var took time.Duration
				err := hand(t, d, discordtest.Slash("ask"), func(ctx context.Context, p *gateway.Reply) error {
					began := time.Now()
					err := tt.do(ctx, p)
					took = time.Since(began)
					return err
				})
				if !errors.Is(err, tt.want) {
					t.Errorf("outcome %v, want %v", err, tt.want)
				}
				if err != nil && strings.Contains(err.Error(), "token-") {
					t.Errorf("the token is in the error: %v", err)
				}
				var calls []string
				for _, c := range d.Calls() {
					if c.Kind != discordtest.GatewayBot {
						calls = append(calls, fmt.Sprintf("%s %d", c.Kind, c.Status))
					}
				}
				got := strings.Join(calls, ", ")
				if start, more := strings.CutSuffix(tt.calls, "…"); got != tt.calls && (!more || !strings.HasPrefix(got, start)) {
					t.Errorf("calls: %s\nwant:  %s", got, tt.calls)
				}
				made := map[string]bool{}
				for _, c := range d.Calls(discordtest.CreateMessage) {
					made[c.Message] = c.Message != ""
				}
				if delete(made, ""); len(made) > 1 {
					t.Errorf("%d messages in the end, want one", len(made))
				}
				if took > tt.most {
					t.Errorf("took %v, want at most %v", took, tt.most)
				}
			})
		})
	}
}

// TestReplyKinds sends every other kind of first response and of message, for the bodies to be checked.
func TestReplyKinds(t *testing.T) {
	button := discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.Button{Label: "More", Style: discordgo.SecondaryButton, CustomID: "more"}}}
	field := discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{CustomID: "why", Label: "Why?", Style: discordgo.TextInputShort}}}
	full := gateway.Message{Content: "<@1> here", Components: []discordgo.MessageComponent{button}, Private: true, Ping: []string{"1"}}
	file := gateway.Message{Content: "file", Files: []*discordgo.File{{Name: "a.txt", Reader: strings.NewReader("text")}}}
	for _, tt := range []struct {
		name string
		in   discordtest.Interaction
		do   func(ctx context.Context, p *gateway.Reply) error
	}{
		{"private answer with a button", discordtest.Slash("ask"), func(ctx context.Context, p *gateway.Reply) error { return p.Answer(ctx, full) }},
		{"answer with a file", discordtest.Slash("ask"), func(ctx context.Context, p *gateway.Reply) error { return p.Answer(ctx, file) }},
		{"no suggestions", discordtest.Suggest("ask", discordtest.Opt("article", "x")), func(ctx context.Context, p *gateway.Reply) error { return p.Suggest(ctx, nil) }},
		{"a suggestion", discordtest.Suggest("ask", discordtest.Opt("article", "x")), func(ctx context.Context, p *gateway.Reply) error {
			return p.Suggest(ctx, []*discordgo.ApplicationCommandOptionChoice{{Name: "n", Value: "v"}})
		}},
		{"a modal", discordtest.Slash("ask"), func(ctx context.Context, p *gateway.Reply) error {
			return p.Modal(ctx, "form", "A form", []discordgo.MessageComponent{field})
		}},
		{"an edit, two follow-ups and a deletion", discordtest.Slash("ask"), func(ctx context.Context, p *gateway.Reply) error {
			err := p.Defer(ctx, true)
			err = errors.Join(err, p.Edit(ctx, full))
			_, err1 := p.FollowUp(ctx, full)
			_, err2 := p.FollowUp(ctx, file)
			return errors.Join(err, err1, err2, p.Delete(ctx), p.Delete(ctx))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true})
				if err := hand(t, d, tt.in, tt.do); err != nil {
					t.Error(err)
				}
			})
		})
	}
	for name, do := range map[string]func(context.Context, *gateway.Reply) error{
		"update": func(ctx context.Context, p *gateway.Reply) error { return p.Update(ctx, full) },
		"deferred update": func(ctx context.Context, p *gateway.Reply) error {
			return errors.Join(p.DeferUpdate(ctx), p.Edit(ctx, gateway.Message{Content: "changed"}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true})
				m := d.Posted(discordtest.Message{Text: "with buttons"})
				if err := hand(t, d, discordtest.Press("more", m), do); err != nil {
					t.Error(err)
				}
			})
		})
	}
	t.Run("channel", func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{})
		rest := gateway.NewREST(discordtest.Token, d.Client())
		ctx := t.Context()
		first := d.Posted(discordtest.Message{Text: "hello"})
		id, err := rest.Send(ctx, discordtest.Channel, gateway.Message{Content: "hi", ReplyTo: first})
		err = errors.Join(err, rest.Typing(ctx, discordtest.Channel),
			rest.DeleteMessage(ctx, discordtest.Channel, id), rest.DeleteMessage(ctx, discordtest.Channel, id))
		_, err2 := rest.DirectMessage(ctx, discordtest.Member, gateway.Message{Content: "psst", ReplyTo: first})
		if err := errors.Join(err, err2); err != nil {
			t.Error(err)
		}
	})
}

// TestEditsDoNotWait edits the answers of twenty interactions at once, each edit taking a second: with discordgo's own
// method they would take twenty.
func TestEditsDoNotWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		d.Fail(discordtest.EditOriginal, 20, discordtest.RESTFault{Delay: time.Second})
		r := newRig(t, d, nil)
		d.WaitReady(1)
		var all []discordtest.Sent
		for range 20 {
			all = append(all, d.Interact(discordtest.Slash("ask")))
		}
		began := time.Now()
		for _, in := range all {
			d.Reply(in)
		}
		if took := time.Since(began); took > 2100*time.Millisecond {
			t.Errorf("one second of work and one of editing took %v", took)
		}
		_ = r.end()
	})
}

// TestGlobalLimit shows that a global 429 on one channel holds the messages to others.
func TestGlobalLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		d.Fail(discordtest.CreateMessage, 1, discordtest.RESTFault{Status: 429, RetryAfter: 5 * time.Second, Headers: true, Global: true})
		rest := gateway.NewREST(discordtest.Token, d.Client())
		var all sync.WaitGroup
		for _, channel := range []string{"1", "2", "3"} {
			all.Go(func() {
				if _, err := rest.Send(t.Context(), channel, gateway.Message{Content: "hi"}); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait()
		}
		all.Wait()
		if n := len(d.Calls(discordtest.CreateMessage)); n != 4 {
			t.Errorf("%d calls, want one 429 and three messages:\n%v", n, d.Calls())
		}
	})
}

// TestAway keeps Discord's REST away for a while, in every way it can be away: what waits is sent when it is back, once,
// the newest of a channel first.
func TestAway(t *testing.T) {
	for _, tt := range []struct {
		name  string
		fault discordtest.RESTFault
		away  time.Duration
	}{
		{"503 for 8 s", discordtest.RESTFault{Status: 503}, 8 * time.Second},
		{"500 for 8 s", discordtest.RESTFault{Status: 500}, 8 * time.Second},
		{"502 with a page for 8 s", discordtest.RESTFault{Status: 502, Text: "<html>"}, 8 * time.Second},
		{"cut for 8 s", discordtest.RESTFault{Cut: true}, 8 * time.Second},
		{"503 for 12 minutes", discordtest.RESTFault{Status: 503}, 12 * time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true})
				d.Fail(discordtest.CreateMessage, 1<<20, tt.fault)
				rest := gateway.NewREST(discordtest.Token, d.Client())
				var all sync.WaitGroup
				for i := range 6 {
					all.Go(func() {
						if _, err := rest.Send(t.Context(), fmt.Sprint(i%2), gateway.Message{Content: fmt.Sprint(i)}); err != nil {
							t.Error(err)
						}
					})
					pass(time.Second)
				}
				pass(tt.away - 6*time.Second)
				d.Heal()
				back := time.Now()
				all.Wait()
				if took := time.Since(back); took > 9*time.Second {
					t.Errorf("all were sent %v after Discord was back", took)
				}
				order := map[string]string{}
				for _, c := range d.Calls(discordtest.CreateMessage) {
					if c.Status == 200 {
						order[c.Channel] += c.Text()
					}
				}
				if n := len(d.Calls()); n > 400 {
					t.Errorf("%d calls", n)
				}
				if !tt.fault.Cut && (order["0"] != "420" || order["1"] != "531") {
					t.Errorf("sent in the order %v", order)
				}
			})
		})
	}
}

// TestUnreachable gives up nothing for a moment without a network: what was never sent is safe to send again.
func TestUnreachable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		fail := 5
		client := d.Client()
		client.Transport = faulty{client.Transport, func(r *http.Request) error {
			if strings.Contains(r.URL.Path, "/webhooks/") && fail > 0 {
				fail--
				return &net.OpError{Op: "dial", Err: errors.New("network is unreachable")}
			}
			return nil
		}}
		done := make(chan error, 1)
		r := newRig(t, d, func(o *gateway.Options) {
			rest := gateway.NewREST(discordtest.Token, client)
			o.Handler = func(ctx context.Context, _ *discordgo.Session, event any) {
				if i, ok := event.(*discordgo.InteractionCreate); ok {
					done <- further(0)(ctx, rest.Reply(i.Interaction))
				}
			}
		})
		d.WaitReady(1)
		d.Interact(discordtest.Slash("ask"))
		if err := <-done; err != nil {
			t.Error(err)
		}
		_ = r.end()
	})
}

// faulty fails requests before they are sent.
type faulty struct {
	next http.RoundTripper
	fail func(*http.Request) error
}

func (f faulty) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := f.fail(r); err != nil {
		return nil, err
	}
	return f.next.RoundTrip(r)
}
