package rank

import (
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// beside reports whether a passage lacks what no answer can do without,
// however many of the question's words it has.
func (r *Ranking) beside(passage int) bool {
	p := r.m.a.Passages[passage]
	// "Who is the president of Ukraine?" is not answered by a passage that has
	// a president here and Ukraine there,
	if thing, owner := r.m.q.OfName(); thing >= 0 && !r.together(p, thing, owner) {
		return true
	}
	// "what does ABC stand for?" by one that has not the words,
	if r.m.q.StandsFor() >= 0 {
		if from, _ := r.writtenOut(); from < p.Tokens[0] || from >= p.Tokens[1] {
			return true
		}
	}
	// "what did X say?" by one in which others speak and X is not,
	if r.othersSpeak(p) {
		return true
	}
	// "how old is X?" by one that has no number,
	if r.m.q.Age && r.untyped(p) {
		return true
	}
	// "who said it is what it is?" by one that has not just these words,
	if from, to := r.m.q.Literally(); from < to && r.literal != passage+1 && !r.m.q.Content(from, to) {
		return true
	}
	// nor "who said that '...'?" by one in which nobody says that.
	return r.m.q.Kind == question.Person && r.m.misquoted(p) > .5
}

// abroad gives the names of the question, words[i:j] of it, that the article has
// in no form. Of 2,698 questions of the sets shown that have an answer, two have
// such a name, and of 4,000 of other sets six; of those without an answer about
// the same articles, a sixth do, of those about something else two in three.
func (m *match) abroad() [][2]int {
	if m.a.Vocab.Language != "en" {
		return nil
	}
	var out [][2]int
	for _, at := range m.q.Names() {
		var name, forms []string
		gone, named := false, false
		for _, w := range m.q.Words[at[0]:at[1]] {
			if w.Term < 0 {
				continue
			}
			has, here := m.named(w.Term)
			gone, named = gone || !here, named || has
			name, forms = append(name, w.Text), append(forms, w.Form)
		}
		if gone && !named && !m.a.Names(name, forms) {
			out = append(out, at)
		}
	}
	return out
}

// named reports whether the article has a term of the question, or what stands
// for it, with a capital, and whether it has it at all: where there is only
// "steel" there is no Tata Steel. What is no more than like it must have one.
func (m *match) named(term int) (named, here bool) {
	for _, h := range m.hits {
		if int(h.term) != term {
			continue
		}
		upper := h.level&pointed != 0 || m.a.Tokens[h.token].Upper
		surely := h.level&(same|exact|pointed) != 0
		named, here = named || upper, here || surely || upper && !shouted(m.q.Words[m.q.Terms[term].Word].Text)
	}
	return named, here
}

// othersSpeak reports whether the question asks for the words of somebody, by
// name or by a role that the article tells of somebody, who is nowhere quoted,
// or not in what is shown of p: neither by a quote of theirs, nor by their name
// before a verb of saying.
func (r *Ranking) othersSpeak(p article.Passage) bool {
	m := r.m
	first, last := r.excerpt(p)
	if len(m.wordsOf) == 0 || m.a.Doc.Quotes == nil || first < 0 {
		return false
	}
	if !slices.ContainsFunc(m.wordsOf, func(t int) bool { return m.name[t] }) && (len(m.theirs) > 0 || !slices.Contains(m.spoken, true)) {
		return false // a role may be told in other words, unless somebody has it and is not quoted
	}
	for i := first; i <= last; i++ {
		if m.theirs[i] {
			return false
		}
	}
	for _, h := range m.hits[m.of[first]:m.of[last+1]] {
		next := h.token + 1
		if !slices.Contains(m.wordsOf, int(h.term)) || h.level&(exact|same) == 0 || int(next) >= len(m.a.Tokens) || m.a.SentOf[next] != m.a.SentOf[h.token] {
			continue
		}
		if f := m.a.FormAt(next); (f.Class == lexicon.Adverb || f.Class == lexicon.Auxiliary) && int(next)+1 < len(m.a.Tokens) {
			next++
		}
		if question.Says(m.a.FormText(next)) {
			return false
		}
	}
	return true
}

// together reports whether the excerpt of passage p has both terms in one
// phrase, by stem or derivation.
func (r *Ranking) together(p article.Passage, x, y int) bool {
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
			if int(o.term) == y && -phraseWords <= d && d <= phraseWords && r.m.a.SentOf[o.token] == r.m.a.SentOf[h.token] {
				return true
			}
		}
	}
	return false
}

// phraseWords is how far besideShare "president" and "Ukraine" may stand and still
// be one phrase: "the president of the republic of Ukraine".
const phraseWords = 6

// misquoted is the share of neighbouring words in the question's quotations
// that are not neighbours in p, 0 when it quotes nothing: who asks who said
// "We will never pay" is not answered by a passage in which nobody says so.
func (m *match) misquoted(p article.Passage) float64 {
	pairs := map[[2]string]bool{} // whether p has them
	for _, s := range m.q.Quoted {
		for i := s[0] + 1; i < s[1]; i++ {
			pairs[[2]string{m.q.Words[i-1].Form, m.q.Words[i].Form}] = false
		}
	}
	if len(pairs) == 0 {
		return 0
	}
	for t := p.Tokens[0] + 1; t < p.Tokens[1]; t++ {
		pair := [2]string{m.a.FormText(t - 1), m.a.FormText(t)}
		if _, asked := pairs[pair]; asked {
			pairs[pair] = true
		}
	}
	gone := 0
	for _, here := range pairs {
		if !here {
			gone++
		}
	}
	return float64(gone) / float64(len(pairs))
}

// besideShare is what is left of the confidence in a passage that is beside the
// point, or in an article that has not the question's names.
const besideShare = .6
