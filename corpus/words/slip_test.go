package words_test

import (
	"testing"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int // 3 stands for more than 2
	}{
		{"", "", 0},
		{"a", "", 1},
		{"ferry", "ferry", 0},
		{"ferry", "fery", 1},
		{"ferry", "fferry", 1},
		{"ferry", "verry", 1},
		{"ferry", "ferrz", 1},
		{"ferry", "efrry", 1},
		{"ferry", "frery", 1},
		{"ferry", "frry x", 3},
		{"bridge", "brigde", 1},
		{"bridge", "birgde", 2},
		{"bridge", "fridges", 2},
		{"bridge", "ladder", 3},
		{"мост", "мотс", 1},
		{"мост", "пост", 1},
		{"éa", "èa", 1}, // share their first byte
		{"aé", "aĩ", 1}, // share their last byte
		{"ca", "abc", 3},
	} {
		for _, p := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := words.Slips(p[0], p[1], 2); got != c.want {
				t.Errorf("Slips(%q, %q) = %d, want %d", p[0], p[1], got, c.want)
			}
		}
	}
}

func TestBegins(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		want        int
	}{
		{"", "ferry", 0}, {"fer", "ferryman", 0}, {"fre", "ferryman", 1}, {"fery", "ferryman", 1}, {"xyz", "ferryman", 3}, {"ab", "", 2},
	} {
		if got := words.Begins(c.typed, c.word, 2); got != c.want {
			t.Errorf("Begins(%q, %q) = %d, want %d", c.typed, c.word, got, c.want)
		}
	}
}

func FuzzSlips(f *testing.F) {
	f.Add("bridge", "birgde", 2)
	f.Add("éa", "èa", 0)
	f.Fuzz(func(t *testing.T, a, b string, limit int) {
		limit = max(0, min(limit, 4))
		n := words.Slips(a, b, limit)
		if n < 0 || n > limit+1 || n != words.Slips(b, a, limit) {
			t.Fatalf("Slips(%q, %q, %d) = %d, the other way %d", a, b, limit, n, words.Slips(b, a, limit))
		}
		if (n == 0) != (a == b) && utf8.ValidString(a) && utf8.ValidString(b) {
			t.Fatalf("Slips(%q, %q) = %d", a, b, n)
		}
		if m := words.Begins(a, b, limit); n <= limit && m > n {
			t.Fatalf("Begins(%q, %q) = %d, more than %d", a, b, m, n)
		}
	})
}
