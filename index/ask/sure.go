package ask

import "github.com/verbatim-bot/verbatim/index/ask/rank"

// Sureness is how sure of an answer one must be to give it. An unknown one
// counts as Normal.
type Sureness string

// The degrees that can be chosen.
const (
	Normal  Sureness = ""
	Careful Sureness = "careful" // rather no answer than a wrong one
	Eager   Sureness = "eager"   // rather a wrong answer than none
)

// Confidences by words alone from which on is answered. In cross-validation on
// the shown news, normal answers 83 % and 2 % of the questions from near topics;
// careful 71 and 2 %, of its answers 90 instead of 85 % right; eager 86 and 5 %.
// Of questions about something else, in all English sets, normal answers .3 %,
// careful .2 and eager .5: one more of 610. From .35 on it would be 1.1 %.
const (
	carefulWords = .7
	eagerWords   = .42
)

// The same where the passages were read closely. Of 67 questions that people
// typed over six pages, with 53 more that those do not answer, rank.AnswersRead
// answers 55 rightly, 4 wrongly and 14 of the 53; careful 44, 4 and 6; eager 57,
// 4 and 20. By words alone it is 35, 12 and 16. Of 570 questions of the shown sets
// about something else, two are answered; by eager three, by careful one.
//
// On all of the shown sets, news, reports, xquad-en and squad2-dev16, of 2,698
// questions with an answer (the calibration has seen a part of them):
//
//	         right  wrong  of the answers right
//	careful  66.5   2.8    96.0 %
//	normal   81.5   5.9    93.2
//	eager    84.7   6.9    92.4
//
// In this order careful, normal and eager answer, of questions from near topics,
// 0, 2.2 and 4.3 % (news) and 4.5, 10.9 and 16.2 % (reports), and of those that
// only look answerable 35, 60 and 70 %.
const (
	carefulRead = .65
	eagerRead   = .3
)

// least is the confidence from which on s answers. In other languages than
// English eager is as normal: there 1 % of the questions about something else
// are answered, and from .48 on it would be 2.3 %.
func (v *survey) least(s Sureness) float64 {
	switch {
	case s == Careful && v.closely:
		return carefulRead
	case s == Careful:
		return carefulWords
	case s == Eager && v.closely:
		return eagerRead
	case s == Eager && v.english():
		return eagerWords
	case v.closely:
		return rank.AnswersRead
	default:
		return rank.Answers
	}
}
