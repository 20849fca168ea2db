package voice

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// FuzzRead checks what must hold for any text in any language: every span lies
// in its paragraph on rune borders, every figure has a name that the article has.
func FuzzRead(f *testing.F) {
	for _, tag := range []string{"de", "es", "fr", "ru"} {
		f.Add("Oak (dpa) – „Ja, ‚so‘“, sagte Denis K. der Oakener Zeitung, wie es hieß.\n– Nein?, fragt sie. – Doch.\nLehrer Rejhan Nisic zufolge sei's „gut“.", tag)
		f.Add("«Да, — сказал И. О. Каллоуэй. — Нет».\n— А вы?\n— Я, — обрывает его Ирина, директор по связям НИИ «Дом» Анна Ким.\nВ мэрии \"Дом\" сообщили, что lenta.ru \"лжёт\".", tag)
		f.Add("« Non, dit-il. Oui », a-t-il ajouté.\n—Sí —dijo Ines de la Oak y Calloway—. No, según X.", tag)
	}
	f.Fuzz(func(t *testing.T, text, tag string) {
		x := Lexicon(tag)
		if x == nil {
			t.Skip()
		}
		a := &corpus.Article{Title: "T", TitleDoc: -1, Language: tag}
		for p := range strings.SplitSeq(strings.ToValidUTF8(text, "?"), "\n") {
			if p != "" {
				a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
			}
		}
		g := syntax.Read(a)
		defer g.Close()
		check := func(p Place) {
			t.Helper()
			if p.Empty() {
				return
			}
			words := g.Paragraphs[p.Paragraph].Text
			if p.Start < 0 || p.End > len(words) || !utf8.RuneStart(words[p.Start]) || p.End < len(words) && !utf8.RuneStart(words[p.End]) {
				t.Fatalf("%v of %q", p, words)
			}
		}
		found := Read(g, x)
		for _, s := range found.Sayings {
			check(s.Place)
			check(s.Mention)
			check(s.Cue)
			if s.Figure >= len(found.Figures) || !strings.Contains(text, s.Via) {
				t.Fatalf("%+v", s)
			}
		}
		for _, n := range found.Not {
			check(n.Place)
		}
		for _, h := range found.Figures {
			if h.Name == "" || !strings.Contains("T\n"+strings.ToValidUTF8(text, "?"), h.Name) {
				t.Fatalf("%q is not in the article", h.Name)
			}
			for _, m := range h.Mentions {
				check(m)
			}
		}
	})
}
