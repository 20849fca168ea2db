package desk

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file in testdata, one for each kind of reply.
// They are there to be read: is this short, plain and helpful?
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// screen is a reply as a member sees it.
func screen(r say.Reply) string {
	var b strings.Builder
	if r.Private {
		b.WriteString("(only you can see this)\n")
	}
	b.WriteString(r.Text + "\n")
	if s := r.Select; s != nil {
		fmt.Fprintf(&b, "{%s}\n", s.Placeholder)
		for _, o := range s.Options {
			fmt.Fprintf(&b, "  %s", o.Name)
			if o.Description != "" {
				fmt.Fprintf(&b, " | %s", o.Description)
			}
			b.WriteByte('\n')
		}
	}
	for _, x := range r.Buttons {
		fmt.Fprintf(&b, "[%s] ", x.Label)
	}
	if len(r.Buttons) > 0 {
		b.WriteByte('\n')
	}
	if f := r.Form; f != nil {
		fmt.Fprintf(&b, "<%s>\n", f.Title)
		for _, x := range f.Fields {
			fmt.Fprintf(&b, "  %s: ____ (%s)\n", x.Label, x.Hint)
		}
	}
	return b.String()
}

// pier is the test article, with quotes put in by hand so that these files do
// not change with the extractor.
func pier(t *testing.T) *index.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "harbour.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := corpus.Parse("harbour.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	a.ID, a.Revision, a.Publisher, a.Date, a.URL = "a1", 1, "Norrland Post", "2024-05-14", "https://norrlandpost.example/ferry"
	q := func(n int, words, speaker, mention string, kind quote.Kind, utterance int) quote.Quote {
		return quote.Quote{Ref: refOf(t, a, n, words), Kind: kind, Speaker: speaker, Mention: refOf(t, a, n, mention), Utterance: utterance}
	}
	return &index.Document{Article: a, Quotes: &quote.Extraction{
		Quotes: []quote.Quote{
			q(2, "“We have carried two million people, and never lost one,”", "Ilse Brandt", "Ilse Brandt", quote.Direct, 1),
			q(2, "“But the new bridge takes nine in ten of our passengers.”", "Ilse Brandt", "Ilse Brandt", quote.Direct, 1),
			q(3, "“a sad day with a good reason.”", "Tomasz Wilk", "He", quote.Mixed, 2),
			q(5, "“I was on the first boat and I shall be on the last,”", "Tomasz Wilk", "Wilk", quote.Direct, 3),
			q(5, "“My mother packed the sandwiches.”", "Tomasz Wilk", "Wilk", quote.Direct, 3),
			q(6, "“Not in my lifetime.”", "Ilse Brandt", "Brandt", quote.Direct, 4),
		},
		Speakers: []quote.Speaker{
			{Name: "Ilse Brandt", Aliases: []string{"Brandt"}, Role: "director", Quotes: 3},
			{Name: "Tomasz Wilk", Aliases: []string{"Wilk"}, Role: "mayor of Marnwick", Quotes: 3},
		},
	}}
}

func refOf(t *testing.T, a *corpus.Article, n int, words string) corpus.Ref {
	t.Helper()
	i := strings.Index(a.Paragraphs[n-1].Text, words)
	if i < 0 {
		t.Fatalf("¶ %d has no %q", n, words)
	}
	return corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: i, End: i + len(words)}}
}

// scene is a request over the test article.
func scene(t *testing.T, ev say.Event) (*request, *index.Document) {
	t.Helper()
	doc := pier(t)
	other := articleOf("a2", "The new bridge to Östholm opened on Monday.", "Ms. Brandt did not attend.")
	other.Title, other.Publisher, other.Date = "Bridge opens without a ferry", "Marnwick Echo", "2024-06-03"
	scope, err := index.Memory(doc.Article, other)
	if err != nil {
		t.Fatal(err)
	}
	if ev.Member == "" {
		ev.Member = "400000000000000001"
	}
	d := &Desk{
		Engine: ask.New(), Key: say.Key("test"), Limits: NewLimits(), Log: slog.New(slog.DiscardHandler),
		Scopes: func(string) (*index.Scope, error) { return scope, nil },
		Books:  Books{Doubt: func(string, store.Doubt) error { return nil }, Forget: func(string) (int, error) { return 2, nil }},
	}
	return &request{desk: d, Request: &say.Request{
		Event: ev, Words: say.WordsFor(ev.Locale), Scope: scope, Key: d.Key, Feedback: true, Log: d.Log,
	}}, doc
}

// gated is screen for a reply that the gate lets through.
func gated(t *testing.T, req *request, r say.Reply) string {
	t.Helper()
	if got := req.Gated(t.Context(), r); got.Outcome != r.Outcome {
		t.Errorf("refused: %s", got.Text)
	}
	if w := say.Width(r.Text); w > say.MaxContent {
		t.Errorf("%d units wide", w)
	}
	return screen(r)
}

func TestGoldenAnswers(t *testing.T) {
	for _, tt := range []struct {
		name, locale string
		server       string
		options      map[string]string
		answer       func(*index.Document) *ask.Answer
	}{
		{name: "answer", server: "9", answer: func(d *index.Document) *ask.Answer {
			c := cite.At(d, refOf(t, d.Article, 2, "“We have carried two million people, and never lost one,” said Ilse Brandt, the line’s director."), refOf(t, d.Article, 2, "two million people").Span)
			next := cite.At(d, d.Article.Whole(7), corpus.Span{})
			return &ask.Answer{Answered: true, Confidence: 0.9, Citations: []cite.Citation{c, next}}
		}},
		{name: "answer_mention", server: "9", answer: func(d *index.Document) *ask.Answer {
			c := cite.At(d, refOf(t, d.Article, 3, "He called the decision “a sad day with a good reason.”"), refOf(t, d.Article, 3, "a sad day").Span)
			c.Via = "the Norrland News Agency"
			return &ask.Answer{Answered: true, Citations: []cite.Citation{c}}
		}},
		{name: "answer_unclear", server: "9", answer: func(d *index.Document) *ask.Answer {
			c := cite.At(d, refOf(t, d.Article, 3, "He called the decision “a sad day with a good reason.”"), corpus.Span{})
			c.Speaker = ""
			return &ask.Answer{Answered: true, Citations: []cite.Citation{c}}
		}},
		{name: "answer_private", server: "9", options: map[string]string{"private": "true"}, answer: func(d *index.Document) *ask.Answer {
			return &ask.Answer{Answered: true, Citations: []cite.Citation{{Ref: d.Article.Whole(1), Article: d.Article}}}
		}},
		{name: "answer_for", server: "9", options: map[string]string{"for": "400000000000000007"}, answer: func(d *index.Document) *ask.Answer {
			return &ask.Answer{Answered: true, Citations: []cite.Citation{{Ref: d.Article.Whole(1), Article: d.Article}}}
		}},
		{name: "answer_hostile", server: "9", answer: func(d *index.Document) *ask.Answer {
			return &ask.Answer{Answered: true, ReadAs: "what about ||@everyone||?", Citations: []cite.Citation{{Ref: d.Article.Whole(7), Article: d.Article}}}
		}},
		{name: "answer_german", locale: "de", server: "9", answer: func(d *index.Document) *ask.Answer {
			return &ask.Answer{Answered: true, Citations: []cite.Citation{{Ref: d.Article.Whole(1), Article: d.Article}}}
		}},
		{name: "no_answer", server: "9", answer: func(d *index.Document) *ask.Answer {
			return &ask.Answer{Missing: []string{"Ansel Quist", "@everyone"}, Nearest: []cite.Citation{
				{Ref: refOf(t, d.Article, 3, "Mr. Tomasz Wilk, the mayor of Marnwick, said the town would keep the old pier open for anglers."), Article: d.Article},
				cite.At(d, d.Article.Whole(6), corpus.Span{}),
				{Ref: d.Article.Whole(1), Article: d.Article},
			}}
		}},
		{name: "no_answer_russian", locale: "ru", server: "9", answer: func(d *index.Document) *ask.Answer {
			return &ask.Answer{Missing: []string{"Квист"}, Nearest: []cite.Citation{{Ref: d.Article.Whole(1), Article: d.Article}}}
		}},
		{name: "nothing_near", answer: func(*index.Document) *ask.Answer { return &ask.Answer{} }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			req, doc := scene(t, say.Event{Kind: say.Command, Command: "ask", Server: tt.server, Locale: tt.locale, Options: tt.options})
			a := tt.answer(doc)
			golden(t, tt.name, gated(t, req, writeAnswer(req, a, unnamed(req.Words.NoAnswer, req.Words.Unnamed, a.Missing))))
		})
	}
}

func TestGoldenSaid(t *testing.T) {
	for _, tt := range []struct {
		name, topic string
		about       bool
	}{{"said", "", false}, {"said_about", "the bridge", true}, {"said_not_about", "taxes", false}} {
		t.Run(tt.name, func(t *testing.T) {
			req, doc := scene(t, say.Event{Kind: say.Command, Command: "said", Server: "9", Options: map[string]string{"about": tt.topic}})
			golden(t, tt.name, gated(t, req, writeQuotes(req, index.Speaker{Name: "Ilse Brandt", Quotes: 3}, utterances(saidBy(doc, "Ilse Brandt")), tt.about)))
		})
	}
}

func TestGoldenChecks(t *testing.T) {
	for _, tt := range []struct {
		name string
		res  func(*index.Document) *check.Result
	}{
		{"check_exact", func(d *index.Document) *check.Result {
			return &check.Result{Verdict: check.Exact, Similarity: 1, Citations: []cite.Citation{cite.At(d, d.Article.Whole(6), refOf(t, d.Article, 6, "Not in my lifetime").Span)}}
		}},
		{"check_altered", func(d *index.Document) *check.Result {
			return &check.Result{Verdict: check.Altered, Similarity: 0.8, Changes: []check.Change{
				{Op: check.Replace, From: "two", To: "three", Risk: check.Number},
				{Op: check.Delete, From: "never", Risk: check.Negation},
				{Op: check.Insert, To: "**really** @everyone"},
			}, Citations: []cite.Citation{cite.At(d, refOf(t, d.Article, 2, "“We have carried two million people, and never lost one,” said Ilse Brandt, the line’s director."), corpus.Span{})}}
		}},
		{"check_misattributed", func(d *index.Document) *check.Result {
			return &check.Result{
				Verdict: check.Misattributed, SpeakerClaimed: "Tomasz Wilk", SpeakerFound: "Ilse Brandt",
				Citations: []cite.Citation{cite.At(d, d.Article.Whole(6), corpus.Span{})},
			}
		}},
		{"check_claim_unknown", func(d *index.Document) *check.Result {
			return &check.Result{
				Verdict: check.Exact, Similarity: 1, SpeakerClaimed: "the ferry company", Claim: "unknown", SpeakerFound: "Ilse Brandt",
				Remarks:   []check.Remark{{From: "my", To: "[the director’s]"}, {To: "[she said]"}},
				Citations: []cite.Citation{cite.At(d, d.Article.Whole(6), refOf(t, d.Article, 6, "Not in my lifetime").Span)},
			}
		}},
		{"check_absent", func(*index.Document) *check.Result {
			return &check.Result{Verdict: check.Absent, SpeakerClaimed: "Tomasz Wilk"}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			req, doc := scene(t, say.Event{Kind: say.Command, Command: "check", Server: "9"})
			golden(t, tt.name, gated(t, req, writeCheck(req, tt.res(doc))))
		})
	}
}

// saidBy lists what somebody says in an article.
func saidBy(d *index.Document, name string) []index.Said {
	var out []index.Said
	for _, q := range d.Quotes.Quotes {
		if q.Speaker == name {
			out = append(out, index.Said{Document: d, Quote: q})
		}
	}
	return out
}

// TestGoldenSurfaces handles whole events that no ranking decides.
func TestGoldenSurfaces(t *testing.T) {
	for _, tt := range []struct {
		name string
		ev   say.Event
	}{
		{"help", say.Event{Kind: say.Command, Command: "help", Server: "9"}},
		{"help_moderator_german", say.Event{Kind: say.Command, Command: "help", Server: "9", Mod: true, Locale: "de"}},
		{"privacy", say.Event{Kind: say.Command, Command: "privacy"}},
		{"article_list", say.Event{Kind: say.Command, Command: "article list", Server: "9"}},
		{"article_show", say.Event{Kind: say.Command, Command: "article show", Server: "9", Options: map[string]string{"article": "a1¶3"}}},
		{"article_ambiguous", say.Event{Kind: say.Command, Command: "article show", Server: "9", Options: map[string]string{"article": "ferry"}}},
		{"article_show_any", say.Event{Kind: say.Command, Command: "article show", Server: "9"}},
		{"paragraph", say.Event{Kind: say.Message, Server: "9", Text: "a1¶7"}},
		{"mention_alone", say.Event{Kind: say.Message, Server: "9"}},
		{"who_said_nobody", say.Event{Kind: say.Command, Command: "who-said", Server: "9", Options: map[string]string{"words": "opened on monday"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			req, _ := scene(t, tt.ev)
			r := req.desk.Handle(t.Context(), req.Event)
			golden(t, tt.name, gated(t, req, r))
		})
	}
}

// TestGoldenFirstSteps shows, in every language, what members and moderators
// read of a server without articles, and its settings.
func TestGoldenFirstSteps(t *testing.T) {
	scope, err := index.Memory()
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{
		Engine: ask.New(), Key: say.Key("test"), Log: slog.New(slog.DiscardHandler),
		Scopes: func(string) (*index.Scope, error) { return scope, nil },
		Books: Books{
			Set: func(string, string, func(*store.Settings)) (store.Settings, error) { return store.Settings{}, nil },
			Settings: func(string) (store.Settings, error) {
				return store.Settings{Private: true, LogChannel: "300000000000000009", Channels: map[string]string{"300000000000000001": "a2"}}, nil
			},
		},
	}
	for name, evs := range map[string][]say.Event{
		"help_empty":  {{Command: "help"}, {Command: "help", Mod: true}},
		"settings":    {{Command: "settings", Mod: true}},
		"privacy_all": {{Command: "privacy"}},
	} {
		var b strings.Builder
		for _, ev := range evs {
			for _, locale := range []string{"en-US", "ru", "de"} {
				ev.Kind, ev.Server, ev.Member, ev.Locale = say.Command, "9", "400000000000000001", locale
				b.WriteString(screen(d.Handle(t.Context(), ev)) + "\n")
			}
		}
		golden(t, name, b.String())
	}
}

// TestGoldenErrors shows every error line in every language.
func TestGoldenErrors(t *testing.T) {
	var b strings.Builder
	catalogue := []*say.Words{say.WordsFor(""), say.WordsFor("ru"), say.WordsFor("de")}
	for i := range reflect.TypeOf(say.Words{}.Errors).NumField() {
		for _, w := range catalogue {
			line := reflect.ValueOf(w.Errors).Field(i).String()
			if detail := detailOf(w, reflect.TypeOf(say.Words{}.Errors).Field(i).Name); detail != "" {
				line = fmt.Sprintf(line, detail)
			}
			b.WriteString(line + "\n")
		}
		b.WriteByte('\n')
	}
	golden(t, "errors", b.String())
}

// detailOf is what a line is likely to say.
func detailOf(w *say.Words, line string) string {
	return map[string]string{"Unexpected": "K5QW3ZTA", "TooLong": "1000", "Building": "3/12", "TooOften": w.Wait(12 * time.Second)}[line]
}

// TestGoldenButtons presses what stands under an answer.
func TestGoldenButtons(t *testing.T) {
	req, doc := scene(t, say.Event{Kind: say.Command, Command: "ask", Server: "9", Options: map[string]string{"private": "true"}})
	first := cite.At(doc, refOf(t, doc.Article, 5, "“My mother packed the sandwiches.”"), corpus.Span{})
	other, err := req.Scope.Document(t.Context(), "a2")
	if err != nil {
		t.Fatal(err)
	}
	answer := writeAnswer(req, &ask.Answer{Answered: true, Citations: []cite.Citation{
		first, {Ref: other.Article.Whole(1), Article: other.Article}, {Ref: other.Article.Whole(2), Article: other.Article},
	}}, req.Words.NoAnswer)
	golden(t, "press_answer", gated(t, req, answer))
	press := func(label string, r say.Reply) say.Reply {
		t.Helper()
		for _, x := range r.Buttons {
			if x.Label == label {
				return req.desk.Handle(context.Background(), say.Event{
					Kind: say.Press, Server: "9", Member: req.Member, CustomID: x.CustomID, Shown: r.Text, Private: r.Private,
				})
			}
		}
		t.Fatalf("no button %q under\n%s", label, screen(r))
		return say.Reply{}
	}
	reading := press("Context", answer)
	golden(t, "press_context", gated(t, req, reading))
	later := press("Later", reading)
	golden(t, "press_later", gated(t, req, later))
	golden(t, "press_more", gated(t, req, press("More", answer)))
	shared := press("Share", answer)
	golden(t, "press_share", gated(t, req, shared))
	if !strings.HasSuffix(shared.Text, answer.Text) {
		t.Error("what is shared is not the answer")
	}
	doubt := press("Not right?", answer)
	golden(t, "press_not_right", screen(doubt))
	chosen := say.Event{Kind: say.Choose, Server: "9", Member: req.Member, CustomID: doubt.Select.CustomID, Values: []string{"wrong_speaker"}, Private: true}
	golden(t, "press_reason", screen(req.desk.Handle(t.Context(), chosen)))
	req.desk.Books.Settings = func(string) (store.Settings, error) { return store.Settings{Feedback: true}, nil }
	golden(t, "press_reason_question", screen(req.desk.Handle(t.Context(), chosen)))
}

// articleOf makes an article of paragraphs for tests.
func articleOf(id string, paragraphs ...string) *corpus.Article {
	a := &corpus.Article{ID: id, Revision: 1, Title: "On nothing much", TitleDoc: -1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
	}
	return a
}
