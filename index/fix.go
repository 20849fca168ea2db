package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/name"
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
	for i, f := range fixes {
		var of func(quote.Quote) bool
		found := false
		if f.Paragraph == "" {
			was := calledNow(f.Was, x.Speakers, y.Quotes)
			fixes[i].Was = was
			of = func(q quote.Quote) bool { return q.Speaker == was }
		} else {
			of = utteranceAt(y.Quotes, paragraph[f.Paragraph], f.Span)
		}
		for i := range y.Quotes {
			q := &y.Quotes[i]
			if of(*q) {
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

// calledNow is the name that the speaker of a fix has now: the same, or, when
// nobody is called that any more, the one that it clearly means. A later
// version may read a name of the same article longer, or with its marks.
func calledNow(was string, speakers []quote.Speaker, quotes []quote.Quote) string {
	if was == "" || slices.ContainsFunc(quotes, func(q quote.Quote) bool { return q.Speaker == was }) {
		return was
	}
	people := make([]name.Person, len(speakers))
	for i, s := range speakers {
		people[i] = name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role}
	}
	if found := name.Find(was, people); len(found) == 1 {
		return speakers[found[0]].Name
	}
	return was
}

// utteranceAt tells the quotes that are parts of one utterance with the quote
// at a place: whoever said one, said the others. It tells none when no quote
// stands there.
func utteranceAt(quotes []quote.Quote, paragraph int, at corpus.Span) func(quote.Quote) bool {
	i := slices.IndexFunc(quotes, func(q quote.Quote) bool { return q.Ref.Paragraph == paragraph && q.Ref.Span == at })
	if i < 0 {
		return func(quote.Quote) bool { return false }
	}
	here := quotes[i]
	return func(q quote.Quote) bool {
		return q.Ref == here.Ref || here.Utterance > 0 && q.Utterance == here.Utterance && q.Speaker == here.Speaker
	}
}

// LostFixes gives the fixes of a guild's articles that are there whose words
// are gone, see [store.Fix]. Of the articles it reads those that have fixes, as
// questions do: each once.
func (l *Library) LostFixes(ctx context.Context, guild string) ([]store.Fix, error) {
	order, err := l.entries(guild)
	if err != nil {
		return nil, fmt.Errorf("lost fixes of %s: %w", guild, err)
	}
	var lost []store.Fix
	for _, e := range order {
		if len(e.fixes) == 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := l.document(documentKey{guild, e.id, e.stamp, e.revision}, e.fixes)
		if err != nil {
			return nil, fmt.Errorf("lost fixes of %s: %w", guild, err)
		}
		lost = append(lost, d.lost...)
	}
	return lost, nil
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
