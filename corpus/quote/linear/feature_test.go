package linear

import (
	"strings"
	"testing"
)

// TestKey compares the key of a name's parts with that of the name as files of
// weights have it.
func TestKey(t *testing.T) {
	for _, name := range []string{"", "a", "dist|L|1|mid", "||", "link-word|said|LR|0", "cue w-next|according|to"} {
		if got, want := Key(strings.Split(name, "|")...), hashName(name); got != want {
			t.Errorf("the key of %q is %x, want %x", name, got, want)
		}
	}
}
