package index

import "errors"

// ErrNoArticle says that an article id is not in the scope: it never was, it
// was removed, or it belongs to another server.
var ErrNoArticle = errors.New("no such article")
