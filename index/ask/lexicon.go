package ask

import "sync"

// lexicon remembers what the model knows of the forms of words, so that an
// article analysed anew stems and looks up only words not met before. It is
// safe for concurrent use.
type lexicon struct {
	mu    sync.RWMutex
	words map[string]map[string]*entry // by language, then form
	size  int
}

// entry is what is known of one form. It is never changed.
type entry struct {
	text  string
	class class
	stop  bool
	time  bool     // a word of time that has no class of its own: "yesterday"
	grams []uint32 // none for a stop word
	root  root
}

// root is what is known of a form's stem.
type root struct {
	text    string
	general float64  // idf in other articles
	groups  []int16  // groups of paraphrases that it is in
	meaning *meaning // nil when none is known
}

// lexiconSize bounds the entries: at some 250 bytes each, 16 MB. English news
// of a year has fewer forms.
const lexiconSize = 1 << 16

func newLexicon() *lexicon { return &lexicon{words: map[string]map[string]*entry{}} }

// word gives the entry of a folded form, which is made when it is new. A full
// lexicon is emptied: what is common comes back at once.
func (l *lexicon) word(m *Model, language string, folded []byte) *entry {
	l.mu.RLock()
	e := l.words[language][string(folded)]
	l.mu.RUnlock()
	if e != nil {
		return e
	}
	text := string(folded)
	s := m.stem(language, text)
	e = &entry{
		text: text, time: times[text], class: classOf(language, text), stop: m.stop(language, text),
		root: root{text: s, general: m.general(language, s), groups: m.paraphrases(language, s), meaning: m.meaningOf(language, text, s)},
	}
	if !e.stop {
		each(text, func(g uint32) { e.grams = append(e.grams, g) })
	}
	if len(text) > longForm {
		return e
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.size >= lexiconSize {
		clear(l.words)
		l.size = 0
	}
	if l.words[language] == nil {
		l.words[language] = map[string]*entry{}
	}
	if _, ok := l.words[language][text]; !ok {
		l.words[language][text] = e
		l.size++
	}
	return e
}

// longForm is from how many bytes on a form is not remembered: no word, and
// long ones would break the bound.
const longForm = 64
