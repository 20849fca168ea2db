package desk

import (
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// recentAnswers remembers for a while which passages a member was shown last in
// a channel, so that "who said that?" can be about them: places only, never a
// question and never words. The zero value is empty and ready. It is safe for
// concurrent use.
type recentAnswers struct {
	once sync.Once
	kept *lru.Cache[whose, recent]
}

// whose tells whose answer it was, and where.
type whose struct{ server, channel, member string }

// recent is what an answer showed.
type recent struct {
	shown, rest []say.Excerpt
	private     bool
	sure        string // [say.Reply.Sure]
	at          time.Time
}

const (
	// recentLife is how long "that" means the last answer.
	recentLife = 10 * time.Minute
	// recentKept is for how many members and channels: 100 bytes a passage.
	recentKept = 10_000
)

func (a *recentAnswers) cache() *lru.Cache[whose, recent] {
	a.once.Do(func() { a.kept, _ = lru.New[whose, recent](recentKept) }) // fails only for sizes below 1
	return a.kept
}

// remember keeps what a reply showed, or forgets what the one before did when
// this one shows nothing.
func (a *recentAnswers) remember(w whose, r recent) {
	if len(r.shown) == 0 {
		a.cache().Remove(w)
		return
	}
	a.cache().Add(w, r)
}

// last is what a member was shown last, unless that is too long ago.
func (a *recentAnswers) last(w whose, now time.Time) (recent, bool) {
	r, ok := a.cache().Get(w)
	if ok && now.Sub(r.at) > recentLife {
		a.cache().Remove(w)
		ok = false
	}
	return r, ok
}
