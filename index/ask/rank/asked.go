package rank

import (
	"math"

	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// asked looks for what the question asks for: things of its kind that it does
// not name itself.
type asked struct {
	m    *match
	said map[int32]bool // sentences in which somebody whom the question names is quoted
}

func newAsked(m *match) *asked {
	return &asked{m: m, said: m.saidBy()}
}

// longSentence bounds the words of a sentence that are looked at one by one.
const longSentence = 400

// fill sets the features of sentence i that depend on what is asked for.
func (k *asked) fill(v *[sentenceFeatures]float64, i int32) {
	m, a := k.m, k.m.a
	s := a.Sentences[i]
	s.Tokens[1] = min(s.Tokens[1], s.Tokens[0]+longSentence)
	hits := m.few(i)
	count, near := 0, math.Inf(1)
	for t := s.Tokens[0]; t < s.Tokens[1]; t++ {
		if !k.of(t, s, hits) {
			continue
		}
		count++
		for _, h := range hits {
			if h.token != t {
				near = min(near, math.Abs(float64(h.token-t)))
			}
		}
	}
	if count > 0 {
		v[sTyped] = 1
		if i := typedBy(m.q.Kind); i >= 0 {
			v[i] = 1
		}
		v[sTypedCount] = math.Log(float64(count))
		if !math.IsInf(near, 1) {
			v[sTypedNear] = math.Exp(-near / 8)
		}
	}
	switch m.q.Kind {
	case question.Number, question.Amount:
		v[sCounted] = truth(k.counted(s, hits))
	case question.Reason:
		v[sCause] = k.cause(s)
	case question.Definition, question.Identity:
		v[sDefines] = k.defines(s, hits)
	case question.Person:
		v[sAgent] = k.agent(s, hits)
	case question.Utterance:
		v[sQuoted] = truth(k.quoted(s))
	}
	if k.said[i] {
		// Without a verb of saying it is still a name that a sentence of
		// plain quoted words lacks.
		v[sSpeaker] = .3 + .7*truth(m.q.Kind == question.Utterance)
	}
}

// typedBy is the feature that says of questions of a kind alone that a
// sentence holds such a thing, -1 for none.
func typedBy(k question.Kind) int {
	switch k {
	case question.Person, question.Identity:
		return sTypedPerson
	case question.Place:
		return sTypedPlace
	case question.Date:
		return sTypedDate
	case question.Number, question.Amount:
		return sTypedNumber
	}
	return -1
}

// counted reports whether a number stands before a word for what is counted,
// with at most two words between them: "some 40 armed guards".
func (k *asked) counted(s article.Sentence, hits []hit) bool {
	for _, h := range hits {
		if k.m.q.Focus >= 0 && int(h.term) != k.m.q.Focus {
			continue
		}
		for t := max(s.Tokens[0], h.token-3); t < h.token; t++ {
			if k.m.a.FormAt(t).Class == lexicon.Numeral {
				return true
			}
		}
	}
	return false
}

// of reports whether token t is (part of) something of the kind asked for.
func (k *asked) of(t int32, s article.Sentence, hits []hit) bool {
	a := k.m.a
	for _, h := range hits {
		if h.token == t {
			return false
		}
	}
	f := &a.Vocab.Forms[a.Tokens[t].Form]
	switch k.m.q.Kind {
	case question.Person, question.Identity:
		return a.Named(t, s) && f.Class == lexicon.Open
	case question.Place:
		if !a.Named(t, s) || f.Class != lexicon.Open {
			return false
		}
		if t == 0 {
			return true // the dateline
		}
		if t > s.Tokens[0] {
			switch a.FormText(t - 1) {
			case "in", "at", "from", "to", "near", "of", "the", "into", "outside":
				return true
			}
		}
		return false
	case question.Date:
		return f.Class == lexicon.Month || f.Class == lexicon.Weekday || f.Time || year(f.Text)
	case question.Number, question.Amount:
		if k.m.q.Times && frequencies[f.Text] {
			return true
		}
		if k.m.q.Age {
			return f.Class == lexicon.Numeral && a.Age(t, s)
		}
		if k.m.q.Kind == question.Number {
			return f.Class == lexicon.Numeral
		}
		return f.Class == lexicon.Numeral || f.Class == lexicon.Unit && k.m.q.Spell == spells[f.Text]
	}
	return false
}

// frequencies say how often without a number.
var frequencies = lexicon.Set("once twice thrice daily weekly monthly yearly annually hourly")

// spells are the units that are of time.
var spells = lexicon.Set("year years month months weeks days hours minutes seconds decades centuries")

// year reports whether a form is a year: 1000 to 2100, or "1990s".
func year(form string) bool {
	if len(form) == 5 && form[4] == 's' {
		form = form[:4]
	}
	if len(form) != 4 || form[0] != '1' && form[0] != '2' || form[0] == '2' && form[1] > '1' {
		return false
	}
	for i := range form {
		if form[i] < '0' || form[i] > '9' {
			return false
		}
	}
	return true
}

// causes are words that introduce a reason.
var causes = lexicon.Set("because since due reason reasons result cause caused causes therefore hence so owing thanks triggered sparked prompted led order")

func (k *asked) cause(s article.Sentence) float64 {
	best := 0.0
	for t := s.Tokens[0]; t < s.Tokens[1]; t++ {
		text := k.m.a.FormText(t)
		switch {
		case causes[text]:
			return 1
		case text == "to" || text == "for" || text == "as":
			best = .3
		}
	}
	return best
}

// defines looks for "X is a", "X, the", "the ..., X," around a found word.
func (k *asked) defines(s article.Sentence, hits []hit) float64 {
	a := k.m.a
	text := a.Doc.Article.Paragraphs[s.Passage].Text
	best := 0.0
	for n, h := range hits {
		if h.level&(same|exact|pointed) == 0 || n+1 < len(hits) && hits[n+1].token == h.token+1 {
			continue
		}
		next := h.token + 1
		if next >= s.Tokens[1] {
			continue
		}
		between := a.Gap(next, text)
		f := &a.Vocab.Forms[a.Tokens[next].Form]
		switch {
		case f.Text == "is" || f.Text == "are" || f.Text == "was" || f.Text == "were" || f.Text == "means" || f.Text == "refers":
			best = max(best, 1)
		case len(between) > 1 && between[0] == ',' && (f.Class == lexicon.Determiner || f.Class == lexicon.Possessive || f.Class == lexicon.Open && !a.Tokens[next].Upper):
			best = max(best, .8)
		case len(between) > 1 && between[1] == '(':
			best = max(best, .6)
		}
		first := h.token
		for first > s.Tokens[0] && a.Tokens[first-1].Upper {
			first--
		}
		if first > s.Tokens[0] {
			before := a.Gap(first, text)
			if len(before) > 1 && before[0] == ',' {
				best = max(best, .5)
			} else if g := &a.Vocab.Forms[a.Tokens[first-1].Form]; before == " " && g.Class == lexicon.Open {
				best = max(best, .4)
			}
		}
	}
	return best
}

// agent looks for "by NAME" after, or NAME right before, a found word that is
// no name.
func (k *asked) agent(s article.Sentence, hits []hit) float64 {
	a := k.m.a
	best := 0.0
	for _, h := range hits {
		if k.m.name[h.term] {
			continue
		}
		for t := h.token + 1; t < min(h.token+4, s.Tokens[1]); t++ {
			if a.FormText(t) == "by" {
				best = 1
			}
		}
		for t := max(s.Tokens[0], h.token-3); t < h.token; t++ {
			if a.Named(t, s) {
				best = max(best, .6)
			}
		}
	}
	return best
}

// quoted reports whether a quote overlaps the sentence.
func (k *asked) quoted(s article.Sentence) bool {
	x := k.m.a.Doc.Quotes
	if x == nil {
		return false
	}
	for i := range x.Quotes {
		if q := &x.Quotes[i]; q.Ref.Paragraph == int(s.Passage)+1 && q.Ref.Overlaps(s.Span) {
			return true
		}
	}
	return false
}

// saidBy notes, for a question with names, the sentences in which somebody of
// such a name is quoted.
func (m *match) saidBy() map[int32]bool {
	x := m.a.Doc.Quotes
	if x == nil || len(x.Quotes) == 0 {
		return nil
	}
	var out map[int32]bool
	asked := map[string]bool{}
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if q.Speaker == "" || q.Ref.Paragraph < 1 || q.Ref.Paragraph > len(m.a.Passages) {
			continue
		}
		is, seen := asked[q.Speaker]
		if !seen {
			is = m.namesSpeaker(q.Speaker)
			asked[q.Speaker] = is
		}
		if !is {
			continue
		}
		p := m.a.Passages[q.Ref.Paragraph-1]
		for s := p.Sentences[0]; s < p.Sentences[1]; s++ {
			if m.a.Sentences[s].Span.Overlaps(q.Ref.Span) {
				if out == nil {
					out = map[int32]bool{}
				}
				out[s] = true
			}
		}
	}
	return out
}

// namesSpeaker reports whether the question has a name that is the speaker's.
func (m *match) namesSpeaker(speaker string) bool {
	for i := range m.q.Terms {
		if m.name[i] && nameHas(speaker, m.q.Terms[i].Form) {
			return true
		}
	}
	return false
}

// nameHas reports whether form is one of the words of name.
func nameHas(name, form string) bool {
	var buf [32]byte
	for start, end := range words.Terms(name) {
		if string(words.AppendFold(buf[:0], name[start:end])) == form {
			return true
		}
	}
	return false
}
