// Package discordtest is a Discord for tests: a gateway that speaks the real WebSocket protocol and a REST API, both held
// in one process and within reach of others ([Reach]), with Discord's own refusals (a second callback, a dead token, a broken body) and with faults as switches.
//
//	d := discordtest.New(t, discordtest.Options{})
//	session.Client = d.Client()                 // REST goes to d; discordgo then finds the gateway by itself
//	session.Open()
//	in := d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "Who spoke?")))
//	got := d.Reply(in)                          // waits for what the member would see
//
// Every call is recorded. Its body is checked against Discord's official OpenAPI document (found through VERBATIM_SHARED,
// skipped with a note without it) and against the rules which that document leaves out; a broken body fails the test with
// the call and the reason.
//
// It is not a Discord for people: no permissions, no presence, no voice, no privileged intents.
//
// The files, as an event goes out and the answer comes in:
//
//	server.go           the fake Discord: start, end, the ways in
//	load.go             many members and servers at once, for load tests
//	interact.go         what a member does with a command, a button, a form
//	endpoint.go         interactions handed over by HTTP
//	gateway.go          connections: HELLO, IDENTIFY, RESUME, heartbeats
//	event.go            messages and servers, as Discord tells of them
//	session.go          what survives a connection and can be resumed
//	interaction.go      answers to interactions, with Discord's deadlines
//	rest.go             the other REST routes
//	fault.go            what goes wrong when a test wants it to
//	spec.go             bodies against Discord's official document
//	rules.go            and against the rules which it leaves out: messages,
//	rules_command.go    commands,
//	rules_component.go  buttons, menus and forms
//	limit.go            the limits of these rules
//	answers.go          how often a question was answered
//	call.go             the record of calls, which tests read
//	pipe.go             connections without a network, for synctest bubbles
//	notice.go           waiting for what the bot does
package discordtest

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// The identities in every READY. App and bot user differ, as they do for old Discord applications, so that a mix-up shows.
const (
	AppID   = "100000000000000001"
	BotID   = "100000000000000002"
	GuildID = "200000000000000001" // the server used by events that name none
	DM      = "310000000000000001" // the channel of direct messages that name none
	Channel = "300000000000000001" // the channel used by events that name none
	Member  = "400000000000000001" // the member used by events that name none
	Token   = "Bot test-token"     // the only token that IDENTIFY accepts
)

// Options of a [Server]. The zero value is a healthy Discord with its usual intervals.
type Options struct {
	Heartbeat      time.Duration // told in HELLO; 0 means Discord's 41.25 s
	Guilds         []string      // ids announced in READY and created after it; nil means [GuildID]
	Shards         int           // recommended by GET gateway/bot; 0 means 1
	MaxConcurrency int           // identifies per 5 s, enforced with op 9 when set; told as 1 when 0
	Identifies     int           // identifies left today, of 1000; 0 means 1000, below 0 means none
	Patience       time.Duration // longest wait of every waiting method; 0 means a minute
	Memory         bool          // the gateway runs over in-memory pipes, reached through Dial only: for synctest bubbles
	Light          bool          // no record of calls, no check of bodies, late answers are taken: for load tests

	// Answered, if set, is told of every first response that Discord accepts: the interaction's id and its time since
	// the event was sent until the answer arrived. It must not block.
	Answered func(interaction string, after time.Duration)
}

// Server is the fake Discord. Its methods may be called from any goroutine.
type Server struct {
	t    testing.TB
	opts Options
	spec *spec // nil without VERBATIM_SHARED

	listener net.Listener
	http     *http.Server
	served   chan struct{}

	mu       sync.Mutex
	closed   bool
	changed  chan struct{} // closed and replaced whenever a recorded thing changes
	nextID   uint64
	calls    []Call
	commands map[string][]byte // "" = global, else by guild id
	messages map[string]map[string]any
	pending  map[string]*interaction // by token
	used     []Interaction
	faults   []*restFault
	script   []Fault
	links    []*link
	sessions map[string]*session
	guilds   map[string]map[string]any // as told of by events
	identify map[int]time.Time         // the last of every concurrency key
	endpoint endpoint

	identified int
	nonces     map[string]posted
	answers    map[string]Answers // by question
}

// New starts a server that ends with the test.
func New(tb testing.TB, opts Options) *Server {
	tb.Helper()
	if opts.Heartbeat == 0 {
		opts.Heartbeat = 41250 * time.Millisecond
	}
	if opts.Guilds == nil {
		opts.Guilds = []string{GuildID}
	}
	if opts.Patience == 0 {
		opts.Patience = time.Minute
	}
	s := &Server{
		t: tb, opts: opts,
		served: make(chan struct{}), changed: make(chan struct{}),
		nextID:   500000000000000000,
		commands: map[string][]byte{}, messages: map[string]map[string]any{},
		pending: map[string]*interaction{}, sessions: map[string]*session{}, identify: map[int]time.Time{}, guilds: map[string]map[string]any{},
		nonces: map[string]posted{}, answers: map[string]Answers{},
	}
	if !opts.Light {
		s.spec = officialSpec(tb)
	}
	if opts.Memory {
		s.listener = newPipes()
	} else {
		l, err := new(net.ListenConfig).Listen(tb.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			tb.Fatalf("discordtest: %v", err)
		}
		s.listener = l
	}
	s.http = &http.Server{Handler: s.handler(), ReadHeaderTimeout: time.Minute}
	go func() {
		defer close(s.served)
		_ = s.http.Serve(s.listener)
	}()
	tb.Cleanup(s.close)
	return s
}

// close cuts every connection. Calls that come later answer 503 and are not recorded. Closing twice is harmless.
func (s *Server) close() {
	s.mu.Lock()
	s.closed = true
	links := s.links
	s.links = nil
	s.mu.Unlock()
	for _, l := range links {
		l.cut()
	}
	_ = s.http.Close()
	<-s.served
	s.endpoint.posts.Wait()
	for _, l := range links {
		<-l.done
	}
}

// Client is an HTTP client whose every request ends here, whatever host it names.
func (s *Server) Client() *http.Client {
	return &http.Client{Timeout: 20 * time.Second, Transport: transport{s}}
}

// Dial connects to the gateway whatever addr is asked for. It has the form of a websocket.Dialer's NetDialContext and is
// the only way in with Options.Memory.
func (s *Server) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	if p, ok := s.listener.(*pipes); ok {
		return p.dial(ctx)
	}
	return new(net.Dialer).DialContext(ctx, "tcp", s.listener.Addr().String())
}

// Addr is where the server listens, for [Reach] in another process.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Reach gets at a [Server] of another process by its [Server.Addr]: REST and gateway.
func Reach(addr string) (*http.Client, func(ctx context.Context, network, to string) (net.Conn, error)) {
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "tcp", addr)
	}
	return &http.Client{Timeout: 20 * time.Second, Transport: plain{&http.Transport{DialContext: dial, MaxIdleConnsPerHost: 64}}}, dial
}

// plain makes requests without TLS.
type plain struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (p plain) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme = "http"
	return p.next.RoundTrip(r)
}

// transport answers every request from the server without a network.
type transport struct{ s *Server }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	inner := r.Clone(r.Context())
	if inner.Body == nil {
		inner.Body = http.NoBody
	}
	cut := new(bool)
	t.s.http.Handler.ServeHTTP(w, inner.WithContext(context.WithValue(inner.Context(), cutKey{}, cut)))
	if r.Body != nil {
		_ = r.Body.Close()
	}
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if *cut {
		return nil, errCut
	}
	res := w.Result()
	res.Request = r
	return res, nil
}
