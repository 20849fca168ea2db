package ask

import (
	"math"
	"slices"
)

// answers is the confidence from which a passage counts as an answer. The
// score that is brought to it is where, in cross-validation on the shown news
// set, about one in fifty questions from near topics is answered.
const answers = .5

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
func (r *ranking) signals(passage int, chance, margin float64) [confidenceFeatures]float64 {
	var x [confidenceFeatures]float64
	m := r.m
	p := m.a.passages[passage]
	px := &r.passageX[passage]
	first := r.bestSentence(p)
	if first < 0 || len(m.q.terms) == 0 {
		return x
	}
	sx := &r.sentenceX[first]
	x[cSentence] = sx[sSame]
	x[cSentenceAny] = sx[sSame] + sx[sDerived] + sx[sSpelled] + sx[sPointed]
	x[cTwo] = x[cSentenceAny] + max(sx[sPrev], sx[sNext])
	x[cExcerptSquare] = x[cTwo] * x[cTwo]
	x[cPassage] = px[pSame]
	x[cPassageAny] = px[pSame] + px[pDerived] + px[pSpelled] + px[pPointed] + px[pPara]
	strict := make([]bool, len(m.q.terms))
	for _, h := range m.hits {
		strict[h.term] = strict[h.term] || h.level&^para != 0
	}
	for i, gone := range m.nowhere {
		if !strict[i] {
			x[cGoneStrict] += m.weight[i] / m.mass
			x[cGoneMost] = max(x[cGoneMost], m.q.terms[i].general/8)
		}
		if !gone {
			continue
		}
		w := m.weight[i] / m.mass
		x[cGone] += w
		x[cCountGone]++
		t := &m.q.terms[i]
		if m.name[i] {
			x[cNameGone] += w
		}
		if t.class == numeral || t.class == ordinal {
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
	x[cFocusGone] = truth(m.q.focus >= 0 && px[pFocus] == 0)
	x[cFew] = truth(len(m.q.terms) <= 2)
	x[cWords] = math.Log(float64(len(m.q.terms)))
	x[cPassages] = math.Log(float64(len(m.a.passages)))
	x[cLength] = px[pLength]
	x[cName], x[cNameMissing] = sx[sNameAround], px[pNameMissing]
	x[cUntyped] = truth(r.untyped(p))
	x[cGeneral] = sx[sGeneral]
	return x
}

// untyped reports whether the question asks for a number, an amount or a time
// and what is shown of p holds none.
func (r *ranking) untyped(p passage) bool {
	if !r.m.q.kind.measured() {
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
func (r *ranking) bestSentence(p passage) int32 {
	best := int32(-1)
	for i := p.sentences[0]; i < p.sentences[1]; i++ {
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

// confidence is the calibrated probability that the first passage answers.
func (v *survey) confidence() float64 {
	// "Who is he?" has no word to go by: whatever comes first is no answer.
	if len(v.ranked) == 0 || len(v.ranked[0].r.m.q.terms) == 0 {
		return 0
	}
	x := v.signals()
	c := v.ranked[0]
	return v.model.confidence(c.r.m.a.vocab.language, x[:], c.r.beside(c.passage))
}

// apart is what is left of the confidence in a passage that is beside the
// point.
const apart = .6

// beside reports whether a passage lacks what no answer can do without,
// however many of the question's words it has.
func (r *ranking) beside(passage int) bool {
	p := r.m.a.passages[passage]
	// "Who is the president of Ukraine?" is not answered by a passage that has
	// a president here and Ukraine there,
	if thing, owner := r.m.q.ofName(); thing >= 0 && !r.together(p, thing, owner) {
		return true
	}
	// "what does ABC stand for?" by one that has not the words,
	if r.m.q.standsFor() >= 0 {
		if from, _ := r.writtenOut(); from < p.tokens[0] || from >= p.tokens[1] {
			return true
		}
	}
	// "what did X say?" by one in which others speak and X is not,
	if r.othersSpeak(p) {
		return true
	}
	// "how old is X?" by one that has no number,
	if r.m.q.age && r.untyped(p) {
		return true
	}
	// nor "who said that '...'?" by one in which nobody says that.
	return r.m.q.kind == person && r.m.misquoted(p) > .5
}

// signals are those of the first passage among all.
func (v *survey) signals() [confidenceFeatures]float64 {
	scores := make([]float64, len(v.ranked))
	for i, c := range v.ranked {
		scores[i] = c.score
	}
	chance, margin := chances(scores)
	c := v.ranked[0]
	return c.r.signals(c.passage, chance, margin)
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
	switch below := answers * logistic(z) / logistic(c["threshold"]); {
	case beside:
		return min(below, answers) * apart
	case z < c["threshold"]:
		return min(.499, below)
	}
	sum := c["constant"]
	for i, v := range calibrationOf(z, x) {
		sum += c[calibrationNames[i]] * v
	}
	return max(answers, logistic(sum))
}

var calibrationNames = [...]string{"score", "chance"}

// calibrationOf gives what the calibration is a line in.
func calibrationOf(z float64, x []float64) [len(calibrationNames)]float64 {
	return [...]float64{z, min(x[cChance], surely)}
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// firstSignals are the signals of an article's first passage, and whether it
// is beside the point, for training.
func (r *ranking) firstSignals() ([]float64, bool) {
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
	return x[:], len(r.passages) > 0 && r.beside(best)
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
