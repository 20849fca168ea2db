package engine

// The fields of a Bleve document. None stores its value but fieldCard, and
// none has term vectors or doc values: 41 MB instead of 136 MB for 300,000
// passages, measured.
const (
	// fieldScope is a passage's server and generation, one keyword. Every
	// search requires it.
	fieldScope = "scope"
	// fieldText is the passage's words in its language's analysis.
	fieldText = "text"
	// fieldCards is for an article's card what fieldScope is for a passage: a
	// search for passages never meets a card.
	fieldCards = "cards"
	// fieldCard is the card itself, stored.
	fieldCard = "card"
)
