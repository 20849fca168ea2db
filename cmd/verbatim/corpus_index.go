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
	var back, reread, dry bool
	c := &cobra.Command{
		Use:   "reindex [ARTICLE...]",
		Short: "Make the index anew from the records; with --originals, read the articles again",
		Long: `Reindex makes the index anew from the records. With --originals it first reads the articles,
or those that are named, again from the files that they were read from, as this version reads
them: what changes is a new revision, as with replace, and can be undone in the same ways.
What a person may have put right (title, publisher, date, address) stays.`,
		RunE: s.change(func(ctx context.Context, d *dataFolder, ids []string) error {
			switch {
			case len(ids) > 0 && !reread:
				return usagef("articles are named only with --originals: the index is made of all")
			case dry && !reread:
				return usagef("--dry-run goes with --originals")
			case back:
				return d.library.Rollback(ctx, s.guild, shell)
			}
			if reread {
				if err := s.reread(d, ids, dry); err != nil || dry {
					return err
				}
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
	c.Flags().BoolVar(&reread, "originals", false, "read the articles again from the files that they were read from")
	c.Flags().BoolVar(&dry, "dry-run", false, "with --originals, only tell what would change")
	return c
}

// reread reads articles again from their originals, all when none is named, and
// tells what changes; unless dry, what changes is a new revision.
func (s *shelf) reread(d *dataFolder, ids []string, dry bool) error {
	if len(ids) == 0 {
		all, err := d.records.Articles(s.guild)
		if err != nil {
			return err
		}
		for _, r := range all {
			ids = append(ids, r.ID)
		}
	}
	changed := 0
	for _, id := range ids {
		id = articleID(id)
		was, err := d.records.Article(s.guild, id)
		if err != nil {
			return s.articleError(id, err)
		}
		original, err := d.records.Original(s.guild, id, was.Revision)
		if err != nil {
			return s.articleError(id, err)
		}
		is, err := was.Reread(original)
		if err != nil {
			fmt.Fprintf(s.std.err, "verbatim: %s: its original is not read any more, and it stays: %s\n", id, oneLine(err.Error()))
			continue
		}
		if is.Same(was) {
			continue
		}
		changed++
		diff := index.Compare(d.library.Preview(was), d.library.Preview(is))
		fmt.Fprintf(s.std.out, "%s\n", s.std.paint.preview(id, d.library.Preview(is)))
		fmt.Fprintf(s.std.out, "%s  paragraphs +%d -%d changed %d; quotes +%d -%d changed %d\n", id, diff.Paragraphs.Added, diff.Paragraphs.Removed, diff.Paragraphs.Changed,
			diff.Quotes.Added, diff.Quotes.Removed, diff.Quotes.Changed)
		if dry {
			continue
		}
		a, err := d.records.Replace(s.guild, shell, id, store.Draft{Article: is, Original: original})
		if err != nil {
			return s.articleError(id, err)
		}
		fmt.Fprintf(s.std.out, "%s  revision %d\n", id, a.Revision)
	}
	fmt.Fprintf(s.std.out, "%d of %d articles are read otherwise\n", changed, len(ids))
	return nil
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
