package question

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// TestAbroad asks for words in the languages in which articles say who said
// what: W is who said so, of which the words that were said follow, and S is
// somebody's words, of whom the name follows.
func TestAbroad(t *testing.T) {
	l := lexicon.New()
	for question, want := range map[string]string{
		"Qui a dit « le pont tiendra » ?":                "W le pont tiendra",
		"Qui est-ce qui a dit que le pont tiendra ?":     "W le pont tiendra",
		"Qu'a dit Ada Wren sur le pont ?":                "S Ada Wren",
		"Qu’a déclaré Ada Wren ?":                        "S Ada Wren",
		"Que dit Ada Wren à propos du pont ?":            "S Ada Wren",
		"Qu'est-ce que Wren a dit ?":                     "S Wren",
		"Qu'est-ce qu'a dit la maire ?":                  "S la maire",
		"Comment Wren a-t-elle réagi ?":                  "S Wren",
		"¿Quién dijo que el puente aguantará?":           "W el puente aguantará",
		"¿Quién ha dicho eso del puente?":                "W eso del puente",
		"¿Qué dijo Ada Wren sobre el puente?":            "S Ada Wren",
		"¿Qué ha dicho la alcaldesa?":                    "S la alcaldesa",
		"que dijo wren":                                  "S wren",
		"Wer sagte, die Brücke hält?":                    "W die Brücke hält",
		"Wer hat gesagt, dass die Brücke hält?":          "W die Brücke hält",
		"Was sagte Ada Wren über die Brücke?":            "S Ada Wren",
		"Was hat Ada Wren zur Brücke gesagt?":            "S Ada Wren",
		"Что сказала Ада Рен о мосте?":                   "S Ада Рен",
		"Кто сказал, что мост выдержит?":                 "W мост выдержит",
		"De quoi parle l'article ?":                      "topic",
		"Qui est cité dans cet article ?":                "cast",
		"¿De qué trata el artículo?":                     "topic",
		"¿A quién se cita?":                              "cast",
		"Worum geht es?":                                 "topic",
		"Wer wird zitiert?":                              "cast",
		"О чём статья?":                                  "",
		"О чём идет речь в статье?":                      "topic",
		"Кого цитируют в статье?":                        "cast",
		"Qui a construit le pont ?":                      "",
		"¿Quién construyó el puente?":                    "",
		"Quand a dit Wren":                               "",
		"Wer baute die Brücke?":                          "",
		"What did Ada Wren say about the bridge?":        "",
		"Who said the bridge will hold?":                 "",
		"was the bridge described as sound by Ada Wren?": "",
	} {
		for _, language := range []string{"en", "fr", "es", "de", "ru"} {
			q := Read(l, question, language)
			got := ""
			switch a := q.asked; {
			case a.overall == summary:
				got = "topic"
			case a.overall == WhoSpeaks:
				got = "cast"
			case a.kind == Person:
				i, j := q.Literally()
				got = "W " + text(q.Words[i:j])
				if !q.AsksSpeaker() {
					t.Errorf("%s (%s) does not ask who", question, language)
				}
			case a.kind == Utterance:
				got = "S " + text(q.Words[a.speaker[0]:a.speaker[1]])
				if len(q.AsksWordsOf()) == 0 {
					t.Errorf("%s (%s) asks for nobody's words", question, language)
				}
			}
			if got != want {
				t.Errorf("%s (%s): %q, want %q", question, language, got, want)
			}
		}
	}
}

func text(ws []word) string {
	var out []string
	for _, w := range ws {
		out = append(out, w.Text)
	}
	return strings.Join(out, " ")
}
