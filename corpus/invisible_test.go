package corpus

import "testing"

func TestInvisible(t *testing.T) {
	tests := []struct {
		name string
		text string
		want bool
	}{
		{"NUL", "\x00", true},
		{"escape", "\x1b", true},
		{"carriage return", "\r", true},
		{"delete", "\x7f", true},
		{"C1 control", "\u0083", true},
		{"next line", "\u0085", true},
		{"soft hyphen", "\u00ad", true},
		{"zero width space", "\u200b", true},
		{"byte order mark", "\ufeff", true},
		{"line separator", "\u2028", true},
		{"embedding", "\u202a", true},
		{"override", "\u202e", true},
		{"isolate", "\u2067", true},
		{"end of isolate", "\u2069", true},
		{"word joiner", "\u2060", true},
		{"Hangul filler", "\u3164", true},
		{"tag", "\U000e0041", true},
		{"private use", "\ue000", true},
		{"noncharacter", "\uffff", true},
		{"tab", "\t", false},
		{"line feed", "\n", false},
		{"letter", "a", false},
		{"no-break space", "\u00a0", false},
		{"joiner", "\u200d", false},
		{"non-joiner", "\u200c", false},
		{"right-to-left mark", "\u200f", false},
		{"left-to-right mark", "\u200e", false},
		{"Arabic letter mark", "\u061c", false},
		{"variation selector", "\ufe0f", false},
		{"replacement", "\ufffd", false},
		{"combining", "\u0301", false},
		{"Hebrew", "ש", false},
		{"emoji", "🙂", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, r := range tt.text {
				if got := Invisible(r); got != tt.want {
					t.Errorf("Invisible(%U) = %v, want %v", r, got, tt.want)
				}
			}
		})
	}
}
