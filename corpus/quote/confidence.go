package quote

import (
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
)

// belief is how sure the model is of one run's source.
type belief struct {
	mention float64 // that the mention is the source
	name    float64 // that the speaker's name is right
}

// The least confidence at which a source and a speaker's name are printed:
// more likely right than wrong. Other values were compared on the development
// articles; a stricter reader filters on Quote.Confidence.
const (
	clearMention = 0.5
	clearName    = 0.5
)

// sameName is the probability from which on a mention and its name stand and
// fall together: where "she" is printed, so is her name.
const sameName = 0.9

// believe weighs c, which run k was given to, by the candidates of d that mean
// the same speaker: "he" and "Doe" support each other.
func believe(c *cast.Cast, d *decision, x candidate) belief {
	own := 0.0
	for i, y := range d.candidates {
		if y == x {
			own = d.p[i]
		}
	}
	if own < d.p[d.best] {
		own = d.p[d.best] // passed on by another: see chain
	}
	id, sure := c.Who(x.paragraph, x.mention)
	if id < 0 {
		return belief{mention: own}
	}
	b := belief{mention: own, name: own * sure}
	for i, y := range d.candidates {
		if i == d.best || y == x || y.mention < 0 {
			continue
		}
		if other, sure := c.Who(y.paragraph, y.mention); other == id {
			b.mention += d.p[i]
			b.name += d.p[i] * sure
		}
	}
	return belief{min(b.mention, 1), min(b.name, 1)}
}
