package main

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/packages"
)

// call is a call from a file of a package to a function of another.
type call struct{ from, to, function string }

// calls gives the calls from file to file of a package.
func (m *module) calls(p *packages.Package) []call {
	var all []call
	for _, f := range p.Syntax {
		from := m.file(f.Package)
		ast.Inspect(f, func(node ast.Node) bool {
			c, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn := called(p.TypesInfo, c)
			if fn == nil || fn.Pkg() != p.Types {
				return true
			}
			if to := m.file(fn.Pos()); to != from {
				all = append(all, call{from, to, fn.Name()})
			}
			return true
		})
	}
	return all
}

// upward gives those of the calls that go to a file that stands earlier in
// order than the one that calls.
func upward(calls []call, order []string) []call {
	place := map[string]int{}
	for i, f := range order {
		place[f] = i
	}
	var up []call
	for _, c := range calls {
		if place[c.to] < place[c.from] {
			up = append(up, c)
		}
	}
	return up
}

// called is the function or method that c calls by name, nil for any other
// value and for conversions.
func called(info *types.Info, c *ast.CallExpr) *types.Func {
	fun := ast.Unparen(c.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr: // of a generic one
		fun = x.X
	case *ast.IndexListExpr:
		fun = x.X
	}
	var id *ast.Ident
	switch x := fun.(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return nil
	}
	fn, ok := info.Uses[id].(*types.Func)
	if !ok {
		return nil
	}
	return fn.Origin()
}

// methodSet is a type with the number of its methods, and of the files that
// they are in.
type methodSet struct {
	name           string
	methods, files int
}

// largest gives the type of a package with the most methods.
func (m *module) largest(p *packages.Package) methodSet {
	var best methodSet
	for _, name := range slices.Sorted(slices.Values(p.Types.Scope().Names())) {
		t, ok := p.Types.Scope().Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() {
			continue
		}
		named, ok := t.Type().(*types.Named)
		if !ok {
			continue
		}
		files := map[string]bool{}
		for fn := range named.Methods() {
			files[m.file(fn.Pos())] = true
		}
		if n := named.NumMethods(); n > best.methods {
			best = methodSet{name, n, len(slices.Collect(maps.Keys(files)))}
		}
	}
	return best
}
