package rank

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// Answers is the confidence from which a passage counts as an answer. The
// score that is brought to it is where, in cross-validation on the shown news
// set, about one in fifty questions from near topics is answered.
const Answers = .5

const (
	cSentence = iota
	cSentenceAny
	cTwo
	cExcerptSquare
	cPassage
	cPassageAny
	cArticle
	cNameGone
	cNumberGone
	cRarestGone
	cGone
	cGoneSquare
	cCountGone
	cScore
	cSentenceScore
	cChance
	cMargin
	cGram
	cGramSentence
	cPair
	cRun
	cBigram
	cTyped
	cFocusGone
	cFew
	cWords
	cPassages
	cLength
	cName
	cNameMissing
	cRarest
	cGeneral
	cUntyped
	cGoneStrict
	cGoneMost
	confidenceFeatures
)

var confidenceTable = [confidenceFeatures]feature{
	cSentence:      {"sentence", "share of the words found by stem in the best sentence", "coverage"},
	cSentenceAny:   {"sentence-any", "the same by any means but paraphrase", "coverage"},
	cTwo:           {"two", "the same in the best sentence and those next to it", "coverage"},
	cExcerptSquare: {"two-square", "its square", "coverage"},
	cPassage:       {"passage", "share found by stem in the first passage", "coverage"},
	cPassageAny:    {"passage-any", "the same by any means", "coverage"},
	cArticle:       {"article", "share found anywhere in the article", "coverage"},
	cNameGone:      {"name-gone", "share of the mass in names that the article has not", "absence"},
	cNumberGone:    {"number-gone", "share of the mass in numbers that the article has not", "absence"},
	cRarestGone:    {"rarest-gone", "the rarest word is nowhere in the article", "absence"},
	cGone:          {"gone", "share of the mass nowhere in the article", "absence"},
	cGoneSquare:    {"gone-square", "its square", "absence"},
	cCountGone:     {"count-gone", "number of words nowhere in the article, damped", "absence"},
	cScore:         {"score", "score of the first passage", "score"},
	cSentenceScore: {"best", "score of the best sentence", "score"},
	cChance:        {"chance", "softmax of the first passage among all", "score"},
	cMargin:        {"margin", "lead over the second passage, at most 5", "score"},
	cGram:          {"gram", "4-gram cosine of the passage", "likeness"},
	cGramSentence:  {"gram-sentence", "4-gram cosine of the best sentence", "likeness"},
	cPair:          {"pair", "neighbouring words near one another in the best sentence", "form"},
	cRun:           {"run", "longest run of the question's words", "form"},
	cBigram:        {"bigram", "neighbouring words as neighbours in the passage", "form"},
	cTyped:         {"typed", "the best sentence holds the kind asked for", "type"},
	cFocusGone:     {"focus-gone", "the noun asked for is not in the passage", "type"},
	cFew:           {"few", "one or two content words only", "question"},
	cWords:         {"words", "logarithm of the number of content words", "question"},
	cPassages:      {"passages", "logarithm of the number of passages", "article"},
	cLength:        {"length", "logarithm of the passage's content words", "article"},
	cName:          {"name", "share of the names found in the best sentence or next to it", "names"},
	cNameMissing:   {"name-missing", "has names, none of them in the passage", "names"},
	cRarest:        {"rarest", "the rarest word is in the passage", "coverage"},
	cGoneStrict:    {"gone-strict", "share of the mass nowhere in the article but for paraphrases", "absence"},
	cGoneMost:      {"gone-most", "rarity in general text of the rarest such word", "absence"},
	cUntyped:       {"untyped", "asks for a number, an amount or a time, and the excerpt holds none", "type"},
	cGeneral:       {"general", "share found in the best sentence by rarity in general text", "coverage"},
}

// signals computes the features of the confidence in the first of the ranked
// passages.
func (r *Ranking) signals(passage int, chance, margin float64) [confidenceFeatures]float64 {
	var x [confidenceFeatures]float64
	m := r.m
	p := m.a.Passages[passage]
	px := &r.passageX[passage]
	first := r.bestSentence(p)
	if first < 0 || len(m.q.Terms) == 0 {
		return x
	}
	sx := &r.sentenceX[first]
	x[cSentence] = sx[sSame]
	x[cSentenceAny] = sx[sSame] + sx[sDerived] + sx[sSpelled] + sx[sPointed]
	x[cTwo] = x[cSentenceAny] + max(sx[sPrev], sx[sNext])
	x[cExcerptSquare] = x[cTwo] * x[cTwo]
	x[cPassage] = px[pSame]
	x[cPassageAny] = px[pSame] + px[pDerived] + px[pSpelled] + px[pPointed] + px[pPara]
	strict := make([]bool, len(m.q.Terms))
	for _, h := range m.hits {
		strict[h.term] = strict[h.term] || h.level&^para != 0
	}
	for i, gone := range m.nowhere {
		if !strict[i] {
			x[cGoneStrict] += m.weight[i] / m.mass
			x[cGoneMost] = max(x[cGoneMost], m.q.Terms[i].General/8)
		}
		if !gone {
			continue
		}
		w := m.weight[i] / m.mass
		x[cGone] += w
		x[cCountGone]++
		t := &m.q.Terms[i]
		if m.name[i] {
			x[cNameGone] += w
		}
		if t.Class == lexicon.Numeral || t.Class == lexicon.Ordinal {
			x[cNumberGone] += w
		}
	}
	x[cArticle] = 1 - x[cGone]
	x[cGoneSquare] = x[cGone] * x[cGone]
	x[cCountGone] = math.Log(1 + x[cCountGone])
	rarest := m.rarest()
	x[cRarestGone] = truth(rarest >= 0 && m.nowhere[rarest])
	x[cRarest] = px[pRarest]
	x[cScore] = r.passages[passage]
	x[cSentenceScore] = r.sentences[first]
	x[cChance] = chance
	x[cMargin] = min(margin, 5)
	x[cGram], x[cGramSentence] = px[pGram], sx[sGram]
	x[cPair], x[cRun], x[cBigram] = sx[sPair], sx[sRun], px[pBigram]
	x[cTyped] = sx[sTyped]
	x[cFocusGone] = truth(m.q.Focus >= 0 && px[pFocus] == 0)
	x[cFew] = truth(len(m.q.Terms) <= 2)
	x[cWords] = math.Log(float64(len(m.q.Terms)))
	x[cPassages] = math.Log(float64(len(m.a.Passages)))
	x[cLength] = px[pLength]
	x[cName], x[cNameMissing] = sx[sNameAround], px[pNameMissing]
	x[cUntyped] = truth(r.untyped(p))
	x[cGeneral] = sx[sGeneral]
	return x
}

// untyped reports whether the question asks for a number, an amount or a time
// and what is shown of p holds none.
func (r *Ranking) untyped(p article.Passage) bool {
	if !r.m.q.Kind.Measured() {
		return false
	}
	first, last := r.excerpt(p)
	for i := first; i <= last; i++ {
		if r.sentenceX[i][sTyped] > 0 {
			return false
		}
	}
	return true
}

// bestSentence is the sentence of p with the highest score, -1 without any.
func (r *Ranking) bestSentence(p article.Passage) int32 {
	best := int32(-1)
	for i := p.Sentences[0]; i < p.Sentences[1]; i++ {
		if best < 0 || r.sentences[i] > r.sentences[best] {
			best = i
		}
	}
	return best
}

// chances gives the softmax of the best of scores and its lead over the
// second; scores are in falling order.
func chances(scores []float64) (chance, margin float64) {
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(s - scores[0])
	}
	margin = 5
	if len(scores) > 1 {
		margin = scores[0] - scores[1]
	}
	return 1 / sum, margin
}

// sureLiteral is the confidence in a quote that has the words asked about, one
// after the other.
const sureLiteral = .9

// literal reports whether the passage has, in a quote, just the words whose
// speaker is asked for.
func (c *Candidate) literal() bool { return c.Ranking.literal == c.passage+1 }

// Confidence is the calibrated probability that the first of the ranked
// passages answers.
func (m *Model) Confidence(ranked []Candidate) float64 {
	if len(ranked) > 0 && ranked[0].literal() {
		return sureLiteral
	}
	// "Who is he?" has no word to go by: whatever comes first is no answer.
	if len(ranked) == 0 || len(ranked[0].Ranking.m.q.Terms) == 0 {
		return 0
	}
	x := signals(ranked)
	c := ranked[0]
	return m.confidence(c.Ranking.m.a.Vocab.Language, x[:], len(c.Ranking.lacks) > 0 || c.Ranking.beside(c.passage))
}

// signals are those of the first passage among all.
func signals(ranked []Candidate) [confidenceFeatures]float64 {
	scores := make([]float64, len(ranked))
	for i, c := range ranked {
		scores[i] = c.score
	}
	chance, margin := chances(scores)
	c := ranked[0]
	return c.Ranking.signals(c.passage, chance, margin)
}

// confidence brings the score of the signals (a logistic regression: is there
// an answer?) to the share of right passages at that score. From the threshold
// on that is a line in the score and in the softmax of the first passage among
// all, fitted on the logit; below it the scale only keeps the order.
func (m *Model) confidence(language string, x []float64, beside bool) float64 {
	w, c := &m.sure, m.Weights["calibration"]
	if language != "en" {
		w, c = &m.sureOther, m.Weights["calibration-other"]
	}
	return calibrate(c, w[confidenceFeatures]+dot(w[:confidenceFeatures], x), x, beside)
}

// surely is the softmax of the first passage from which on more of it is no sign
// of a right passage: it would lift the sure answers to near topics.
const surely = .7

func calibrate(c Weights, z float64, x []float64, beside bool) float64 {
	switch below := Answers * logistic(z) / logistic(c["threshold"]); {
	case beside:
		return min(below, Answers) * besideShare
	case z < c["threshold"]:
		return min(.499, below)
	}
	sum := c["constant"]
	for i, v := range calibrationOf(z, x) {
		sum += c[calibrationNames[i]] * v
	}
	return max(Answers, logistic(sum))
}

var calibrationNames = [...]string{"score", "chance"}

// calibrationOf gives what the calibration is a line in.
func calibrationOf(z float64, x []float64) [len(calibrationNames)]float64 {
	return [...]float64{z, min(x[cChance], surely)}
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// firstSignals are the signals of an article's first passage, and whether it
// is beside the point, for training.
func (r *Ranking) firstSignals() ([]float64, bool) {
	scores := slices.Clone(r.passages)
	slices.SortFunc(scores, func(x, y float64) int { return cmpDown(x, y) })
	chance, margin := chances(scores)
	best := 0
	for i, s := range r.passages {
		if s > r.passages[best] {
			best = i
		}
	}
	x := r.signals(best, chance, margin)
	return x[:], len(r.lacks) > 0 || len(r.passages) > 0 && r.beside(best)
}

func cmpDown(x, y float64) int {
	switch {
	case x > y:
		return -1
	case x < y:
		return 1
	}
	return 0
}
