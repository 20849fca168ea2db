#!/usr/bin/env bash
# github.com/nats-io/nats.go v1.55.0, with nats-server v2.15.3: stream info with
# a subject filter comes in pages of 100,000, documented as several requests. For
# each page the server lists and sorts all subjects anew, so ten times as many
# cost not ten but some eighty times as long (on two cores 0.1 s and 9 to 14 s),
# and the time-out is one for all pages together: with the default of 5 s
# 1,000,000 subjects fail there, though each page by itself takes about one. So
# who lists many subjects gives a time-out of his own, or reads the headers of
# each one's last message by a consumer, which takes 3 to 5 s.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
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
	s := must(server.NewServer(&server.Options{
		Host: "127.0.0.1", Port: -1, NoSigs: true, NoLog: true,
		JetStream: true, JetStreamMaxMemory: 2 << 30, StoreDir: must(os.Getwd()) + "/store",
	}))
	s.Start()
	defer s.Shutdown()
	if !s.ReadyForConnections(10 * time.Second) {
		panic("not ready")
	}
	nc := must(nats.Connect(s.ClientURL()))
	js := must(jetstream.New(nc))
	ctx := context.Background()
	stream := must(js.CreateStream(ctx, jetstream.StreamConfig{Name: "log", Subjects: []string{"log.*"}, Storage: jetstream.MemoryStorage}))
	written := 0
	write := func(to int) {
		for written++; written < to; written++ {
			_ = must(0, nc.Publish(fmt.Sprint("log.", written), nil))
			if written%1000 == 0 { // lets the server keep up
				must(js.Publish(ctx, fmt.Sprint("log.", written), nil))
			}
		}
		must(js.Publish(ctx, fmt.Sprint("log.", written), nil))
	}
	// list lists all subjects with a time-out and says how long it took.
	list := func(limit time.Duration) (string, time.Duration) {
		short := must(jetstream.New(nc, jetstream.WithDefaultTimeout(limit)))
		stream := must(short.Stream(ctx, "log"))
		begin := time.Now()
		info, err := stream.Info(ctx, jetstream.WithSubjectFilter(">"))
		if err != nil {
			return err.Error(), time.Since(begin)
		}
		return fmt.Sprint(len(info.State.Subjects), " subjects"), time.Since(begin)
	}
	write(100_000)
	list(time.Minute) // the first is slower
	got, few := list(time.Minute)
	fmt.Println("one page:", got)
	write(1_000_000)
	var slowest time.Duration
	for n := range 10 {
		begin := time.Now()
		var page struct{ Total int }
		m := must(nc.Request("$JS.API.STREAM.INFO.log", fmt.Appendf(nil, `{"subjects_filter":">","offset":%d}`, n*100_000), time.Minute))
		if err := json.Unmarshal(m.Data, &page); err != nil || page.Total != 1_000_000 {
			panic("not a page")
		}
		slowest = max(slowest, time.Since(begin))
	}
	got, many := list(5 * time.Minute)
	fmt.Println("ten pages:", got)
	fmt.Println("more than 25 times as long as one:", many > 25*few)
	got, _ = list(2 * slowest)
	fmt.Println("ten pages, with a time-out of twice the slowest page:", got)

	begin := time.Now()
	c := must(stream.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{DeliverPolicy: jetstream.DeliverLastPerSubjectPolicy, HeadersOnly: true}))
	read := 0
	messages := must(c.Messages(jetstream.PullMaxMessages(10_000)))
	for left := uint64(1); left > 0; read++ {
		left = must(must(messages.Next()).Metadata()).NumPending
	}
	messages.Stop()
	consumed := time.Since(begin)
	fmt.Printf("by a consumer: %d subjects, sooner: %v\n", read, consumed < many)
	fmt.Fprintf(os.Stderr, "one page %.2f s, ten %.2f s, the slowest of them %.2f s, a consumer %.2f s\n", few.Seconds(), many.Seconds(), slowest.Seconds(), consumed.Seconds())
}
GO
cat >want <<'OUT'
one page: 100000 subjects
ten pages: 1000000 subjects
more than 25 times as long as one: true
ten pages, with a time-out of twice the slowest page: context deadline exceeded
by a consumer: 1000000 subjects, sooner: true
OUT
go mod init finding 2>/dev/null
go get github.com/nats-io/nats.go@v1.55.0 github.com/nats-io/nats-server/v2@v2.15.3 2>/dev/null
go run . | tee got
diff want got && echo 'as found with nats.go v1.55.0'
