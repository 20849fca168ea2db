package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Record is what is known of an article without its text.
type Record struct {
	ID         string    `json:"id"`
	Revision   int       `json:"revision"` // the serving one, from 1
	File       string    `json:"file,omitempty"`
	Title      string    `json:"title"`
	Byline     string    `json:"byline,omitempty"`
	Publisher  string    `json:"publisher,omitempty"`
	Date       string    `json:"date,omitempty"`
	URL        string    `json:"url,omitempty"`
	Language   string    `json:"language,omitempty"`
	Paragraphs int       `json:"paragraphs"`
	Bytes      int       `json:"bytes"`  // of text, title included
	Digest     string    `json:"digest"` // of the original's bytes; equal bytes, equal digest
	By         string    `json:"by"`     // who added it
	Added      time.Time `json:"added"`
	Changed    time.Time `json:"changed"`          // when the serving revision came
	Removed    time.Time `json:"removed,omitzero"` // zero while the article is there
}

// Expires is when a removed article goes for good.
func (r Record) Expires() time.Time { return r.Removed.Add(keepRemoved) }

// Draft is an article with the bytes it was read from.
type Draft struct {
	Article  *corpus.Article
	Original []byte
}

// Digest identifies an original's bytes, as [Record.Digest] does: 32
// hexadecimal digits.
func Digest(original []byte) string {
	h := sha256.Sum256(original)
	return fmt.Sprintf("%x", h[:16])
}

// textRecord is a revision of an article as written to the file.
type textRecord struct {
	File      string           `json:"file,omitempty"`
	Title     string           `json:"title"`
	TitleDoc  int              `json:"title_doc"`
	Byline    string           `json:"byline,omitempty"`
	Publisher string           `json:"publisher,omitempty"`
	Date      string           `json:"date,omitempty"`
	URL       string           `json:"url,omitempty"`
	Language  string           `json:"language,omitempty"`
	Texts     []string         `json:"texts"`
	Docs      []int            `json:"docs"`
	Warnings  []corpus.Warning `json:"warnings,omitempty"`
}

func toText(a *corpus.Article) textRecord {
	t := textRecord{
		File: a.File, Title: a.Title, TitleDoc: a.TitleDoc, Byline: a.Byline, Publisher: a.Publisher,
		Date: a.Date, URL: a.URL, Language: a.Language, Warnings: a.Warnings,
	}
	for _, p := range a.Paragraphs {
		t.Texts = append(t.Texts, p.Text)
		t.Docs = append(t.Docs, p.Doc)
	}
	return t
}

func (t textRecord) article(id string, revision int) *corpus.Article {
	a := &corpus.Article{
		ID: id, Revision: revision, File: t.File, Title: t.Title, TitleDoc: t.TitleDoc, Byline: t.Byline,
		Publisher: t.Publisher, Date: t.Date, URL: t.URL, Language: t.Language, Warnings: t.Warnings,
		Paragraphs: make([]corpus.Paragraph, len(t.Texts)),
	}
	for i := range t.Texts {
		a.Paragraphs[i] = corpus.Paragraph{Text: t.Texts[i], Doc: t.Docs[i]}
	}
	return a
}

// sealSize is how many bytes of a SHA-256 stand before sealed data.
const sealSize = 8

// seal puts a checksum before data: what is cut from a record must be the very
// words that were stored, also when a disk has changed some.
func seal(data []byte) []byte {
	h := sha256.Sum256(data)
	return append(h[:sealSize:sealSize], data...)
}

// unseal gives the data of seal, which aliases v, or [ErrDamaged].
func unseal(v []byte) ([]byte, error) {
	if len(v) < sealSize {
		return nil, ErrDamaged
	}
	h := sha256.Sum256(v[sealSize:])
	if !bytes.Equal(h[:sealSize], v[:sealSize]) {
		return nil, ErrDamaged
	}
	return v[sealSize:], nil
}

func encodeText(a *corpus.Article) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(toText(a)); err != nil {
		return nil, err
	}
	return seal(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

func decodeText(v []byte, id string, revision int) (*corpus.Article, error) {
	data, err := unseal(v)
	if err != nil {
		return nil, err
	}
	var t textRecord
	if err := json.Unmarshal(data, &t); err != nil || len(t.Texts) != len(t.Docs) {
		return nil, fmt.Errorf("%w: no text record", ErrDamaged)
	}
	return t.article(id, revision), nil
}

// encodeOriginal packs the bytes that an article was read from. They are read
// back seldom, and web pages shrink to a fifth.
func encodeOriginal(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return seal(b.Bytes()), nil
}

func decodeOriginal(v []byte) ([]byte, error) {
	data, err := unseal(v)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(flate.NewReader(bytes.NewReader(data)))
}

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

// single reports whether a bucket has one key for each guild, the guild's name.
func single(bucket []byte) bool {
	return bytes.Equal(bucket, bucketGuilds) || bytes.Equal(bucket, bucketSettings)
}

// bare gives a key of a guild without the guild: nil where it is all.
func bare(guild string, bucket, k []byte) []byte {
	if single(bucket) {
		return nil
	}
	return k[len(guild)+1:]
}

// full is the inverse of bare.
func full(guild string, bucket, k []byte) []byte {
	if single(bucket) {
		return []byte(guild)
	}
	return append(key(guild), k...)
}

// keysOf gives the keys of a bucket that p begins.
func keysOf(tx *bbolt.Tx, bucket, p []byte) [][]byte {
	var keys [][]byte
	c := tx.Bucket(bucket).Cursor()
	for k, _ := c.Seek(p); within(k, p); k, _ = c.Next() {
		keys = append(keys, bytes.Clone(k))
	}
	return keys
}
