package cluster

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/nats-io/nats.go/jetstream"
)

// Stream is what the servers keep under one name.
type Stream struct {
	Name     string
	Messages uint64
	Bytes    uint64
	Last     uint64 // sequence of the newest message
	Replicas int    // asked for
	Current  int    // of them, those that have everything
	Leader   string // the server that decides; "" = none, nothing can be written
}

// Streams lists the streams whose names contain part, in the order of their
// names. It fails when the servers cannot agree what there is.
func (c *Conn) Streams(ctx context.Context, part string) ([]Stream, error) {
	ctx, stop := context.WithTimeout(ctx, patience/3)
	defer stop()
	var list []Stream
	all := c.JetStream.ListStreams(ctx)
	for info := range all.Info() {
		if strings.Contains(info.Config.Name, part) {
			list = append(list, streamOf(info))
		}
	}
	if err := all.Err(); err != nil {
		return nil, fmt.Errorf("the streams of NATS: %w", err)
	}
	slices.SortFunc(list, func(a, b Stream) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

func streamOf(info *jetstream.StreamInfo) Stream {
	s := Stream{
		Name: info.Config.Name, Messages: info.State.Msgs, Bytes: info.State.Bytes, Last: info.State.LastSeq,
		Replicas: max(1, info.Config.Replicas), Current: 1,
	}
	if info.Cluster == nil {
		s.Leader = "the only server"
		return s
	}
	s.Leader, s.Current = info.Cluster.Leader, 0
	if s.Leader != "" {
		s.Current = 1
	}
	for _, r := range info.Cluster.Replicas {
		if r.Current && !r.Offline {
			s.Current++
		}
	}
	return s
}

// enough is how many servers make three replicas, of which one may be lost.
const enough = 3

// Replicas is how many servers are to keep what is made: three where the
// connection knows of so many, else one.
func Replicas(js jetstream.JetStream) int {
	if len(js.Conn().Servers()) >= enough {
		return enough
	}
	return 1
}
