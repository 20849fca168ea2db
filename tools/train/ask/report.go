package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// printConfidence prints how well confidence tells answerable questions: of
// each set, and of all together. A tenth of calibration is the share of right
// passages, the mean confidence and the number of answers; "right" is how many
// are answered of those whose first passage is right.
func printConfidence(w io.Writer, js []judged, threshold float64) {
	for _, name := range []string{"multirc-news", "multirc-reports", "squad2-dev16", "xquad-en", "xquad-de", "xquad-ru", "xquad-de-bare", "xquad-ru-bare", "all"} {
		by := map[string][]float64{}
		share, rights := map[string]float64{}, 0.0
		var bins [10]struct{ right, said, n float64 }
		for _, j := range js {
			if j.set != name && name != "all" {
				continue
			}
			by[j.what] = append(by[j.what], j.confidence)
			rights += count(j.right)
			if j.confidence >= threshold {
				share[j.what]++
				share["right"] += count(j.right)
				if b := &bins[min(9, int(j.confidence*10))]; j.what == "gold" {
					b.n++
					b.said += j.confidence
					b.right += count(j.right)
				}
			}
		}
		if len(by["gold"]) == 0 {
			continue
		}
		n := func(k string) float64 { return float64(max(1, len(by[k]))) }
		fmt.Fprintf(w, "%-16s AUROC off %.4f near %.4f left %.4f  answered: gold %.1f right %.1f left %.1f near %.1f off %.1f  calibration", name,
			auroc(by["gold"], by["off"]), auroc(by["gold"], by["hard"]), auroc(by["gold"], by["left"]), 100*share["gold"]/n("gold"), 100*share["right"]/max(1, rights), 100*share["left"]/n("left"), 100*share["hard"]/n("hard"), 100*share["off"]/n("off"))
		for i, b := range bins {
			if b.n > 0 {
				fmt.Fprintf(w, " .%d:%.0f~%.0f/%.0f", i, 100*b.right/b.n, 100*b.said/b.n, b.n)
			}
		}
		fmt.Fprintln(w)
	}
}

func count(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// report prints what cross-validation gave: the rank figures, and for
// confidence and marks what models of the other folds make of each fold.
func report(w io.Writer, studies []study) {
	gather(studies).table.write(w)
	js := crossConfidence(studies)
	c := fitCalibration(js)
	for i := range js {
		js[i].confidence = rank.Calibrate(c, js[i].z, js[i].x, js[i].beside)
	}
	fmt.Fprintf(w, "threshold %.3f\n", c["threshold"])
	printConfidence(w, js, .5)
	printMarks(w, crossMarks(studies))
}

// crossConfidence scores each fold's questions by weights of the other folds.
func crossConfidence(studies []study) []judged {
	var js []judged
	for f := range studies {
		w := fitConfidence(gather(without(studies, f)).judged, l2Confidence)
		for _, j := range studies[f].judged {
			j.z = score(w, j.x)
			js = append(js, j)
		}
	}
	return js
}

func without(studies []study, f int) []study {
	return append(slices.Clone(studies[:f]), studies[f+1:]...)
}

// crossMarks marks each fold's answers by weights of the other folds.
func crossMarks(studies []study) []marking {
	var ms []marking
	for f := range studies {
		rest := gather(without(studies, f)).atGold
		if len(rest) == 0 {
			return nil
		}
		w := fitMarks(rest, l2Mark)
		for _, k := range studies[f].atFirst {
			p, _ := probabilities(&k, w)
			if len(p) > 0 {
				b := byScore(p)[0]
				k.chosen, k.p = k.texts[b], p[b]
			}
			ms = append(ms, k)
		}
	}
	return ms
}

// printMarks prints how good the marked words are, when those surer than a
// few thresholds are marked.
func printMarks(w io.Writer, ms []marking) {
	for _, set := range []string{"squad2-dev16", "xquad-en", "multirc-news"} {
		if !slices.ContainsFunc(ms, func(k marking) bool { return k.set == set }) {
			continue
		}
		for _, least := range []float64{0, .15, .25, .35, .5} {
			em, n, marked := map[string]float64{}, map[string]float64{}, map[string]float64{}
			f1, right, inside := 0.0, 0.0, 0.0
			for _, k := range ms {
				if k.set != set {
					continue
				}
				if k.right {
					right++
					if k.inside {
						inside++
					}
				}
				for _, kind := range []string{"all", k.kind} {
					n[kind]++
					if k.p < least || k.chosen == "" {
						continue
					}
					marked[kind]++
					if k.exact(k.chosen) {
						em[kind]++
					}
				}
				if k.p >= least && k.chosen != "" {
					f1 += k.f1(k.chosen)
				}
			}
			fmt.Fprintf(w, "%-14s p>=%.2f inside %.1f EM %.1f F1 %.1f marked %.0f%% right of marked %.0f%%", set, least, 100*inside/right, 100*em["all"]/n["all"], 100*f1/n["all"], 100*marked["all"]/n["all"], 100*em["all"]/marked["all"])
			for _, kind := range []string{"time", "number", "person", "place", "amount", "reason", "thing"} {
				fmt.Fprintf(w, " %s %.0f/%.0f", kind, 100*em[kind]/n[kind], n[kind])
			}
			fmt.Fprintln(w)
		}
	}
}

// printWrong prints the questions whose first passage is wrong.
func printWrong(w io.Writer, studies []study) {
	for _, s := range studies {
		for _, line := range s.wrong {
			fmt.Fprintln(w, line)
		}
	}
}
