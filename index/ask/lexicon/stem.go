package lexicon

import (
	"cmp"
	"strings"

	"github.com/blevesearch/go-porterstemmer"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// stemmers are the Snowball algorithms of the languages in which stemming was
// measured to help or not to hurt; other languages live on character 4-grams.
// Where they do not lean on accents they work on forms without them.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"de": german.Stem, "nl": dutch.Stem, "sv": swedish.Stem, "fi": finnish.Stem, "hu": hungarian.Stem,
	"fr": french.Stem, "es": spanish.Stem, "it": italian.Stem, "pt": portuguese.Stem, "ro": romanian.Stem,
	"ru": russian.Stem, "tr": turkish.Stem,
}

// Stem gives the term under which a word of a language is matched.
func Stem(language, word string) string {
	return stem(language, toStem(language, word, string(AppendForm(nil, language, word))))
}

// stem gives the term under which a word of a language is matched, by what
// [toStem] gives of it. It is not empty.
func stem(language, form string) string {
	switch language {
	case "en":
		return englishStem(form)
	case "de":
		return infinitive(snowball(language, form))
	}
	s := snowball(language, form)
	if written(language) {
		return string(Fold(nil, s))
	}
	return s
}

// snowball stems a word by the Snowball algorithm of its language,
// where there is one.
func snowball(language, form string) string {
	if s := stemmers[language]; s != nil {
		env := snowballstem.NewEnv(form)
		s(env)
		return cmp.Or(env.Current(), form)
	}
	return form
}

// englishStem is Porter's algorithm after irregular forms and number words.
func englishStem(form string) string {
	if l, ok := lemmas[form]; ok {
		form = l
	}
	if d, ok := digits[form]; ok {
		return d
	}
	if len(form) < 3 || form[0] < 'a' {
		return form
	}
	form = strings.TrimSuffix(form, "'s")
	return string(porterstemmer.StemWithoutLowerCasing([]rune(form)))
}
