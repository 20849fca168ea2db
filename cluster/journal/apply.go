package journal

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// apply writes what a message says into the records, unless they have it. It
// tells whether they are others now.
func (j *Journal) apply(e entry) (changed bool, err error) {
	c, ok, err := j.store.Copy(e.guild)
	if err != nil {
		return false, err
	}
	if ok && e.seq <= c.Seq {
		return false, nil
	}
	if e.whole && ok && e.Prev == c.Seq && e.Sum == c.Sum {
		// A snapshot of what should be here.
		if err := j.store.Check(e.guild); err != nil {
			return false, err
		}
		return false, j.store.Apply(e.seq, e.Prev, store.Change{Guild: e.guild}, e.Sum)
	}
	if !e.whole && e.Prev != c.Seq {
		return false, store.ErrGap
	}
	short, err := e.changes(j.ctx, j.objects)
	if err != nil {
		return false, err
	}
	full, err := short.resolve(j.ctx, e.guild, j.objects)
	if err != nil {
		return false, err
	}
	return true, j.store.Apply(e.seq, e.Prev, full, e.Sum)
}

// into puts a folded guild into the records of s, unless they have that.
func (f *fold) into(ctx context.Context, s *store.Store, o objects) error {
	c, err := f.whole()
	if err != nil {
		return err
	}
	if copied, ok, err := s.Copy(f.guild); err != nil {
		return err
	} else if ok && !copied.Behind && copied.Seq >= f.seq {
		return nil
	}
	change, err := c.resolve(ctx, f.guild, o)
	if err != nil {
		return err
	}
	return s.Apply(f.seq, 0, change, f.sum)
}
