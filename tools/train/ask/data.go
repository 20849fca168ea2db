package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// article is one line of a gold file.
type article struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	Paragraphs []string   `json:"paragraphs"`
	Questions  []question `json:"questions"`

	doc  *index.Document
	less map[string]*index.Document // without some passages, see leftOf
}

type question struct {
	ID           string   `json:"id"`
	Q            string   `json:"q"`
	Paragraph    *int     `json:"paragraph"`
	ParagraphsOK []int    `json:"paragraphs_ok"`
	Answers      []answer `json:"answers"`
}

type answer struct {
	Text      string `json:"text"`
	Start     int    `json:"start"`
	Paragraph *int   `json:"paragraph"`
}

// gold lists the right passages, from 0; none when nothing answers.
func (q *question) gold() []int {
	if q.Paragraph == nil {
		return nil
	}
	if len(q.ParagraphsOK) > 0 {
		return q.ParagraphsOK
	}
	return []int{*q.Paragraph}
}

// leftOf gives a's article without the passages that answer q, and without
// those that have an answer's words: a question that nothing in the article
// answers, though it was written for it. It is nil when hardly anything is left.
func (a *article) leftOf(q *question) *index.Document {
	gone := slices.Clone(q.gold())
	for i, p := range a.doc.Article.Paragraphs {
		if slices.ContainsFunc(q.Answers, func(x answer) bool { return len(x.Text) >= shortAnswer && strings.Contains(p.Text, x.Text) }) {
			gone = append(gone, i)
		}
	}
	slices.Sort(gone)
	gone = slices.Compact(gone)
	key := fmt.Sprint(gone)
	if d, ok := a.less[key]; ok {
		return d
	}
	c, left := *a.doc.Article, len(a.doc.Article.Paragraphs)
	c.Paragraphs = slices.Clone(c.Paragraphs)
	for _, i := range gone {
		c.Paragraphs[i].Text = empty // the number of passages is a signal and must not tell
		left--
	}
	if a.less == nil {
		a.less = map[string]*index.Document{}
	}
	if a.less[key] = nil; left >= leastLeft {
		a.less[key] = &index.Document{Article: &c, Quotes: quote.Extract(&c)}
	}
	return a.less[key]
}

const (
	shortAnswer = 4 // bytes; shorter ones are in every other passage
	leastLeft   = 3 // passages
	empty       = "-"
)

// set is one evaluation set: gold questions, and questions that nothing in
// their article answers.
type set struct {
	name      string
	articles  []*article
	off, hard []*article // the same articles' unanswerable questions
}

// fold puts an article, by its title where it has one, into one of n folds.
// The same article in two sets or languages is in the same fold.
func (a *article) fold(n int) int {
	key := a.Title
	if key == "" {
		key = a.ID
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(key)) // unreachable: a hash takes every byte
	return int(h.Sum32()>>3) % n
}

var breaks = regexp.MustCompile("[\r\n\u2028\u2029\x0b\x0c\u0085]")

// document makes the article as the evaluation writes it to a file.
func (a *article) document() *index.Document {
	one := func(s, empty string) string {
		if s = strings.TrimSpace(breaks.ReplaceAllString(s, " ")); s == "" {
			return empty
		}
		return s
	}
	c := &corpus.Article{ID: "a1", Title: one(a.Title, "Untitled")}
	for _, p := range a.Paragraphs {
		c.Paragraphs = append(c.Paragraphs, corpus.Paragraph{Text: one(p, empty)})
	}
	return &index.Document{Article: c, Quotes: quote.Extract(c)}
}

// bare gives copies of sets in a language of which nothing is known: no
// stemmer, no function words. Most languages are such, and what is learned
// must hold for them too.
func bare(sets []*set) []*set {
	var out []*set
	for _, s := range sets {
		c := &set{name: s.name + bareEnding}
		docs := map[*index.Document]*index.Document{}
		for _, part := range []struct {
			from []*article
			into *[]*article
		}{{s.articles, &c.articles}, {s.off, &c.off}, {s.hard, &c.hard}} {
			for _, a := range part.from {
				if docs[a.doc] == nil {
					unknown := *a.doc.Article
					unknown.Language = "und"
					docs[a.doc] = &index.Document{Article: &unknown, Quotes: a.doc.Quotes}
				}
				b := *a
				b.doc = docs[a.doc]
				*part.into = append(*part.into, &b)
			}
		}
		out = append(out, c)
	}
	return out
}

const bareEnding = "-bare"

func loadSet(dir, name string) (*set, error) {
	s := &set{name: name}
	var err error
	if s.articles, err = loadArticles(filepath.Join(dir, name+".jsonl")); err != nil {
		return nil, err
	}
	byID := map[string]*article{}
	for _, a := range s.articles {
		a.doc = a.document()
		byID[a.ID] = a
	}
	for _, part := range []struct {
		ending string
		into   *[]*article
	}{{".offtopic", &s.off}, {".hardoff", &s.hard}} {
		as, err := loadArticles(filepath.Join(dir, name+part.ending+".jsonl"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, a := range as {
			if byID[a.ID] == nil {
				return nil, fmt.Errorf("%s%s: unknown article %s", name, part.ending, a.ID)
			}
			a.doc = byID[a.ID].doc
			a.Title = byID[a.ID].Title
		}
		*part.into = as
	}
	return s, nil
}

func loadArticles(path string) ([]*article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []*article
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		a := &article{}
		if err := json.Unmarshal(in.Bytes(), a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, a)
	}
	return out, in.Err()
}

// loadNews reads the paragraphs of the articles in which quotes are learned:
// news without questions, for the word statistics.
func loadNews(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var a struct {
			Text string `json:"text"`
		}
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for p := range strings.SplitSeq(a.Text, "\n\n") {
			if p = strings.TrimSpace(p); p != "" {
				out = append(out, p)
			}
		}
	}
	return out, in.Err()
}
