// Package cluster connects to the operator's NATS servers, which keep what
// several processes share. It alone knows how they are reached: addresses,
// credentials, TLS. What is kept there is the business of the packages below:
// the log of acts, the leases.
//
// The files:
//
//	connect.go     [Connect]: reached, and reached again for ever
//	credentials.go who we are, and whom we believe
//	health.go      whether what is behind the connection is in order
//	stream.go      what is kept there, and by how many
//	wait.go        waiting
package cluster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	// patience is how long [Connect] waits for servers that do not answer yet:
	// machines that start together do so within seconds.
	patience = 30 * time.Second
	// dialTime is how long one server may take to let us in.
	dialTime = 2 * time.Second
	// againAfter is the pause between two attempts, half as much more by chance
	// so that processes do not come all at once.
	againAfter = 200 * time.Millisecond
	// A server that leaves pingsMissed pings unanswered, one each pingTime, is
	// given up for another one. A connection that a firewall has forgotten says
	// nothing by itself, and a lease lasts 10 s.
	pingTime    = time.Second
	pingsMissed = 2
)

// Options say how the servers are reached.
type Options struct {
	// Addresses are nats:// or tls:// addresses, separated by commas; a user and
	// password, or a token, may stand in them. The other servers of the cluster
	// are learned from the first.
	Addresses string
	Shown     string // Addresses without secrets, for errors and the log
	Name      string // of this process, as the servers show it
	// Credentials is a file: of credentials as `nsc` writes them, or of an nkey
	// seed. "" = none, or those in the addresses.
	Credentials string
	CA          string // file of the authorities that are believed; "" = the system's
	Cert, Key   string // files of our own certificate and its key; "" = none
	Log         *slog.Logger

	patience time.Duration // 0 means the constant; tests have less
}

// Conn is the connection to the servers.
type Conn struct {
	nats *nats.Conn
	// JetStream is their store.
	JetStream jetstream.JetStream
}

// Connect reaches one of the servers and waits until they keep things, 30 s at
// most, saying so in the log. It fails at once when they refuse us, in words
// without a secret. Once made, the connection is made again for ever, at any
// server; what is sent while there is none fails.
func Connect(ctx context.Context, o Options) (*Conn, error) {
	if o.patience == 0 {
		o.patience = patience
	}
	opts, err := o.options()
	if err != nil {
		return nil, err
	}
	if where := o.inTheClear(); where != "" {
		o.Log.LogAttrs(ctx, slog.LevelWarn, "the credentials for NATS, and all that is kept there, can be read on the way: use tls:// addresses", slog.String("server", where))
	}
	ctx, stop := context.WithTimeout(ctx, o.patience)
	defer stop()
	var last error
	told := false
	for {
		c, err := o.try(ctx, opts)
		if err == nil {
			return c, nil
		}
		if refused, ok := errors.AsType[*RefusedError](err); ok {
			return nil, refused
		}
		if ctx.Err() == nil || last == nil {
			last = err
		}
		if !told && ctx.Err() == nil {
			told = true
			o.Log.LogAttrs(ctx, slog.LevelWarn, "waiting for NATS", slog.String("servers", o.Shown), slog.String("cause", err.Error()))
		}
		select {
		case <-time.After(againAfter):
			continue
		case <-ctx.Done():
		}
		if errors.Is(ctx.Err(), context.Canceled) {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("NATS at %s: nothing to work with after %s: %w; are the servers running, with JetStream, two of three at least?", o.Shown, o.patience, last)
	}
}

// try reaches a server once and asks whether it keeps things.
func (o Options) try(ctx context.Context, opts []nats.Option) (*Conn, error) {
	nc, err := nats.Connect(o.Addresses, opts...)
	if err != nil {
		return nil, o.told(err)
	}
	js, err := jetstream.New(nc)
	if err == nil {
		c := &Conn{nats: nc, JetStream: js}
		if err = c.keeps(ctx); err == nil {
			return c, nil
		}
	}
	nc.Close()
	return nil, o.told(err)
}

// options are those of the library.
func (o Options) options() ([]nats.Option, error) {
	who, err := o.identity()
	if err != nil {
		return nil, err
	}
	return append(who,
		nats.Name(o.Name), nats.Timeout(dialTime), nats.MaxReconnects(-1), nats.ReconnectWait(againAfter), nats.ReconnectJitter(againAfter/2, againAfter/2),
		nats.ReconnectBufSize(-1),   // what waited in a buffer would be done when nobody expects it any more
		nats.IgnoreAuthErrorAbort(), // credentials may be exchanged while we run
		nats.PingInterval(pingTime), nats.MaxPingsOutstanding(pingsMissed),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				o.Log.Warn("the connection to NATS is lost", slog.String("cause", err.Error()))
			}
		}),
		nats.ReconnectHandler(func(nc *nats.Conn) {
			o.Log.Info("connected to NATS again", slog.String("server", nc.ConnectedUrlRedacted()))
		}),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			o.Log.Warn("NATS reports a fault", slog.String("cause", err.Error()))
		}),
	), nil
}

// Close ends the connection.
func (c *Conn) Close() { c.nats.Close() }
