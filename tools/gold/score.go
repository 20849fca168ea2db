package gold

import (
	"slices"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Score holds what was counted over articles. Its figures are those of the
// evaluation set's own scorer, for everything but its rarest rules.
type Score struct {
	direct, mixed counts
	spurious      int // predicted runs that nobody said
	// Of the quoted runs with a speaker: false ones, those of nobody, and all
	// that can be judged; and the same for printed names.
	wrong, nobody, right int
	wrongName, named     int

	indirect                       int // gold statements without marks
	indirectSpeech                 int // those with a cue of speech
	guessed, found, foundSource    int
	foundSpeech, foundSpeechSource int
	saidIndirect, wrongIndirect    int
}

// counts are those of one kind of runs.
type counts struct {
	gold, found, sourced, answered, mention, lenient int
	name, nameRight                                  int
	pronoun, pronounRight                            int
}

// prediction is one quote in runes of the record's text.
type prediction struct {
	span    Span
	mention Span
	speaker string
	kind    quote.Kind
	content map[int]bool // where its words begin, common ones left out
	all     map[int]bool // where all its words begin
}

func (p *prediction) speaks() bool { return p.speaker != "" || p.mention[1] > p.mention[0] }

// Add counts one article's extraction.
func (s *Score) Add(r *Record, a *corpus.Article, x *quote.Extraction) {
	var runs, statements []prediction
	for _, q := range x.Quotes {
		p := prediction{speaker: q.Speaker, kind: q.Kind}
		p.span[0], p.span[1] = a.Doc(q.Ref)
		if !q.Mention.Empty() {
			p.mention[0], p.mention[1] = a.Doc(q.Mention)
		}
		p.span = r.trim(p.span)
		p.all, p.content = r.words(p.span, false), r.words(p.span, true)
		switch {
		case p.span[0] >= p.span[1]:
		case q.Kind == quote.Indirect:
			statements = append(statements, p)
		default:
			runs = append(runs, p)
		}
	}
	s.quoted(r, runs)
	s.statements(r, statements)
}

// quoted counts runs of quotation marks. Both sides come from the same kind
// of pairing, so runs are matched exactly, by trimmed span.
func (s *Score) quoted(r *Record, runs []prediction) {
	at := map[Span]*Run{}
	for i := range r.Quotes {
		q := &r.Quotes[i]
		at[r.trim(Span{q.Start, q.End})] = q
		switch q.Kind {
		case "direct":
			s.direct.gold++
		case "mixed":
			s.mixed.gold++
		}
	}
	for i := range runs {
		p := &runs[i]
		q := at[p.span]
		delete(at, p.span)
		ignored := r.ignored(p.span)
		switch {
		case q != nil && q.Kind == "direct":
			s.direct.found++
		case q != nil && q.Kind == "mixed":
			s.mixed.found++
		case q == nil && ignored, q != nil && q.Kind == "ignore":
		default:
			if !ignored {
				s.spurious++
			}
		}
		switch {
		case ignored || q != nil && q.Kind == "ignore":
		case q != nil && q.Attr != nil:
			s.attributed(r, p, q)
		default:
			if t := r.touched(p); t != nil {
				s.judge(r, p, t)
			} else if p.speaks() {
				s.nobody++
			}
		}
	}
}

// attributed counts the speaker of a run that somebody said.
func (s *Score) attributed(r *Record, p *prediction, q *Run) {
	c := &s.direct
	if q.Kind == "mixed" {
		c = &s.mixed
	}
	t := &r.Attributions[*q.Attr]
	right, same := r.names(p.mention, t), t.Speaker != "" && surname(p.speaker) == surname(t.Speaker)
	if len(t.Source) > 0 {
		c.sourced++
		c.answered += one(p.speaks())
		c.mention += one(right)
		c.lenient += one(right || same)
	}
	if t.Speaker != "" {
		c.name++
		c.nameRight += one(same)
		if t.NameVia != "mention" && t.NameVia != "nominal" && t.NameVia != "read" {
			c.pronoun++
			c.pronounRight += one(same)
		}
	}
	s.judge(r, p, t)
}

// judge counts whether the speaker of p is false, given what was marked.
func (s *Score) judge(r *Record, p *prediction, t *Attribution) {
	if !p.speaks() {
		return
	}
	same := t.Speaker != "" && surname(p.speaker) == surname(t.Speaker)
	if p.speaker != "" && t.Speaker != "" {
		s.named++
		s.wrongName += one(!same)
	}
	switch {
	case r.names(p.mention, t) || same:
		s.right++
	case len(t.Source) == 0 || r.inner(p.mention, t):
	case t.Speaker == "" && pronouns[r.head(cover(t.Source))] && !pronouns[r.head(p.mention)]:
	default:
		s.wrong++
	}
}

// statements counts indirect speech.
func (s *Score) statements(r *Record, guesses []prediction) {
	type pair struct{ guess, gold, num, den int }
	contents := make([]map[int]bool, len(r.Attributions))
	var pairs []pair
	for j := range r.Attributions {
		t := &r.Attributions[j]
		contents[j] = r.words(t.Content[0], true)
		for _, c := range t.Content[1:] {
			for k := range r.words(c, true) {
				contents[j][k] = true
			}
		}
		if t.Kind == "indirect" {
			s.indirect++
			s.indirectSpeech += one(t.CueClass == "speech")
		}
		for i := range guesses {
			n := shared(guesses[i].content, contents[j])
			if n > 0 && 2*n >= max(len(guesses[i].content), len(contents[j])) {
				pairs = append(pairs, pair{i, j, n, len(guesses[i].content) + len(contents[j]) - n})
			}
		}
	}
	got := map[int]int{}
	used := map[int]bool{}
	for len(pairs) > 0 {
		b := 0
		for k := range pairs {
			if pairs[k].num*pairs[b].den > pairs[b].num*pairs[k].den {
				b = k
			}
		}
		p := pairs[b]
		pairs = append(pairs[:b], pairs[b+1:]...)
		if _, ok := got[p.guess]; !ok && !used[p.gold] {
			got[p.guess], used[p.gold] = p.gold, true
		}
	}
	for i := range guesses {
		j, ok := got[i]
		if !ok && r.ignored(guesses[i].span) {
			continue
		}
		if !ok {
			s.guessed++
			s.touching(r, &guesses[i], contents)
			continue
		}
		s.statement(r, &guesses[i], &r.Attributions[j])
	}
}

// touching counts the source of a statement that matches no gold one.
func (s *Score) touching(r *Record, p *prediction, contents []map[int]bool) {
	if !p.speaks() {
		return
	}
	s.saidIndirect++
	for j := range r.Attributions {
		t := &r.Attributions[j]
		if shared(p.content, contents[j]) > 0 && (r.names(p.mention, t) || t.Speaker != "" && surname(p.speaker) == surname(t.Speaker)) {
			return
		}
	}
	s.wrongIndirect++
}

// statement counts one that matches t.
func (s *Score) statement(r *Record, p *prediction, t *Attribution) {
	ok := r.names(p.mention, t) || len(t.Source) == 0 && !p.speaks() || t.Speaker != "" && surname(p.speaker) == surname(t.Speaker)
	if p.speaks() {
		s.saidIndirect++
		s.wrongIndirect += one(!ok && len(t.Source) > 0)
	}
	if t.Kind != "indirect" {
		return
	}
	s.guessed++
	s.found++
	s.foundSource += one(ok)
	if t.CueClass == "speech" {
		s.foundSpeech++
		s.foundSpeechSource += one(ok)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func shared(a, b map[int]bool) int {
	n := 0
	for k := range a {
		n += one(b[k])
	}
	return n
}

func cover(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	return Span{spans[0][0], spans[len(spans)-1][1]}
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// trim leaves marks and white space at the ends of s out.
func (r *Record) trim(s Span) Span {
	edge := func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune("\"“”„'‘’`.,;:!?…-–—()[]", c)
	}
	for s[0] < s[1] && edge(r.runes[s[0]]) {
		s[0]++
	}
	for s[1] > s[0] && edge(r.runes[s[1]-1]) {
		s[1]--
	}
	return s
}

// words gives where the words of s begin. content leaves the commonest out,
// unless there are no others.
func (r *Record) words(s Span, content bool) map[int]bool {
	all, some := map[int]bool{}, map[int]bool{}
	for i := s[0]; i < s[1]; {
		if !wordRune(r.runes[i]) {
			i++
			continue
		}
		j := i
		for j < s[1] && (wordRune(r.runes[j]) || (r.runes[j] == '\'' || r.runes[j] == '’') && j+1 < s[1] && wordRune(r.runes[j+1])) {
			j++
		}
		all[i] = true
		if !common[strings.ToLower(string(r.runes[i:j]))] {
			some[i] = true
		}
		i = j
	}
	if content && len(some) > 0 {
		return some
	}
	return all
}

// head is the word of a mention that tells who, in lower case: the last of
// its first noun phrase.
func (r *Record) head(s Span) string {
	if s[1] <= s[0] {
		return ""
	}
	text := string(r.runes[s[0]:s[1]]) + " "
	for _, cut := range []string{",", "(", " who ", " of ", " at ", " for ", " in ", " from ", " with "} {
		if i := strings.Index(strings.TrimLeft(text, " ")+" ", cut); i >= 0 {
			text = strings.TrimLeft(text, " ")[:i]
		}
	}
	ws := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !wordRune(c) && c != '\'' && c != '’' })
	for _, w := range slices.Backward(ws) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w != "" && !titles[w] {
			return w
		}
	}
	return ""
}

// names reports whether mention m names the source of t: they share a word,
// or have the same head.
func (r *Record) names(m Span, t *Attribution) bool {
	if m[1] <= m[0] || len(t.Source) == 0 {
		return false
	}
	words := r.words(m, true)
	for _, s := range t.Source {
		for k := range r.words(s, true) {
			if words[k] {
				return true
			}
		}
	}
	h := r.head(m)
	return h != "" && !pronouns[h] && h == r.head(cover(t.Source))
}

// inner reports whether m is a source that t's own content tells of, beside a
// word of saying; people mark the outermost source only.
func (r *Record) inner(m Span, t *Attribution) bool {
	if m[1] <= m[0] {
		return false
	}
	for _, c := range t.Content {
		if c[0] <= m[0] && m[0] < c[1] {
			near := strings.ToLower(string(r.runes[max(c[0], m[0]-25):min(c[1], m[1]+25)]))
			for _, w := range saying {
				if strings.Contains(near, w) {
					return true
				}
			}
		}
	}
	return false
}

func (r *Record) ignored(s Span) bool {
	for _, x := range r.Ignore {
		if x[0] < s[1] && s[0] < x[1] {
			return true
		}
	}
	return false
}

// touched gives the attribution that holds at least half of p's words.
func (r *Record) touched(p *prediction) *Attribution {
	var best *Attribution
	most := 0
	for j := range r.Attributions {
		t := &r.Attributions[j]
		n := 0
		for _, c := range t.Content {
			for k := range p.all {
				n += one(c[0] <= k && k < c[1])
			}
		}
		if n > 0 && n >= most {
			most, best = n, t
		}
	}
	if 2*most < len(p.all) {
		return nil
	}
	return best
}

var (
	pronouns = set("he she they it i we you who him her his their its them us me")
	common   = set(`a an the of to in on at by for and or but that this it its is are was were be been being as with from he she they
		we i you his her their our who which has have had will would not no do does did so if than then`)
	saying = strings.Fields(`said says saying told tell tells telling added adds asked asks wrote writes tweeted called calls calling
		claimed claims claiming argued argues arguing described describes describing announced according warned noted
		declared declaring insisted`)
)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
