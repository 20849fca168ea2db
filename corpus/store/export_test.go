package store

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"
)

// dump gives every key and value of a guild but its generation and log, which
// say what happened to the records and not what they are.
func dump(t *testing.T, s *Store, guild string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := s.view(func(tx *bbolt.Tx) error {
		for _, b := range [][]byte{bucketHeads, bucketTexts, bucketOriginals, bucketFixes} {
			err := each(tx, b, guild, func(k, v []byte) error {
				all[string(b)+"/"+strings.TrimPrefix(string(k), string(key(guild)))] = string(v)
				return nil
			})
			if err != nil {
				return err
			}
		}
		all["settings"] = string(tx.Bucket(bucketSettings).Get([]byte(guild)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// fill makes some of everything in a guild.
func fill(t *testing.T, s *Store, guild string) {
	t.Helper()
	p := prefix(guild)
	for _, title := range []string{"One", "Two", "Three", "Four"} {
		add(t, s, guild, draft(title, "The <b>quay</b> & the pier.", "“Closed,” said Mr. Ansah."))
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.Replace(guild, "u2", p+"2", draft("Two, corrected", "The quay."))
	check(err)
	check(second(s.Remove(guild, "u2", p+"3")))
	check(second(s.Remove(guild, "u2", p+"4")))
	check(second(s.AddFix(guild, "u2", Fix{Article: p + "1", Was: "Ansah", Speaker: "Kwame Ansah"})))
	_, err = s.SetSettings(guild, "u2", func(set *Settings) { set.Private = true })
	check(err)
	r, err := s.Removed(guild)
	check(err)
	check(s.act(guild, "", func(a *act) error { return a.purge(r[1].ID) })) // a hole in the numbers
}

func TestExportImport(t *testing.T) {
	for _, c := range []struct{ name, from, to string }{
		{"same server", "77", "77"},
		{"other server", "77", "78"},
		{"server to house", "77", House},
		{"house to server", House, "77"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, t.TempDir())
			fill(t, s, c.from)
			var first, again bytes.Buffer
			if err := s.Export(c.from, &first); err != nil {
				t.Fatal(err)
			}
			if err := s.Export(c.from, &again); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Error("two exports of the same records differ")
			}
			other := open(t, t.TempDir())
			n, err := other.Import(c.to, "shell", bytes.NewReader(first.Bytes()), int64(first.Len()))
			if err != nil || n != 2 {
				t.Fatalf("import = %d, %v; want 2 articles", n, err)
			}
			if prefix(c.from) == prefix(c.to) {
				if d := cmp.Diff(dump(t, s, c.from), dump(t, other, c.to)); d != "" {
					t.Errorf("records after the import (-want +got):\n%s", d)
				}
			}
			want, err := s.Article(c.from, prefix(c.from)+"2")
			if err != nil {
				t.Fatal(err)
			}
			got, err := other.Article(c.to, prefix(c.to)+"2")
			if err != nil {
				t.Fatal(err)
			}
			want.ID = got.ID
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("article after the import (-want +got):\n%s", d)
			}
			if _, err := other.Import(c.to, "shell", bytes.NewReader(first.Bytes()), int64(first.Len())); !errors.Is(err, errNotEmpty) {
				t.Errorf("second import: %v, want errNotEmpty", err)
			}
			if a := add(t, other, c.to, draft("Five", "x")); a.ID != prefix(c.to)+"5" {
				t.Errorf("next id is %s", a.ID)
			}
			if err := other.Restore(c.to, "u", prefix(c.to)+"3"); err != nil {
				t.Errorf("restore after the import: %v", err)
			}
		})
	}
}

// TestImportRefuses changes one file of a good archive at a time; nothing of
// a bad one may stay.
func TestImportRefuses(t *testing.T) {
	s := open(t, t.TempDir())
	fill(t, s, "5")
	var good bytes.Buffer
	if err := s.Export("5", &good); err != nil {
		t.Fatal(err)
	}
	other := open(t, t.TempDir())
	for _, c := range []struct{ name, file, content, want string }{
		{"no manifest", "verbatim.json", "", "verbatim.json"},
		{"newer", "verbatim.json", `{"schema":99,"guild":"5"}`, "newer"},
		{"no schema", "verbatim.json", `{}`, "schema"},
		{"text is not JSON", "articles/a1/1.json", "]", "damaged"},
		{"more texts than offsets", "articles/a1/1.json", `{"texts":["a"],"docs":[]}`, "damaged"},
		{"empty paragraph", "articles/a1/1.json", `{"texts":[""],"docs":[0]}`, "paragraph 1"},
		{"revision missing", "articles/a2/1.json", "", "articles/a2/1.json"},
		{"original missing", "articles/a2/2.original", "", "articles/a2/2.original"},
		{"another's record", "articles/a1/record.json", `{"id":"a2","revision":1}`, "a2"},
		{"fix of no article", "fixes.json", `[{"article":"../a1"}]`, "not found"},
		{"log entry from the future", "log.json", `[{"number":999}]`, "999"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bad := rezip(t, good.Bytes(), c.file, c.content)
			_, err := other.Import("5", "shell", bytes.NewReader(bad), int64(len(bad)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("import: %v, want an error about %q", err, c.want)
			}
			if gs, err := other.Guilds(); err != nil || len(gs) != 0 {
				t.Errorf("guilds after a refused import: %v, %v", gs, err)
			}
		})
	}
	if _, err := other.Import("5", "shell", strings.NewReader("PK no"), 5); err == nil {
		t.Error("a file that is no archive was imported")
	}
}

// rezip copies the archive data with one file's content changed, or left out
// when content is "".
func rezip(t *testing.T, data []byte, name, content string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	found := false
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		old, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			found = true
			if content == "" {
				continue
			}
			old = []byte(content)
		}
		o, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := o.Write(old); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !found {
		t.Fatalf("the export has no %s", name)
	}
	return b.Bytes()
}
