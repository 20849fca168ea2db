package store

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
)

// errNotEmpty says that an import would mix with records that are there.
var errNotEmpty = errors.New("there are records already; import into an empty server")

// maxImport bounds one unpacked file of an import in bytes. It is far above
// any article and keeps a made-up archive from filling the memory.
const maxImport = 64 << 20

// Import reads what [Store.Export] wrote into a guild without records, as one
// act, and reports how many articles came. Article records, texts, originals
// and fixes are then the same bytes as before the export; only the ids' letter
// changes between the house and a server. It fails when there are
// records in the guild, and on an archive of a newer program or not whole.
func (s *Store) Import(guild, by string, r io.ReaderAt, size int64) (articles int, err error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return 0, fmt.Errorf("import: not a zip archive: %w", err)
	}
	err = s.act(guild, by, func(a *act) (err error) {
		if a.state.Entries > 0 || a.state.Last > 0 {
			return errNotEmpty
		}
		articles, err = a.load(z)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("import into %s: %w", guild, err)
	}
	return articles, nil
}

// load puts all of an export and reports how many articles it has that are
// not removed.
func (a *act) load(z *zip.Reader) (int, error) {
	var m manifest
	if err := unzipJSON(z, exportManifest, &m); err != nil {
		return 0, err
	}
	switch {
	case m.Schema < 1:
		return 0, fmt.Errorf("%s: no schema number", exportManifest)
	case m.Schema > schema:
		return 0, fmt.Errorf("%w: schema %d, this one knows %d", errNewer, m.Schema, schema)
	}
	a.state.Last, a.state.Entries, a.state.Version = m.Last, m.Entries, m.Version
	if err := a.loadSettings(z); err != nil {
		return 0, err
	}
	if err := a.loadFixes(z, m.Guild); err != nil {
		return 0, err
	}
	if err := a.loadLog(z, m.Guild); err != nil {
		return 0, err
	}
	for n := uint32(1); n <= m.Last; n++ {
		if err := a.loadArticle(z, m.Guild, n); err != nil {
			return 0, err
		}
	}
	a.state.Version++
	return a.state.Articles, a.log(Entry{Act: actImported, Count: a.state.Articles})
}

func (a *act) loadSettings(z *zip.Reader) error {
	var set Settings
	if err := unzipJSON(z, exportSettings, &set); err != nil {
		return err
	}
	return a.put(bucketSettings, []byte(a.guild), set)
}

func (a *act) loadFixes(z *zip.Reader, from string) error {
	var fixes []Fix
	if err := unzipJSON(z, exportFixes, &fixes); err != nil {
		return err
	}
	for _, f := range fixes {
		var err error
		if f.Article, err = a.renamed(from, f.Article); err != nil {
			return err
		}
		if err := a.put(bucketFixes, f.key(a.guild), f); err != nil {
			return err
		}
	}
	return nil
}

func (a *act) loadLog(z *zip.Reader, from string) error {
	var entries []Entry
	if err := unzipJSON(z, exportLog, &entries); err != nil {
		return err
	}
	for _, e := range entries {
		if e.Number < 1 || e.Number > a.state.Entries {
			return fmt.Errorf("%s: entry %d of %d", exportLog, e.Number, a.state.Entries)
		}
		if e.Article != "" {
			var err error
			if e.Article, err = a.renamed(from, e.Article); err != nil {
				return err
			}
		}
		for _, f := range []*Fix{e.Fix, e.Back} {
			if f != nil {
				f.Article = e.Article
			}
		}
		if err := a.put(bucketLog, logKey(a.guild, e.Number), e); err != nil {
			return err
		}
	}
	return nil
}

// loadArticle puts article n with all its revisions; one that is not in the
// archive was purged before the export.
func (a *act) loadArticle(z *zip.Reader, from string, n uint32) error {
	dir := path.Join(exportArticles, articleID(from, n))
	var r Record
	err := unzipJSON(z, path.Join(dir, exportRecord), &r)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if r.ID != articleID(from, n) || r.Revision < 1 {
		return fmt.Errorf("%s/%s: it is of %q, revision %d", dir, exportRecord, r.ID, r.Revision)
	}
	r.ID = articleID(a.guild, n)
	for revision := 1; revision <= r.Revision; revision++ {
		if err := a.loadRevision(z, path.Join(dir, strconv.Itoa(revision)), n, revision); err != nil {
			return err
		}
	}
	if r.Removed.IsZero() {
		a.state.Articles++
	}
	return a.putRecord(r)
}

func (a *act) loadRevision(z *zip.Reader, name string, n uint32, revision int) error {
	data, err := unzip(z, name+exportText)
	if err != nil {
		return err
	}
	text := seal(data)
	article, err := decodeText(text, articleID(a.guild, n), revision)
	if err != nil {
		return fmt.Errorf("%s%s: %w", name, exportText, err)
	}
	if err := article.Valid(); err != nil {
		return fmt.Errorf("%s%s: %w", name, exportText, err)
	}
	data, err = unzip(z, name+exportOriginal)
	if err != nil {
		return err
	}
	original, err := encodeOriginal(data)
	if err != nil {
		return err
	}
	k := revisionKey(a.guild, n, revision)
	if err := a.set(bucketTexts, k, text); err != nil {
		return err
	}
	return a.set(bucketOriginals, k, original)
}

// renamed gives the id that an article of the guild from has in a's guild.
func (a *act) renamed(from, id string) (string, error) {
	n, err := articleNumber(from, id)
	if err != nil {
		return "", err
	}
	return articleID(a.guild, n), nil
}

func unzipJSON(z *zip.Reader, name string, v any) error {
	data, err := unzip(z, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func unzip(z *zip.Reader, name string) (data []byte, err error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err = io.ReadAll(io.LimitReader(f, maxImport+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case len(data) > maxImport:
		return nil, fmt.Errorf("%s: over %d bytes", name, maxImport)
	}
	return data, nil
}
