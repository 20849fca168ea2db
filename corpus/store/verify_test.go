package store

import (
	"testing"
	"time"
)

// TestHash does the same acts at different times, and then one that differs.
func TestHash(t *testing.T) {
	made := func(hour int) *Store {
		s := open(t, t.TempDir())
		now := time.Date(2031, 4, 2, hour, 0, 0, 0, time.UTC)
		s.now = func() time.Time { now = now.Add(time.Minute); return now }
		fill(t, s, "5")
		for _, title := range []string{"Five", "Six", "Seven"} {
			if _, err := s.SaveDraft("5", Pending{Draft: draft(title, "The buoy."), By: "u"}); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	hash := func(s *Store) [2][32]byte {
		t.Helper()
		exact, likewise, err := s.Hash("5")
		if err != nil {
			t.Fatal(err)
		}
		return [2][32]byte{exact, likewise}
	}
	a, b := made(1), made(2)
	if x, y := hash(a), hash(b); x[0] == y[0] || x[1] != y[1] {
		t.Errorf("the same acts at another time: %x and %x", x, y)
	}
	before := hash(a)
	if err := a.SetDerived("5", map[string][]byte{"note": []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if hash(a) != before {
		t.Error("what is not shared has a part in the hash")
	}
	c := open(t, t.TempDir())
	all, at, err := a.Whole("5")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Apply(3, 0, all, at.Sum); err != nil {
		t.Fatal(err)
	}
	if hash(c) != before {
		t.Error("another hash in another copy")
	}
	for name, act := range map[string]func(s *Store) error{
		"remove":  func(s *Store) error { return second(s.Remove("5", "u", "a1")) },
		"restore": func(s *Store) error { return s.Restore("5", "u", "a3") },
		"draft":   func(s *Store) error { return second(s.SaveDraft("5", Pending{Draft: draft("Eight", "x")})) },
		"set": func(s *Store) error {
			return second(s.SetSettings("5", "u", func(set *Settings) { set.Private = false }))
		},
	} {
		if err := act(b); err != nil {
			t.Fatal(err)
		}
		if x := hash(b); x[0] == before[0] || x[1] == before[1] {
			t.Errorf("after %s: the same hash", name)
		}
		before = hash(b)
	}
}
