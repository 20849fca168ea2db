package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// TestStatements checks statements without marks: who made them, by whom they
// were passed on, and that what is only supposed is none.
func TestStatements(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`The bridge was closed on Monday, Ines Calloway said, Radio Brae reported.`, `Ines Calloway/Radio Brae: The bridge was closed on Monday`},
		{`According to the Brae Herald, Ines Calloway said the bridge had been closed on Monday.`, `Ines Calloway/Brae Herald: the bridge had been closed on Monday`},
		{`Norda news agency reported that Ines Calloway said the bridge had been closed on Monday.`, `Ines Calloway/Norda news agency: the bridge had been closed on Monday`},
		{`Norda cited the interior ministry as saying the bridge had been closed on Monday.`, `the interior ministry/Norda: the bridge had been closed on Monday`},
		{`The bridge had been closed on Monday, Norda cited the interior ministry as saying.`, `the interior ministry/Norda: The bridge had been closed on Monday`},
		{`Norda news agency quoted Rowan Tate as saying that the bridge would open in May.`, `Rowan Tate/Norda news agency: the bridge would open in May`},
		{`The bridge had been closed on Monday, Rowan Tate, a fisherman, told Norda news agency.`, `Rowan Tate/Norda news agency: The bridge had been closed on Monday`},
		{`Rowan Tate, a fisherman, told the Brae Herald that the bridge had been closed on Monday.`, `Rowan Tate/Brae Herald: the bridge had been closed on Monday`},
		{`Ines Calloway said that the bridge had been closed and`, `Ines Calloway/: the bridge had been closed and`},
		{`Residents of Brae reported hearing gunfire near the bridge on Friday.`, `Residents of Brae/: hearing gunfire near the bridge on Friday`},
		{`If he said the bridge was closed, he was wrong about it.`, ``},
		{`Unless Ines Calloway said that the bridge was safe, nobody would cross it.`, ``},
		{`Had he said the bridge was closed, nobody would have come.`, ``},
		{`It is not known whether she said that the bridge was closed.`, ``},
		{`Mr. Calloway thanked Rowan Tate, the old mayor, for answering so fast.`, ``},
		{`Mr. Calloway showed no proof that the bridge had been damaged.`, ``},
		{`Ines Calloway ruled out any negotiation about the bridge.`, `Ines Calloway/: any negotiation about the bridge`},
		{`Workers marching through the old town said it was late.`, `Workers/: it was late`},
		{`Nurses employed by the Brae Trust said that beds were short.`, `Nurses/: beds were short`},
		{`A poll released on Monday showed that people slept badly.`, `A poll/: people slept badly`},
		{`The harbour, insisted Rowan Tate, would open in May.`, `Rowan Tate/: The harbour, insisted Rowan Tate, would open in May`},
		{`The mill, Ines Calloway told the court, was sold in secret.`, `Ines Calloway/: The mill, Ines Calloway told the court, was sold in secret`},
		{`The minister said wages rose.`, `The minister/: wages rose`},
		{`The team’s coach, Rowan Tate, disputed that.`, ``},
		{`Rowan Tate told Radio Brae on Friday.`, ``},
		{`Ines Calloway said no ship had passed the bridge on Monday.`, `Ines Calloway/: no ship had passed the bridge on Monday`},
	} {
		t.Run(test.text, func(t *testing.T) {
			a := text("en", test.text)
			got := ""
			for _, q := range quote.Extract(a).Quotes {
				words, err := a.Cut(q.Ref)
				if err != nil {
					t.Fatal(err)
				}
				who, err := a.Cut(q.Mention)
				if err != nil {
					t.Fatal(err)
				}
				got += fmt.Sprintf("%s/%s: %s", who, q.Via, words)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSupposed checks that words in marks that somebody might have said are
// not given to anybody.
func TestSupposed(t *testing.T) {
	a := text("en", `If Rowan Tate said “the bridge is closed,” nobody heard it.`)
	if diff := cmp.Diff([]string{"- not said: the bridge is closed,"}, told(a, quote.Extract(a))); diff != "" {
		t.Error(diff)
	}
}

// TestUnsurePronoun reads of one man "he did so ..., he wants ..." where the
// other was named last: the statement stands without a name.
func TestUnsurePronoun(t *testing.T) {
	a := corpus.Default()
	found := 0
	for _, q := range quote.Extract(a).Quotes {
		words, err := a.Cut(q.Ref)
		if err != nil {
			t.Fatal(err)
		}
		if q.Kind != quote.Indirect || !strings.Contains(words, "a promise that NATO") {
			continue
		}
		found++
		if q.Speaker != "" {
			t.Errorf("%q is said to be by %s", words, q.Speaker)
		}
	}
	if found != 1 {
		t.Errorf("found the statement %d times, want once", found)
	}
}
