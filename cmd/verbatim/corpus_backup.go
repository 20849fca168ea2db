package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

func newCorpusExport(s *shelf) *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "export FILE",
		Short: "Write all records into one zip archive; - is standard output",
		Args:  cobra.ExactArgs(1),
		RunE: s.read(func(_ context.Context, st *store.Store, args []string) error {
			if args[0] == "-" {
				return st.Export(s.guild, s.std.out)
			}
			return s.std.disk.create(args[0], force, func(w io.Writer) error { return st.Export(s.guild, w) })
		}),
	}
	c.Flags().BoolVar(&force, "force", false, "replace the file when there is one")
	return c
}

func newCorpusImport(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Read an exported archive into a data folder without articles",
		Args:  cobra.ExactArgs(1),
		RunE: s.change(func(_ context.Context, d *dataFolder, args []string) (err error) {
			f, err := s.std.disk.open(args[0])
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, f.Close()) }()
			n, err := d.records.Import(s.guild, shell, f, f.size)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			fmt.Fprintf(s.std.out, "%d articles\n", n)
			return nil
		}),
	}
}
