package term

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// strongVerbs are German verbs whose past no stemmer brings to the infinitive:
// infinitive, past, participle and, where its vowel changes, the present. Not
// listed are forms that are rather another word: "Schloss", "Band", "weiß".
const strongVerbs = `beginnen begann begonnen, beißen biss gebissen, bergen barg geborgen, biegen bog gebogen, bieten bot geboten,
binden gebunden, bitten bat gebeten, bleiben blieb geblieben, brechen brach gebrochen bricht, brennen brannte gebrannt,
bringen brachte gebracht, denken dachte gedacht, dringen drang gedrungen, empfehlen empfahl empfohlen empfiehlt,
essen aß gegessen isst, fahren fuhr gefahren, fallen fiel gefallen, fangen fing gefangen, finden fand gefunden,
fliegen flog geflogen, fliehen floh geflohen, fließen floss geflossen, frieren fror gefroren, geben gab gegeben gibt,
gehen ging gegangen, gelingen gelang gelungen, gelten galt gegolten gilt, genießen genoss genossen, geschehen geschah geschieht,
gewinnen gewann gewonnen, gießen goss gegossen, gleichen glich geglichen, graben grub gegraben, greifen griff gegriffen,
halten hielt gehalten, hängen hing gehangen, heben hob gehoben, heißen hieß geheißen, helfen half geholfen hilft,
kennen kannte gekannt, klingen klang geklungen, kommen kam gekommen, laden lud geladen, lassen ließ gelassen,
laufen lief gelaufen, leiden litt gelitten, leihen lieh geliehen, lesen las gelesen liest, liegen lag gelegen,
lügen log gelogen, messen maß gemessen misst, meiden mied gemieden, nehmen nahm genommen nimmt, nennen nannte genannt,
raten riet geraten, reißen riss gerissen, reiten ritt geritten, rennen rannte gerannt, ringen rang gerungen,
rufen rief gerufen, schaffen schuf geschaffen, scheiden schied geschieden, scheinen schien geschienen, schieben schob geschoben,
schießen schoss geschossen, schlafen schlief geschlafen, schlagen schlug geschlagen, schließen geschlossen,
schneiden schnitt geschnitten, schreiben schrieb geschrieben, schreiten schritt geschritten, schweigen schwieg geschwiegen,
schwimmen schwamm geschwommen, schwinden schwand geschwunden, schwören schwor geschworen, sehen sah gesehen sieht,
senden sandte gesandt, singen sang gesungen, sinken sank gesunken, sitzen saß gesessen, sprechen sprach gesprochen spricht,
springen sprang gesprungen, stechen stach gestochen sticht, stehen stand gestanden, stehlen stahl gestohlen stiehlt,
steigen stieg gestiegen, sterben starb gestorben stirbt, stoßen stieß gestoßen, streichen strich gestrichen,
streiten stritt gestritten, tragen trug getragen, treffen traf getroffen trifft, treiben trieb getrieben, treten trat getreten tritt,
trinken trank getrunken, tun tat getan, verderben verdarb verdorben, vergessen vergaß vergisst, verlieren verlor verloren,
wachsen wuchs gewachsen, weisen wies gewiesen, wenden wandte gewandt, werben warb geworben wirbt,
werfen warf geworfen wirft, wiegen wog gewogen, wissen wusste gewusst, ziehen zog gezogen, zwingen zwang gezwungen`

// verbPrefixes may stand before a verb, folded.
var verbPrefixes = strings.Fields(`ab an auf aus be bei durch ein ent er fort her hin los miss mit nach nieder uber um unter ver vor
weg wieder zer zu zuruck zusammen heraus hinaus herein hinein hervor voraus voran statt teil fest frei`)

// strong gives the stem of the infinitive by the stem of another form. Behind
// a prefix a participle may lack its "ge": "verstanden".
var strong = func() (out struct{ plain, prefixed map[string]string }) {
	out.plain, out.prefixed = map[string]string{}, map[string]string{}
	for verb := range strings.SplitSeq(strongVerbs, ",") {
		forms := strings.Fields(verb)
		base := snowball("de", words.Fold(forms[0]))
		for _, f := range forms[1:] {
			s := snowball("de", words.Fold(f))
			out.plain[s] = base
			out.prefixed[s] = base
			if rest, ok := strings.CutPrefix(s, "ge"); ok && len(rest) > 3 {
				out.prefixed[rest] = base
			}
		}
	}
	return out
}()

// infinitive gives the stem of a strong verb's infinitive for that of any of
// its forms, other stems as they are.
func infinitive(s string) string {
	if base, ok := strong.plain[s]; ok {
		return base
	}
	for _, p := range verbPrefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			if base, ok := strong.prefixed[rest]; ok {
				return p + base
			}
		}
	}
	return s
}
