package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"
)

// follower opens a store that follows a log of three changes, and gives the
// fourth.
func follower(t *testing.T) (*Store, page) {
	t.Helper()
	p := &paper{}
	writer, s := p.join(t), open(t, t.TempDir())
	add(t, writer, "5", draft("One", "The quay."))
	add(t, writer, "5", draft("Two", "The pier."))
	if _, err := writer.Remove("5", "u", "a1"); err != nil {
		t.Fatal(err)
	}
	if err := p.read(s); err != nil {
		t.Fatal(err)
	}
	if err := writer.Restore("5", "u", "a1"); err != nil {
		t.Fatal(err)
	}
	return s, p.pages[3]
}

// TestApplyRefuses applies what does not fit. Nothing may be written.
func TestApplyRefuses(t *testing.T) {
	s, next := follower(t)
	write := func(w ...Write) func(*page) {
		return func(p *page) { p.Change.Writes = append(p.Change.Writes, w...) }
	}
	before, at := whole(t, s, "5"), copyOf(t, s, "5")
	for _, c := range []struct {
		name string
		do   func(p *page)
		want error
	}{
		{"a change is missing", func(p *page) { p.After, p.seq = 4, 5 }, ErrGap},
		{"it follows an older one", func(p *page) { p.After = 2 }, ErrGap},
		{"a byte of the sum", func(p *page) { p.Sum[9]++ }, ErrSum},
		{"a write is missing", func(p *page) { p.Change.Writes = p.Change.Writes[1:] }, ErrSum},
		{"all goes, with the sum of the rest", func(p *page) { p.Change.Empty = true }, ErrSum},
		{"of no number", func(p *page) { p.seq = 0 }, errChange},
		{"of no guild", func(p *page) { p.Change.Guild = "" }, errChange},
		{"of a guild with a zero byte", func(p *page) { p.Change.Guild = "5\x00" }, errChange},
		{"the program's own bucket", write(Write{Bucket: "meta", Key: []byte("secret"), Value: []byte("mine")}), errChange},
		{"derived data", write(Write{Bucket: "derived", Key: []byte("x"), Value: []byte("y")}), errChange},
		{"a copy's sequence", write(Write{Bucket: "copies", Value: []byte(`{"seq":9}`)}), errChange},
		{"no bucket", write(Write{Key: []byte("x"), Value: []byte("y")}), errChange},
		{"another guild's settings", write(Write{Bucket: "settings", Key: []byte("6"), Value: []byte("{}")}), errChange},
		{"a record without a key", write(Write{Bucket: "log", Value: []byte("{}")}), errChange},
		{"a key twice", write(Write{Bucket: "log", Key: []byte("x"), Value: []byte("1")}, Write{Bucket: "log", Key: []byte("x")}), errChange},
		{"taken away and not", write(Write{Bucket: "log", Key: []byte("x"), Value: []byte("1"), Gone: true}), errChange},
		{"a key that no file takes", write(Write{Bucket: "log", Key: make([]byte, bbolt.MaxKeySize), Value: []byte("1")}), errChange},
		{"a guild that cannot be read", func(p *page) {
			p.Change.Writes = []Write{{Bucket: "guilds", Value: []byte(`{"articles":"many"}`)}}
		}, errChange},
		{"a guild with a generation", func(p *page) {
			p.Change.Writes = []Write{{Bucket: "guilds", Value: []byte(`{"generation":{"serving":7}}`)}}
		}, errChange},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := next
			p.Change.Writes = append([]Write(nil), next.Change.Writes...)
			c.do(&p)
			if err := s.Apply(p.seq, p.After, p.Change, p.Sum); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
			if d := cmp.Diff(before, whole(t, s, "5")); d != "" {
				t.Errorf("records (-before +after):\n%s", d)
			}
			if copyOf(t, s, "5") != at {
				t.Errorf("the copy is at %+v", copyOf(t, s, "5"))
			}
		})
	}
	if gs, err := s.Guilds(); err != nil || len(gs) != 1 {
		t.Errorf("guilds = %v, %v", gs, err)
	}
	if err := s.Apply(next.seq, next.After, next.Change, next.Sum); err != nil {
		t.Errorf("the right change after all the wrong ones: %v", err)
	}
}

// TestApplyTwice applies changes that are there already: after a restart the
// log is read from a position that was kept some time ago.
func TestApplyTwice(t *testing.T) {
	s, next := follower(t)
	before := whole(t, s, "5")
	old := next
	old.seq, old.After = 2, 1
	for _, empty := range []bool{false, true} {
		old.Change.Empty = empty
		if err := s.Apply(old.seq, old.After, old.Change, old.Sum); err != nil {
			t.Errorf("empty %v: %v", empty, err)
		}
	}
	if d := cmp.Diff(before, whole(t, s, "5")); d != "" {
		t.Errorf("records (-before +after):\n%s", d)
	}
}

// TestRebuild throws away a copy that is not what the log says, and puts in its
// place what another has.
func TestRebuild(t *testing.T) {
	s, next := follower(t)
	good := open(t, t.TempDir())
	all, at, err := s.Whole("5")
	if err != nil {
		t.Fatal(err)
	}
	if err := good.Apply(at.Seq, 0, all, at.Sum); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(whole(t, s, "5"), whole(t, good, "5")); d != "" {
		t.Errorf("records made from all of another's (-want +got):\n%s", d)
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	// A record changes on the disk.
	check(s.SetGeneration("5", "", Generation{Serving: 3}))
	check(s.SetDerived("5", map[string][]byte{"note": []byte("kept")}))
	check(s.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketSettings).Put([]byte("5"), []byte(`{"private":true}`))
	}))
	if _, _, err := s.Whole("5"); !errors.Is(err, ErrSum) {
		t.Errorf("all of a changed copy: %v, want ErrSum", err)
	}
	if v, err := s.Verify("5", func(int, int) {}); err != nil || len(v.Damaged) != 1 || !errors.Is(v.Damaged[0], ErrSum) {
		t.Errorf("verify = %+v, %v", v, err)
	}
	check(s.SetBehind("5"))
	if err := s.Apply(next.seq, next.After, next.Change, next.Sum); !errors.Is(err, ErrGap) {
		t.Errorf("a change of a copy that is behind: %v, want ErrGap", err)
	}
	if c := copyOf(t, s, "5"); !c.Behind || c.Seq != at.Seq {
		t.Errorf("copy = %+v", c)
	}
	check(s.Apply(at.Seq-1, 0, all, at.Sum)) // of an older number than the copy had
	if c := copyOf(t, s, "5"); c.Behind || c.Seq != at.Seq-1 {
		t.Errorf("copy = %+v", c)
	}
	check(s.Apply(next.seq, at.Seq-1, next.Change, next.Sum))
	check(good.Apply(next.seq, at.Seq, next.Change, next.Sum))
	if d := cmp.Diff(whole(t, good, "5"), whole(t, s, "5")); d != "" {
		t.Errorf("records after the copy was made anew (-want +got):\n%s", d)
	}
	// What is not shared is still right: the index goes by the version.
	if g, err := s.Guild("5"); err != nil || g.Generation.Serving != 3 {
		t.Errorf("guild = %+v, %v", g, err)
	}
	if all, err := s.Copies(); err != nil || len(all) != 1 || all["5"].Seq != next.seq {
		t.Errorf("copies = %v, %v", all, err)
	}

	check(s.Apply(9, next.seq, Change{Guild: "5", Empty: true}, Sum{}))
	if v, err := s.Derived("5", "note"); err != nil || v != nil {
		t.Errorf("derived data of a guild that is gone: %q, %v", v, err)
	}
	check(good.Drop("5"))
	if _, ok, err := good.Copy("5"); ok || err != nil {
		t.Errorf("a copy that was dropped is there, %v", err)
	}
	for _, s := range []*Store{s, good} {
		if gs, err := s.Guilds(); err != nil || len(gs) != 0 || len(whole(t, s, "5")) != 0 {
			t.Errorf("guilds = %v, %v", gs, err)
		}
	}
}

// TestTakenUp goes from records of a data folder's own to a log and back.
func TestTakenUp(t *testing.T) {
	s := open(t, t.TempDir())
	fill(t, s, "5")
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	before := whole(t, s, "5")
	all, c, err := s.Whole("5")
	if err != nil || c.Seq != 0 || c.Sum == (Sum{}) {
		t.Fatalf("copy %+v, %v", c, err)
	}
	// The records are a copy whose sum nobody has kept yet.
	p := &paper{}
	check(s.SetPosition("paper", 7))
	if err := s.Restore("5", "u", "a3"); !errors.Is(err, errCopy) {
		t.Errorf("an act in a copy without its log: %v, want errCopy", err)
	}
	if name, seq, err := s.Position(); name != "paper" || seq != 7 || err != nil {
		t.Errorf("position = %s %d, %v", name, seq, err)
	}
	other := p.join(t)
	p.pages = append(p.pages, page{Proposal{Change: all, Sum: c.Sum}, 1})
	check(p.read(s))
	if copyOf(t, s, "5").Sum != c.Sum {
		t.Error("another sum than that of all")
	}
	if d := cmp.Diff(before, whole(t, s, "5")); d != "" {
		t.Errorf("records (-before +after):\n%s", d)
	}
	check(p.read(other))
	check(other.Restore("5", "u", "a3"))
	check(p.read(s))
	check(second(s.Article("5", "a3")))

	check(s.SetPosition("", 0))
	if all, err := s.Copies(); err != nil || len(all) != 0 {
		t.Errorf("copies = %v, %v", all, err)
	}
	check(second(s.Remove("5", "u", "a3")))
	if name, _, err := s.Position(); name != "" || err != nil {
		t.Errorf("position of %q, %v", name, err)
	}

	secret := bytes.Repeat([]byte{7}, secretSize)
	check(s.TakeSecret(secret))
	if got, err := s.Secret(); err != nil || !bytes.Equal(got, secret) {
		t.Errorf("secret = %x, %v", got, err)
	}
	if s.TakeSecret(secret[1:]) == nil {
		t.Error("a short secret was taken")
	}
}

// TestUnsummed applies changes to records that are those of the log but have no
// copy.
func TestUnsummed(t *testing.T) {
	s, next := follower(t)
	if err := s.update(func(tx *bbolt.Tx) error { return tx.DeleteBucket(bucketCopies) }); err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(next.seq, 0, next.Change, next.Sum); err != nil {
		t.Error(err)
	}
	if c := copyOf(t, s, "5"); c.Seq != next.seq || c.Sum != next.Sum {
		t.Errorf("copy = %+v", c)
	}
}

// TestOldGeneration reads records of a time when the serving generation stood
// in the guild's record.
func TestOldGeneration(t *testing.T) {
	old := Generation{Serving: 4, Previous: 3, Last: 4, Version: 2, Schema: "2", Built: time.Date(2031, 4, 2, 0, 0, 0, 0, time.UTC)}
	made := func() *Store {
		s := open(t, t.TempDir())
		add(t, s, "5", draft("One", "The quay."))
		err := s.update(func(tx *bbolt.Tx) error {
			r, err := readGuild(tx, "5")
			if err != nil {
				return err
			}
			r.Generation = old
			data, err := json.Marshal(r)
			if err != nil {
				return err
			}
			return tx.Bucket(bucketGuilds).Put([]byte("5"), data)
		})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	want := func(s *Store, want Generation) {
		t.Helper()
		g, err := s.Guild("5")
		if err != nil || g.Generation != want {
			t.Errorf("generation %+v, want %+v: %v", g.Generation, want, err)
		}
		gs, err := s.Guilds()
		if err != nil || len(gs) != 1 || gs[0] != g {
			t.Errorf("guilds %+v, want %+v: %v", gs, g, err)
		}
	}
	for _, c := range []struct {
		name string
		do   func(*Store) error
	}{
		{"read", func(*Store) error { return nil }},
		{"an act", func(s *Store) error { return second(s.Remove("5", "u", "a1")) }},
		{"all is given", func(s *Store) error {
			all, c, err := s.Whole("5")
			if err == nil && all.valid() != nil {
				t.Error(all.valid())
			}
			return errors.Join(err, s.Apply(1, 0, all, c.Sum))
		}},
		{"an act that is shared", func(s *Store) error {
			s.Share(func(p Proposal) error { return s.Apply(1, p.After, p.Change, p.Sum) }, func(string) error { return nil })
			return second(s.Remove("5", "u", "a1"))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := made()
			want(s, old)
			if err := c.do(s); err != nil {
				t.Fatal(err)
			}
			want(s, old)
			next := old
			next.Serving++
			if err := s.SetGeneration("5", "", next); err != nil {
				t.Fatal(err)
			}
			want(s, next)
			if err := s.PurgeGuild("5"); err != nil && c.name != "an act that is shared" {
				t.Fatal(err)
			}
		})
	}
}

// FuzzApply applies any change to a guild's records. Whatever it is, the
// records must be wholly there or not, and no other guild's may change.
func FuzzApply(f *testing.F) {
	f.Add([]byte(`{"Guild":"5","Writes":[{"Bucket":"log","Key":"AAAAAAAAAAE=","Value":"e30="}]}`), uint64(1), uint64(0))
	f.Add([]byte(`{"Guild":"5","Empty":true}`), uint64(2), uint64(0))
	f.Add([]byte(`{"Guild":"5","Writes":[{"Bucket":"guilds","Value":"e30="},{"Bucket":"drafts","Key":"AAE=","Gone":true}]}`), uint64(1), uint64(0))
	f.Add([]byte(`{"Guild":"55","Writes":[{"Bucket":"meta","Key":"c2NoZW1h","Value":"AAAAAAAAAAk="}]}`), uint64(1), uint64(1))
	f.Fuzz(func(t *testing.T, data []byte, seq, prev uint64) {
		var c Change
		if json.Unmarshal(data, &c) != nil {
			t.Skip()
		}
		s := open(t, t.TempDir())
		s.db.NoSync = true
		add(t, s, "5", draft("One", "The quay."))
		add(t, s, "55", draft("Two", "The pier."))
		neighbour := map[string]map[string]string{}
		for _, guild := range []string{"5", "55"} {
			if guild != c.Guild {
				neighbour[guild] = whole(t, s, guild)
			}
		}
		// The sum that the change makes, as whoever wrote it would say.
		var sum Sum
		if c.valid() == nil {
			err := s.update(func(tx *bbolt.Tx) (err error) {
				sum, err = c.apply(tx, weigh(tx, c.Guild))
				return errors.Join(err, errDry)
			})
			if !errors.Is(err, errDry) {
				t.Fatal(err)
			}
		}
		err := s.Apply(seq, prev, c, sum)
		if err == nil {
			if _, at, err := s.Whole(c.Guild); err != nil || at.Seq != seq || at.Sum != sum {
				t.Errorf("applied: %+v, %v", at, err)
			}
		} else if !errors.Is(err, errChange) && !errors.Is(err, ErrGap) {
			t.Error(err)
		}
		for guild, want := range neighbour {
			if d := cmp.Diff(want, whole(t, s, guild)); d != "" {
				t.Errorf("guild %s (-before +after):\n%s", guild, d)
			}
		}
		if _, err := s.Guilds(); err != nil {
			t.Error(err)
		}
	})
}
