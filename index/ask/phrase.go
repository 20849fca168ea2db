package ask

// ofName finds "... is the A of B" with a name B: the terms of A and of B's
// first name, or -1, -1 also when it says more than that. Such a question asks for one thing that belongs to B.
func (q *query) ofName() (thing, owner int) {
	for i := 2; i+1 < len(q.words); i++ {
		if q.words[i].form != "of" || q.words[i-1].term < 0 {
			continue
		}
		be := false
		for _, w := range q.words[max(0, i-5) : i-1] {
			be = be || w.form == "is" || w.form == "was" || w.form == "are" || w.form == "were"
		}
		j := i + 1
		if q.words[j].class == determiner && j+1 < len(q.words) {
			j++
		}
		if be && q.words[j].term >= 0 && q.terms[q.words[j].term].name && !vague[q.words[i-1].form] {
			thing, owner = q.words[i-1].term, q.words[j].term
			for k := range q.terms {
				if k != thing && !q.terms[k].name {
					return -1, -1 // more than the phrase is asked about
				}
			}
			return thing, owner
		}
	}
	return -1, -1
}

// vague are nouns before "of" that an answer need not have.
var vague = classesOf("name names kind type sort number part cause reason result purpose meaning use role end beginning date year time place location one most many some")

// phraseWords is how far apart "president" and "Ukraine" may stand and still
// be one phrase: "the president of the republic of Ukraine".
const phraseWords = 6

// together reports whether the excerpt of passage p has both terms in one
// phrase, by stem or derivation.
func (r *ranking) together(p passage, x, y int) bool {
	first, last := r.excerpt(p)
	if first < 0 {
		return false
	}
	hits := r.m.hits[r.m.of[first]:r.m.of[last+1]]
	hits = hits[:min(len(hits), fewHits)]
	for _, h := range hits {
		if int(h.term) != x || h.level&^para == 0 {
			continue
		}
		for _, o := range hits {
			d := o.token - h.token
			if int(o.term) == y && -phraseWords <= d && d <= phraseWords && r.m.a.sentOf[o.token] == r.m.a.sentOf[h.token] {
				return true
			}
		}
	}
	return false
}
