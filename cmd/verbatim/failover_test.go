package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
)

// killsEnv is how many kills make a long crash test. A failover takes as long as
// ten of them.
const killsEnv = "VERBATIM_TEST_KILLS"

// failoverKills is how many bots are killed, and whether that is the long form.
func failoverKills(t *testing.T) (n int, long bool) {
	t.Helper()
	s := os.Getenv(killsEnv)
	if s == "" {
		return 2, false
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return max(2, n/10), true
}

// failoverGoal is within what time a bot that was killed is replaced.
const failoverGoal = 15 * time.Second

// outage is what a kill took away.
type outage struct {
	at   time.Time
	back map[int]time.Time // by shard: the first answer to a question asked after at
}

// between tells whether a question was asked while nobody ran its shard.
func (o outage) between(q inquiry) bool {
	back, lost := o.back[q.shard]
	return lost && q.at.After(o.at) && q.at.Before(back)
}

// inHand tells whether a question was asked before the kill, and not answered by
// then.
func (o outage) inHand(q inquiry, a discordtest.Answers) bool {
	return q.at.Before(o.at) && (a.Made == 0 || a.First.After(o.at))
}

// TestFailover kills one of two bots at random moments while members of all
// shards ask, and starts it again when the other has answered in its place. No
// question is answered twice, and every one once that was not in hand at a kill:
// those of the time between as well, as the successor resumes the session.
func TestFailover(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: starts five processes")
	}
	kills, long := failoverKills(t)
	f := newFleet(t, 2, true)
	c := newCrowd(f.d)
	stop := c.steadily(t, time.Second/20, 1, c.mention)
	var outages []outage
	for k := range kills {
		if k > 0 {
			cluster.Wait(t.Context(), rand.N(3*time.Second))
		}
		outages = append(outages, f.kill(t, c, k%2))
		if k < kills-1 {
			f.up(k % 2)
		}
	}
	stop()

	var sure []inquiry
	between, hand := 0, 0
	for _, q := range c.asked {
		if slices.ContainsFunc(outages, func(o outage) bool { return o.inHand(q, f.d.Answers(q.id)) }) {
			hand++
			continue
		}
		sure = append(sure, q)
		if slices.ContainsFunc(outages, func(o outage) bool { return o.between(q) }) {
			between++
		}
	}
	c.wait(t, sure)
	lost, doubles := 0, 0
	for _, q := range c.asked {
		a := f.d.Answers(q.id)
		doubles += a.Doubles
		if a.Made > 1 {
			t.Errorf("question %d was answered %d times", q.number, a.Made)
		}
		if a.Made == 0 {
			lost++
		}
	}
	var first, all []time.Duration
	for _, o := range outages {
		back := slices.Collect(maps.Values(o.back))
		first = append(first, slices.MinFunc(back, time.Time.Compare).Sub(o.at))
		all = append(all, slices.MaxFunc(back, time.Time.Compare).Sub(o.at))
	}
	t.Logf("%d kills: first answer of the successor p50 %v, worst %v; in every lost shard p50 %v, worst %v",
		kills, middle(first), slices.Max(first), middle(all), slices.Max(all))
	t.Logf("%d questions, %d second answers refused by their nonce; %d asked while nobody ran the shard, all answered; %d in hand at a kill, %d of them never answered",
		len(c.asked), doubles, between, hand, lost)
	if worst := slices.Max(all); long && worst > failoverGoal {
		t.Errorf("a successor took %v, want %v", worst, failoverGoal)
	}
}

// middle is the median.
func middle[T cmp.Ordered](all []T) T {
	s := slices.Sorted(slices.Values(all))
	return s[len(s)/2]
}

// kill kills a bot and waits until its shards answer again.
func (f *fleet) kill(t *testing.T, c *crowd, bot int) outage {
	t.Helper()
	before := f.d.Links()
	o := outage{at: time.Now(), back: map[int]time.Time{}}
	f.end(bot, syscall.SIGKILL)
	natstest.Wait(t, "the successor's answers", func() error {
		for i, l := range f.d.Links()[:len(before)] {
			if !before[i].Over && l.Over && l.CloseCode == 0 {
				if _, known := o.back[l.Shard[0]]; !known {
					o.back[l.Shard[0]] = time.Time{}
				}
			}
		}
		if len(o.back) == 0 {
			return fmt.Errorf("no shard was lost")
		}
		for shard, at := range o.back {
			if at.IsZero() {
				if o.back[shard] = c.answered(shard, o.at); o.back[shard].IsZero() {
					return fmt.Errorf("shard %d is silent", shard)
				}
			}
		}
		return nil
	})
	return o
}

// TestRollingGateway restarts two bots one after the other while members ask by
// messages and commands that come by the gateway: all are answered, once.
func TestRollingGateway(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: starts five processes")
	}
	total, long := discordtest.LoadTime(t)
	every, members := time.Second/20, 1
	if long {
		every, members = time.Second, 200
	}
	f := newFleet(t, 2, true)
	c := newCrowd(f.d)
	n := 0
	stop := c.steadily(t, every, members, func() {
		if n++; n%10 == 0 { // Discord limits messages, but not first responses
			c.mention()
		} else {
			c.slash()
		}
	})
	restarts := 0
	for end := time.Now().Add(total); restarts < len(f.bots) || time.Now().Before(end); restarts++ {
		f.end(restarts%len(f.bots), syscall.SIGTERM)
		f.up(restarts % len(f.bots))
	}
	stop()
	c.wait(t, c.asked)
	var took []time.Duration
	late, doubles := 0, 0
	for _, q := range c.asked {
		a := f.d.Answers(q.id)
		if a.Made != 1 {
			t.Errorf("question %d was answered %d times", q.number, a.Made)
		}
		doubles += a.Doubles
		took = append(took, a.First.Sub(q.at))
		if took[len(took)-1] > 3*time.Second {
			late++
		}
	}
	t.Logf("%d restarts, %d questions, all answered; %d second answers refused; p50 %v, slowest %v, %d after 3 s",
		restarts, len(c.asked), doubles, middle(took), slices.Max(took), late)
}

// BenchmarkSharedQuestion asks a bot that shares its records by three NATS
// servers and one that has them alone, by turns: what a question costs more.
func BenchmarkSharedQuestion(b *testing.B) {
	fleets := []*fleet{newFleet(b, 1, false), newFleet(b, 1, true)}
	crowds := []*crowd{newCrowd(fleets[0].d), newCrowd(fleets[1].d)}
	tick := time.NewTicker(5 * time.Millisecond) // no server asks more than it may
	defer tick.Stop()
	ask := func(i int) time.Duration {
		<-tick.C
		crowds[i].slash() // first responses are not counted by Discord's limit of calls
		q := crowds[i].asked[len(crowds[i].asked)-1]
		fleets[i].d.WaitAnswers(q.id)
		return fleets[i].d.Answers(q.id).First.Sub(q.at)
	}
	for i, f := range fleets {
		natstest.Wait(b, "the article", func() error {
			if ask(i); !strings.Contains(f.metrics(0), `verbatim_answers_total{confidence="0.9"}`) {
				return errors.New("not answered from it")
			}
			return nil
		})
		for range 200 { // until caches and files are warm
			ask(i)
		}
	}
	var took [2][]float64
	for n := 0; b.Loop(); n++ {
		for k := range fleets {
			i := (n + k) % len(fleets)
			took[i] = append(took[i], ask(i).Seconds()*1e3)
		}
	}
	alone, shared := middle(took[0]), middle(took[1])
	b.ReportMetric(alone, "alone-p50-ms")
	b.ReportMetric(shared, "shared-p50-ms")
	b.ReportMetric(shared/alone, "ratio")
}
