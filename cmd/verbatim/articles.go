package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// extensions are the names that articles have in a folder. A file that is
// named itself may be called anything: its content tells what it is.
var extensions = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}

// scopeOf makes the scope that a command asks: the articles of paths, or the
// embedded article when there are none.
func scopeOf(paths []string) (*index.Scope, error) {
	articles, err := readArticles(paths)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		a, err := embedded()
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return index.Memory(articles...)
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
