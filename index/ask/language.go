package ask

import (
	"strings"
	"unicode"

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

	"github.com/verbatim-bot/verbatim/corpus"
)

// stemmers are the Snowball algorithms of the languages in which stemming was
// measured to help or not to hurt; other languages live on character 4-grams.
// They work on forms without accents, hence a little less exactly than on the
// words as written, but alike for question and article.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"de": german.Stem, "nl": dutch.Stem, "sv": swedish.Stem, "fi": finnish.Stem, "hu": hungarian.Stem,
	"fr": french.Stem, "es": spanish.Stem, "it": italian.Stem, "pt": portuguese.Stem, "ro": romanian.Stem,
	"ru": russian.Stem, "tr": turkish.Stem,
}

// stem gives the term under which a folded form of a language is matched.
func stem(language, form string) string {
	if language == "en" {
		return englishStem(form)
	}
	if s := stemmers[language]; s != nil {
		env := snowballstem.NewEnv(form)
		s(env)
		return env.Current()
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

// languageOf is the language in which an article is matched: as its record
// says, else as its letters and commonest words say.
func languageOf(a *corpus.Article) string {
	if a.Language != "" {
		return a.Language
	}
	text := a.Title
	for _, p := range a.Paragraphs {
		text += " " + p.Text
		if len(text) > 4000 {
			break
		}
	}
	return detect(text)
}

// detect tells a text's language by its letters, then by how many of its words
// are function words of a language; English when nothing stands out.
func detect(text string) string {
	var latin, cyrillic, han, others, n int
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		n++
		switch {
		case cjk(r):
			han++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			others++
		}
	}
	switch {
	case 3*han > n:
		return "zh"
	case 2*cyrillic > n:
		return "ru"
	case 2*others > n:
		return "und"
	}
	best, most := "en", 0
	count := map[string]int{}
	scan(text, func(start, end int) {
		w := string(fold(nil, text[start:end]))
		if c, ok := closed[w]; ok && c.function() {
			count["en"]++
		}
		for l, list := range telltale {
			if list[w] {
				count[l]++
			}
		}
	})
	for _, l := range []string{"en", "de", "fr", "es", "it", "pt", "nl", "sv", "ro", "tr"} {
		if count[l] > most {
			best, most = l, count[l]
		}
	}
	return best
}

// telltale are the commonest function words of languages in Latin letters,
// without accents.
var telltale = map[string]map[string]bool{
	"de": classesOf("der die das und ist nicht ein eine zu den von mit dem des im auch sich auf fur war wurde als"),
	"fr": classesOf("le la les des et est une dans que qui pour pas sur du au par plus avec il elle ce"),
	"es": classesOf("el la los las y es que en una por con para del se no al como mas su lo fue"),
	"it": classesOf("il la gli che di e una per con del della sono non anche piu nel alla dei le lo"),
	"pt": classesOf("o os as e que de uma para com nao por do da dos das em no na se foi mais"),
	"nl": classesOf("de het een en van is dat niet op te zijn met voor aan ook door er bij naar"),
	"sv": classesOf("och att det som en pa ar av for med den till inte om har ett var de"),
	"ro": classesOf("si de la in cu pe care este nu un o din pentru ca sa mai au fost"),
	"tr": classesOf("ve bir bu icin ile da de olarak olan gibi daha cok en sonra kadar ancak"),
}
