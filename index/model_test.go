package index

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// The acts as the log of a server has them.
const (
	actAdded     store.Act = "added"
	actReplaced  store.Act = "replaced"
	actReverted  store.Act = "reverted"
	actRestored  store.Act = "restored"
	actFixed     store.Act = "fixed"
	actUnfixed   store.Act = "unfixed"
	actSet       store.Act = "set"
	actReindexed store.Act = "reindexed"
)

// model is what a guild's records must hold: plain maps that follow the acts.
type model struct {
	Titles   map[string][]string // article id -> title of each revision
	Removed  map[string]bool
	Fixes    map[string]string // article id -> speaker
	Channel  string
	Note     string
	Serving  uint64
	Previous uint64
	Log      []entryLine
}

// entryLine is an entry of the log.
type entryLine struct {
	Act      store.Act
	Article  string
	Revision int    // of what was added or replaced
	Speaker  string // of a fix that was made, or that holds again
}

func newModel() *model {
	return &model{Titles: map[string][]string{}, Removed: map[string]bool{}, Fixes: map[string]string{}, Serving: 1}
}

func (m *model) clone() *model {
	c := *m
	c.Titles, c.Removed, c.Fixes, c.Log = maps.Clone(m.Titles), maps.Clone(m.Removed), maps.Clone(m.Fixes), slices.Clone(m.Log)
	for id, titles := range c.Titles {
		c.Titles[id] = slices.Clone(titles)
	}
	return &c
}

func (m *model) log(act store.Act, id string, revision int, speaker string) {
	m.Log = append(m.Log, entryLine{act, id, revision, speaker})
}

// do follows o and reports whether it is possible.
func (m *model) do(o op) bool {
	present := len(m.Titles[o.ID]) > 0 && !m.Removed[o.ID]
	switch {
	case o.Kind == "add", o.Kind == "accept":
		for _, title := range o.titles() {
			id := fmt.Sprintf("a%d", len(m.Titles)+1)
			if o.Guild == store.House {
				id = "h" + id[1:]
			}
			m.Titles[id] = []string{title}
			m.log(actAdded, id, 1, "")
		}
	case o.Kind == "replace" && present:
		m.Titles[o.ID] = append(m.Titles[o.ID], o.titles()[0])
		m.log(actReplaced, o.ID, len(m.Titles[o.ID]), "")
	case o.Kind == "remove" && present:
		m.Removed[o.ID] = true
		m.log(store.Removed, o.ID, len(m.Titles[o.ID]), "")
	case o.Kind == "restore" && m.Removed[o.ID]:
		m.restore(o.ID)
	case o.Kind == "restore" && present: // nothing to do
	case o.Kind == "fix" && present:
		m.Fixes[o.ID] = o.fix().Speaker
		m.log(actFixed, o.ID, len(m.Titles[o.ID]), m.Fixes[o.ID])
	case o.Kind == "undo" && o.Entry > 0 && o.Entry <= uint64(len(m.Log)):
		return m.undo(o.Entry)
	case o.Kind == "set":
		m.Channel = o.Text
		m.log(actSet, "", 0, "")
	case o.Kind == "note":
		m.Note = o.Text
	case o.Kind == "reindex":
		m.Serving, m.Previous = max(m.Serving, m.Previous)+1, m.Serving
		m.log(actReindexed, "", 0, "")
	case o.Kind == "rollback" && m.Previous > 0:
		m.Serving, m.Previous = m.Previous, m.Serving
		m.log(actReindexed, "", 0, "")
	case o.Kind == "one" && present:
	default:
		return false
	}
	return true
}

func (m *model) restore(id string) {
	delete(m.Removed, id)
	m.log(actRestored, id, len(m.Titles[id]), "")
}

func (m *model) revert(id string, revision int) {
	m.Titles[id] = append(m.Titles[id], m.Titles[id][revision-1])
	m.log(actReverted, id, len(m.Titles[id]), "")
}

// undo takes back entry number n of the log.
func (m *model) undo(n uint64) bool {
	e := m.Log[n-1]
	switch id := e.Article; {
	case e.Act == store.Removed && m.Removed[id] && !slices.ContainsFunc(m.Log[n:], func(l entryLine) bool { return l.Act == store.Removed && l.Article == id }):
		m.restore(id)
	case e.Act == actReplaced && !m.Removed[id] && len(m.Titles[id]) == e.Revision:
		m.revert(id, e.Revision-1)
	case e.Act == actFixed && m.Fixes[id] == e.Speaker:
		delete(m.Fixes, id)
		for _, l := range m.Log[:n-1] {
			if l.Article == id && (l.Act == actFixed || l.Act == actUnfixed) {
				m.Fixes[id] = l.Speaker
			}
		}
		m.log(actUnfixed, id, 0, m.Fixes[id])
		if m.Fixes[id] == "" {
			delete(m.Fixes, id)
		}
	default:
		return false
	}
	return true
}

// hear follows what a process said of an act. An act that was not acknowledged
// may have happened or not, so there can be several models of one guild; those
// that contradict the line are left out.
func hear(models []*model, s said) []*model {
	var next []*model
	for _, m := range models {
		with := m.clone()
		possible := with.do(s.Op)
		failed := s.Begun || s.Err != ""
		// The generation before is given up when the index had to be made anew.
		lost := s.Op.Kind == "rollback" && s.Not
		switch {
		case failed && possible:
			next = append(next, m, with)
		case failed, lost, s.Not && !possible:
			next = append(next, m)
		case !s.Not && possible:
			next = append(next, with)
		}
	}
	if s.Logged > 0 {
		next = slices.DeleteFunc(next, func(m *model) bool { return uint64(len(m.Log)) != s.Logged })
	}
	return distinct(next)
}

func distinct(models []*model) []*model {
	var out []*model
	for _, m := range models {
		if !slices.ContainsFunc(out, func(o *model) bool { return cmp.Equal(o, m) }) {
			out = append(out, m)
		}
	}
	return out
}

// readModel makes the model of what is on disk. It reads an export, which
// holds every revision of every article, removed ones too.
func readModel(records *store.Store, guild string) (*model, error) {
	var b bytes.Buffer
	if err := records.Export(guild, &b); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, err
	}
	parse := func(name string, v any) {
		data, e := fs.ReadFile(z, name)
		if e == nil {
			e = json.Unmarshal(data, v)
		}
		err = errors.Join(err, e)
	}
	m := newModel()
	var settings store.Settings
	var fixes []store.Fix
	var entries []store.Entry
	parse("settings.json", &settings)
	parse("fixes.json", &fixes)
	parse("log.json", &entries)
	m.Channel = settings.LogChannel
	for _, f := range fixes {
		m.Fixes[f.Article] = f.Speaker
	}
	for _, e := range entries {
		line := entryLine{Act: e.Act, Article: e.Article, Revision: e.Revision}
		if f := e.Fix; e.Act == actFixed {
			line.Speaker = f.Speaker
		} else if e.Back != nil {
			line.Speaker = e.Back.Speaker
		}
		m.Log = append(m.Log, line)
	}
	folders, _ := fs.ReadDir(z, "articles") // none when there are no articles
	for _, f := range folders {
		var r store.Record
		parse("articles/"+f.Name()+"/record.json", &r)
		for n := 1; n <= r.Revision; n++ {
			var text struct{ Title string }
			parse(fmt.Sprintf("articles/%s/%d.json", f.Name(), n), &text)
			m.Titles[r.ID] = append(m.Titles[r.ID], text.Title)
		}
		if !r.Removed.IsZero() {
			m.Removed[r.ID] = true
		}
	}
	g, e := records.Guild(guild)
	m.Serving, m.Previous = serving(g), g.Generation.Previous
	note, e2 := records.Derived(guild, "note")
	m.Note = string(note)
	if g.Articles != len(m.Titles)-len(m.Removed) {
		err = errors.Join(err, fmt.Errorf("the guild counts %d articles, %d of %d are removed", g.Articles, len(m.Removed), len(m.Titles)))
	}
	return m, errors.Join(err, e, e2)
}

// wantModel fails unless a guild's records are as one of models, and gives
// that one.
func wantModel(t *testing.T, records *store.Store, guild string, models []*model) *model {
	t.Helper()
	got, err := readModel(records, guild)
	if err != nil {
		t.Fatalf("%s is torn: %v", guild, err)
	}
	for _, m := range models {
		if cmp.Equal(m, got) {
			return m
		}
	}
	for i, m := range models {
		t.Errorf("%s is not as model %d of %d says (-want +got):\n%s", guild, i+1, len(models), cmp.Diff(m, got))
	}
	t.Fatalf("%s: an act is lost or torn", guild)
	return nil
}
