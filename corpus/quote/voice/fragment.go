package voice

import "github.com/verbatim-bot/verbatim/corpus/language"

// fragment decides on words in marks that are part of a sentence around them.
func (p *page) fragment(q *paragraph, v verdict, s *speech, first, last int, past []verdict) verdict {
	ts := q.tokens
	v.why = "term"
	if p.x.Postposed && first > 0 && s.words <= fewWords+1 && ts[first-1].kind == word && ts[first-1].is.Is(language.Opening) && !p.denounces(q, first) {
		return v // "el «muro de los franceses»"
	}
	if first > 0 && ts[first-1].kind == word && ts[first-1].is.Is(language.Scare|language.Outlet) || p.title(q, s, first) {
		return v
	}
	best, gap := -1, 1<<30
	for c := range q.cuesBetween(ts[first].sentence, ts[last].sentence) {
		x := &q.cues[c]
		if ts[x.token].sentence != ts[first].sentence && ts[x.token].sentence != ts[last].sentence || x.is.Is(language.Cry) && x.token < first && !(p.x.Postposed && x.is.Is(language.Say)) {
			continue
		}
		d := first - x.token
		if d < 0 {
			d = 2 * (x.token - last)
		}
		if x.source < 0 && x.how != dropped && x.how != carried {
			d += 10
		}
		if x.source >= 0 && p.passedOn(q, &q.mentions[x.source]) {
			d += 60
		}
		if b := x.first - 1; p.x.Postposed && b >= 0 && x.how == inverted && x.stop < first && ts[b].is.Is(language.Subordinate) && !ts[b].is.Is(language.That) && x.stop < len(ts) && ts[first-1].lower != ":" {
			d += 20 // ", comme l'a dit Calloway, …"
		}
		if d < gap {
			best, gap = c, d
		}
	}
	if best < 0 {
		if p.reported(q, ts[first].sentence) { // "Das Angebot sei „eine Frechheit“."
			if f, n, m := p.reporter(q, ts[first].sentence, past, nil); f >= 0 {
				v.why, v.figure, v.paragraph, v.mention, v.sure = "", f, n, m, sureImplied
			}
		}
		return v
	}
	if p.x.CapitalNouns && s.capital && s.words <= 3 && gap > 3 && first > 0 && ts[first-1].kind == word && ts[first-1].is.Is(language.Opening|language.Preposition) {
		return v // "in der „Wahl-Arena“"
	}
	if x := &q.cues[best]; p.x.Postposed && x.is.Is(language.Think) && !x.is.Is(language.Say) {
		for c := best - 1; c >= 0 && ts[q.cues[c].token].sentence == ts[x.token].sentence; c-- {
			if y := &q.cues[c]; y.is.Is(language.Say) && y.how != accord && p.hangs(q, x.first) {
				best = c // "elle dit que Calloway veut « … »"
				break
			}
		}
	}
	x := &q.cues[best]
	w := p.credit(q, v, best)
	w.why = ""
	if w.figure < 0 && w.mention < 0 && s.words <= fewWords+2 && !(p.x.Postposed && gap == 1 && x.is.Is(language.Say)) {
		return v
	}
	if x.is.Is(language.Think) && !x.is.Is(language.Say) && s.words <= fewWords || s.words <= 3 && s.capital && !p.x.CapitalNouns || s.words == 1 && gap > 4 && !x.is.Is(language.Say) {
		return v
	}
	w.sure = min(w.sure, sureColon)
	return w
}

// entitled reports whether the word behind s, without a mark between them, shows
// that s is what something is called: "das „Wort“ heißt", "hatte das „Blatt“
// berichtet", "«Вечерней почте» сообщили".
func (p *page) entitled(q *paragraph, s *speech, first, last int) bool {
	ts := q.tokens
	n := last + 1
	if p.x.Postposed || s.dashed || n >= len(ts) || ts[n].sentence != ts[last].sentence || ts[n].kind != word || s.words > fewWords || s.ending != "" {
		return false
	}
	if p.x.Genitive != nil {
		return s.capital && ts[n].is.Is(language.Reports)
	}
	return ts[n].is.Is(language.Scare) && (n+1 >= len(ts) || !ts[n+1].is.Is(language.Pronoun)) || s.capital && first > 0 && ts[first-1].is.Is(language.Definite) && ts[n].is.Is(language.Reports)
}

// denounces reports whether a reporting verb stands a word or two before the
// article before ts[first]: "dénonce un « désastre »".
func (p *page) denounces(q *paragraph, first int) bool {
	ts := q.tokens
	if !ts[first-1].is.Is(language.Indefinite) {
		return false
	}
	for c := range q.cuesIn(ts[first].sentence) {
		if x := &q.cues[c]; x.token < first && x.token >= first-3 && x.is.Is(language.Say) && x.source >= 0 && p.speeches[ts[first].speech].words > 1 {
			return true
		}
	}
	return false
}

// title reports whether s is a name rather than words that were said: behind a
// noun, in capitals.
func (p *page) title(q *paragraph, s *speech, first int) bool {
	ts := q.tokens
	if first == 0 || ts[first-1].kind != word || !s.capital || s.words > 6 {
		return false
	}
	b := &ts[first-1]
	if p.x.CapitalNouns {
		return b.capital
	}
	return !b.is.Is(language.Reports|language.That|language.Preposition) || b.is.Is(speakers)
}

// reported reports whether the sentence of q is told in the form that reported
// speech alone has.
func (p *page) reported(q *paragraph, sentence int) bool {
	for i := q.starts[sentence]; i < len(q.tokens) && q.tokens[i].sentence == sentence; i++ {
		if t := &q.tokens[i]; t.is.Is(language.Report) && p.subjunctive(q, i) {
			return true
		}
	}
	return false
}

// subjunctive reports whether ts[i] is a form of reported speech here: no first
// person is its subject, and it is no noun or adjective.
func (p *page) subjunctive(q *paragraph, i int) bool {
	ts := q.tokens
	if ts[i].capital && (!ts[i].first || !ts[i].is.Is(language.Auxiliary)) {
		return false
	}
	for k := max(0, i-2); k < min(len(ts), i+3); k++ {
		if k != i && ts[k].kind == word && ts[k].is.Is(language.Self) && ts[k].sentence == ts[i].sentence {
			return false
		}
	}
	if i > 0 && ts[i-1].is.Is(language.Opening) && !ts[i-1].is.Is(language.Pronoun) && i+1 < len(ts) && ts[i+1].capital {
		return false
	}
	return true
}

// reporter gives whose words the sentence of q reports that does not say so:
// the speaker or the subject of the sentence before.
func (p *page) reporter(q *paragraph, sentence int, past []verdict, told []statement) (f, n, m int) {
	ts := q.tokens
	if i := len(told) - 1; i >= 0 && told[i].v.figure >= 0 { // the sentence before goes on with what somebody says
		if told[i].sentence == sentence-1 {
			return told[i].v.figure, told[i].v.paragraph, told[i].v.mention
		}
	}
	for k := q.speechFrom(p, sentence) - 1; k >= q.first && k < len(past); k-- {
		if ts[p.speeches[k].tokens[0]].sentence < sentence-2 {
			break
		}
		if t := p.speeches[k].tokens[0]; ts[t].sentence < sentence && ts[t].sentence >= sentence-2 && past[k].figure >= 0 {
			// Somebody else may have come in between.
			if s := ts[p.speeches[k].tokens[len(p.speeches[k].tokens)-1]].sentence; s+1 < sentence {
				if j := p.topic(q, sentence-1); j >= 0 && p.figures[q.mentions[j].figure].person {
					break
				}
			}
			return past[k].figure, past[k].paragraph, past[k].mention
		}
	}
	for s := sentence - 1; s >= 0 && s >= sentence-3; s-- {
		for c := range q.cuesIn(s) {
			if x := &q.cues[c]; ts[x.token].sentence == s && x.source >= 0 && q.mentions[x.source].figure >= 0 && (x.is.Is(language.Say|language.Think|language.Deny) || p.saidIn(q, s)) {
				return q.mentions[x.source].figure, q.n, x.source
			}
		}
		if p.reported(q, s) {
			return -1, 0, -1 // it is not known who says that
		}
		if k := p.topic(q, s); k >= 0 && p.figures[q.mentions[k].figure].named {
			return q.mentions[k].figure, q.n, k
		}
	}
	if sentence == 0 && len(past) > 0 {
		if v := &past[len(past)-1]; v.figure >= 0 && p.speeches[len(past)-1].paragraph == q.n-1 && p.endsParagraph(len(past)-1) {
			return v.figure, v.paragraph, v.mention
		}
	}
	return -1, 0, -1
}

// endsParagraph reports whether no sentence comes behind speech k in its
// paragraph but the one that says whose it is.
func (p *page) endsParagraph(k int) bool {
	q := &p.paragraphs[p.speeches[k].paragraph]
	t := p.speeches[k].tokens[len(p.speeches[k].tokens)-1]
	return q.tokens[len(q.tokens)-1].sentence <= q.tokens[t].sentence+1
}
