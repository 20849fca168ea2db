package article

import "github.com/verbatim-bot/verbatim/index/ask/lexicon"

// vocabulary holds the distinct words of an article: the forms as folded, and
// the terms (stems) that forms share.
type vocabulary struct {
	Language  string
	Forms     []form
	Terms     []Term
	formTable table
	termTable table
}

type form struct {
	*lexicon.Entry
	Term         int32
	Lower, upper int32 // how often written small, and with a capital inside a sentence
}

// Term is a stem of the article, with what is known of it.
type Term struct {
	*lexicon.Root
	Rarity       float64 // see [Rarity]
	Df           int32   // passages that have it
	lower, upper int32   // as in its forms together
	First        int32   // its occurrences in analysis.postings
	End          int32
	Stop         bool // function word: not matched
}

// FormOf gives the number of a folded form, false when the article has it not.
func (v *vocabulary) FormOf(text string) (int32, bool) {
	return v.formTable.find(lexicon.Hash([]byte(text)), func(n int32) bool { return v.Forms[n].Text == text })
}

// TermOf gives the number of a stem, false when the article has it not.
func (v *vocabulary) TermOf(stem string) (int32, bool) {
	return v.termTable.find(lexicon.Hash([]byte(stem)), func(n int32) bool { return v.Terms[n].Text == stem })
}

// add gives the number of the form of a word, which is made when it is new.
func (v *vocabulary) add(folded []byte, word string, l *lexicon.Lexicon) int32 {
	h := lexicon.Hash(folded)
	id, ok := v.formTable.find(h, func(n int32) bool { return v.Forms[n].Hash == h && v.Forms[n].Text == string(folded) })
	if ok {
		return id
	}
	f := form{Entry: l.Word(v.Language, word, folded, h)}
	r := &f.Root
	if f.Term, ok = v.termTable.find(r.Hash, func(n int32) bool { return v.Terms[n].Hash == r.Hash && v.Terms[n].Text == r.Text }); !ok {
		f.Term = int32(len(v.Terms))
		v.Terms = append(v.Terms, Term{Root: r, Stop: f.Stop})
		v.termTable = v.termTable.insert(r.Hash, f.Term, func(n int32) uint64 { return v.Terms[n].Hash })
	}
	id = int32(len(v.Forms))
	v.Forms = append(v.Forms, f)
	v.formTable = v.formTable.insert(h, id, func(n int32) uint64 { return v.Forms[n].Hash })
	return id
}

// table finds words by their hash: the numbers of words, from 1, each in the
// first free place from its hash on (open addressing). Its length is a power
// of two, and at least a third of it is free.
type table []int32

// find gives the number of the word of that hash that is the one looked for.
func (t table) find(hash uint64, is func(n int32) bool) (int32, bool) {
	mask := uint64(len(t) - 1)
	for i := hash & mask; t[i] != 0; i = (i + 1) & mask {
		if n := t[i] - 1; is(n) {
			return n, true
		}
	}
	return -1, false
}

// insert adds word n, the next, and gives the table, which may be a larger one;
// hashOf gives the hashes of the words.
func (t table) insert(hash uint64, n int32, hashOf func(n int32) uint64) table {
	if 3*int(n+1) > 2*len(t) {
		t = make(table, 2*len(t))
		for i := range n {
			t.place(hashOf(i), i)
		}
	}
	t.place(hash, n)
	return t
}

func (t table) place(hash uint64, n int32) {
	mask := uint64(len(t) - 1)
	i := hash & mask
	for t[i] != 0 {
		i = (i + 1) & mask
	}
	t[i] = n + 1
}
