package main

import (
	"fmt"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// The limits, for one folder.
const (
	maxFiles = 20  // of code, tests apart
	maxUp    = .25 // share of the calls inside a package that run back up
)

// room is what is counted of a folder.
type room struct {
	folder              string
	command             bool // package main
	files, code         int  // lines with code
	testFiles, testCode int
	exported, fields    int
	unused              []string // exported, used in no other package
	testUsed            int      // of these, those that tests elsewhere use
	order               []string // the files as the package comment lists them
	calls, up           []call   // from file to file, and those that run back up
	unlisted            []string // files that the package comment does not name
	largest             methodSet
	importers           []string // files that import it: of tests when no others do
	aliases             []string // of types of other rooms
}

// upShare is the share of calls that run back up.
func (r *room) upShare() float64 { return float64(len(r.up)) / float64(max(1, len(r.calls))) }

// forTests tells a package that only tests import.
func (r *room) forTests() bool {
	for _, f := range r.importers {
		if !strings.HasSuffix(f, "_test.go") {
			return false
		}
	}
	return len(r.importers) > 0
}

// house is a module.
type house struct {
	*module
	rooms            []*room
	direct, indirect int // dependencies
}

// measure counts everything in the module in root. Names that the module in
// tools uses count as used.
func measure(root string) (*house, error) {
	m, err := load(root)
	if err != nil {
		return nil, err
	}
	h := &house{module: m}
	if h.direct, h.indirect, err = dependencies(filepath.Join(m.dir, "go.mod")); err != nil {
		return nil, err
	}
	users := []*module{m}
	if _, err := os.Stat(filepath.Join(m.dir, "tools", "go.mod")); err == nil {
		tools, err := load(filepath.Join(m.dir, "tools"))
		if err != nil {
			return nil, err
		}
		users = append(users, tools)
	}
	used, importers := uses(users), importers(m, users)
	for _, p := range m.packages {
		r := &room{folder: m.folder(p.PkgPath), command: p.Name == "main", importers: importers[p.PkgPath]}
		if r.files, r.code, r.testFiles, r.testCode, err = lines(filepath.Join(m.dir, r.folder)); err != nil {
			return nil, err
		}
		r.order, r.unlisted = m.listed(p)
		r.calls = m.calls(p)
		r.up = upward(r.calls, r.order)
		r.largest = m.largest(p)
		r.aliases = m.aliases(p)
		if !r.command {
			r.export(p, used)
		}
		h.rooms = append(h.rooms, r)
	}
	return h, nil
}

// faults says which limits a room breaks. A command may have a file for each of
// its commands, and nobody imports it.
func (r *room) faults() []string {
	var out []string
	if r.files > maxFiles && !r.command {
		out = append(out, fmt.Sprintf("%d files of code, want at most %d", r.files, maxFiles))
	}
	if s := r.upShare(); s > maxUp {
		out = append(out, fmt.Sprintf("%d of %d calls run back up, want at most a quarter", len(r.up), len(r.calls)))
	}
	if len(r.unlisted) > 0 && r.files > 1 {
		out = append(out, fmt.Sprintf("the package comment does not name %v", r.unlisted))
	}
	// The lexicon of a language is a folder of data, which the file that chooses
	// among languages imports.
	if len(r.importers) == 1 && !r.command && !strings.HasPrefix(r.folder, "corpus/language/") {
		out = append(out, "only "+r.importers[0]+" imports it")
	}
	for _, a := range r.aliases {
		out = append(out, a+" is an alias for a type of another package")
	}
	return out
}

// codeLines counts the lines that have more than a comment.
func codeLines(src []byte) int {
	fset := token.NewFileSet()
	f := fset.AddFile("", fset.Base(), len(src))
	var s scanner.Scanner
	s.Init(f, src, nil, 0)
	n, last := 0, 0
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return n
		}
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		from := f.Line(pos)
		to := f.Line(pos + token.Pos(max(0, len(lit)-1)))
		if from > last {
			n++
			last = from
		}
		n += to - last
		last = to
	}
}
