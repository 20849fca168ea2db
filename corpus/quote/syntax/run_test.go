package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
)

// article makes an article of a title and paragraphs.
func article(title string, paragraphs ...string) *corpus.Article {
	a := &corpus.Article{ID: "a1", Title: title, TitleDoc: -1, Language: "en"}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
	}
	return a
}

func TestRuns(t *testing.T) {
	for _, test := range []struct {
		name string
		text string // paragraphs, one a line
		want []string
	}{
		{"straight", `"Yes," she said. "No."`, []string{`"Yes,"`, `"No."`}},
		{"curly", `“Yes,” she said. “No.”`, []string{`“Yes,”`, `“No.”`}},
		{"two apostrophes", `''Yes,'' she said. ''No.''`, []string{`''Yes,''`, `''No.''`}},
		{"grave accents", "``Yes,'' she said.", []string{"``Yes,''"}},
		{"opening for closing", `She said “yes“ and “no“.`, []string{`“yes“`, `“no“`}},
		{"closing for opening", `She said ”yes” twice.`, []string{`”yes”`}},
		{"German", `„Ja“, sagte sie, „aber.“`, []string{`„Ja“`, `„aber.“`}},
		{"Polish", `„Tak”, powiedziała.`, []string{`„Tak”`}},
		{"French", "« Oui », dit-elle.", []string{"« Oui »"}},
		{"inward guillemets", "»Ja«, sagte sie. »Nein.«", []string{"»Ja«", "»Nein.«"}},
		{"corner brackets", "彼は「はい」と言った。", []string{"「はい」"}},
		{"British", `‘I don’t know,’ he said. ‘It’s the workers’ money.’`, []string{`‘I don’t know,’`, `‘It’s the workers’ money.’`}},
		{"British straight", `'I don't know,' he said. 'It's the boys' money.'`, []string{`'I don't know,'`, `'It's the boys' money.'`}},
		{"British outside double", `‘She told me “never” and left,’ he said.`, []string{`‘She told me “never” and left,’`}},
		{"single inside double", `“He said ‘never’ to me,” she said.`, []string{`“He said ‘never’ to me,”`}},
		{"nested curly", `“He said “never” to me,” she said.`, []string{`“He said “never” to me,”`}},
		{"apostrophes alone", `The workers’ rights and the ’90s, rock ’n’ roll, don't, 'em all, goin' home.`, nil},
		{"headline", `'Never again', says mayor`, []string{`'Never again'`}},
		{"scare word before a possessive", `The ‘fat cats’ and the workers’ union.`, []string{`‘fat cats’`}},
		{"dropped g", `He called him ‘Lyin’ Tom.’`, []string{`‘Lyin’ Tom.’`}},
		{"inches", `At 6'2" he is "tall".`, []string{`"tall"`}},
		{"markup", `<tweet author="Ann Oak">"Yes," she wrote`, []string{`"Yes,"`}},
		{"markup over lines", "<tweet\nauthor=\"Ann Oak\">\"Yes,\" she wrote", []string{`"Yes,"`}},
		{"unclosed", `He said: “It goes on.`, []string{`“It goes on.`}},
		{"unclosed over paragraphs", "“It goes on.\n“And on,” he said.", []string{`“It goes on.`, `“And on,”`}},
		{"unclosed British", "‘" + strings.Repeat("It goes on and on. ", 8) + "\n‘And on,’ he said.", []string{"‘" + strings.Repeat("It goes on and on. ", 8), `‘And on,’`}},
		{"slip", `“It goes on, he said. “And on.”`, []string{`“And on.”`}},
		{"no words", `He wrote “…” and "?!".`, nil},
		{"no mark", `He said nothing.`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := article("", strings.Split(test.text, "\n")...)
			var got []string
			for _, r := range runs(a, new(room)) {
				p, _ := a.Paragraph(r.Paragraph)
				got = append(got, p.Text[r.Start:r.End])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRunsTitle(t *testing.T) {
	got := runs(article(`Mayor: "Never again"`, `She said "no".`), new(room))
	if len(got) != 2 || got[0].Paragraph != 0 || got[1].Paragraph != 1 {
		t.Errorf("got %v, want a run in the title and one in paragraph 1", got)
	}
}
