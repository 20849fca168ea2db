package gateway

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestPause(t *testing.T) {
	now := time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)
	ago := func(key int, d ...time.Duration) (all []start) {
		for _, one := range d {
			all = append(all, start{now.Add(-one), key})
		}
		return all
	}
	many := func(n int) (all []start) {
		for i := range n {
			all = append(all, start{now.Add(-time.Hour + time.Duration(i)*time.Second), 0})
		}
		return all
	}
	plenty := startLimit{Total: 1000, Remaining: 999, ResetAfter: time.Hour, Concurrency: 1}
	for _, tt := range []struct {
		name   string
		starts []start
		key    int
		limit  startLimit
		want   time.Duration
	}{
		{"first ever", nil, 0, plenty, 0},
		{"a second after the last", ago(0, time.Minute, time.Second), 0, plenty, 4 * time.Second},
		{"a second after another key's", ago(1, time.Second), 0, plenty, 0},
		{"six seconds after the last", ago(0, 6*time.Second), 0, plenty, 0},
		{"none left, says Discord", ago(0, time.Hour), 0, startLimit{Total: 1000, ResetAfter: 20 * time.Minute}, 20 * time.Minute},
		{"none left and none made here", nil, 0, startLimit{Total: 1000, ResetAfter: 20 * time.Minute}, 20 * time.Minute},
		{"a hundred left for an hour: one every 36 s", ago(0, 10*time.Second), 0, startLimit{Total: 1000, Remaining: 100, ResetAfter: time.Hour}, 26 * time.Second},
		{"Discord says nothing and a few were made", many(10), 0, startLimit{}, 0},
		{"Discord says nothing and 900 were made", many(900), 0, startLimit{}, 864*time.Second - (time.Hour - 899*time.Second)},
		{"Discord says nothing and all were made", many(1000), 0, startLimit{}, 24 * time.Hour},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := pause(tt.starts, tt.key, now, tt.limit); max(0, got) != max(0, tt.want) {
				t.Errorf("wait %v, want %v", got, tt.want)
			}
		})
	}
}

// TestBudgetFile shows that identifies are remembered by the next process, that old ones are dropped, and that a damaged
// file is no obstacle.
func TestBudgetFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sub", "identifies.json")
	quiet := slog.New(slog.DiscardHandler)
	now := time.Now()
	limit := startLimit{Concurrency: 1}
	if _, wait := openBudget(file, quiet).take(now, 0, limit); wait != 0 {
		t.Fatalf("first identify waits %v", wait)
	}
	next := openBudget(file, quiet)
	if _, wait := next.take(now.Add(time.Second), 0, limit); wait != 4*time.Second {
		t.Errorf("a second later, in another process: wait %v, want 4s", wait)
	}
	if _, wait := next.take(now.Add(25*time.Hour), 0, limit); wait != 0 || len(next.starts) != 1 {
		t.Errorf("a day later: wait %v, %d remembered", wait, len(next.starts))
	}
	if err := os.WriteFile(file, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, wait := openBudget(file, quiet).take(now, 0, limit); wait != 0 {
		t.Errorf("after damage: wait %v", wait)
	}
}
