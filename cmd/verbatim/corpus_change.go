package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
)

func newCorpusRemove(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "remove ARTICLE...",
		Short: "Remove articles; they can be restored for 30 days",
		Args:  cobra.MinimumNArgs(1),
		RunE: s.change(func(_ context.Context, d *dataFolder, ids []string) error {
			for _, id := range ids {
				id = articleID(id)
				if _, err := d.records.Remove(s.guild, shell, id); err != nil {
					return s.articleError(id, err)
				}
				fmt.Fprintf(s.std.out, "%s  removed; verbatim corpus restore %s brings it back\n", id, id)
			}
			return nil
		}),
	}
}

func newCorpusRestore(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "restore ARTICLE...",
		Short: "Bring removed articles back",
		Args:  cobra.MinimumNArgs(1),
		RunE: s.change(func(_ context.Context, d *dataFolder, ids []string) error {
			for _, id := range ids {
				id = articleID(id)
				if err := d.records.Restore(s.guild, shell, id); err != nil {
					return s.articleError(id, err)
				}
				fmt.Fprintf(s.std.out, "%s  there\n", id)
			}
			return nil
		}),
	}
}

func newCorpusReplace(s *shelf) *cobra.Command {
	var meta details
	c := &cobra.Command{
		Use:   "replace ARTICLE FILE",
		Short: "Give an article a new text; its id stays, the old text is kept as a revision",
		Args:  cobra.ExactArgs(2),
		RunE: s.change(func(_ context.Context, d *dataFolder, args []string) error {
			if err := meta.check(); err != nil {
				return err
			}
			id, file := articleID(args[0]), args[1]
			src := source{file, func() ([]byte, error) { return s.std.disk.read(file) }}
			draft, err := src.draft()
			if err != nil {
				return err
			}
			if err := meta.apply(draft.Article); err != nil {
				return err
			}
			a, err := d.records.Replace(s.guild, shell, id, draft)
			if err != nil {
				return s.articleError(id, err)
			}
			fmt.Fprintf(s.std.out, "%s\n%s  revision %d\n", s.std.paint.preview(id, d.library.Preview(a)), id, a.Revision)
			return nil
		}),
	}
	meta.flags(c)
	return c
}
