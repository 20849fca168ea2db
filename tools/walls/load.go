package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// module is a Go module with the packages in it, loaded with their types.
type module struct {
	path     string // of the module
	dir      string
	fset     *token.FileSet
	packages []*packages.Package // as the program has them
	tests    []*packages.Package // again, with their tests
}

const mode = packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo |
	packages.NeedImports | packages.NeedModule | packages.NeedForTest | packages.NeedExportFile

// load loads all packages of the module in dir, for this platform.
func load(dir string) (*module, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	m := &module{dir: dir, fset: token.NewFileSet()}
	all, err := packages.Load(&packages.Config{Mode: mode, Dir: dir, Fset: m.fset, Tests: true}, "./...")
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		for _, e := range p.Errors {
			return nil, fmt.Errorf("%s: %w", p.ID, e)
		}
		switch {
		case strings.HasSuffix(p.ID, ".test"): // the main package of a test
		case p.ForTest != "":
			m.tests = append(m.tests, p)
		default:
			m.packages = append(m.packages, p)
			m.path = p.Module.Path
		}
	}
	if len(m.packages) == 0 {
		return nil, errors.New(dir + ": no packages")
	}
	return m, nil
}

// folder is a package's place in the module.
func (m *module) folder(pkg string) string {
	if pkg == m.path {
		return "."
	}
	return strings.TrimPrefix(pkg, m.path+"/")
}

// file is the name of the file that has pos, without its folder.
func (m *module) file(pos token.Pos) string { return filepath.Base(m.fset.Position(pos).Filename) }

// system is the end of a file's name that has the part for some systems of what
// the file of the same name without it begins.
var system = regexp.MustCompile(`_(?:unix|linux|darwin|windows|other)\.go$`)

var goFile = regexp.MustCompile(`\b\w+\.go\b`)

// listed gives the files of a package in the order in which the package comment
// names them; those that it does not name stand behind, by the alphabet.
func (m *module) listed(p *packages.Package) (order, missing []string) {
	var all []string
	for _, f := range p.Syntax {
		all = append(all, m.file(f.Package))
	}
	slices.Sort(all)
	for _, f := range p.Syntax {
		if f.Doc == nil {
			continue
		}
		for _, name := range goFile.FindAllString(f.Doc.Text(), -1) {
			if slices.Contains(all, name) && !slices.Contains(order, name) {
				order = append(order, name)
			}
		}
	}
	for _, name := range all {
		if slices.Contains(order, name) {
			continue
		}
		if i := slices.Index(order, system.ReplaceAllString(name, ".go")); i >= 0 {
			order = slices.Insert(order, i+1, name)
			continue
		}
		order = append(order, name)
		if name != "doc.go" {
			missing = append(missing, name)
		}
	}
	return order, missing
}

// lines counts the Go files of a folder, and their lines that have more than a
// comment: for all platforms, those of tests apart.
func lines(dir string) (files, code, testFiles, testCode int, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return 0, 0, 0, 0, err
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".go" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return 0, 0, 0, 0, err
		}
		if strings.HasSuffix(e.Name(), "_test.go") {
			testFiles++
			testCode += codeLines(data)
		} else {
			files++
			code += codeLines(data)
		}
	}
	return files, code, testFiles, testCode, nil
}

// isTest tells a file of tests.
func (m *module) isTest(f *ast.File) bool { return strings.HasSuffix(m.file(f.Package), "_test.go") }
