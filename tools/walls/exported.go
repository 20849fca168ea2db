package main

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// usage tells of an exported name who uses it outside its package.
type usage struct{ program, tests bool }

// key names an object the same way however often its package was loaded:
// "path.Name" or "path.Type.Method". It is "" for what has no such name.
func key(o types.Object) string {
	if o == nil || o.Pkg() == nil {
		return ""
	}
	switch o := o.(type) {
	case *types.Func:
		if recv := o.Signature().Recv(); recv != nil {
			t := typeName(recv.Type())
			if t == nil {
				return ""
			}
			return key(t) + "." + o.Name()
		}
		return o.Pkg().Path() + "." + o.Name()
	case *types.Var:
		if o.IsField() {
			return ""
		}
	}
	if o.Parent() != o.Pkg().Scope() {
		return ""
	}
	return o.Pkg().Path() + "." + o.Name()
}

// typeName is the name of a type or of what it points to, nil when it has none.
func typeName(t types.Type) *types.TypeName {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// uses tells for all objects which packages use them, from outside their own.
// Whoever uses a method or a field uses its type.
func uses(users []*module) map[string]usage {
	all := map[string]usage{}
	for _, u := range users {
		for _, p := range slices.Concat(u.packages, u.tests) {
			here := strings.TrimSuffix(p.PkgPath, "_test")
			note := func(o types.Object, test bool) {
				k := key(o)
				if k == "" || o.Pkg().Path() == here {
					return
				}
				was := all[k]
				all[k] = usage{was.program || !test, was.tests || test}
			}
			for id, o := range p.TypesInfo.Uses {
				isTest := strings.HasSuffix(u.file(id.Pos()), "_test.go")
				if f, ok := o.(*types.Func); ok {
					o = f.Origin()
				}
				note(o, isTest)
			}
			for sel, s := range p.TypesInfo.Selections {
				isTest := strings.HasSuffix(u.file(sel.Pos()), "_test.go")
				if t := typeName(s.Recv()); t != nil {
					note(t, isTest)
				}
			}
		}
	}
	return all
}

// export counts the exported names of a package and finds those that nobody
// outside uses; in a package that only tests import, tests count. Methods that make a type satisfy an interface of a package that
// is imported there, and types in what is used, count as used.
func (r *room) export(p *packages.Package, used map[string]usage) {
	scope := p.Types.Scope()
	wide := interfaces(p.Types)
	needed := signatures(p.Types, func(o types.Object) bool { u := used[key(o)]; return u.program || r.forTests() && u.tests })
	add := func(o types.Object, name string, satisfies bool) {
		r.exported++
		u := used[key(o)]
		if u.program || satisfies || needed[o] || r.forTests() && u.tests {
			return
		}
		r.unused = append(r.unused, name)
		if u.tests {
			r.testUsed++
		}
	}
	for _, name := range scope.Names() {
		o := scope.Lookup(name)
		if !o.Exported() {
			continue
		}
		add(o, name, false)
		t, ok := o.(*types.TypeName)
		if !ok || t.IsAlias() {
			continue
		}
		named, ok := t.Type().(*types.Named)
		if !ok {
			continue
		}
		for fn := range named.Methods() {
			if fn.Exported() {
				add(fn, name+"."+fn.Name(), satisfies(named, fn, wide))
			}
		}
		switch x := named.Underlying().(type) {
		case *types.Interface:
			for fn := range x.ExplicitMethods() {
				if fn.Exported() {
					add(fn, name+"."+fn.Name(), true)
				}
			}
		case *types.Struct:
			for f := range x.Fields() {
				if f.Exported() && !f.Embedded() {
					r.fields++
				}
			}
		}
	}
}

// signatures gives the types of a package that stand in the signatures and
// fields of what others use: these cannot hide.
func signatures(p *types.Package, used func(types.Object) bool) map[types.Object]bool {
	out := map[types.Object]bool{}
	var visit func(t types.Type)
	open := func(o types.Object) {
		if out[o] {
			return
		}
		out[o] = true
		if t, ok := o.(*types.TypeName); ok {
			visit(t.Type().Underlying())
		}
	}
	visit = func(t types.Type) {
		switch t := types.Unalias(t).(type) {
		case *types.Named:
			if t.Obj().Pkg() == p && t.Obj().Exported() {
				open(t.Origin().Obj())
			}
			for a := range t.TypeArgs().Types() {
				visit(a)
			}
		case *types.Pointer:
			visit(t.Elem())
		case *types.Slice:
			visit(t.Elem())
		case *types.Array:
			visit(t.Elem())
		case *types.Chan:
			visit(t.Elem())
		case *types.Map:
			visit(t.Key())
			visit(t.Elem())
		case *types.Tuple:
			for v := range t.Variables() {
				visit(v.Type())
			}
		case *types.Signature:
			visit(t.Params())
			visit(t.Results())
		case *types.Struct:
			for f := range t.Fields() {
				if f.Exported() {
					visit(f.Type())
				}
			}
		case *types.Interface:
			for f := range t.Methods() {
				visit(f.Type())
			}
		}
	}
	for _, name := range p.Scope().Names() {
		o := p.Scope().Lookup(name)
		if o.Exported() && used(o) {
			open(o)
			if _, ok := o.(*types.TypeName); !ok {
				visit(o.Type())
			}
		}
		if t, ok := o.(*types.TypeName); ok && !t.IsAlias() {
			if named, ok := t.Type().(*types.Named); ok {
				for fn := range named.Methods() {
					if used(fn) {
						visit(fn.Type())
					}
				}
			}
		}
	}
	return out
}

// interfaces are those that a package knows by its imports, and error.
func interfaces(p *types.Package) []*types.Interface {
	out := []*types.Interface{types.Universe.Lookup("error").Type().Underlying().(*types.Interface)}
	for _, i := range append(p.Imports(), p) {
		for _, name := range i.Scope().Names() {
			t, ok := i.Scope().Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			if x, ok := t.Type().Underlying().(*types.Interface); ok && x.NumMethods() > 0 {
				out = append(out, x)
			}
		}
	}
	return out
}

// known are methods that the standard library calls without being imported.
var known = []string{"String", "Error", "Unwrap", "Is", "As", "MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText", "Format", "LogValue"}

// satisfies reports whether a method is there for an interface's sake.
func satisfies(t *types.Named, fn *types.Func, wide []*types.Interface) bool {
	if slices.Contains(known, fn.Name()) {
		return true
	}
	for _, i := range wide {
		if types.Implements(types.NewPointer(t), i) {
			for m := range i.Methods() {
				if m.Name() == fn.Name() {
					return true
				}
			}
		}
	}
	return false
}
