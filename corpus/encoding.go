package corpus

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	encunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// MaxSize is the most text, in bytes of UTF-8, that [Parse] takes: some 2,000
// pages, far more than an article and little enough to parse in a second.
const MaxSize = 10 << 20

// The refusals of [Parse]. Their words are for the user; they are wrapped with
// what was seen.
var (
	ErrEmpty    = errors.New("there is no text in it")
	ErrBinary   = errors.New("this is not a text file")
	ErrTooLarge = errors.New("this is too large")
)

// sampled is how many bytes are looked at to tell an encoding.
const sampled = 64 << 10

// decode turns a file's bytes into UTF-8 without a byte order mark. Valid
// characters are never changed. warning says when the text had
// to be converted or repaired. page says that data is an HTML page, which may
// declare its encoding. Errors are [ErrBinary] and [ErrTooLarge].
func decode(data []byte, page bool) (text string, warning Warning, err error) {
	if len(data) > 4*MaxSize {
		return "", Warning{}, fmt.Errorf("%w: more than %d MB of text", ErrTooLarge, MaxSize>>20)
	}
	if kind := signature(data); kind != "" {
		return "", Warning{}, fmt.Errorf("%w: it looks like %s", ErrBinary, kind)
	}
	name, enc, rest := detect(data, page)
	switch {
	case name == "":
		return "", Warning{}, fmt.Errorf("%w: it holds no text in a known encoding", ErrBinary)
	case enc == nil:
		text = string(rest)
		if !utf8.ValidString(text) {
			warning = warn(DoubtBytes, broken(rest))
			text = strings.ToValidUTF8(text, "\uFFFD")
		}
	default:
		b, err := enc.NewDecoder().Bytes(rest)
		if err != nil {
			return "", Warning{}, fmt.Errorf("%w: broken %s", ErrBinary, name)
		}
		text, warning = strings.ToValidUTF8(string(b), "\uFFFD"), warn(DoubtConverted, name)
		text = strings.TrimPrefix(text, "\uFEFF")
	}
	if len(text) > MaxSize {
		return "", Warning{}, fmt.Errorf("%w: more than %d MB of text", ErrTooLarge, MaxSize>>20)
	}
	if controls, all := shares(text); controls*10 > all*3 {
		return "", Warning{}, fmt.Errorf("%w: it is mostly control characters", ErrBinary)
	}
	return text, warning, nil
}

// detect tells the encoding of data and gives data without its byte order
// mark. The encoding is nil for UTF-8; the name is "" when there is none.
func detect(data []byte, page bool) (name string, enc encoding.Encoding, rest []byte) {
	little := encunicode.UTF16(encunicode.LittleEndian, encunicode.IgnoreBOM)
	big := encunicode.UTF16(encunicode.BigEndian, encunicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return "UTF-8", nil, data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")):
		return "UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), data[4:]
	case bytes.HasPrefix(data, []byte("\x00\x00\xFE\xFF")):
		return "UTF-32", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), data[4:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return "UTF-16", little, data[2:]
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "UTF-16", big, data[2:]
	}
	sample := data[:min(len(data), sampled)]
	sample = sample[:len(sample)&^1]
	zeros := bytes.IndexByte(sample, 0) >= 0
	valid := utf8.Valid(data)
	if zeros || !valid || controlBytes(sample)*10 > len(sample) {
		// A text of two-byte units without a mark. UTF-8 with a stray NUL reads
		// as nonsense that way, so the stricter test goes first.
		switch {
		case reads(sample, little):
			return "UTF-16", little, data
		case reads(sample, big):
			return "UTF-16", big, data
		}
	}
	if valid {
		return "UTF-8", nil, data
	}
	if zeros || controlBytes(sample)*50 > len(sample) {
		return "", nil, data
	}
	if page {
		if enc, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], ""); name != "utf-8" && name != "windows-1252" {
			return strings.ToUpper(name[:1]) + name[1:], enc, data
		}
	}
	high, wide := nonASCII(data)
	switch bad := broken(data); {
	case wide > 4*bad || wide > 0 && bad <= 2 && wide*2 >= bad:
		return "UTF-8", nil, data // damaged, not another encoding
	case high*3 < letters(sample):
		// Western European prose has an accent here and there. Latin-1 is read
		// as Windows-1252 as browsers do (WHATWG Encoding Standard).
		return "Windows-1252", charmap.Windows1252, data
	}
	if name, enc := guess(sample); enc != nil {
		return name, enc, data
	}
	return "Windows-1252", charmap.Windows1252, data
}

// guess tells an eight-bit or East Asian encoding by the frequencies of its
// bytes. Of equally likely ones the first by name is taken: the detector gives
// them in no fixed order.
func guess(sample []byte) (name string, enc encoding.Encoding) {
	all, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return "", nil
	}
	slices.SortFunc(all, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	enc, canonical := charset.Lookup(all[0].Charset)
	if canonical == "utf-8" {
		return "", nil
	}
	return all[0].Charset, enc
}

// reads reports whether sample is likely text in enc: no broken units, and
// nearly all of it letters, digits, spaces and punctuation of few scripts.
func reads(sample []byte, enc encoding.Encoding) bool {
	b, err := enc.NewDecoder().Bytes(sample)
	if err != nil || len(sample) < 4 {
		return false
	}
	all, good, ascii := 0, 0, 0
	pages := map[rune]int{}
	for _, r := range string(b) {
		all++
		if r < 0x80 {
			ascii++
		}
		pages[r>>8]++
		if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsSpace(r) || unicode.IsDigit(r) || unicode.IsMark(r)) ||
			unicode.IsPunct(r) {
			good++
		}
	}
	// ASCII taken two by two reads as rare ideographs of many pages and holds
	// no space or full stop; real text has them.
	return good*100 >= all*97 && ascii*30 >= all && (len(pages) < 8 || ascii*8 >= all || pages[0x30] > 0)
}

// signature names the file format that data begins like, or gives "".
func signature(data []byte) string {
	for _, s := range [...]struct{ magic, kind string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "a ZIP, Word or e-book file"},
		{"\xD0\xCF\x11\xE0", "an old Word or Excel file"},
		{"{\\rtf", "an RTF document"},
		{"\x89PNG", "a picture"},
		{"\xFF\xD8\xFF", "a picture"},
		{"GIF8", "a picture"},
		{"\x1F\x8B", "a compressed file"},
		{"7z\xBC\xAF", "a compressed file"},
		{"\x7FELF", "a program"},
		{"SQLite format 3\x00", "a database"},
	} {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return s.kind
		}
	}
	return ""
}

// control reports whether b is a C0 control character that text does not use.
func control(b byte) bool {
	return b < 0x20 && b != '\t' && b != '\n' && b != '\v' && b != '\f' && b != '\r' && b != 0x1B
}

func controlBytes(data []byte) (n int) {
	for _, b := range data {
		if control(b) {
			n++
		}
	}
	return n
}

// shares counts the control characters and all other characters but spaces.
func shares(text string) (controls, others int) {
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case control(b):
			controls++
		case b > ' ' && utf8.RuneStart(b):
			others++
		}
	}
	return controls, others
}

// broken counts the bytes of data that are not UTF-8.
func broken(data []byte) (n int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}

// nonASCII counts bytes above 0x7F and well-formed UTF-8 sequences of them.
func nonASCII(data []byte) (high, wide int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError {
			wide++
		}
		high += size
		i += size
	}
	return high, wide
}

// letters counts what may be letters in an eight-bit encoding.
func letters(data []byte) (n int) {
	for _, b := range data {
		if 'a' <= b|0x20 && b|0x20 <= 'z' || b >= utf8.RuneSelf {
			n++
		}
	}
	return n
}
