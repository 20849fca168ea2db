package discordtest

import (
	"context"
	"net"
	"sync"
	"time"
)

// pipes is a listener whose connections are net.Pipe ends. Unlike sockets they block "durably", so that time in a
// synctest bubble goes on while everybody waits for the other side.
type pipes struct {
	conns chan net.Conn
	once  sync.Once
	done  chan struct{}
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), done: make(chan struct{})} }

func (p *pipes) dial(ctx context.Context) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case p.conns <- server:
		return gentle{client}, nil
	case <-p.done:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// gentle closes a moment after it is asked to. When a connection ends, discordgo's reader sleeps for a second under a lock
// that its heartbeat wants just after the start; with that moment in between the heartbeat has had it, or time in the
// bubble would stop.
type gentle struct{ net.Conn }

// Close closes the connection.
func (g gentle) Close() error {
	t := time.NewTimer(time.Millisecond)
	<-t.C
	return g.Conn.Close()
}

// Accept waits for the next dial.
func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

// Close ends Accept and every later dial.
func (p *pipes) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}

// Addr is a name that no network knows.
func (p *pipes) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "gateway.discordtest" }
