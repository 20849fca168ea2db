package store

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"testing"
)

// FuzzImport puts any bytes in place of one file of a good archive, or of the
// archive itself. It is refused and leaves nothing, or what came can be read,
// verified and exported again.
func FuzzImport(f *testing.F) {
	s, err := Open(f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := s.Close(); err != nil {
			f.Error(err)
		}
	})
	s.db.NoSync = true // nothing here outlives the process
	for _, d := range []Draft{draft("One", "The quay.", "“Closed,” said Mr. Ansah."), draft("Two", "The pier.")} {
		if _, err := s.Add("1", "u", d); err != nil {
			f.Fatal(err)
		}
	}
	if _, err := s.AddFix("1", "u", Fix{Article: "a1", Was: "Ansah", Speaker: "Kwame Ansah"}); err != nil {
		f.Fatal(err)
	}
	var good bytes.Buffer
	if err := s.Export("1", &good); err != nil {
		f.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(good.Bytes()), int64(good.Len()))
	if err != nil {
		f.Fatal(err)
	}
	files := map[string][]byte{}
	for _, file := range z.File {
		if files[file.Name], err = unzip(z, file.Name); err != nil {
			f.Fatal(err)
		}
	}
	names := slices.Sorted(maps.Keys(files))
	for i, name := range names {
		f.Add(uint8(i), files[name])
	}
	f.Add(uint8(len(names)), good.Bytes())
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		archive := data
		if i := int(which) % (len(names) + 1); i < len(names) {
			archive = pack(t, names, files, names[i], data)
		}
		n, err := s.Import("2", "u", bytes.NewReader(archive), int64(len(archive)))
		if err != nil {
			if g, err := s.Guild("2"); err != nil || g != (Guild{ID: "2"}) {
				t.Fatalf("a refused archive left %+v, %v", g, err)
			}
			return
		}
		v, err := s.Verify("2", func(int, int) {})
		if err != nil || len(v.Damaged) > 0 {
			t.Fatalf("%v, %v", err, v.Damaged)
		}
		if rs, err := s.Articles("2"); err != nil || len(rs) != n {
			t.Fatalf("%d articles of %d, %v", len(rs), n, err)
		}
		if _, err := s.Log("2", 100); err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := s.Export("2", &again); err != nil {
			t.Fatal(err)
		}
		if err := s.PurgeGuild("2"); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Import("2", "u", bytes.NewReader(again.Bytes()), int64(again.Len())); err != nil {
			t.Fatalf("what was exported again is refused: %v", err)
		}
		if err := s.PurgeGuild("2"); err != nil {
			t.Fatal(err)
		}
	})
}

// pack archives files with data in place of one.
func pack(t *testing.T, names []string, files map[string][]byte, changed string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		content := files[name]
		if name == changed {
			content = data
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
