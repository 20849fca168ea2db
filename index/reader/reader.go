// Package reader reads a question together with passages of an article: how
// likely does a passage answer it, and with which of its words? It only ever
// points into a passage; it has no words of its own.
//
//	reading, err := r.Read(ctx, "who closed the ferry", []reader.Passage{{Context: "News from the quay", Text: p}})
//
// It is a small transformer (twelve layers of 384; NOTICE says where it comes
// from) that runs on the processor, with the same outcome bit for bit on every
// one. The data goes through these files:
//
//	pool.go          reading with limits, and what was read of late
//	crowd.go         so many at once that nobody is read for
//	embedded.go      the program's own weights
//	reader.go        the door: inputs are made
//	token.go         text to pieces of words
//	newer.go         letters that the base's tokenizer is too old for
//	weights.go       the file of weights
//	encoder.go       the network
//	kernel.go        its steps, by processor
//	kernel_amd64.go  those by AVX2 and AVX-512 VNNI; tools/reader/kernel writes kernel_amd64.s
//	stub_amd64.go    what is in there
//	math.go          the same in Go
//	span.go          the words that answer are chosen
package reader

import (
	"context"
	"errors"
	"sync"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Passage is what is read with a question.
type Passage struct {
	// Context is what the passage leans on: the title, the sentence before. It
	// helps to understand and is never part of the answer. Its end counts if it
	// is long.
	Context string
	// Text is the passage. Of a long one, only the beginning is read.
	Text string
}

// Reading is what reading a passage with a question came to.
type Reading struct {
	// Answers is the logit that the passage answers the question: above 0 it
	// more likely does than not, as the network sees it. It is not calibrated.
	Answers float32
	// Span are the words most likely to be the answer: bytes of the passage's
	// text, on rune borders; empty when nothing was read.
	Span corpus.Span
	// SpanScore is the logit of these words against there being none.
	SpanScore float32
}

// Bounds in pieces of words. More is not read.
const (
	questionPieces = 48
	contextPieces  = 40
	passagePieces  = 256
	longestInput   = questionPieces + contextPieces + passagePieces + 4
)

// Reader reads. It is safe for concurrent use.
type Reader struct {
	load func() (*network, error)
	with *kernels
}

// New makes a Reader of a file of weights, as tools/reader writes it. The file
// is looked at when first read with, and stays in use.
func New(weights string) *Reader {
	return &Reader{sync.OnceValues(func() (*network, error) { return newNetwork(weights) }), fit()[0]}
}

// Read reads each of the passages with the question, one after another. Its
// error is that of the context, with what was read until then, or that the
// weights are damaged.
func (r *Reader) Read(ctx context.Context, question string, passages []Passage) ([]Reading, error) {
	out, err := r.read(func() bool { return ctx.Err() != nil }, question, passages)
	if errors.Is(err, errStopped) {
		err = ctx.Err()
	}
	return out, err
}

// errStopped tells that reading was stopped.
var errStopped = errors.New("reader: stopped")

// read is Read until stop says so, which is asked often.
func (r *Reader) read(stop func() bool, question string, passages []Passage) ([]Reading, error) {
	w, err := r.load()
	if err != nil {
		return nil, err
	}
	q := w.vocabulary.pieces(head(question), questionPieces)
	out := make([]Reading, len(passages))
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	for i, p := range passages {
		var ok bool
		if out[i], ok = w.read(r.with, s, stop, q, p); !ok {
			return out[:i], errStopped
		}
	}
	return out, nil
}

// read reads one passage; it reports whether it was not stopped.
func (w *network) read(k *kernels, s *scratch, stop func() bool, question []piece, p Passage) (Reading, bool) {
	text := w.vocabulary.pieces(head(p.Text), passagePieces)
	ids := make([]int32, 0, len(question)+contextPieces+len(text)+4)
	ids = append(ids, opening)
	add := func(ps []piece) {
		for _, p := range ps {
			ids = append(ids, p.id)
		}
		ids = append(ids, separator)
	}
	add(question)
	if before := w.vocabulary.pieces(tail(p.Context), len(p.Context)); len(before) > 0 {
		add(before[max(0, len(before)-contextPieces):])
	}
	passage := len(ids)
	add(text)
	if !w.encode(k, s, stop, ids, passage) {
		return Reading{}, false
	}
	out := Reading{Answers: w.judge(s.x)}
	if len(text) == 0 {
		return out, true
	}
	best := choose(w, s.x[passage*hidden:], head(p.Text), text)
	first, last := w.ends(s.x)
	out.Span = corpus.Span{Start: int(text[best.first].start), End: int(text[best.last].end)}
	out.SpanScore = best.score - float32(first+last)
	return out, true
}

// head is the beginning of a text that is long enough for all pieces of a
// passage, but where most of it is nothing: that is not read over to the end.
func head(s string) string {
	const enough = 1 << 14
	if len(s) <= enough {
		return s
	}
	n := enough
	for n > enough-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// tail is the end of a text that is long enough for all pieces of a context.
func tail(s string) string {
	const enough = 4096
	if len(s) <= enough {
		return s
	}
	s = s[len(s)-enough:]
	for i, r := range s {
		if r == ' ' || i > 256 {
			return s[i:]
		}
	}
	return s
}
