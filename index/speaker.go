package index

// Speaker is a person or body that articles of a scope quote or name.
type Speaker struct {
	Name    string   `json:"name"`
	Aliases []string `json:"as,omitempty"` // without pronouns
	Role    string   `json:"role,omitempty"`
	Quotes  int      `json:"q,omitempty"` // how many quotes are theirs, over all Articles
	// Articles lists the articles that quote or name the speaker, in order.
	Articles []string `json:"-"`
}
