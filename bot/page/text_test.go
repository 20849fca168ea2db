package page

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
)

var verbs = regexp.MustCompile(`%[a-z]`)

// TestCatalogue compares every language with English: nothing missing, and the
// same places for values in the same order.
func TestCatalogue(t *testing.T) {
	for _, w := range languages {
		en, other := reflect.ValueOf(english), reflect.ValueOf(*w)
		for i := range en.NumField() {
			if en.Field(i).Kind() != reflect.String {
				continue
			}
			want, got := en.Field(i).String(), other.Field(i).String()
			if got == "" || !slices.Equal(verbs.FindAllString(want, -1), verbs.FindAllString(got, -1)) {
				t.Errorf("%s: %s is %q", w.Language, en.Type().Field(i).Name, got)
			}
		}
		for kind := range english.Kinds {
			if w.Kinds[kind] == "" {
				t.Errorf("%s: a quote that is %s has no words", w.Language, kind)
			}
		}
	}
	for accepted, want := range map[string]*catalogue{"de-AT,en;q=0.5": &german, "pl, ru": &russian, "fr-CA": &french, "es": &spanish, "": &english, "xx": &english} {
		if wordsFor(accepted) != want {
			t.Errorf("%q is read in another language", accepted)
		}
	}
}
