package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// acquire takes the lock file at path for this process until it is closed or
// the process ends, however it ends. The file holds the owner's process
// number, to name it to a second one.
func acquire(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := tryLock(f); err != nil {
		owner, _ := io.ReadAll(io.LimitReader(f, 20)) // only makes the message better
		err = errors.Join(err, f.Close())
		if pid := strings.TrimSpace(string(owner)); pid != "" && errors.Is(err, ErrLocked) {
			return nil, fmt.Errorf("%w (process %s); stop it first", err, pid)
		}
		return nil, err
	}
	// The lock is what counts, not the number; but a disk that cannot take ten
	// bytes is better met now than at the first act.
	pid := strconv.Itoa(os.Getpid()) + "\n"
	if err := f.Truncate(0); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if _, err := f.WriteAt([]byte(pid), 0); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
