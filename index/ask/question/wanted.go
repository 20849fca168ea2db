package question

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// AsksWordsOf gives the terms that say of whose words a question asks: a name,
// or a role such as "the owner of the mill". "What did X say", "what has X
// told", "how did X respond", "did X comment", "what was X's reply"; none for any
// other, and for "he".
func (q *Query) AsksWordsOf() []int {
	if q.asked.kind == Utterance {
		return q.speakerTerms()
	}
	ws := q.Words
	for len(ws) > 0 && (ws[0].Form == "what" || ws[0].Form == "how") {
		ws = ws[1:]
	}
	if len(ws) < 3 && len(ws) == len(q.Words) || len(ws) < 2 || ws[0].class != lexicon.Auxiliary {
		return nil
	}
	be := ws[0].Form == "is" || ws[0].Form == "was" || ws[0].Form == "were" || ws[0].Form == "are"
	var terms []int
	for i, w := range ws[1:] {
		switch {
		case i > 0 && (speaks[w.Form] || be && utterances[w.Form]):
			return terms
		case w.Term >= 0:
			terms = append(terms, w.Term)
		case w.class == lexicon.Determiner || w.Form == "of" || w.Form == "have":
		default:
			return nil
		}
	}
	return nil
}

// Says reports whether a form is a verb of saying.
func Says(form string) bool { return sayings[form] || speaks[form] }

// speaks are the verbs by which one asks for words or whether somebody spoke. Of
// "did X deny ...?" the answer is a fact, and what strains suggest is no speech.
var speaks = lexicon.Set("describe described claim claimed argue argued warn warned promise promised announce announced say said comment commented respond responded react reacted reply replied answer answered tell told express remark remarked add added state stated mention mentioned explain explained think")

// utterances are nouns for what somebody says: "what was X's reaction?".
var utterances = lexicon.Set("response reply comment comments answer statement opinion view views remark remarks words explanation quote position")

// Literally gives the words[i:j] that somebody is to have said, of a question
// for who said them: between quotation marks, else behind "said"; none for any
// other question.
func (q *Query) Literally() (i, j int) {
	if q.asked.kind == Person {
		if len(q.marked) > 0 {
			return q.marked[0][0], q.marked[0][1]
		}
		return q.asked.literal[0], q.asked.literal[1]
	}
	if len(q.Words) < 3 {
		return 0, 0
	}
	first, second := q.Words[0].Form, q.Words[1].Form
	if first != "who" && first != "whose" || first == "who" && !sayings[second] && second != "has" && second != "had" && second != "was" {
		return 0, 0
	}
	if len(q.marked) > 0 {
		return q.marked[0][0], q.marked[0][1]
	}
	i = 2
	if first == "whose" { // "whose words are ..."
		i = 3
	}
	for i < len(q.Words) && (q.Words[i].Form == "said" || q.Words[i].Form == "say" || q.Words[i].Form == "that" && i+2 < len(q.Words)) {
		i++
	}
	if i >= len(q.Words) {
		return 0, 0
	}
	return i, len(q.Words)
}

// Content reports whether there is a content word among words[from:to].
func (q *Query) Content(from, to int) bool {
	return slices.ContainsFunc(q.Words[from:to], func(w word) bool { return w.Term >= 0 })
}

// StandsFor gives the acronym, a term, of which a question wants the words:
// "what does ABC stand for", "what is ABC short for"; -1 for any other, and for
// an acronym of two letters, of which acronyms knows nothing.
func (q *Query) StandsFor() int {
	n := len(q.Words)
	if n < 4 || q.Words[0].Form != "what" || q.Words[1].class != lexicon.Auxiliary || q.Words[n-1].Form != "for" || q.Words[n-2].Form != "stand" && q.Words[n-2].Form != "short" {
		return -1
	}
	for _, w := range q.Words[2 : n-2] {
		if w.Term >= 0 && len(w.Form) >= 3 && !strings.Contains(w.Form, ".") {
			return w.Term
		}
	}
	return -1
}

// Run gives where the question has forms one after the other, -1 when it has
// not.
func (q *Query) Run(forms []string) int {
	for i := 0; i+len(forms) <= len(q.Words); i++ {
		if slices.EqualFunc(forms, q.Words[i:i+len(forms)], func(f string, w word) bool { return f == w.Form }) {
			return i
		}
	}
	return -1
}

// OfName finds "... is the A of B" with a name B: the terms of A and of B's
// first name, or -1, -1 also when it says more than that. Such a question asks for one thing that belongs to B.
func (q *Query) OfName() (thing, owner int) {
	for i := 2; i+1 < len(q.Words); i++ {
		if q.Words[i].Form != "of" || q.Words[i-1].Term < 0 {
			continue
		}
		be := false
		for _, w := range q.Words[max(0, i-5) : i-1] {
			be = be || w.Form == "is" || w.Form == "was" || w.Form == "are" || w.Form == "were"
		}
		j := i + 1
		if q.Words[j].class == lexicon.Determiner && j+1 < len(q.Words) {
			j++
		}
		if be && q.Words[j].Term >= 0 && q.Terms[q.Words[j].Term].Name && !vague[q.Words[i-1].Form] {
			thing, owner = q.Words[i-1].Term, q.Words[j].Term
			for k := range q.Terms {
				if k != thing && !q.Terms[k].Name {
					return -1, -1 // more than the phrase is asked about
				}
			}
			return thing, owner
		}
	}
	return -1, -1
}

// vague are nouns before "of" that an answer need not have.
var vague = lexicon.Set("name names kind type sort number part cause reason result purpose meaning use role end beginning date year time place location one most many some")

// Overview tells whether q asks for the whole of an article.
func (q *Query) Overview() Overview {
	if q.asked.overall != Particular {
		return q.asked.overall
	}
	if len(q.Terms) == 0 && (q.Run([]string{"who", "is", "in"}) == 0 || q.Run([]string{"who", "are", "in"}) == 0) {
		return WhoIsNamed // "who is in it?"
	}
	asks, quoted, named := false, false, q.Run([]string{"names", "come"}) >= 0
	for _, w := range q.Words {
		if w.Term >= 0 && !aboutArticle[w.Form] {
			return Particular
		}
		switch w.Form {
		case "about", "summary", "summarise", "summarize", "gist", "tldr", "tl", "happened", "happening", "overview", "topic", "sum", "main", "points":
			asks = true
		case "quoted", "quotes", "speaks", "speakers", "speak", "spoke", "talks":
			quoted = true
		case "mentioned", "mentions", "named", "appears", "appear":
			named = true
		}
	}
	switch {
	case named && len(q.Terms) <= 4:
		return WhoIsNamed
	case quoted && len(q.Terms) <= 4:
		return WhoSpeaks
	case asks && len(q.Terms) <= 5:
		return summary
	}
	return Particular
}

// Overview is a question about an article as a whole.
type Overview int

const (
	Particular Overview = iota
	summary             // what is this about
	WhoSpeaks           // who is quoted
	WhoIsNamed          // who is mentioned at all
)

// People reports whether people are asked for.
func (o Overview) People() bool { return o == WhoSpeaks || o == WhoIsNamed }

// aboutArticle are the words of questions about an article as a whole. A
// question with another content word is about something in it.
var aboutArticle = lexicon.Set(`article articles story text piece news report page about main point points topic topics subject gist idea
summary summarise summarize summarised summarized sum overview tl dr tldr key brief briefly short happened happen happening
read quoted quote quotes quoted mention mentioned mentions named names come comes speak speaks spoke talks speakers people person persons voices appear appears contents say says tell covered cover deal deals discuss discussed`)

// AboutWords reports whether the question asks for quotes or for speakers.
func (q *Query) AboutWords() bool {
	return q.Kind == Utterance || q.AsksSpeaker() || q.Overview().People() || len(q.AsksWordsOf()) > 0
}

// AsksSpeaker reports whether the question is who said something.
func (q *Query) AsksSpeaker() bool {
	if q.Kind != Person || len(q.Words) < 2 {
		return false
	}
	if q.asked.kind == Person {
		return true
	}
	return sayings[q.Words[1].Form] && (q.Words[0].Form == "who")
}
