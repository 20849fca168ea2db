package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/cite"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestQuality asks the shown sets through the engine as a user would and
// compares the figures with testdata/quality.golden, so that a change of
// ranking shows its numbers in the diff. The model was learned from these
// very sets: honest figures are those of cross-validation, in rank/model/figures.
func TestQuality(t *testing.T) {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		t.Skip("VERBATIM_SHARED is not set: no evaluation sets to ask")
	}
	if testing.Short() {
		t.Skip("takes long")
	}
	sets, err := loadSets(shared, append(slices.Clone(englishSets), otherSets...))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range sets {
		measureIndex(t, &b, s)
		measureEngine(t, &b, s, s.name, func(q string) string { return q })
	}
	measureEngine(t, &b, sets[0], "news, typos", typos())
	measurePool(t, &b, sets[0])
	measurePool(t, &b, sets[3])
	golden := filepath.Join("testdata", "quality.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("figures changed (-golden +now); run with -update when that is meant:\n%s", diff)
	}
}

// figures are sums over questions.
type figures struct {
	n, first, third, inside, em, f1 float64
	asked                           float64               // with the right passage first and answer words in the gold
	kinds                           map[string][2]float64 // exact, all
	conf                            map[string][]float64
	answered                        map[string]float64
}

func measureEngine(t *testing.T, b *strings.Builder, s *set, name string, change func(string) string) {
	t.Helper()
	e := ask.New()
	f := figures{kinds: map[string][2]float64{}, conf: map[string][]float64{}, answered: map[string]float64{}}
	scopes := map[string]*index.Scope{}
	for _, part := range []struct {
		what     string
		articles []*article
	}{{"gold", s.articles}, {"off", s.off}, {"near", s.hard}} {
		for _, a := range part.articles {
			if scopes[a.ID] == nil {
				scopes[a.ID] = memory(t, a.doc.Article)
			}
			for i := range a.Questions {
				q := &a.Questions[i]
				if part.what == "gold" && q.Paragraph == nil {
					continue
				}
				got, err := e.Ask(context.Background(), scopes[a.ID], ask.Question{Text: change(q.Q), Top: 10})
				if err != nil {
					t.Fatalf("%s: %v", q.Q, err)
				}
				f.conf[part.what] = append(f.conf[part.what], got.Confidence)
				if got.Answered {
					f.answered[part.what]++
				}
				if part.what == "gold" {
					f.add(q, append(got.Citations, got.Nearest...))
				}
			}
		}
	}
	if f.asked == 0 {
		f.asked = 1
	}
	fmt.Fprintf(b, "%-16s first %5.1f  in 3 %5.1f  inside %5.1f  EM %4.1f  F1 %4.1f", name, 100*f.first/f.n, 100*f.third/f.n, 100*f.inside/f.asked, 100*f.em/f.n, 100*f.f1/f.n)
	for _, k := range []string{"when", "how many"} {
		fmt.Fprintf(b, "  %s %4.1f", k, 100*f.kinds[k][0]/max(1, f.kinds[k][1]))
	}
	for _, k := range []string{"off", "near"} {
		if len(f.conf[k]) > 0 {
			fmt.Fprintf(b, "  %s AUROC %.3f answered %4.1f", k, auroc(f.conf["gold"], f.conf[k]), 100*f.answered[k]/float64(len(f.conf[k])))
		}
	}
	fmt.Fprintf(b, "  gold answered %4.1f\n", 100*f.answered["gold"]/f.n)
}

// measureIndex asks the index alone, article by article: what there is without the
// ranking.
func measureIndex(t *testing.T, b *strings.Builder, s *set) {
	t.Helper()
	f := figures{}
	for _, a := range s.articles {
		scope := memory(t, a.doc.Article)
		for i := range a.Questions {
			q := &a.Questions[i]
			if q.Paragraph == nil {
				continue
			}
			hits, err := scope.Search(context.Background(), q.Q, 3)
			if err != nil {
				t.Fatal(err)
			}
			f.n++
			for i, h := range hits {
				if slices.Contains(q.gold(), h.Paragraph-1) {
					f.third++
					f.first += truth(i == 0)
					break
				}
			}
		}
	}
	fmt.Fprintf(b, "%-16s first %5.1f  in 3 %5.1f  (the index alone)\n", s.name, 100*f.first/f.n, 100*f.third/f.n)
}

func (f *figures) add(q *question, cs []cite.Citation) {
	f.n++
	for i, c := range cs {
		if slices.Contains(q.gold(), c.Ref.Paragraph-1) {
			f.third += truth(i < 3)
			f.first += truth(i == 0)
			break
		}
	}
	k := marking{}
	for _, x := range q.Answers {
		k.answers = append(k.answers, x.Text)
	}
	if len(cs) == 0 || len(k.answers) == 0 {
		return
	}
	p, _ := cs[0].Article.Paragraph(cs[0].Ref.Paragraph)
	if slices.Contains(q.gold(), cs[0].Ref.Paragraph-1) {
		f.asked++
	}
	start := utf8.RuneCountInString(p.Text[:cs[0].Ref.Start])
	end := start + utf8.RuneCountInString(p.Text[cs[0].Ref.Start:cs[0].Ref.End])
	for _, x := range q.Answers {
		at := *q.Paragraph
		if x.Paragraph != nil {
			at = *x.Paragraph
		}
		if at == cs[0].Ref.Paragraph-1 && start <= x.Start && x.Start+utf8.RuneCountInString(x.Text) <= end {
			f.inside++
			break
		}
	}
	marked := p.Text[cs[0].Mark.Start:cs[0].Mark.End]
	exact := truth(marked != "" && k.exact(marked))
	f.em += exact
	f.f1 += k.f1(marked)
	for _, kind := range []string{"when", "how many"} {
		if strings.HasPrefix(strings.ToLower(q.Q), kind) {
			was := f.kinds[kind]
			f.kinds[kind] = [2]float64{was[0] + exact, was[1] + 1}
		}
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func memory(t *testing.T, as ...*corpus.Article) *index.Scope {
	t.Helper()
	s, err := index.Memory(as...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// measurePool asks all questions of all articles together.
func measurePool(t *testing.T, b *strings.Builder, s *set) {
	t.Helper()
	var all []*corpus.Article
	id := map[*article]string{}
	for i, a := range s.articles {
		c := *a.doc.Article
		c.ID = fmt.Sprintf("a%d", i+1)
		id[a] = c.ID
		all = append(all, &c)
	}
	scope := memory(t, all...)
	e := ask.New()
	var n, first float64
	for _, x := range examples([]*set{s}, everyone) {
		got, err := e.Ask(context.Background(), scope, ask.Question{Text: x.q.Q, Top: 1})
		if err != nil {
			t.Fatal(err)
		}
		n++
		for _, c := range append(got.Citations, got.Nearest...) {
			first += truth(c.Ref.Article == id[x.a] && slices.Contains(x.q.gold(), c.Ref.Paragraph-1))
		}
	}
	fmt.Fprintf(b, "%-16s first %5.1f\n", s.name+" pooled", 100*first/n)
}

// typos gives a function that makes one slip in one content word of a
// question: a letter left out, doubled, changed, or two swapped.
func typos() func(string) string {
	r := rand.New(rand.NewPCG(1, 2))
	word := regexp.MustCompile(`\b[A-Za-z]{4,}\b`)
	common := regexp.MustCompile(`(?i)^(what|when|where|which|whose|that|this|with|from|were|have|does|many|much|they|their|there|would|could|about|into|been|being|than|then|more|most|after|before|during)$`)
	return func(q string) string {
		var at [][]int
		for _, w := range word.FindAllStringIndex(q, -1) {
			if !common.MatchString(q[w[0]:w[1]]) {
				at = append(at, w)
			}
		}
		if len(at) == 0 {
			return q
		}
		w := at[r.IntN(len(at))]
		i := w[0] + 1 + r.IntN(w[1]-w[0]-2)
		switch r.IntN(4) {
		case 0:
			return q[:i] + q[i+1:]
		case 1:
			return q[:i] + q[i:i+1] + q[i:]
		case 2:
			return q[:i] + string(rune('a'+r.IntN(26))) + q[i+1:]
		}
		return q[:i] + q[i+1:i+2] + q[i:i+1] + q[i+2:]
	}
}
