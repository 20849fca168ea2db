package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

func newCorpusExport(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "export FILE",
		Short: "Write all records into one zip archive; - is standard output",
		Args:  cobra.ExactArgs(1),
		RunE: s.run(func(_ context.Context, st *store.Store, args []string) error {
			if args[0] == "-" {
				return st.Export(s.guild, s.std.out)
			}
			return export(st, s.guild, args[0])
		}),
	}
}

// export writes beside the file and puts it in its place when it is whole.
func export(st *store.Store, guild, path string) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".verbatim-export-*")
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, err)
	}
	err = errors.Join(st.Export(guild, f), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s: cannot be written: %w", path, err), os.Remove(f.Name()))
	}
	return nil
}

func newCorpusImport(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Read an exported archive into a data folder without articles",
		Args:  cobra.ExactArgs(1),
		RunE: s.run(func(_ context.Context, st *store.Store, args []string) (err error) {
			f, err := os.Open(args[0])
			if err != nil {
				return readError(err)
			}
			defer func() { err = errors.Join(err, f.Close()) }()
			info, err := f.Stat()
			if err != nil {
				return readError(err)
			}
			n, err := st.Import(s.guild, shell, f, info.Size())
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			fmt.Fprintf(s.std.out, "%d articles\n", n)
			return nil
		}),
	}
}

func newCorpusVerify(s *shelf) *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Read every record and compare it with its checksum",
		Args:  cobra.NoArgs,
		RunE: s.run(func(_ context.Context, st *store.Store, _ []string) error {
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
