package language

import "strings"

// Words makes a set of the words of list, which white space parts.
func Words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
