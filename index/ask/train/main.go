// Command train learns the weights and word statistics of package ask from the
// shown evaluation sets in VERBATIM_SHARED, and writes them to model/ with the
// figures they gave. Run it with go generate in index/ask.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/verbatim-bot/verbatim/index/ask"
)

var (
	l2Sentence = flag.Float64("l2-sentence", 1e-3, "L2 penalty of the sentence ranker")
	l2Passage  = flag.Float64("l2-passage", 1e-3, "L2 penalty of the passage ranker")
	only       = flag.Bool("cv", false, "cross-validate only, write nothing")
	verbose    = flag.Bool("v", false, "print the questions that are wrong")
)

const folds = 5

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run() error {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		return errors.New("set VERBATIM_SHARED to the folder that has eval/ask")
	}
	dir := filepath.Join(shared, "eval", "ask")
	var english []*set
	for _, name := range []string{"multirc-news", "squad2-dev16", "multirc-reports", "xquad-en"} {
		s, err := loadSet(dir, name)
		if err != nil {
			return err
		}
		english = append(english, s)
	}
	base, err := ask.Load(os.DirFS("model"))
	if err != nil {
		return err
	}
	for name, w := range baselines {
		m, err := base.With(w)
		if err != nil {
			return err
		}
		fmt.Println(name)
		measure(m.WithBackground(background(english, func(a *article) bool { return true })), english, func(*article) bool { return true }).print(os.Stdout)
	}
	if err := crossValidate(base, english); err != nil {
		return err
	}
	if *only {
		return nil
	}
	all := func(*article) bool { return true }
	m, err := trainRank(base.WithBackground(background(english, all)), "", examples(english, all))
	if err != nil {
		return err
	}
	return write("model", m)
}

func crossValidate(base *ask.Model, english []*set) error {
	tables := make([]table, folds)
	errs := make([]error, folds)
	var wg sync.WaitGroup
	gate := make(chan struct{}, 2)
	for f := range folds {
		wg.Go(func() {
			gate <- struct{}{}
			defer func() { <-gate }()
			train := func(a *article) bool { return a.fold(folds) != f }
			m, err := trainRank(base.WithBackground(background(english, train)), "", examples(english, train))
			if err != nil {
				errs[f] = err
				return
			}
			tables[f] = measure(m, english, func(a *article) bool { return a.fold(folds) == f })
		})
	}
	wg.Wait()
	t := table{}
	for _, x := range tables {
		t.merge(x)
	}
	t.print(os.Stdout)
	return errors.Join(errs...)
}
