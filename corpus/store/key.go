package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// House is the guild of the house articles: the operator's, visible in every
// server.
const House = "house"

// key begins the keys of a guild: its name and a zero byte, which no name has.
func key(guild string) []byte {
	return append([]byte(guild), 0)
}

// articleKey sorts a guild's articles by number.
func articleKey(guild string, n uint32) []byte {
	return binary.BigEndian.AppendUint32(key(guild), n)
}

func revisionKey(guild string, n uint32, revision int) []byte {
	return binary.BigEndian.AppendUint32(articleKey(guild, n), uint32(revision))
}

func logKey(guild string, n uint64) []byte {
	return binary.BigEndian.AppendUint64(key(guild), n)
}

func nameKey(guild, name string) []byte {
	return append(key(guild), name...)
}

// checkGuild refuses names that could not be told apart in a key.
func checkGuild(guild string) error {
	if guild == "" || len(guild) > 64 || strings.IndexByte(guild, 0) >= 0 {
		return fmt.Errorf("guild %q: %w", guild, ErrNotFound)
	}
	return nil
}

// prefix is the letter before an article's number: a house article's id
// differs from those of every server, since both are seen side by side.
func prefix(guild string) string {
	if guild == House {
		return "h"
	}
	return "a"
}

func articleID(guild string, n uint32) string {
	return prefix(guild) + strconv.FormatUint(uint64(n), 10)
}

// articleNumber is the inverse of articleID. Any other spelling ("a01") fails
// with [ErrNotFound], so that an article has one id only.
func articleNumber(guild, id string) (uint32, error) {
	digits, ok := strings.CutPrefix(id, prefix(guild))
	n, err := strconv.ParseUint(digits, 10, 32)
	if !ok || err != nil || articleID(guild, uint32(n)) != id {
		return 0, fmt.Errorf("article %q: %w", id, ErrNotFound)
	}
	return uint32(n), nil
}

// within reports whether k is a key of the range that p begins.
func within(k, p []byte) bool { return k != nil && bytes.HasPrefix(k, p) }
