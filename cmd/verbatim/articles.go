package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// extensions are the names that articles have in a folder. A file that is
// named itself may be called anything: its content tells what it is.
var extensions = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}

// scopeOf makes the scope that a command asks: the articles of paths; without
// any, the house articles; and without those, the embedded one. Nothing is
// written. warn is told of files in folders that cannot be read: the others
// are asked all the same.
func scopeOf(paths []string, warn func(error)) (*index.Scope, error) {
	articles, err := readArticles(paths, warn)
	if err == nil && len(paths) == 0 {
		articles, err = houseArticles(warn)
	}
	if err != nil {
		return nil, err
	}
	if len(articles) == 0 {
		articles = append(articles, corpus.Default())
	}
	return index.Memory(articles...)
}

// houseArticles reads the house articles: those of the records, and those that
// the folder VERBATIM_ARTICLES has now. While the bot runs, it alone can read
// the records, and the folder has to do.
func houseArticles(warn func(error)) ([]*corpus.Article, error) {
	c, err := loadConfig()
	if err != nil {
		return nil, err
	}
	stored, err := storedHouse(c.Data, c.Articles != "")
	if err != nil && (c.Articles == "" || !errors.Is(err, store.ErrLocked)) {
		return nil, err
	}
	if c.Articles == "" {
		return stored, nil
	}
	read, err := readFolder(c.Articles, warn)
	// Ids of the records stay theirs; the files' come after them.
	last := 0
	for _, a := range stored {
		n, _ := strconv.Atoi(strings.TrimLeft(a.ID, "h"))
		last = max(last, n)
	}
	for i, a := range read {
		a.ID = fmt.Sprintf("h%d", last+1+i)
	}
	return append(stored, read...), err
}

// storedHouse reads the house articles of the records in dir, without those of
// the folder when it is read itself. A data folder that is not there has none.
func storedHouse(dir string, folder bool) (articles []*corpus.Article, err error) {
	if found, err := store.Exists(dir); err != nil || !found {
		return nil, err
	}
	st, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	records, err := st.Articles(store.House)
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		if folder && r.By == inFolder {
			continue
		}
		a, err := st.Article(store.House, r.ID)
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// readArticles reads every article of paths, each a file or a folder that is
// walked in the order of its names. Each article's File is the path as given,
// with the names below it for a folder. A file named twice is read once. What
// cannot be read in a folder is told to warn, unless all of them cannot.
func readArticles(paths []string, warn func(error)) ([]*corpus.Article, error) {
	files, err := expand(paths, warn)
	if err != nil {
		return nil, err
	}
	return readEach(files, warn)
}

// readFolder reads every article of a folder, which may have none.
func readFolder(dir string, warn func(error)) ([]*corpus.Article, error) {
	found, err := walk(dir, warn)
	if err != nil {
		return nil, readError(err)
	}
	return readEach(found, warn)
}

func readEach(files []file, warn func(error)) ([]*corpus.Article, error) {
	var articles []*corpus.Article
	var last error
	for _, f := range files {
		a, err := readArticle(f.path)
		switch {
		case err == nil:
			articles = append(articles, a)
		case !f.found:
			return nil, err
		default:
			if last != nil {
				warn(last)
			}
			last = err
		}
	}
	if last != nil && len(articles) == 0 {
		return nil, last
	}
	if last != nil {
		warn(last)
	}
	return articles, nil
}

func readArticle(file string) (*corpus.Article, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, err
	}
	a, err := corpus.Parse(file, data)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read as an article: %w; give a text, Markdown or HTML file", file, err)
	}
	return a, nil
}

// file is an article's.
type file struct {
	path  string
	found bool // in a folder, else it was named itself
}

// expand lists the article files of paths. Folders in folders that cannot be
// read are told to warn; without one they are an error.
func expand(paths []string, warn func(error)) ([]file, error) {
	var files []file
	add := func(f file) {
		if !slices.ContainsFunc(files, func(o file) bool { return o.path == f.path }) {
			files = append(files, f)
		}
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, readError(err)
		}
		if !info.IsDir() {
			add(file{path: p})
			continue
		}
		found, err := walk(p, warn)
		if err != nil {
			return nil, readError(err)
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: no article in this folder; articles end in %s", p, strings.Join(extensions, ", "))
		}
		for _, f := range found {
			add(f)
		}
	}
	return files, nil
}

// walk lists the files in dir and below that are named like articles, sorted.
// Hidden files and folders are left out. A folder below that cannot be read is
// told to warn and left out, or without one is an error.
func walk(dir string, warn func(error)) ([]file, error) {
	var files []file
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && warn != nil && path != dir:
			warn(readError(err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case err != nil:
			return err
		case path != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && slices.Contains(extensions, strings.ToLower(filepath.Ext(path))):
			files = append(files, file{path, true})
		}
		return nil
	})
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return files, err
}

// readError says which file could not be read, why, and what to do.
func readError(err error) error {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file; check the path", p.Path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: not allowed to read it; check its permissions", p.Path)
	}
	return fmt.Errorf("%s: could not be read: %w", p.Path, p.Err)
}
