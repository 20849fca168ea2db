package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// vigra is an article whose words lead astray: the question's stand together
// where no answer is.
const vigra = `Storm shuts the Vigra ferry
The ferry between Vigra and the mainland has been a matter of dispute for years. People on Vigra ask when the ferry will close for good.
Ines Oberlin, the harbour master, had the gates locked on Tuesday evening after a wave broke two windows of the boat.
“I will not send anybody out in this,” said Oberlin. “Not for any money.”
“She is right,” said Karl Tevis, who runs the boat. “We lost two panes and a life raft.”
The island has 412 inhabitants, a school and a shop that sells ropes.
`

func closely(t *testing.T, name, text string) (*Engine, *index.Scope) {
	t.Helper()
	a, err := corpus.Parse(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	return Reading(reader.NewPool(reader.Embedded(), reader.Limits{Workers: 1})), s
}

// TestClosely asks about the article with the reader in the way.
func TestClosely(t *testing.T) {
	e, s := closely(t, "quay.txt", vigra)
	for q, want := range map[string]struct {
		paragraph int // 0: an honest no
		words     string
	}{
		"who locked the gates":              {2, "Ines Oberlin"},
		"when were the gates locked":        {2, "Tuesday evening"},
		"how many people live on the isle":  {5, "412"},
		"what did tevis lose":               {4, "two panes and a life raft"},
		"how much did the new windows cost": {},
		"how old is Ines Oberlin":           {},
	} {
		a, err := e.Ask(t.Context(), s, Question{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		if want.paragraph == 0 {
			if a.Answered {
				t.Errorf("%q is answered, %.2f: %v", q, a.Confidence, a.Citations[0].Ref)
			}
			for _, c := range a.Nearest {
				if !c.Mark.Empty() {
					t.Errorf("%q: words are marked though it is not answered", q)
				}
			}
			continue
		}
		if !a.Answered {
			t.Errorf("%q is not answered, %.2f; nearest %v", q, a.Confidence, a.Nearest[0].Ref)
			continue
		}
		c := a.Citations[0]
		p, _ := c.Article.Paragraph(c.Ref.Paragraph)
		if got := p.Text[c.Mark.Start:c.Mark.End]; c.Ref.Paragraph != want.paragraph || got != want.words {
			t.Errorf("%q: ¶%d %q, want ¶%d %q", q, c.Ref.Paragraph, got, want.paragraph, want.words)
		}
		if !c.Mark.Empty() && !c.Ref.Contains(c.Mark) {
			t.Errorf("%q: marked outside the excerpt", q)
		}
	}
}

// TestCloselySure asks with each degree: who is to be surer never answers more.
func TestCloselySure(t *testing.T) {
	e, s := closely(t, "quay.txt", vigra)
	for _, q := range []string{"who locked the gates", "who was hurt", "when will the ferry close", "what does the school cost", "who is the mayor", "what broke the windows"} {
		before := true
		for _, degree := range [...]Sureness{Eager, Normal, Careful} {
			a, err := e.Ask(t.Context(), s, Question{Text: q, Sureness: degree})
			if err != nil {
				t.Fatal(err)
			}
			if a.Answered && !before {
				t.Errorf("%q: answered when %q, at %.2f, and not by who is less careful", q, degree, a.Confidence)
			}
			before = a.Answered
		}
	}
}

// TestCloselyLiteral asks who said some words: nothing is read, for the words
// are there or not.
func TestCloselyLiteral(t *testing.T) {
	e, s := closely(t, "quay.txt", vigra)
	q := Question{Text: "who said not for any money"}
	got, err := e.Ask(t.Context(), s, q)
	if err != nil {
		t.Fatal(err)
	}
	want, err := New().Ask(t.Context(), s, q)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Answered || got.Confidence != want.Confidence || got.Citations[0].Ref.Paragraph != 3 {
		t.Errorf("answered %v at %.2f; by words alone at %.2f", got.Answered, got.Confidence, want.Confidence)
	}
}

// TestCloselyBusy has no time to read: the answer is that by words alone, and
// says so.
func TestCloselyBusy(t *testing.T) {
	e, s := closely(t, "quay.txt", vigra)
	e.reader = reader.NewPool(reader.Embedded(), reader.Limits{Workers: 1, Budget: 1})
	got, err := e.Ask(t.Context(), s, Question{Text: "Who locked the gates?"})
	if err != nil {
		t.Fatal(err)
	}
	want, err := New().Ask(t.Context(), s, Question{Text: "Who locked the gates?"})
	if err != nil {
		t.Fatal(err)
	}
	if !got.Skimmed || want.Skimmed || got.Confidence != want.Confidence {
		t.Errorf("skimmed %v at %.3f; by words alone %v at %.3f", got.Skimmed, got.Confidence, want.Skimmed, want.Confidence)
	}
}

// TestCloselyOther asks an article in another language: by words alone.
func TestCloselyOther(t *testing.T) {
	e, s := closely(t, "kai.txt", `Sturm schließt die Fähre
Die Hafenmeisterin Ines Oberlin hat die Fähre am Dienstagabend geschlossen, nachdem eine Welle zwei Fenster des Schiffes zerschlagen hatte.
Die Insel hat vierhundert Einwohner, eine Schule und einen Laden, in dem es Seile gibt.
`)
	q := Question{Text: "Wer hat die Fähre geschlossen?"}
	got, err := e.Ask(t.Context(), s, q)
	if err != nil {
		t.Fatal(err)
	}
	want, err := New().Ask(t.Context(), s, q)
	if err != nil {
		t.Fatal(err)
	}
	if got.Confidence != want.Confidence || got.Skimmed {
		t.Errorf("confidence %.3f, by words alone %.3f", got.Confidence, want.Confidence)
	}
}

// TestCloselyTheirs asks for somebody's words by their office: another's, which
// the reader finds as good, are not read for it.
func TestCloselyTheirs(t *testing.T) {
	e, s := closely(t, "dam.txt", `Quarrel over the Hesk dam
Surveyor Nadia Prell and Otto Wenning, the keeper of the dam, walked along its crest on Sunday.
“The dam is as sound as a bell,” said Wenning.
“The dam has a crack that I can put my arm in,” Prell said.
A baker, Lise Okoro, sold rolls to the onlookers. “I sleep upstairs now, because of the dam,” Okoro said.
`)
	for q, want := range map[string]int{
		"What did the surveyor say about the dam?": 3,
		"What did the keeper say about the dam?":   2,
		"What did the baker say about the dam?":    4,
	} {
		a, err := e.Ask(t.Context(), s, Question{Text: q, Top: 1})
		if err != nil {
			t.Fatal(err)
		}
		if !a.Answered || a.Citations[0].Ref.Paragraph != want {
			t.Errorf("%q: answered %v, want ¶%d: %+v %+v", q, a.Answered, want, a.Citations, a.Nearest)
		}
	}
}

// TestCloselyTimes asks when, where what is said is no day.
func TestCloselyTimes(t *testing.T) {
	e, s := closely(t, "mill.txt", `The mill of Torrau works again
The mill of Torrau has had a new wheel since spring, which the carpenter Jost Amrein built.
The sluice is opened right after the sermon, and children may watch from the bridge.
When the old wheel broke in 2019, the council closed the mill rather than pay for another.
Flour from Torrau is sold at the market hall on Saturdays.
`)
	for q, want := range map[string]string{
		"When is the sluice opened?":            "right after the sermon",
		"When did the old wheel break?":         "2019",
		"When is flour from Torrau being sold?": "Saturdays",
	} {
		a, err := e.Ask(t.Context(), s, Question{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		if !a.Answered {
			t.Errorf("%q is not answered", q)
			continue
		}
		c := a.Citations[0]
		if got := c.Article.Paragraphs[c.Ref.Paragraph-1].Text[c.Mark.Start:c.Mark.End]; got != want {
			t.Errorf("%q: marked %q, want %q", q, got, want)
		}
	}
}
