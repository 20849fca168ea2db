package index

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// Bounds of what a Library remembers, in bytes as far as they can be told.
const (
	documentsKept = 32 << 20 // articles with their quotes
	articlesKept  = 32 << 20 // articles alone
	shelvesKept   = 32 << 20 // cards of servers
	unionsKept    = 16 << 20 // what is known of a server's cards and the house's together
)

// Library is the index of all servers' articles: one Bleve index on disk,
// beside the records that it is made from. The records are the truth. After
// each change of a server's records call [Library.Sync]; whatever a crash or
// a damaged disk leaves behind is found by comparing with the records and put
// right without asking. A Library is safe for concurrent use.
type Library struct {
	dir     string
	records *store.Store
	log     *slog.Logger

	engine    atomic.Pointer[engine.Index] // nil while there is none to search
	swap      sync.Mutex                   // held to take engine away
	replaced  chan struct{}                // made under swap when engine is taken away; closed when there is one again
	servers   sync.Map                     // guild -> *server
	documents *cache[documentKey, func() (*Document, error)]
	previews  *cache[[sha256.Size]byte, *quote.Extraction] // see textKey
	extract   func(*corpus.Article) *quote.Extraction      // tests count its calls
	articles  *cache[documentKey, *corpus.Article]
	shelves   *cache[string, *shelf]
	unions    *cache[string, *union] // by the server of the two
	swept     atomic.Int64           // servers that the present sweep has done
	faults    atomic.Int64           // replacements of the engine since the last whole sweep

	starting sync.Mutex // held to begin background work, or to end all of it
	stop     chan struct{}
	work     sync.WaitGroup
}

// server is what the library holds of one server for as long as it runs.
type server struct {
	write     sync.Mutex // held to change the server's share of the index
	load      sync.Mutex // held to read its shelf from disk
	reindex   sync.Mutex // held by the one reindexing
	refreshed atomic.Uint64
	// written counts the batches that were begun to be written with changes of
	// what the server's share of the index has. Whoever has an index as it was
	// before it looks here knows whether that is what a shelf says.
	written atomic.Uint64
}

// Open opens the index in the folder dir, which is made when it is missing,
// for the articles of records. Its time does not grow with the records, but
// for reading the segments once to check them. An index of another schema,
// a damaged or a missing one is made anew in the background, while questions
// are answered from the records. It fails with [ErrInUse], or when dir cannot
// be written.
func Open(dir string, records *store.Store, log *slog.Logger) (*Library, error) {
	l := &Library{
		dir: dir, records: records, log: log,
		documents: newCache[documentKey, func() (*Document, error)](documentsKept),
		previews:  newCache[[sha256.Size]byte, *quote.Extraction](previewsKept),
		extract:   quote.Extract,
		articles:  newCache[documentKey, *corpus.Article](articlesKept),
		shelves:   newCache[string, *shelf](shelvesKept),
		unions:    newCache[string, *union](unionsKept),
		stop:      make(chan struct{}),
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	e, err := engine.Open(l.path(), l.fail)
	if isDamage(err) {
		l.log.LogAttrs(context.Background(), slog.LevelWarn, "the index is damaged and is made again from the records", because(err))
		e, err = l.anew()
	}
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	l.removeOthers()
	l.engine.Store(e)
	l.start(func(ctx context.Context) { l.sweep(ctx, e) })
	return l, nil
}

// settleTimeout bounds how long Close waits for what is not on disk yet, which
// the records know as well.
const settleTimeout = 10 * time.Second

// Close ends the background work and closes the index. Scopes fail afterwards.
func (l *Library) Close() error {
	l.starting.Lock()
	close(l.stop)
	l.starting.Unlock()
	l.work.Wait()
	l.swap.Lock()
	e := l.engine.Swap(nil)
	l.swap.Unlock()
	// Not while swap is held: Bleve's background work may be reporting a fault
	// just now, which takes swap, and the engine closes only after that work.
	if e == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), settleTimeout)
	defer cancel()
	return errors.Join(e.Settle(ctx), e.Close())
}

// path is the folder of the index of our schema.
func (l *Library) path() string { return filepath.Join(l.dir, strconv.Itoa(schema)) }

// start runs f in the background; its context ends when the library is closed.
func (l *Library) start(f func(context.Context)) {
	l.starting.Lock()
	defer l.starting.Unlock()
	select {
	case <-l.stop:
		return
	default:
	}
	l.work.Go(func() {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		l.work.Go(func() {
			select {
			case <-l.stop:
				cancel()
			case <-ctx.Done():
			}
		})
		f(ctx)
	})
}

// ours matches the names that a Library gives to things in its folder.
var ours = regexp.MustCompile(`^[0-9]+$|^damaged-`)

// removeOthers removes indexes of other schemas and damaged ones.
func (l *Library) removeOthers() {
	entries, err := os.ReadDir(l.dir)
	if err != nil {
		l.log.LogAttrs(context.Background(), slog.LevelWarn, "old indexes were not removed", because(err))
		return
	}
	for _, entry := range entries {
		if name := entry.Name(); ours.MatchString(name) && name != strconv.Itoa(schema) {
			if err := os.RemoveAll(filepath.Join(l.dir, name)); err != nil {
				l.log.LogAttrs(context.Background(), slog.LevelWarn, "an old index was not removed", because(err))
			}
		}
	}
}

// anew moves the present index aside and makes an empty one. A folder that is
// still locked by a Close that hangs can be moved, but not opened again.
func (l *Library) anew() (*engine.Index, error) {
	aside, err := os.MkdirTemp(l.dir, "damaged-")
	if err != nil {
		return nil, err
	}
	if err := os.Rename(l.path(), filepath.Join(aside, "index")); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	if err := os.RemoveAll(aside); err != nil {
		return nil, err
	}
	return engine.Open(l.path(), l.fail)
}

// because is the attribute of a log line that tells the error.
func because(err error) slog.Attr { return slog.String("cause", err.Error()) }

// Scope is what a question asked in guild may see: the server's own articles
// and, where its settings allow, the house's. Guild "" is a direct message,
// which sees the house's only. A Scope is cheap, and of one moment.
func (l *Library) Scope(guild string) (*Scope, error) {
	guilds := []string{guild, store.House}
	switch guild {
	case "", store.House:
		guilds = guilds[1:]
	default:
		settings, err := l.records.Settings(guild)
		if err != nil {
			return nil, fmt.Errorf("scope: %w", err)
		}
		if settings.HouseOff {
			guilds = guilds[:1]
		}
	}
	return &Scope{in: &snapshot{library: l, guilds: guilds}}, nil
}

func (l *Library) server(guild string) *server {
	s, ok := l.servers.Load(guild)
	if !ok {
		s, _ = l.servers.LoadOrStore(guild, &server{})
	}
	return s.(*server)
}

// documentKey names an article with everything that its quotes depend on.
type documentKey struct {
	guild, article, stamp string
	revision              int
}

// document loads an article and finds its quotes, or remembers both. Of
// callers at the same time one does the work.
func (l *Library) document(k documentKey, fixes []store.Fix) (*Document, error) {
	load, made := l.documents.getOr(k, 1<<10, func() func() (*Document, error) {
		return sync.OnceValues(func() (*Document, error) {
			a, err := l.article(k)
			if err != nil {
				return nil, err
			}
			return l.extracted(a, fixes), nil
		})
	})
	d, err := load()
	if err != nil {
		l.documents.remove(k)
		return nil, err
	}
	if made {
		l.documents.put(k, load, cost(d))
	}
	return d, nil
}

// article reads an article from the records, or remembers it. Of callers at
// the same time several may read it.
func (l *Library) article(k documentKey) (*corpus.Article, error) {
	if a, ok := l.articles.get(k); ok {
		return a, nil
	}
	a, err := l.records.Kept(k.guild, k.article, k.revision)
	if err != nil {
		return nil, notThere(err)
	}
	l.articles.put(k, a, 1<<10+a.Size()+40*len(a.Paragraphs))
	return a, nil
}

// notThere tells an article that is not there from records that cannot be read.
func notThere(err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrRemoved) {
		return fmt.Errorf("%w: %w", ErrNoArticle, err)
	}
	return err
}

// cost estimates the memory that d holds, in bytes.
func cost(d *Document) int {
	n := 1<<10 + d.Article.Size() + 40*len(d.Article.Paragraphs) + 300*len(d.Quotes.Quotes) + 100*len(d.Quotes.NotQuotes)
	for _, s := range d.Quotes.Speakers {
		n += 200 + 48*len(s.Mentions)
	}
	return n
}
