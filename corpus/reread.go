package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// Reread reads an article once more from the bytes that a was read from, as
// this version reads them. What a person may have put right since stays: its
// address, a publisher, a day that is one, and a title, unless that was the
// beginning of the text or had the site's name beside it. The errors are those
// of [Parse]. The article is new, without id and revision.
func (a *Article) Reread(original []byte) (*Article, error) {
	b, err := Parse(a.File, original)
	if err != nil {
		return nil, err
	}
	was, is := a.Details(), b.Details()
	if was.Title != "" && !slices.Contains(b.texts(), was.Title) && (is.Title == "" || !strings.Contains(was.Title, is.Title)) {
		is.Title = was.Title
	}
	is.Publisher = cmp.Or(was.Publisher, is.Publisher)
	if day(was.Date) || is.Date == "" {
		is.Date = was.Date
	}
	is.URL = cmp.Or(was.URL, is.URL)
	if err := b.SetDetails(is); err != nil {
		return nil, err
	}
	b.Byline = cmp.Or(b.Byline, a.Byline)
	return b, nil
}

// texts gives the texts of a's paragraphs.
func (a *Article) texts() []string {
	out := make([]string, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		out[i] = p.Text
	}
	return out
}

// Same reports whether a and b say the same: texts and facts, whatever their
// ids and warnings.
func (a *Article) Same(b *Article) bool {
	return a.Details() == b.Details() && a.Byline == b.Byline && a.Language == b.Language && slices.Equal(a.texts(), b.texts())
}

// day reports whether a date is one day.
func day(date string) bool {
	return len(date) == len("2006-01-02") && date[4] == '-' && date[7] == '-'
}
