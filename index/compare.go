package index

import (
	"slices"
	"strings"
)

// Difference is what a new text of an article changes, in articles' own terms.
type Difference struct {
	Paragraphs Turnover
	Quotes     Turnover
	// Reattributed counts quotes whose words stay and whose speaker does not.
	Reattributed int
	New, Gone    []string // names of quoted speakers
}

// Turnover counts what came, went, and stayed in other words.
type Turnover struct {
	Added, Removed, Changed int
}

// None reports whether nothing differs.
func (d Difference) None() bool {
	return d.Paragraphs == Turnover{} && d.Quotes == Turnover{} && d.Reattributed == 0 && len(d.New)+len(d.Gone) == 0
}

// Compare tells what is differs in from was. A paragraph or quote whose exact
// words both have is the same wherever it stands; of the others, those that
// share half of their words or more count as changed. It takes time linear in
// the texts, but for what is in one only: of that, the first 300 pieces of
// each are compared with each other.
func Compare(was, is *Document) Difference {
	var d Difference
	d.Paragraphs = turnover(paragraphTexts(was), paragraphTexts(is))
	before, after := quoteTexts(was), quoteTexts(is)
	d.Quotes = turnover(before.words, after.words)
	for words, speakers := range before.speakers {
		now, ok := after.speakers[words]
		if ok && !slices.Equal(speakers, now) {
			d.Reattributed++
		}
	}
	old, now := quotedNames(was), quotedNames(is)
	d.New, d.Gone = lacking(now, old), lacking(old, now)
	return d
}

func paragraphTexts(d *Document) []string {
	out := make([]string, len(d.Article.Paragraphs))
	for i, p := range d.Article.Paragraphs {
		out[i] = p.Text
	}
	return out
}

// quotedWords are the quotes of a document by their words.
type quotedWords struct {
	words    []string
	speakers map[string][]string // of each, in order
}

func quoteTexts(d *Document) quotedWords {
	q := quotedWords{speakers: map[string][]string{}}
	for _, x := range d.Quotes.Quotes {
		words, err := d.Article.Cut(x.Ref)
		if err != nil {
			continue // unreachable: extraction names words of the article
		}
		q.words = append(q.words, words)
		q.speakers[words] = append(q.speakers[words], x.Speaker)
	}
	return q
}

func quotedNames(d *Document) []string {
	var out []string
	for _, s := range d.Quotes.Speakers {
		if s.Quotes > 0 {
			out = append(out, s.Name)
		}
	}
	return out
}

// lacking lists those of names that others lacks.
func lacking(names, others []string) []string {
	var out []string
	for _, n := range names {
		if !slices.Contains(others, n) {
			out = append(out, n)
		}
	}
	return out
}

// maxPaired bounds the pieces of one side that are compared with all of the
// other.
const maxPaired = 300

func turnover(was, is []string) Turnover {
	removed, added := leftOver(was, is), leftOver(is, was)
	t := Turnover{Added: len(added), Removed: len(removed)}
	others := make([]map[string]bool, min(len(added), maxPaired))
	for i := range others {
		others[i] = wordsIn(added[i])
	}
	taken := make([]bool, len(others))
	for _, text := range removed[:min(len(removed), maxPaired)] {
		words := wordsIn(text)
		best, at := 0.5, -1
		for i, o := range others {
			if s := alike(words, o); !taken[i] && s >= best && (at < 0 || s > best) {
				best, at = s, i
			}
		}
		if at >= 0 {
			taken[at] = true
			t.Added, t.Removed, t.Changed = t.Added-1, t.Removed-1, t.Changed+1
		}
	}
	return t
}

// leftOver lists those of texts that others does not have as often.
func leftOver(texts, others []string) []string {
	have := map[string]int{}
	for _, t := range others {
		have[t]++
	}
	var out []string
	for _, t := range texts {
		if have[t] > 0 {
			have[t]--
		} else {
			out = append(out, t)
		}
	}
	return out
}

// maxWords bounds the words by which two texts are compared.
const maxWords = 1000

func wordsIn(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		if len(out) == maxWords {
			break
		}
		out[strings.ToLower(strings.Trim(w, ".,;:!?“”\"«»()'’"))] = true
	}
	return out
}

// alike is the share of words that a and b have in common, 0..1.
func alike(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}
