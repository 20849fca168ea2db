package ask

import "unicode/utf8"

// vocabulary holds the distinct words of an article: the forms as folded, and
// the terms (stems) that forms share.
type vocabulary struct {
	language string
	formOf   map[string]int32
	termOf   map[string]int32
	forms    []form
	terms    []term
	grams    *grams
	gramList []int32 // the gram numbers of all forms, one after the other
}

type form struct {
	text         string
	term         int32
	class        class
	stop         bool
	time         bool  // "yesterday", "night"
	firstG, endG int32 // its grams in gramList
	lower, upper int32 // how often written small, and with a capital inside a sentence
}

type term struct {
	text         string
	passage      int32    // the last passage counted, from 1
	df           int32    // passages that have it
	general      float64  // idf in other articles
	groups       []int16  // groups of paraphrases that it is in
	meaning      *meaning // nil when none is known
	rarity       float64  // see [rarity]
	lower, upper int32    // as in its forms together
	first        int32    // its occurrences in analysis.postings
	end          int32
	stop         bool // function word: not matched
}

func newVocabulary(language string, size int) *vocabulary {
	return &vocabulary{
		language: language,
		formOf:   make(map[string]int32, size),
		termOf:   make(map[string]int32, size),
		forms:    make([]form, 0, size),
		terms:    make([]term, 0, size),
		grams:    newGrams(6 * size),
		gramList: make([]int32, 0, 6*size),
	}
}

// add gives the number of a folded form, which is made when it is new.
func (v *vocabulary) add(folded []byte, m *Model) int32 {
	if id, ok := v.formOf[string(folded)]; ok {
		return id
	}
	w := m.lexicon.word(m, v.language, folded)
	f := form{text: w.text, class: w.class, stop: w.stop, time: w.time}
	t, ok := v.termOf[w.stem]
	if !ok {
		t = int32(len(v.terms))
		v.termOf[w.stem] = t
		v.terms = append(v.terms, term{text: w.stem, general: w.general, groups: w.groups, meaning: w.meaning, stop: f.stop})
	}
	f.term = t
	f.firstG = int32(len(v.gramList))
	for _, g := range w.grams {
		v.gramList = append(v.gramList, v.grams.number(g, true))
	}
	f.endG = int32(len(v.gramList))
	id := int32(len(v.forms))
	v.formOf[w.text] = id
	v.forms = append(v.forms, f)
	return id
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
