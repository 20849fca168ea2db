package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

func newCorpusRemove(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "remove ARTICLE...",
		Short: "Remove articles; they can be restored for 30 days",
		Args:  cobra.MinimumNArgs(1),
		RunE: s.run(func(_ context.Context, st *store.Store, ids []string) error {
			for _, id := range ids {
				if err := st.Remove(s.guild, shell, id); err != nil {
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
		RunE: s.run(func(_ context.Context, st *store.Store, ids []string) error {
			for _, id := range ids {
				if err := st.Restore(s.guild, shell, id); err != nil {
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
		RunE: s.run(func(_ context.Context, st *store.Store, args []string) error {
			id, file := args[0], args[1]
			src := source{file, func() ([]byte, error) { return readFile(file) }}
			d, err := src.draft()
			if err != nil {
				return err
			}
			if err := meta.apply(d.Article); err != nil {
				return err
			}
			a, err := st.Replace(s.guild, shell, id, d)
			if err != nil {
				return s.articleError(id, err)
			}
			fmt.Fprintf(s.std.out, "%s  revision %d\n", s.std.paint.preview(id, a), a.Revision)
			return nil
		}),
	}
	meta.flags(c)
	return c
}
