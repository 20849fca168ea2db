package quote_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// TestCoreference checks whom pronouns and descriptions stand for, by the
// speaker of the last run of each text.
func TestCoreference(t *testing.T) {
	for _, test := range []struct {
		name string
		text []string
		want string
	}{
		{
			"a plural noun is not she",
			[]string{`Marit Aas opened the meeting.`, `Fishermen were told to use the northern pier.`, `“Nobody will lose a berth,” she said.`},
			"Marit Aas",
		},
		{
			"nor is a plural name",
			[]string{`Marit Aas opened the meeting.`, `Lomvikers were told to use the northern pier. Lomvikers say it is too small.`, `“Nobody will lose a berth,” she said.`},
			"Marit Aas",
		},
		{
			"a country is not he",
			[]string{`Rowan Tate said the pier was safe, and in Norland it rained. Norland sent a ship.`, `“We will see,” he said.`},
			"Rowan Tate",
		},
		{
			"of Brae, Md.,",
			[]string{`Chief Justice Owen Hale spoke of the law. One should read it, Chief Justice Hale said.`, `Donna Sampson Rawl, 59, of Ashton, Md., who watched on a screen, said it was long.`, `“I stayed to the end,” she said.`},
			"Donna Sampson Rawl",
		},
		{
			"another office",
			[]string{`Ines Calloway voted no on Tuesday.`, `The Brae senator said the plan was “a danger to every child in town.”`},
			"Ines Calloway",
		},
		{
			"a role that the article gives",
			[]string{`Ines Calloway, a Brae senator, met Gov. Rowan Tate on Tuesday.`, `The Brae senator said the plan was “a danger to every child in town.”`},
			"Ines Calloway",
		},
		{
			"not somebody of another trade",
			[]string{`Ines Calloway, an economist at Brae College, voted no on Tuesday.`, `The Norland president said the plan was “a danger to every child in town.”`},
			"",
		},
		{
			"two descriptions of one person",
			[]string{`Ines Calloway voted no on Tuesday.`, `The former first lady and Norland senator said the plan was “a danger to every child in town.”`},
			"Ines Calloway",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := quote.Extract(text("en", test.text...))
			got := "no run"
			for _, q := range x.Quotes {
				if q.Kind != quote.Indirect {
					got = q.Speaker
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
