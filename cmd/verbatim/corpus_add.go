package main

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// maxArticle bounds one article's file in bytes, as it does in Discord.
const maxArticle = 10 << 20

func newCorpusAdd(s *shelf) *cobra.Command {
	var dry bool
	var meta details
	c := &cobra.Command{
		Use:   "add FILE...",
		Short: "Add articles: files, folders, zip archives",
		Args:  cobra.MinimumNArgs(1),
		RunE: s.change(func(ctx context.Context, d *dataFolder, args []string) error {
			return s.add(ctx, d, args, meta, dry)
		}),
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "show what would be added and add nothing")
	meta.flags(c)
	return c
}

// details are the facts about an article that its file may lack.
type details struct {
	title, publisher, date, url string
}

func (d *details) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&d.title, "title", "", "title, when the file's is not right")
	f.StringVar(&d.publisher, "publisher", "", "who published it")
	f.StringVar(&d.date, "date", "", "when, as YYYY-MM-DD")
	f.StringVar(&d.url, "url", "", "where it can be read (http or https)")
}

// check refuses what cannot be right.
func (d *details) check() error {
	if d.date != "" {
		if _, err := time.Parse(time.DateOnly, d.date); err != nil {
			return usagef("--date %s: give a day of the calendar as YYYY-MM-DD", d.date)
		}
	}
	var none corpus.Article
	if err := none.SetDetails(corpus.Details{URL: d.url}); err != nil {
		return usagef("--url %s: give an http or https address", d.url)
	}
	return nil
}

// apply puts the details that were given into a.
func (d *details) apply(a *corpus.Article) error {
	all := a.Details()
	for _, f := range []struct {
		to   *string
		from string
	}{{&all.Title, d.title}, {&all.Publisher, d.publisher}, {&all.Date, d.date}, {&all.URL, d.url}} {
		*f.to = cmp.Or(f.from, *f.to)
	}
	return a.SetDetails(all)
}

// source is one article file, on the disk or in an archive.
type source struct {
	name string
	read func() ([]byte, error)
}

// add adds every article of paths and says a line about each. One that cannot
// be added does not keep back the others.
func (s *shelf) add(ctx context.Context, d *dataFolder, paths []string, meta details, dry bool) error {
	sources, closeAll, err := s.std.disk.sources(paths)
	if err == nil {
		err = s.addAll(ctx, d, sources, meta, dry)
	}
	return errors.Join(err, closeAll())
}

// addedAtOnce is how many articles are one transaction of the records, which
// takes 5 ms whatever is in it. Each is logged, and can be undone, on its own.
const addedAtOnce = 64

func (s *shelf) addAll(ctx context.Context, d *dataFolder, sources []source, meta details, dry bool) error {
	if err := meta.check(); err != nil {
		return err
	}
	if meta != (details{}) && len(sources) != 1 {
		return usagef("--title, --publisher, --date and --url are for one file, here are %d", len(sources))
	}
	have, err := digests(d.records, s.guild)
	if err != nil {
		return err
	}
	p := newProgress(s.std)
	defer p.end()
	failed, done := 0, 0
	for some := range slices.Chunk(sources, addedAtOnce) {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.report(done, len(sources))
		done += len(some)
		list := additionsOf(d, some, meta)
		if !dry {
			s.addSome(d.records, list, have)
		}
		p.end()
		for _, a := range list {
			line, err := s.lineAbout(a, have)
			if err != nil && len(sources) == 1 {
				return err
			}
			if err != nil {
				failed++
				s.std.warn(err)
				continue
			}
			fmt.Fprintln(s.std.out, line)
		}
	}
	switch {
	case failed > 0 && failed == len(sources):
		return fmt.Errorf("none of %d files could be added", failed)
	case failed > 0:
		return fmt.Errorf("%d of %d files could not be added; the others are", failed, len(sources))
	}
	return nil
}

// addition is an article file on its way in.
type addition struct {
	name   string
	draft  store.Draft
	quotes *quote.Extraction
	digest string
	id     string // once it is added
	err    error
}

// additionsOf reads the files and finds their quotes, on all processors.
func additionsOf(d *dataFolder, sources []source, meta details) []*addition {
	list := make([]*addition, len(sources))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, src := range sources {
		a := &addition{name: src.name}
		list[i] = a
		g.Go(func() error {
			a.read(d, src, meta)
			return nil // errors are the additions' own
		})
	}
	_ = g.Wait()
	return list
}

func (a *addition) read(d *dataFolder, src source, meta details) {
	if a.draft, a.err = src.draft(); a.err != nil {
		return
	}
	if a.err = meta.apply(a.draft.Article); a.err != nil {
		return
	}
	a.digest = store.Digest(a.draft.Original)
	a.quotes = d.library.Preview(a.draft.Article).Quotes
}

// addSome adds what of list is neither in have nor twice in it, in one
// transaction, or one by one to see which cannot be added.
func (s *shelf) addSome(st *store.Store, list []*addition, have map[string]string) {
	var fresh []*addition
	var drafts []store.Draft
	for _, a := range list {
		if a.err == nil && have[a.digest] == "" && !slices.ContainsFunc(fresh, func(f *addition) bool { return f.digest == a.digest }) {
			fresh, drafts = append(fresh, a), append(drafts, a.draft)
		}
	}
	if len(fresh) == 0 {
		return
	}
	added, err := st.Add(s.guild, shell, drafts...)
	if err == nil {
		for i, a := range fresh {
			a.id = added[i].ID
		}
		return
	}
	for _, a := range fresh {
		added, err := st.Add(s.guild, shell, a.draft)
		if err != nil {
			a.err = fmt.Errorf("%s: %w", a.name, err)
			continue
		}
		a.id = added[0].ID
	}
}

// lineAbout is the line about an addition. have holds the digests of what is
// there and is kept up.
func (s *shelf) lineAbout(a *addition, have map[string]string) (string, error) {
	if a.err != nil {
		return "", a.err
	}
	if id := have[a.digest]; id != "" {
		return fmt.Sprintf("%s  already there as %s", a.name, id), nil
	}
	id := cmp.Or(a.id, "new")
	have[a.digest] = id
	return s.std.paint.preview(id, &index.Document{Article: a.draft.Article, Quotes: a.quotes}), nil
}

// preview is the line about an article that is added: what it is, and below,
// what is doubtful about it.
func (p paint) preview(id string, d *index.Document) string {
	a, x := d.Article, d.Quotes
	facts := []string{fmt.Sprintf("¶ %d, quotes %d, speakers %d", len(a.Paragraphs), len(x.Quotes), len(x.Speakers))}
	for _, f := range []string{a.Publisher, a.Date, a.Language} {
		if f != "" {
			facts = append(facts, p.inert(f))
		}
	}
	lines := []string{fmt.Sprintf("%s  %s  %s", id, p.bold(p.inert(a.Title)), strings.Join(facts, ", "))}
	for _, w := range a.Warnings {
		lines = append(lines, "    "+p.inert(w.String()))
	}
	return strings.Join(lines, "\n")
}

// draft reads and parses the article.
func (src source) draft() (store.Draft, error) {
	data, err := src.read()
	if err != nil {
		return store.Draft{}, err
	}
	a, err := corpus.Parse(src.name, data)
	if err != nil {
		return store.Draft{}, fmt.Errorf("%s: cannot be read as an article: %w; give a text, Markdown or HTML file", src.name, err)
	}
	return store.Draft{Article: a, Original: data}, nil
}

// sources lists the articles of paths: files, folders, and archives. The
// archives are open until closeAll is called, also after an error.
func (d disk) sources(paths []string) (sources []source, closeAll func() error, err error) {
	var open []io.Closer
	closeAll = func() error {
		var errs []error
		for _, c := range open {
			errs = append(errs, c.Close())
		}
		return errors.Join(errs...)
	}
	files, err := d.expand(paths)
	if err != nil {
		return nil, closeAll, err
	}
	for _, file := range files {
		f := file.path
		if strings.ToLower(filepath.Ext(f)) != ".zip" {
			sources = append(sources, source{f, func() ([]byte, error) { return d.read(f) }})
			continue
		}
		a, err := d.open(f)
		if err != nil {
			return nil, closeAll, err
		}
		open = append(open, a)
		z, err := zip.NewReader(a, a.size)
		if err != nil {
			return nil, closeAll, fmt.Errorf("%s: not a zip archive: %w", f, err)
		}
		found := inArchive(f, z)
		switch {
		case store.IsExport(z):
			return nil, closeAll, usagef("%s: this is a backup that export made; verbatim corpus import %s reads it", f, f)
		case len(found) == 0:
			return nil, closeAll, fmt.Errorf("%s: no article in this archive; articles end in %s", f, strings.Join(extensions, ", "))
		}
		sources = append(sources, found...)
	}
	return sources, closeAll, nil
}

// inArchive lists the articles in an archive, sorted by name; hidden files and
// the folder that macOS adds are left out.
func inArchive(archive string, z *zip.Reader) []source {
	var sources []source
	for _, f := range z.File {
		base := filepath.Base(f.Name)
		if strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") ||
			!slices.Contains(extensions, strings.ToLower(filepath.Ext(base))) {
			continue
		}
		name := archive + "/" + f.Name
		sources = append(sources, source{name, func() (data []byte, err error) {
			r, err := f.Open()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			defer func() { err = errors.Join(err, r.Close()) }()
			return readAll(name, r)
		}})
	}
	slices.SortFunc(sources, func(a, b source) int { return strings.Compare(a.name, b.name) })
	return sources
}

// readFile reads an article's file of this process.
func readFile(path string) ([]byte, error) { return ownDisk.read(path) }

// read reads an article's file, or refuses one that is too big to be one.
func (d disk) read(path string) (data []byte, err error) {
	f, err := d.open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return readAll(path, f)
}

func readAll(name string, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxArticle+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: could not be read: %w", name, err)
	case len(data) > maxArticle:
		return nil, fmt.Errorf("%s: over %d MB, which no article is; split it", name, maxArticle>>20)
	}
	return data, nil
}

// digests gives the article of each original's digest in a guild.
func digests(st *store.Store, guild string) (map[string]string, error) {
	rs, err := st.Articles(guild)
	if err != nil {
		return nil, err
	}
	m := map[string]string{}
	for _, r := range rs {
		m[r.Digest] = r.ID
	}
	return m, nil
}
