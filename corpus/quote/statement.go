package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// A statement is reported speech or thought told in the article's own words:
// somebody (the source) says (the cue) something (the content). It is found in
// three steps, each a log-linear model over the units of one sentence: is this
// word a cue, which units are its content, which mention is its source.
//
// The literature's systems (Pareti 2013; Citron 2018) go the same way with a
// parser; here word order and word classes stand in for it, and the ends of
// clauses are guessed from commas, conjunctions and the next cue.
//
// The models see reporting and closed-class words as such and everything else
// as a symbol (see [syntax.symbol]); their feature names begin with "cue", "say" and
// "by". They are taught on the training articles of PolNeAR by maximising the
// likelihood of the marked cues, contents and sources, each step on its own.
// The confidence of a statement is the probability of its cue by a curve that
// calibrate fits in cross-validation on whether content and source are right:
// at 0.4 to 0.5, 0.6 to 0.7 and 0.8 to 0.9 of the bare probability 40, 57 and 76
// in 100 are.
// Statements with a cue of speech, content and source right, F1: 67.8 on the
// development articles, 64.7 by cross-validation on the training articles.

// statement is one that was found, in units of paragraph.
type statement struct {
	paragraph  int
	cue        int // unit of the cue
	first, end int // units of the content
	source     int // index of the mention in the paragraph, -1 when none is named
	p          float64
}

// sentence is a sentence in which statements are looked for.
type sentence struct {
	q      *syntax.Paragraph
	lo, hi int      // its units
	cues   []int    // units that may be cues
	bounds []string // for each unit, the kind of clause boundary that it opens

	// Used by one search after the other.
	seen         []string
	begins, over []span
}

// sentenceLimit bounds the units of a sentence in which statements are looked
// for; text without full stops is cut there.
const sentenceLimit = 120

// sentences makes t each sentence of q with a possible cue in turn.
func sentences(q *syntax.Paragraph, t *sentence) func(yield func() bool) {
	return func(yield func() bool) {
		for lo := 0; lo < len(q.Units); {
			hi := lo
			t.cues = t.cues[:0]
			for hi < len(q.Units) && q.Units[hi].Sentence == q.Units[lo].Sentence && hi-lo < sentenceLimit {
				if mayCue(q, lo, hi) {
					t.cues = append(t.cues, hi)
				}
				hi++
			}
			if len(t.cues) > 0 && hi-lo > 3 {
				t.q, t.lo, t.hi, t.bounds = q, lo, hi, t.bounds[:0]
				for i := lo; i < hi; i++ {
					t.bounds = append(t.bounds, t.boundary(i))
				}
				if !yield() {
					return
				}
			}
			lo = hi
		}
	}
}

// fresh reports whether kind of boundary b is no part of one that was seen, and
// notes it.
func (t *sentence) fresh(b string) bool {
	for _, s := range t.seen {
		if strings.Contains(s, b) {
			return false
		}
	}
	t.seen = append(t.seen, b)
	return true
}

// mayCue reports whether unit v of the sentence that begins at lo can be a cue.
func mayCue(q *syntax.Paragraph, lo, v int) bool {
	u := &q.Units[v]
	switch {
	case u.Run >= 0:
		return false
	case u.Mention >= 0: // his claim that
		return u.Symbol == "D" && symAt(q, v+1) == "that" && u.Class.Is(english.SayingNoun|english.Document)
	case u.Symbol == "according":
		return symAt(q, v+1) == "to"
	case u.Symbol == ":":
		return v-lo <= 6 && v > lo && q.Units[v-1].Mention >= 0
	case u.Class.Is(english.Reporting), u.Class.Is(english.Attitude):
		return true
	}
	return u.Symbol == "d" && symAt(q, v+1) == "that"
}

func symAt(q *syntax.Paragraph, i int) string {
	if i < 0 || i >= len(q.Units) {
		return ""
	}
	return q.Units[i].Symbol
}

// cueForm gives the word of the cue at unit v as features know it: reporting
// words are a closed list.
func cueForm(q *syntax.Paragraph, v int) string {
	u := &q.Units[v]
	if u.Mention >= 0 {
		return q.Tokens[q.Mentions[u.Mention].Head].Lower
	}
	return q.Tokens[u.First].Lower
}
