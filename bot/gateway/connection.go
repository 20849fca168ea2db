package gateway

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// connect makes one connection and returns it, nil when nothing was dialled, and the reason of its end.
func (s *shard) connect(ctx context.Context, attempt int) (*wire, error) {
	open, stop := context.WithTimeout(ctx, openTimeout)
	defer stop()
	dg, wired := s.prepare(open, attempt)
	opened := make(chan error, 1)
	go func() { opened <- openSession(dg) }()
	var err error
	select {
	case err = <-opened:
	case <-open.Done():
		select {
		case w := <-wired:
			wired <- w
			cause, code := errNotReady, uint16(closeResumable)
			if ctx.Err() != nil {
				cause, code = errLeft, s.g.leaving()
			}
			w.end(cause, code)
		default: // still dialling, which open ends
		}
		err = <-opened
	}
	var w *wire
	select {
	case w = <-wired:
	default:
		return nil, fmt.Errorf("gateway: connect: %w", err)
	}
	if err != nil {
		w.end(err, closeResumable)
		return w, w.cause
	}
	select {
	case <-w.done: // discordgo's goroutines see it too and end in a second
	case <-ctx.Done():
		w.end(errLeft, s.g.leaving())
		if s.g.opts.Shares == nil {
			<-w.freed
		} else { // the next process waits for this one, and nothing for what discordgo does
			s.g.closing.Go(func() { <-w.freed })
		}
	}
	return w, w.cause
}

// leaving is the close code with which this process leaves: for good, or so that another can resume the session.
func (g *Supervisor) leaving() uint16 {
	if g.opts.Shares != nil {
		return closeResumable
	}
	return closeForGood
}

// openSession is dg.Open with a panic turned into an error.
func openSession(dg *discordgo.Session) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("discordgo: %v", p)
		}
	}()
	return dg.Open()
}

// prepare makes the discordgo.Session for one connection. The wire comes through the channel when dialled.
func (s *shard) prepare(ctx context.Context, attempt int) (*discordgo.Session, chan *wire) {
	s.g.mu.Lock()
	address := s.g.url
	s.g.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	var resume *resumption
	if s.session != "" {
		resume = &resumption{s.g.token, s.session, s.seq}
		if s.resumeURL != "" && attempt < maxResumeHost {
			address = s.resumeURL
		}
	}
	client := *s.g.opts.Client
	client.Transport = gatewayAddress{address, client.Transport}
	dg := s.g.newSession(&client)
	dg.ShardID, dg.ShardCount = s.id, s.total
	dg.State.User, dg.State.Application = s.user, s.app
	wired := make(chan *wire, 1)
	attach := func(c net.Conn, err error) (net.Conn, error) {
		if err != nil {
			return nil, err
		}
		w := newWire(c, resume)
		s.mu.Lock()
		s.wire = w
		s.mu.Unlock()
		wired <- w
		return w, nil
	}
	dg.Dialer = &websocket.Dialer{
		HandshakeTimeout: openTimeout,
		NetDialContext: func(_ context.Context, network, addr string) (net.Conn, error) {
			return attach(s.g.opts.Dial(ctx, network, addr))
		},
		NetDialTLSContext: func(_ context.Context, network, addr string) (net.Conn, error) {
			return attach(dialTLS(ctx, s.g.opts.Dial, network, addr))
		},
	}
	dg.AddHandler(s.event)
	s.current = dg
	return dg, wired
}

// gatewayAddress answers discordgo's question for the gateway's address and passes on everything else. So a resume goes to
// resume_gateway_url, which discordgo does not know.
type gatewayAddress struct {
	url  string
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (a gatewayAddress) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.String() == discordgo.EndpointGateway {
		raw, err := json.Marshal(map[string]string{"url": a.url})
		if err != nil {
			return nil, err
		}
		return answer(r, raw), nil
	}
	next := a.next
	if next == nil {
		next = http.DefaultTransport
	}
	return next.RoundTrip(r)
}
