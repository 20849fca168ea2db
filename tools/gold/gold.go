// Package gold reads articles whose attributions were marked by hand and
// scores an extraction against them. It serves training and the quality test;
// the program itself does not use it.
//
// The files are JSON lines in the shape of the shared evaluation set: one
// article with its text, its attributions and its quoted runs. Offsets there
// count runes of the text, end exclusive.
package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Span is a half-open range of runes of a record's text.
type Span [2]int

// Record is one article and what people marked in it.
type Record struct {
	ID           string        `json:"id"`
	Publisher    string        `json:"publisher"`
	Text         string        `json:"text"`
	Attributions []Attribution `json:"attributions"`
	Quotes       []Run         `json:"quotes"`
	Ignore       []Span        `json:"ignore"`

	runes []rune
}

// Attribution is one statement with its source and cue, in pieces.
type Attribution struct {
	Content  []Span `json:"content"`
	Source   []Span `json:"source"`
	Cue      []Span `json:"cue"`
	Kind     string `json:"kind"`         // direct, mixed, indirect
	CueClass string `json:"cue_class"`    // speech, other
	Speaker  string `json:"speaker_name"` // canonical name, "" when unknown
	NameVia  string `json:"name_via"`     // how the name was found: mention, pronoun ...
}

// Run is one run of quotation marks. Attr is nil when nobody marked it as
// said by somebody.
type Run struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"` // direct, mixed, none, ignore
	Attr  *int   `json:"attr"`
}

// Read reads the records of a file.
func Read(path string) ([]*Record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	var all []*Record
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		if len(sc.Bytes()) == 0 {
			continue
		}
		r := new(Record)
		if err := json.Unmarshal(sc.Bytes(), r); err != nil {
			return nil, fmt.Errorf("gold: %s, record %d: %w", path, len(all)+1, err)
		}
		r.runes = []rune(r.Text)
		all = append(all, r)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("gold: %s: %w", path, err)
	}
	return all, nil
}

// Path is the place of a file of the shared quote set below shared, the value
// of VERBATIM_SHARED.
func Path(shared, file string) string {
	return filepath.Join(shared, "eval", "quotes", file)
}

// Article parses the record's text as the program would parse the file.
func (r *Record) Article() (*corpus.Article, error) {
	a, err := corpus.Parse(r.ID+".txt", []byte(r.Text))
	if err != nil {
		return nil, fmt.Errorf("gold: %s: %w", r.ID, err)
	}
	a.Language = "en"
	return a, nil
}
