package check

import "github.com/verbatim-bot/verbatim/corpus"

// changes lists the differences of an alignment with their risks. To is cut
// from the purported text, From from the article.
func (a *alignment) changes(q *quoteIndex, purported string) []Change {
	var out []Change
	t, seq := a.seq.text, a.seq.places
	for _, e := range a.edits {
		if e.same() {
			continue
		}
		e = a.widened(q, e)
		c := Change{Op: Replace}
		switch {
		case e.i0 == e.i1:
			c.Op = Delete
		case e.j0 == e.j1:
			c.Op = Insert
		}
		var from, to []said
		for j := e.j0; j < e.j1; j++ {
			p := seq[j]
			raw, _ := t.doc.Article.Cut(t.ref(p, p))
			from = append(from, said{p.fold, raw, p.fresh})
		}
		for i := e.i0; i < e.i1; i++ {
			w := q.want[i]
			to = append(to, said{w.fold, purported[w.span.Start:w.span.End], freshIn(purported, w.span)})
		}
		if len(from) > 0 {
			c.From = a.cut(e.j0, e.j1)
		}
		if len(to) > 0 {
			c.To = purported[q.want[e.i0].span.Start:q.want[e.i1-1].span.End]
		}
		c.Risk = risk(from, to, t.isName)
		out = append(out, c)
	}
	return out
}

// widened takes the other half of a contraction into a change of one half, so
// that "isn't" became "is", and not that "not" was left out.
func (a *alignment) widened(q *quoteIndex, e edit) edit {
	if a.seq.splits(e.j0) && e.j0 < e.j1 || q.halves(e.i0) && e.i0 < e.i1 {
		if e.i0 > 0 && e.j0 > 0 && q.ids[e.i0-1] == q.of(a.seq.places[e.j0-1]) {
			e.i0, e.j0 = e.i0-1, e.j0-1
		}
	}
	if a.seq.splits(e.j1) && e.j0 < e.j1 || q.halves(e.i1) && e.i0 < e.i1 {
		if e.i1 < len(q.want) && e.j1 < len(a.seq.places) && q.ids[e.i1] == q.of(a.seq.places[e.j1]) {
			e.i1, e.j1 = e.i1+1, e.j1+1
		}
	}
	return e
}

// cut gives the article's words of places [j0,j1), as stored; where they run
// over paragraphs or an interruption, the parts are joined by a space.
func (a *alignment) cut(j0, j1 int) string {
	var out string
	for _, r := range refs(block{seq: a.seq, j: j0, n: j1 - j0}) {
		s, err := a.seq.text.doc.Article.Cut(r)
		if err != nil {
			continue // unreachable: places lie on words of the article
		}
		if out != "" {
			out += " "
		}
		out += s
	}
	return out
}

// refs names the words of a block: one Ref for each stretch that stands
// together in one paragraph.
func refs(b block) []corpus.Ref {
	var out []corpus.Ref
	seq, first := b.seq.places, b.j
	for j := b.j; j < b.j+b.n; j++ {
		end := j+1 == b.j+b.n || seq[j+1].para != seq[j].para || seq[j+1].run != seq[j].run && seq[j].run >= 0 && seq[j+1].run >= 0
		if end {
			out = append(out, b.seq.text.ref(seq[first], seq[j]))
			first = j + 1
		}
	}
	return out
}
