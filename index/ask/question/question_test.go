package question

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// TestTerms tells which words of a question are looked for.
func TestTerms(t *testing.T) {
	l := lexicon.New()
	for _, tt := range []struct {
		question string
		want     []string
	}{
		{"How many guards would be sent?", []string{"guards", "sent"}},
		{"How long will the guards stay?", []string{"guards", "stay"}},
		{"Why are so many guards at the long bridge?", []string{"many", "guards", "long", "bridge"}},
		{"how?", nil},
		{"whats the gov't bridge", []string{"government", "bridge"}},
		{"how many ppl have died so far?", []string{"people", "died"}},
		{"How many times did the guards fall?", []string{"guards", "fall"}},
		{"What times are given to us?", []string{"times", "given"}},
		{"Did the US close the bridge?", []string{"u.s", "close", "bridge"}},
		{"When was BC founded, and who told U so?", []string{"bc", "founded", "told", "u"}},
	} {
		var got []string
		for _, term := range Read(l, tt.question, "en").Terms {
			got = append(got, term.Form)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.question, diff)
		}
	}
}

// TestKinds tells what a question is taken to ask for.
func TestKinds(t *testing.T) {
	l := lexicon.New()
	for question, want := range map[string]Kind{
		"Who's Jonas Osk?":                      Identity,
		"whos Jonas Osk":                        Identity,
		"what's a pier":                         Definition,
		"where's the pier?":                     Place,
		"How did Osk describe the strike?":      Utterance,
		"How did Osk cross the river?":          Manner,
		"How many times did the ferry stop?":    Number,
		"How old is the ferry that Osk runs?":   Amount,
		"Did Osk say how many ferries stopped?": Polar,
	} {
		if got := Read(l, question, "en").Kind; got != want {
			t.Errorf("%s: asks for %q, want %q", question, got, want)
		}
	}
}

func TestKind(t *testing.T) {
	l := lexicon.New()
	for _, tt := range []struct {
		question string
		want     Kind
	}{
		{"Who closed the bridge?", Person},
		{"hey bot, could you tell me who closed the bridge please", Person},
		{"Who is Mara Oduya?", Identity},
		{"When did it close?", Date},
		{"In what year did it close?", Date},
		{"Where does she live?", Place},
		{"In which city does she live?", Place},
		{"How many people left?", Number},
		{"How long will it last?", Amount},
		{"Why did it close?", Reason},
		{"What caused the flood?", Reason},
		{"What is a weir?", Definition},
		{"Did the mayor comment?", Polar},
		{"What did the mayor say about the flood?", Utterance},
		{"What broke?", Thing},
	} {
		if got := Read(l, tt.question, "en").Kind; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.question, got, tt.want)
		}
	}
}

func TestReadAs(t *testing.T) {
	l := lexicon.New()
	for _, tt := range []struct{ name, previous, question, want string }{
		{"alone", "", "why?", ""},
		{"why", "Who closed the Torvik bridge?", "why?", "why closed the Torvik bridge?"},
		{"what about", "What did Ms. Oduya say about the flood?", "and what about Brannigan?", "What did Brannigan say about the flood?"},
		{"pointing", "Who is Mara Oduya?", "where does she live?", "where does she live (Mara Oduya)?"},
		{"stands by itself", "Who is Mara Oduya?", "When did the Torvik bridge open to traffic again?", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Read(l, tt.question, "en").ReadAs(l, tt.previous)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAskingWordsAreNoTerms(t *testing.T) {
	l := lexicon.New()
	for _, tt := range []struct{ language, question, want string }{
		{"de", "Wie viele Brücken hat Norland?", "brucken norland"},
		{"ru", "Сколько мостов в Норланде?", "мостов норланде"},
		{"es", "¿Cuántos puentes tiene Norlandia?", "puentes norlandia"},
		{"el", "Πόσες γέφυρες έχει η Νορλανδία;", "γεφυρεσ νορλανδια"},
		{"und", "Wie viele Brücken hat Norland?", "wie viele brucken hat norland"},
	} {
		var got []string
		for _, term := range Read(l, tt.question, tt.language).Terms {
			got = append(got, term.Form)
		}
		// "have" is a function word in some of the lists and not in others.
		got = slices.DeleteFunc(got, func(s string) bool { return s == "tiene" || s == "εχει" })
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: terms of %q are %q, want %q", tt.language, tt.question, got, tt.want)
		}
	}
}

// TestOverview tells which questions are about an article as a whole, and whether
// for those who speak in it or for all whom it names.
func TestOverview(t *testing.T) {
	l := lexicon.New()
	for question, want := range map[string]Overview{
		"who is mentioned": WhoIsNamed, "Who is mentioned in the article?": WhoIsNamed, "who's in it?": WhoIsNamed, "which people are named here?": WhoIsNamed,
		"what names come up": WhoIsNamed, "which persons appear in this?": WhoIsNamed, "Wer wird genannt?": WhoIsNamed, "Кто упоминается?": WhoIsNamed, "кто назван в статье": WhoIsNamed,
		"Qui est mentionné ?": WhoIsNamed, "¿Quién es mencionado?": WhoIsNamed,
		"who is quoted in it?": WhoSpeaks, "Who speaks?": WhoSpeaks, "who talks in this article": WhoSpeaks, "Wer wird in dem Artikel zitiert?": WhoSpeaks, "wer wird zitiert?": WhoSpeaks,
		"Wer kommt zu Wort?": WhoSpeaks, "Кого цитируют в статье?": WhoSpeaks, "кто высказывается": WhoSpeaks, "Qui est cité ?": WhoSpeaks, "¿A quién citan?": WhoSpeaks,
		"what is this about": summary, "summary please": summary, "Worum geht es hier?": summary,
		"who is mentioned as the mayor's successor": Particular, "who speaks for the harbour board?": Particular, "who said it?": Particular, "Who?": Particular,
		"who is in the boat": Particular, "wer kommt": Particular, "Wer ist hier der Wirt?": Particular, "what names did the ferry have": Particular,
	} {
		if got := Read(l, question, "en").Overview(); got != want {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
}
