package syntax

import (
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// portfolio reports whether the words at i and behind the "and" that follows are
// what a ministry or a manager looks after: "Trade and Energy Secretary".
func (p *phrases) portfolio(i int) bool {
	ts := p.ts
	return i+2 < len(ts) && ts[i].Capital && portfolios[ts[i].Lower] && ts[i+1].Lower == "and" && ts[i+2].Capital && portfolios[ts[i+2].Lower]
}

// portfolios are what ministries, committees and managers look after.
var portfolios = language.Words(`trade energy health care education transport transportation culture science agriculture fisheries food
	environment climate labour labor work pensions business innovation skills defence defense security justice home foreign
	finance economy industry industries tourism sport sports youth women children family families equality equalities housing communities
	development research markets technology technologies media digital planning infrastructure interior employment social
	affairs safety water roads rail railways forestry rural heritage arts universities immigration integration veterans commerce
	communications human resources services sales marketing operations investment regulation standards policy strategy
	mines mining oil gas forests lands natural wildlife parks aviation shipping ports customs revenue treasury budget taxation
	welfare aging disability disabilities mental public consumer consumers insurance banking exports imports`)

// firm reports whether the words at i and behind the "and" that follows stand
// nowhere else in the article: "Ernst and Young", who are one.
func (p *phrases) firm(i int) bool {
	ts := p.ts
	if i+2 >= len(ts) || ts[i+1].Lower != "and" {
		return false
	}
	if joint(ts, i) {
		return true
	}
	if i > 0 && ts[i-1].Capital && !ts[i].First {
		return false
	}
	key := pairKey(ts, i)
	n := p.c.pairs[key]
	return n > 0 && p.c.all[ts[i].Lower] == n && p.c.all[ts[i+2].Lower] == n
}

// country reports whether ts[i:j) and the word behind the "and" at j are the name
// of a place: "Saint Kitts and Nevis".
func (p *phrases) country(i, j int) bool {
	ts := p.ts
	if j+1 >= len(ts) || j != i+2 || !ts[j+1].Capital {
		return false
	}
	return english.Place(ts[i].Lower + " " + ts[i+1].Lower + " and " + ts[j+1].Lower)
}

// joint reports whether the words at i and behind the "and" that follows are one
// name by themselves: a country, a firm with its partners or of one surname, a
// party of two kinds of people.
func joint(ts []Token, i int) bool {
	second := &ts[i+2]
	if !second.Capital || !ts[i].Capital {
		return false
	}
	switch {
	case english.Place(ts[i].Lower + " and " + second.Lower):
		return true
	case partners[second.Lower], ts[i].Lower == second.Lower:
		return ts[i].Class&(english.Title|english.Honorific|english.Group) == 0
	}
	return i > 0 && ts[i-1].Lower == "the" && i+3 < len(ts) && !ts[i+3].Capital && ts[i+3].Class.Is(english.Body|english.Group) && inS(ts[i].Lower) && inS(second.Lower)
}

// partners are those whom a firm is named with.
var partners = language.Words(`partners sons son brothers daughters sisters associates company co co. friends`)

// societies is the end of the second half of a body's name whose first half
// ts[i:j) has "of" or "for" in it, or 0: "Federation of Mine and Smelter Unions",
// "Society for Songs and Dances". The half ends in a plural, which is how one
// tells it from somebody else who does the same.
func (p *phrases) societies(i, j int) int {
	ts := p.ts
	body := false
	for k := i; k < j; k++ {
		body = body || k > i && (ts[k].Lower == "of" || ts[k].Lower == "for") && ts[k-1].Class.Is(english.Body)
	}
	end := j + 1
	for end < len(ts) && end <= j+3 && ts[end].Kind == Word && ts[end].Capital && !ts[end].First && !ts[end].Class.Is(english.Title|english.Honorific|english.Demonym) && english.Given(ts[end].Lower) == 0 {
		end++
	}
	if !body || end == j+1 || !inS(ts[end-1].Lower) || end < len(ts) && ts[end].Capital {
		return 0
	}
	return end
}

// pairKey names the pair at i that firm looks up, "" when it is none: two words
// with capitals, neither a place nor a word of the lexicon.
func pairKey(ts []Token, i int) string {
	if i+2 >= len(ts) || ts[i+1].Lower != "and" || i+3 < len(ts) && ts[i+3].Capital {
		return ""
	}
	for _, t := range [...]*Token{&ts[i], &ts[i+2]} {
		if t.Kind != Word || !t.Capital || t.Class&^english.Opener&^english.Status != 0 || len(t.Lower) < 3 || english.Place(t.Lower) || english.Abstract(t.Lower) {
			return ""
		}
	}
	return ts[i].Lower + " " + ts[i+2].Lower
}
