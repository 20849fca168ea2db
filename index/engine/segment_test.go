package engine

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCheckSegment(t *testing.T) {
	short := filepath.Join(t.TempDir(), "short.zap")
	if err := os.WriteFile(short, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := checkSegment(short); err == nil {
		t.Error("a segment of three bytes was accepted")
	}
	if err := checkSegment(short + "x"); err != nil {
		t.Errorf("a segment that was merged away: %v", err)
	}
	if err := checkSegment(filepath.Dir(short)); err == nil {
		t.Error("a folder was accepted as a segment")
	}
}
