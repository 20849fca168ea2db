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
// written.
func scopeOf(paths []string) (*index.Scope, error) {
	articles, err := readArticles(paths)
	if err == nil && len(paths) == 0 {
		articles, err = houseArticles()
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
func houseArticles() ([]*corpus.Article, error) {
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
	files, err := walk(c.Articles)
	if err != nil {
		return nil, readError(err)
	}
	read, err := readArticles(files)
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
// with the names below it for a folder. A file named twice is read once.
func readArticles(paths []string) ([]*corpus.Article, error) {
	files, err := expand(paths)
	if err != nil {
		return nil, err
	}
	var articles []*corpus.Article
	for _, f := range files {
		a, err := readArticle(f)
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
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

// expand lists the article files of paths.
func expand(paths []string) ([]string, error) {
	var files []string
	add := func(f string) {
		if !slices.Contains(files, f) {
			files = append(files, f)
		}
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, readError(err)
		}
		if !info.IsDir() {
			add(p)
			continue
		}
		found, err := walk(p)
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
// Hidden files and folders are left out.
func walk(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && slices.Contains(extensions, strings.ToLower(filepath.Ext(path))):
			files = append(files, path)
		}
		return nil
	})
	slices.Sort(files)
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
