package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

func newQuotes(std streams) *cobra.Command {
	var o quoting
	var paths []string
	c := &cobra.Command{
		Use:   "quotes FILE...",
		Short: "Say who said what in these articles",
		Example: `  verbatim quotes article.txt
  verbatim quotes --json --speaker "Ana Reyes" articles/`,
		Args: func(c *cobra.Command, args []string) error {
			return cobra.MinimumNArgs(1)(c, append(args, paths...))
		},
		RunE: runE(func(_ context.Context, args []string) error {
			args = append(args, paths...)
			switch o.kind {
			case "", string(quote.Direct), string(quote.Mixed), string(quote.Indirect):
				return o.run(std, args)
			}
			return usagef("--kind %s: give direct, mixed or indirect", o.kind)
		}),
	}
	f := c.Flags()
	f.StringArrayVarP(&paths, "article", "a", nil, "one more `FILE` or folder, named as for ask")
	f.BoolVar(&o.json, "json", false, "print one JSON object per file")
	f.StringVar(&o.speaker, "speaker", "", "only quotes of the speaker whom this `NAME` means")
	f.StringVar(&o.kind, "kind", "", "only quotes of this `KIND`: direct, mixed or indirect")
	return c
}

// quoting is one use of `verbatim quotes`.
type quoting struct {
	json          bool
	speaker, kind string
}

// run prints the quotes of each file. A file that cannot be read does not
// keep the others from being printed; it is an error when it was named, or when
// a folder has no other.
func (o *quoting) run(std streams, paths []string) error {
	files, err := expand(paths, std.warn)
	if err != nil {
		return err
	}
	var failed error
	read := 0
	for i, f := range files {
		a, err := readArticle(f.path)
		if err != nil {
			if f.found && (read > 0 || i < len(files)-1) {
				std.warn(err)
				continue
			}
			if failed != nil {
				std.warn(failed)
			}
			failed = err
			continue
		}
		read++
		x := o.filter(quote.Extract(a))
		if o.json {
			j, err := quotesToJSON(a, x)
			if err != nil {
				return fmt.Errorf("%s: %w", f.path, err)
			}
			if err := writeJSON(std.out, j); err != nil {
				return err
			}
			continue
		}
		text, err := std.paint.quotes(a, x)
		if err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
		if read > 1 {
			text = "\n" + text
		}
		if _, err := fmt.Fprint(std.out, text); err != nil {
			return err
		}
	}
	return failed
}

// filter leaves the quotes that were asked for.
func (o *quoting) filter(x *quote.Extraction) *quote.Extraction {
	if o.speaker == "" && o.kind == "" {
		return x
	}
	names := map[string]bool{}
	y := &quote.Extraction{}
	for _, s := range meant(x.Speakers, o.speaker) {
		names[s.Name] = true
		y.Speakers = append(y.Speakers, s)
	}
	for _, q := range x.Quotes {
		if (o.kind == "" || string(q.Kind) == o.kind) && (o.speaker == "" || names[q.Speaker]) {
			y.Quotes = append(y.Quotes, q)
		}
	}
	if o.speaker == "" {
		y.NotQuotes = x.NotQuotes
	}
	return y
}

// meant are those of the speakers whom somebody may mean by a name, all of them
// by none.
func meant(speakers []quote.Speaker, called string) (found []quote.Speaker) {
	if called == "" {
		return speakers
	}
	people := make([]name.Person, len(speakers))
	for i, s := range speakers {
		people[i] = name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role}
	}
	for _, i := range name.Find(called, people) {
		found = append(found, speakers[i])
	}
	return found
}
