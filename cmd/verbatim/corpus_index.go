package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

func newCorpusReindex(s *shelf) *cobra.Command {
	var back bool
	c := &cobra.Command{
		Use:   "reindex",
		Short: "Make the index anew from the records",
		Args:  cobra.NoArgs,
		RunE: s.change(func(ctx context.Context, d *dataFolder, _ []string) error {
			if back {
				return d.library.Rollback(ctx, s.guild, shell)
			}
			p := newProgress(s.std)
			r, err := d.library.Reindex(ctx, s.guild, shell, func(step index.Progress) { p.report(step.Done, step.Total) })
			p.end()
			if err != nil {
				return err
			}
			s.reindexed(r)
			return nil
		}),
	}
	c.Flags().BoolVar(&back, "rollback", false, "go back to the index before the last reindexing")
	return c
}

// reindexed tells what a reindexing did.
func (s *shelf) reindexed(r index.Report) {
	p := s.std.paint
	fmt.Fprintf(s.std.out, "%d articles, %d passages, %d quotes in %s\n", r.Articles, r.Passages, r.Quotes, r.Took.Round(time.Millisecond))
	for _, c := range r.Changes {
		fmt.Fprintf(s.std.out, "%s  quotes %d, were %d\n", c.Article, c.QuotesIs, c.QuotesWas)
		for _, l := range []struct {
			what  string
			names []string
		}{{"new speakers", c.New}, {"speakers gone", c.Gone}} {
			if len(l.names) > 0 {
				fmt.Fprintf(s.std.out, "    %s: %s\n", l.what, p.inert(strings.Join(l.names, ", ")))
			}
		}
	}
	for _, f := range r.Lost {
		fmt.Fprintf(s.std.out, "%s  a speaker fix has lost its words: %s\n", f.Article, p.inert(f.Speaker))
	}
	for _, id := range r.Skipped {
		fmt.Fprintf(s.std.err, "verbatim: %s: its record cannot be read and it is not in the index; put back a backup\n", id)
	}
}

func newCorpusVerify(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Read every record and compare it with its checksum",
		Args:  cobra.NoArgs,
		RunE: s.read(func(_ context.Context, st *store.Store, _ []string) error {
			p := newProgress(s.std)
			v, err := st.Verify(s.guild, p.report)
			p.end()
			if err != nil {
				return err
			}
			for _, d := range v.Damaged {
				fmt.Fprintln(s.std.err, "verbatim: "+oneLine(d.Error()))
			}
			fmt.Fprintf(s.std.out, "%d articles, %d revisions read\n", v.Articles, v.Revisions)
			if len(v.Damaged) > 0 {
				return fmt.Errorf("%d records are damaged; put back a backup", len(v.Damaged))
			}
			return nil
		}),
	}
}
