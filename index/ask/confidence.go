package ask

import "math"

// answers is the confidence from which a passage counts as an answer.
const answers = .5

// confidence is the calibrated probability that the first passage answers.
func (v *survey) confidence() float64 {
	if len(v.ranked) == 0 {
		return 0
	}
	c := v.ranked[0]
	x := c.r.passageX[c.passage]
	return 1 / (1 + math.Exp(-(8*(x[pSame]+x[pDerived]+x[pSpelled]) - 4.5)))
}
