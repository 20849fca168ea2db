package ask

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// paragraphs makes an article of paragraphs.
func paragraphs(texts ...string) *index.Document {
	a := &corpus.Article{ID: "a1", Title: "Norland"}
	for _, t := range texts {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: t})
	}
	return &index.Document{Article: a}
}

func TestAskingWordsAreNoTerms(t *testing.T) {
	m, err := Load(os.DirFS("model"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ language, question, want string }{
		{"de", "Wie viele Brücken hat Norland?", "brucken norland"},
		{"ru", "Сколько мостов в Норланде?", "мостов норланде"},
		{"es", "¿Cuántos puentes tiene Norlandia?", "puentes norlandia"},
		{"el", "Πόσες γέφυρες έχει η Νορλανδία;", "γεφυρεσ νορλανδια"},
		{"und", "Wie viele Brücken hat Norland?", "wie viele brucken hat norland"},
	} {
		var got []string
		for _, term := range m.read(tt.question, tt.language).terms {
			got = append(got, term.form)
		}
		// "have" is a function word in some of the lists and not in others.
		got = slices.DeleteFunc(got, func(s string) bool { return s == "tiene" || s == "εχει" })
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: terms of %q are %q, want %q", tt.language, tt.question, got, tt.want)
		}
	}
}

func TestFoldOneLetter(t *testing.T) {
	for _, tt := range []struct{ name, x, y string }{
		{"Greek final sigma", "ΛΌΓΟΣ", "λόγος"},
		{"Arabic hamza", "أحمد", "احمد"},
		{"Arabic last letters", "مدرسة", "مدرسه"},
		{"Arabic tatweel", "محـــمد", "محمد"},
	} {
		if x, y := fold(nil, tt.x), fold(nil, tt.y); string(x) != string(y) {
			t.Errorf("%s: fold(%q) = %q, fold(%q) = %q", tt.name, tt.x, x, tt.y, y)
		}
	}
}

func TestShareBeginningCountsLetters(t *testing.T) {
	for _, tt := range []struct {
		x, y string
		want bool
	}{
		{"regulat", "regulator", true},
		{"норландск", "норланд", true},
		{"мостов", "мостик", false}, // four letters in eight bytes
		{"год", "годност", false},
	} {
		if got := shareBeginning(tt.x, tt.y); got != tt.want {
			t.Errorf("shareBeginning(%q, %q) = %v, want %v", tt.x, tt.y, got, tt.want)
		}
	}
}

func TestCommonRun(t *testing.T) {
	for _, tt := range []struct {
		x, y string
		want int
	}{
		{"regierung", "bundesregierung", 9},
		{"мост", "мостостроение", 4},
		{"abc", "xyz", 0},
		{"", "abc", 0},
		{strings.Repeat("a", 200), strings.Repeat("a", 200), alikeLetters},
	} {
		if got := commonRun(letters(nil, tt.x), letters(nil, tt.y)); got != tt.want {
			t.Errorf("commonRun(%q, %q) = %d, want %d", tt.x, tt.y, got, tt.want)
		}
	}
}

// TestCompound: "Brücke" is only in a compound, and no stemmer knows.
func TestCompound(t *testing.T) {
	m, err := Load(os.DirFS("model"))
	if err != nil {
		t.Fatal(err)
	}
	a := analyse(paragraphs("Die Stadtbrücke wurde gesperrt.", "Der Markt blieb offen."), "de", m)
	r := m.rank(m.read("Wann wurde die Brücke gesperrt?", "de"), a)
	if first, second := r.passageX[0][pAlike], r.passageX[1][pAlike]; first <= second {
		t.Errorf("alike is %.3f with the compound and %.3f without", first, second)
	}
	r = m.rank(m.read("When was the bridge closed?", "en"), analyse(paragraphs("The drawbridge was closed."), "en", m))
	if x := r.passageX[0][pAlike]; x != 0 {
		t.Errorf("alike is %.3f in English, want 0", x)
	}
}
