//go:build !amd64

package reader

// fit lists the sets of kernels that this processor can run, the fastest first.
func fit() []*kernels { return []*kernels{&plain} }
