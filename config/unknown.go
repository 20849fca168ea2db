package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ownPrefix begins the names that are ours alone.
const ownPrefix = "VERBATIM_"

// sharedData names the evaluation data that tests read. It may be set while
// the program runs, and is no setting of it.
const sharedData = "VERBATIM_SHARED"

// unknown notes each variable that looks like a setting and is none: a typing
// error there would otherwise be a setting that silently does nothing.
func (p *problems) unknown() {
	var names []string
	for _, s := range Config.Settings(Config{}) {
		names = append(names, s.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(p.environ)) {
		if strings.HasPrefix(name, ownPrefix) && name != sharedData && !slices.Contains(names, name) {
			p.list = append(p.list, fmt.Sprintf("%s: no such setting; did you mean %s?", name, nearest(name, names)))
		}
	}
}

// nearest gives the name that is fewest edits away, the first of equals.
func nearest(name string, names []string) string {
	return slices.MinFunc(names, func(a, b string) int { return edits(name, a) - edits(name, b) })
}

// edits counts the bytes to insert, delete or replace to make b of a
// (Levenshtein's distance).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
