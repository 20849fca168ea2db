package ask

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io/fs"
	"strings"
)

// readKins reads the groups of stems that WordNet brings together: one group
// a line, compressed, after lines of WordNet's licence that begin with "#".
func readKins(fsys fs.FS) (map[string][]int16, error) {
	f, err := fsys.Open("wordnet.gz")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("wordnet.gz: %w", err)
	}
	out := make(map[string][]int16, 1<<13)
	in := bufio.NewScanner(z)
	for n := int16(0); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		for s := range strings.FieldsSeq(in.Text()) {
			out[s] = append(out[s], n)
		}
		n++
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("wordnet.gz: %w", err)
	}
	return out, nil
}

func (m *Model) kinsOf(language, stem string) []int16 {
	if language != "en" {
		return nil
	}
	return m.kins[stem]
}
