package voice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// page is an article as the finder sees it.
type page struct {
	x          *language.Lexicon
	paragraphs []paragraph
	speeches   []speech // in text order
	figures    []*figure
	parts      map[string]*part   // parts of names, by every basic form that they may have
	heard      map[string]bool    // words with a capital that stand as a name does beside a reporting verb, where all nouns have capitals
	twins      map[[2]string]bool // pairs of words that only the text shows to be a first name and a surname
	lowered    map[string]bool    // words that stand in lower case somewhere, as far as names need to know
	byPart     map[string][]int   // the figures by a part of their name
	bases      map[string][]string
	global     int       // sentences before the paragraph that is heard
	past       []verdict // on the speeches so far
	told       []statement
}

// paragraph is one paragraph taken apart.
type paragraph struct {
	n        int // 0 is the title
	text     string
	tokens   []token
	mentions []mention
	cues     []cue
	first    int // index in page.speeches of its first speech
	end      int
	asides   []corpus.Span
	starts   []int // the first token of each sentence
	sorted   int   // so many cues are in the order of their words; guesses stand behind them
	before   int   // sentences before it in the article
}

// read takes an article apart: speeches, tokens, mentions, cues.
func read(g *syntax.Page, x *language.Lexicon) *page {
	p := &page{x: x, paragraphs: make([]paragraph, len(g.Paragraphs)), parts: map[string]*part{}, lowered: map[string]bool{}, heard: map[string]bool{}, twins: map[[2]string]bool{}, bases: map[string][]string{}, byPart: map[string][]int{}}
	var buf []token
	lines := p.dialogue(g)
	for n := range g.Paragraphs {
		q := &p.paragraphs[n]
		q.n, q.text, q.first = n, g.Paragraphs[n].Text, len(p.speeches)
		if lines[n] && len(q.text) <= longest {
			buf = p.line(q, buf)
		}
		for _, r := range g.Paragraphs[n].Runs {
			if q.end = len(p.speeches); len(p.speeches) > q.first && overlaps(p.speeches[q.first:], r.Span) {
				continue // marks inside what is said behind a dash
			}
			s := speech{paragraph: n, Span: r.Span, closed: r.Closed}
			s.measure(q.text)
			if x.Inside && len(q.text) <= longest {
				holes := asides(x, q.text, r.Start, r.End, false, buf)
				s.parts = rest(q.text, r.Span, holes)
				q.asides = append(q.asides, holes...)
			}
			if len(s.parts) == 0 {
				s.parts = []corpus.Span{r.Span}
			}
			p.speeches = append(p.speeches, s)
		}
		q.end = len(p.speeches)
		p.split(q)
	}
	return p
}

func overlaps(all []speech, s corpus.Span) bool {
	for i := range all {
		if all[i].Overlaps(s) {
			return true
		}
	}
	return false
}

// split makes the tokens of q: plain words, and one token for each part of a
// speech.
func (p *page) split(q *paragraph) {
	ts := make([]token, 0, len(q.text)/6+4)
	at := 0
	for k := q.first; k < q.end; k++ {
		s := &p.speeches[k]
		for _, part := range s.parts {
			ts = tokenize(p.x, q.text, at, part.Start, ts)
			s.tokens = append(s.tokens, len(ts))
			ts = append(ts, token{Span: part, kind: said, speech: k})
			at = part.End
		}
		if at < s.End {
			// The narrator's words may end the speech; its closing mark is no word.
			ts = tokenize(p.x, q.text, at, s.End, ts)
			for len(ts) > 0 && ts[len(ts)-1].kind == punct && ts[len(ts)-1].Start >= at && strings.ContainsAny(ts[len(ts)-1].lower, "\"“”„«»‹›‘’") {
				ts = ts[:len(ts)-1]
			}
			at = s.End
		}
	}
	q.tokens = tokenize(p.x, q.text, at, len(q.text), ts)
	sentences(p.x, q.tokens, func(k int) bool {
		return stops(p.speeches[k].ending)
	})
	if e := p.x.ReportEnding; e != "" {
		for i := 1; i+1 < len(q.tokens); i++ { // "Seit Jahren zähle sie …"
			if t, n := &q.tokens[i], &q.tokens[i+1]; t.kind == word && !t.capital && t.is == 0 && strings.HasSuffix(t.lower, e) && n.is.Is(language.Pronoun) && !n.capital && !n.is.Is(language.Oblique|language.Demonstrate) {
				t.is = language.Verb | language.Report
			}
		}
	}
	for i := range q.tokens {
		if q.tokens[i].sentence == len(q.starts) {
			q.starts = append(q.starts, i)
		}
	}
}

// dialogue tells which paragraphs are lines of a dialogue: they begin with a
// dash, and in one of the lines next to each other the narrator says who speaks.
func (p *page) dialogue(g *syntax.Page) []bool {
	lines := make([]bool, len(g.Paragraphs))
	if !p.x.Dialogue {
		return lines
	}
	var buf []token
	for n := 1; n < len(lines); n++ {
		text := g.Paragraphs[n].Text
		if lines[n] || len(text) > longest {
			continue
		}
		if e := dashed(text); e == 0 || len(asides(p.x, text, e, len(text), true, buf)) == 0 && !p.asked(g, n) {
			continue
		}
		for k := n; k > 0 && dashed(g.Paragraphs[k].Text) > 0; k-- {
			lines[k] = true
		}
		for k := n; k < len(lines) && dashed(g.Paragraphs[k].Text) > 0; k++ {
			lines[k] = true
		}
	}
	return lines
}

// asked reports whether paragraph n is a question behind a dash with an answer
// behind a dash below it, as interviews are printed.
func (p *page) asked(g *syntax.Page, n int) bool {
	text := g.Paragraphs[n].Text
	if !p.x.Inside || p.x.Postposed || n+1 >= len(g.Paragraphs) || !strings.HasSuffix(text, "?") {
		return false
	}
	e := dashed(g.Paragraphs[n+1].Text)
	r, _ := utf8.DecodeRuneInString(text[dashed(text):])
	a, _ := utf8.DecodeRuneInString(g.Paragraphs[n+1].Text[e:])
	return e > 0 && unicode.IsUpper(r) && unicode.IsUpper(a)
}

// dashed gives where the words behind the dash that text begins with begin, 0
// when it begins with none.
func dashed(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if r != '—' && r != '–' && r != '―' && r != '-' {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(text[n:])
	if r == '-' && !unicode.IsSpace(next) {
		return 0
	}
	return n + len(text[n:]) - len(strings.TrimLeftFunc(text[n:], unicode.IsSpace))
}

// line makes the speeches of a line of dialogue.
func (p *page) line(q *paragraph, buf []token) []token {
	from := dashed(q.text)
	holes := asides(p.x, q.text, from, len(q.text), true, buf)
	q.asides = holes
	for _, part := range rest(q.text, corpus.Span{Start: from, End: len(q.text)}, holes) {
		s := speech{paragraph: q.n, Span: part, closed: true, dashed: true, parts: []corpus.Span{part}}
		s.measure(q.text)
		p.speeches = append(p.speeches, s)
	}
	return buf
}

// longest is the longest paragraph that is read as prose, in bytes; in a longer
// one, which no newspaper prints, only the marks are looked at.
const longest = 32 << 10
