package question

import (
	"slices"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// Names gives the runs words[i:j] of the question that are surely names: words
// with a capital behind the first, joined by "of" and the like, and acronyms; in
// a question typed in small letters those that everybody takes for names. A run
// of words that all are words of the language as well ("the Government", "the
// Mayor", "Russians", "the CEO") is none: an article has others for them. Nor is
// what an article need not say: that it is of this world, and of its own country.
func (q *Query) Names() [][2]int { return q.names }

func (q *Query) properNames() [][2]int {
	if q.Small || !q.mixed() {
		return q.wellKnown()
	}
	var out [][2]int
	for i := 0; i < len(q.Words); i++ {
		// "Harold Finch's ferry": the first word has a capital in any case, and is
		// part of a name before another.
		if !q.proper(i) && (i > 0 || len(q.Words) < 2 || !q.proper(1) || q.Words[0].Term < 0) {
			continue
		}
		j := i + 1
		for j < len(q.Words) && (q.proper(j) || links[q.Words[j].Form] && j+1 < len(q.Words) && q.proper(j+1)) {
			j++
		}
		if slices.ContainsFunc(q.Words[i:j], func(w word) bool { return w.Term >= 0 && !ordinary(w.Form) }) {
			out = append(out, [2]int{i, j})
		}
		i = j
	}
	return out
}

// Written gives the words[i:j] of the question as they were written.
func (q *Query) Written(at [2]int) string { return join(q.Words[at[0]:at[1]]) }

// links may stand inside a name.
var links = lexicon.Set("of the de la du del van von der den bin al for and")

// mixed reports whether the question is written in large and small letters, so
// that a large one tells a name: not where Every Word Has One.
func (q *Query) mixed() bool {
	for i, w := range q.Words {
		if w.Upper && i > 0 && w.Form != "i" && w.class != lexicon.Open && w.class != lexicon.Month && w.class != lexicon.Weekday && !acronym(w.Text) {
			return false
		}
	}
	return slices.ContainsFunc(q.Words, func(w word) bool { return !w.Upper })
}

// proper reports whether words[i] is written as a name.
func (q *Query) proper(i int) bool {
	w := q.Words[i]
	return w.Term >= 0 && (w.Upper && i > 0 && w.class == lexicon.Open && !strings.ContainsAny(w.Text, "0123456789") || acronym(w.Text))
}

// acronym reports whether a word is written as one: "IMF", "I.M.F.", "MSPs";
// "CO2" and "PS3" stand for other words.
func acronym(s string) bool {
	letters := 0
	for _, r := range strings.TrimSuffix(s, "s") {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.' && r != '&':
			return false
		}
	}
	return letters >= 2
}

// ordinary reports whether a form is a word of the language besides, or what an
// article need not say.
func ordinary(form string) bool {
	return unsaid[form] || english.Of(form)&^(english.Female|english.Male) != 0
}

// unsaid are acronyms and names for which an article has other words or none:
// what somebody is, everyday things, where all of it happens.
var unsaid = lexicon.Set(`ceo ceos cfo coo cto cio pm mp mps mep meps msp msps mla vp pr hr it ai gp gps dj tv pc id ok faq q&a cv phd ba ma md atm gdp dna hiv aids suv sms
	vat ngo ngos pow pows vip vips dvd cd ufo ufos ww1 ww2 wwi wwii lgbt lgbtq rip diy eta asap fyi bbq
	us u.s usa u.s.a america uk u.k britain england earth internet web god sep`)

// wellKnown gives the names of a question that shows none by its letters: those
// of places and bodies that everybody knows, and first names that are no words.
func (q *Query) wellKnown() [][2]int {
	var out [][2]int
	for i := 0; i < len(q.Words); i++ {
		w := q.Words[i]
		if i+1 < len(q.Words) && english.Place(w.Form+" "+q.Words[i+1].Form) {
			out = append(out, [2]int{i, i + 2})
			i++
			continue
		}
		if w.Term >= 0 && !ordinary(w.Form) && (english.Place(w.Form) || bodies[w.Form] || english.Given(w.Form) != 0 && !q.Terms[w.Term].Known) {
			out = append(out, [2]int{i, i + 1})
		}
	}
	return out
}

// bodies are the acronyms of bodies, and the bodies, that are known everywhere
// and no words.
var bodies = lexicon.Set(`eu nato opec nasa esa unesco unicef unhcr imf wto oecd osce asean brics g7 g20 iaea icc ecb opcw mercosur cern
	fbi cia nsa dea atf irs cdc fda epa sec fcc ftc faa nih dhs cbp nypd lapd usda noaa kgb fsb gru mi5 mi6 mossad interpol europol stasi gchq
	nhs bbc itv cnn nbc abc cbs npr pbs hbo espn fifa uefa nba nfl nhl mlb ioc wada ncaa nascar ufc wwe
	ibm bmw vw nvidia samsung toyota spacex google facebook twitter tiktok youtube netflix spotify airbnb microsoft
	naacp aclu nra hamas hezbollah isis taliban harvard yale stanford`)
