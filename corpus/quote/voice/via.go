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
		case t.kind == punct && k > x.stop:
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
		case t.kind == said && k >= x.stop && ts[k-1].kind == word && (ts[k-1].is.Is(language.Opening | language.Outlet)):
			return inner(q.text, t.Span)
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
	return ts[i-1].is.Is(language.Opening) && k0(ts, i)
}
