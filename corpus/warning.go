package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/page"
)

// fewWords is the number of words under which an article is "very short".
const fewWords = 60

// looked bounds, in bytes, the text that is searched for signs: far more than
// an article, and little enough to be read in no time.
const looked = 256 << 10

// doubts gives what a moderator should look at before adding
// a: signs that it is not the article, or not all of it. Language is judged
// and notices are looked for at the beginning and the end of long texts.
func (a *Article) doubts() []Warning {
	var out []Warning
	text := a.text(looked)
	count := len(strings.Fields(text))
	if spaceless := utf8.RuneCountInString(text) / 3; count*4 < spaceless {
		count = spaceless // Chinese has no spaces
	}
	switch {
	case noticeShare(a) >= 0.5, count < 150 && wall.MatchString(text):
		out = append(out, warn(DoubtNotice))
	case slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w.Kind == DoubtPaywall }):
	case wall.MatchString(a.lastWords()), walled(a):
		out = append(out, warn(DoubtPaywall))
	}
	if count < fewWords {
		out = append(out, warn(DoubtShort, count))
	}
	switch {
	case a.Title == "":
		out = append(out, warn(DoubtNoTitle))
	case len(a.Title) > 250 || len(Sentences(a.Title)) > 2:
		out = append(out, warn(DoubtLongTitle))
	}
	if languages := a.languages(); len(languages) > 1 {
		out = append(out, warn(DoubtMixed, strings.Join(languages, ", ")))
	}
	if d := language.Detect(text); a.Language != "" && d != "" && d != a.Language && language.Knows(a.Language) {
		out = append(out, warn(DoubtLanguage, a.Language, d))
	}
	if n, at := a.invisible(); n > 0 {
		out = append(out, warn(DoubtInvisible, n, at))
	}
	if n := a.repeats(); n > 2 && n*5 > len(a.Paragraphs) {
		out = append(out, warn(DoubtRepeats, n, len(a.Paragraphs)))
	}
	return out
}

// text is the beginning of a's text, up to a paragraph after about n bytes.
func (a *Article) text(n int) string {
	var b strings.Builder
	for _, p := range a.Paragraphs {
		if b.Len() > n {
			break
		}
		b.WriteString(strings.ToValidUTF8(p.Text[:min(len(p.Text), n)], ""))
		b.WriteByte('\n')
	}
	return b.String()
}

// lastWords is the end of a's text, where a paywall cuts it off.
func (a *Article) lastWords() string {
	last := a.Paragraphs[max(0, len(a.Paragraphs)-2):]
	var b strings.Builder
	for _, p := range last {
		b.WriteString(strings.ToValidUTF8(p.Text[max(0, len(p.Text)-300):], "") + "\n")
	}
	return b.String()
}

// walled reports whether one of the last paragraphs says, in any language, that
// the rest is for those who pay.
func walled(a *Article) bool {
	for _, p := range a.Paragraphs[max(0, len(a.Paragraphs)-2):] {
		if page.Wall(p.Text) {
			return true
		}
	}
	return false
}

var (
	// wall is what pages say instead of the article.
	wall = regexp.MustCompile(`(?i)subscribe (now )?to (continue|read|keep)|(to|and) (continue|keep) reading|continue reading (this article )?(with|for)|` +
		`already (a|have a) (subscriber|subscription|account)|(sign|log) ?in to (read|continue)|(this|the) (article|story|content) is (for|only|available (only )?to|reserved for) (our )?subscribers|` +
		`(free articles?|articles? (left|remaining))( left| remaining)? this month|start your (free )?trial|enable javascript|disable your ad ?blocker|are you a robot|verify (that )?you are (a )?human|access denied|page not found`)

	// notice is a paragraph about the page, its cookies or its readers' data.
	notice = regexp.MustCompile(`(?i)cookies?\b|\bconsent|privacy (policy|settings|choices)|personal data|our partners|(ads|advertising|advertisements) and content|terms of (use|service)|subscri(be|ption)|ad ?blocker`)
)

// noticeShare is the part of a's text, 0..1, in paragraphs that are notices.
func noticeShare(a *Article) float64 {
	all, about := 0, 0
	for _, p := range a.Paragraphs {
		if all += len(p.Text); all > looked {
			break
		}
		if len(notice.FindAllString(p.Text, 3))*150 >= min(len(p.Text), 450) {
			about += len(p.Text)
		}
	}
	return float64(about) / float64(max(1, all))
}

// languages gives the languages of a's longer paragraphs, in the order in
// which they appear, when each has a fair share.
func (a *Article) languages() []string {
	share := map[string]int{}
	all := 0
	var order []string
	for _, p := range a.Paragraphs[:min(len(a.Paragraphs), 200)] {
		l := language.Detect(p.Text)
		if l == "" {
			continue
		}
		if share[l] == 0 {
			order = append(order, l)
		}
		share[l] += len(p.Text)
		all += len(p.Text)
	}
	var out []string
	for _, l := range order {
		if share[l]*5 > all {
			out = append(out, l)
		}
	}
	return out
}

// invisible counts the characters of a that a reader does not see, and gives
// the first paragraph that has one. Line breaks inside a paragraph and the
// soft hyphens of web pages are ordinary.
func (a *Article) invisible() (n, first int) {
	for i := 0; i <= len(a.Paragraphs); i++ {
		p, _ := a.Paragraph(i)
		for _, r := range p.Text {
			if r != '\r' && r != '\u00ad' && Invisible(r) {
				if n == 0 {
					first = i
				}
				n++
			}
		}
	}
	return n, first
}

// repeats counts the paragraphs that are an earlier one once more.
func (a *Article) repeats() (n int) {
	seen := map[string]bool{}
	for _, p := range a.Paragraphs {
		if seen[p.Text] {
			n++
		}
		seen[p.Text] = true
	}
	return n
}
