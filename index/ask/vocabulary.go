package ask

import (
	"hash/maphash"
	"unicode/utf8"
)

// vocabulary holds the distinct words of an article: the forms as folded, and
// the terms (stems) that forms share.
type vocabulary struct {
	language  string
	forms     []form
	terms     []term
	formTable table
	termTable table
}

type form struct {
	*entry
	term         int32
	lower, upper int32 // how often written small, and with a capital inside a sentence
}

type term struct {
	*root
	rarity       float64 // see [rarity]
	df           int32   // passages that have it
	lower, upper int32   // as in its forms together
	first        int32   // its occurrences in analysis.postings
	end          int32
	stop         bool // function word: not matched
}

// formOf gives the number of a folded form, false when the article has it not.
func (v *vocabulary) formOf(text string) (int32, bool) {
	return v.formTable.find(maphash.String(seed, text), func(n int32) bool { return v.forms[n].text == text })
}

// termOf gives the number of a stem, false when the article has it not.
func (v *vocabulary) termOf(stem string) (int32, bool) {
	return v.termTable.find(maphash.String(seed, stem), func(n int32) bool { return v.terms[n].text == stem })
}

// add gives the number of the form of a word, which is made when it is new.
func (v *vocabulary) add(folded []byte, word string, m *Model) int32 {
	h := maphash.Bytes(seed, folded)
	id, ok := v.formTable.find(h, func(n int32) bool { return v.forms[n].hash == h && v.forms[n].text == string(folded) })
	if ok {
		return id
	}
	f := form{entry: m.lexicon.word(m, v.language, word, folded, h)}
	r := &f.root
	if f.term, ok = v.termTable.find(r.hash, func(n int32) bool { return v.terms[n].hash == r.hash && v.terms[n].text == r.text }); !ok {
		f.term = int32(len(v.terms))
		v.terms = append(v.terms, term{root: r, stop: f.stop})
		v.termTable = v.termTable.insert(r.hash, f.term, func(n int32) uint64 { return v.terms[n].hash })
	}
	id = int32(len(v.forms))
	v.forms = append(v.forms, f)
	v.formTable = v.formTable.insert(h, id, func(n int32) uint64 { return v.forms[n].hash })
	return id
}

// table finds words by their hash: the numbers of words, from 1, each in the
// first free place from its hash on (open addressing). Its length is a power
// of two, and at least a third of it is free.
type table []int32

var seed = maphash.MakeSeed()

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

// classOf tells a form's class. Only English has closed classes here; numbers
// are numbers everywhere.
func classOf(language, form string) class {
	if language == "en" {
		if c, ok := closed[form]; ok {
			return c
		}
	}
	r, _ := utf8.DecodeRuneInString(form)
	if r < '0' || r > '9' {
		return open
	}
	if n := len(form); n > 2 && (form[n-2:] == "th" || form[n-2:] == "st" || form[n-2:] == "nd" || form[n-2:] == "rd") {
		return ordinal
	}
	return numeral
}
