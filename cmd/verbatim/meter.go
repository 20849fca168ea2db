package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/index"
)

// meter counts what the bot does and knows whether it is ready. Its labels
// never name a server, a member or a word.
type meter struct {
	gateway *gateway.Supervisor
	library *index.Library

	registry *prometheus.Registry
	replies  *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	posts    *prometheus.CounterVec
	answered *prometheus.CounterVec
	doubted  *prometheus.CounterVec
	reading  prometheus.Histogram
	skipped  *prometheus.CounterVec

	interactions *discord.Endpoint // nil when they come by the gateway alone
	notes        func() []string   // what is not as it should be, and is no reason to be given up
}

func newMeter(g *gateway.Supervisor, library *index.Library) *meter {
	m := &meter{gateway: g, library: library, registry: prometheus.NewRegistry(), notes: func() []string { return nil }}
	m.replies = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "verbatim_replies_total", Help: "Replies sent, by what was asked and how it went.",
	}, []string{"what", "outcome"})
	m.seconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "verbatim_reply_seconds", Help: "From the event to the reply sent.",
		Buckets: []float64{.01, .025, .05, .1, .25, .5, 1, 2, 3, 10},
	}, []string{"what"})
	m.posts = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "verbatim_interactions_posted_total", Help: "Interactions that came by HTTP, by how it went; refused ones by the reason.",
	}, []string{"outcome"})
	m.answered = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "verbatim_answers_total", Help: "Answers to questions, by their confidence in tenths, rounded down; none = declined.",
	}, []string{"confidence"})
	m.doubted = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "verbatim_not_right_total", Help: "Presses of \"Not right?\", by the confidence of the answer; other = of what is no answer to a question.",
	}, []string{"confidence"})
	m.reading = prometheus.NewHistogram(prometheus.HistogramOpts{
		Name: "verbatim_reader_seconds", Help: "Reading the passages of a question closely, waiting included.",
		Buckets: []float64{.005, .01, .025, .05, .1, .15, .2, .25, .5, 1},
	})
	m.skipped = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "verbatim_reader_skipped_total", Help: "Questions answered by words alone, by why: a crowd of members at once, a queue of questions, or no time left.",
	}, []string{"reason"})
	b := readVersion()
	m.registry.MustRegister(m.replies, m.seconds, m.posts, m.answered, m.doubted, m.reading, m.skipped,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "verbatim_gateway_ack_age_seconds", Help: "Since Discord last answered a heartbeat.",
		}, func() float64 {
			age, _ := g.Ready()
			return age.Seconds()
		}),
		dropped(g, "members", func(s gateway.Stats) int { return s.Dropped }),
		dropped(g, "servers", func(s gateway.Stats) int { return s.Missed }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "verbatim_build_info", Help: "Always 1; the labels tell the version.",
			ConstLabels: prometheus.Labels{"version": b.Version, "commit": b.Commit, "go": b.Go},
		}, func() float64 { return 1 }),
	)
	return m
}

// read counts what the reader did for a question, and why it did nothing.
func (m *meter) read(d time.Duration, skipped string) {
	if skipped != "" {
		m.skipped.WithLabelValues(skipped).Inc()
		return
	}
	m.reading.Observe(d.Seconds())
}

// dropped counts the events of one kind that nobody handled.
func dropped(g *gateway.Supervisor, about string, count func(gateway.Stats) int) prometheus.Collector {
	return prometheus.NewCounterFunc(prometheus.CounterOpts{
		Name: "verbatim_events_dropped_total", Help: "Events of Discord that were not handled, as too much was going on.",
		ConstLabels: prometheus.Labels{"about": about},
	}, func() float64 { return float64(count(g.Stats())) })
}

// among adds how this process stands among others.
func (m *meter) among(a *among) {
	m.notes = a.notes
	gauge := func(name, help string, value func() float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "verbatim_cluster_" + name, Help: help}, value)
	}
	yes := func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	}
	m.registry.MustRegister(
		gauge("lag", "Acts in the log that are not yet in the records here.", func() float64 { return float64(a.journal.Health().Lag) }),
		gauge("quorum", "1 while enough NATS servers are there to keep an act.", func() float64 { return yes(a.journal.Health().Quorum) }),
		gauge("held", "Servers whose records are here.", func() float64 { return float64(a.journal.Health().Held) }),
		gauge("waiting", "Servers whose records wait for a newer version of this program.", func() float64 { return float64(len(a.journal.Health().Waiting)) }),
		gauge("fetching", "Servers whose records are made from the log now.", func() float64 { return float64(len(a.journal.Health().Fetching)) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "verbatim_cluster_rebuilt_total", Help: "Times that a server's records here were not those of the log, and were made anew.",
		}, func() float64 { return float64(a.journal.Health().Rebuilt) }),
		gauge("lease_age_seconds", "Since the lease of this process that was renewed longest ago.", func() float64 { return a.Age().Seconds() }),
		gauge("shards_held", "Shards of the gateway that are connected here.", func() float64 { return float64(m.gateway.Stats().Shards) }),
	)
}

// replied is told of every reply.
func (m *meter) replied(what, outcome string, took time.Duration) {
	m.replies.WithLabelValues(what, outcome).Inc()
	m.seconds.WithLabelValues(what).Observe(took.Seconds())
}

// sure counts in c how sure an answer is.
func sure(c *prometheus.CounterVec) func(confidence string) {
	return func(confidence string) { c.WithLabelValues(confidence).Inc() }
}

// posted is told of every request at [interactionsPath].
func (m *meter) posted(outcome string) { m.posts.WithLabelValues(outcome).Inc() }

// interactionsPath is where Discord hands over interactions by HTTP, when the
// application's Interactions Endpoint URL ends in it.
const interactionsPath = "/interactions"

// ready reports why the bot is not ready, nil when it is. It answers while the
// index is still being made, if more slowly, so that does not count.
func (m *meter) ready() error {
	age, ok := m.gateway.Ready()
	switch {
	case !ok && age == 0:
		return errors.New("not connected to Discord")
	case !ok:
		return fmt.Errorf("not connected to Discord; last heartbeat %s ago", age.Round(time.Second))
	}
	_, err := m.library.Status()
	return err
}

// listen answers requests on address until the returned function is called,
// which waits for those under way.
func listen(ctx context.Context, address string, h http.Handler, log *slog.Logger) (end func(context.Context) error, err error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("VERBATIM_HTTP=%s: cannot listen there: %w", address, err)
	}
	end = serveOn(l, h)
	log.LogAttrs(ctx, slog.LevelInfo, "listening", slog.String("address", l.Addr().String()))
	return end, nil
}

// pages are health and metrics.
func (m *meter) pages() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET "+readyPath, func(w http.ResponseWriter, _ *http.Request) {
		if err := m.ready(); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ready")
		for _, note := range m.notes() {
			fmt.Fprintln(w, note)
		}
	})
	if m.interactions != nil {
		mux.Handle("POST "+interactionsPath, m.interactions)
	}
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	return mux
}
