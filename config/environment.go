package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"

	"github.com/joho/godotenv"
)

// Environment gives the variables of environ ("NAME=value", as [os.Environ]
// has them) and, below them, those of the file dotenv. A file that is not
// there is no error; one that cannot be read is a [ProblemsError].
func Environment(environ []string, dotenv string) (map[string]string, error) {
	vars, err := readDotenv(dotenv)
	own := make(map[string]string, len(environ))
	for _, e := range environ {
		name, value, _ := strings.Cut(e, "=")
		own[name] = value
	}
	maps.Copy(vars, own)
	return vars, err
}

func readDotenv(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]string{}, nil
	}
	if err != nil {
		return map[string]string{}, ProblemsError{fmt.Sprintf("%s: cannot be read: %v", path, err)}
	}
	vars, err := godotenv.UnmarshalBytes(data)
	if err != nil {
		// What godotenv says quotes the line, and the line may hold the token.
		return map[string]string{}, ProblemsError{fmt.Sprintf("%s: line %d: give NAME=value", path, badLine(data))}
	}
	return vars, nil
}

// badLine is the number of the first line that godotenv cannot read, from 1.
func badLine(data []byte) int {
	lines := bytes.SplitAfter(data, []byte("\n"))
	for n := range lines {
		if _, err := godotenv.UnmarshalBytes(bytes.Join(lines[:n+1], nil)); err != nil {
			return n + 1
		}
	}
	return len(lines)
}
