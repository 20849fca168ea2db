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
	var force bool
	c := &cobra.Command{
		Use:   "export FILE",
		Short: "Write all records into one zip archive; - is standard output",
		Args:  cobra.ExactArgs(1),
		RunE: s.read(func(_ context.Context, st *store.Store, args []string) error {
			if args[0] == "-" {
				return st.Export(s.guild, s.std.out)
			}
			return export(st, s.guild, args[0], force)
		}),
	}
	c.Flags().BoolVar(&force, "force", false, "replace the file when there is one")
	return c
}

// export writes beside the file and puts it in its place when it is whole. A
// file that is there is replaced only by force.
func export(st *store.Store, guild, path string, force bool) (err error) {
	if _, err := os.Lstat(path); err == nil && !force {
		return fmt.Errorf("%s: is there already; give another name, or --force to replace it", path)
	}
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
		RunE: s.change(func(_ context.Context, d *dataFolder, args []string) (err error) {
			f, err := os.Open(args[0])
			if err != nil {
				return readError(err)
			}
			defer func() { err = errors.Join(err, f.Close()) }()
			info, err := f.Stat()
			if err != nil {
				return readError(err)
			}
			n, err := d.records.Import(s.guild, shell, f, info.Size())
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			fmt.Fprintf(s.std.out, "%d articles\n", n)
			return nil
		}),
	}
}
