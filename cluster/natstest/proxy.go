package natstest

import (
	"net"
	"sync"
	"testing"
)

// Proxy is an address on loopback that leads to a server's. Its connections can
// be cut, and what the server says can be lost.
type Proxy struct {
	listener net.Listener
	to       string
	work     sync.WaitGroup

	mu    sync.Mutex
	conns map[net.Conn]bool
	off   bool // new connections are closed at once
	deaf  bool // what the server says is lost
}

// NewProxy leads to the host and port in to. It ends with the test.
func NewProxy(tb testing.TB, to string) *Proxy {
	tb.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	p := &Proxy{listener: l, to: to, conns: map[net.Conn]bool{}}
	p.work.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			p.work.Go(func() { p.lead(c) })
		}
	})
	tb.Cleanup(func() {
		_ = l.Close() // ends Accept
		p.Off()
		p.work.Wait()
	})
	return p
}

// URL is the proxy's address.
func (p *Proxy) URL() string { return "nats://" + p.listener.Addr().String() }

// Cut ends all connections. The next ones are led on.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.conns {
		_ = c.Close() // it is a cut
	}
}

// Off ends all connections and takes no more.
func (p *Proxy) Off() {
	p.mu.Lock()
	p.off = true
	p.mu.Unlock()
	p.Cut()
}

// On takes connections again, and leads all that is said.
func (p *Proxy) On() {
	p.mu.Lock()
	p.off = false
	was := p.deaf
	p.deaf = false
	p.mu.Unlock()
	if was {
		p.Cut() // their middle is missing
	}
}

// Deaf loses all that the server says from now on; what it is told gets there.
// [Proxy.On] ends that.
func (p *Proxy) Deaf() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.deaf = true
}

func (p *Proxy) lead(client net.Conn) {
	server, err := net.Dial("tcp", p.to)
	if err != nil {
		_ = client.Close() // as the server itself would
		return
	}
	p.mu.Lock()
	p.conns[client], p.conns[server] = true, true
	if p.off {
		_, _ = client.Close(), server.Close() // refused
	}
	p.mu.Unlock()
	var both sync.WaitGroup
	both.Go(func() { p.copy(server, client, false) })
	both.Go(func() { p.copy(client, server, true) })
	both.Wait()
	p.mu.Lock()
	delete(p.conns, client)
	delete(p.conns, server)
	p.mu.Unlock()
}

// copy ends both connections when one ends.
func (p *Proxy) copy(to, from net.Conn, said bool) {
	defer func() { _, _ = to.Close(), from.Close() }() // ended
	buf := make([]byte, 32<<10)
	for {
		n, err := from.Read(buf)
		if err != nil {
			return
		}
		p.mu.Lock()
		lost := said && p.deaf
		p.mu.Unlock()
		if lost {
			continue
		}
		if _, err := to.Write(buf[:n]); err != nil {
			return
		}
	}
}
