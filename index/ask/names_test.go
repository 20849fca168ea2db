package ask

import (
	"testing"
)

// lodna is an article with names in many forms.
const lodna = `Lodna bridge stays shut as winter nears
The bridge over the Lodna will stay closed until March, the Regional Office for Bridges and Roads (ROBR) said on Tuesday.
Engineers of the French company Pontval found cracks in two of the seven piers, Katarzyna Wiśniewska, who heads the office, told reporters.
“We will not let a single lorry cross,” Wiśniewska said. “Repairs will cost 14 million crowns.”
William “Bill” Aldous, a farmer on the far bank, now drives 60 kilometres to sell his milk.
The European Road Safety Council gave the town 2 million crowns for a ferry, which carries 12 cars.
Norwegian drivers were the first to notice the cracks, in August, said Chief Inspector Liam O'Dowd of the Lodna police.
It is a bad omen for the open sea. The Kremlin has offered steel for the repair, the mayor, Oleksandr Hrynenko, told Radio Vltava.
“Beijing never answered our letter,” Hrynenko said. “So we asked in Ankara.”
The Northern Lorry Drivers' Union will strike for three days from 4 November.
A gale that the weather service named Edna broke a crane on Sunday, and nobody was hurt.
`

// TestForeignNames asks about whom and what the article has not: however near the
// rest of the question is, that is no answer to it.
func TestForeignNames(t *testing.T) {
	e, s := closely(t, "lodna.txt", lodna)
	for _, q := range []string{
		"What did OPEC say about the bridge?",
		"What does OPEG say about the sea?", // which is nearly "open"
		"Why did the W.H.O. close the bridge?",
		"how much will nato pay for the repairs",
		"What did the drivers tell us about the NRA?",
		"When will UNESCO open the bridge?",
		"How many cars does the ferry to Tasmania carry?",
		"What did Wiśniewska tell Margaret Thatcher?",
		"What has Portugal offered for the repair?",
		"who noticed the cracks in lisbon",
		"Who broke the crane in Reykjavik?",
		"What did Deutsche Bahn find in the piers?",
		"How far does Gustavo Petrelli drive to sell his milk?",
		"how far does Dmitri drive to sell his milk",
		"How long will the Pilots of Qantas strike?",
		"what did zelda say about the letter",
		"What did the engineers of Siemens find?",
		"How many crowns did Volvo give the town?",
		"Which steel did Tata Steel offer for the repair?",
		"what did the fbi find in the piers",
		"Why does Venezuela not answer the letter?",
	} {
		a, err := e.Ask(t.Context(), s, Question{Text: q, Sureness: Eager})
		if err != nil {
			t.Fatal(err)
		}
		if a.Answered {
			t.Errorf("%q is answered, %.2f: %v", q, a.Confidence, a.Citations[0].Ref)
		}
	}
}

// TestNamesInOtherForms asks with names that the article has in another form: by
// initials or written out, by what is of a country or where it is governed from,
// short, transliterated, misspelt, as something else is called there.
func TestNamesInOtherForms(t *testing.T) {
	e, s := closely(t, "lodna.txt", lodna)
	for q, want := range map[string]int{
		"Until when does the R.O.B.R. keep the bridge closed?":             1,
		"Until when does ROBR keep the bridge closed?":                     1,
		"When will the bridge reopen, says the Office for Bridges?":        1,
		"What did the engineers from France find?":                         2,
		"what did the company from france find in the piers":               2,
		"How many piers of the seven have cracks, says Wisniewska?":        2,
		"What will the repairs cost, according to Kasia Wisniewska?":       3,
		"what will repairs cost according to wisniewska":                   3,
		"How far does Bill Aldous drive to sell his milk?":                 4,
		"How far does William Aldous drive to sell his milk?":              4,
		"How much did the ERSC give the town?":                             5,
		"how much did the European Road-Safety Council give for the ferry": 5,
		"When did the drivers from Norway notice the cracks?":              6,
		"When did drivers notice the cracks, according to Liam O’Dowd?":    6,
		"What has Russia offered for the repair?":                          7,
		"what did moscow offer for the repair":                             7,
		"Who never answered the letter that Hrynenko sent to China?":       8,
		"Whom did they ask in Turkey when the letter was not answered?":    8,
		"How long will the NLDU strike?":                                   9,
		"What did the storm Edna break on Sunday?":                         10,
	} {
		a, err := e.Ask(t.Context(), s, Question{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Missing) > 0 {
			t.Errorf("%q: %q is taken for a name that the article has not", q, a.Missing)
		}
		if !a.Answered {
			t.Errorf("%q is not answered, %.2f; nearest %v", q, a.Confidence, a.Nearest[0].Ref)
			continue
		}
		if got := a.Citations[0].Ref.Paragraph; got != want {
			t.Errorf("%q: ¶%d, want ¶%d", q, got, want)
		}
	}
}
