// Package language knows words: which language a text is in, and in the folders
// below it, one for each language, the word lists of that language. It knows
// nothing of articles.
//
//	text -> Detect -> "en"
//
//	detect.go   the language of a text by its script and its commonest words
//	lexicon.go  what the words of a language can be: lists, classes, Lexicon
package language

import (
	"strings"
	"unicode"
)

// Detect tells the language of text as a BCP 47 primary subtag, and
// gives "" when it is unsure: for a few words, for a mixture, and for
// languages that it does not know.
//
// A script that only one language of the news uses decides by itself. Among
// the languages of one script, the one whose commonest function words (and,
// the, of) make up most of the text wins, if they are enough of it and clearly
// more than the next language's; a word of several languages counts for each
// in part. That is the short-word method (Ingle 1976; Grefenstette 1995, who
// found it as good as letter trigrams from 15 words on). Only the first
// 20,000 bytes are looked at.
func Detect(text string) string {
	text = text[:min(len(text), 20_000)]
	counts := scripts(text)
	most, all := "", 0
	for name, n := range counts {
		all += n
		if n > counts[most] || n == counts[most] && name < most {
			most = name
		}
	}
	// Japanese is written in several scripts at once.
	if kana := counts["kana"]; kana > 0 && (kana+counts["han"])*3 > all*2 && kana*10 > counts["han"] {
		return "ja"
	}
	if all < 10 || counts[most]*3 < all*2 {
		return ""
	}
	switch most {
	case "han":
		return "zh"
	case "latin", "cyrillic", "arabic":
		return byWords(text, functionWords[most])
	}
	return scriptLanguage[most]
}

// Knows reports whether Detect can tell a language from others: it cannot
// overrule who says that a text is in one that it does not know.
func Knows(language string) bool {
	if language == "ja" || language == "zh" {
		return true
	}
	for _, l := range scriptLanguage {
		if l == language {
			return true
		}
	}
	for _, lists := range functionWords {
		for _, languages := range lists {
			if _, ok := languages[language]; ok {
				return true
			}
		}
	}
	return false
}

// scriptLanguage names the language of scripts that have one in the news.
var scriptLanguage = map[string]string{
	"hangul": "ko", "greek": "el", "hebrew": "he", "thai": "th", "devanagari": "hi", "bengali": "bn",
	"armenian": "hy", "georgian": "ka", "tamil": "ta", "telugu": "te",
}

// scripts counts the letters of text by script.
func scripts(text string) map[string]int {
	counts := map[string]int{}
	latin := 0
	for _, r := range text {
		switch {
		case r < 0x250:
			if unicode.IsLetter(r) {
				latin++
			}
		case 0x370 <= r && r <= 0x3FF:
			counts["greek"]++
		case 0x400 <= r && r <= 0x52F:
			counts["cyrillic"]++
		case 0x531 <= r && r <= 0x58F:
			counts["armenian"]++
		case 0x5D0 <= r && r <= 0x5EA:
			counts["hebrew"]++
		case 0x620 <= r && r <= 0x6FF:
			counts["arabic"]++
		case 0x900 <= r && r <= 0x97F:
			counts["devanagari"]++
		case 0x980 <= r && r <= 0x9FF:
			counts["bengali"]++
		case 0xB80 <= r && r <= 0xBFF:
			counts["tamil"]++
		case 0xC00 <= r && r <= 0xC7F:
			counts["telugu"]++
		case 0xE00 <= r && r <= 0xE7F:
			counts["thai"]++
		case 0x10A0 <= r && r <= 0x10FF:
			counts["georgian"]++
		case 0x1E00 <= r && r <= 0x1EFF:
			latin++
		case 0x3040 <= r && r <= 0x30FF:
			counts["kana"]++
		case 0x4E00 <= r && r <= 0x9FFF, 0x3400 <= r && r <= 0x4DBF:
			counts["han"]++
		case 0xAC00 <= r && r <= 0xD7A3:
			counts["hangul"]++
		}
	}
	if latin > 0 {
		counts["latin"] = latin
	}
	return counts
}

const (
	// surelyWords is the least share of words that are the language's function
	// words or have its letters: prose has a third or more, lists of names few.
	surelyWords = 0.15

	// surelyMore is how many times the next language's weight is the least.
	surelyMore = 1.25

	// fewestWords is the least number of words to judge by.
	fewestWords = 8
)

// byWords gives the language whose function words and letters text has most
// of, by weight.
func byWords(text string, lists map[string]map[string]float64) string {
	weight, hits := map[string]float64{}, map[string]int{}
	all := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u200c'
	}) {
		all++
		for language, part := range lists[w] {
			weight[language] += part
			hits[language]++
		}
		if len(lists[w]) > 0 {
			continue
		}
		for _, r := range w {
			if r >= 0x80 && len(lists[string(r)+"*"]) > 0 {
				for language, part := range lists[string(r)+"*"] {
					weight[language] += part
					hits[language]++
				}
				break // one letter a word is evidence enough
			}
		}
	}
	best, second := "", 0.0
	for language, n := range weight {
		switch {
		case best == "" || n > weight[best] || n == weight[best] && language < best:
			second = max(second, weight[best])
			best = language
		default:
			second = max(second, n)
		}
	}
	if all < fewestWords || float64(hits[best]) < surelyWords*float64(all) || weight[best] < surelyMore*second {
		return ""
	}
	return best
}

// functionWords has, by script and word, the languages of the word and what
// the word weighs for each: 1 if it is the only one, a quarter if it is one of
// two. "ñ*" is any other word with that letter. The lists are ours.
var functionWords = map[string]map[string]map[string]float64{
	"latin": weigh(map[string]string{
		"en": `the of and to in is was that for on with he as it at by from his be are this have had not but they which said an or were has who will would their been its her she there about`,
		"de": `ß* ä* ö* ü* der die das und ist in zu den von mit sich des auf für nicht im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen war haben sagte`,
		"fr": `ç* è* ê* à* œ* le la les de et des en un une du dans est que pour qui au sur par pas plus avec il ce sont se ne ont été mais aux cette ses leur ou comme son elle sa à`,
		"es": `ñ* ó* í* ú* el la los las de que y en un una por con no para se su al del lo como más pero sus le ha es o este sí porque esta entre cuando muy sin sobre fue dijo también`,
		"it": `ò* ù* ì* è* il la di che e un una per non in del della con sono le da si dei lo gli al nel ha alla come più anche ma delle è i suo dal questo nella stato`,
		"pt": `ã* õ* ç* ê* o a os as de que e do da em um uma para com não por no na se dos das ao mais foi é como mas à sua pelo pela ou seu são está disse também`,
		"nl": `de het een van en in is dat op te zijn met voor niet aan er om ook als bij door maar naar heeft die hij werd uit nog wordt worden ze zei over geen`,
		"sv": `å* ä* ö* och att det som en på är av för med den till i inte har de ett om han från var vi kan sig så ska också men under efter hon vid säger eller`,
		"da": `ø* æ* å* og at det som en på er af for med den til i ikke har de et om han fra var vi kan sig så skal også men under efter hun ved siger eller blev`,
		"no": `ø* æ* å* og at det som en på er av for med den til i ikke har de et om han fra var vi kan seg så skal også men under etter hun ved sier eller ble`,
		"fi": `ä* ö* ja on ei se että oli hän ovat joka mutta myös kun kuin niin sen mukaan ole voi jos vain tai jo hänen mitä sanoo olla`,
		"pl": `ł* ą* ę* ż* ś* ć* ń* ź* i w na z do nie się że jest to o jak po od przez za dla przy ale tym są już był oraz czy co jego tego ma było które który także powiedział`,
		"cs": `ř* ě* ů* č* š* ž* a se v na je že s z o do to i za pro po ve by jako ale k jeho od při které který jsou podle není bylo byl také už řekl`,
		"sk": `ľ* ĺ* ŕ* ô* č* š* ž* a sa v na je že s z o do to i za pre po vo by ako ale k jeho od pri ktoré ktorý sú podľa nie bolo bol tiež už povedal`,
		"hu": `ő* ű* ö* ü* ó* a az és hogy nem is egy van meg de volt ez ha már csak vagy mint el azt még lehet szerint mondta után ki kell`,
		"ro": `ș* ț* ă* ş* ţ* și de în a la cu pe nu este un o din care că pentru se mai au fost al ale ce prin sunt dar după spus lui fi`,
		"tr": `ğ* ı* ş* ü* ö* ç* ve bir bu için de da ile olarak çok daha olan gibi ne kadar en sonra ancak var diye dedi olduğunu değil ya her`,
		"id": `yang dan di ini itu dengan untuk dari tidak dalam akan pada juga ke karena oleh ada mereka bisa kata tersebut telah adalah saat`,
		"vi": `ơ* ư* đ* ạ* ế* ộ* và của là có không được trong cho các một những với người này đã để khi từ ở đến ra như về`,
		"hr": `đ* č* ć* š* ž* i je u se na da su za od što s nije iz kao o će ne koji to ali biti bio sve rekao nakon prema koja`,
		"ca": `ç* à* ò* è* el la els les de que i en un una per amb no és del al dels va ha més com però seva aquest aquesta són també`,
	}),
	"cyrillic": weigh(map[string]string{
		"ru": `ы* э* ё* щ* и в не на что с по это как он из за то от к о для у его был до также но же или было при все они мы она если может этого будет чтобы сказал которые`,
		"uk": `і* ї* є* ґ* і в не на що з та у до це як він за від його для але про був також був є й або було при всі вони ми вона якщо може того буде щоб сказав які`,
		"bg": `ъ* щ* и на в да се за от е не че с по са като до това си той но ще при беше който или а които след може каза`,
		"sr": `ј* ђ* љ* њ* ћ* џ* и је у се на да су за од што са није из као о ће не који то али бити био све рекао након према`,
		"be": `ў* і* ы* э* і ў не на што з у да гэта як ён за ад яго для але пра быў таксама або было пры ўсе яны мы яна калі можа каб сказаў якія`,
		"mk": `ј* ѓ* ќ* ѕ* љ* њ* џ* и на во да се за од е не дека со по како до тоа си тој но ќе при беше кој или а кои рече`,
		"kk": `қ* ғ* ү* ұ* ө* ә* ң* ы* және бұл да де үшін мен бен бір деп жоқ бар болды осы еді туралы деді бойынша`,
	}),
	"arabic": weigh(map[string]string{
		"ar": `في من على أن إلى التي عن الذي مع هذا هذه كان قال لا ما بعد كما أو بين وقد كل قد إن ذلك ولا لم`,
		"fa": `پ* چ* ژ* گ* و در به از که این را با است برای آن یک خود تا بر هم گفت شده کرد می بود شد او نیز اما`,
		"ur": `ٹ* ڈ* ں* ے* پ* چ* کے میں کی ہے اور سے کا کو نے کہ یہ پر اس ہیں کہا نہیں بھی ایک تھا گیا ان`,
	}),
}

func weigh(lists map[string]string) map[string]map[string]float64 {
	weights := map[string]map[string]float64{}
	for language, words := range lists {
		for w := range strings.FieldsSeq(words) {
			if weights[w] == nil {
				weights[w] = map[string]float64{}
			}
			weights[w][language] = 1
		}
	}
	for _, languages := range weights {
		n := len(languages)
		for language := range languages {
			languages[language] = 1 / float64(n*n)
		}
	}
	return weights
}
