// Command read reads passages with a file of weights: from standard input one
// {"q": question, "c": [context], "p": [passage]} a line, to standard output
// the same with "r": [[logit, start byte, end byte, span score]].
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/verbatim-bot/verbatim/index/reader"
)

type line struct {
	Question string       `json:"q"`
	Context  []string     `json:"c"`
	Passages []string     `json:"p"`
	Readings [][4]float32 `json:"r"`
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: read WEIGHTS < QUESTIONS.jsonl")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}
}

func run(weights string, in io.Reader, out io.Writer) error {
	b, err := os.ReadFile(weights)
	if err != nil {
		return err
	}
	r := reader.New(string(b))
	w := bufio.NewWriter(out)
	dec, enc := json.NewDecoder(in), json.NewEncoder(w)
	for {
		var l line
		if err := dec.Decode(&l); err == io.EOF {
			return w.Flush()
		} else if err != nil {
			return err
		}
		ps := make([]reader.Passage, len(l.Passages))
		for i, p := range l.Passages {
			ps[i] = reader.Passage{Context: l.Context[i], Text: p}
		}
		rs, err := r.Read(context.Background(), l.Question, ps)
		if err != nil {
			return err
		}
		for _, r := range rs {
			l.Readings = append(l.Readings, [4]float32{r.Answers, float32(r.Span.Start), float32(r.Span.End), r.SpanScore})
		}
		if err := enc.Encode(l); err != nil {
			return err
		}
	}
}
