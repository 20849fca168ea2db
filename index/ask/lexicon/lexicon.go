package lexicon

import (
	"cmp"
	"embed"
	"encoding/binary"
	"hash/maphash"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/index/term"
)

// Lexicon is what is known of words: how common they are, what they mean, which
// of them only carry grammar. It is read-only but for what it remembers of the
// words of articles, and safe for concurrent use.
type Lexicon struct {
	background *Background
	meanings   *meanings // of English stems
	met        *met
}

// New gives the program's own lexicon.
func New() *Lexicon {
	x := &Lexicon{met: &met{}}
	var err error
	if x.background, err = readBackground(embeddedWords); err == nil {
		x.meanings, err = readMeanings(embeddedWords)
	}
	if err != nil {
		panic("unreachable: the lexicon is part of the program and tested: " + err.Error())
	}
	return x
}

// With gives a copy of x with other word statistics.
func (x *Lexicon) With(b *Background) *Lexicon {
	return &Lexicon{background: b, meanings: x.meanings, met: &met{}}
}

//go:embed paraphrase model
var embeddedWords embed.FS

// met remembers what is known of the forms of words, so that an article
// analysed anew stems and looks up only words not met before. It is safe for
// concurrent use, and nobody waits who finds what is there.
type met struct {
	slots [2 * mostMet]atomic.Pointer[Entry] // open addressing, as in [table]
	mu    sync.Mutex                         // held to write
	size  int
}

// Entry is what is known of one form in a language. It is never changed. What
// an analysis reads of it lies side by side: most of its time is waiting for
// memory.
type Entry struct {
	Hash     uint64 // of text
	Text     string
	language string
	stemmed  string // what of the word is stemmed, empty when text is; see [term.Written]
	Class    Class
	Stop     bool
	Asks     bool // a question's word that an answer need not have, see [askingWords]
	Time     bool // a word of time that has no class of its own: "yesterday"
	Root     Root
	Grams    []uint32  // none for a stop word
	few      [8]uint32 // holds grams, of nearly all words
	use      Meaning   // what root.meaning points to
}

// Root is what is known of a form's stem.
type Root struct {
	Hash    uint64 // of text
	head    uint32 // see [head]
	Text    string
	General float64  // idf in other articles
	Known   bool     // an English stem that other articles have
	Groups  []int16  // groups of paraphrases that it is in
	Meaning *Meaning // nil when none is known
	runs    *runSet  // nil in English
}

// mostMet bounds the entries: at some 300 bytes each, 20 MB. English news
// of a year has fewer forms.
const mostMet = 1 << 16

// Word gives the entry of a word of an article whose form has that [Hash], which
// is made when it is new. When too many are remembered all are forgotten: what
// is common comes back at once.
func (x *Lexicon) Word(language, word string, form []byte, hash uint64) *Entry {
	l, folded := x.met, form
	stemmed := term.Written(language, word)
	for i := hash; ; i++ {
		e := l.slots[i%uint64(len(l.slots))].Load()
		if e == nil {
			break
		}
		if e.Hash == hash && e.language == language && e.stemmed == stemmed && e.Text == string(folded) {
			return e
		}
	}
	e := x.entry(language, string(folded), stemmed, hash)
	if len(e.Text)+len(stemmed) > 2*longForm {
		return e
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.size >= mostMet {
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

// Look gives the entry of a word that nobody is to remember.
func (x *Lexicon) Look(language, word, form string) *Entry {
	stemmed := term.Written(language, word)
	return x.entry(language, form, stemmed, maphash.String(seed, form))
}

// entry makes the entry of a form.
func (x *Lexicon) entry(language, text, stemmed string, hash uint64) *Entry {
	s := term.Stem(language, cmp.Or(stemmed, text))
	e := &Entry{
		Hash: hash, language: language, Text: text, stemmed: stemmed,
		Class: ClassOf(language, text), Stop: x.stop(language, text), Asks: askingWords[language][text], Time: times[text],
		Root: Root{
			Hash: maphash.String(seed, s), head: head(s), Text: s,
			General: x.general(language, s), Known: language == "en" && x.background.known(s), Groups: groupsOf(language, s), Meaning: x.meaningOf(language, text, s),
		},
	}
	if language != "en" {
		e.Root.runs = runsOf(s)
	}
	if e.Root.Meaning != nil {
		e.use = *e.Root.Meaning
		e.Root.Meaning = &e.use
	}
	if !e.Stop {
		e.Grams = e.few[:0]
		each(text, func(g uint32) { e.Grams = append(e.Grams, g) })
	}
	return e
}

// longForm is from how many bytes on a form is not remembered: no word, and
// long ones would break the bound.
const longForm = 64

// head is the first four bytes of a stem: stems of which these differ do not
// share their beginning.
func head(stem string) uint32 {
	var b [4]byte
	copy(b[:], stem)
	return binary.LittleEndian.Uint32(b[:])
}

var times = Set("today yesterday tomorrow tonight morning afternoon evening night week month year years century decade spring summer autumn winter ago midnight noon later recently 1st 2nd 3rd")

// general is the rarity of a stem in general text. The word statistics are of
// English. In another language it is guessed from the length, since common
// words are short (Zipf 1949), and is low, so that the rarity in the article
// counts for more.
func (x *Lexicon) general(language, stem string) float64 {
	if language != "en" {
		return 1 + float64(min(utf8.RuneCountInString(stem), 8))/2
	}
	return x.background.idf(stem)
}

// stop reports whether a form is a function word of its language.
func (x *Lexicon) stop(language, form string) bool {
	if language == "en" {
		return closed[form].Function()
	}
	return term.Common(language, form)
}

var seed = maphash.MakeSeed()

// Hash is the hash of a form or a stem, for as long as the program runs.
func Hash(form []byte) uint64 { return maphash.Bytes(seed, form) }
