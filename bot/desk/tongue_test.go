package desk

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// tongue is an article in a language in which it is told who speaks, and what
// members ask about it. Two people speak of a bridge, one of them closes it.
type tongue struct {
	language   string
	paragraphs []string
	woman, man string // who speak
	hers, his  string // words of theirs
	who        string // who said his words?
	what       string // what did she say about the bridge?
	denied     string // hers, with another word for it
}

var tongues = []tongue{
	{
		"en",
		[]string{
			"The bridge at Talmund was closed on Monday after cracks were found in a pillar.",
			"“The bridge will not open before the spring,” said the mayor, Hanne Oster.",
			"“We told them about the cracks two years ago,” answered the engineer Paul Kestrel.",
		},
		"Hanne Oster", "Paul Kestrel", "The bridge will not open before the spring", "We told them about the cracks two years ago",
		"Who said “We told them about the cracks two years ago”?", "What did Oster say about the bridge?", "The bridge will open before the spring",
	},
	{
		"de",
		[]string{
			"Die Brücke von Talmund ist seit Montag gesperrt, weil in einem Pfeiler Risse gefunden wurden.",
			"„Die Brücke wird nicht vor dem Frühjahr geöffnet“, sagte die Bürgermeisterin Hanne Oster.",
			"„Wir haben schon vor zwei Jahren vor den Rissen gewarnt“, erwiderte der Ingenieur Paul Kestrel.",
		},
		"Hanne Oster", "Paul Kestrel", "Die Brücke wird nicht vor dem Frühjahr geöffnet", "Wir haben schon vor zwei Jahren vor den Rissen gewarnt",
		"Wer sagte „Wir haben schon vor zwei Jahren vor den Rissen gewarnt“?", "Was hat Hanne Oster über die Brücke gesagt?", "Die Brücke wird vor dem Frühjahr geöffnet",
	},
	{
		"ru",
		[]string{
			"Мост в Талмунде закрыт с понедельника: в одной из опор нашли трещины.",
			"«Мост не откроют раньше весны», — сказала мэр города Ханна Остер.",
			"«Мы предупреждали о трещинах два года назад», — ответил инженер Павел Кестрелов.",
		},
		"Ханна Остер", "Павел Кестрелов", "Мост не откроют раньше весны", "Мы предупреждали о трещинах два года назад",
		"Кто сказал «Мы предупреждали о трещинах два года назад»?", "Что сказала Ханна Остер о мосте?", "Мост откроют раньше весны",
	},
	{
		"fr",
		[]string{
			"Le pont de Talmont-le-Vieux est fermé depuis lundi : des fissures ont été trouvées dans un pilier.",
			"« Le pont ne rouvrira pas avant le printemps », a déclaré la maire, Jeanne Oster.",
			"« Nous avons signalé les fissures il y a deux ans », a répondu l’ingénieur Paul Kestrel.",
		},
		"Jeanne Oster", "Paul Kestrel", "Le pont ne rouvrira pas avant le printemps", "Nous avons signalé les fissures il y a deux ans",
		"Qui a dit « Nous avons signalé les fissures il y a deux ans » ?", "Qu’a dit Jeanne Oster sur le pont ?", "Le pont rouvrira avant le printemps",
	},
	{
		"es",
		[]string{
			"El puente de Talmonte está cerrado desde el lunes porque aparecieron grietas en un pilar.",
			"«El puente no se abrirá antes de la primavera», dijo la alcaldesa, Juana Ostero.",
			"«Avisamos de las grietas hace dos años», respondió el ingeniero Pablo Kestrel.",
		},
		"Juana Ostero", "Pablo Kestrel", "El puente no se abrirá antes de la primavera", "Avisamos de las grietas hace dos años",
		"¿Quién dijo «Avisamos de las grietas hace dos años»?", "¿Qué dijo Juana Ostero sobre el puente?", "El puente se abrirá antes de la primavera",
	},
}

func (g tongue) article(t *testing.T) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse("bridge.txt", []byte(g.paragraphs[0][:strings.IndexByte(g.paragraphs[0], '.')]+"\n\n"+strings.Join(g.paragraphs, "\n\n")))
	if err != nil {
		t.Fatal(err)
	}
	a.ID, a.Revision = "a1", 1
	if a.Language != g.language {
		t.Fatalf("taken for %q, want %q", a.Language, g.language)
	}
	return a
}

func (g tongue) desk(t *testing.T) *Desk {
	t.Helper()
	scope, err := index.Memory(g.article(t))
	if err != nil {
		t.Fatal(err)
	}
	return &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Log: slog.New(slog.DiscardHandler)}
}

// TestTongues asks in each language who said what, by commands and in words.
func TestTongues(t *testing.T) {
	for _, g := range tongues {
		t.Run(g.language, func(t *testing.T) {
			d := g.desk(t)
			command := func(name string, options map[string]string) say.Event {
				return say.Event{Kind: say.Command, Command: name, Options: options, Locale: g.language}
			}
			surname := g.woman[strings.LastIndexByte(g.woman, ' ')+1:]
			for _, tt := range []struct {
				what  string
				ev    say.Event
				want  []string
				never string
			}{
				{"/said", command("said", map[string]string{"speaker": surname}), []string{g.woman, g.hers}, g.his},
				{"/said with a subject", command("said", map[string]string{"speaker": g.man}), []string{g.man, g.his}, g.hers},
				{"/who-said", command("who-said", map[string]string{"words": g.his}), []string{g.man, g.his}, g.woman},
				{"speakers", command("article speakers", nil), []string{g.woman, g.man}, ""},
				{"who said", say.Event{Kind: say.Message, Text: g.who, Locale: g.language}, []string{g.man, g.his}, g.woman},
				{"what did she say", say.Event{Kind: say.Message, Text: g.what, Locale: g.language}, []string{g.woman, g.hers}, g.his},
				{"checked", command("check", map[string]string{"quote": g.hers}), []string{"**" + g.woman + "**", g.hers}, "**" + g.man + "**"},
			} {
				got := d.Handle(t.Context(), tt.ev)
				for _, w := range tt.want {
					if !strings.Contains(got.Text, w) {
						t.Errorf("%s: no %q in\n%s", tt.what, w, screen(got))
					}
				}
				if tt.never != "" && strings.Contains(got.Text, tt.never) {
					t.Errorf("%s: %q in\n%s", tt.what, tt.never, screen(got))
				}
			}
			right := d.Handle(t.Context(), command("check", map[string]string{"quote": g.hers}))
			if wrong := d.Handle(t.Context(), command("check", map[string]string{"quote": g.denied})); wrong.Outcome == right.Outcome {
				t.Errorf("without its denial it is %s too:\n%s", wrong.Outcome, screen(wrong))
			}
		})
	}
}

// TestTonguesApart asks in every language about the article in every other: no
// wrong name is given.
func TestTonguesApart(t *testing.T) {
	for _, of := range tongues {
		d := of.desk(t)
		for _, in := range tongues {
			if in.language == of.language {
				continue
			}
			for _, question := range []string{in.who, in.what, "Who said “" + of.his + "”?"} {
				got := d.Handle(t.Context(), say.Event{Kind: say.Message, Text: question, Locale: in.language})
				for line := range strings.SplitSeq(got.Text, "\n") {
					if strings.Contains(line, of.woman) && strings.Contains(line, of.his) || strings.Contains(line, of.man) && strings.Contains(line, of.hers) {
						t.Errorf("%s asked in %s: wrong name\n%s", of.language, in.language, screen(got))
					}
				}
				if strings.Contains(got.Text, of.his) && !strings.Contains(got.Text, of.hers) && strings.Contains(got.Text, "**"+of.woman+"**") {
					t.Errorf("%s asked %q: her name over his words\n%s", of.language, question, screen(got))
				}
			}
		}
	}
}
