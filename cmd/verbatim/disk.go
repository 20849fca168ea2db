package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// disk is where the files are that a command is given: of this process, or of
// the shell that a running bot works for (see [caller.disk]).
type disk struct {
	// expand lists the article files of paths, as [expand] does. What cannot be
	// read in a folder is an error.
	expand func(paths []string) ([]file, error)
	// open opens a file for reading.
	open func(path string) (*openFile, error)
	// create lets write fill a file, which is at path when it is whole and not
	// before. A file that is there is replaced only by force.
	create func(path string, force bool, write func(io.Writer) error) error
}

// ownDisk is the disk of this process.
var ownDisk = disk{
	expand: func(paths []string) ([]file, error) { return expand(paths, nil) },
	open: func(path string) (*openFile, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, readError(err)
		}
		info, err := f.Stat()
		if err != nil {
			return nil, errors.Join(readError(err), f.Close())
		}
		return &openFile{File: f, size: info.Size()}, nil
	},
	create: createFile,
}

// openFile is a file open for reading, of a certain size in bytes.
type openFile struct {
	*os.File
	size int64
	copy bool // of somebody else's file, which goes when it is closed
}

// Close closes the file.
func (f *openFile) Close() error {
	err := f.File.Close()
	if f.copy {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
}

// createFile writes beside the file and puts it in its place when it is whole.
func createFile(path string, force bool, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil && !force {
		return fmt.Errorf("%s: is there already; give another name, or --force to replace it", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".verbatim-export-*")
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, err)
	}
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s: cannot be written: %w", path, err), os.Remove(f.Name()))
	}
	return nil
}
