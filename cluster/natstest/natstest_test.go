package natstest

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

func TestMain(m *testing.M) {
	Main()
	os.Exit(m.Run())
}

// fill makes a stream and publishes into it.
func fill(t *testing.T, js jetstream.JetStream, replicas int) {
	t.Helper()
	if _, err := js.CreateStream(t.Context(), jetstream.StreamConfig{Name: "S", Subjects: []string{"s"}, Replicas: replicas}); err != nil {
		t.Fatal(err)
	}
	publish(t, js)
}

// publish publishes one message as soon as that can be done.
func publish(t *testing.T, js jetstream.JetStream) {
	t.Helper()
	Wait(t, "a message kept", func() error {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		_, err := js.Publish(ctx, "s", []byte("x"), jetstream.WithMsgID("one"))
		return err
	})
}

func TestOneKeepsItsStore(t *testing.T) {
	c := One(t)
	_, js := c.Connect()
	fill(t, js, 1)
	c.Stop(0)
	if c.Running(0) {
		t.Fatal("it runs after Stop")
	}
	c.Start(0)
	publish(t, js)
	s, err := js.Stream(t.Context(), "S")
	if err != nil {
		t.Fatal(err)
	}
	if n := s.CachedInfo().State.Msgs; n != 1 {
		t.Errorf("got %d messages, want the one from before the stop, its id known", n)
	}
}

func TestThreeKeepServingWithoutOne(t *testing.T) {
	c := Three(t)
	_, js := c.Connect()
	fill(t, js, 3)
	gone := c.Leader("S")
	c.Stop(gone)
	publish(t, js)
	c.Start(gone)
	c.Settle()
	if got := c.Leader("S"); got < 0 {
		t.Error("no leader after all are back")
	}
}

func TestProcessesDie(t *testing.T) {
	c := Processes(t, 1)
	_, js := c.Connect()
	fill(t, js, 1)
	c.Kill(0)
	c.Start(0)
	publish(t, js)
	c.Stop(0)
	c.Start(0)
	publish(t, js)
}

func TestProxy(t *testing.T) {
	c := One(t)
	p := NewProxy(t, c.Addr(0))
	nc, err := nats.Connect(p.URL(), nats.MaxReconnects(-1), nats.ReconnectWait(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	defer nc.Close()
	flush := func() error { return nc.FlushTimeout(100 * time.Millisecond) }
	p.Cut()
	Wait(t, "a connection after a cut", flush)
	p.Deaf()
	if flush() == nil {
		t.Error("an answer comes through although it should be lost")
	}
	p.On()
	Wait(t, "a connection after losses", flush)
	p.Off()
	if flush() == nil {
		t.Error("a connection although there should be none")
	}
	p.On()
	Wait(t, "a connection again", flush)
}
