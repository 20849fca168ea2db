package index

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
)

// killsEnv says how often TestCrash kills; without it, defaultKills times.
const (
	killsEnv     = "VERBATIM_TEST_KILLS"
	defaultKills = 10
)

// TestCrash kills a process at work at random moments. After each kill every
// acknowledged act must be there, an unacknowledged one wholly there or not at
// all, and the index must answer for exactly the records.
func TestCrash(t *testing.T) {
	kills, _ := strconv.Atoi(os.Getenv(killsEnv))
	if kills == 0 {
		kills = defaultKills
	}
	dir := t.TempDir()
	models := map[string][]*model{}
	for _, g := range workGuilds {
		models[g] = []*model{newModel()}
	}
	acts, begun, syncs := 0, 0, 0
	for i := range kills {
		p := startWork(t, workOrder{Dir: dir, Seed: rand.Uint64()})
		killIn := func(n int) {
			time.AfterFunc(time.Duration(rand.IntN(n))*time.Millisecond, func() { _ = p.Process.Kill() })
		}
		if i%5 == 4 {
			killIn(200) // perhaps while it opens the folder
		}
		pending := map[string]said{}
		for n := 0; ; n++ {
			s, ok := p.next()
			if !ok {
				break
			}
			if n == 0 {
				killIn(600)
			}
			if s.Begun {
				pending[s.Op.Guild] = s
				begun++
				continue
			}
			delete(pending, s.Op.Guild)
			if s.Err != "" || s.Wrong != "" {
				t.Errorf("%+v", s)
			}
			if s.Sync != "" {
				syncs++
			}
			models[s.Op.Guild] = hear(models[s.Op.Guild], s)
			acts++
		}
		wantKilled(t, p)
		for g, s := range pending {
			models[g] = hear(models[g], s)
		}
		checkFolder(t, dir, models)
		if t.Failed() {
			t.Fatalf("after kill %d", i+1)
		}
	}
	if acts == 0 || syncs > 0 {
		t.Errorf("%d acts, %d not indexed at once", acts, syncs)
	}
	t.Logf("%d kills, %d acts acknowledged, %d cut off, 0 lost, 0 torn; %s", kills, acts, begun-acts, size(t, dir, len(workGuilds)))
}

// wantKilled waits for the end of p, which must not be of its own.
func wantKilled(t *testing.T, p *process) {
	t.Helper()
	var exit *exec.ExitError
	if err := p.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the process ended by itself: %v", err)
	}
}

// checkFolder opens a data folder, compares its records with the models, of
// which it leaves the one that is true, and its index with the records.
func checkFolder(t *testing.T, dir string, models map[string][]*model) {
	t.Helper()
	d := &desk{dir: dir}
	d.open(t)
	defer d.close(t)
	for _, g := range workGuilds {
		models[g] = []*model{wantModel(t, d.records, g, models[g])}
		v, err := d.records.Verify(g, func(int, int) {})
		if err != nil || len(v.Damaged) > 0 {
			t.Fatalf("%s: %v, damaged %v", g, err, v.Damaged)
		}
	}
	for _, when := range []string{"at once", "when all is indexed"} {
		if when != "at once" {
			d.ready(t)
		}
		for _, g := range workGuilds {
			d.wantAnswers(t, g, models[g][0])
		}
		if t.Failed() {
			t.Fatal(when)
		}
	}
	for _, g := range workGuilds {
		d.wantIndexed(t, g)
	}
	wantNoStrangers(t, dir)
}

// wantAnswers fails unless each word of a guild's articles finds its article,
// with quotes that can be cut and speakers as fixed, and no word of what was
// removed or replaced finds any.
func (d *desk) wantAnswers(t *testing.T, guild string, m *model) {
	t.Helper()
	s, err := d.library.Scope(guild)
	if err != nil {
		t.Fatal(err)
	}
	here := map[string]string{} // title -> id
	for id, titles := range m.Titles {
		if !m.Removed[id] {
			here[titles[len(titles)-1]] = id
		}
	}
	for id, titles := range m.Titles {
		for _, title := range titles {
			if got, err := d.answer(t.Context(), guild, wordOf(title)); err != nil || got != here[title] {
				t.Errorf("%s: %s of %s finds %q, want %q: %v", guild, wordOf(title), id, got, here[title], err)
			}
		}
		if m.Removed[id] {
			continue
		}
		doc, err := s.Document(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		want := unfixedSpeaker
		if m.Fixes[id] != "" {
			want = m.Fixes[id]
		}
		if len(doc.Quotes.Quotes) != 1 || doc.Quotes.Quotes[0].Speaker != want {
			t.Fatalf("%s: quotes of %s are %+v, want one of %s", guild, id, doc.Quotes.Quotes, want)
		}
		for _, ref := range []corpus.Ref{doc.Quotes.Quotes[0].Ref, doc.Quotes.Quotes[0].Mention} {
			if _, err := doc.Article.Cut(ref); err != nil {
				t.Error(err)
			}
		}
	}
}

// wantIndexed fails unless the index on disk has exactly a guild's records.
func (d *desk) wantIndexed(t *testing.T, guild string) {
	t.Helper()
	if err := d.library.Sync(t.Context(), guild); err != nil {
		t.Fatal(err)
	}
	g, err := d.records.Guild(guild)
	if err != nil {
		t.Fatal(err)
	}
	order, err := d.library.entries(guild)
	if err != nil {
		t.Fatal(err)
	}
	cards, err := cardsOf(t.Context(), d.library.engine.Load(), scopeKey(guild, serving(g)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range order {
		if cards[e.id].Stamp != e.stamp {
			t.Errorf("%s: the index has %s as %q, the records as %q", guild, e.id, cards[e.id].Stamp, e.stamp)
		}
	}
	if len(cards) != len(order) {
		t.Errorf("%s: the index has %d articles, the records %d", guild, len(cards), len(order))
	}
}

// ownFile is everything that a data folder may hold.
var ownFile = regexp.MustCompile(fmt.Sprintf(`^(corpus\.db|lock|index/%d/(index_meta\.json|store/(root\.bolt|[0-9a-f]{12}\.zap)))$`, schema))

// mostSegments is how many segments an index of a few articles may have, once
// Bleve has had time to merge and to delete what was merged.
const (
	mostSegments = 60
	mergeTime    = 20 * time.Second
)

// wantNoStrangers fails when something is left over in the data folder of an
// open library.
func wantNoStrangers(t *testing.T, dir string) {
	t.Helper()
	late := time.After(mergeTime)
	for {
		segments := countSegments(t, dir)
		if segments <= mostSegments {
			return
		}
		select {
		case <-late:
			t.Errorf("%d segments are left", segments)
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// countSegments counts the segments in a data folder, and fails when it holds
// anything that is not ours.
func countSegments(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // merged and deleted a moment ago
		}
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if name = filepath.ToSlash(name); !ownFile.MatchString(name) {
			t.Errorf("%s was left behind", name)
		}
		if filepath.Ext(name) == ".zap" {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
