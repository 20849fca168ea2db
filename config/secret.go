package config

import "log/slog"

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
