package russian

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// verbs adds the reporting verbs of x: men's past forms and present forms, from
// which the others follow.
func verbs(x *language.Lexicon) {
	past(x, language.Say, `сказал рассказал говорил заявил сообщил отметил добавил подчеркнул пояснил объяснил ответил спросил уточнил напомнил признал признался
		написал писал предупредил указал заметил считал возразил парировал констатировал резюмировал заключил заверил пообещал утверждал
		упомянул прокомментировал комментировал поделился рассуждал пожаловался посетовал посоветовал предложил предположил продолжил
		повторил вспомнил вспоминал назвал описал сформулировал согласился подтвердил подытожил перечислил произнес произнёс высказался
		выразил обещал просил попросил потребовал призвал поблагодарил обвинил упрекнул отрезал осведомился поинтересовался переспросил
		проинформировал информировал доложил отчитался объявил анонсировал раскрыл сознался поведал зачитал прочитал
		оценил охарактеризовал прогнозировал спрогнозировал поклялся похвалил раскритиковал настаивал допустил исключил убедил уверял обратился
		распорядился поручил поделился огласил ответствовал озвучил доказывал оправдывался привел привёл порекомендовал отозвался
		сострил передал намекнул посетовал сетовал похвастался хвастался недоумевал предрёк предсказал пригрозил грозил оговорился вторил обмолвился проговорился
		разъяснил рассудил отчеканил провозгласил постановил засвидетельствовал свидетельствовал уведомил изложил аргументировал обосновал удостоверил
		подметил усомнился усмотрел резюмировал обрисовал молвил осудил приветствовал прокомментировал подсчитал посчитал счёл счел`)
	present(x, language.Say, `говорит рассказывает заявляет сообщает отмечает добавляет подчёркивает подчеркивает поясняет объясняет отвечает спрашивает уточняет напоминает
		признаёт признает признаётся признается пишет предупреждает указывает замечает возражает утверждает комментирует делится
		рассуждает жалуется сетует советует предлагает предполагает продолжает повторяет вспоминает называет описывает соглашается подтверждает
		заверяет обещает просит требует призывает настаивает уверяет допускает исключает резюмирует констатирует заключает обвиняет
		передаёт передает докладывает критикует убеждает прогнозирует интересуется парирует оценивает перечисляет высказывается
		сокрушается намекает сетует хвастается недоумевает предсказывает предрекает грозит вторит разъясняет рассуждает аргументирует обосновывает осуждает
		приветствует поясняет подытоживает уведомляет сомневается отзывается удостоверяет
		гласит говорится сообщается отмечается утверждается`)
	x.Add(language.Neuter, `говорится сообщается отмечается утверждается указывается подчёркивается подчеркивается поясняется уточняется`)
	past(x, language.Think, `думал подумал решил верил надеялся полагал опасался считал ожидал планировал знал рассчитывал мечтал боялся понял сомневался`)
	present(x, language.Think, `думает верит надеется полагает опасается считает ожидает планирует знает рассчитывает мечтает боится понимает сомневается видит`)
	past(x, language.Cry, `крикнул закричал прокричал смеялся засмеялся рассмеялся вздохнул усмехнулся улыбнулся пошутил шутил буркнул проворчал прошептал шепнул воскликнул
		бросил махнул горячился возмутился возмущался хмыкнул пробормотал процедил выпалил протянул кивнул вмешался вступил начал
		всхлипнул огрызнулся хохотнул иронизировал съязвил негодовал восхитился удивился обрадовался скомандовал рявкнул затараторил мямлил
		пожал развёл развел усмехался вздыхал ворчал шептал отшутился отмахнулся заплакал плакал переживал спорил сердился злился ахнул`)
	present(x, language.Cry, `кричит смеётся смеется вздыхает усмехается улыбается шутит ворчит шепчет восклицает бросает машет горячится возмущается
		бормочет пожимает разводит хохочет вмешивается вступает начинает иронизирует негодует восхищается удивляется радуется командует
		отшучивается отмахивается плачет переживает спорит сердится кивает`)
	past(x, language.Say|language.Deny, `отрицал опроверг опровергнул отверг`)
	present(x, language.Say|language.Deny, `отрицает опровергает отвергает`)
	x.Add(language.Say|language.Deny|language.Finite|language.Singular|language.Female, `опровергла отвергла`)
	x.Add(language.Say|language.Deny|language.Finite|language.Plural, `опровергли отвергли`)
	x.Add(language.Say|language.Finite|language.Singular|language.Male, `произнес привел`)
	x.Add(language.Say|language.Finite|language.Singular|language.Female, `произнесла привела изрекла`)
	x.Add(language.Say|language.Cite|language.Finite, `цитирует цитируют процитировал процитировала процитировали`)
	for _, f := range []string{"обратил", "обратила", "обратили", "обращает", "обращают"} {
		x.AddSplit(language.Say|language.Finite|numberOf(f), f, "внимание")
	}
	for _, f := range []string{"выразил", "выразила", "выразили", "выражает", "выражают"} {
		x.AddSplit(language.Say|language.Finite|numberOf(f), f, "уверенность надежду мнение сожаление сомнение опасение убеждение")
	}
	for _, f := range []string{"дал", "дала", "дали", "дает", "даёт"} {
		x.AddSplit(language.Say|language.Finite|numberOf(f), f, "понять")
	}
	for _, f := range []string{"сделал", "сделала", "сделали"} {
		x.AddSplit(language.Say|language.Finite|numberOf(f), f, "вывод")
	}
	for _, f := range []string{"пришёл", "пришел", "пришла", "пришли"} {
		x.AddSplit(language.Think|language.Finite|numberOf(f), f, "выводу")
	}
	demand := language.Say | language.Demand
	past(x, demand, `попросил просил пообещал обещал потребовал призвал предложил посоветовал порекомендовал поклялся распорядился поручил решил планировал`)
	present(x, demand, `просит обещает требует призывает предлагает советует планирует`)
	// Short adjectives and idioms that take "что": "она убеждена, что".
	x.Add(language.Think|language.Finite|language.Singular|language.Male, `уверен убеждён убежден`)
	x.Add(language.Think|language.Finite|language.Singular|language.Female, `уверена убеждена`)
	x.Add(language.Think|language.Finite|language.Plural, `уверены убеждены`)
	x.Add(language.Auxiliary|language.Verb|language.Singular|language.Male, `был`)
	x.Add(language.Auxiliary|language.Verb|language.Singular|language.Female, `была`)
	x.Add(language.Auxiliary|language.Verb|language.Plural, `были будут стали могут могли хотят`)
	x.Add(language.Auxiliary|language.Verb, `было будет стал стала может мог могла хочет хотел хотела хотели может должен должна должны есть`)
	for w := range strings.FieldsSeq(`пришел пришёл пришла вышел вышла ушел ушла принял приняла получил получила приехал приехала прилетел стоит стоял стояла сидит
		сидел сидела лежит лежал живёт живет жил жила работает работал работала ждёт ждет ждал сделал сделала взял взяла дал дала открыл закрыл
		ведёт ведет вёл вел вела идёт идет шёл шел шла едет ехал остался осталась помолчал помолчала`) {
		x.Words[w] |= language.Verb
	}
}

// numberOf gives number and gender of a past or present form.
func numberOf(form string) language.Class {
	switch {
	case strings.HasSuffix(form, "ла"):
		return language.Singular | language.Female
	case strings.HasSuffix(form, "ли"), strings.HasSuffix(form, "ют"):
		return language.Plural
	case strings.HasSuffix(form, "л"):
		return language.Singular | language.Male
	}
	return language.Singular
}

// past adds the past forms, the gerund and the infinitive of verbs given by
// their men's past form.
func past(x *language.Lexicon, c language.Class, list string) {
	for w := range strings.FieldsSeq(list) {
		stem, self := strings.CutSuffix(w, "лся")
		end := "ся"
		other := "сь"
		if !self {
			var ok bool
			if stem, ok = strings.CutSuffix(w, "л"); !ok {
				x.Words[w] |= c | language.Finite | language.Singular | language.Male
				continue
			}
			end, other = "", ""
		}
		x.Words[stem+"л"+end] |= c | language.Finite | language.Singular | language.Male
		x.Words[stem+"ла"+other] |= c | language.Finite | language.Singular | language.Female
		x.Words[stem+"ло"+other] |= c | language.Finite | language.Singular | language.Neuter
		x.Words[stem+"ли"+other] |= c | language.Finite | language.Plural
		if self {
			x.Words[stem+"вшись"] |= c | language.Gerund
		} else {
			x.Words[stem+"в"] |= c | language.Gerund
		}
		x.Words[stem+"ть"+end] |= c | language.Infinite
	}
}

// present adds the present forms of verbs given by their third person.
func present(x *language.Lexicon, c language.Class, list string) {
	for w := range strings.FieldsSeq(list) {
		x.Words[w] |= c | language.Finite | language.Singular
		stem, self := strings.CutSuffix(w, "ся")
		end := ""
		if self {
			end = "ся"
		}
		for _, p := range [][2]string{
			{"жит", "жат"}, {"чит", "чат"}, {"шит", "шат"}, {"щит", "щат"}, {"жет", "жут"}, {"шет", "шут"}, {"чет", "чут"}, {"ит", "ят"}, {"ет", "ют"}, {"ёт", "ют"},
		} {
			if s, ok := strings.CutSuffix(stem, p[0]); ok {
				x.Words[s+p[1]+end] |= c | language.Finite | language.Plural
				break
			}
		}
		for _, p := range [][2]string{{"ает", "ая"}, {"яет", "яя"}, {"ует", "уя"}, {"ит", "я"}} {
			if s, ok := strings.CutSuffix(stem, p[0]); ok && !self {
				x.Words[s+p[1]] |= c | language.Gerund
				break
			}
		}
	}
}
