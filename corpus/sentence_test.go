package corpus

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected parts of testdata")

func TestSentences(t *testing.T) {
	for _, path := range glob(t, "testdata/sentence/*.txtar") {
		golden(t, path, ".txt", ".want", func(_ string, in []byte) string {
			text := strings.TrimSuffix(string(in), "\n")
			var b strings.Builder
			for _, s := range Sentences(text) {
				b.WriteString(strings.Join(strings.Fields(text[s.Start:s.End]), " ") + "\n")
			}
			return b.String()
		})
	}
}

func TestSentencesOfNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\u00a0\t"} {
		if got := Sentences(text); len(got) != 0 {
			t.Errorf("Sentences(%q) = %v, want none", text, got)
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, path := range glob(f, "testdata/sentence/*.txtar") {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			f.Add(string(file.Data))
		}
	}
	f.Add("\xff.\" \xe2\x80")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Sentences(text) {
			if !s.valid(text) && strings.ToValidUTF8(text, "") == text {
				t.Fatalf("%v is not a span of %q", s, text)
			}
			got := text[s.Start:s.End]
			if got == "" || strings.TrimFunc(got, unicode.IsSpace) != got {
				t.Fatalf("%q is not trimmed", got)
			}
			if between := text[at:s.Start]; strings.TrimFunc(between, unicode.IsSpace) != "" {
				t.Fatalf("%q is in no sentence of %q", between, text)
			}
			at = s.End
		}
		if rest := text[at:]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
			t.Fatalf("%q is in no sentence of %q", rest, text)
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	texts := map[string]string{
		"prose":  "“Who is there?” Gen. A. B. Stroud asked on Monday at the U.S. embassy. Nobody answered, he said, and the guards went home. ",
		"stops":  ". . . . . . .\" . . . .” .... ",
		"spaces": ".                                                                ",
		"hindi":  "वह आया और फिर वह अपने घर चला गया। ",
	}
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(text, 1<<20/len(text))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Sentences(text)
			}
		})
	}
}

// glob gives the files of a pattern and fails when there is none, so that a
// moved folder cannot pass for a tested one.
func glob(tb testing.TB, pattern string) []string {
	tb.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no files match %s (%v)", pattern, err)
	}
	return paths
}

// golden runs each file of a txtar archive whose name ends in one of the
// comma-separated suffixes in through do, and compares the result with the
// file of the same name that ends in want instead. -update writes it.
func golden(t *testing.T, path, in, want string, do func(name string, data []byte) string) {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wants := map[string]string{}
	for _, f := range archive.Files {
		wants[f.Name] = string(f.Data)
	}
	out := &txtar.Archive{Comment: archive.Comment}
	n := 0
	for _, f := range archive.Files {
		for suffix := range strings.SplitSeq(in, ",") {
			stem, ok := strings.CutSuffix(f.Name, suffix)
			if !ok {
				continue
			}
			n++
			name := stem + want
			got := do(f.Name, f.Data)
			out.Files = append(out.Files, f, txtar.File{Name: name, Data: []byte(got)})
			t.Run(filepath.Base(path)+"/"+stem, func(t *testing.T) {
				if diff := cmp.Diff(wants[name], got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			})
		}
	}
	if n == 0 {
		t.Fatalf("%s: no file ends in %s", path, in)
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
