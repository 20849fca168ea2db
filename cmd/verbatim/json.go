package main

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// The shapes of --json. They are fixed: other people's programs read them.
// All offsets are runes, counted from 0, and the end is not included.

type askJSON struct {
	Question   string         `json:"question"`
	Answered   bool           `json:"answered"`
	Confidence float64        `json:"confidence"`
	Answer     string         `json:"answer"`
	Citations  []citationJSON `json:"citations"`
	Nearest    []citationJSON `json:"nearest"`
	Unsure     bool           `json:"unsure"`         // answered, but shown as a perhaps
	Chat       bool           `json:"chat"`           // small talk: no question
	Head       bool           `json:"head,omitempty"` // stands in the article's head and in no paragraph
	Names      []string       `json:"names,omitempty"`
	Why        *whyJSON       `json:"why,omitempty"` // with --why
}

type citationJSON struct {
	Article     string  `json:"article"`
	File        string  `json:"file"`
	Title       string  `json:"title"`
	Paragraph   int     `json:"paragraph"`
	Paragraphs  int     `json:"paragraphs"`
	Start       int     `json:"start"`
	End         int     `json:"end"`
	Text        string  `json:"text"`
	AnswerStart int     `json:"answer_start"`
	AnswerEnd   int     `json:"answer_end"`
	Speaker     string  `json:"speaker"`
	Kind        string  `json:"kind"`
	Via         string  `json:"via"`
	URL         string  `json:"url"`
	Score       float64 `json:"score"`
	Page        string  `json:"page"` // ours, when pages are on
}

type quotesJSON struct {
	File       string         `json:"file"`
	Title      string         `json:"title"`
	Paragraphs int            `json:"paragraphs"`
	Quotes     []quoteJSON    `json:"quotes"`
	NotQuotes  []notQuoteJSON `json:"not_quotes"`
	Speakers   []speakerJSON  `json:"speakers"`
}

// wordsJSON is words of the article. When there are none, Text is "", the
// offsets are 0 and those in the file -1.
type wordsJSON struct {
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	DocStart  int    `json:"doc_start"`
	DocEnd    int    `json:"doc_end"`
	Text      string `json:"text"`
}

type quoteJSON struct {
	wordsJSON
	Kind       string    `json:"kind"`
	Speaker    string    `json:"speaker"`
	Role       string    `json:"role"`
	Mention    wordsJSON `json:"mention"`
	Cue        wordsJSON `json:"cue"`
	Via        string    `json:"via"`
	Denied     bool      `json:"denied"`
	Utterance  int       `json:"utterance"`
	Confidence float64   `json:"confidence"`
}

type notQuoteJSON struct {
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Why       string `json:"why"`
}

type speakerJSON struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	Role    string   `json:"role"`
	Quotes  int      `json:"quotes"`
}

type checkJSON struct {
	Quote          string         `json:"quote"`
	Verdict        string         `json:"verdict"`
	Similarity     float64        `json:"similarity"`
	SpeakerClaimed string         `json:"speaker_claimed"`
	SpeakerFound   string         `json:"speaker_found"`
	Claim          string         `json:"claim"`
	Denied         bool           `json:"denied"`
	Citations      []citationJSON `json:"citations"`
	Changes        []changeJSON   `json:"changes"`
}

type changeJSON struct {
	Op   string `json:"op"`
	From string `json:"from"`
	To   string `json:"to"`
	Risk string `json:"risk"`
}

// writeJSON writes v as one line.
func writeJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	// Unicode calls U+0085 a line end and so do some readers of lines (Python's
	// splitlines); encoding/json escapes all the others.
	line := bytes.ReplaceAll(b.Bytes(), []byte("\u0085"), []byte(`\u0085`))
	_, err := w.Write(line)
	return err
}

func answerToJSON(question string, a *ask.Answer, at pageAddress) (askJSON, error) {
	o := askJSON{Question: question, Answered: a.Answered, Confidence: a.Confidence, Unsure: a.Unsure(), Chat: a.Talk != "", Head: a.Head != "", Answer: a.Head, Names: a.Names}
	var err error
	if o.Citations, err = citationsToJSON(a.Citations, at); err != nil {
		return o, err
	}
	if o.Nearest, err = citationsToJSON(a.Nearest, at); err != nil {
		return o, err
	}
	if a.Answered && len(a.Citations) > 0 {
		o.Answer, err = marked(a.Citations[0])
	}
	return o, err
}

func citationsToJSON(cs []cite.Citation, at pageAddress) ([]citationJSON, error) {
	o := make([]citationJSON, 0, len(cs))
	for _, c := range cs {
		j, err := citationToJSON(c)
		if err != nil {
			return nil, err
		}
		j.Page = at(c)
		o = append(o, j)
	}
	return o, nil
}

func citationToJSON(c cite.Citation) (citationJSON, error) {
	text, err := c.Article.Cut(c.Ref)
	if err != nil {
		return citationJSON{}, err
	}
	p, _ := c.Article.Paragraph(c.Ref.Paragraph)
	start, end := corpus.Runes(p.Text, c.Ref.Span)
	o := citationJSON{
		Article: c.Article.ID, File: c.Article.File, Title: c.Article.Title,
		Paragraph: c.Ref.Paragraph, Paragraphs: len(c.Article.Paragraphs),
		Start: start, End: end, Text: text,
		AnswerStart: start, AnswerEnd: start,
		Speaker: c.Speaker, Kind: string(c.Kind), Via: c.Via, URL: c.Article.URL, Score: c.Score,
	}
	if !c.Mark.Empty() {
		o.AnswerStart, o.AnswerEnd = corpus.Runes(p.Text, c.Mark)
	}
	return o, nil
}

// marked gives the words of c that answer, "" when nothing is marked.
func marked(c cite.Citation) (string, error) {
	return c.Article.Cut(corpus.Ref{Article: c.Ref.Article, Paragraph: c.Ref.Paragraph, Span: c.Mark})
}

func quotesToJSON(a *corpus.Article, x *quote.Extraction) (quotesJSON, error) {
	o := quotesJSON{
		File: a.File, Title: a.Title, Paragraphs: len(a.Paragraphs),
		Quotes:    make([]quoteJSON, 0, len(x.Quotes)),
		NotQuotes: make([]notQuoteJSON, 0, len(x.NotQuotes)),
		Speakers:  make([]speakerJSON, 0, len(x.Speakers)),
	}
	for _, q := range x.Quotes {
		j := quoteJSON{
			Kind: string(q.Kind), Speaker: q.Speaker, Role: q.Role, Via: q.Via,
			Denied: q.Denied, Utterance: q.Utterance, Confidence: q.Confidence,
		}
		var err error
		if j.wordsJSON, err = wordsToJSON(a, q.Ref); err != nil {
			return o, err
		}
		if j.Mention, err = wordsToJSON(a, q.Mention); err != nil {
			return o, err
		}
		if j.Cue, err = wordsToJSON(a, q.Cue); err != nil {
			return o, err
		}
		o.Quotes = append(o.Quotes, j)
	}
	for _, n := range x.NotQuotes {
		w, err := wordsToJSON(a, n.Ref)
		if err != nil {
			return o, err
		}
		o.NotQuotes = append(o.NotQuotes, notQuoteJSON{w.Paragraph, w.Start, w.End, w.Text, n.Why})
	}
	for _, s := range x.Speakers {
		o.Speakers = append(o.Speakers, speakerJSON{s.Name, append([]string{}, s.Aliases...), s.Role, s.Quotes})
	}
	return o, nil
}

func wordsToJSON(a *corpus.Article, r corpus.Ref) (wordsJSON, error) {
	if r.Empty() {
		return wordsJSON{DocStart: -1, DocEnd: -1}, nil
	}
	text, err := a.Cut(r)
	if err != nil {
		return wordsJSON{}, err
	}
	p, _ := a.Paragraph(r.Paragraph)
	o := wordsJSON{Paragraph: r.Paragraph, Text: text}
	o.Start, o.End = corpus.Runes(p.Text, r.Span)
	o.DocStart, o.DocEnd = a.Doc(r)
	return o, nil
}

func resultToJSON(p check.Purported, r *check.Result, at pageAddress) (checkJSON, error) {
	o := checkJSON{
		Quote: p.Text, Verdict: string(r.Verdict), Similarity: r.Similarity,
		SpeakerClaimed: r.SpeakerClaimed, SpeakerFound: r.SpeakerFound, Claim: r.Claim, Denied: r.Denied,
		Changes: make([]changeJSON, 0, len(r.Changes)),
	}
	for _, c := range r.Changes {
		o.Changes = append(o.Changes, changeJSON{string(c.Op), c.From, c.To, string(c.Risk)})
	}
	var err error
	o.Citations, err = citationsToJSON(r.Citations, at)
	return o, err
}
