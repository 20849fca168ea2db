package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// reading is a name taken apart.
type reading struct {
	parts  []part
	also   []part   // a nickname written inside the name: Robert “Bob” Ashdown
	title  []string // folded words of the titles before it
	office []string // folded words of all of it, when it can be read as an office or a body
	body   bool     // it has a word of the names of bodies, or begins as an office does
	senior string   // "jr", "sr": what tells a son from his father
}

// longest is how much of a claim is read, in bytes: no name is longer.
const longest = 200

// read takes a claim or a name of an article apart.
func read(text string) reading {
	var r reading
	text = clean(text)
	text, r.also = nickname(text)
	text = r.commas(text)
	r.office = officeOf(text)
	fields := strings.Fields(text)
	fields = r.honoured(fields)
	fields = r.untitled(fields)
	fields = beforePlace(fields)
	r.body = bodily(text, fields)
	r.parts = partsOf(strings.Join(fields, " "))
	return r
}

// clean bounds a claim and takes off what people put around names.
func clean(text string) string {
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	text = strings.Trim(strings.TrimSpace(text), "*_~|:;,<>\"“”„«»— –-")
	if rest, ok := strings.CutPrefix(text, "@"); ok {
		text = camel(rest)
	}
	for _, s := range [...]string{"'s", "’s"} {
		text = strings.TrimSuffix(text, s)
	}
	return text
}

// camel parts the words of a handle: TamsinOakes.
func camel(handle string) string {
	var b strings.Builder
	var last rune
	for _, r := range handle {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// nickname takes what stands in marks or brackets out of a name. Behind the
// name it is a remark and not looked at.
func nickname(text string) (rest string, also []part) {
	const open, shut = "\"“„«‘(", "\"”“»’)"
	for range 3 {
		i := strings.IndexAny(text, open)
		if i <= 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		j := strings.IndexAny(text[i+n:], shut)
		if j < 0 || text[i] != '(' && text[i-1] != ' ' {
			break
		}
		inside, behind := text[i+n:i+n+j], text[i+n+j:]
		_, m := utf8.DecodeRuneInString(behind)
		behind = behind[m:]
		if strings.TrimSpace(behind) != "" {
			also = append(also, partsOf(inside)...)
		}
		text = text[:i] + " " + behind
	}
	return text, also
}

// commas reads "Surname, First" as what it is; other things behind a comma are
// a remark: "Oakes, the president", "Tuttle, Jr.".
func (r *reading) commas(text string) string {
	head, tail, ok := strings.Cut(text, ",")
	if !ok {
		return text
	}
	tail, _, _ = strings.Cut(strings.TrimSpace(tail), ",")
	fields := strings.Fields(tail)
	if len(fields) == 0 {
		return head
	}
	first := words.Fold(strings.Trim(fields[0], "."))
	r.suffix(first)
	c := classOf(first)
	c0, _ := utf8.DecodeRuneInString(fields[0])
	if len(fields) > 3 || len(strings.Fields(head)) > 4 || honours[first] || c.Is(english.Determiner|english.Role|english.Title|english.Possessive|english.Body) || unicode.IsLower(c0) {
		return head
	}
	return tail + " " + head
}

// honoured takes the honours behind a name off.
func (r *reading) honoured(fields []string) []string {
	for len(fields) > 1 {
		w := strings.ReplaceAll(words.Fold(fields[len(fields)-1]), ".", "")
		if !honours[strings.Trim(w, ",")] {
			break
		}
		r.suffix(w)
		fields = fields[:len(fields)-1]
	}
	return fields
}

func (r *reading) suffix(w string) {
	switch w {
	case "jr", "jnr", "junior":
		r.senior = "jr"
	case "sr", "snr", "senior":
		r.senior = "sr"
	case "ii", "iii", "iv":
		r.senior = w
	}
}

// untitled takes titles off the front of a name: everything up to the last word
// that is one, unless a given name stands before it ("Anna King Oakes").
func (r *reading) untitled(fields []string) []string {
	last := -1
	for i := 0; i < len(fields)-1; i++ {
		w := titleWord(fields[i])
		if particles[w] && !titles[w] && w != "of" {
			break
		}
		c := classOf(w)
		switch {
		case c.Is(english.Title | english.Honorific | english.Role):
			last = i
		case given(romanise(w, scriptOf(w))) && !c.Is(english.Body|english.Demonym|english.Status|english.Preposition|english.Determiner|english.Closed):
			i = len(fields)
		}
	}
	for _, f := range fields[:last+1] {
		if w := titleWord(f); w != "of" && w != "the" {
			r.title = append(r.title, w)
		}
	}
	return fields[last+1:]
}

func titleWord(field string) string {
	return strings.ReplaceAll(strings.Trim(words.Fold(field), ".,"), ".", "")
}

// beforePlace cuts "of Dunford" off "Tamsin Oakes of Dunford".
func beforePlace(fields []string) []string {
	for i := 1; i < len(fields); i++ {
		switch fields[i] {
		case "of", "from", "for", "at", "in", "on", "who", "says", "said", "via", "to":
			return fields[:i]
		}
	}
	return fields
}

// bodily reports whether a name as it is left without its titles can be that of
// a body or an office.
func bodily(text string, fields []string) bool {
	all := strings.Fields(text)
	if len(all) == 0 {
		return true
	}
	switch c := english.Of(strings.ToLower(all[0])); {
	case c.Is(english.Determiner | english.Possessive | english.Pronoun):
		return true
	}
	for _, f := range strings.FieldsFunc(strings.Join(fields, " "), func(r rune) bool { return r == '-' || r == ' ' }) {
		if bodies[titleWord(f)] && !givenField(fields[0]) {
			return true
		}
	}
	for i, f := range fields {
		w := titleWord(f)
		c := classOf(strings.TrimSuffix(w, "'s"))
		named := len(fields) > 1 && i > 0 && givenField(fields[0]) // Anna Baker
		if i == 0 && len(fields) > 1 && givenField(f) {            // Bill Calloway
			continue
		}
		if c.Is(english.Body|english.Group|english.Document|english.Pronoun) || c.Is(english.Demonym) && !named {
			return true
		}
		if c.Is(english.Role|english.Title) && !named && (len(fields) > 1 || unicode.IsLower(first(f))) {
			return true
		}
		if acronym(f) && len(fields) == 1 {
			return true
		}
	}
	return false
}

func givenField(f string) bool { return given(partOf(f).text) }

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// acronym reports whether a word is written in capitals only: NATO, U.S.
func acronym(f string) bool {
	n := 0
	for _, r := range f {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.':
			return false
		}
	}
	return n >= 2 && n <= 5
}
