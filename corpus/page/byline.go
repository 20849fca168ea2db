package page

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

var byPrefix = regexp.MustCompile(`(?i)^(by|von|par|por|di|door|av|af|od|przez|tekst|text|texte|auth?or(in|a|e)?|auteur|tekijä|yazar|автор):?\s+`)

// byline gives the names in a byline, "" for an address, a day or a text.
func byline(s string) string {
	s = byPrefix.ReplaceAllString(fact.Line(html.UnescapeString(s)), "")
	if strings.Contains(s, "://") || len(s) > 300 || mail.MatchString(s) || dayOf(s) != "" {
		return ""
	}
	return s
}

// nameLine gives the names in a line between the headline and the text that
// holds nothing else, "" for any other line. Without "by" in front only two or
// three words are a name: a line of more is as often about the subject.
func nameLine(b block) string {
	if utf8.RuneCountInString(b.text) > maxLabel/2 || b.heading || b.item || strings.ContainsAny(b.text, "0123456789:!?|\n") || ends(b.text) {
		return ""
	}
	said := byPrefix.MatchString(b.text)
	names := byPrefix.ReplaceAllString(b.text, "")
	person, place, _ := strings.Cut(names, ",")
	words := strings.Fields(person)
	if len(words) < 2 || len(words) > 3 && !said || len(words) > 8 || !said && place != "" {
		return ""
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && (!said || !joins[w]) || strings.ToUpper(w) == w && utf8.RuneCountInString(w) > 2 {
			return ""
		}
	}
	return strings.TrimSpace(person)
}

// joins are words inside names and between them.
var joins = set(`and und et y e en och og i de del della di da van von der den la le el bin al ja ve и та`)
