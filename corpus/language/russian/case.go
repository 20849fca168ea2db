package russian

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// cases has, for each ending of a case form, the endings of the basic forms that
// it may come from, after the paradigms of the academy's grammar (Russkaja
// grammatika 1980, § 1174-1195 on substantives, § 1328 on surnames). "=" is the
// form itself, which may be basic.
var cases = []struct{ ending, basic string }{
	{"иями", "ия"},
	{"ями", "я"},
	{"ами", "а"},
	{"ского", "ский ской"},
	{"скому", "ский ской"},
	{"ским", "ский ской"},
	{"ском", "ский ской"},
	{"ого", "ой ый ий"},
	{"его", "ий ей"},
	{"ому", "ой ый ий"},
	{"ему", "ий ей"},
	{"ую", "ая"},
	{"юю", "яя"},
	{"ою", "а"},
	{"ею", "я"},
	{"ью", "ь"},
	{"ым", "_ ый ой"},
	{"им", "ий ="},
	{"ом", "_ ="},
	{"ем", "й ь _ ="},
	{"ём", "ь й ="},
	{"ой", "а ая ="},
	{"ей", "я а яя ="},
	{"ёй", "я"},
	{"ии", "ия ий"},
	{"ие", "ия ий"},
	{"ию", "ия ий"},
	{"ы", "а"},
	{"и", "а я ь ="},
	{"у", "_ а"},
	{"ю", "й ь я"},
	{"а", "= _"},
	{"я", "= й ь"},
	{"е", "_ а й ь я ="},
}

// fleeting are first names and endings whose vowel goes in other cases.
var fleeting = strings.NewReplacer("павл|", "павел", "льв|", "лев")

// nominatives gives the basic forms of which a part of a name in lower case may
// be a case form; the part itself is first when it may be basic. It writes е for
// ё: other cases lose the dots (Пётр, Петра), and so do newspapers.
func nominatives(part string) []string {
	part = strings.ReplaceAll(part, "ё", "е")
	if k := strings.LastIndexByte(part, '-'); k > 0 { // Салтыкова-Щедрина
		var out []string
		for _, b := range nominatives(part[k+1:]) {
			for _, a := range nominatives(part[:k]) {
				out = append(out, a+"-"+b)
			}
		}
		return out
	}
	for _, c := range cases {
		stem, ok := strings.CutSuffix(part, c.ending)
		if !ok || len(stem) < 4 {
			continue
		}
		out := make([]string, 0, 4)
		for b := range strings.FieldsSeq(c.basic) {
			switch b {
			case "=":
				out = append(out, part)
			case "_":
				if f := fleeting.Replace(stem + "|"); !strings.HasSuffix(f, "|") {
					out = append(out, f)
				} else {
					out = append(out, stem)
				}
			default:
				out = append(out, stem+b)
			}
		}
		return out
	}
	return []string{part}
}

// sex tells by its ending whether a surname or patronymic in its basic form is a
// woman's or a man's, 0 when the ending does not tell.
func sex(lower string) language.Class {
	for _, s := range []string{"ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая", "яя", "овна", "евна", "ична"} {
		if strings.HasSuffix(lower, s) {
			return language.Female
		}
	}
	for _, s := range []string{"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ий", "ый", "ович", "евич", "ыч"} {
		if strings.HasSuffix(lower, s) {
			return language.Male
		}
	}
	return 0
}

// nounsInLa are genitives that end as past forms do.
var nounsInLa = language.Words(`отдела подотдела раздела предела передела персонала канала телеканала журнала трибунала филиала материала вокзала квартала
	генерала штатива зала стола футбола волейбола капитала идеала финала полуфинала сигнала подвала металла криминала интервала арсенала терминала
	госпиталя провала района вала бала сериала потенциала`)

// genitive reports whether a word in lower case ends as genitives do, and not as
// verbs.
func genitive(lower string) bool {
	for _, s := range []string{"ся", "сь", "ла", "ли", "ала", "ила", "ать", "ить"} {
		if strings.HasSuffix(lower, s) && len(lower) > 8 {
			return nounsInLa[lower]
		}
	}
	for _, s := range []string{"ого", "его", "ой", "ей", "ых", "их", "ов", "ев", "ий", "а", "я", "ы", "и"} {
		if strings.HasSuffix(lower, s) {
			return true
		}
	}
	return false
}

// attribute reports whether a word in lower case ends as adjectives do in the
// genitive.
func attribute(lower string) bool {
	for _, s := range []string{"ых", "их", "ого", "его"} {
		if strings.HasSuffix(lower, s) && len(lower) > 8 {
			return true
		}
	}
	return false
}

// adjectival reports whether a word in lower case ends as adjectives do in any
// case.
func adjectival(lower string) bool {
	for _, s := range []string{"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ую", "юю", "ых", "их", "ыми", "ими"} {
		if strings.HasSuffix(lower, s) && len(lower) > 8 {
			return true
		}
	}
	return false
}

// infinitive reports whether a word in lower case ends as infinitives do.
func infinitive(lower string) bool {
	for _, s := range []string{"ть", "ться", "ти", "тись", "чь", "чься"} {
		if strings.HasSuffix(lower, s) && len(lower) > 6 {
			return true
		}
	}
	return false
}

// agreement tells by the past form of a verb of which sex its subject is.
func agreement(lower string) language.Class {
	if len(lower) < 6 {
		return 0
	}
	for _, s := range []string{"ла", "лась"} {
		if strings.HasSuffix(lower, s) {
			return language.Female
		}
	}
	for _, s := range []string{"ал", "ил", "ел", "ул", "ял", "лся"} {
		if strings.HasSuffix(lower, s) {
			return language.Male
		}
	}
	return 0
}

// patronymic reports whether a part of a name in lower case is one, in any case.
func patronymic(lower string) bool {
	for _, s := range []string{"ович", "евич", "ьич", "овна", "евна", "ична", "инична"} {
		if i := strings.LastIndex(lower, s); i > 2 && len(lower)-i-len(s) <= 6 {
			return true
		}
	}
	for _, s := range []string{"овны", "овне", "овной", "овну", "евны", "евне", "евной", "евну", "ичны", "ичне", "ичной", "ичну"} {
		if strings.HasSuffix(lower, s) {
			return true
		}
	}
	return false
}
