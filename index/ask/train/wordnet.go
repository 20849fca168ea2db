package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/index/ask"
)

// What is taken of WordNet: a word in its most frequent senses only, and a
// word of wider meaning only where that covers few others.
const (
	mostSenses = 2
	widest     = 25
)

// wordNetLicence stands at the head of what is taken, as WordNet asks.
const wordNetLicence = `# Groups of stems taken from WordNet 3.0 by index/ask/train; see wordnet.go there.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# The whole licence is in wordnet.licence.
`

// writeWordNet writes wordnet.gz to the model's folder: the groups in which
// at least two stems are known to the word statistics there.
func writeWordNet(model, dict string) error {
	f, err := os.Open(filepath.Join(model, "background.gz"))
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	b, err := ask.ReadBackground(f)
	if err != nil {
		return err
	}
	groups, err := wordNet(dict, func(stem string) bool { return b.Counts[stem] >= oftenEnough })
	if err != nil {
		return err
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := io.WriteString(z, wordNetLicence); err != nil {
		return err
	}
	for _, g := range groups {
		if _, err := fmt.Fprintln(z, strings.Join(g, " ")); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(model, "wordnet.gz"), out.Bytes(), 0o644)
}

// oftenEnough is in how many passages of the word statistics a stem must be
// to be looked up in WordNet.
const oftenEnough = 5

// synset is one meaning in WordNet's database files.
type synset struct {
	words    []string
	pointers []pointer
}

type pointer struct {
	sign           string
	synset         string // its part of speech and offset
	source, target int    // words, from 1; 0 for the whole synset
}

// wordNet reads the groups of stems that mean the same, or where one is made
// from or is a kind of the other, from WordNet's files (see wndb(5WN)). Only
// stems that known accepts are of use.
func wordNet(dir string, known func(stem string) bool) ([][]string, error) {
	rank := map[string]int{} // of a synset among the senses of a word
	all := map[string]*synset{}
	for _, part := range []string{"noun", "verb", "adj"} {
		if err := readIndex(filepath.Join(dir, "index."+part), part[:1], rank); err != nil {
			return nil, err
		}
		if err := readSynsets(filepath.Join(dir, "data."+part), part[:1], all); err != nil {
			return nil, err
		}
	}
	kinds := map[string]int{}
	for _, s := range all {
		for _, p := range s.pointers {
			if p.sign == "@" {
				kinds[p.synset]++
			}
		}
	}
	stems := func(id string, senses int, only int) []string {
		var out []string
		s := all[id]
		if s == nil {
			return nil
		}
		for i, w := range s.words {
			if only > 0 && i != only-1 || strings.ContainsAny(w, "_-'.") {
				continue
			}
			if r, ok := rank[w+"/"+id]; !ok || r > senses {
				continue
			}
			if stem := ask.Stem("en", w); len(stem) > 2 && known(stem) {
				out = append(out, stem)
			}
		}
		return out
	}
	groups := map[string]bool{}
	add := func(g []string) {
		slices.Sort(g)
		if g = slices.Compact(g); len(g) > 1 {
			groups[strings.Join(g, " ")] = true
		}
	}
	for id, s := range all {
		same := stems(id, mostSenses, 0)
		group := slices.Clone(same)
		for _, p := range s.pointers {
			if p.sign == "+" && len(stems(id, mostSenses, p.source)) > 0 {
				group = append(group, stems(p.synset, mostSenses, p.target)...)
			}
		}
		add(group)
		first := stems(id, 1, 0)
		for _, p := range s.pointers {
			if p.sign == "@" && kinds[p.synset] <= widest && len(first) > 0 {
				for _, wide := range stems(p.synset, 1, 0) {
					add(append(slices.Clone(first), wide))
				}
			}
		}
	}
	var out [][]string
	for _, g := range slices.Sorted(maps.Keys(groups)) {
		out = append(out, strings.Fields(g))
	}
	return out, nil
}

func lines(path string, yield func(fields []string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if strings.HasPrefix(in.Text(), "  ") {
			continue // the licence
		}
		line, _, _ := strings.Cut(in.Text(), "|")
		if err := yield(strings.Fields(line)); err != nil {
			return fmt.Errorf("%s: %q: %w", path, line, err)
		}
	}
	return in.Err()
}

func readIndex(path, part string, rank map[string]int) error {
	return lines(path, func(f []string) error {
		senses, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		for i, offset := range f[len(f)-senses:] {
			rank[f[0]+"/"+part+offset] = i + 1
		}
		return nil
	})
}

func readSynsets(path, part string, all map[string]*synset) error {
	return lines(path, func(f []string) error {
		n, err := strconv.ParseInt(f[3], 16, 0)
		if err != nil {
			return err
		}
		s := &synset{}
		for i := range int(n) {
			word, _, _ := strings.Cut(strings.ToLower(f[4+2*i]), "(")
			s.words = append(s.words, word)
		}
		at := 4 + 2*int(n)
		count, err := strconv.Atoi(f[at])
		if err != nil {
			return err
		}
		for i := range count {
			p := f[at+1+4*i:]
			ends, err := strconv.ParseUint(p[3], 16, 16)
			if err != nil {
				return err
			}
			kind := p[2]
			if kind == "s" {
				kind = "a"
			}
			s.pointers = append(s.pointers, pointer{p[0], kind + p[1], int(ends >> 8), int(ends & 0xff)})
		}
		all[part+f[0]] = s
		return nil
	})
}
