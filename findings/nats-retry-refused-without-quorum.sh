#!/usr/bin/env bash
# github.com/nats-io/nats-server v2.15.3, with nats.go v1.55.0: when two of three
# servers stop, a publish with the right expected last sequence of its subject
# gets no answer. Tried again, it is refused at once, every time, with 10164
# "wrong last sequence", though nobody else wrote and the leader's own get names
# the very sequence expected: the leader counts the first try as under way (by
# design, nats-server #6194). To read again from the leader and to retry changes
# nothing until it steps down (after some 20 s alone: "no response from stream")
# or the quorum is back; then the first try is stored after all. So 10164 says
# neither that another writer was first nor that the message is not there.
# Subjects with nothing under way are not refused, they hang.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
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

func start(o server.Options) *server.Server {
	s := must(server.NewServer(&o))
	s.Start()
	return s
}

// cluster starts three servers.
func cluster() ([]server.Options, []*server.Server) {
	dir := must(os.Getwd())
	var all []server.Options
	var routes []*url.URL
	for n := range 3 {
		client, route := must(net.Listen("tcp", "127.0.0.1:0")), must(net.Listen("tcp", "127.0.0.1:0"))
		all = append(all, server.Options{
			ServerName: fmt.Sprint("n", n), Host: "127.0.0.1", Port: client.Addr().(*net.TCPAddr).Port, NoSigs: true, NoLog: true,
			JetStream: true, StoreDir: fmt.Sprint(dir, "/store", n),
			Cluster: server.ClusterOpts{Name: "c", Host: "127.0.0.1", Port: route.Addr().(*net.TCPAddr).Port},
		})
		routes = append(routes, must(url.Parse("nats://"+route.Addr().String())))
		_, _ = client.Close(), route.Close()
	}
	var running []*server.Server
	for n := range all {
		all[n].Routes = routes
		running = append(running, start(all[n]))
	}
	return all, running
}

// publish says what became of a message whose subject has the last sequence
// given.
func publish(js jetstream.JetStream, subject string, last uint64) string {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	ack, err := js.Publish(ctx, subject, []byte("mine"), jetstream.WithExpectLastSequencePerSubject(last))
	var refused *jetstream.APIError
	switch {
	case errors.As(err, &refused):
		return fmt.Sprintf("refused, %d %s", refused.ErrorCode, refused.Description)
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer"
	case err != nil:
		return err.Error()
	}
	return fmt.Sprint("stored as ", ack.Sequence)
}

func main() {
	all, running := cluster()
	first := must(nats.Connect(running[0].ClientURL()))
	js := must(jetstream.New(first))
	var stream jetstream.Stream
	for until := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		s, err := js.CreateStream(ctx, jetstream.StreamConfig{Name: "log", Subjects: []string{"log.*"}, Replicas: 3})
		cancel()
		if stream = s; err == nil {
			break
		}
		if time.Now().After(until) {
			panic(err)
		}
	}
	ctx := context.Background()
	fmt.Println("three servers:", publish(js, "log.a", 0))
	leader := must(stream.Info(ctx)).Cluster.Leader
	for n := range all {
		if all[n].ServerName != leader {
			running[n].Shutdown()
			running[n].WaitForShutdown()
			continue
		}
		own := must(nats.Connect(running[n].ClientURL()))
		js = must(jetstream.New(own))
		stream = must(js.Stream(ctx, "log"))
	}
	fmt.Println("the leader alone:", publish(js, "log.a", 1))
	said := map[string]int{}
	for range 200 {
		last := must(stream.GetLastMsgForSubject(ctx, "log.a")).Sequence
		said[fmt.Sprintf("last is %d, tried with %d: %s", last, last, publish(js, "log.a", last))]++
	}
	for what, times := range said {
		fmt.Printf("%d of 200 times: %s\n", times, what)
	}
	fmt.Println("another subject:", publish(js, "log.b", 0))
	for n := range all {
		if all[n].ServerName != leader {
			running[n] = start(all[n])
		}
	}
	for until := time.Now().Add(30 * time.Second); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
		if got := publish(js, "log.a", 1); got != "no answer" && got != "refused, 10164 wrong last sequence" {
			fmt.Println("three servers again:", got)
			break
		}
	}
	for _, s := range running {
		s.Shutdown()
		s.WaitForShutdown()
	}
}
GO
cat >want <<'OUT'
three servers: stored as 1
the leader alone: no answer
200 of 200 times: last is 1, tried with 1: refused, 10164 wrong last sequence
another subject: no answer
three servers again: refused, 10071 wrong last sequence: 2
OUT
go mod init finding 2>/dev/null
go get github.com/nats-io/nats.go@v1.55.0 github.com/nats-io/nats-server/v2@v2.15.3 2>/dev/null
go run . | tee got
diff want got && echo 'as found with nats-server v2.15.3'
