package quote_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// text makes an article of an untitled text, one paragraph a line.
func text(language string, lines ...string) *corpus.Article {
	a := &corpus.Article{ID: "a1", TitleDoc: -1, Language: language}
	for _, l := range lines {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: l, Doc: -1})
	}
	return a
}

// told writes the runs of x as "utterance kind speaker/via: words".
func told(a *corpus.Article, x *quote.Extraction) []string {
	var out []string
	for _, q := range x.Quotes {
		if q.Kind == quote.Indirect {
			continue
		}
		words, err := a.Cut(q.Ref)
		if err != nil {
			words = err.Error()
		}
		who, kind := q.Speaker, string(q.Kind)
		if q.Denied {
			kind = "denied " + kind
		}
		if q.Via != "" {
			who += "/" + q.Via
		}
		out = append(out, fmt.Sprintf("%d %s %s: %s", q.Utterance, kind, who, strings.Trim(words, `“”"`)))
	}
	for _, q := range x.NotQuotes {
		words, err := a.Cut(q.Ref)
		if err != nil {
			words = err.Error()
		}
		out = append(out, fmt.Sprintf("- %s: %s", q.Why, strings.Trim(words, `“”"`)))
	}
	return out
}

func TestExtract(t *testing.T) {
	for _, test := range []struct {
		name string
		text []string
		want []string
	}{
		{
			"continuation",
			[]string{`“The bridge is closed,” Mayor Ines Calloway said. “Nobody may cross it.”`},
			[]string{"1 direct Ines Calloway: The bridge is closed,", "1 direct Ines Calloway: Nobody may cross it."},
		},
		{
			"inverted",
			[]string{`“The bridge is closed,” said Rowan Tate, a fisherman who lives near it.`},
			[]string{"1 direct Rowan Tate: The bridge is closed,"},
		},
		{
			"over paragraphs",
			[]string{`Ines Calloway told the council: “The bridge is closed.`, `“Nobody may cross it until the spring.”`},
			[]string{"1 direct Ines Calloway: The bridge is closed.", "1 direct Ines Calloway: Nobody may cross it until the spring."},
		},
		{
			"pronoun",
			[]string{`Ines Calloway opened the meeting on Monday.`, `“The bridge is closed,” she said.`},
			[]string{"1 direct Ines Calloway: The bridge is closed,"},
		},
		{
			"mixed",
			[]string{`Ines Calloway said the bridge was “a danger to every child in town.”`},
			[]string{"1 mixed Ines Calloway: a danger to every child in town."},
		},
		{
			"reported by an outlet",
			[]string{`The bridge was “beyond repair,” Ines Calloway said, Radio Brae reported.`},
			[]string{"1 mixed Ines Calloway/Radio Brae: beyond repair,"},
		},
		{
			"according to an outlet",
			[]string{`According to the Brae Herald, Ines Calloway said the bridge was “beyond repair.”`},
			[]string{"1 mixed Ines Calloway/Brae Herald: beyond repair."},
		},
		{
			"told an outlet",
			[]string{`“The bridge is closed,” Ines Calloway told the Brae Herald.`},
			[]string{"1 direct Ines Calloway/Brae Herald: The bridge is closed,"},
		},
		{
			"nested",
			[]string{`“He told me ‘go home’ and shut the door,” Rowan Tate said.`},
			[]string{"1 direct Rowan Tate: He told me ‘go home’ and shut the door,"},
		},
		{
			"denied",
			[]string{`Ines Calloway would not say whether the bridge was “beyond repair.”`},
			[]string{"1 denied mixed Ines Calloway: beyond repair."},
		},
		{
			"asked by nobody who is named",
			[]string{`Ines Calloway spoke last. On Radio Brae, Ines Calloway was asked, “Will the bridge be closed again in the winter?”`},
			[]string{"1 direct : Will the bridge be closed again in the winter?"},
		},
		{
			"asked by somebody",
			[]string{`Ines Calloway was asked by Rowan Tate, who owns the ferry, “Will the bridge be closed again in the winter?”`},
			[]string{"1 direct Rowan Tate: Will the bridge be closed again in the winter?"},
		},
		{
			"with somebody saying",
			[]string{`The council voted for the bridge on Monday, with Rowan Tate saying it was “beyond repair.”`},
			[]string{"1 mixed Rowan Tate: beyond repair."},
		},
		{
			"a title",
			[]string{`The film “The Last Ferry” opens on Friday.`},
			[]string{"- title: The Last Ferry"},
		},
		{
			"transcript",
			[]string{`Ines Calloway: “The bridge is closed.”`, `Rowan Tate: “For how long?”`},
			[]string{"1 direct Ines Calloway: The bridge is closed.", "2 direct Rowan Tate: For how long?"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := text("en", test.text...)
			if diff := cmp.Diff(test.want, told(a, quote.Extract(a))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestExtractForeign checks that languages without rules get their marks found
// and no rule of another language.
func TestExtractForeign(t *testing.T) {
	a := text("nl", `„De brug is dicht“, zei Ines Calloway.`)
	want := []string{"1 direct : „De brug is dicht"}
	if diff := cmp.Diff(want, told(a, quote.Extract(a))); diff != "" {
		t.Error(diff)
	}
}

// TestExtractTwice checks that what one article leaves behind in memory that
// the next one uses shows in nothing, and that the next one changes nothing.
func TestExtractTwice(t *testing.T) {
	a, b := long(20<<10), text("en", `“No,” said Rowan Tate.`, `He told Ines Calloway that the bridge was closed.`)
	wantA, wantB := quote.Extract(a), quote.Extract(b)
	keptA, err := json.Marshal(wantA)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		gotB, gotA := quote.Extract(b), quote.Extract(a)
		if diff := cmp.Diff(wantA, gotA); diff != "" {
			t.Errorf("the long article:\n%s", diff)
		}
		if diff := cmp.Diff(wantB, gotB); diff != "" {
			t.Errorf("the short article:\n%s", diff)
		}
	}
	if now, err := json.Marshal(wantA); err != nil || string(now) != string(keptA) {
		t.Errorf("the first extraction changed later (%v)", err)
	}
}
