// Package fact brings the facts about an article into one form: days,
// addresses, languages and what stands on one line.
//
//	day.go   days, by the months of many languages: month.txt
//	fact.go  addresses, languages, lines
package fact

import (
	"net/url"
	"regexp"
	"strings"
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
// and "" for anything else. Both of the written forms of Norwegian are "no".
func Language(tag string) string {
	tag = strings.TrimSpace(tag)
	if !languageTag.MatchString(tag) {
		return ""
	}
	n := strings.IndexAny(tag+"-", "-_")
	switch primary := strings.ToLower(tag[:n]); primary {
	case "nb", "nn":
		return "no"
	default:
		return primary
	}
}
