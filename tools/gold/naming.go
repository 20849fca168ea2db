package gold

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
)

// Namings gives the sources of a, its parsed article, whose speaker's name is
// known.
func (r *Record) Namings(a *corpus.Article) []cast.Naming {
	at := newPlaces(a)
	var out []cast.Naming
	for i := range r.Attributions {
		t := &r.Attributions[i]
		if t.Speaker == "" || len(t.Source) == 0 {
			continue
		}
		if src, ok := at.ref(t.Source[0]); ok {
			out = append(out, cast.Naming{Source: src, Surname: strings.ReplaceAll(surname(t.Speaker), "’", "'")})
		}
	}
	return out
}

// Marked gives the attributions of a, its parsed article.
func (r *Record) Marked(a *corpus.Article) []quote.Attribution {
	at := newPlaces(a)
	refs := func(spans []Span) (out []corpus.Ref) {
		for _, s := range spans {
			if ref, ok := at.ref(s); ok {
				out = append(out, ref)
			}
		}
		return out
	}
	var out []quote.Attribution
	for i := range r.Attributions {
		t := &r.Attributions[i]
		out = append(out, quote.Attribution{Cue: refs(t.Cue), Content: refs(t.Content), Source: refs(t.Source), Direct: t.Kind == string(quote.Direct)})
	}
	return out
}
