package check

import "testing"

// TestAbroad checks that a number in a word of another language is the number
// in figures, and that words which are English too are left alone.
func TestAbroad(t *testing.T) {
	for w, want := range map[string]float64{"sieben": 7, "двенадцать": 12, "quinze": 15, "veinte": 20} {
		if abroad[w] != want {
			t.Errorf("%s is %v, want %v", w, abroad[w], want)
		}
	}
	for w := range abroad {
		if numeral[w] || months[w] != "" || w == "elf" || w == "once" || w == "six" {
			t.Errorf("%s is a word of English", w)
		}
	}
}
