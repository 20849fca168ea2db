package lexicon

import (
	"strings"
	"testing"
)

func TestShareBeginningCountsLetters(t *testing.T) {
	for _, tt := range []struct {
		x, y string
		want bool
	}{
		{"regulat", "regulator", true},
		{"норландск", "норланд", true},
		{"мостов", "мостик", false}, // four letters in eight bytes
		{"год", "годност", false},
	} {
		if got := shareBeginning(tt.x, tt.y); got != tt.want {
			t.Errorf("shareBeginning(%q, %q) = %v, want %v", tt.x, tt.y, got, tt.want)
		}
	}
}

func TestCommonRun(t *testing.T) {
	for _, tt := range []struct {
		x, y string
		want int
	}{
		{"regierung", "bundesregierung", 9},
		{"мост", "мостостроение", 4},
		{"abc", "xyz", 0},
		{"", "abc", 0},
		{strings.Repeat("a", 200), strings.Repeat("a", 200), alikeLetters},
	} {
		if got := commonRun(letters(nil, tt.x), letters(nil, tt.y)); got != tt.want {
			t.Errorf("commonRun(%q, %q) = %d, want %d", tt.x, tt.y, got, tt.want)
		}
	}
}
