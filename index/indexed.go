package index

import "context"

// Indexed tells how many of a guild's articles the serving generation has as
// the records have them now. The others are answered from the records.
func (l *Library) Indexed(ctx context.Context, guild string) (have, all int, err error) {
	sh, err := l.shelf(ctx, l.engine.Load(), guild)
	if err != nil {
		return 0, 0, err
	}
	return len(sh.order) - len(sh.missing), len(sh.order), nil
}
