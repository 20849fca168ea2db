package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/tools/gold"
)

// lesson is one training article with its examples for each of the models.
// The models share a file and no feature.
type lesson struct {
	record  *gold.Record
	article *corpus.Article
	models  [5][]linear.Example
}

// The models.
const (
	speech   = iota // who says a run, and is it direct
	anaphora        // who is "he"
	cues            // of statements without marks
	contents
	sources
)

func run(out string, folds int) error {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		return errors.New("VERBATIM_SHARED is not set: it names the folder of the evaluation data")
	}
	records, err := gold.Read(gold.Path(shared, "train.jsonl"))
	if err != nil {
		return err
	}
	names := map[uint64]string{}
	var lessons []lesson
	for _, r := range records {
		a, err := r.Article()
		if err != nil {
			return err
		}
		x := lesson{record: r, article: a}
		x.models[speech] = (*quote.Model)(nil).Examples(a, r.Labels(a), names)
		x.models[anaphora] = cast.AnaphorExamples(a, r.Namings(a), names)
		x.models[cues], x.models[contents], x.models[sources] = quote.StatementExamples(a, r.Marked(a), names)
		lessons = append(lessons, x)
	}
	if folds > 0 {
		return validate(lessons, names, folds, os.Stdout)
	}
	w, err := teach(lessons, names)
	if err != nil {
		return err
	}
	if err := calibrate(w, lessons, names); err != nil {
		return err
	}
	var files [2]bytes.Buffer
	for line := range bytes.Lines(write(w, names)) {
		_, name, _ := bytes.Cut(line, []byte(" "))
		model, _, ok := bytes.Cut(name, []byte(" "))
		k := 0
		switch {
		case !ok:
		case string(model) == "cue", string(model) == "say", string(model) == "by", string(model) == "he":
			k = 1
		}
		files[k].Write(line)
	}
	for k, name := range []string{"weights.txt", "statements.txt"} {
		if err := os.WriteFile(filepath.Join(out, name), files[k].Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// teach learns all models from lessons.
func teach(lessons []lesson, names map[uint64]string) (map[uint64]float64, error) {
	rehearsed, err := rehearse(lessons, names)
	if err != nil {
		return nil, err
	}
	all := learn(rehearsed, speech)
	for _, k := range []int{anaphora, cues, contents, sources} {
		maps.Copy(all, learn(lessons, k))
	}
	return all, nil
}

// learn fits one model.
func learn(lessons []lesson, model int) map[uint64]float64 {
	l := newLearner()
	var xs []example
	for _, x := range lessons {
		for _, e := range x.models[model] {
			xs = append(xs, l.add(e))
		}
	}
	return l.fit(xs)
}

// rehearsals is the number of parts of the lessons, each gone through by a
// model taught on the others.
const rehearsals = 3

// rehearse gives the lessons with the decisions on runs made anew: after the
// decisions of a model that has not seen the lesson, in place of the right
// ones. A model taught on right ones only is too sure once it has erred (see
// Cohen and Carvalho, Stacked Sequential Learning, 2005).
func rehearse(lessons []lesson, names map[uint64]string) ([]lesson, error) {
	out := slices.Clone(lessons)
	for k := range rehearsals {
		m, err := quote.ParseModel(write(learn(without(lessons, k, rehearsals), speech), names))
		if err != nil {
			return nil, err
		}
		for i := k; i < len(lessons); i += rehearsals {
			x := &out[i]
			x.models[speech] = m.Examples(x.article, x.record.Labels(x.article), names)
		}
	}
	return out, nil
}

// without gives all lessons but every n-th from k on.
func without(lessons []lesson, k, n int) []lesson {
	var in []lesson
	for i, l := range lessons {
		if i%n != k {
			in = append(in, l)
		}
	}
	return in
}

// write gives the weights as text, in thousandths, ordered by name.
func write(w map[uint64]float64, names map[uint64]string) []byte {
	lines := make([]string, 0, len(w))
	for k, v := range w {
		if n := int(math.Round(v * 1000)); n != 0 {
			lines = append(lines, fmt.Sprintf("%s\x00%d", names[k], n))
		}
	}
	slices.Sort(lines)
	var b bytes.Buffer
	for _, l := range lines {
		name, n, _ := strings.Cut(l, "\x00")
		fmt.Fprintf(&b, "%s %s\n", n, name)
	}
	return b.Bytes()
}
