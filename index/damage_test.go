package index

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// halve cuts a file in half.
func halve(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.Truncate(path, info.Size()/2)
}

// flip changes n bits, one in each of n bytes spread over the file.
func flip(path string, n int) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i := range n {
		data[len(data)*(2*i+1)/(2*n)] ^= 0x10
	}
	return os.WriteFile(path, data, 0o600)
}

// each calls f for every segment of the index in dir and fails when there is
// none.
func each(dir string, f func(path string) error) error {
	segments, err := filepath.Glob(filepath.Join(dir, strconv.Itoa(schema), "store", "*.zap"))
	if err != nil || len(segments) == 0 {
		return fmt.Errorf("segments: %v, %w", segments, err)
	}
	for _, s := range segments {
		if err := f(s); err != nil {
			return err
		}
	}
	return nil
}
