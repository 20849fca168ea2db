package store

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
)

// The files of an export. An article's are in a folder of its own: its record,
// and for each revision the text record and the original.
const (
	exportManifest = "verbatim.json"
	exportSettings = "settings.json"
	exportFixes    = "fixes.json"
	exportLog      = "log.json"
	exportArticles = "articles" // articles/a1/record.json, articles/a1/1.json, articles/a1/1.original
	exportRecord   = "record.json"
	exportText     = ".json"
	exportOriginal = ".original"
)

// manifest is the first file of an export.
type manifest struct {
	Schema  int    `json:"schema"`
	Guild   string `json:"guild"`
	Last    uint32 `json:"last"`
	Entries uint64 `json:"entries"`
	Version uint64 `json:"version"`
}

// IsExport reports whether z is what [Store.Export] writes.
func IsExport(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == exportManifest })
}

// Export writes all records of a guild as one zip archive: originals, every
// revision, removed articles, fixes, settings and the log; no drafts and
// nothing that can be made again. Equal records give equal bytes. Acts go on
// meanwhile and are not in it.
func (s *Store) Export(guild string, w io.Writer) error {
	z := zip.NewWriter(w)
	err := s.view(func(tx *bbolt.Tx) error { return export(tx, guild, z) })
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", guild, err)
	}
	return nil
}

func export(tx *bbolt.Tx, guild string, z *zip.Writer) error {
	if err := checkGuild(guild); err != nil {
		return err
	}
	g, err := readGuild(tx, guild)
	if err != nil {
		return err
	}
	m := manifest{Schema: schema, Guild: guild, Last: g.Last, Entries: g.Entries, Version: g.Version}
	if err := zipJSON(z, exportManifest, m); err != nil {
		return err
	}
	settings, err := readSettings(tx, guild)
	if err != nil {
		return err
	}
	if err := zipJSON(z, exportSettings, settings); err != nil {
		return err
	}
	for _, list := range []struct {
		name   string
		bucket []byte
	}{{exportFixes, bucketFixes}, {exportLog, bucketLog}} {
		values := []json.RawMessage{}
		err := each(tx, list.bucket, guild, func(_, v []byte) error {
			values = append(values, v)
			return nil
		})
		if err != nil {
			return err
		}
		if err := zipJSON(z, list.name, values); err != nil {
			return err
		}
	}
	return each(tx, bucketHeads, guild, func(_, v []byte) error {
		var r Record
		if err := json.Unmarshal(v, &r); err != nil {
			return fmt.Errorf("%w: article record: %w", ErrDamaged, err)
		}
		return exportArticle(tx, guild, z, r)
	})
}

func exportArticle(tx *bbolt.Tx, guild string, z *zip.Writer, r Record) error {
	dir := path.Join(exportArticles, r.ID)
	if err := zipJSON(z, path.Join(dir, exportRecord), r); err != nil {
		return err
	}
	n, err := articleNumber(guild, r.ID)
	if err != nil {
		return err
	}
	for revision := 1; revision <= r.Revision; revision++ {
		k := revisionKey(guild, n, revision)
		text, err := unseal(tx.Bucket(bucketTexts).Get(k))
		if err != nil {
			return fmt.Errorf("%s revision %d: %w", r.ID, revision, err)
		}
		original, err := decodeOriginal(tx.Bucket(bucketOriginals).Get(k))
		if err != nil {
			return fmt.Errorf("original of %s revision %d: %w", r.ID, revision, err)
		}
		name := path.Join(dir, strconv.Itoa(revision))
		if err := zipFile(z, name+exportText, text); err != nil {
			return err
		}
		if err := zipFile(z, name+exportOriginal, original); err != nil {
			return err
		}
	}
	return nil
}

func zipJSON(z *zip.Writer, name string, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	return zipFile(z, name, b.Bytes())
}

func zipFile(z *zip.Writer, name string, data []byte) error {
	// A fixed time: the archive depends on the records alone, and unpackers do
	// not like the year zero.
	w, err := z.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
