package engine

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
)

// checkSegment compares a segment file with the checksum in its footer: the
// last four bytes are the CRC-32 (IEEE, big endian) of all before them. Bleve
// writes it and never reads it, and answers from flipped bits without a word.
// A file that is gone is no fault: merging deletes what it has merged.
func checkSegment(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < 4 {
		return fmt.Errorf("segment %s: %d bytes", path, info.Size())
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyBuffer(sum, io.LimitReader(f, info.Size()-4), make([]byte, 1<<20)); err != nil {
		return fmt.Errorf("segment %s: %w", path, err)
	}
	var footer [4]byte
	if _, err := io.ReadFull(f, footer[:]); err != nil {
		return fmt.Errorf("segment %s: %w", path, err)
	}
	if want := binary.BigEndian.Uint32(footer[:]); sum.Sum32() != want {
		return fmt.Errorf("segment %s: checksum %08x, footer says %08x", path, sum.Sum32(), want)
	}
	return nil
}
