package term

import (
	"strings"

	"github.com/blevesearch/go-porterstemmer"
)

// englishStem is Porter's algorithm after irregular forms and number words.
func englishStem(form string) string {
	if l, ok := lemmas[form]; ok {
		form = l
	}
	if d, ok := digits[form]; ok {
		return d
	}
	if len(form) < 3 || form[0] < 'a' {
		return form
	}
	form = strings.TrimSuffix(form, "'s")
	return string(porterstemmer.StemWithoutLowerCasing([]rune(form)))
}

// lemmas gives the base form of irregular words that no stemmer brings together.
var lemmas = pairs(`said say told tell went go gone go came come took take taken take gave give given give got get gotten get
made make knew know known know thought think saw see seen see felt feel found find left leave kept keep held hold led lead
met meet paid pay sent send built build bought buy brought bring fought fight caught catch taught teach sought seek sold sell
won win lost lose spent spend stood stand understood understand wrote write written write spoke speak spoken speak broke break
broken break chose choose chosen choose drove drive driven drive drew draw drawn draw flew fly flown fly grew grow grown grow
rose rise risen rise fell fall fallen fall began begin begun begin became become ran run sang sing sung sing shot shoot
struck strike stole steal stolen steal threw throw thrown throw wore wear worn wear ate eat eaten eat drank drink
forgot forget forgotten forget froze freeze frozen freeze hid hide hidden hide rode ride ridden ride shook shake shaken shake
slept sleep swore swear sworn swear swam swim woke wake fled flee laid lay lain lie died die dying die dead die death die deaths die
born bear bore bear borne bear bound bind bred breed dealt deal dug dig fed feed hung hang lent lend meant mean
heard hear slain slay slew slay slid slide spun spin sprang spring stuck stick swept sweep tore tear torn tear wound wind
men man women woman children child people person persons person feet foot teeth tooth mice mouse lives life wives wife
knives knife leaves leave armies army countries country cities city bodies body
better good best good worse bad worst bad further far farther far
choice choose growth grow thought think belief believe proof prove loss lose sale sell sales sell flight fly speech speak
marriage marry arrival arrive refusal refuse denial deny burial bury survival survive removal remove approval approve
width wide length long depth deep height high strength strong warmth warm youth young
invaded invade invasion invade invading invade decision decide decisions decide explosion explode expansion expand
description describe destruction destroy production produce reduction reduce introduction introduce
conclusion conclude extension extend suspension suspend permission permit admission admit division divide revision revise
provision provide collision collide persuasion persuade response respond defense defend defence defend offense offend
analysis analyze analyses analyze theses thesis crises crisis criteria criterion phenomena phenomenon
attendance attend appearance appear resistance resist assistance assist performance perform guidance guide
payment pay treatment treat agreement agree movement move settlement settle punishment punish
weight weigh successor succeed success succeed pursuit pursue complaint complain
birth bear`)

func pairs(s string) map[string]string {
	m := make(map[string]string, 300)
	f := strings.Fields(s)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}

// digits gives number words as numbers: "twelve" is "12".
var digits = pairs(`one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60
seventy 70 eighty 80 ninety 90 third 3rd fourth 4th fifth 5th sixth 6th seventh 7th eighth 8th ninth 9th tenth 10th`)
