package discordtest

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// Moment of a gateway connection.
type Moment int

// The moments at which a [Fault] can strike.
const (
	Never   Moment = iota
	Upgrade        // instead of switching to WebSocket, only Refuse
	Hello          // instead of HELLO
	Answer         // instead of the answer to IDENTIFY or RESUME
	Ready          // right after READY or RESUMED
)

// Act is what the gateway does wrong, or at least unkindly.
type Act int

// The acts. With Silence the connection stays open and nothing more is said; the others say what they are.
const (
	Silence             Act = iota
	Reconnect               // op 7
	Invalidate              // op 9, d false: the session is gone
	InvalidateResumable     // op 9, d true: resume again
	Close                   // close frame with Fault.Code
	Cut                     // the connection breaks without a close frame
	Deafen                  // heartbeats are not acknowledged any more
	Refuse                  // an HTTP answer with Fault.Code for a status; the connection is not in [Server.Links]
)

// Fault is one misbehaviour of one connection. The zero value is a healthy connection.
type Fault struct {
	At    Moment
	Do    Act
	Code  int           // for Close and Refuse
	After time.Duration // for Refuse: Retry-After, 0 = none
}

// Script sets what happens to the next connections, one fault each; later ones are healthy.
func (s *Server) Script(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script = faults
}

// Do strikes every living connection now.
func (s *Server) Do(f Fault) {
	s.mu.Lock()
	var live []*link
	for _, l := range s.links {
		if !l.Over {
			live = append(live, l)
		}
	}
	s.mu.Unlock()
	for _, l := range live {
		l.strike(f)
	}
}

// Recommend changes how many shards GET gateway/bot recommends.
func (s *Server) Recommend(shards int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opts.Shards = shards
}

// refuse answers the request for a WebSocket with a page.
func (f Fault) refuse(w http.ResponseWriter) {
	if f.After > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(f.After.Seconds())))
	}
	w.WriteHeader(f.Code)
	_, _ = io.WriteString(w, "<html><body>not now</body></html>")
}

// Forget drops every session, so that the next RESUME is refused.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.sessions)
}

// suffer strikes if the scripted fault is for this moment, once per connection, and reports whether it did.
func (l *link) suffer(at Moment) bool {
	l.s.mu.Lock()
	f := l.fault
	if f.At == at {
		l.fault = Fault{}
	}
	l.s.mu.Unlock()
	if f.At != at {
		return false
	}
	l.strike(f)
	return true
}

func (l *link) strike(f Fault) {
	switch f.Do {
	case Silence:
		l.s.mu.Lock()
		l.deaf = true
		l.s.mu.Unlock()
	case Reconnect:
		l.sendOp(opReconnect, nil)
	case Invalidate, InvalidateResumable:
		if f.Do == Invalidate {
			l.s.mu.Lock()
			if l.session != nil {
				delete(l.s.sessions, l.session.id)
			}
			l.s.mu.Unlock()
		}
		l.sendOp(opInvalid, f.Do == InvalidateResumable)
	case Close:
		l.sendClose(f.Code)
	case Cut:
		l.cut()
	case Deafen:
		l.s.mu.Lock()
		l.deaf = true
		l.s.mu.Unlock()
	}
}

// errCut is what the client's transport meets when REST dies.
var errCut = errors.New("discordtest: connection cut")

// cutKey marks a request whose answer is to be cut; it holds a *bool.
type cutKey struct{}

// RESTFault is one misbehaviour of a REST call.
type RESTFault struct {
	Status     int           // answered instead of doing the call; 0 = the call is done (after Delay, before a Cut)
	Code       int           // Discord's error code in the body, such as 10062
	Text       string        // the body as it is, instead of JSON
	RetryAfter time.Duration // for 429: in the body, and in the headers with Headers
	Headers    bool          // for 429: Retry-After and X-RateLimit-* are sent
	Global     bool          // for 429: over all routes
	Scope      string        // for 429: X-RateLimit-Scope: user, global, shared
	Delay      time.Duration // before anything else
	Cut        bool          // the connection dies instead of the answer
}

type restFault struct {
	RESTFault
	kind Kind
	left int
}

// Fail lets the next n calls of a kind go wrong. Faults queue in the order they were set.
func (s *Server) Fail(k Kind, n int, f RESTFault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &restFault{RESTFault: f, kind: k, left: n})
}

// Heal ends the faults of these kinds, of all when none is named.
func (s *Server) Heal(kinds ...Kind) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = slices.DeleteFunc(s.faults, func(f *restFault) bool { return len(kinds) == 0 || slices.Contains(kinds, f.kind) })
}

// fault takes the next fault set for a kind.
func (s *Server) fault(k Kind) RESTFault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.kind == k && f.left > 0 {
			f.left--
			return f.RESTFault
		}
	}
	return RESTFault{}
}
