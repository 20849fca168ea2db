package discordtest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// Gateway operations, as in Discord's documentation.
const (
	opDispatch  = 0
	opHeartbeat = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// Link is what is known of one gateway connection, alive or over.
type Link struct {
	Resumed   bool   // it began with RESUME
	Shard     [2]int // id and count
	Intents   int
	Host      string // as asked for by the client, "resume…" when it went to resume_gateway_url
	CloseCode int    // sent by the client; 0 = none
	Ready     bool   // READY or RESUMED was sent
	Beats     int    // heartbeats received
	Over      bool
	Began     time.Time
}

// link is one gateway connection at work. Its Link is guarded by the server's lock.
type link struct {
	Link
	s       *Server
	ws      *websocket.Conn
	out     chan []byte
	done    chan struct{} // the connection and its goroutines have ended
	gone    chan struct{} // closed by cut
	once    sync.Once
	fault   Fault
	deaf    bool
	session *session
}

// Links returns a copy of all gateway connections so far, oldest first.
func (s *Server) Links() []Link {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]Link, 0, len(s.links))
	for _, l := range s.links {
		all = append(all, l.Link)
	}
	return all
}

// WaitReady waits until the n-th connection that got as far (from 1) has been sent READY or RESUMED.
func (s *Server) WaitReady(n int) {
	s.t.Helper()
	ready := func() (k int) {
		for _, l := range s.links {
			// In a bubble a connection that is cut before discordgo's first
			// heartbeat stops the time: its reader then wants a lock that the
			// heartbeat holds while it sleeps.
			if l.Ready && (l.Beats > 0 || l.Over || !s.opts.Memory) {
				k++
			}
		}
		return k
	}
	s.until(func() string { return fmt.Sprintf("connection %d to be ready; links: %+v", n, s.Links()) },
		func() bool { return ready() >= n })
}

// WaitLink waits until the n-th connection (from 1) satisfies ok.
func (s *Server) WaitLink(n int, ok func(Link) bool) {
	s.t.Helper()
	s.until(func() string { return fmt.Sprintf("connection %d; links: %+v", n, s.Links()) },
		func() bool { return len(s.links) >= n && ok(s.links[n-1].Link) })
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	var f Fault
	if len(s.script) > 0 {
		f, s.script = s.script[0], s.script[1:]
	}
	s.mu.Unlock()
	if f.At == Upgrade {
		f.refuse(w)
		return
	}
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	ws.SetCloseHandler(func(int, string) error { return nil })
	l := &link{
		Link: Link{Host: r.Host, Began: time.Now()}, s: s, ws: ws,
		out: make(chan []byte, 1<<14), done: make(chan struct{}), gone: make(chan struct{}), fault: f,
	}
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		_ = ws.Close()
		return
	}
	s.links = append(s.links, l)
	s.tell()
	s.mu.Unlock()

	written := make(chan struct{})
	go func() {
		defer close(written)
		l.write()
	}()
	if !l.suffer(Hello) {
		l.sendOp(opHello, map[string]any{"heartbeat_interval": s.opts.Heartbeat.Milliseconds(), "_trace": []string{}})
	}
	l.read()
	l.cut()
	<-written
	close(l.done)
}

// write sends what is queued until the connection is cut.
func (l *link) write() {
	for {
		select {
		case m := <-l.out:
			if m[0] != '{' { // a close code in decimal
				code, _ := strconv.Atoi(string(m))
				_ = l.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, "scripted"), time.Now().Add(time.Second))
				continue
			}
			if l.ws.WriteMessage(websocket.TextMessage, m) != nil {
				l.cut()
				return
			}
		case <-l.gone:
			return
		}
	}
}

// read handles what the client sends until it or the script ends the connection.
func (l *link) read() {
	for {
		_, m, err := l.ws.ReadMessage()
		if err != nil {
			l.lost(err)
			l.linger()
			return
		}
		if len(m) > 4096 {
			l.s.complain("gateway payload of %d bytes; Discord takes 4096", len(m))
		}
		var p struct {
			Op   int             `json:"op"`
			Data json.RawMessage `json:"d"`
		}
		if err := json.Unmarshal(m, &p); err != nil {
			l.sendClose(4002)
			continue
		}
		switch p.Op {
		case opHeartbeat:
			l.beat()
		case opIdentify:
			l.identify(p.Data)
		case opResume:
			l.resume(p.Data)
		}
	}
}

// lost notes the client's close code and forgets the session when the code says so.
func (l *link) lost(err error) {
	code := 0
	if ce, ok := err.(*websocket.CloseError); ok && ce.Code != websocket.CloseAbnormalClosure { //nolint:errorlint // gorilla returns it unwrapped
		code = ce.Code
	}
	l.s.mu.Lock()
	defer l.s.mu.Unlock()
	l.CloseCode, l.Over = code, true
	if l.session != nil && l.session.link == l {
		l.session.link = nil
		if code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway {
			delete(l.s.sessions, l.session.id)
		}
	}
	l.s.tell()
}

// linger leaves the closing of the connection to the client, as discordgo closes it a second after its close frame while
// holding a lock that its reader wants: in a synctest bubble that second would never pass.
func (l *link) linger() {
	_ = l.ws.NetConn().SetReadDeadline(time.Now().Add(5 * time.Second))
	_, _ = io.Copy(io.Discard, l.ws.NetConn())
}

func (l *link) beat() {
	l.s.mu.Lock()
	l.Beats++
	deaf := l.deaf
	l.s.tell()
	l.s.mu.Unlock()
	if !deaf {
		l.sendOp(opAck, nil)
	}
}

func (l *link) identify(raw json.RawMessage) {
	var d struct {
		Token      string         `json:"token"`
		Intents    int            `json:"intents"`
		Shard      *[2]int        `json:"shard"`
		Properties map[string]any `json:"properties"`
	}
	if err := json.Unmarshal(raw, &d); err != nil || d.Properties == nil {
		l.sendClose(4002)
		return
	}
	l.s.mu.Lock()
	l.Intents, l.Shard = d.Intents, [2]int{0, 1}
	if d.Shard != nil {
		l.Shard = *d.Shard
	}
	crowded := l.s.crowded(l.Shard[0])
	l.s.mu.Unlock()
	switch {
	case l.suffer(Answer):
	case d.Token != Token && d.Token != Token[len("Bot "):]:
		l.sendClose(4004)
	case l.Shard[0] >= l.Shard[1]:
		l.sendClose(4010)
	case crowded:
		l.sendOp(opInvalid, false)
	default:
		l.ready()
	}
}

// crowded counts an identify of a shard and reports whether it comes too soon after one of the same concurrency key. When
// the day has none left it fails the test: Discord ends all sessions and resets the token then. Callers hold s.mu.
func (s *Server) crowded(shard int) bool {
	now, key := time.Now(), shard%max(1, s.opts.MaxConcurrency)
	s.identified++
	if s.opts.Identifies < 0 && !s.closed {
		s.t.Errorf("discordtest: shard %d identifies, and none is left today", shard)
	}
	before, again := s.identify[key]
	s.identify[key] = now
	return s.opts.MaxConcurrency > 0 && again && now.Sub(before) < 5*time.Second
}

// Identified is how often a connection has identified.
func (s *Server) Identified() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.identified
}

func (l *link) ready() {
	s := l.s
	s.mu.Lock()
	if s.opts.Identifies > 0 {
		s.opts.Identifies--
		if s.opts.Identifies == 0 {
			s.opts.Identifies = -1
		}
	}
	ses := &session{id: "session-" + s.snowflake(), shard: l.Shard, link: l}
	s.sessions[ses.id], l.session = ses, ses
	guilds, mine := []map[string]any{}, []string{}
	for _, id := range s.opts.Guilds {
		if ses.takes(id) {
			guilds = append(guilds, map[string]any{"id": id, "unavailable": true})
			mine = append(mine, id)
		}
	}
	s.dispatch(ses, "READY", map[string]any{
		"v": 9, "user": bot(), "guilds": guilds, "session_id": ses.id, "shard": l.Shard,
		"resume_gateway_url": s.gatewayURL("resume"), "application": map[string]any{"id": AppID, "flags": 0},
	})
	l.Ready = true
	for _, id := range mine {
		s.dispatch(ses, "GUILD_CREATE", guild(id))
	}
	s.tell()
	s.mu.Unlock()
	l.suffer(Ready)
}

func (l *link) resume(raw json.RawMessage) {
	var d struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int64  `json:"seq"`
	}
	if err := json.Unmarshal(raw, &d); err != nil {
		l.sendClose(4002)
		return
	}
	s := l.s
	s.mu.Lock()
	l.Resumed = true
	s.mu.Unlock()
	if l.suffer(Answer) {
		return
	}
	s.mu.Lock()
	ses := s.sessions[d.SessionID]
	if ses == nil || d.Seq > ses.seq || ses.forgot(d.Seq) || d.Token != Token {
		s.mu.Unlock()
		l.sendOp(opInvalid, false)
		return
	}
	if old := ses.link; old != nil && old != l { // a session has one connection
		old.session = nil
		old.sendClose(4000)
	}
	ses.link, l.session, l.Shard = l, ses, ses.shard
	for _, p := range ses.past {
		if p.Seq > d.Seq {
			l.send(p)
		}
	}
	s.dispatch(ses, "RESUMED", map[string]any{})
	l.Ready = true
	s.tell()
	s.mu.Unlock()
	l.suffer(Ready)
}

func (l *link) sendOp(op int, d any) {
	raw, _ := json.Marshal(map[string]any{"t": nil, "s": nil, "op": op, "d": d})
	l.queue(raw)
}

func (l *link) send(p packet) {
	raw, _ := json.Marshal(p)
	l.queue(raw)
}

func (l *link) sendClose(code int) { l.queue([]byte(strconv.Itoa(code))) }

// queue never blocks: a full queue is a client that does not read, and is cut as Discord cuts it.
func (l *link) queue(m []byte) {
	select {
	case l.out <- m:
	default:
		l.cut()
	}
}

// cut ends the connection without a close frame.
func (l *link) cut() {
	l.once.Do(func() {
		close(l.gone)
		_ = l.ws.NetConn().Close()
	})
}
