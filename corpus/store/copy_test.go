package store

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
)

// paper is a log of changes in memory that several stores share.
type paper struct {
	mu     sync.Mutex
	pages  []page
	copies []*Store
	stale  int
	faulty bool // now and then nothing is kept, or nobody hears that it was
	asked  int
}

type page struct {
	Proposal
	seq uint64
}

// last is the number of a guild's newest change.
func (p *paper) last(guild string) uint64 {
	for _, page := range slices.Backward(p.pages) {
		if page.Change.Guild == guild {
			return page.seq
		}
	}
	return 0
}

// join opens a store that shares its records through p. It reads p when it
// proposes, and never else.
func (p *paper) join(t *testing.T) *Store {
	t.Helper()
	s := open(t, t.TempDir())
	p.copies = append(p.copies, s)
	if err := s.SetPosition("paper", 0); err != nil {
		t.Fatal(err)
	}
	s.Share(func(x Proposal) error {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.last(x.Change.Guild) != x.After {
			p.stale++
			return errors.Join(ErrStale, p.read(s))
		}
		if p.asked++; p.faulty && p.asked%11 == 0 {
			return ErrAway
		}
		p.pages = append(p.pages, page{x, uint64(len(p.pages) + 1)})
		if p.faulty && p.asked%7 == 0 {
			return ErrUnsure
		}
		return p.read(s)
	}, func(string) error { return nil })
	return s
}

// read applies to s what it does not have yet.
func (p *paper) read(s *Store) error {
	for _, page := range p.pages {
		if err := s.Apply(page.seq, page.After, page.Change, page.Sum); err != nil {
			return err
		}
	}
	return nil
}

// copyOf gives a guild's copy, which there must be.
func copyOf(t *testing.T, s *Store, guild string) Copy {
	t.Helper()
	c, ok, err := s.Copy(guild)
	if err != nil || !ok {
		t.Fatalf("no copy of %s: %v", guild, err)
	}
	return c
}

// whole gives all records of a guild in a form that can be compared.
func whole(t *testing.T, s *Store, guild string) map[string]string {
	t.Helper()
	c, _, err := s.Whole(guild)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, w := range c.Writes {
		all[fmt.Sprintf("%s %q", w.Bucket, w.Key)] = string(w.Value)
	}
	return all
}

// deeds are acts of every kind, for TestShared: each gets a number that no
// other has. What is refused as things are is no error.
var deeds = map[string]func(s *Store, guild string, n int) error{
	"add": func(s *Store, guild string, n int) error {
		return second(s.Add(guild, "u1", draft(fmt.Sprint("Pier ", n), "The pier."), draft(fmt.Sprint("Mole ", n), "The mole.")))
	},
	"replace": func(s *Store, guild string, n int) error {
		return second(s.Replace(guild, "u1", articleID(guild, uint32(n%7+1)), draft(fmt.Sprint("Pier again ", n), "The other pier.")))
	},
	"remove": func(s *Store, guild string, n int) error {
		return second(s.Remove(guild, "u2", articleID(guild, uint32(n%9+1))))
	},
	"restore": func(s *Store, guild string, n int) error {
		return s.Restore(guild, "u2", articleID(guild, uint32(n%9+1)))
	},
	"fix": func(s *Store, guild string, n int) error {
		return second(s.AddFix(guild, "u3", Fix{Article: articleID(guild, uint32(n%5+1)), Was: "Ansah", Speaker: fmt.Sprint("Kwame ", n)}))
	},
	"undo": func(s *Store, guild string, n int) error {
		es, err := s.Log(guild, n%4+1)
		if err != nil || len(es) == 0 {
			return err
		}
		return second(s.Undo(guild, "u3", es[len(es)-1].Number))
	},
	"set": func(s *Store, guild string, n int) error {
		return second(s.SetSettings(guild, "u1", func(set *Settings) { set.PageLinks++; set.LogChannel = fmt.Sprint(n) }))
	},
	"doubt": func(s *Store, guild string, n int) error {
		return s.AddDoubt(guild, Doubt{Member: fmt.Sprint("m", n%3), Reason: "wrong_passage"})
	},
	"forget": func(s *Store, _ string, n int) error { return second(s.ForgetMember(fmt.Sprint("m", n%3))) },
	"draft": func(s *Store, guild string, n int) error {
		token, err := s.SaveDraft(guild, Pending{Draft: draft(fmt.Sprint("Buoy ", n), "The buoy."), By: "u1"})
		if err != nil {
			return err
		}
		rename := func(a *corpus.Article) error { a.Title += ", corrected"; return nil }
		if _, err := s.EditDraft(guild, token, rename); err != nil || n%3 == 0 {
			return err
		}
		if n%3 == 1 {
			return s.DropDraft(guild, token)
		}
		_, _, err = s.AcceptDraft(guild, "u1", token)
		return err
	},
	"leave": func(s *Store, guild string, n int) error {
		if n%2 == 0 {
			return s.LeaveGuild(guild)
		}
		return s.JoinGuild(guild)
	},
	"reindexed": func(s *Store, guild string, n int) error {
		return s.SetGeneration(guild, "u1", Generation{Serving: uint64(n)})
	},
	"local": func(s *Store, guild string, n int) error {
		return errors.Join(s.SetGeneration(guild, "", Generation{Serving: uint64(n)}),
			s.SetDerived(guild, map[string][]byte{"note": []byte(fmt.Sprint(n))}))
	},
	"purge": func(s *Store, _ string, n int) error {
		return second(s.Purge(s.now().Add(time.Duration(n%2) * keepDraft)))
	},
}

// TestShared has several stores do acts of all kinds at once. All copies must
// be equal in the end, and equal to what one store makes of the same changes,
// also when the log does not answer now and then.
func TestShared(t *testing.T) {
	guilds := []string{"41", "411", House}
	p := &paper{faulty: true}
	for range 3 {
		p.join(t)
	}
	kinds := slices.Sorted(maps.Keys(deeds))
	var writers sync.WaitGroup
	for i, s := range p.copies {
		for w := range 2 {
			writers.Go(func() {
				r := rand.New(rand.NewPCG(uint64(i), uint64(w)))
				for n := range 40 {
					kind, guild := kinds[r.IntN(len(kinds))], guilds[r.IntN(len(guilds))]
					err := deeds[kind](s, guild, r.IntN(1000)+n)
					if err != nil && !slices.ContainsFunc([]error{ErrNotFound, ErrRemoved, ErrChanged, ErrAway, ErrUnsure}, func(e error) bool { return errors.Is(err, e) }) {
						t.Errorf("%s in %s: %v", kind, guild, err)
					}
				}
			})
		}
	}
	writers.Wait()
	for _, s := range p.copies {
		if err := p.read(s); err != nil {
			t.Fatal(err)
		}
	}
	own := open(t, t.TempDir())
	if err := p.read(own); err != nil {
		t.Fatal(err)
	}
	for _, guild := range guilds {
		want := whole(t, own, guild)
		for i, s := range p.copies {
			if d := cmp.Diff(want, whole(t, s, guild)); d != "" {
				t.Errorf("copy %d of %s (-want +got):\n%s", i, guild, d)
			}
			if copyOf(t, s, guild) != copyOf(t, own, guild) {
				t.Errorf("copy %d of %s is at %+v", i, guild, copyOf(t, s, guild))
			}
			v, err := s.Verify(guild, func(int, int) {})
			if err != nil || len(v.Damaged) > 0 {
				t.Errorf("copy %d of %s: %v, %v", i, guild, v.Damaged, err)
			}
		}
	}
	t.Logf("%d acts, %d of them computed again", len(p.pages), p.stale)
}

// TestSharedLikeOwn does the same acts, one after the other, in a store with
// records of its own and in two that share theirs.
func TestSharedLikeOwn(t *testing.T) {
	now := time.Date(2031, 4, 2, 10, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	p := &paper{}
	a, b, own := p.join(t), p.join(t), open(t, t.TempDir())
	a.now, b.now, own.now = clock, clock, clock
	kinds := slices.DeleteFunc(slices.Sorted(maps.Keys(deeds)), func(kind string) bool { return kind == "draft" }) // its token is random
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 150 {
		now = now.Add(time.Hour)
		if n == 100 {
			now = now.Add(keepRemoved)
		}
		s := []*Store{a, b}[r.IntN(2)]
		if err := p.read(s); err != nil {
			t.Fatal(err)
		}
		kind, guild, arg := kinds[r.IntN(len(kinds))], []string{"41", House}[r.IntN(2)], r.IntN(1000)
		got, want := deeds[kind](s, guild, arg), deeds[kind](own, guild, arg)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%s in %s: %v, want %v", kind, guild, got, want)
		}
	}
	for _, guild := range []string{"41", House} {
		_, ownLike, err := own.Hash(guild)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range p.copies {
			if err := p.read(s); err != nil {
				t.Fatal(err)
			}
			if _, like, err := s.Hash(guild); err != nil || like != ownLike {
				t.Errorf("the hash of %s is not that of one process: %v", guild, err)
			}
			if d := cmp.Diff(whole(t, own, guild), whole(t, s, guild)); d != "" {
				t.Errorf("records of %s (-own +shared):\n%s", guild, d)
			}
		}
	}
}

// TestHold acts where the records are not here, are behind, or cannot be had.
func TestHold(t *testing.T) {
	s := open(t, t.TempDir())
	var held []string
	var refuse error
	seq := uint64(0)
	s.Share(func(p Proposal) error {
		seq++
		return s.Apply(seq, p.After, p.Change, p.Sum)
	}, func(guild string) error {
		held = append(held, guild)
		return refuse
	})
	for _, c := range []struct {
		name string
		do   func() error
		want []string
	}{
		{"nobody has records of it", func() error { return second(s.Add("5", "u", draft("One", "x"))) }, []string{"5"}},
		{"they are here", func() error { return second(s.Remove("5", "u", "a1")) }, nil},
		{"they are read", func() error { return second(s.Articles("6")) }, nil},
		{"a server is joined", func() error { return s.JoinGuild("6") }, []string{"6"}},
		{"a server is left", func() error { return s.LeaveGuild("5") }, nil},
		{"what is not shared", func() error { return s.SetGeneration("6", "", Generation{Serving: 2}) }, nil},
	} {
		if err := c.do(); err != nil || !slices.Equal(held, c.want) {
			t.Errorf("%s: held %q, want %q: %v", c.name, held, c.want, err)
		}
		held = nil
	}
	if err := s.SetBehind("5"); err != nil {
		t.Fatal(err)
	}
	refuse = ErrBehind
	if err := s.Restore("5", "u", "a1"); !errors.Is(err, ErrBehind) || len(held) != 1 {
		t.Errorf("an act on records that are behind: %v, want ErrBehind", err)
	}
}

// TestStale proposes again and again what others are always ahead of.
func TestStale(t *testing.T) {
	s := open(t, t.TempDir())
	tries := 0
	s.Share(func(Proposal) error { tries++; return ErrStale }, func(string) error { return nil })
	if _, err := s.Add("5", "u", draft("One", "x")); !errors.Is(err, ErrStale) || !errors.Is(err, ErrAway) || tries != mostTries {
		t.Errorf("%d tries, %v", tries, err)
	}
}

// TestNothingWritten calls every method of a store that shares its records
// with a log that takes nothing: no record may change.
func TestNothingWritten(t *testing.T) {
	p := &paper{}
	s := p.join(t)
	fill(t, s, "7")
	if err := s.AddDoubt("7", Doubt{Member: "m", Reason: "r"}); err != nil {
		t.Fatal(err)
	}
	token, err := s.SaveDraft("7", Pending{Draft: draft("Five", "x"), By: "u"})
	if err != nil {
		t.Fatal(err)
	}
	s.now = func() time.Time { return time.Now().Add(2 * keepRemoved) }
	away := errors.New("away")
	proposals := 0
	s.Share(func(Proposal) error { proposals++; return away }, func(string) error { return nil })
	before := whole(t, s, "7")
	acts := map[string]func() error{
		"Add":          func() error { return second(s.Add("7", "u", draft("Six", "x"))) },
		"Replace":      func() error { return second(s.Replace("7", "u", "a1", draft("Six", "x"))) },
		"Remove":       func() error { return second(s.Remove("7", "u", "a1")) },
		"Restore":      func() error { return s.Restore("7", "u", "a3") },
		"AddFix":       func() error { return second(s.AddFix("7", "u", Fix{Article: "a1", Speaker: "x"})) },
		"Undo":         func() error { return second(s.Undo("7", "u", 6)) },
		"SetSettings":  func() error { return second(s.SetSettings("7", "u", func(set *Settings) { set.PageLinks++ })) },
		"AddDoubt":     func() error { return s.AddDoubt("7", Doubt{Member: "m"}) },
		"ForgetMember": func() error { return second(s.ForgetMember("m")) },
		"SaveDraft":    func() error { return second(s.SaveDraft("7", Pending{Draft: draft("x", "y")})) },
		"EditDraft": func() error {
			return second(s.EditDraft("7", token, func(a *corpus.Article) error { a.Title = "z"; return nil }))
		},
		"AcceptDraft":   func() error { _, _, err := s.AcceptDraft("7", "u", token); return err },
		"DropDraft":     func() error { return s.DropDraft("7", token) },
		"LeaveGuild":    func() error { return s.LeaveGuild("7") },
		"SetGeneration": func() error { return s.SetGeneration("7", "u", Generation{Serving: 9}) },
		"Purge":         func() error { return second(s.Purge(s.now())) },
		"PurgeGuild":    func() error { return s.PurgeGuild("7") },
	}
	// Those that never act, or only on what is not shared, and those tested elsewhere.
	other := strings.Fields(`Apply Article Articles Check Close Copies Copy Derived Doubts Draft Drop Export Fixes Guild Guilds Hash
		Import JoinGuild Kept Log Original Position Record Removed Revision Secret SetBehind SetDerived SetPosition Settings Share
		Size TakeSecret Verify Whole`)
	for m := range reflect.TypeFor[*Store]().Methods() {
		if acts[m.Name] == nil && !slices.Contains(other, m.Name) {
			t.Errorf("%s: does it act?", m.Name)
		}
	}
	for name, act := range acts {
		proposals = 0
		if err := act(); !errors.Is(err, away) || proposals != 1 {
			t.Errorf("%s: %v, %d proposals", name, err, proposals)
		}
		if d := cmp.Diff(before, whole(t, s, "7")); d != "" {
			t.Errorf("%s changed the records (-before +after):\n%s", name, d)
		}
	}
	if g, err := s.Guild("7"); err != nil || g.Generation.Serving != 0 {
		t.Errorf("after a refused act %+v serves, %v", g.Generation, err)
	}
}

// TestSharedImport imports a thousand articles, which is one act, and takes them
// out again. What is proposed must not be in memory twice.
func TestSharedImport(t *testing.T) {
	const articles = 1000
	own := open(t, t.TempDir())
	own.db.NoSync = true
	random := rand.NewChaCha8([32]byte{})
	var drafts []Draft
	for n := range articles {
		d := draft(fmt.Sprint("Title ", n), "The quay.")
		d.Original = make([]byte, 8<<10)
		_, _ = random.Read(d.Original) // never fails
		drafts = append(drafts, d)
	}
	if _, err := own.Add("5", "u", drafts...); err != nil {
		t.Fatal(err)
	}
	if _, err := own.SetSettings("5", "u", func(set *Settings) { set.Private = true }); err != nil {
		t.Fatal(err)
	}
	var archive, again bytes.Buffer
	if err := own.Export("5", &archive); err != nil {
		t.Fatal(err)
	}
	heap := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	s := open(t, t.TempDir())
	var before, held, size int64
	s.Share(func(p Proposal) error {
		held = heap() - before
		for _, w := range p.Change.Writes {
			size += int64(len(w.Key) + len(w.Value))
		}
		return s.Apply(p.After+1, p.After, p.Change, p.Sum)
	}, func(string) error { return nil })
	before = heap()
	n, err := s.Import("5", "u", bytes.NewReader(archive.Bytes()), int64(archive.Len()))
	if err != nil || n != articles {
		t.Fatalf("%d articles, %v", n, err)
	}
	if size < articles*8<<10 || held > 2*size {
		t.Errorf("%d bytes are proposed, %d are in memory", size, held)
	}
	if err := s.Export("5", &again); err != nil {
		t.Fatal(err)
	}
	other := open(t, t.TempDir())
	if n, err := other.Import("5", "u", bytes.NewReader(again.Bytes()), int64(again.Len())); err != nil || n != articles {
		t.Fatalf("what came in and out again: %d articles, %v", n, err)
	}
	if d := cmp.Diff(dump(t, own, "5"), dump(t, other, "5")); d != "" {
		t.Errorf("records (-want +got):\n%s", d)
	}
	t.Logf("%d bytes proposed, %d in memory", size, held)
}
