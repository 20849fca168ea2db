package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/cluster/journal"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// shared is what makes a data folder one copy among several: the connection to
// the operator's NATS servers, and the log of acts there.
type shared struct {
	conn    *cluster.Conn
	journal *journal.Journal
	records *store.Store
	log     *slog.Logger

	ctx     context.Context //nolint:containedctx // of work in the background, until close
	stop    context.CancelFunc
	ready   chan struct{}  // closed when library is there, or never will be
	library *index.Library // nil when there is none
}

// fetchTime is how long a server's records may take to get here when somebody
// asks, beside those who wait for the answer.
const fetchTime = 10 * time.Second

// reachNATS connects to the NATS servers of the settings.
func reachNATS(ctx context.Context, c config.Config, log *slog.Logger) (*cluster.Conn, error) {
	conn, err := cluster.Connect(ctx, cluster.Options{
		Addresses: string(c.NATS), Shown: c.NATS.String(), Name: "verbatim " + processName(),
		Credentials: c.NATSCreds, CA: c.NATSCA, Cert: c.NATSCert, Key: c.NATSKey, Log: log,
	})
	if refused, ok := errors.AsType[*cluster.RefusedError](err); ok {
		return nil, usageError{refused}
	}
	return conn, err
}

// processName is what this process is called among the others.
func processName() string {
	name, err := os.Hostname()
	if err != nil {
		return fmt.Sprintf("process %d", os.Getpid())
	}
	return name
}

// share makes records a copy of what the processes at c's NATS servers share.
// Without such servers it gives nil, and refuses what is such a copy.
func share(ctx context.Context, c config.Config, records *store.Store, log *slog.Logger) (*shared, error) {
	if c.NATS == "" {
		if err := journal.Alone(records); err != nil {
			return nil, usageError{fmt.Errorf("%s: %w", c.Data, err)}
		}
		return nil, nil
	}
	conn, err := reachNATS(ctx, c, log)
	if err != nil {
		return nil, err
	}
	s := &shared{conn: conn, records: records, log: log, ready: make(chan struct{})}
	s.ctx, s.stop = context.WithCancel(context.WithoutCancel(ctx))
	err = s.patiently(ctx, func() error {
		s.journal, err = journal.Open(ctx, conn.JetStream, records, journal.Options{Log: log, Changed: s.changed})
		return err
	})
	if err != nil {
		s.stop()
		conn.Close()
		if errors.Is(err, journal.ErrOwn) || errors.Is(err, journal.ErrOther) {
			err = usageError{fmt.Errorf("%s: %w", c.Data, err)}
		}
		return nil, err
	}
	if err := s.begin(ctx); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// begin waits until what others did while this process was away is here, and the
// house articles are, which every server may see.
func (s *shared) begin(ctx context.Context) error {
	if err := s.journal.Hold(ctx, store.House); err != nil {
		return fmt.Errorf("house articles: %w", err)
	}
	soon, stop := context.WithTimeout(ctx, joinTime)
	defer stop()
	if err := s.journal.CatchUp(soon); err != nil {
		s.log.LogAttrs(ctx, slog.LevelWarn, "not all is here yet that others did; it follows", slog.Uint64("acts", s.journal.Health().Lag))
	}
	return ctx.Err()
}

// joinTime is how long it is tried to take part. Servers that have just started
// take seconds to agree on a new stream, and several processes make it at once.
const joinTime = 30 * time.Second

// patiently repeats join until it succeeds, for a while; what a setting must mend
// is not repeated.
func (s *shared) patiently(ctx context.Context, join func() error) error {
	for end := time.Now().Add(joinTime); ; {
		err := join()
		if err == nil || errors.Is(err, journal.ErrOwn) || errors.Is(err, journal.ErrOther) || time.Now().After(end) {
			return err
		}
		s.log.LogAttrs(ctx, slog.LevelInfo, "NATS is not ready yet", slog.String("cause", err.Error()))
		if !cluster.Wait(ctx, time.Second) {
			return err
		}
	}
}

// use says which index follows the records; nil: none does.
func (s *shared) use(library *index.Library) {
	s.library = library
	close(s.ready)
}

// changed brings the index up to what another process did with a server's
// records.
func (s *shared) changed(guild string) {
	select {
	case <-s.ready:
	case <-s.ctx.Done():
		return
	}
	if s.library == nil {
		return
	}
	err := s.library.Sync(s.ctx, guild)
	if g, known := s.records.Guild(guild); known == nil && g.Version == 0 { // nothing was ever there, or it is gone for good
		err = errors.Join(err, s.library.Forget(s.ctx, guild))
	}
	report(s.ctx, s.log, "index of what others changed", err)
}

// leaveTime is how long the log may take to be left while NATS does not answer.
const leaveTime = 2 * time.Second

// close leaves the log and the servers.
func (s *shared) close() error {
	s.stop()
	late := time.AfterFunc(leaveTime, s.conn.Close) // an answer that does not come is waited for no more
	err := s.journal.Close()
	late.Stop()
	s.conn.Close()
	return err
}

// hold sees to it that a server's records are here before somebody asks for
// them; "" is a direct message, for which the house articles are.
func (d *dataFolder) hold(ctx context.Context, server string) error {
	if d.shared == nil || server == "" {
		return nil
	}
	ctx, stop := context.WithTimeout(ctx, fetchTime)
	defer stop()
	if err := d.shared.journal.Hold(ctx, server); err != nil {
		return fmt.Errorf("%w: %w", store.ErrNotHere, err)
	}
	return nil
}

// holding makes f, which asks for something of a server, one that has its
// records fetched before. Where they are the folder's own it is f.
func holding[T any](d *dataFolder, f func(server string) (T, error)) func(server string) (T, error) {
	if d.shared == nil {
		return f
	}
	return func(server string) (T, error) {
		if err := d.hold(d.shared.ctx, server); err != nil {
			var none T
			return none, err
		}
		return f(server)
	}
}

// told does the same with f that is told something of a server.
func told(d *dataFolder, f func(server string) error) func(server string) error {
	if d.shared == nil {
		return f
	}
	return func(server string) error {
		if err := d.hold(d.shared.ctx, server); err != nil {
			return err
		}
		return f(server)
	}
}

// servers lists the servers of which something is kept, here or elsewhere.
func (d *dataFolder) servers() ([]string, error) {
	if d.shared != nil {
		return d.shared.journal.Known(), nil
	}
	guilds, err := d.records.Guilds()
	ids := make([]string, len(guilds))
	for i, g := range guilds {
		ids[i] = g.ID
	}
	return ids, err
}
