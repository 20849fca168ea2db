package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root of the repository, seen from this folder.
const rootDir = "../.."

const module = "github.com/verbatim-bot/verbatim"

// line is the order of the packages: each imports only what stands before it.
// Packages of one rank do not import each other. A package below a listed one
// has its rank, and may be imported by it.
var line = []string{
	"corpus/words", "corpus/language", "corpus/name", "corpus/fact", "corpus/page", "corpus",
	"corpus/quote/linear", "corpus/quote/syntax", "corpus/quote/cast", "corpus/quote/voice", "corpus/quote", "corpus/store", "cluster", "cluster/journal", "cluster/lease",
	"index/term", "index/engine", "index", "index/cite", "index/reader",
	"index/ask/lexicon", "index/ask/question", "index/ask/article", "index/ask/rank", "index/ask", "index/check",
	"bot/say", "bot/directory", "bot/moderate", "bot/desk", "bot/page", "bot/discordtest", "bot/gateway", "bot/discord", "cmd/verbatim",
}

// standing gives the place of a package in line, -1 when it is not in it.
func standing(pkg string) int {
	best, n := -1, -1
	for i, p := range line {
		if (pkg == p || strings.HasPrefix(pkg, p+"/")) && len(p) > n {
			best, n = i, len(p)
		}
	}
	return best
}

// goFiles calls f for every Go file of the repository, by its slash path.
func goFiles(t *testing.T, f func(name string, data []byte)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(rootDir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != rootDir && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(p) != ".go" {
			return nil
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(rootDir, p)
		if err != nil {
			return err
		}
		n++
		f(filepath.ToSlash(name), data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 20 {
		t.Fatalf("found %d Go files: this does not look at the repository", n)
	}
}

// inTools tells a package of the module in tools, which the compiler keeps out
// of the program.
func inTools(pkg string) bool { return strings.HasPrefix(pkg, "tools/") }

// TestImports enforces the order of the packages.
func TestImports(t *testing.T) {
	goFiles(t, func(name string, data []byte) {
		pkg := path.Dir(name)
		if inTools(pkg) {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		if standing(pkg) < 0 && pkg != "config" {
			t.Errorf("%s: package %s stands nowhere in the order; add it", name, pkg)
		}
		for _, i := range f.Imports {
			imported, ok := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), module+"/")
			if !ok || imported == pkg {
				continue
			}
			test := strings.HasSuffix(name, "_test.go") // may use what serves tests, in its own rank
			switch {
			case imported == "config" && pkg != "cmd/verbatim":
				t.Errorf("%s imports config: only cmd/verbatim does, and hands on plain values", name)
			case pkg == "config":
				t.Errorf("%s imports %s: config stands alone", name, imported)
			case imported != "config" && standing(imported) > standing(pkg):
				t.Errorf("%s imports %s, which stands after it", name, imported)
			case pkg == "index/check" && strings.HasPrefix(imported, "index/ask") && !test:
				t.Errorf("%s imports %s: they stand side by side", name, imported)
			}
		}
	})
}

// knows says which packages alone know a module of others: how records are
// kept, what searches, what speaks with Discord.
var knows = map[string][]string{
	"go.etcd.io/bbolt":               {"corpus/store"},
	"github.com/blevesearch/bleve":   {"index/engine", "index/term"}, // term has its stemmers
	"github.com/bwmarrin/discordgo":  {"bot/gateway", "bot/discord"},
	"github.com/nats-io/nats.go":     {"cluster", "cluster/natstest", "cluster/journal", "cluster/lease"},
	"github.com/nats-io/nats-server": {"cluster/natstest"},
}

// TestKnows checks that, and that only cmd reads the environment.
func TestKnows(t *testing.T) {
	goFiles(t, func(name string, data []byte) {
		pkg := path.Dir(name)
		if strings.HasSuffix(name, "_test.go") || inTools(pkg) {
			return
		}
		for mod, who := range knows {
			if bytes.Contains(data, []byte(`"`+mod)) && !slices.Contains(who, pkg) {
				t.Errorf("%s imports %s, which only %v know", name, mod, who)
			}
		}
		if pkg != "cmd/verbatim" && !strings.HasSuffix(pkg, "test") &&
			regexp.MustCompile(`\bos\.(Getenv|LookupEnv|Environ)\(`).Match(data) {
			t.Errorf("%s reads the environment: make it a setting", name)
		}
	})
}

// maxLines is where a file has outgrown its noun.
const maxLines = 500

// TestFiles checks sizes and names of files and folders.
func TestFiles(t *testing.T) {
	vague := []string{"util", "utils", "helper", "helpers", "common", "misc", "base", "shared"}
	goFiles(t, func(name string, data []byte) {
		if n := bytes.Count(data, []byte("\n")); n > maxLines && !generated(data) {
			t.Errorf("%s has %d lines, over %d: find the new noun in it", name, n, maxLines)
		}
		for part := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSuffix(name, ".go"), "_test"), "/") {
			if slices.Contains(vague, part) && name != "corpus/shared_test.go" {
				t.Errorf("%s: %q says nothing of what is in it", name, part)
			}
		}
	})
}

func generated(data []byte) bool {
	return regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`).Match(data)
}

// TestTour checks that the tour of the program in doc.go names every package,
// and no package or file that is not there, nor does CONTRIBUTING.md.
func TestTour(t *testing.T) {
	data, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	doc := strings.ReplaceAll(string(data), module+"/", "")
	packages := map[string]bool{}
	goFiles(t, func(name string, _ []byte) {
		if pkg := path.Dir(name); !strings.HasSuffix(name, "_test.go") && !inTools(pkg) {
			packages[pkg] = true
		}
	})
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`\b(?:corpus|cluster|index|bot|config|cmd)(?:/[a-z]+)*(?:\b|$)(/[a-z_]+\.go)?`).FindAllStringSubmatch(doc, -1) {
		if m[1] == "" {
			named[m[0]] = true
		}
	}
	for pkg := range packages {
		if !named[pkg] {
			t.Errorf("the tour does not come to %s", pkg)
		}
	}
	guide, err := os.ReadFile(filepath.Join(rootDir, "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("`((?:corpus|cluster|index|bot|config|cmd|tools)/[a-z_/*.]+)`").FindAllStringSubmatch(string(guide), -1) {
		if found, err := filepath.Glob(filepath.Join(rootDir, m[1])); err != nil || len(found) == 0 {
			t.Errorf("CONTRIBUTING.md names %s, which is not there", m[1])
		}
	}
	for pkg := range named {
		if strings.Contains(pkg, "/") && !packages[pkg] {
			t.Errorf("the tour comes to %s, which is no package", pkg)
		}
	}
	for _, m := range regexp.MustCompile(`\b(?:corpus|cluster|index|bot|config|cmd)/[a-z_/]+\.go\b`).FindAllString(doc, -1) {
		if _, err := os.Stat(filepath.Join(rootDir, m)); err != nil {
			t.Errorf("the tour names %s: %v", m, err)
		}
	}
}
