//go:build !linux || !(amd64 || arm64)

package index

import "errors"

// yield is for tests that only Linux can run.
func yield() error { return errors.ErrUnsupported }
