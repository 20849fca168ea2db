package rank

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// paragraphs makes an article of paragraphs.
func paragraphs(language string, texts ...string) *index.Document {
	a := &corpus.Article{ID: "a1", Title: "Norland", Language: language}
	for _, t := range texts {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: t})
	}
	return &index.Document{Article: a}
}

// TestWithoutAccents: questions are typed without accents, and the stem of
// "solucion" is another than that of "solución".
func TestWithoutAccents(t *testing.T) {
	l := lexicon.New()
	a := article.Analyse(paragraphs("es", "La solución llegó tarde.", "El mercado cerró."), l)
	got := lay(question.Read(l, "solucion", "es"), a)
	if len(got.hits) != 1 || got.hits[0].level&(same|exact) != same|exact || got.hits[0].level&spelled != 0 {
		t.Errorf("hits %+v, want the same form", got.hits)
	}
}

// TestRecount: in a language without a stemmer "brucken" and "brucke" count as
// one word, so the question's is no rare one.
func TestRecount(t *testing.T) {
	l := lexicon.New()
	a := article.Analyse(paragraphs("und", "Drei Brücken sind gesperrt.", "Alle Brücken sind alt.", "Der Markt ist offen."), l)
	got := lay(question.Read(l, "Brücke Markthalle Bahnhof", "und"), a)
	if bridge, station := got.weight[0], got.weight[2]; bridge >= station {
		t.Errorf("weights %v: want the first below the last", got.weight)
	}
}

// TestCompound: "Brücke" is only in a compound, and no stemmer knows.
func TestCompound(t *testing.T) {
	l := lexicon.New()
	a := article.Analyse(paragraphs("de", "Die Stadtbrücke wurde gesperrt.", "Der Markt blieb offen."), l)
	r := New().Rank(question.Read(l, "Wann wurde die Brücke gesperrt?", "de"), a)
	if first, second := r.passageX[0][pAlike], r.passageX[1][pAlike]; first <= second {
		t.Errorf("alike is %.3f with the compound and %.3f without", first, second)
	}
	r = New().Rank(question.Read(l, "When was the bridge closed?", "en"), article.Analyse(paragraphs("en", "The drawbridge was closed."), l))
	if x := r.passageX[0][pAlike]; x != 0 {
		t.Errorf("alike is %.3f in English, want 0", x)
	}
}

// TestNearInUse tells which words of a question are near in use to one of the
// article: never a name, on either side, however the question is typed.
func TestNearInUse(t *testing.T) {
	words := lexicon.New()
	d := &index.Document{Article: &corpus.Article{Title: "Ports", Language: "en", Paragraphs: []corpus.Paragraph{
		{Text: "On Monday the ministers of Norland met. The troops stayed, and the troops were tired of Norland."},
	}}}
	a := article.Analyse(d, words)
	for _, tt := range []struct {
		question string
		want     string // the words that are near to one of the article
	}{
		{"Where were the soldiers?", "soldiers"},
		{"Where were Soldiers of Fortune?", ""},
		{"Where is Sudland?", ""},
		{"where is sudland", ""},
		{"Where are 20 soldiers on Tuesday?", "soldiers"},
	} {
		l := lay(question.Read(words, tt.question, "en"), a)
		var got []string
		for i, x := range l.q.Terms {
			if l.near[i] > 0 || l.near[len(l.q.Terms)+i] > 0 {
				got = append(got, x.Form)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.question, s, tt.want)
		}
	}
	l := lay(question.Read(words, "Where were the soldiers?", "en"), a)
	if l.gist[0] >= l.gist[1] {
		t.Errorf("gists %.2f, want the second above the first", l.gist)
	}
}

// TestOwnNames tells which words of a text are the question's own names, which
// no answer is made of.
func TestOwnNames(t *testing.T) {
	l := lexicon.New()
	d := paragraphs("en", "On Monday President Jonas Osk told Ada Wren that the quay, Port-Osk, was closed.")
	for asked, want := range map[string]string{
		"Whom did Osk tell so?": "President Jonas Osk Port Osk",
		"Who is Jonas Osk?":     "",
		"Who closed the quay?":  "",
	} {
		x := lay(question.Read(l, asked, "en"), article.Analyse(d, l))
		s := &x.a.Sentences[0]
		matched := make([]int16, s.Tokens[1]-s.Tokens[0])
		for _, h := range x.hitsIn(s) {
			matched[h.token] = h.term + 1
		}
		got := ""
		for i, own := range x.ownNames(s, matched) {
			if span := x.a.Tokens[i].Span; own {
				got += " " + d.Article.Paragraphs[0].Text[span[0]:span[1]]
			}
		}
		if got != "" {
			got = got[1:]
		}
		if got != want {
			t.Errorf("%s: own names %q, want %q", asked, got, want)
		}
	}
}
