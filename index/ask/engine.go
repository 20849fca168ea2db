package ask

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
	"github.com/verbatim-bot/verbatim/index/cite"
	"github.com/verbatim-bot/verbatim/index/engine"
	"github.com/verbatim-bot/verbatim/index/reader"
)

//go:generate go run -C ../../tools ./train/ask

// Engine answers questions. It remembers recently analysed articles and is
// safe for concurrent use.
type Engine struct {
	words    *lexicon.Lexicon
	model    *rank.Model
	analyses *kept
	reader   *reader.Pool
}

// New makes an Engine that goes by words alone.
func New() *Engine {
	return &Engine{words: lexicon.New(), model: rank.New(), analyses: newKept(keptBytes)}
}

// Reading makes an Engine that finds by words and reads the first passages
// closely with p.
func Reading(p *reader.Pool) *Engine {
	e := New()
	e.reader = p
	return e
}

// Come tells that a member wants something: of many at once none is read for.
func (e *Engine) Come() {
	if e != nil && e.reader != nil {
		e.reader.Come()
	}
}

// Ask answers q from the articles of s. It returns [ErrEmptyQuestion] when
// there is no word in q, and index.ErrNoArticle when q names an article that
// is not in s. A question that the articles do not answer is an Answer, not
// an error.
func (e *Engine) Ask(ctx context.Context, s *index.Scope, q Question) (*Answer, error) {
	if !question.HasWord(q.Text) {
		return nil, ErrEmptyQuestion
	}
	if talk := question.TalkOf(q.Text); talk != "" {
		return &Answer{Talk: talk}, nil
	}
	query := question.Read(e.words, q.Text, "en")
	if part := query.Asks(); part != "" {
		if a, err := e.head(ctx, s, q, part); a != nil || err != nil {
			return a, err
		}
	}
	r, err := e.survey(ctx, s, q, query)
	if err != nil {
		return nil, err
	}
	if o := r.query.Overview(); o.People() || o != question.Particular && len(r.rankings) > 0 {
		return r.tell(o, q.top()), nil
	}
	a := r.answer(q.top(), r.least(q.Sureness))
	if err := r.attribute(ctx, s, a); err != nil {
		return nil, err
	}
	if r.searched {
		if a.Missing, err = absent(ctx, s, a.Missing); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// Nearest gives up to top passages, of one article or of all (""), that come nearest to words that need be no
// question, best first and with nothing marked, and the confidence that the first
// is about them: by the same way as [Engine.Ask], for whoever looks for words that
// are not there. Without a word in text there are none.
func (e *Engine) Nearest(ctx context.Context, s *index.Scope, text, article string, top int) ([]cite.Citation, float64, error) {
	q := Question{Text: text, Article: article, Top: top}
	if !question.HasWord(text) {
		return nil, 0, nil
	}
	v, err := e.survey(ctx, s, q, question.Read(e.words, q.Text, "en"))
	if err != nil {
		return nil, 0, err
	}
	a := v.answer(q.top(), math.Inf(1))
	if err := v.attribute(ctx, s, a); err != nil {
		return nil, 0, err
	}
	unmark(a.Nearest)
	return a.Nearest, a.Confidence, nil
}

// Explain asks like [Engine.Ask] and tells how the first q.Top passages came
// to their scores. It fails as Ask does.
func (e *Engine) Explain(ctx context.Context, s *index.Scope, q Question) (*rank.Explanation, error) {
	if !question.HasWord(q.Text) {
		return nil, ErrEmptyQuestion
	}
	query := question.Read(e.words, q.Text, "en")
	if part := query.Asks(); part != "" {
		if a, err := e.head(ctx, s, q, part); a != nil || err != nil {
			return &rank.Explanation{Whole: true}, err
		}
	}
	v, err := e.survey(ctx, s, q, query)
	if err != nil {
		return nil, err
	}
	x := e.model.Explain(v.query, v.ranked, q.top(), v.confidence, v.lexical)
	x.Least = v.least(q.Sureness)
	x.Whole = v.query.Overview() != question.Particular
	return x, nil
}

// head answers a question about an article's head: of the one that is asked, or
// the only one. Of several it is not known which is meant.
func (e *Engine) head(ctx context.Context, s *index.Scope, q Question, part question.Part) (*Answer, error) {
	id := q.Article
	if id == "" {
		list, err := s.Headings(ctx)
		if err != nil {
			return nil, fmt.Errorf("ask: %w", err)
		}
		if len(list) != 1 {
			return &Answer{}, nil
		}
		id = list[0].ID
	}
	a, err := s.Article(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("ask: %w", err)
	}
	return headOf(&index.Document{Article: a}, part), nil
}

// absent gives those of names that no article of s has, read or not.
func absent(ctx context.Context, s *index.Scope, names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		hits, err := s.Search(ctx, name, 1)
		if err != nil {
			return nil, fmt.Errorf("ask: %w", err)
		}
		if len(hits) == 0 {
			out = append(out, name)
		}
	}
	return out, nil
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
	query    *question.Query
	readAs   string
	searched bool // only the articles that Bleve nominated were read
	rankings []*rank.Ranking
	ranked   []rank.Candidate // all their passages, best first
	model    *rank.Model

	reading sync.Mutex
	readIn  map[string]*question.Query // by language, but for English

	confidence float64 // that the first answers
	lexical    float64 // the same by words alone
	reads      bool    // passages are read closely, where there is something to read
	closely    bool    // they were: the reader had its say
	skipped    bool    // the reader had no time: by words alone
}

// survey lays q, which reads as query, against the articles.
func (e *Engine) survey(ctx context.Context, s *index.Scope, q Question, query *question.Query) (*survey, error) {
	v := &survey{model: e.model, query: query}
	if v.readAs = query.ReadAs(e.words, q.Previous); v.readAs != "" {
		q.Text = v.readAs
		v.query = question.Read(e.words, q.Text, "en")
	}
	ids, searched, err := e.articles(ctx, s, q)
	if err != nil {
		return nil, err
	}
	v.searched = searched
	// Of many articles, only those that are cited in the end are worth looking
	// for quotes in, unless the question is about somebody's words.
	document := s.Document
	if searched && !v.query.AboutWords() {
		document = withoutQuotes(s)
	}
	v.rankings = make([]*rank.Ranking, len(ids))
	var g errgroup.Group
	for i, id := range ids {
		g.Go(func() error {
			d, err := document(ctx, id)
			if err != nil {
				return fmt.Errorf("ask: %w", err)
			}
			v.rankings[i] = e.rank(v, q.Text, d)
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	v.ranked = rank.Best(v.rankings)
	if err := v.requote(ctx, s); err != nil {
		return nil, err
	}
	if err := e.readClosely(ctx, v, q.Text); err != nil {
		return nil, err
	}
	return v, nil
}

// requote ranks the articles of the first passages again, with their quotes,
// where that was done without: a name in the question may be "he" in there.
func (v *survey) requote(ctx context.Context, s *index.Scope) error {
	var again []*rank.Ranking
	for _, c := range v.ranked[:min(requoted, len(v.ranked))] {
		if c.Ranking.WantsQuotes() && !slices.Contains(again, c.Ranking) {
			again = append(again, c.Ranking)
		}
	}
	if len(again) == 0 {
		return nil
	}
	var g errgroup.Group
	for _, r := range again {
		g.Go(func() error {
			d, err := s.Document(ctx, r.Article.Doc.Article.ID)
			if err != nil {
				return fmt.Errorf("ask: %w", err)
			}
			v.model.Quote(r, d)
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	v.ranked = rank.Best(v.rankings)
	return nil
}

// requoted is of how many passages the articles are looked at for quotes: of
// as many as are shown.
const requoted = 3

// withoutQuotes gives a scope's articles as documents without quotes.
func withoutQuotes(s *index.Scope) func(context.Context, string) (*index.Document, error) {
	return func(ctx context.Context, id string) (*index.Document, error) {
		a, err := s.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		return &index.Document{Article: a}, nil
	}
}

// rank scores an article for a question, which is read once for each language
// that articles are in.
func (e *Engine) rank(v *survey, text string, d *index.Document) *rank.Ranking {
	a := e.analyses.get(d, e.words)
	return e.model.Rank(v.in(a.Vocab.Language, func(language string) *question.Query {
		return question.Read(e.words, text, language)
	}), a)
}

// in gives the question as it reads in a language.
func (v *survey) in(language string, read func(language string) *question.Query) *question.Query {
	if language == "en" {
		return v.query
	}
	v.reading.Lock()
	defer v.reading.Unlock()
	q := v.readIn[language]
	if q == nil {
		q = read(language)
		if v.readIn == nil {
			v.readIn = map[string]*question.Query{}
		}
		v.readIn[language] = q
	}
	return q
}

// fewArticles is how many articles are all read instead of searched.
const fewArticles = 3

// articles lists the ids of the articles to read: the one named, or all of
// few, or, having searched, those of the passages that Bleve finds.
func (e *Engine) articles(ctx context.Context, s *index.Scope, q Question) (ids []string, searched bool, err error) {
	if q.Article != "" {
		return []string{q.Article}, false, nil
	}
	all, err := s.Headings(ctx)
	if err != nil {
		return nil, false, fmt.Errorf("ask: %w", err)
	}
	if len(all) <= fewArticles {
		for _, h := range all {
			ids = append(ids, h.ID)
		}
		return ids, false, nil
	}
	for _, k := range [...]int{fewFetched, fetched} {
		hits, err := s.Search(ctx, q.Text, k)
		if err != nil {
			return nil, true, fmt.Errorf("ask: %w", err)
		}
		var all bool
		if ids, all = nominate(hits); all || len(hits) < k {
			break
		}
	}
	if len(ids) == 0 && len(all) <= manyArticles {
		// Only words that the index leaves out, "who said it is what it is?".
		for _, h := range all {
			ids = append(ids, h.ID)
		}
	}
	return ids, true, nil
}

// manyArticles is how many articles are all read when a search finds none.
const manyArticles = 24

const (
	fetched = 50 // passages fetched from Bleve

	// fewFetched are fetched at first, which reads fewer postings. They name the
	// same articles for 898 of 900 questions to all articles of a set; where
	// fetched could name others, that many are fetched after all.
	fewFetched = 10

	// nominated is how many articles are read of those. With six instead, the
	// same first passages are right when all articles of a set are asked, and
	// 451 instead of 450 of 1,200 made-up questions to 100,000 passages; with
	// four, .3 points less (news).
	nominated = 5

	// hopeless is the share of the best hit's score below which an article is
	// not read: with it as without, 79.5 % (news) and 94.8 % (xquad-en) of the
	// first passages are right when all articles of a set are asked. With .5 a
	// fifth fewer are read, and .6 points fewer (news) are right.
	hopeless = .4
)

// nominate lists the articles of the best hits, best first, and reports whether
// more hits would not change them.
func nominate(hits []engine.Hit) (ids []string, all bool) {
	for _, h := range hits {
		if h.Score < hopeless*hits[0].Score {
			return ids, true
		}
		if !slices.Contains(ids, h.Article) {
			ids = append(ids, h.Article)
		}
		if len(ids) == nominated {
			return ids, true
		}
	}
	return ids, false
}

// english reports whether the first passage is in English.
func (v *survey) english() bool {
	return len(v.ranked) > 0 && v.ranked[0].Ranking.Article.Vocab.Language == "en"
}

// answer turns the survey into an Answer with top passages at most, which is
// given at a confidence of least.
func (v *survey) answer(top int, least float64) *Answer {
	a := &Answer{ReadAs: v.readAs, Missing: rank.Missing(v.query, v.rankings)}
	var cs []cite.Citation
	a.Confidence, a.Skimmed = v.confidence, v.skipped
	answered := len(v.ranked) > 0 && a.Confidence >= least
	for i, c := range v.ranked[:min(top, len(v.ranked))] {
		// Where passages are read closely, what is not, or not surely, the answer
		// has no marks.
		if v.reads && !answered || v.closely && i > 0 {
			cs = append(cs, v.model.Show(c))
		} else {
			cs = append(cs, v.model.Cite(c))
		}
	}
	if a.Answered = answered; answered {
		a.Citations = cs
	} else {
		a.Nearest = cs
	}
	return a
}
