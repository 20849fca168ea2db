#!/usr/bin/env bash
# github.com/nats-io/nats.go v1.55.0, with nats-server v2.15.3: an object of
# which any piece is left fails by its digest within milliseconds. One of which
# none is left (purged, while its record stands) reads like a slow network: Get
# succeeds, and reading waits for the context's end, or 5 s without one. It then
# ends with nats.ErrTimeout or os.ErrDeadlineExceeded, now one, now the other,
# never context.DeadlineExceeded, and the result's Error is nil. For only the
# arrival of a piece ends a reading; the number of pieces in the record is not
# looked at. So who reads objects that may be gone asks the stream first whether
# a piece is there.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	s := must(server.NewServer(&server.Options{Host: "127.0.0.1", Port: -1, NoSigs: true, NoLog: true, JetStream: true, StoreDir: must(os.Getwd()) + "/store"}))
	s.Start()
	defer s.Shutdown()
	if !s.ReadyForConnections(10 * time.Second) {
		panic("not ready")
	}
	nc := must(nats.Connect(s.ClientURL()))
	js := must(jetstream.New(nc))
	ctx := context.Background()
	objects := must(js.CreateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: "b"}))
	stream := must(js.Stream(ctx, "OBJ_b"))

	// read stores an object of four pieces of 1,000 bytes, loses some, and says
	// how reading it ends; limit 0 is a context without an end.
	read := func(what string, limit time.Duration, lose func(pieces string) error) {
		info := must(objects.Put(ctx, jetstream.ObjectMeta{Name: what, Opts: &jetstream.ObjectMetaOptions{ChunkSize: 1000}}, bytes.NewReader(make([]byte, 4000))))
		if err := lose("$O.b.C." + info.NUID); err != nil {
			panic(err)
		}
		within := ctx
		if limit > 0 {
			var cancel context.CancelFunc
			within, cancel = context.WithTimeout(ctx, limit)
			defer cancel()
		}
		begin := time.Now()
		object, err := objects.Get(within, what)
		fmt.Printf("%s: Get: %v; ", what, err)
		got, err := io.ReadAll(object)
		_ = object.Close()
		took := int(time.Since(begin).Seconds())
		ended := fmt.Sprint(err)
		if errors.Is(err, nats.ErrTimeout) || errors.Is(err, os.ErrDeadlineExceeded) { // one or the other
			ended = "timed out"
		}
		fmt.Printf("read %d bytes in %d s: %s; Error: %v; the context's: %v\n", len(got), took, ended, object.Error(), errors.Is(err, context.DeadlineExceeded))
	}
	purge := func(pieces string) error { return stream.Purge(ctx, jetstream.WithPurgeSubject(pieces)) }
	read("nothing lost", 6*time.Second, func(string) error { return nil })
	read("all but the last lost", 6*time.Second, func(pieces string) error {
		return stream.Purge(ctx, jetstream.WithPurgeSubject(pieces), jetstream.WithPurgeKeep(1))
	})
	read("the last lost", 6*time.Second, func(pieces string) error {
		return stream.DeleteMsg(ctx, must(stream.GetLastMsgForSubject(ctx, pieces)).Sequence)
	})
	read("all lost, 2 s", 2*time.Second, purge)
	read("all lost, 8 s", 8*time.Second, purge)
	read("all lost, no end", 0, purge)
}
GO
cat >want <<'OUT'
nothing lost: Get: <nil>; read 4000 bytes in 0 s: <nil>; Error: <nil>; the context's: false
all but the last lost: Get: <nil>; read 1000 bytes in 0 s: nats: received a corrupt object, digests do not match; Error: nats: received a corrupt object, digests do not match; the context's: false
the last lost: Get: <nil>; read 3000 bytes in 0 s: nats: received a corrupt object, digests do not match; Error: nats: received a corrupt object, digests do not match; the context's: false
all lost, 2 s: Get: <nil>; read 0 bytes in 2 s: timed out; Error: <nil>; the context's: false
all lost, 8 s: Get: <nil>; read 0 bytes in 8 s: timed out; Error: <nil>; the context's: false
all lost, no end: Get: <nil>; read 0 bytes in 5 s: timed out; Error: <nil>; the context's: false
OUT
go mod init finding 2>/dev/null
go get github.com/nats-io/nats.go@v1.55.0 github.com/nats-io/nats-server/v2@v2.15.3 2>/dev/null
go run . | tee got
diff want got && echo 'as found with nats.go v1.55.0'
