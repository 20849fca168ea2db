package index

import (
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// schema names the form of the index on disk, its folder. It is raised by
// whoever changes a field, a term or what a card holds; then every index
// is made again from the records.
const schema = 2

// scopeKey is the value of fieldScope for one generation of a server.
func scopeKey(guild string, generation uint64) string {
	return guild + "@" + strconv.FormatUint(generation, 10)
}

// parseScopeKey is the inverse of [scopeKey].
func parseScopeKey(key string) (guild string, generation uint64, ok bool) {
	i := strings.LastIndexByte(key, '@')
	if i < 0 {
		return "", 0, false
	}
	generation, err := strconv.ParseUint(key[i+1:], 10, 64)
	return key[:i], generation, err == nil
}

// serving is the generation that serves g: the first, until a reindexing has
// written another into the records.
func serving(g store.Guild) uint64 { return max(1, g.Generation.Serving) }
