package cluster

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// healthTime is how long the servers may take to say that they are in order.
const healthTime = 2 * time.Second

// noQuorum is what a server answers when so many others are gone that they
// cannot agree.
const noQuorum = 10008

// Health is how the servers are.
type Health struct {
	Server string // that we are connected to; "" = none
	Quorum bool   // enough of them are there to keep what is sent
	Why    string // in words, when not
}

// Health asks the servers; it takes 2 s at most. The information about a stream
// would not do: it is given without an error when two of three servers are gone.
func (c *Conn) Health(ctx context.Context) Health {
	if !c.nats.IsConnected() {
		return Health{Why: "no server answers"}
	}
	h := Health{Server: c.nats.ConnectedAddr()}
	if err := c.keeps(ctx); err != nil {
		h.Why = err.Error()
	} else {
		h.Quorum = true
	}
	return h
}

// errNoStore says that a server keeps nothing for anybody, or not for us.
var errNoStore = errors.New("JetStream is not switched on there")

// keeps asks whether the servers keep what is sent.
func (c *Conn) keeps(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, healthTime)
	defer stop()
	_, err := c.JetStream.AccountInfo(ctx)
	var api *jetstream.APIError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &api) && api.ErrorCode == noQuorum:
		return errors.New("too many of the servers are gone for the others to agree")
	case errors.Is(err, jetstream.ErrJetStreamNotEnabled):
		return errNoStore
	case errors.Is(err, jetstream.ErrJetStreamNotEnabledForAccount):
		return fmt.Errorf("%w for our account", errNoStore)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no answer within %s", healthTime)
	}
	return err
}
