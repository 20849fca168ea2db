package ask

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/verbatim-bot/verbatim/index"
)

//go:generate go run ./train

// Engine answers questions. It remembers recently analysed articles and is
// safe for concurrent use.
type Engine struct {
	model    *Model
	analyses *lru.Cache[*index.Document, *kept]
}

// kept is an analysis that is made once, however many ask for it at a time.
type kept struct {
	once sync.Once
	a    *analysis
}

// keptArticles is how many analysed articles an Engine remembers: at about
// 0.3 MB for a news article, some 40 MB.
const keptArticles = 128

// New makes an Engine with the program's own model.
func New() *Engine {
	sub, err := fs.Sub(embedded, "model")
	if err != nil {
		panic("unreachable: the model is part of the program: " + err.Error())
	}
	m, err := Load(sub)
	if err != nil {
		panic("unreachable: the model is part of the program and tested: " + err.Error())
	}
	return m.Engine()
}

// Engine makes an Engine that uses m.
func (m *Model) Engine() *Engine {
	c, err := lru.New[*index.Document, *kept](keptArticles)
	if err != nil {
		panic("unreachable: the size is positive: " + err.Error())
	}
	return &Engine{model: m, analyses: c}
}

// Ask answers q from the articles of s. It returns [ErrEmptyQuestion] when
// there is no word in q, and index.ErrNoArticle when q names an article that
// is not in s. A question that the articles do not answer is an Answer, not
// an error.
func (e *Engine) Ask(ctx context.Context, s *index.Scope, q Question) (*Answer, error) {
	r, err := e.survey(ctx, s, q)
	if err != nil {
		return nil, err
	}
	if o := r.query.overview(); o != none && len(r.rankings) > 0 {
		return r.tell(o, q.top()), nil
	}
	return r.answer(q.top()), nil
}

// top is how many passages are wanted.
func (q Question) top() int {
	if q.Top <= 0 {
		return 3
	}
	return q.Top
}

// survey is a question laid against all articles that are worth it.
type survey struct {
	query    *query
	readAs   string
	rankings []*ranking
	ranked   []candidate // all their passages, best first
	model    *Model
}

// candidate is one ranked passage.
type candidate struct {
	r       *ranking
	passage int // from 0
	score   float64
}

func (e *Engine) survey(ctx context.Context, s *index.Scope, q Question) (*survey, error) {
	if !hasWord(q.Text) {
		return nil, ErrEmptyQuestion
	}
	v := &survey{model: e.model, query: e.model.read(q.Text, "en")}
	if v.readAs = e.model.readAs(q.Text, q.Previous); v.readAs != "" {
		q.Text = v.readAs
		v.query = e.model.read(q.Text, "en")
	}
	ids, err := e.articles(ctx, s, q)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		d, err := s.Document(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("ask: %w", err)
		}
		a := e.analysed(d)
		query := v.query
		if a.vocab.language != "en" {
			query = e.model.read(q.Text, a.vocab.language)
		}
		v.rankings = append(v.rankings, e.model.rank(query, a))
	}
	for _, r := range v.rankings {
		for i, score := range r.passages {
			v.ranked = append(v.ranked, candidate{r, i, score})
		}
	}
	slices.SortStableFunc(v.ranked, func(x, y candidate) int {
		switch {
		case x.score > y.score:
			return -1
		case x.score < y.score:
			return 1
		}
		return 0
	})
	return v, nil
}

// hasWord reports whether there is a letter or a digit in text.
func hasWord(text string) bool {
	has := false
	scan(dropNoise(text), func(int, int) { has = true })
	return has
}

// fewArticles is how many articles are all read instead of searched.
const fewArticles = 3

// articles lists the ids of the articles to read: the one named, or all of
// few, or those of the passages that Bleve finds.
func (e *Engine) articles(ctx context.Context, s *index.Scope, q Question) ([]string, error) {
	if q.Article != "" {
		return []string{q.Article}, nil
	}
	ids := s.IDs()
	if len(ids) <= fewArticles {
		return ids, nil
	}
	hits, err := s.Search(ctx, q.Text, fetched)
	if err != nil {
		return nil, fmt.Errorf("ask: %w", err)
	}
	return nominate(hits), nil
}

const (
	fetched   = 50 // passages fetched from Bleve
	nominated = 6  // articles read of those
)

// nominate lists the articles of the best hits, best first.
func nominate(hits []index.Hit) []string {
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.Article) {
			out = append(out, h.Article)
		}
		if len(out) == nominated {
			break
		}
	}
	return out
}

// analysed gives the article's analysis, made now or remembered.
func (e *Engine) analysed(d *index.Document) *analysis {
	k, ok := e.analyses.Get(d)
	if !ok {
		fresh := &kept{}
		if old, had, _ := e.analyses.PeekOrAdd(d, fresh); had {
			k = old
		} else {
			k = fresh
		}
	}
	k.once.Do(func() { k.a = analyse(d, languageOf(d.Article), e.model) })
	return k.a
}

// answer turns the survey into an Answer with top passages at most.
func (v *survey) answer(top int) *Answer {
	a := &Answer{ReadAs: v.readAs, Missing: v.missing()}
	var cs []index.Citation
	for _, c := range v.ranked[:min(top, len(v.ranked))] {
		cs = append(cs, v.cite(c))
	}
	a.Confidence = v.confidence()
	if len(cs) > 0 && a.Confidence >= answers {
		a.Answered, a.Citations = true, cs
	} else {
		a.Nearest = cs
	}
	return a
}

// missing lists the question's names that no article read has, as written.
func (v *survey) missing() []string {
	var out []string
	for i, t := range v.query.terms {
		if !t.name || len(v.rankings) == 0 {
			continue
		}
		if !slices.ContainsFunc(v.rankings, func(r *ranking) bool {
			return r.m.q != v.query || !r.m.nowhere[i]
		}) {
			out = append(out, v.query.words[t.word].text)
		}
	}
	return out
}
