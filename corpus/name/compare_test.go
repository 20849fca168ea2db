package name_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/name"
)

// pairOf is a line of testdata/pairs.txt.
type pairOf struct {
	line   int
	want   string
	claim  string
	who    name.Person
	others []name.Person
}

func pairs(tb testing.TB) []pairOf {
	tb.Helper()
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var out []pairOf
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		f := strings.Split(line, "|")
		for len(f) < 5 {
			f = append(f, "")
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		p := pairOf{line: n, want: f[0], claim: f[1], who: name.Person{Name: f[2], Role: f[3]}}
		for o := range strings.SplitSeq(f[4], ";") {
			m := regexp.MustCompile(`^\s*(.*?)\s*(?:\((.*)\))?\s*$`).FindStringSubmatch(o)
			if m[1] != "" {
				p.others = append(p.others, name.Person{Name: m[1], Role: m[2]})
			}
		}
		out = append(out, p)
	}
	return out
}

// TestPairs compares claims of over ten scripts and cultures with the people
// they mean or do not mean.
func TestPairs(t *testing.T) {
	var same, other, all [2]int // right, of
	for _, p := range pairs(t) {
		got := name.Compare(p.claim, p.who, p.others)
		right := got.String() == p.want
		count := func(n *[2]int) {
			n[1]++
			if right {
				n[0]++
			}
		}
		count(&all)
		switch p.want {
		case "same":
			count(&same)
		case "other":
			count(&other)
		}
		if got == name.Other && p.want != "other" {
			t.Errorf("line %d: %q is told to be other than %q: a false accusation", p.line, p.claim, p.who.Name)
		} else if !right {
			t.Logf("line %d: %q for %q is %s, want %s", p.line, p.claim, p.who.Name, got, p.want)
		}
	}
	t.Logf("same %v, other %v, all %v", same, other, all)
	if same[0]*100 < same[1]*95 || other[0]*100 < other[1]*90 || all[0]*100 < all[1]*95 {
		t.Errorf("same %v, other %v, all %v right: want 95, 90 and 95 percent", same, other, all)
	}
}

func TestFind(t *testing.T) {
	people := []name.Person{
		{Name: "Anna Holm", Role: "mayor"},
		{Name: "Erik Holm"},
		{Name: "Kemal Ağaoğlu", Aliases: []string{"Ağaoğlu"}, Role: "interior minister"},
		{Name: "Robert Carver", Aliases: []string{"Bobby the Fish"}},
	}
	for claim, want := range map[string]string{
		"Agaoglu": "2", "Holm": "0 1", "Anna Holm": "0", "A. Holm": "0", "the mayor": "0", "interior minister": "2", "Bob Carver": "3", "Nobody": "", "": "",
		"Bobby the Fish": "3", "Eric Holm": "1",
	} {
		var got []string
		for _, i := range name.Find(claim, people) {
			got = append(got, string(rune('0'+i)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q finds %v, want %s", claim, got, want)
		}
	}
}

// FuzzCompare checks that any claim and any name can be compared, that a name
// is never told to be other than itself, and that the order of the others does
// not matter.
func FuzzCompare(f *testing.F) {
	for _, p := range pairs(f) {
		other := ""
		if len(p.others) > 0 {
			other = p.others[0].Name
		}
		f.Add(p.claim, p.who.Name, p.who.Role, other)
	}
	f.Add(strings.Repeat("a b-", 200), "\xff,", "(\"", "of the of")
	f.Fuzz(func(t *testing.T, claim, who, role, other string) {
		a, b := name.Person{Name: who, Role: role}, name.Person{Name: other}
		got := name.Compare(claim, a, []name.Person{b, a})
		if again := name.Compare(claim, a, []name.Person{a, b}); got != again {
			t.Errorf("%q for %q beside %q is %s, in another order %s", claim, who, other, got, again)
		}
		if name.Compare(who, a, nil) == name.Other {
			t.Errorf("%q is other than itself", who)
		}
		name.Find(claim, []name.Person{a, b})
	})
}

func BenchmarkCompare(b *testing.B) {
	who := name.Person{Name: "Kemal Ağaoğlu", Aliases: []string{"Ağaoğlu"}, Role: "interior minister"}
	var others []name.Person
	for n := range strings.SplitSeq("Anna Holm,Erik Holm,Robert Carver,Tamsin Oakes,Sinem Öztürk,Olav Brekke,Volodymyr Zelensky,Jon Halvorsen", ",") {
		others = append(others, name.Person{Name: n})
	}
	for claim, c := range map[string]string{"same": "Agaoglu, Kemal", "other": "Anna Holm", "role": "the interior minister"} {
		b.Run(claim, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				name.Compare(c, who, others)
			}
		})
	}
}
