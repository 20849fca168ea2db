package discordtest

import (
	"context"
	"strconv"
)

// snowflake makes the next id. Callers hold s.mu.
func (s *Server) snowflake() string {
	s.nextID++
	return strconv.FormatUint(s.nextID, 10)
}

// tell wakes everybody who waits. Callers hold s.mu.
func (s *Server) tell() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// until waits for done, which runs under s.mu, and ends the test with what after Options.Patience.
func (s *Server) until(what func() string, done func() bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), s.opts.Patience)
	defer cancel()
	for {
		s.mu.Lock()
		ok, changed := done(), s.changed
		s.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-ctx.Done():
			s.t.Fatalf("discordtest: waited %v for %s", s.opts.Patience, what())
		}
	}
}

// complain fails the test, unless the test is over.
func (s *Server) complain(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.t.Errorf("discordtest: "+format, args...)
	}
}
