package voice

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// via gives the agency or paper to which the source of cue c speaks, as the
// article names it: "sagte Calloway der dpa", "dem „Kurier“"; "" when none is
// named.
func (p *page) via(q *paragraph, c int) string {
	if c < 0 {
		return ""
	}
	ts := q.tokens
	x := &q.cues[c]
	sentence := ts[x.token].sentence
	for k := max(0, x.first-8); k < len(ts) && k < x.stop+14; k++ {
		t := &ts[k]
		switch {
		case t.sentence != sentence:
			continue
		case t.kind == punct && k > x.stop && (!p.x.Postposed || x.how != inverted || k >= x.stop):
			return ""
		case t.kind == word && t.is.Is(language.Agency):
			if x.source >= 0 && q.mentions[x.source].first <= k && k < q.mentions[x.source].stop {
				continue
			}
			end := t.End
			for k+1 < len(ts) && ts[k+1].kind == word && ts[k+1].capital && ts[k+1].is.Is(language.Agency) {
				k++
				end = ts[k].End
			}
			return q.text[t.Start:end]
		case t.kind == said && k >= x.stop && ts[k-1].kind == word && p.addresses(ts, k),
			t.kind == said && k == x.token+1 && !p.x.Postposed && x.source >= 0 && q.mentions[x.source].first > k:
			return inner(q.text, t.Span)
		case p.x.Postposed && t.kind == word && t.is.Is(language.Outlet) && k > x.token && p.titled(ts, k) > k:
			from, e := k, p.titled(ts, k)
			if !t.capital {
				if from++; joining(ts[from].lower) {
					from++
				}
			}
			return q.text[ts[from].Start:ts[e-1].End]
		case t.kind == word && t.is.Is(language.Outlet) && k+1 < len(ts) && (ts[k+1].kind == said || ts[k+1].kind == word && ts[k+1].capital && p.mayName(&ts[k+1])) && k > 0 && k >= x.stop:
			if ts[k+1].kind == said {
				return inner(q.text, ts[k+1].Span)
			}
			e := k + 1
			for e+1 < len(ts) && ts[e+1].kind == word && ts[e+1].capital && p.mayName(&ts[e+1]) {
				e++
			}
			return q.text[ts[k+1].Start:ts[e].End]
		}
	}
	return ""
}

// titled gives the end of the name of the paper or station that the noun ts[k]
// begins: "Radio Calloway", "micro de France Calloway"; k when it has none.
func (p *page) titled(ts []token, k int) int {
	e := k + 1
	if e < len(ts) && ts[e].kind == word && joining(ts[e].lower) && !ts[k].capital {
		e++
	}
	from := e
	if e < len(ts) && ts[e].is.Is(language.Agency) {
		return e + 1
	}
	for e < len(ts) && ts[e].kind == word && ts[e].capital {
		e++
	}
	if e == from {
		return k
	}
	return e
}

// outlet reports whether words in marks at ts[i] name the paper to which
// somebody speaks in its sentence.
func (p *page) outlet(q *paragraph, i int) bool {
	ts := q.tokens
	if i == 0 || ts[i-1].kind != word || strings.ContainsAny(q.text[ts[i].Start:ts[i].End], ",!?;") {
		return false
	}
	if ts[i-1].is.Is(language.Outlet) {
		return true
	}
	if ts[i-1].is.Has(language.Say|language.Finite) && !p.x.Postposed && i > 1 && (ts[i-2].kind == dash || ts[i-2].lower == ",") {
		return k0(ts, i) // "сказала «Вечерней почте» директор"
	}
	return p.addresses(ts, i) && k0(ts, i)
}

// addresses reports whether the words before ts[k] make it the paper to which
// somebody speaks: "dem „Kurier“", "au « Courrier »".
func (p *page) addresses(ts []token, k int) bool {
	if !p.x.Postposed {
		return ts[k-1].is.Is(language.Outlet) || ts[k-1].is.Is(language.Opening) && (ts[k-1].is.Is(language.Oblique) || nominative(&ts[k-1])) &&
			p.speeches[ts[k].speech].words <= fewWords && p.speeches[ts[k].speech].capital
	}
	if s := &p.speeches[ts[k].speech]; !s.capital || s.words > fewWords || s.ending != "" {
		return false
	}
	return ts[k-1].is.Is(language.Outlet) || ts[k-1].is.Is(language.Preposition) && !joining(ts[k-1].lower) || ts[k-1].is.Is(language.Definite) && k > 1 && ts[k-2].is.Is(language.Preposition) && !joining(ts[k-2].lower)
}
