package discordtest

import (
	"fmt"
	"net/url"
	"unicode/utf8"
)

// Limits of Discord's documentation which its OpenAPI document leaves out or gets wrong.
const (
	maxContent     = 2000  // UTF-16 units, the stricter of the two counts in use
	maxEmbeds      = 6000  // characters of all texts of all embeds
	maxRows        = 5     // of a classic message, and of a modal
	maxCustomID    = 100   // characters
	maxNested      = 40    // components of a V2 message, nested ones counted
	maxV2Text      = 4000  // characters of all text displays
	maxV2Bytes     = 10158 // UTF-8 bytes of them, 12 less for each further display; above it Discord answers 500
	componentsV2   = 1 << 15
	maxChoice      = 100 // characters of a suggestion's or choice's name, and of its string value
	maxSuggestions = 25
)

// rules collects what is broken.
type rules []string

func (r *rules) add(ok bool, format string, args ...any) {
	if !ok {
		*r = append(*r, fmt.Sprintf(format, args...))
	}
}

func (r *rules) link(s string) {
	u, err := url.Parse(s)
	r.add(err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "discord") && u.Host != "", "%q is not a link", s)
}

// count is the number of characters (code points) of a JSON string, 0 for anything else.
func count(v any) int {
	s, _ := v.(string)
	return utf8.RuneCountInString(s)
}

// upTo tells whether s has 1 to most characters.
func upTo(s string, most int) bool {
	n := utf8.RuneCountInString(s)
	return 1 <= n && n <= most
}
