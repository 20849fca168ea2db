package quote

import (
	"cmp"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
)

// speakers lists who is quoted in quotes or named in the article: by number of
// quotes, then by first mention. Places that say nothing are left out.
func speakers(c *cast.Cast, quotes []Quote) []Speaker {
	said := map[string]int{}
	for _, q := range quotes {
		if q.Speaker != "" && !q.Denied {
			said[q.Speaker]++
		}
	}
	out := []Speaker{}
	index := map[string]int{}
	for _, f := range c.Figures() {
		if f.Aside && said[f.Name] == 0 {
			continue
		}
		if i, ok := index[f.Name]; ok { // two descriptions in the same words
			out[i].Mentions = append(out[i].Mentions, f.Mentions...)
			continue
		}
		index[f.Name] = len(out)
		out = append(out, Speaker{Name: f.Name, Aliases: f.Aliases, Role: f.Role, Quotes: said[f.Name], Mentions: f.Mentions})
	}
	for i := range out {
		slices.SortStableFunc(out[i].Mentions, before)
	}
	slices.SortStableFunc(out, func(a, b Speaker) int {
		if a.Quotes != b.Quotes {
			return cmp.Compare(b.Quotes, a.Quotes)
		}
		return before(a.Mentions[0], b.Mentions[0])
	})
	return out
}

func before(a, b corpus.Ref) int {
	return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Start, b.Start))
}
