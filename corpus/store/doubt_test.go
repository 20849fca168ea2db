package store

import (
	"bytes"
	"testing"
)

func TestDoubts(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []struct{ guild, member, question string }{
		{"1", "m1", "why?"}, {"1", "m2", ""}, {"11", "m1", ""}, {House, "m1", ""},
	} {
		if err := s.AddDoubt(d.guild, Doubt{Member: d.member, Reason: "wrong_passage", Article: "a1", Question: d.question}); err != nil {
			t.Fatal(err)
		}
	}
	if ds, err := s.Doubts("1"); err != nil || len(ds) != 2 || ds[0].Question != "why?" || ds[0].Article != "a1" || ds[0].Time.IsZero() {
		t.Errorf("doubts = %+v, %v", ds, err)
	}
	if n, err := s.ForgetMember("m1"); err != nil || n != 3 {
		t.Errorf("forgot %d, %v; want 3", n, err)
	}
	if ds, err := s.Doubts("1"); err != nil || len(ds) != 1 || ds[0].Member != "m2" {
		t.Errorf("doubts = %+v, %v", ds, err)
	}
	if ds, err := s.Doubts(House); err != nil || len(ds) != 0 {
		t.Errorf("doubts of the house = %+v, %v", ds, err)
	}
	secret, err := s.Secret()
	if err != nil || len(secret) != 32 {
		t.Fatalf("secret of %d bytes, %v", len(secret), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if again, err := s.Secret(); err != nil || !bytes.Equal(secret, again) {
		t.Errorf("the secret changed, %v", err)
	}
}
