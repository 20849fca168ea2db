package say

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
)

func TestCustomID(t *testing.T) {
	k := Key("secret")
	for _, id := range []ID{
		{Op: "c", args: []string{"a1.1.2.0.1a"}},
		{Op: "n", args: []string{""}},
		{Op: "x", args: []string{"18446744073709551615"}},
		{Op: "p", args: []string{"a1", "1", "f", "2", "0"}},
	} {
		s, ok := k.seal("9", id.Op, id.args...)
		if !ok || len(s) > maxCustomID {
			t.Errorf("%v: %q does not fit", id, s)
		}
		got, err := k.open("9", s)
		if diff := cmp.Diff(id, got, cmp.AllowUnexported(ID{})); err != nil || diff != "" {
			t.Errorf("open(seal): %v (-want +got):\n%s", err, diff)
		}
		for name, bad := range map[string]string{
			"other version": "2" + s[1:], "one character changed": s[:len(s)-1] + "~", "shortened": s[:len(s)-1],
			"lengthened": s + "0", "empty": "", "not ours": "vote_yes", "too long": s + strings.Repeat("0", 100),
		} {
			if _, err := k.open("9", bad); !errors.Is(err, ErrForged) {
				t.Errorf("%s: %q opened: %v", name, bad, err)
			}
		}
		if _, err := k.open("8", s); !errors.Is(err, ErrForged) {
			t.Errorf("another server opened %q", s)
		}
		if _, err := Key("other").open("9", s); !errors.Is(err, ErrForged) {
			t.Errorf("another key opened %q", s)
		}
	}
}

func TestPack(t *testing.T) {
	var list []Excerpt
	for i := range 20 {
		p := Excerpt{Revision: i, Ref: corpus.Ref{Article: "a12", Paragraph: i, Span: corpus.Span{Start: 40 * i, End: 40*i + 200}}}
		if i%2 == 1 {
			p.Mark = corpus.Span{Start: 40*i + 3, End: 40*i + 9}
		}
		list = append(list, p)
	}
	packed, n := Pack(list, PackRoom)
	if n < 4 || len(packed) > PackRoom {
		t.Errorf("%d excerpts in %d characters", n, len(packed))
	}
	got, err := Unpack(packed)
	if diff := cmp.Diff(list[:n], got); err != nil || diff != "" {
		t.Errorf("unpack(pack): %v (-want +got):\n%s", err, diff)
	}
	for _, bad := range []string{"", "a1", "a1.1.1.1", "a1.x.-1.0.0", ".1.1.1.1", "a1.1.1.1.1.1", "a1.zzzzzzzzz.1.1.1"} {
		if _, err := Unpack(bad); !errors.Is(err, ErrForged) {
			t.Errorf("unpack(%q): %v", bad, err)
		}
	}
}

func FuzzCustomID(f *testing.F) {
	f.Add("9", "1abcdefc|a1.1.1.0.1")
	f.Fuzz(func(t *testing.T, server, s string) {
		if id, err := Key("k").open(server, s); err == nil {
			back, _ := Key("k").seal(server, id.Op, id.args...)
			if back != s {
				t.Fatalf("%q opened and sealed is %q", s, back)
			}
		}
		_, _ = Unpack(s)
	})
}
