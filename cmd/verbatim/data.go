package main

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"

	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// dataFolder is the open data folder: the records, and the index that is made
// from them.
type dataFolder struct {
	records *store.Store
	library *index.Library
	shared  *shared // nil where the records are this folder's own
}

// openRecords opens the records of the settings' data folder without an index.
// Where several processes share them, they are followed from now on.
func openRecords(ctx context.Context, c config.Config, log *slog.Logger) (*dataFolder, error) {
	records, err := store.Open(c.Data)
	if err != nil {
		return nil, err
	}
	d := &dataFolder{records: records}
	if d.shared, err = share(ctx, c, records, log); err != nil {
		return nil, errors.Join(err, records.Close())
	}
	return d, nil
}

// openData opens the records and the index. The index is brought up to the
// records in the background.
func openData(ctx context.Context, c config.Config, log *slog.Logger) (*dataFolder, error) {
	d, err := openRecords(ctx, c, log)
	if err != nil {
		return nil, err
	}
	if d.library, err = index.Open(filepath.Join(c.Data, "index"), d.records, log); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	if d.shared != nil {
		d.shared.use(d.library)
	}
	return d, nil
}

// Close closes what is open, what makes changes first.
func (d *dataFolder) Close() error {
	var err error
	if d.shared != nil {
		err = d.shared.close()
	}
	if d.library != nil {
		err = errors.Join(err, d.library.Close())
	}
	return errors.Join(err, d.records.Close())
}
