package quote_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// FuzzExtract checks what must hold for any text: refs name words of the
// article, runs stand in order and do not overlap, every quote's speaker is
// listed, and the same text gives the same answer.
func FuzzExtract(f *testing.F) {
	f.Add("Title", strings.Join(paragraphs, "\n"), "en")
	f.Add("‘No,’ says Oak", "“Unclosed, he said.\n“And on,” Oak said, Radio Brae reported.", "")
	f.Add("", "OAK: Yes.\nTATE: “No.”\n— Ann Oak", "en")
	f.Add("«Oui»", "„Ja“, sagte sie. »Nein.«", "de")
	for _, h := range hostile {
		f.Add("T", strings.Repeat(h.text, 40), "en")
	}
	f.Fuzz(func(t *testing.T, title, text, language string) {
		a := &corpus.Article{ID: "a1", Title: strings.ToValidUTF8(title, "?"), TitleDoc: -1, Language: language}
		for p := range strings.SplitSeq(strings.ToValidUTF8(text, "?"), "\n") {
			if p != "" {
				a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
			}
		}
		x := quote.Extract(a)
		checkExtraction(t, a, x)
		if diff := cmp.Diff(x, quote.Extract(a)); diff != "" {
			t.Errorf("twice is not the same:\n%s", diff)
		}
	})
}

// FuzzLinear checks that no text, repeated, takes more than linear time: of two
// articles made of it the one eight times as long takes at most six times the
// time for each byte and a quarter of a second more, at the best of four tries:
// a busy machine does not matter.
func FuzzLinear(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.text)
	}
	f.Add(strings.Join(paragraphs, " "))
	f.Fuzz(func(t *testing.T, text string) {
		if text = strings.ToValidUTF8(text, "?"); text == "" || len(text) > 4<<10 {
			t.Skip("not a text to repeat")
		}
		took := func(size int) time.Duration {
			begun := time.Now()
			quote.Extract(&corpus.Article{Title: "T", Language: "en", Paragraphs: []corpus.Paragraph{{Text: strings.Repeat(text, 1+size/len(text)), Doc: -1}}})
			return time.Since(begun)
		}
		for try := 1; ; try++ {
			short, long := took(4<<10), took(32<<10)
			if long <= 48*short+250*time.Millisecond {
				return
			}
			if try == 4 {
				t.Fatalf("32 KB took %v, 4 KB %v", long, short)
			}
		}
	})
}

func checkExtraction(t *testing.T, a *corpus.Article, x *quote.Extraction) {
	t.Helper()
	cut := func(what string, r corpus.Ref) {
		if s, err := a.Cut(r); err != nil || s == "" {
			t.Errorf("%s %v: cut gives %q, %v", what, r, s, err)
		}
	}
	names := map[string]bool{}
	for _, s := range x.Speakers {
		names[s.Name] = true
		for _, m := range s.Mentions {
			cut("mention of "+s.Name, m)
		}
	}
	var runs []corpus.Ref
	utterance, last := 0, corpus.Ref{}
	for _, q := range x.Quotes {
		cut("quote", q.Ref)
		if !q.Mention.Empty() {
			cut("mention", q.Mention)
		}
		if !q.Cue.Empty() {
			cut("cue", q.Cue)
		}
		if q.Confidence < 0 || q.Confidence > 1 {
			t.Errorf("%v: confidence %v", q.Ref, q.Confidence)
		}
		if q.Speaker != "" && !names[q.Speaker] {
			t.Errorf("%v: speaker %q is not listed", q.Ref, q.Speaker)
		}
		if q.Utterance < 1 {
			t.Errorf("%v: utterance %d", q.Ref, q.Utterance)
		}
		if q.Ref.Paragraph < last.Paragraph || q.Ref.Paragraph == last.Paragraph && q.Ref.Start < last.Start {
			t.Errorf("%v comes after %v", q.Ref, last)
		}
		last = q.Ref
		if q.Kind == quote.Indirect {
			continue
		}
		if q.Utterance < utterance {
			t.Errorf("%v: utterance %d after %d", q.Ref, q.Utterance, utterance)
		}
		utterance = q.Utterance
		runs = append(runs, q.Ref)
	}
	for _, q := range x.NotQuotes {
		cut("no quote", q.Ref)
		if q.Why == "" {
			t.Errorf("%v: no reason", q.Ref)
		}
		runs = append(runs, q.Ref)
	}
	for i, r := range runs {
		for _, s := range runs[:i] {
			if r.Paragraph == s.Paragraph && r.Overlaps(s.Span) {
				t.Errorf("%v and %v overlap", r, s)
			}
		}
	}
}
