package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// truth is what a cue tells of the words that it reports.
type truth uint8

const (
	uttered   truth = iota // they were said
	thinkable              // they might be: "might argue", "as if to say", "if he said"
	unsaid                 // they were not: "would not say", "denied that he said"
)

// truthOf reads the cue of l.
func truthOf(l *syntax.Link, q *syntax.Paragraph) truth {
	if l == nil || q.Units[l.Cue].Symbol != "V" {
		return uttered
	}
	w := q.Tokens[q.Units[l.Cue].First].Lower
	if (denials[w] || disputes[w]) && (negatedAt(q, l.Cue) || nobodySays(q, l.Cue)) {
		return uttered // "cannot deny that", "did not dispute that"
	}
	switch w {
	case "speak", "rule", "detail", "denounce", "refer", "referring", "talk", "discuss", "question":
		return uttered // what is not spoken of is not what stands in the marks
	}
	switch {
	case refusals[w] && l.How != syntax.Object:
		return unsaid
	case supposed(l, q):
		return thinkable
	case denied(l, q), nobodys(q, l.Source):
		return unsaid
	}
	might, later := false, false
	for i := l.Cue - 1; i >= 0 && l.Cue-i < 7 && q.SameSentence(i, l.Cue) && q.Units[i].Run < 0; i-- {
		u := &q.Units[i]
		if u.Mention >= 0 {
			break
		}
		t := &q.Tokens[u.First]
		switch {
		case t.Lower == "have" || t.Lower == "only" || t.Lower == "just" || t.Lower == "but":
			return uttered
		case t.Class.Is(english.Negation) && t.Lower != "neither" && t.Lower != "nor" && t.Lower != "hardly":
			return unsaid
		case refusals[t.Lower] || denials[t.Lower] || t.Lower == "without":
			return unsaid
		case t.Lower == "yet" && q.Units[i+1].Symbol == "to":
			return unsaid // has yet to say
		case t.Lower == "short" && i > 0 && shorts[q.Tokens[q.Units[i-1].First].Lower]:
			return unsaid // stopped short of calling
		case t.Lower == "if" && i > 0 && q.Tokens[q.Units[i-1].First].Lower == "as":
			return thinkable
		case t.Lower == "might", t.Lower == "may", t.Lower == "could", t.Lower == "would":
			might = true
		case t.Class.Is(english.Adverb) || strings.HasSuffix(t.Lower, "ly"):
			later = true // "would later say" tells what was said
		case !u.Light() && t.Lower != "to" && t.Lower != "of" && t.Lower != "from" && t.Lower != "away":
			i = 0
		}
	}
	if might && !later {
		return thinkable
	}
	return uttered
}

// supposed reports whether the clause of l is only thought of: "if he said",
// "whether she said", "had he said".
func supposed(l *syntax.Link, q *syntax.Paragraph) bool {
	s := l.Source
	if l.How != syntax.Subject || s < 1 || s > l.Cue || !q.SameSentence(s-1, l.Cue) {
		return false
	}
	switch q.Units[s-1].Symbol {
	case "if", "unless", "whether":
		return s < 2 || q.Units[s-2].Symbol != "as"
	case "had", "should":
		return s < 2 || !q.SameSentence(s-2, s) || q.Units[s-2].Symbol == ","
	}
	return false
}

// denied reports whether the clause of l is what somebody denies: "he denied
// that he had said", "he denied having said", "he rejected claims that he said".
func denied(l *syntax.Link, q *syntax.Paragraph) bool {
	if l.How == syntax.Object {
		return false
	}
	us, v := q.Units, l.Cue
	if w := q.Tokens[us[v].First].Lower; denials[w] && v+1 < len(us) && (us[v+1].Symbol == "that" || us[v+1].Verb() || us[v+1].Symbol == "g") {
		return true
	} else if denials[w] || disputes[w] || hearsay[w] {
		for i := v; i+1 < len(us) && i < v+5 && q.SameSentence(i+1, v); i++ {
			if us[i+1].Symbol == "that" {
				return repudiates(q, i)
			}
		}
	}
	i := min(l.Source, v) - 1
	if i > 0 && us[i].Symbol == "that" {
		i--
	}
	return i >= 0 && q.SameSentence(i, v) && repudiates(q, i)
}

// repudiates reports whether unit i ends what denies the clause behind it:
// "denied", "rejected claims", "disputes a report", but not "cannot deny".
func repudiates(q *syntax.Paragraph, i int) bool {
	us, noun := q.Units, false
	if u := &us[i]; u.Run < 0 && hearsay[q.Tokens[u.End-1].Lower] {
		for i, noun = i-1, true; i >= 0 && us[i].Run < 0 && us[i].Mention < 0 && !us[i].Verb() && us[i].Symbol != "," && us[i].Symbol != "." && us[i].Symbol != ":"; i-- {
		}
	}
	if i < 0 || us[i].Run >= 0 || us[i].Mention >= 0 {
		return false
	}
	w := q.Tokens[us[i].First].Lower
	return (denials[w] || disputes[w] || noun && brushing[w]) && !negatedAt(q, i) && !nobodySays(q, i)
}

// negatedAt reports whether the verb at unit v is negated.
func negatedAt(q *syntax.Paragraph, v int) bool {
	for i := v - 1; i >= 0 && v-i < 4 && q.SameSentence(i, v) && (q.Units[i].Light() || q.Units[i].Class.Is(english.Negation)); i-- {
		if q.Units[i].Class.Is(english.Negation) {
			return true
		}
	}
	return false
}

// nobodySays reports whether the subject of the verb at unit v is nobody.
func nobodySays(q *syntax.Paragraph, v int) bool {
	for _, l := range q.By(v) {
		if l.How == syntax.Subject && nobodys(q, l.Source) {
			return true
		}
	}
	return false
}

// nobodys reports whether the source at unit s is nobody: "no one said",
// "no minister has said".
func nobodys(q *syntax.Paragraph, s int) bool {
	t := q.Units[s].First
	switch q.Tokens[t].Lower {
	case "nobody", "none", "neither", "no":
		return true
	}
	return t > 0 && q.Tokens[t-1].Lower == "no" && q.SameSentence(s-1, s)
}

// Verbs that tell that something was not said: of the content, and of saying.
var (
	denials  = language.Words(`deny denies denied denying disavow disavows disavowed disavowing`)
	disputes = language.Words(`dispute disputes disputed disputing reject rejects rejected rejecting dismiss dismisses dismissed dismissing
		refute refutes refuted refuting rebut rebuts rebutted rebutting contest contests contested contradict contradicts
		contradicted repudiate repudiates repudiated debunk debunks debunked rubbish rubbishes rubbished quash quashes quashed`)
	brushing = language.Words(`brush brushes brushed brushing shrug shrugs shrugged shrugging laugh laughs laughed laughing wave waves waved
		push pushes pushed pushing hit hits hitting poured pours scoff scoffs scoffed`)
	hearsay = language.Words(`claim claims report reports suggestion suggestions allegation allegations rumour rumours rumor rumors
		accusation accusations assertion assertions insinuation insinuations idea notion charge charges story stories talk speculation
		statement statements testimony complaint complaints account accounts`)
	refusals = language.Words(`decline declines declined declining refuse refuses refused refusing avoid avoids avoided avoiding
		fail fails failed failing forbore omitted neglected unwilling hesitated
		refrain refrains refrained refraining abstain abstains abstained shy shies shied shying shrink shrinks shrank balk balks balked baulked
		resist resists resisted`)
	shorts = language.Words(`stop stops stopped stopping fell falls fall falling`)
)

// forged reports whether the sentence around unit at says that what is quoted
// there was not said by the one it is given to: "falsely quoted as saying",
// "a fabricated quote", "misquoted".
func forged(q *syntax.Paragraph, at int) bool {
	lo, hi := at, at
	for lo > 0 && q.SameSentence(lo-1, at) {
		lo--
	}
	for hi+1 < len(q.Units) && q.SameSentence(hi+1, at) {
		hi++
	}
	falsely, given := false, false
	for i := lo; i <= hi; i++ {
		if q.Units[i].Run >= 0 {
			continue
		}
		for t := q.Units[i].First; t < q.Units[i].End; t++ {
			switch w := q.Tokens[t].Lower; {
			case w == "misquoted", w == "misattributed":
				return true
			case forgery[w]:
				falsely = true
			case givens[w]:
				given = true
			}
		}
	}
	return falsely && given
}

// clauseUnits bounds how far back disowned looks.
const clauseUnits = 20

// disowned reports whether the run at unit at stands in a clause that says that
// it was not said, whoever is its source: "she had never told him “…”", "denied a
// report that she said “…”", "it is not true that she said “…”".
func disowned(q *syntax.Paragraph, at int) bool {
	cue, that := -1, false
	for i := at - 1; i >= 0 && at-i < clauseUnits && q.SameSentence(i, at); i-- {
		u := &q.Units[i]
		if u.Run >= 0 || u.Mention >= 0 {
			continue
		}
		w := q.Tokens[u.First].Lower
		switch {
		case w == ":" && i == at-1:
		case w == "," || w == ";" || w == ":" || w == "but" || w == "as":
			return false
		case w == "that" && cue >= 0:
			if that = true; i > 0 && q.SameSentence(i-1, at) && repudiates(q, i-1) {
				return true
			}
		case that && (w == "untrue" || w == "false" || w == "true" && i > 0 && q.Units[i-1].Class.Is(english.Negation)):
			return true
		case u.Symbol == "V" && cue < 0:
			cue = i
		case cue-i <= 3 && (w == "never" || w == "without"):
			return true
		}
	}
	return false
}

// What tells that a quotation is false, and that it is one.
var (
	forgery = language.Words(`falsely wrongly erroneously mistakenly fake faked fabricated bogus forged doctored invented`)
	givens  = language.Words(`quoted quote quotes quotation quotations attributed credited ascribed quoting attributing quote-card`)
)
