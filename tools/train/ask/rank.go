package main

import (
	"unicode/utf8"

	analysed "github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// example is one answerable question with its article.
type example struct {
	set string
	a   *article
	q   *question
}

// setWeight is how much a question of a set counts in training: the sets are
// of different size and nearness to news.
var setWeight = map[string]float64{"multirc-news": 3, "multirc-reports": 1.5, "squad2-dev16": 1, "xquad-en": .7, "xquad-de": 1, "xquad-ru": 1, "xquad-de-bare": 1, "xquad-ru-bare": 1}

func examples(sets []*set, keep func(*article) bool) []example {
	var out []example
	for _, s := range sets {
		for _, a := range s.articles {
			if !keep(a) {
				continue
			}
			for i := range a.Questions {
				if a.Questions[i].Paragraph != nil {
					out = append(out, example{s.name, a, &a.Questions[i]})
				}
			}
		}
	}
	return out
}

// background counts the stems of the articles' passages, each article once,
// and of the paragraphs of other news.
func background(sets []*set, news []string, keep func(*article) bool) *lexicon.Background {
	b := &lexicon.Background{Counts: map[string]int{}}
	for _, p := range news {
		b.Count("en", p)
	}
	seen := map[string]bool{}
	for _, s := range sets {
		for _, a := range s.articles {
			for _, p := range a.doc.Article.Paragraphs {
				if keep(a) && !seen[p.Text] {
					seen[p.Text] = true
					b.Count("en", p.Text)
				}
			}
		}
	}
	for stem, n := range b.Counts {
		if n < rarestCounted {
			delete(b.Counts, stem)
		}
	}
	return b
}

// rarestCounted is in how many passages a stem must be to be kept.
const rarestCounted = 3

// prepared keeps the articles analysed under one model.
type prepared struct {
	m     *rank.Model
	words *lexicon.Lexicon
	docs  map[*article]*analysed.Analysis
}

func (p *prepared) vectors(a *article, q string) *rank.Vectors {
	d := p.docs[a]
	if d == nil {
		d = analysed.Analyse(a.doc, p.words)
		p.docs[a] = d
	}
	return p.m.VectorsOf(p.words, d, q)
}

func with(m *rank.Model, words *lexicon.Lexicon) *prepared {
	return &prepared{m, words, map[*article]*analysed.Analysis{}}
}

// laid is an example with its features.
type laid struct {
	example
	v *rank.Vectors
}

// lay computes the features of examples.
func lay(m *rank.Model, words *lexicon.Lexicon, ex []example) []laid {
	p := with(m, words)
	var out []laid
	for _, e := range ex {
		out = append(out, laid{e, p.vectors(e.a, e.q.Q)})
	}
	return out
}

// trainRank fits the sentence ranker, then the passage ranker on top of it. m
// may differ from the model that the examples were laid by in nothing but
// weights and trees.
func trainRank(m *rank.Model, suffix string, ex []laid) (*rank.Model, error) {
	var lists []list
	for _, e := range ex {
		l := sentenceList(e.v, e.example)
		l.weight = setWeight[e.set]
		if l.trainable() {
			lists = append(lists, l)
		}
	}
	l2s, l2p := l2Sentence, l2Passage
	names := rank.FeatureNames("sentence")
	if suffix != "" {
		l2s, l2p = l2Other, l2Other
	}
	m, err := m.With(map[string]rank.Weights{"sentence" + suffix: named(names, fit(lists, len(names), l2s))})
	if err != nil {
		return nil, err
	}
	lists = lists[:0]
	for _, e := range ex {
		l := passageList(e.v.Under(m), e.example)
		l.weight = setWeight[e.set]
		if l.trainable() {
			lists = append(lists, l)
		}
	}
	names = rank.FeatureNames("passage")
	return m.With(map[string]rank.Weights{"passage" + suffix: named(names, fit(lists, len(names), l2p))})
}

func named(names []string, w []float64) rank.Weights {
	out := rank.Weights{}
	for i, n := range names {
		out[n] = w[i]
	}
	return out
}

// trainable reports whether a list has right and wrong candidates.
func (l *list) trainable() bool {
	right := 0
	for _, g := range l.gold {
		if g {
			right++
		}
	}
	return right > 0 && right < len(l.gold)
}

// sentenceList makes the candidates of a question: all sentences of the
// article. Right are those that hold the answer; where the set has no answer
// words, those of the right passages.
func sentenceList(v *rank.Vectors, e example) list {
	ok := map[int]bool{}
	for _, g := range e.q.gold() {
		ok[g] = true
	}
	l := list{}
	for _, s := range v.Sentences {
		// A sentence without a single word of the question teaches nothing:
		// that is most of a long article.
		if s.Bare && !ok[s.Passage] {
			continue
		}
		l.x = append(l.x, s.X)
		right := ok[s.Passage]
		if right && len(e.q.ParagraphsOK) == 0 {
			right = holdsAnswer(e, s)
		}
		l.gold = append(l.gold, right)
	}
	return l
}

// holdsAnswer reports whether an answer lies inside a sentence.
func holdsAnswer(e example, s rank.SentenceVector) bool {
	text := e.a.doc.Article.Paragraphs[s.Passage].Text
	start := utf8.RuneCountInString(text[:s.Span.Start])
	end := start + utf8.RuneCountInString(text[s.Span.Start:s.Span.End])
	for _, x := range e.q.Answers {
		if start <= x.Start && x.Start+utf8.RuneCountInString(x.Text) <= end {
			return true
		}
	}
	return false
}

func passageList(v *rank.Vectors, e example) list {
	l := list{x: v.Passages, gold: make([]bool, len(v.Passages))}
	for _, g := range e.q.gold() {
		l.gold[g] = true
	}
	return l
}
