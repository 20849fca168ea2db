package index

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// fixed applies a moderator's fixes of one article to what was extracted from
// it, in the order in which they were made. It also gives the fixes whose
// words are gone: the paragraph was replaced, or no quote stands there now.
// x is not changed.
func fixed(a *corpus.Article, x *quote.Extraction, fixes []store.Fix) (*quote.Extraction, []store.Fix) {
	if len(fixes) == 0 {
		return x, nil
	}
	y := *x
	y.Quotes = slices.Clone(x.Quotes)
	paragraph := map[string]int{}
	for i, p := range a.Paragraphs {
		paragraph[p.ID()] = i + 1
	}
	fixes = slices.Clone(fixes)
	slices.SortStableFunc(fixes, func(f, g store.Fix) int { return f.Made.Compare(g.Made) })
	var gone []store.Fix
	for _, f := range fixes {
		found := false
		for i := range y.Quotes {
			q := &y.Quotes[i]
			if f.Paragraph == "" && q.Speaker == f.Was ||
				f.Paragraph != "" && q.Ref.Paragraph == paragraph[f.Paragraph] && q.Ref.Span == f.Span {
				q.Speaker, q.Confidence, found = f.Speaker, 1, true
				q.Role = roleOf(x.Speakers, f.Speaker)
			}
		}
		if !found {
			gone = append(gone, f)
		}
	}
	y.Speakers = recount(x.Speakers, y.Quotes, fixes)
	return &y, gone
}

func roleOf(speakers []quote.Speaker, name string) string {
	for _, s := range speakers {
		if s.Name == name {
			return s.Role
		}
	}
	return ""
}

// recount gives the speakers of the fixed quotes: a speaker that was merged
// into another becomes one of its aliases.
func recount(speakers []quote.Speaker, quotes []quote.Quote, fixes []store.Fix) []quote.Speaker {
	merged := map[string]string{}
	for _, f := range fixes {
		if f.Paragraph == "" && f.Was != "" && f.Speaker != "" && f.Was != f.Speaker {
			merged[f.Was] = f.Speaker
		}
	}
	counts := map[string]int{}
	for _, q := range quotes {
		if q.Speaker != "" {
			counts[q.Speaker]++
		}
	}
	var out []quote.Speaker
	at := map[string]int{}
	add := func(s quote.Speaker) {
		if i, ok := at[s.Name]; ok {
			for _, alias := range s.Aliases {
				if alias != s.Name && !slices.Contains(out[i].Aliases, alias) {
					out[i].Aliases = append(out[i].Aliases, alias)
				}
			}
			out[i].Mentions = append(out[i].Mentions, s.Mentions...)
			return
		}
		at[s.Name] = len(out)
		out = append(out, s)
	}
	for _, s := range speakers {
		s.Aliases, s.Mentions = slices.Clone(s.Aliases), slices.Clone(s.Mentions)
		if into := merged[s.Name]; into != "" && counts[s.Name] == 0 {
			s.Aliases = append(s.Aliases, s.Name)
			s.Name, s.Role = into, roleOf(speakers, into)
		}
		add(s)
	}
	for _, q := range quotes {
		if _, ok := at[q.Speaker]; q.Speaker != "" && !ok {
			add(quote.Speaker{Name: q.Speaker})
		}
	}
	for i := range out {
		out[i].Quotes = counts[out[i].Name]
		slices.SortFunc(out[i].Mentions, beforeRef)
	}
	slices.SortStableFunc(out, func(s, t quote.Speaker) int { return t.Quotes - s.Quotes })
	return out
}

func beforeRef(r, s corpus.Ref) int {
	if r.Paragraph != s.Paragraph {
		return r.Paragraph - s.Paragraph
	}
	return r.Start - s.Start
}
