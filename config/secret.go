package config

import (
	"log/slog"
	"regexp"
	"strconv"
	"strings"
)

// Secret is a value that never prints: not with %v or %#v, not in JSON, not in
// a log line. Convert it to a string to use it.
type Secret string

const masked = "(set, not shown)"

// String hides the value; "" stays "".
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return masked
}

// GoString hides the value.
func (s Secret) GoString() string { return `"` + s.String() + `"` }

// MarshalText hides the value.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// LogValue hides the value.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// Servers are addresses, separated by commas, that print without the users,
// passwords and tokens in them. Convert them to a string to use them.
type Servers string

// address begins each of them; a comma may stand in a password.
var address = regexp.MustCompile(`(?:^|,)\s*(?:[A-Za-z][A-Za-z0-9+.-]*://)?`)

// String hides what stands before an @.
func (s Servers) String() string {
	var b strings.Builder
	hide := func(head, rest string) {
		b.WriteString(head)
		if at := strings.LastIndexByte(rest, '@'); at >= 0 {
			rest = masked + rest[at:]
		}
		b.WriteString(rest)
	}
	head, begin := "", 0
	for _, m := range address.FindAllStringIndex(string(s), -1) {
		if m[0] > 0 && !strings.HasSuffix(string(s[m[0]:m[1]]), "://") {
			continue // a comma within
		}
		hide(head, string(s[begin:m[0]]))
		head, begin = string(s[m[0]:m[1]]), m[1]
	}
	hide(head, string(s[begin:]))
	return b.String()
}

// GoString hides the same.
func (s Servers) GoString() string { return strconv.Quote(s.String()) }

// MarshalText hides the same.
func (s Servers) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// LogValue hides the same.
func (s Servers) LogValue() slog.Value { return slog.StringValue(s.String()) }
