// Package journal is the log of acts that several processes share, in a NATS
// JetStream: it turns a [store.Store] into a copy of it. An act is one message
// there before it is anything here, and only what comes back by the log is
// written into the records.
//
//	act -> store.Proposal -> message in VERBATIM_ACTS -> store.Apply, everywhere
//
// Every guild has a subject of its own, verbatim.acts.<guild>. A message names
// the one before it and the sum of all the guild's records with it. Of two
// processes that act at once one wins, the other computes its act again. A copy
// that does not follow, or whose sum differs, is thrown away and made anew from
// the log. What is large lies in the object store VERBATIM_OBJECTS, put there
// before the message that names it.
//
// A snapshot is a message like others: an Empty change, which makes the whole
// guild, folded from those before it (so it has drafts and doubts too, which an
// export has not). Every copy checks its sum against it and need not read it.
// What stands before it can go; so nothing is in two places that could differ.
//
// Where the rules say "the leader answers": a read from any replica can be some
// moments old, right after a write too, and then an act would be computed on
// old records or a snapshot lose one.
//
// The files, from what is asked down to the bytes:
//
//	move.go     a data folder becomes a cluster's, and back
//	keep.go     snapshots, and what they make needless goes
//	collect.go  objects that nothing names go
//	open.go     a store joins the log, and leaves it
//	health.go   how far, and who is away
//	propose.go  an act goes into the log
//	follow.go   the log comes here
//	hold.go     which guilds are here; one is fetched, or made anew
//	apply.go    a message comes into the records
//	fold.go     a guild as its messages make it
//	message.go  what a message says
//	object.go   what lies beside the messages
//	identity.go which cluster it is
//	stream.go   streams: made, read by their leader
//	journal.go  what changes while it is open, and who waits for that
package journal

import (
	"context"
	"log/slog"
	"sync"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Options say how a process takes part.
type Options struct {
	Log *slog.Logger
	// Changed is told of a guild whose records here were changed by others; nil:
	// nobody is. It is called by one goroutine, and not again for what came while
	// it ran but once.
	Changed func(guild string)
}

// Journal is a store's part in the log. Its methods are safe for concurrent use.
type Journal struct {
	log     *slog.Logger
	store   *store.Store
	js      jetstream.JetStream
	acts    log
	objects objects
	cluster string // its id
	me      string // this process, for this Journal
	schema  int    // the newest form of messages that it reads, and that it writes
	changed func(guild string)

	ctx  context.Context //nolint:containedctx // ends what runs until Close
	stop context.CancelFunc
	work sync.WaitGroup

	mu       sync.Mutex
	moved    chan struct{} // closed and made anew when anything below changes
	position uint64        // all messages up to it are done with
	kept     uint64        // the position that the file knows
	known    map[string]bool
	guilds   map[string]*guild // those that are here, or on their way
	dirty    map[string]bool   // Changed is to be called for
	restart  func()            // follows the log anew
	health   Health

	keeper keeper
}

// keepPosition writes the position into the file when it is more than some
// messages past what stands there.
func (j *Journal) keepPosition(some uint64) error {
	j.mu.Lock()
	position, kept := j.position, j.kept
	j.mu.Unlock()
	if position <= kept+some {
		return nil
	}
	if err := j.store.SetPosition(j.cluster, position); err != nil {
		return err
	}
	j.mu.Lock()
	j.kept = position
	j.mu.Unlock()
	return nil
}

// change runs f under the lock, and wakes who waits for something to change.
func (j *Journal) change(f func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	f()
	close(j.moved)
	j.moved = make(chan struct{})
}

// wait waits until ready, which runs under the lock, or the end of ctx.
func (j *Journal) wait(ctx context.Context, ready func() bool) error {
	for {
		j.mu.Lock()
		ok, moved := ready(), j.moved
		j.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		case <-j.ctx.Done():
			return j.ctx.Err()
		}
	}
}

// tell calls Changed.
func (j *Journal) tell() {
	for {
		if j.wait(j.ctx, func() bool { return len(j.dirty) > 0 }) != nil {
			return
		}
		j.mu.Lock()
		all := j.dirty
		j.dirty = map[string]bool{}
		j.mu.Unlock()
		for guild := range all {
			if j.changed != nil && j.ctx.Err() == nil {
				j.changed(guild)
			}
		}
	}
}

// warn logs what went wrong with a guild.
func (j *Journal) warn(what, guild string, err error) {
	j.log.LogAttrs(j.ctx, slog.LevelWarn, what, //nolint:sloglint // each caller gives a constant
		slog.String("guild", guild), slog.Any("cause", err))
}
