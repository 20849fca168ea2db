package store

import (
	"strings"
	"testing"
)

// BenchmarkAct adds articles and changes settings, without waiting for the
// disk: with records of its own, and proposed and applied without a log between.
func BenchmarkAct(b *testing.B) {
	paragraphs := make([]string, 30)
	for i := range paragraphs {
		paragraphs[i] = strings.Repeat("thirty words or so make a paragraph ", 5)
	}
	d := draft("Title", paragraphs...)
	for _, c := range []struct {
		name   string
		shared bool
		act    func(s *Store) error
	}{
		{"add", false, func(s *Store) error { return second(s.Add("1", "u", d)) }},
		{"add/shared", true, func(s *Store) error { return second(s.Add("1", "u", d)) }},
		{"set", false, func(s *Store) error { return second(s.SetSettings("1", "u", func(set *Settings) { set.PageLinks++ })) }},
		{"set/shared", true, func(s *Store) error { return second(s.SetSettings("1", "u", func(set *Settings) { set.PageLinks++ })) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			s, err := Open(b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			s.db.NoSync = true
			if c.shared {
				s.Share(func(p Proposal) error { return s.Apply(p.After+1, p.After, p.Change, p.Sum) }, func(string) error { return nil })
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := c.act(s); err != nil {
					b.Fatal(err)
				}
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}
