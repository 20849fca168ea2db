package ask

import (
	"cmp"
	"hash/maphash"
	"sync"
	"sync/atomic"
)

// lexicon remembers what the model knows of the forms of words, so that an
// article analysed anew stems and looks up only words not met before. It is
// safe for concurrent use, and nobody waits who finds what is there.
type lexicon struct {
	slots [2 * lexiconSize]atomic.Pointer[entry] // open addressing, as in [table]
	mu    sync.Mutex                             // held to write
	size  int
}

// entry is what is known of one form in a language. It is never changed. What
// an analysis reads of it lies side by side: most of its time is waiting for
// memory.
type entry struct {
	hash     uint64 // of text
	text     string
	language string
	stemmed  string // what of the word is stemmed, empty when text is; see [toStem]
	class    class
	stop     bool
	time     bool // a word of time that has no class of its own: "yesterday"
	root     root
	grams    []uint32  // none for a stop word
	few      [8]uint32 // holds grams, of nearly all words
	use      meaning   // what root.meaning points to
}

// root is what is known of a form's stem.
type root struct {
	hash    uint64 // of text
	head    uint32 // see [head]
	text    string
	general float64  // idf in other articles
	groups  []int16  // groups of paraphrases that it is in
	meaning *meaning // nil when none is known
	runs    *runSet  // nil in English
}

// lexiconSize bounds the entries: at some 300 bytes each, 20 MB. English news
// of a year has fewer forms.
const lexiconSize = 1 << 16

func newLexicon() *lexicon { return &lexicon{} }

// word gives the entry of a word whose form has that hash, which is made when it
// is new. A full lexicon is emptied: what is common comes back at once.
func (l *lexicon) word(m *Model, language, word string, folded []byte, hash uint64) *entry {
	stemmed := ""
	if written(language) {
		stemmed = toStem(language, word, "")
	}
	for i := hash; ; i++ {
		e := l.slots[i%uint64(len(l.slots))].Load()
		if e == nil {
			break
		}
		if e.hash == hash && e.language == language && e.stemmed == stemmed && e.text == string(folded) {
			return e
		}
	}
	e := m.entry(language, string(folded), stemmed, hash)
	if len(e.text)+len(stemmed) > 2*longForm {
		return e
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.size >= lexiconSize {
		for i := range l.slots {
			l.slots[i].Store(nil)
		}
		l.size = 0
	}
	i := hash % uint64(len(l.slots))
	for l.slots[i].Load() != nil {
		i = (i + 1) % uint64(len(l.slots))
	}
	l.slots[i].Store(e) // a second time if two had it to make, which does no harm
	l.size++
	return e
}

// entry makes the entry of a form.
func (m *Model) entry(language, text, stemmed string, hash uint64) *entry {
	s := stem(language, cmp.Or(stemmed, text))
	e := &entry{
		hash: hash, language: language, text: text, stemmed: stemmed,
		class: classOf(language, text), stop: m.stop(language, text), time: times[text],
		root: root{
			hash: maphash.String(seed, s), head: head(s), text: s,
			general: m.general(language, s), groups: groupsOf(language, s), meaning: m.meaningOf(language, text, s),
		},
	}
	if language != "en" {
		e.root.runs = runsOf(s)
	}
	if e.root.meaning != nil {
		e.use = *e.root.meaning
		e.root.meaning = &e.use
	}
	if !e.stop {
		e.grams = e.few[:0]
		each(text, func(g uint32) { e.grams = append(e.grams, g) })
	}
	return e
}

// longForm is from how many bytes on a form is not remembered: no word, and
// long ones would break the bound.
const longForm = 64
