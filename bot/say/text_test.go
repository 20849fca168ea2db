package say

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var verbs = regexp.MustCompile(`%[a-z]`)

// TestCatalogue compares every language with English: nothing missing, nothing
// more, and the same places for values in the same order.
func TestCatalogue(t *testing.T) {
	for name, lang := range map[string]*Words{"ru": &russian, "de": &german, "fr": &french, "es": &spanish} {
		en, other := reflect.ValueOf(english), reflect.ValueOf(*lang)
		for i := range en.NumField() {
			field := en.Type().Field(i).Name
			if en.Field(i).Kind() != reflect.String {
				continue
			}
			want, got := en.Field(i).String(), other.Field(i).String()
			if want == "" || got == "" {
				t.Errorf("%s: %s is empty", name, field)
			}
			if diff := cmp.Diff(verbs.FindAllString(want, -1), verbs.FindAllString(got, -1)); diff != "" {
				t.Errorf("%s: %s (-en +%s):\n%s", name, field, name, diff)
			}
		}
		for i := range reflect.TypeFor[errorWords]().NumField() {
			en, other := reflect.ValueOf(english.Errors).Field(i).String(), reflect.ValueOf(lang.Errors).Field(i).String()
			if diff := cmp.Diff(verbs.FindAllString(en, -1), verbs.FindAllString(other, -1)); diff != "" || en == "" || other == "" {
				t.Errorf("%s: problem %d (-en +%s):\n%s", name, i, name, diff)
			}
		}
		for kind, en := range english.Corpus.Doubts {
			if diff := cmp.Diff(verbs.FindAllString(en, -1), verbs.FindAllString(lang.Corpus.Doubts[kind], -1)); diff != "" || lang.Corpus.Doubts[kind] == "" {
				t.Errorf("%s: doubt %q (-en +%s):\n%s", name, kind, name, diff)
			}
		}
		for path, en := range english.Commands {
			got := lang.Commands[path]
			if got.Name == "" || (got.Description == "") != (en.Description == "") {
				t.Errorf("%s: command %q has %+v", name, path, got)
			}
		}
		if len(lang.Commands) != len(english.Commands) {
			t.Errorf("%s: %d command texts, English has %d", name, len(lang.Commands), len(english.Commands))
		}
	}
}

func TestWordsFor(t *testing.T) {
	for locale, want := range map[string]*Words{"de": &german, "ru": &russian, "fr": &french, "es-ES": &spanish, "es-419": &spanish, "en-GB": &english, "": &english, "pt-BR": &english, "DE": &german} {
		if WordsFor(locale) != want {
			t.Errorf("wordsFor(%q) is another language", locale)
		}
	}
}

// TestLimits holds every text against what Discord takes of its kind (docs:
// application-commands, components/reference).
func TestLimits(t *testing.T) {
	typed := regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)
	for name, w := range map[string]*Words{"en": &english, "ru": &russian, "de": &german, "fr": &french, "es": &spanish} {
		for path, c := range w.Commands {
			menu := c.Description == "" // a choice, or a command of a message's menu: any writing
			if !menu && (!typed.MatchString(c.Name) || strings.ToLower(c.Name) != c.Name) || Width(c.Name) > 32 || Width(c.Description) > 100 {
				t.Errorf("%s: %s is called %q, %q", name, path, c.Name, c.Description)
			}
		}
		for limit, texts := range map[int][]string{
			80: {w.Context, w.More, w.Share, w.NotRight, w.Remove, w.Earlier, w.Later, w.ForgetMe, w.OpenAt, w.Corpus.Details, w.Corpus.Add, w.Corpus.Replace, w.Corpus.Cancel, w.Corpus.Undo, w.Corpus.Rollback},
			45: {w.DoubtForm, w.DoubtField, w.Corpus.PasteForm, w.Corpus.Title, w.Corpus.Text, w.Corpus.TextMore, w.Corpus.Publisher, w.Corpus.Date, w.Corpus.URL},
			100: {
				w.ChooseHint, w.DoubtHint, w.DoubtFieldHint, w.WrongPassage, w.WrongSpeaker, w.ShouldKnow, w.ShouldHaveSaidNo,
			},
		} {
			for _, text := range texts {
				if Width(text) > limit {
					t.Errorf("%s: %q is over %d", name, text, limit)
				}
			}
		}
	}
}

// TestCommandsApart looks for two commands, or two options of one command,
// that have the same name in one language: Discord refuses them.
func TestCommandsApart(t *testing.T) {
	for name, w := range map[string]*Words{"en": &english, "ru": &russian, "de": &german, "fr": &french, "es": &spanish} {
		seen := map[string]string{}
		for path, c := range w.Commands {
			above := ""
			if i := strings.LastIndex(path, "."); i >= 0 {
				above = path[:i]
			}
			if other, ok := seen[above+"."+c.Name]; ok {
				t.Errorf("%s: %s and %s are both called %q", name, path, other, c.Name)
			}
			seen[above+"."+c.Name] = path
		}
	}
}

var mentionedCommand = regexp.MustCompile("`/([^`]+)`")

// TestCommandsInTexts looks up every command that a text names, under the name
// that it has for readers of that language.
func TestCommandsInTexts(t *testing.T) {
	for name, lang := range map[string]*Words{"en": &english, "ru": &russian, "de": &german, "fr": &french, "es": &spanish} {
		known := map[string]bool{}
		for path := range lang.Commands {
			var parts []string
			for i := range strings.Count(path, ".") + 1 {
				at := strings.Join(strings.Split(path, ".")[:i+1], ".")
				parts = append(parts, lang.Commands[at].Name)
			}
			known[strings.Join(parts, " ")] = true
		}
		n := 0
		for _, m := range mentionedCommand.FindAllStringSubmatch(fmt.Sprintf("%+v", *lang), -1) {
			n++
			if !known[m[1]] {
				t.Errorf("%s: /%s is no command of that language", name, m[1])
			}
		}
		if n < 20 {
			t.Errorf("%s: %d commands in texts", name, n)
		}
	}
}

func TestWait(t *testing.T) {
	for d, want := range map[time.Duration]string{0: "1 s", 1200 * time.Millisecond: "2 s", 80 * time.Second: "80 s", 5 * time.Minute: "5 min"} {
		if got := english.Wait(d); got != want {
			t.Errorf("wait(%v) = %q, want %q", d, got, want)
		}
	}
}

func TestReference(t *testing.T) {
	if a, b := reference(), reference(); len(a) != 8 || a == b || strings.ToUpper(a) != a {
		t.Errorf("references %q, %q", a, b)
	}
}
