package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// part is one word of a name.
type part struct {
	text    string // in the letters a to z
	sound   string // see [sound]
	bare    string // skeleton, where one of two names is of an abjad; see [skeleton]
	vowed   string // the same where a v is written as a vowel is: David
	script  script
	tail    string // without an elided particle: D'Angelo, O'Brien; "" when there is none
	initial bool   // one letter that stands for a name
	link    bool   // a particle
}

// partOf makes a part of a word as written.
func partOf(word string) part {
	s := scriptOf(word)
	folded := strings.ReplaceAll(words.Fold(word), "'", "")
	p := part{script: s, text: romanise(folded, s)}
	p.link = particles[folded] && folded == strings.ReplaceAll(strings.ToLower(word), "'", "") // not Lê, nor Văn
	p.initial = !p.link && utf8.RuneCountInString(folded) == 1 && s != drawn
	if s == abjad {
		// The Arabic article is written onto the name.
		if rest, ok := strings.CutPrefix(folded, "ال"); ok && len(rest) > 2 {
			folded = rest
		}
		p.bare = semitic.Replace(folded)
		p.text = p.bare
		for len(p.bare) > 1 && p.bare[len(p.bare)-1] == 'h' {
			p.bare = p.bare[:len(p.bare)-1]
		}
		p.vowed = p.bare
	} else {
		p.bare = skeleton(p.text)
		p.vowed = skeleton(strings.ReplaceAll(p.text, "v", ""))
	}
	p.sound = sound(p.text)
	if _, rest, ok := strings.Cut(words.Fold(word), "'"); ok && s == latin && len(p.text)-len(rest) <= 2 && len(rest) > 2 {
		p.tail = romanise(rest, s)
	}
	return p
}

// joined is the part that parts make when they are written as one word.
func joined(ps []part) part {
	p := part{script: ps[0].script}
	for _, q := range ps {
		p.text += q.text
		p.bare += q.bare
		p.vowed += q.vowed
	}
	p.sound = sound(p.text)
	return p
}

// maxParts bounds the words of a name that are looked at.
const maxParts = 8

// partsOf takes a name without titles apart.
func partsOf(name string) []part {
	var out []part
	add := func(w string) {
		if len(out) == maxParts {
			return
		}
		if p := partOf(w); p.text != "" {
			out = append(out, p)
		}
	}
	for field := range strings.FieldsSeq(spaces(name)) {
		if initials(field, name) {
			for _, r := range field {
				if unicode.IsLetter(r) {
					add(string(r))
				}
			}
			continue
		}
		if family, rest, ok := strings.Cut(spaced(field), " "); ok {
			p := partOf(family)
			if known, ok := families[p.text]; ok {
				p = partOf(known)
				p.script = lettered
			}
			out = append(out, p)
			field = rest
		}
		runs := field
		if !strings.ContainsFunc(field, words.Unspaced) {
			for start, end := range words.In(runs) {
				add(strings.ReplaceAll(runs[start:end], ".", ""))
			}
			continue
		}
		add(field)
	}
	return out
}

// spaces puts a space for every mark that parts the words of a name.
func spaces(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '-' || r == '·' || r == '•' || r == '・' || r == '_' || r == '/' || unicode.Is(unicode.Pd, r):
			return ' '
		}
		return r
	}, name)
}

// initials reports whether a word of name is several initials: "J.R.", "JR".
func initials(field, name string) bool {
	letters := 0
	for _, r := range field {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.':
			return false
		}
	}
	if strings.Contains(field, ".") {
		return letters > 1
	}
	return letters == 2 && strings.ContainsFunc(name, unicode.IsLower)
}
