package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	wording "github.com/verbatim-bot/verbatim/corpus/words"
)

// attributed is a way to read a purported quote: the words, and who the text
// itself says they are by.
type attributed struct {
	text    string
	speaker string // "" when the text names nobody
	sure    bool   // quotation marks tell the words from the name
	worded  bool   // only words do, as in an article: "Doe said that …"
}

// attributions are the ways to read text in which part of it says whose the
// rest is: `Doe: "…"`, `"…" — Doe`, `"…," said Doe`, `According to Doe, …`,
// `… (Doe)`. The surest come first. It reads no more than maxRead bytes.
func attributions(text string) []attributed {
	const maxRead = 8000
	text = strings.TrimSpace(text)
	if len(text) > maxRead {
		return nil
	}
	if a, ok := inMarks(text); ok {
		return []attributed{a}
	}
	var out []attributed
	bare := strings.TrimLeft(text, "-–—*•> ")
	for _, read := range [...]func(string) (attributed, bool){behindDash, inBrackets, beforeColon, behindComma, beforeComma, beforeVerb, behindStop} {
		if a, ok := read(bare); ok && len(wording.Bare(a.text)) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// maxTag bounds what is said around the words of a quote, in words: more is not
// only a name.
const maxTag = 7

// inMarks reads words in quotation marks with a tag around them.
func inMarks(text string) (attributed, bool) {
	var words, tag []string
	for text != "" {
		i, open := indexMark(text)
		if i < 0 {
			break
		}
		n := len(string(open))
		j := strings.IndexFunc(text[i+n:], func(r rune) bool { return closes(open, r) })
		if j < 0 {
			break
		}
		tag = append(tag, text[:i])
		words = append(words, text[i+n:i+n+j])
		_, m := utf8.DecodeRuneInString(text[i+n+j:])
		text = text[i+n+j+m:]
	}
	tag = append(tag, text)
	rest := strings.Join(tag, " ")
	said := strings.Join(words, " ")
	n, m := len(split(rest)), len(split(said))
	if m < 1 || n == 0 || n > maxTag || n > 2*m+4 || broken(rest) {
		return attributed{}, false
	}
	name, ok := tagged(rest)
	return attributed{text: said, speaker: name, sure: true}, ok
}

// broken reports whether a sentence ends inside a tag.
func broken(tag string) bool {
	tag = strings.TrimRight(strings.TrimSpace(tag), ".!?,;: ")
	for i := 0; ; {
		n := strings.IndexAny(tag[i:], ".!?")
		if n < 0 {
			return false
		}
		i += n + 1
		before := strings.Fields(tag[:i])
		w := strings.TrimLeft(before[len(before)-1], "([“\"‘'")
		if len(split(w)) > 0 && !initial(strings.TrimRight(w, ".")) && !english.Of(strings.ToLower(w)).Is(english.Title|english.Honorific) &&
			!english.Of(strings.ToLower(strings.TrimRight(w, "."))).Is(english.Title|english.Honorific) {
			return true
		}
	}
}

// indexMark finds the first opening mark.
func indexMark(text string) (int, rune) {
	for i, r := range text {
		if strings.ContainsRune("\"“„«", r) {
			return i, r
		}
	}
	return -1, 0
}

func closes(open, r rune) bool {
	switch open {
	case '"':
		return r == '"'
	case '«':
		return r == '»'
	}
	return r == '”' || r == '“' || r == '"'
}

// tagged reads what stands around quoted words: the name of who said them, or
// "" for a pronoun. It reports false when it is no such tag.
func tagged(tag string) (name string, ok bool) {
	tag = strings.Trim(strings.TrimSpace(tag), " ,;:-–—~*_()[]>.")
	fields := strings.Fields(tag)
	if len(fields) == 0 {
		return "", false
	}
	low := strings.ToLower(tag)
	for _, lead := range [...]string{"according to ", "as told by ", "quote by ", "quoting ", "in the words of ", "in the view of ", "in the opinion of ", "in ", "by ", "per ", "from ", "as "} {
		if strings.HasPrefix(low, lead) {
			rest, own := possessor(tag[len(lead):])
			if lead == "in " && !own {
				continue
			}
			tag = rest
			fields = strings.Fields(tag)
			break
		}
	}
	for i, f := range fields {
		if i > 0 && (f == "put" || f == "puts" || f == "has") && i+1 < len(fields) && strings.Trim(fields[i+1], ",:;.") == "it" {
			return nameIn(strings.Join(fields[:i], " ")) // as Doe put it
		}
		if !reports(f) {
			continue
		}
		before := strings.Join(fields[:i], " ")
		if i > 0 && !adverbial(fields[:i]) && !circumstance(fields[i:]) {
			return "", false
		}
		if i == 0 || adverbial(fields[:i]) {
			after := fields[i+1:]
			if len(after) > 0 && strings.EqualFold(after[0], "that") {
				after = after[1:]
			}
			before = strings.Join(after, " ")
		}
		return nameIn(before)
	}
	return nameIn(tag)
}

// possessor gives whose words, view or the like text says that something is:
// "Doe's own words".
func possessor(text string) (who string, ok bool) {
	fields := strings.Fields(text)
	n := len(fields)
	if n < 2 || !possessed[strings.ToLower(fields[n-1])] {
		return text, false
	}
	if n--; n > 1 && strings.EqualFold(fields[n-1], "own") {
		n--
	}
	who = strings.Join(fields[:n], " ")
	for _, end := range [...]string{"'s", "’s", "'", "’"} { // Doe's, Dukes'
		if bare, ok := strings.CutSuffix(who, end); ok {
			return bare, true
		}
	}
	return text, false
}

// possessed are words for what somebody says or thinks.
var possessed = set("words view opinion eyes account phrase telling message statement tweet post")

// reports tells whether a word tells that somebody says something.
func reports(field string) bool {
	c := english.Of(wording.Fold(strings.Trim(field, ",:;.")))
	return c.Is(english.Saying) && !c.Is(english.Title|english.Role)
}

// circumstance reports whether what stands behind a verb is when, where or to
// whom something was said.
func circumstance(fields []string) bool {
	if len(fields) == 1 || strings.HasPrefix(strings.ToLower(fields[0]), "t") && len(fields) < 7 { // told, tells, tweeted
		return true
	}
	c := english.Of(strings.ToLower(strings.Trim(fields[1], ",:;.")))
	if len(fields) < 6 && (c.Is(english.Pronoun) || strings.EqualFold(fields[1], "that")) { // said that she would "…"
		return true
	}
	return len(fields) < 6 && c.Is(english.Preposition|english.Adverb|english.Calendar|english.Conjunction) || strings.EqualFold(fields[1], "last")
}

// adverbial reports whether words before a verb name nobody: "later", "then".
func adverbial(fields []string) bool {
	for _, f := range fields {
		if !english.Of(strings.ToLower(f)).Is(english.Adverb | english.Conjunction | english.Auxiliary) {
			return false
		}
	}
	return true
}

// nameIn gives the name that text is, up to a comma; ok is false when it reads
// as no name. A pronoun is nobody's name.
func nameIn(text string) (name string, ok bool) {
	text, _, _ = strings.Cut(strings.Trim(strings.TrimSpace(text), " ,;:-–—~*_\"“”(.)"), "(")
	text = strings.TrimSpace(text)
	if head, tail, found := strings.Cut(text, ","); found && !surnameFirst(head, tail) {
		text = strings.TrimSpace(head)
	}
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields) > 8 {
		return "", len(fields) == 0
	}
	c := english.Of(wording.Fold(fields[0]))
	if c.Is(english.Pronoun) && !c.Is(english.Determiner) {
		return "", len(fields) == 1
	}
	r, _ := utf8.DecodeRuneInString(fields[0])
	named := unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || r == '@'
	if !named && !c.Is(english.Determiner|english.Possessive|english.Title|english.Role|english.Honorific|english.Demonym|english.Status|english.Body|english.Group|english.Particle) {
		return "", false
	}
	if c.Is(english.Auxiliary|english.Question|english.Conjunction|english.Adverb|english.Negation) && !c.Is(english.Title) || strings.ContainsAny(text, "…[]!?") {
		return "", false
	}
	if c.Is(english.Determiner|english.Possessive) && !somebody(fields[1:]) {
		return "", false
	}
	return text, true
}

// somebody reports whether words behind an article can be who speaks: "mayor",
// "US company".
func somebody(fields []string) bool {
	for _, f := range fields {
		if english.Of(wording.Fold(strings.Trim(f, ".,"))).Is(english.Role|english.Title|english.Group|english.Body) || unicode.IsUpper(first(f)) {
			return true
		}
	}
	return false
}

// surnameFirst reports whether a comma parts a surname from a first name:
// "Doe, Jane".
func surnameFirst(head, tail string) bool {
	f := strings.Fields(tail)
	return len(strings.Fields(head)) == 1 && len(f) == 1 && unicode.IsUpper(first(f[0]))
}

// behindDash reads "… — Jane Doe", on the same line or the next.
func behindDash(text string) (attributed, bool) {
	at, n := -1, 0
	for _, dash := range [...]string{" — ", " – ", " - ", " -- ", "\n—", "\n–", "\n-", "—", " ~ ", " ~", "\n"} {
		if i := strings.LastIndex(text, dash); i > at {
			at, n = i, len(dash)
		}
	}
	if at < 0 {
		return attributed{}, false
	}
	name, ok := nameIn(text[at+n:])
	if !ok || name == "" || !capitalised(name) || len(split(text[:at])) < 2 {
		return attributed{}, false
	}
	return attributed{text: strings.TrimSpace(text[:at]), speaker: name}, true
}

// behindStop reads "…. Jane Doe".
func behindStop(text string) (attributed, bool) {
	text = strings.TrimRight(text, ". ")
	i := max(strings.LastIndex(text, ". "), strings.LastIndex(text, "! "), strings.LastIndex(text, "? "))
	if i < 0 {
		return attributed{}, false
	}
	fields := strings.Fields(text[i+2:])
	for _, f := range fields {
		if r := first(f); !unicode.IsUpper(r) && !english.Of(f).Is(english.Particle) {
			return attributed{}, false
		}
	}
	name, ok := nameIn(text[i+2:])
	return attributed{text: text[:i], speaker: name}, ok && name != "" && len(fields) >= 2 && len(fields) <= 4
}

// capitalised reports whether a name is written like one: no small words but
// particles, or it begins with an article.
func capitalised(name string) bool {
	for i, f := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(f)
		c := english.Of(wording.Fold(strings.Trim(f, ".,")))
		if i == 0 && c.Is(english.Determiner) && !c.Is(english.Pronoun) || strings.EqualFold(f, "the") {
			return true
		}
		if unicode.IsLower(r) && !c.Is(english.Particle|english.Title|english.Role|english.Honorific|english.Body|english.Group) {
			return false
		}
	}
	return true
}

// inBrackets reads "… (Jane Doe)".
func inBrackets(text string) (attributed, bool) {
	body, ok := strings.CutSuffix(strings.TrimRight(text, ". "), ")")
	i := strings.LastIndex(body, "(")
	if !ok || i < 0 {
		return attributed{}, false
	}
	name, ok := nameIn(body[i+1:])
	if !ok || name == "" || !capitalised(name) {
		return attributed{}, false
	}
	return attributed{text: strings.TrimSpace(body[:i]), speaker: name}, true
}

// beforeColon reads "Jane Doe: …" and "Jane Doe said: …".
func beforeColon(text string) (attributed, bool) {
	head, rest, ok := strings.Cut(text, ":")
	if !ok || strings.TrimSpace(rest) == "" || len(strings.Fields(head)) > maxTag {
		return attributed{}, false
	}
	name, ok := tagged(head)
	if !ok && determined(head) { // "The driller: …"
		name, ok = head, true
	}
	if !ok || name != "" && !capitalised(name) {
		return attributed{}, false
	}
	return attributed{text: strings.TrimSpace(rest), speaker: name}, true
}

// determined reports whether head is an article and a few nouns.
func determined(head string) bool {
	fields := strings.Fields(head)
	if len(fields) < 2 || len(fields) > 4 || !english.Of(strings.ToLower(fields[0])).Is(english.Determiner) {
		return false
	}
	for _, f := range fields[1:] {
		if english.Of(strings.ToLower(f)).Is(english.Auxiliary | english.Verb | english.Reporting | english.Closed) {
			return false
		}
	}
	return true
}

// behindComma reads "…, said Jane Doe", "…, Jane Doe said on Friday" and
// "…, according to Jane Doe".
func behindComma(text string) (attributed, bool) {
	for i := len(text); ; {
		if i = strings.LastIndexByte(text[:i], ','); i < 0 {
			return attributed{}, false
		}
		tag := text[i+1:]
		if len(strings.Fields(tag)) > maxTag {
			return attributed{}, false
		}
		if !strings.HasPrefix(strings.ToLower(strings.TrimSpace(tag)), "according to ") && !saying(tag) || broken(tag) {
			continue
		}
		if name, ok := tagged(tag); ok && (name == "" || capitalised(name)) {
			return attributed{text: strings.TrimSpace(text[:i]), speaker: name, worded: true}, true
		}
	}
}

// saying reports whether one of the first words of a tag tells that somebody
// says something.
func saying(tag string) bool {
	for i, f := range strings.Fields(tag) {
		if i == 6 {
			break
		}
		if sayers[strings.Trim(strings.ToLower(f), ",:;.")] {
			return true
		}
	}
	return false
}

// beforeComma reads "According to Jane Doe, …" and "As Jane Doe said, …".
func beforeComma(text string) (attributed, bool) {
	low := strings.ToLower(text)
	if !strings.HasPrefix(low, "according to ") && !strings.HasPrefix(low, "as ") && !strings.HasPrefix(low, "per ") {
		return attributed{}, false
	}
	head, rest, ok := strings.Cut(text, ",")
	if !ok || len(strings.Fields(head)) > maxTag {
		return attributed{}, false
	}
	name, ok := tagged(head)
	return attributed{text: strings.TrimSpace(rest), speaker: name, worded: true}, ok && name != ""
}

// sayers are verbs that words follow without a mark between.
var sayers = set("said says told tells states stated claims claimed writes wrote tweeted posted adds added explained insisted insists warned warns announced declared argued argues")

// beforeVerb reads "Jane Doe said …" and "Jane Doe said that …".
func beforeVerb(text string) (attributed, bool) {
	fields := strings.Fields(text)
	for i, f := range fields {
		if i > 7 {
			break
		}
		if i == 0 || !sayers[strings.Trim(strings.ToLower(f), ",:")] {
			continue
		}
		name, ok := nameIn(strings.Join(fields[:i], " "))
		rest := fields[i+1:]
		if len(rest) > 0 && strings.EqualFold(rest[0], "that") {
			rest = rest[1:]
		}
		if !ok || name == "" || !capitalised(name) || len(rest) < 2 {
			return attributed{}, false
		}
		return attributed{text: strings.Join(rest, " "), speaker: name, worded: true}, true
	}
	return attributed{}, false
}
