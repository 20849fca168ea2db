// Package fact brings the facts about an article into one form: days,
// addresses, languages and what stands on one line.
//
//	fact.go  all of them
package fact

import (
	"net/url"
	"regexp"
	"strings"
	"time"
)

// MaxField bounds a field of metadata, in bytes: a longer title is text.
const MaxField = 1000

// Line gives a field of metadata with its white space as single spaces,
// cut to at most MaxField bytes.
func Line(s string) string {
	s = strings.Join(strings.Fields(s[:min(len(s), 4*MaxField)]), " ")
	if len(s) > MaxField {
		s = strings.ToValidUTF8(s[:MaxField], "")
	}
	return strings.ToValidUTF8(s, "")
}

// dateLayouts are the forms of a date that mean one day everywhere. Dates of
// three numbers with slashes are not among them.
var dateLayouts = [...]string{
	"2006-01-02", "2006/01/02", "2006.01.02", "20060102",
	"2 January 2006", "2. January 2006", "January 2, 2006", "January 2 2006",
	"2 Jan 2006", "2. Jan 2006", "Jan 2, 2006", "Jan 2 2006", "Jan. 2, 2006", "2 Jan. 2006",
	"2.1.2006",
}

var (
	isoDate = regexp.MustCompile(`^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$`)
	weekday = regexp.MustCompile(`(?i)^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,? `)
	sept    = regexp.MustCompile(`(?i)\bsept(ember|\.)?`)
	clockAt = regexp.MustCompile(`(?i),?( at)? \d{1,2}[:.]\d{2}.*$`)
)

// Day gives a date as YYYY-MM-DD where s clearly says one day, with or
// without a time of day, and s as it is printed otherwise. The day is the one
// that the publisher printed: no time zone is converted.
func Day(s string) string {
	s = Line(s)
	day := weekday.ReplaceAllString(s, "")
	if m := isoDate.FindStringSubmatch(day); m != nil {
		day = m[1] + "-" + m[2] + "-" + m[3]
	}
	day = clockAt.ReplaceAllString(day, "")
	day = sept.ReplaceAllString(day, "Sep")
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, day); err == nil && t.Year() > 1000 {
			return t.Format(time.DateOnly)
		}
	}
	return s
}

// Address gives an http or https address in its normal form, without a user
// name, and "" for anything else.
func Address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	return u.String()
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}([-_].*)?$`)

// Language gives the primary subtag of a BCP 47 tag, "en" of "en-GB",
// and "" for anything else.
func Language(tag string) string {
	tag = strings.TrimSpace(tag)
	if !languageTag.MatchString(tag) {
		return ""
	}
	n := strings.IndexAny(tag+"-", "-_")
	return strings.ToLower(tag[:n])
}
