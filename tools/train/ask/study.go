package main

import (
	"fmt"
	"slices"
	"unicode/utf8"

	analysed "github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// study is everything that one model makes of the sets' questions.
type study struct {
	table   table
	judged  []judged
	atGold  []marking // in the excerpt of the right passage: to learn from
	atFirst []marking // in the excerpt of the first passage: to measure
	wrong   []string  // the questions whose first passage is wrong, in words
}

func (s *study) merge(o study) {
	if s.table == nil {
		s.table = table{}
	}
	s.table.merge(o.table)
	s.judged = append(s.judged, o.judged...)
	s.atGold = append(s.atGold, o.atGold...)
	s.atFirst = append(s.atFirst, o.atFirst...)
	s.wrong = append(s.wrong, o.wrong...)
}

// examine asks every question of the sets, those without an answer too.
func examine(m *rank.Model, words *lexicon.Lexicon, sets []*set, keep func(*article) bool) study {
	s := study{table: table{}}
	p := with(m, words)
	for _, e := range examples(sets, keep) {
		v := p.vectors(e.a, e.q.Q)
		s.table.add(e, v)
		gold := e.q.gold()
		first := byScore(v.PassageScore)[0]
		right := slices.Contains(gold, first)
		s.judged = append(s.judged, judged{set: e.set, what: "gold", x: v.Signals, beside: v.Beside, answerable: true, right: right})
		if !right {
			s.wrong = append(s.wrong, fmt.Sprintf("%s %s: %q\n   got  %.300s\n   want %.300s", e.set, e.a.Title, e.q.Q, e.a.Paragraphs[first], e.a.Paragraphs[gold[0]]))
		}
		if !slices.Contains(englishSets, e.set) {
			continue
		}
		if d := e.a.leftOf(e.q); d != nil {
			v := m.VectorsOf(words, analysed.Analyse(d, words), e.q.Q)
			s.judged = append(s.judged, judged{set: e.set, what: "left", x: v.Signals, beside: v.Beside})
		}
		if len(e.q.Answers) == 0 || e.set == "multirc-reports" {
			continue
		}
		k := newMarking(e, v, first)
		k.right, k.inside = right, right && insideExcerpt(e, v, first)
		s.atFirst = append(s.atFirst, k)
		if !right {
			k = newMarking(e, v, gold[0])
		}
		s.atGold = append(s.atGold, k)
	}
	for _, set := range sets {
		docs := map[string]*article{}
		for _, a := range set.articles {
			docs[a.ID] = a
		}
		for _, part := range []struct {
			what     string
			articles []*article
		}{{"off", set.off}, {"hard", set.hard}} {
			for _, a := range part.articles {
				for i := range a.Questions {
					if keep(docs[a.ID]) {
						v := p.vectors(docs[a.ID], a.Questions[i].Q)
						s.judged = append(s.judged, judged{set: set.name, what: part.what, x: v.Signals, beside: v.Beside})
					}
				}
			}
		}
	}
	return s
}

func insideExcerpt(e example, v *rank.Vectors, passage int) bool {
	x := v.Excerpt(passage)
	text := e.a.doc.Article.Paragraphs[passage].Text
	start := utf8.RuneCountInString(text[:x.Start])
	end := start + utf8.RuneCountInString(text[x.Start:x.End])
	for _, a := range e.q.Answers {
		p := *e.q.Paragraph
		if a.Paragraph != nil {
			p = *a.Paragraph
		}
		if p == passage && start <= a.Start && a.Start+utf8.RuneCountInString(a.Text) <= end {
			return true
		}
	}
	return false
}
