package ask

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/index"
)

// answers asks questions of an article of plain text: the first excerpt must
// have the words, "" is an honest no.
func answers(t *testing.T, text string, want map[string]string) {
	t.Helper()
	s, err := index.Memory(plain(t, text))
	if err != nil {
		t.Fatal(err)
	}
	e := New()
	for question, words := range want {
		a, err := e.Ask(t.Context(), s, Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		if a.Answered {
			first = cut(a.Citations[0].Article, a.Citations[0].Ref)
		}
		if a.Answered != (words != "") || !strings.Contains(first, words) {
			t.Errorf("%s: %q (%.2f), want %q", question, first, a.Confidence, words)
		}
	}
}

// TestWordsOfSomebody asks for the words of people who are quoted, by name and
// by role, and of those who are only named.
func TestWordsOfSomebody(t *testing.T) {
	answers(t, `Row over the weir of Norland
Nils Berg, the keeper of the weir, and surveyor Ada Holt walked the dam on Tuesday.
“The dam is sound,” said Berg. “Ruth Fenn was wrong to resign.”
“The dam of Jens Mork will break in spring,” Holt said.
Mork, who followed Ruth Fenn in 2030, is building a second weir.
Deputy Ole Tann listened to the talk and left.`, map[string]string{
		"What did the surveyor say about the dam?":   "will break in spring",
		"What did the keeper say about the dam?":     "The dam is sound",
		"What did the keeper of the weir say?":       "The dam is sound",
		"What did Nils Berg say about the dam?":      "The dam is sound",
		"How did Ada Holt respond?":                  "will break in spring",
		"What did Ruth Fenn say?":                    "",
		"What did Jens Mork say about the dam?":      "",
		"Did Ole Tann comment on the dam?":           "",
		"What has Ole Tann said about the weir?":     "",
		"How did Ruth Fenn react to the second weir": "",
	})
}

// TestAcronyms asks by acronyms with and without points, and by those whose names
// the article writes out.
func TestAcronyms(t *testing.T) {
	answers(t, `Wool talks in New York end
Leaders of New Zealand met delegates of the United Kingdom in New York to speak about wool.
The U.N. lent them forty chairs, and the B.B.S. paid for the tea.
The Islamic State was blamed for the fire at the gate, an officer said.
The NWF will send two ships in May.`, map[string]string{
		"How many chairs did the UN lend?":     "forty chairs",
		"What did the BBS pay for?":            "paid for the tea",
		"What did leaders of NZ speak about?":  "about wool",
		"Whom did they meet in NY?":            "New York",
		"Where did the UK delegates meet?":     "United Kingdom",
		"What was ISIS blamed for?":            "the fire at the gate",
		"How many ships will the N.W.F. send?": "two ships",
		"What did the EU pay for at the gate?": "",
	})
}

// TestCommonWordsOnly asks who said words that no search looks for.
func TestCommonWordsOnly(t *testing.T) {
	answers(t, `Keeper of Norland stays
“I am what I am,” said the keeper, Nils Berg. “You are not what they say you are.”
Asked if he would go, Berg said: “Never.”
“To have and to have not,” said his deputy, Ada Holt. “It is as it is.”`, map[string]string{
		"Who said it is as it is?":              "It is as it is",
		"who said \"I am what I am\"?":          "I am what I am",
		"Who said “you are not what they say”?": "You are not what they say",
		"Who said to have and to have not":      "To have and to have not",
		"Who said that he was what he was?":     "",
	})
}

// TestAges asks how old people are, however the article tells it.
func TestAges(t *testing.T) {
	answers(t, `Four of Norland
Nils Berg died at the age of 81 in the house by the weir.
Ada Holt, a surveyor in her 30s, found the crack in the dam.
Ruth Fenn, 57, resigned on Monday.
Ole Tann has sold forty boats from the quay.`, map[string]string{
		"How old was Nils Berg?": "at the age of 81",
		"How old is Ada Holt?":   "in her 30s",
		"How old is Ruth Fenn?":  "Ruth Fenn, 57,",
		"How old was Ole Tann?":  "",
	})
}
