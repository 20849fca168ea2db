package ask

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// TestCases asks the questions of testdata/cases/*.txtar, as README there
// tells, of the articles in the same file.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no cases in testdata/cases")
	}
	engine := New()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var articles []*corpus.Article
			for _, f := range ar.Files {
				if f.Name == "questions" {
					continue
				}
				a, err := corpus.Parse(f.Name, f.Data)
				if err != nil {
					t.Fatal(err)
				}
				articles = append(articles, a)
			}
			s, err := index.Memory(articles...)
			if err != nil {
				t.Fatal(err)
			}
			asked := 0
			for _, f := range ar.Files {
				if f.Name != "questions" {
					continue
				}
				for line := range strings.Lines(string(f.Data)) {
					if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
						asked++
						tryCase(t, engine, s, line)
					}
				}
			}
			if asked == 0 {
				t.Fatal("no questions")
			}
		})
	}
}

// tryCase asks one line: "question => words of the excerpt", with "=> no" for
// an honest no, "previous >> question" for a reply, and "[words]" after the
// arrow for the words that must be marked.
func tryCase(t *testing.T, e *Engine, s *index.Scope, line string) {
	t.Helper()
	question, want, ok := strings.Cut(line, "=>")
	if !ok {
		t.Fatalf("no => in %q", line)
	}
	question, want = strings.TrimSpace(question), strings.TrimSpace(want)
	q := Question{Text: question}
	if before, after, ok := strings.Cut(question, ">>"); ok {
		q.Previous, q.Text = strings.TrimSpace(before), strings.TrimSpace(after)
	}
	a, err := e.Ask(t.Context(), s, q)
	if err != nil {
		t.Errorf("%s: %v", line, err)
		return
	}
	if want == "no" {
		if a.Answered {
			t.Errorf("%s\n  answered at %.2f: %s", line, a.Confidence, shown(t, a.Citations[0]))
		}
		return
	}
	cs := a.Citations
	if !a.Answered {
		cs = a.Nearest
		t.Errorf("%s\n  not answered: %.2f", line, a.Confidence)
	}
	if len(cs) == 0 {
		t.Errorf("%s\n  nothing found", line)
		return
	}
	text := shown(t, cs[0])
	if marked, ok := strings.CutPrefix(want, "["); ok {
		marked = strings.TrimSuffix(marked, "]")
		p, _ := cs[0].Article.Paragraph(cs[0].Ref.Paragraph)
		if diff := cmp.Diff(marked, p.Text[cs[0].Mark.Start:cs[0].Mark.End]); diff != "" {
			t.Errorf("%s\n  in %q\n  marked (-want +got):\n%s", line, text, diff)
		}
		return
	}
	if !strings.Contains(text, want) {
		t.Errorf("%s\n  got %s (read as %q)", line, text, a.ReadAs)
	}
}

func shown(t *testing.T, c cite.Citation) string {
	t.Helper()
	text, err := c.Article.Cut(c.Ref)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestEmptyQuestion(t *testing.T) {
	s, err := index.Memory(&corpus.Article{Title: "T", Paragraphs: []corpus.Paragraph{{Text: "One."}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"", " ", "?!", "<@123456789012345678>", "👋"} {
		if _, err := New().Ask(context.Background(), s, Question{Text: q}); !errors.Is(err, ErrEmptyQuestion) {
			t.Errorf("%q: got %v, want ErrEmptyQuestion", q, err)
		}
	}
	if _, err := New().Ask(context.Background(), s, Question{Text: "who?", Article: "a9"}); !errors.Is(err, index.ErrNoArticle) {
		t.Errorf("unknown article: got %v, want ErrNoArticle", err)
	}
}

// FuzzAsk asks anything of a small article: there is an answer or an honest
// no, every excerpt and mark is words of the article, nothing else fails.
func FuzzAsk(f *testing.F) {
	for _, q := range []string{
		"who closed the bridge?", "why?", strings.Repeat("bridge ", 600), "?!.,", "👋🏽 where 🏳️‍🌈", `+title:bridge^5 -"x" (a OR b) *~2 /re.*x/`, "[a-z]+(?i)\\d{3}$",
		"\u202ewho\u202d closed", "\x00\xff\xfe", "桥什么时候关闭", "Кто закрыл мост?", "١٢٣ من", "a\u0301\u0301\u0301", "<@1> **who** ||closed|| `x`", "O'Neill’s U.S. 2,500.5 e-mail",
	} {
		f.Add(q, "", "")
		f.Add("and what about "+q, q, "The bridge closed on Monday. “It is old,” said Mara Oduya.")
	}
	f.Add("who closed the bridge?", "", "\u0307 \u0301\u0301") // words of nothing but accents
	e := New()
	f.Fuzz(func(t *testing.T, q, previous, text string) {
		a := &corpus.Article{Title: "The bridge"}
		for _, p := range []string{"The Torvik bridge closed on Monday, Mayor Mara Oduya said. “It is old,” she said.", strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))} {
			if p != "" {
				a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p})
			}
		}
		s, err := index.Memory(a)
		if err != nil {
			t.Skip(err)
		}
		got, err := e.Ask(t.Context(), s, Question{Text: q, Previous: previous, Top: 5})
		if errors.Is(err, ErrEmptyQuestion) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := sound(got); err != nil {
			t.Error(err)
		}
	})
}

// TestWhoSaysItAgain asks about every word of an article and cites each passage
// of the answers again by its place and its marked words, as the desk does for
// its buttons: the same speaker is named.
func TestWhoSaysItAgain(t *testing.T) {
	a := plain(t, `Ferries of Norland stop
“The sirens were tested a week before,” Mayor Ilse Brandt said. Fishermen lost their nets on Monday.
Tomas Ruel, the engineer, said that every cable had been tested twice, and “nobody was told” of the crack.
“We heard it first,” said Ada Wren. “And we ran,” her brother Piet Wren told the paper.
He said the gate had rusted through; Brandt denied it.`)
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Document(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	e, named := New(), 0
	for _, p := range a.Paragraphs {
		for w := range strings.FieldsSeq(p.Text) {
			for _, q := range []string{w, "Who said " + w, "When was " + w, "What did Brandt say about " + w} {
				got, err := e.Ask(t.Context(), s, Question{Text: q})
				if errors.Is(err, ErrEmptyQuestion) {
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range append(got.Citations, got.Nearest...) {
					again := cite.At(d, c.Ref, c.Mark)
					again.Score = c.Score
					if c != again {
						t.Errorf("%s: cited %+v, again %+v", q, c, again)
					}
					if c.Speaker != "" {
						named++
					}
				}
			}
		}
	}
	if named == 0 {
		t.Error("no citation names anybody")
	}
}

// sound reports what is wrong with an answer, whatever was asked.
func sound(a *Answer) error {
	if a.Confidence < 0 || a.Confidence > 1 || a.Confidence != a.Confidence {
		return fmt.Errorf("confidence %v", a.Confidence)
	}
	if a.Answered != (len(a.Citations) > 0) {
		return fmt.Errorf("answered %v with %d citations", a.Answered, len(a.Citations))
	}
	for _, c := range append(a.Citations, a.Nearest...) {
		text, err := c.Article.Cut(c.Ref)
		if err != nil || text == "" {
			return fmt.Errorf("excerpt %q: %w", text, err)
		}
		if c.Mark.Empty() {
			continue
		}
		if !c.Ref.Contains(c.Mark) {
			return fmt.Errorf("mark %v outside of %v", c.Mark, c.Ref)
		}
		if _, err := c.Article.Cut(corpus.Ref{Article: c.Ref.Article, Paragraph: c.Ref.Paragraph, Span: c.Mark}); err != nil {
			return err
		}
	}
	return nil
}
