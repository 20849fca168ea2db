package main

import (
	"errors"
	"log/slog"
	"path/filepath"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// dataFolder is the open data folder: the records, and the index that is made
// from them.
type dataFolder struct {
	records *store.Store
	library *index.Library
}

// openData opens the records and the index in the folder dir. The index is
// brought up to the records in the background.
func openData(dir string, log *slog.Logger) (*dataFolder, error) {
	records, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	library, err := index.Open(filepath.Join(dir, "index"), records, log)
	if err != nil {
		return nil, errors.Join(err, records.Close())
	}
	return &dataFolder{records, library}, nil
}

func (d *dataFolder) Close() error {
	return errors.Join(d.library.Close(), d.records.Close())
}
