package main

import (
	"go/types"
	"os"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/packages"
)

// importers gives for each package of m the files that import it, by their
// slash paths: files of tests only when no others do.
func importers(m *module, users []*module) map[string][]string {
	code, tests := map[string][]string{}, map[string][]string{}
	for _, u := range users {
		for _, p := range slices.Concat(u.packages, u.tests) {
			for _, f := range p.Syntax {
				name := u.folder(strings.TrimSuffix(p.PkgPath, "_test")) + "/" + u.file(f.Package)
				if u != m {
					name = u.path[len(m.path)+1:] + "/" + name
				}
				into := code
				if u.isTest(f) {
					into = tests
				}
				for _, i := range f.Imports {
					path := strings.Trim(i.Path.Value, `"`)
					if !slices.Contains(into[path], name) {
						into[path] = append(into[path], name)
					}
				}
			}
		}
	}
	for path, names := range tests {
		if len(code[path]) == 0 {
			code[path] = names
		}
	}
	return code
}

// aliases are the names of a package for types of others of the module.
func (m *module) aliases(p *packages.Package) []string {
	var out []string
	for _, name := range p.Types.Scope().Names() {
		t, ok := p.Types.Scope().Lookup(name).(*types.TypeName)
		if !ok || !t.IsAlias() {
			continue
		}
		if n := typeName(t.Type()); n != nil && n.Pkg() != nil && n.Pkg() != p.Types && strings.HasPrefix(n.Pkg().Path(), m.path+"/") {
			out = append(out, name)
		}
	}
	return out
}

// dependencies counts the modules that a go.mod requires.
func dependencies(path string) (direct, indirect int, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, 0, err
	}
	f, err := modfile.ParseLax(path, data, nil)
	if err != nil {
		return 0, 0, err
	}
	for _, r := range f.Require {
		if r.Indirect {
			indirect++
		} else {
			direct++
		}
	}
	return direct, indirect, nil
}
