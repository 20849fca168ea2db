package corpus

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	encunicode "golang.org/x/text/encoding/unicode"
)

func TestParse(t *testing.T) {
	for _, path := range glob(t, "testdata/parse/*.txtar") {
		golden(t, path, ".txt,.md,.html", ".want", func(name string, data []byte) string {
			a, err := Parse(name, data)
			if err != nil {
				return "error: " + err.Error() + "\n"
			}
			return describe(a)
		})
	}
}

// describe writes an article as the golden files have it.
func describe(a *Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("title", a.Title)
	field("byline", a.Byline)
	field("publisher", a.Publisher)
	field("date", a.Date)
	field("url", a.URL)
	field("language", a.Language)
	for _, w := range a.Warnings {
		field("warning", w.String())
	}
	for i, p := range a.Paragraphs {
		fmt.Fprintf(&b, "%d @%d %s\n", i+1, p.Doc, strings.ReplaceAll(p.Text, "\n", "\n   "))
	}
	return b.String()
}

func encode(t *testing.T, enc encoding.Encoding, text string) []byte {
	t.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestParseEncodings(t *testing.T) {
	const english = "Café in Orlo reopens\n“We waited,” said Zoë Brandt – the owner – on Friday. It was her fête.\n"
	const russian = "Гавань закрыта\nГавань Орло закроется в понедельник, сказал мэр. «У нас нет выбора».\n"
	const chinese = "港口将于周一关闭\n市长说，港口将于周一关闭。没有人被问到。\n"
	const kana = "港は月曜日に閉鎖される\n市長によると、港は月曜日に閉鎖される。だれもきかれなかった。\n"
	u16 := func(e encunicode.Endianness, b encunicode.BOMPolicy) encoding.Encoding { return encunicode.UTF16(e, b) }
	tests := []struct {
		name    string
		data    []byte
		want    string
		warning string
	}{
		{"UTF-8", []byte(english), english, ""},
		{"UTF-8 with a mark", []byte("\ufeff" + english), english, ""},
		{"UTF-16 little with a mark", encode(t, u16(encunicode.LittleEndian, encunicode.UseBOM), english), english, "converted from UTF-16"},
		{"UTF-16 big with a mark", encode(t, u16(encunicode.BigEndian, encunicode.UseBOM), english), english, "converted from UTF-16"},
		{"UTF-16 little", encode(t, u16(encunicode.LittleEndian, encunicode.IgnoreBOM), english), english, "converted from UTF-16"},
		{"UTF-16 big", encode(t, u16(encunicode.BigEndian, encunicode.IgnoreBOM), english), english, "converted from UTF-16"},
		{"UTF-16 Russian", encode(t, u16(encunicode.LittleEndian, encunicode.IgnoreBOM), russian), russian, "converted from UTF-16"},
		{"UTF-16 Chinese", encode(t, u16(encunicode.LittleEndian, encunicode.IgnoreBOM), chinese), chinese, "converted from UTF-16"},
		{"Windows-1252", encode(t, charmap.Windows1252, english), english, "converted from Windows-1252"},
		{"Latin-1", encode(t, charmap.ISO8859_1, "Caf\u00e9\nIt was a f\u00eate.\n"), "Café\nIt was a fête.\n", "converted from Windows-1252"},
		{"Windows-1251", encode(t, charmap.Windows1251, strings.Repeat(russian, 3)), strings.Repeat(russian, 3), "converted from windows-1251"},
		{"Shift JIS", encode(t, japanese.ShiftJIS, strings.Repeat(kana, 5)), strings.Repeat(kana, 5), "converted from Shift_JIS"},
		{"GBK", encode(t, simplifiedchinese.GBK, strings.Repeat(chinese, 5)), strings.Repeat(chinese, 5), "converted from GB18030"},
		{"damaged UTF-8", []byte("Caf\u00e9 f\u00eate\nIt was \xff a f\u00eate \u2013 in \u00c5s.\n"), "Café fête\nIt was \ufffd a fête – in Ås.\n", "1 bytes were not UTF-8 and show as \ufffd"},
		{"stray NUL", []byte("Title\nIt \x00was late.\n"), "Title\nIt \x00was late.\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, warning, err := decode(tt.data, false)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			if !strings.EqualFold(warning.String(), tt.warning) {
				t.Errorf("warning = %q, want %q", warning, tt.warning)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	noise := make([]byte, 4096)
	for i, x := 0, uint32(7); i < len(noise); i++ {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	tests := []struct {
		name string
		data string
		want error
	}{
		{"nothing", "", ErrEmpty},
		{"a mark alone", "\ufeff", ErrEmpty},
		{"white space", " \r\n\t\n\u00a0", ErrEmpty},
		{"empty page", "<!doctype html><html><body></body></html>", ErrEmpty},
		{"deep page", "<!doctype html>" + strings.Repeat("<div>", 2000) + "text", ErrEmpty},
		{"page of unclosed bold", "<!doctype html>" + strings.Repeat("<b>", 500) + strings.Repeat("<p>x", 10_000), ErrTooLarge},
		{"page of ten thousand paragraphs", "<!doctype html>" + strings.Repeat("<p>one", 10_001), ErrTooLarge},
		{"front matter alone", "---\ntitle: x\n---\n", ErrEmpty},
		{"PDF", "%PDF-1.7\n", ErrBinary},
		{"Word", "PK\x03\x04....", ErrBinary},
		{"picture", "\x89PNG\r\n", ErrBinary},
		{"noise", string(noise), ErrBinary},
		{"only NULs", strings.Repeat("\x00", 100), ErrBinary},
		{"too large", strings.Repeat("a b\n", MaxSize/4) + "c", ErrTooLarge},
		{"far too large", strings.Repeat("a b\n", MaxSize+1), ErrTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if a, err := Parse("x.txt", []byte(tt.data)); !errors.Is(err, tt.want) {
				t.Errorf("got %v, %v, want %v", a, err, tt.want)
			}
		})
	}
}

// TestParseKeepsText checks that no character is dropped or replaced, however
// odd, between the outer white space of a line.
func TestParseKeepsText(t *testing.T) {
	const odd = "a\u0083b\x1bc\u202ad\ufeffe\u200bf\u00a0g\x00h\vi\fj\u2028k\u0085l\u202em\ufffdn\U0001F600o\u0301"
	for _, ends := range []string{"\n", "\r\n", "\r"} {
		text := "T" + odd + ends + odd + ends + ends + odd + "z"
		a, err := Parse("x.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		want := &Article{
			File: "x.txt", Title: "T" + odd, TitleDoc: 0, Language: a.Language, Warnings: a.Warnings,
			Paragraphs: []Paragraph{
				{odd, utf8.RuneCountInString("T" + odd + ends)},
				{odd + "z", utf8.RuneCountInString("T" + odd + ends + odd + ends + ends)},
			},
		}
		if diff := cmp.Diff(want, a); diff != "" {
			t.Errorf("line ends %q (-want +got):\n%s", ends, diff)
		}
	}
}

func seeds(f *testing.F, suffix string) {
	f.Helper()
	n := 0
	for _, path := range glob(f, "testdata/parse/*.txtar") {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, suffix) {
				f.Add(file.Data)
				n++
			}
		}
	}
	if n == 0 {
		f.Fatalf("no seed ends in %s", suffix)
	}
}

// law checks what holds of every article that Parse gives.
func law(t *testing.T, name string, data []byte) *Article {
	t.Helper()
	a, err := Parse(name, data)
	if err != nil {
		if !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrBinary) && !errors.Is(err, ErrTooLarge) {
			t.Fatalf("undocumented error: %v", err)
		}
		return nil
	}
	if err := a.Valid(); err != nil {
		t.Fatal(err)
	}
	if len(a.Paragraphs) == 0 {
		t.Fatal("no paragraphs and no error")
	}
	for i, p := range a.Paragraphs {
		if strings.TrimFunc(p.Text, unicode.IsSpace) != p.Text {
			t.Fatalf("paragraph %d is not trimmed: %q", i+1, p.Text)
		}
	}
	for _, s := range []string{a.Byline, a.Publisher, a.Date, a.URL, a.Language} {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n") {
			t.Fatalf("field is not one line of UTF-8: %q", s)
		}
	}
	return a
}

func FuzzParseText(f *testing.F) {
	seeds(f, ".txt")
	f.Add([]byte("\xff\xfea\x00b\x00"))
	f.Add([]byte("Caf\xe9\r\rx"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := decode(data, false)
		if err != nil || format("x.txt", text) != formatText {
			return
		}
		a := law(t, "x.txt", data)
		if a == nil {
			return
		}
		runes := []rune(text)
		for i, p := range append([]Paragraph{{a.Title, a.TitleDoc}}, a.Paragraphs...) {
			if i == 0 && p.Doc < 0 {
				continue
			}
			if got := string(runes[p.Doc : p.Doc+utf8.RuneCountInString(p.Text)]); got != p.Text {
				t.Fatalf("paragraph %d: file has %q, article %q", i, got, p.Text)
			}
		}
	})
}

func FuzzParseMarkdown(f *testing.F) {
	seeds(f, ".md")
	f.Fuzz(func(t *testing.T, data []byte) { law(t, "x.md", data) })
}

func FuzzParseHTML(f *testing.F) {
	seeds(f, ".html")
	f.Fuzz(func(t *testing.T, data []byte) {
		law(t, "x.html", append([]byte("<!doctype html>"), data...))
	})
}
