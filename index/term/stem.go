package term

import (
	"cmp"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// stemmers are the Snowball algorithms of the languages in which stemming was
// measured to help or not to hurt, and of their neighbours; other languages live
// on character 4-grams. Where they do not lean on accents they work on forms
// without them.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"de": german.Stem, "nl": dutch.Stem, "sv": swedish.Stem, "fi": finnish.Stem, "hu": hungarian.Stem,
	"fr": french.Stem, "es": spanish.Stem, "it": italian.Stem, "pt": portuguese.Stem, "ro": romanian.Stem,
	"ru": russian.Stem, "tr": turkish.Stem,
	"ar": arabic.Stem, "da": danish.Stem, "nb": norwegian.Stem, "nn": norwegian.Stem, "no": norwegian.Stem,
}

// Stem gives the term of a word by what [Written] gives of it or, where that is
// empty, by its form. It is not empty.
func Stem(language, form string) string {
	switch language {
	case "en":
		return englishStem(form)
	case "de":
		return infinitive(snowball(language, form))
	}
	s := snowball(language, form)
	if leansOnAccents(language) {
		return words.Fold(s)
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
