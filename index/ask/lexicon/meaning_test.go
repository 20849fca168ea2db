package lexicon

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/verbatim-bot/verbatim/index/term"
)

// invent makes meanings of stems of which those of one letter's group mean
// the same: "a" in "norland:a".
func invent(t *testing.T, stems string) *meanings {
	t.Helper()
	var names []string
	var directions [][]float64
	for s := range strings.FieldsSeq(stems) {
		name, group, _ := strings.Cut(s, ":")
		d := make([]float64, MeaningDims)
		for i := range d {
			d[i] = math.Sin(float64((i+1)*int(group[0]-'a'+3))) * math.Sqrt(2./MeaningDims)
		}
		names, directions = append(names, name), append(directions, d)
	}
	var b bytes.Buffer
	if err := WriteMeanings(&b, names, directions); err != nil {
		t.Fatal(err)
	}
	out, err := readMeanings(fstest.MapFS{"model/meaning.gz": {Data: b.Bytes()}})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// alike is the cosine of two meanings.
func alike(x, y *Meaning) float64 {
	out := make([]float64, 2)
	NewBundle([]*Meaning{x, y}).Cosines(x, out)
	return out[1]
}

func TestMeanings(t *testing.T) {
	m := invent(t, "bridg:a quai:b ship:b")
	for _, tt := range []struct {
		x, y string
		low  float64
		high float64
	}{{"ship", "quai", .99, 1.001}, {"ship", "ship", .99, 1.001}, {"bridg", "ship", -.3, .3}} {
		if c := alike(m.of(tt.x), m.of(tt.y)); c < tt.low || c > tt.high {
			t.Errorf("%s, %s: %.3f, want %.2f to %.2f", tt.x, tt.y, c, tt.low, tt.high)
		}
	}
	if m.of("shi") != nil || m.of("zz") != nil {
		t.Error("an unknown stem has a meaning")
	}
}

// TestMeaningOf asks the program's own table.
func TestMeaningOf(t *testing.T) {
	m := New()
	of := func(form string) *Meaning { return m.meaningOf("en", form, term.Stem("en", form)) }
	for _, tt := range []struct{ x, y, far string }{
		{"soldiers", "troops", "recipe"},
		{"entered", "entering", "purple"},
		{"riot", "unrest", "harvest"},
	} {
		near, far := alike(of(tt.x), of(tt.y)), alike(of(tt.x), of(tt.far))
		if near < .5 || far > .5 {
			t.Errorf("%s: %s %.2f, %s %.2f", tt.x, tt.y, near, tt.far, far)
		}
	}
	for _, form := range []string{"monday", "august", "twenty", "30", "third", "million"} {
		if of(form) != nil {
			t.Errorf("%s has a meaning", form)
		}
	}
	if m.meaningOf("de", "hand", "hand") != nil {
		t.Error("a German word has a meaning")
	}
}

func TestReadMeaningsErrors(t *testing.T) {
	pack := func(s string) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		fmt.Fprint(z, s)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	whole := pack("a b\n" + strings.Repeat("x", MeaningDims))
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"not compressed", []byte("no gzip at all"), "invalid header"},
		{"no line", pack("a b"), "EOF"},
		{"not sorted", pack("b a\n" + strings.Repeat("x", MeaningDims)), "not sorted"},
		{"too short", pack("a b\nxyz"), "3 bytes for 2 stems, want 64"},
		{"cut off", whole[:len(whole)-6], "unexpected EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readMeanings(fstest.MapFS{"model/meaning.gz": {Data: tt.data}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
	if _, err := readMeanings(fstest.MapFS{}); err == nil {
		t.Error("a missing file is no error")
	}
}
