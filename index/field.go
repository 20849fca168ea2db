package index

// The fields of a Bleve document. None stores its value but fieldCard, and
// none has term vectors or doc values: 41 MB instead of 136 MB for 300,000
// passages, measured.
const (
	// fieldScope is a passage's server and generation, one keyword. Every
	// search requires it.
	fieldScope = "scope"
	// fieldText is the passage's words in its language's analysis.
	fieldText = "text"
	// fieldContext is what a passage does not say itself: the article's title
	// and the names of who speaks in it, in the same analysis.
	fieldContext = "context"
)
