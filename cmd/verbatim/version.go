package main

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the linker (-X main.version=v1.2.3); a build without it
// goes by what the toolchain recorded.
var version string

func newVersion(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print version, commit and Go version",
		Args:  cobra.NoArgs,
		RunE: runE(func(context.Context, []string) error {
			_, err := fmt.Fprintln(std.out, readVersion())
			return err
		}),
	}
}

// build says what this program was built from.
type build struct {
	Version string // "v1.2.3", "(devel)" when nobody said
	Commit  string // "" when it was not built in a checkout
	Go      string
}

func (b build) String() string {
	if b.Commit == "" {
		return fmt.Sprintf("verbatim %s, %s", b.Version, b.Go)
	}
	return fmt.Sprintf("verbatim %s, commit %s, %s", b.Version, b.Commit, b.Go)
}

func readVersion() build {
	b := build{Version: version}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.Go = info.GoVersion
	if b.Version == "" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			b.Commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			b.Commit += " (modified)"
		}
	}
	return b
}
