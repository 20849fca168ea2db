package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
)

// table prints a line for each folder and the totals.
func (h *house) table(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "folder\tfiles\tlines\ttest files\ttest lines\texported\tfields\tunused\tby tests\tcalls\tup\t% up\tmethods\tfiles\ttype\t")
	var all room
	single, aliases := []string{}, []string{}
	for _, r := range h.rooms {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.0f\t%d\t%d\t%s\t\n", r.folder, r.files, r.code, r.testFiles, r.testCode,
			r.exported, r.fields, len(r.unused), r.testUsed, len(r.calls), len(r.up), 100*r.upShare(), r.largest.methods, r.largest.files, r.largest.name)
		all.files += r.files
		all.code += r.code
		all.testFiles += r.testFiles
		all.testCode += r.testCode
		all.exported += r.exported
		all.fields += r.fields
		all.unused = append(all.unused, r.unused...)
		all.testUsed += r.testUsed
		all.calls = append(all.calls, r.calls...)
		all.up = append(all.up, r.up...)
		if len(r.importers) == 1 && !r.command {
			single = append(single, r.folder+" ("+r.importers[0]+")")
		}
		for _, a := range r.aliases {
			aliases = append(aliases, r.folder+"."+a)
		}
	}
	fmt.Fprintf(t, "all\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.0f\t\t\t\t\n", all.files, all.code, all.testFiles, all.testCode,
		all.exported, all.fields, len(all.unused), all.testUsed, len(all.calls), len(all.up), 100*all.upShare())
	_ = t.Flush()
	fmt.Fprintf(w, "\nimported by one file: %d %v\naliases across packages: %d %v\ndependencies: %d direct, %d indirect\n",
		len(single), single, len(aliases), aliases, h.direct, h.indirect)
	for _, r := range h.rooms {
		for _, f := range r.faults() {
			fmt.Fprintf(w, "%s: %s\n", r.folder, f)
		}
	}
}

// unusedNames prints what could be unexported or deleted.
func (h *house) unusedNames(w io.Writer) {
	for _, r := range h.rooms {
		for _, n := range r.unused {
			fmt.Fprintf(w, "%s: nobody outside uses %s\n", r.folder, n)
		}
	}
}

// callsUp prints the pairs of files of a folder between which calls run back
// up, the most first.
func (h *house) callsUp(w io.Writer, folder string) {
	for _, r := range h.rooms {
		if r.folder != folder {
			continue
		}
		pairs := map[[2]string][]string{}
		for _, c := range r.up {
			k := [2]string{c.from, c.to}
			pairs[k] = append(pairs[k], c.function)
		}
		for _, k := range slices.SortedFunc(maps.Keys(pairs), func(a, b [2]string) int {
			return cmp.Or(cmp.Compare(len(pairs[b]), len(pairs[a])), cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
		}) {
			fns := pairs[k]
			slices.Sort(fns)
			fmt.Fprintf(w, "%s -> %s: %d %v\n", k[0], k[1], len(fns), slices.Compact(fns))
		}
	}
}
