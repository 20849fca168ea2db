package fetch

import (
	"context"
	"net"
	"net/http"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// names is a DNS server that gives another answer each time it is asked.
type names struct {
	answers [][4]byte
	asked   atomic.Int32
}

func (n *names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { _ = conn.Close(); <-done })
	go func() {
		defer close(done)
		buf := make([]byte, 1500)
		for {
			size, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			if reply, err := n.answer(buf[:size]); err == nil {
				_, _ = conn.WriteTo(reply, from) // a lost reply fails the look-up
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func (n *names) answer(query []byte) ([]byte, error) {
	var m dnsmessage.Message
	if err := m.Unpack(query); err != nil {
		return nil, err
	}
	m.Response, m.Additionals = true, nil
	if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
		i := min(int(n.asked.Add(1)), len(n.answers)) - 1
		m.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 0},
			Body:   &dnsmessage.AResource{A: n.answers[i]},
		}}
	}
	return m.Pack()
}

// TestFetchRebinding has a name answer with an allowed address until it was
// checked once (for robots.txt), and with one of the inside after that.
func TestFetchRebinding(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) { html(w, "<p>outside") })
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	address := "http://post.example.:" + port + "/a"

	steady := &names{answers: [][4]byte{{127, 0, 0, 1}}}
	if _, err := newFetcher("test", only(t, server), steady.resolver(t), maxTime).Fetch(t.Context(), address); err != nil {
		t.Fatalf("a name that keeps its address: %v", err)
	}
	turning := &names{answers: [][4]byte{{127, 0, 0, 1}, {127, 0, 0, 2}}}
	_, err = newFetcher("test", only(t, server), turning.resolver(t), maxTime).Fetch(t.Context(), address)
	wantRefusal(t, err, Address)
	if got := turning.asked.Load(); got != 2 {
		t.Errorf("name was looked up %d times, want 2", got)
	}
}
