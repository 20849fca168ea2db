package article

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// Names reports whether the article has a name in another form than its words:
// in its head, by initials or written out, by what stands for it elsewhere
// ("French" and "Paris" for France), or as a person's, spelt otherwise. name are
// its words, forms the same in [term.Form].
func (a *Analysis) Names(run, forms []string) bool {
	if a.inHead(forms) || a.initialled(run, forms) {
		return true
	}
	for _, f := range forms {
		if slices.ContainsFunc(lexicon.Aliases(f), a.has) {
			return true
		}
	}
	if a.Doc.Quotes == nil {
		return false
	}
	var people []name.Person
	for _, s := range a.Doc.Quotes.Speakers {
		people = append(people, name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role})
	}
	return len(name.Find(strings.Join(run, " "), people)) > 0
}

// has reports whether the text has a form.
func (a *Analysis) has(form string) bool {
	id, ok := a.Vocab.FormOf(form)
	if !ok {
		return false
	}
	t := &a.Vocab.Terms[a.Vocab.Forms[id].Term]
	return t.End > t.First
}

// inHead reports whether one of forms stands in what is told of the article.
func (a *Analysis) inHead(forms []string) bool {
	d := a.Doc.Article
	for _, s := range [...]string{d.Title, d.Byline, d.Publisher, d.URL} {
		for start, end := range words.Terms(s) {
			w := words.Fold(s[start:end])
			for _, f := range forms {
				if w == f || len(f) >= 4 && strings.Contains(w, f) {
					return true
				}
			}
		}
	}
	return false
}

// initialled reports whether the article writes out an acronym, capitals or not,
// or has that of a name of several words.
func (a *Analysis) initialled(run, forms []string) bool {
	if len(forms) > 1 {
		var initials []byte
		for _, f := range forms {
			initials = append(initials, f[0])
		}
		return a.has(string(initials)) || a.has(strings.Join(strings.Split(string(initials), ""), "."))
	}
	letters := strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(run[0], ".", ""), "s"))
	if n := len(letters); n < 2 || n > 7 || strings.ToLower(run[0]) == run[0] {
		return false
	}
	for _, s := range a.Sentences {
		for t := s.Tokens[0]; t < s.Tokens[1]; t++ {
			if a.spells(t, s.Tokens[1], letters) {
				return true
			}
		}
	}
	return false
}

// spells reports whether the words from token t on begin with letters, words of
// grammar between them left out; two must have capitals.
func (a *Analysis) spells(t, end int32, letters string) bool {
	for i := 0; i < len(letters); t++ {
		switch {
		case t >= end:
			return false
		case a.FormText(t)[0] == letters[i] && (len(letters) > 2 || a.Tokens[t].Upper):
			i++
		case i > 0 && a.FormAt(t).Class.Function():
		default:
			return false
		}
	}
	return true
}
