package page

import (
	"context"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// hall keeps readers from taking all there is: so many pages are made at once,
// and one reader gets so many. The zero value is ready.
type hall struct {
	once    sync.Once
	seats   chan struct{}
	mu      sync.Mutex
	readers *lru.Cache[string, *rate.Limiter]
}

// A reader may open 120 pages at once and then 2 a second: nobody who reads
// meets that. What is asked costs more and has the desk's limits besides.
const (
	readerBurst  = 120
	readerPerSec = 2
	readersKept  = 20_000
)

func (h *hall) open() {
	h.once.Do(func() {
		// Chat comes first: pages are made on half of the processors.
		h.seats = make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2))
		h.readers, _ = lru.New[string, *rate.Limiter](readersKept) // fails only for sizes below 1
	})
}

// enter waits for a seat; it gives how long the reader has to wait for the next
// page instead when they had too many. leave must follow when it gives 0.
func (p *Pages) enter(r *http.Request) (wait time.Duration) {
	h := &p.hall
	h.open()
	if p.Access != Alone {
		if wait := h.take(reader(r), p.time()); wait > 0 {
			return wait
		}
	}
	ctx, cancel := context.WithTimeout(r.Context(), answerTime)
	defer cancel()
	p.giveWay(ctx)
	select {
	case h.seats <- struct{}{}:
		return 0
	case <-ctx.Done():
		return time.Second
	}
}

// A page lets chat go first, for half a second at most: nobody waits for a page
// longer than for its server.
const (
	longestWay = 500 * time.Millisecond
	lookAgain  = 5 * time.Millisecond
)

// giveWay waits while chat is being answered.
func (p *Pages) giveWay(ctx context.Context) {
	if p.Busy == nil || !p.Busy() {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, longestWay)
	defer cancel()
	again := time.NewTicker(lookAgain)
	defer again.Stop()
	for p.Busy() {
		select {
		case <-again.C:
		case <-ctx.Done():
			return
		}
	}
}

func (h *hall) leave() { <-h.seats }

func (h *hall) take(reader string, now time.Time) (wait time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	b, ok := h.readers.Get(reader)
	if !ok {
		b = rate.NewLimiter(readerPerSec, readerBurst)
		h.readers.Add(reader, b)
	}
	if b.AllowN(now, 1) {
		return 0
	}
	return time.Second / readerPerSec
}

// reader tells readers apart, by the address that they come from: that of an
// IPv6 network, for one has as many addresses as one likes. Behind a proxy on
// this machine or its network it is the one that the proxy names last. It is
// kept in memory only, and nowhere told.
func reader(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	ip := net.ParseIP(host)
	if ip != nil && (ip.IsLoopback() || ip.IsPrivate()) {
		named := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
		if by := net.ParseIP(strings.TrimSpace(named[len(named)-1])); by != nil {
			ip = by
		}
	}
	if ip != nil && ip.To4() == nil {
		ip = ip.Mask(net.CIDRMask(64, 128))
	}
	return ip.String()
}
