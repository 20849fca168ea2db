package reader

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// reference is a line of what tools/reader writes: a text, and the numbers and
// byte offsets that Hugging Face's tokenizer gives.
type reference struct {
	Text string     `json:"t"`
	IDs  []int32    `json:"i"`
	At   [][2]int32 `json:"o"`
}

func testReference(t *testing.T, v *vocabulary, file string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	n, wrong := 0, 0
	for in.Scan() {
		var r reference
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		got := v.pieces(r.Text, 1<<30)
		n++
		same := len(got) == len(r.IDs)
		for i := 0; same && i < len(got); i++ {
			same = got[i] == piece{r.IDs[i], r.At[i][0], r.At[i][1]}
		}
		if !same {
			if wrong++; wrong < 12 {
				t.Errorf("%q\n got %v\nwant %v %v", r.Text, got, r.IDs, r.At)
			}
		}
	}
	if n == 0 {
		t.Fatal("no reference in " + file)
	}
	t.Logf("%d of %d texts differ", wrong, n)
}

// TestReference compares with what Hugging Face's tokenizer makes of texts of
// all kinds, and with a larger file of the same form if one is named.
func TestReference(t *testing.T) {
	v := testVocabulary(t)
	testReference(t, v, "testdata/pieces.jsonl")
	if file := os.Getenv("VERBATIM_PIECES"); file != "" {
		testReference(t, v, file)
	}
}
