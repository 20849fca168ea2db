package question

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Talk is what somebody says who does not ask about an article: small talk, and
// questions about the bot itself.
type Talk string

// The kinds of talk.
const (
	Greeting Talk = "greeting"
	Thanks   Talk = "thanks"
	Praise   Talk = "praise"
	Blame    Talk = "blame"
	Farewell Talk = "farewell"
	Help     Talk = "help"  // what can you do, how do I ask
	About    Talk = "about" // are you a bot, who are you
)

// phrases are all that people say so, in English and in the other languages of
// the replies; "bot", a name of ours and what is merely polite may stand around
// them.
var phrases = func() map[string]Talk {
	out := map[string]Talk{}
	for kind, lists := range map[Talk]string{
		Greeting: `hi|hello|hey|heya|hiya|howdy|yo|hi there|hello there|hey there|greetings|good morning|good afternoon|good evening|good day|sup|whats up|what's up|how are you|how are you doing|how are you today|how is it going|how's it going|hows it going|how do you do|you there|are you there|anybody there|anyone there|hi all|hello everyone|hi everyone|hello world|nice to meet you|test|testing|ping
hallo|guten tag|guten morgen|guten abend|moin|servus|grüß gott|wie geht es dir|wie gehts|wie geht's|привет|здравствуй|здравствуйте|доброе утро|добрый день|добрый вечер|как дела|как ты
bonjour|bonsoir|salut|coucou|bonjour à tous|bonjour tout le monde|ça va|comment ça va|comment vas-tu|comment allez-vous|enchanté|hola|hola a todos|buenos días|buenas|buenas tardes|buenas noches|qué tal|que tal|cómo estás|como estas|cómo está|cómo va|encantado`,
		Thanks: `thanks|thank you|thank u|thankyou|thx|ty|tysm|tyvm|cheers|thanks a lot|thanks a bunch|thanks so much|thank you so much|thank you very much|many thanks|much appreciated|appreciated|i appreciate it|appreciate it|thanks for the help|thanks for your help|thank you for your help|thank you for the help|thanks for that|thanks for this|thanks for the answer|thanks for the info|great thanks|ok thanks|okay thanks|cool thanks|perfect thanks|nice thanks|awesome thanks|thanks that helps|thanks that helped|that helps|that helped|that was helpful|very helpful
danke|danke schön|danke dir|vielen dank|dankeschön|besten dank|спасибо|большое спасибо|спасибо большое|благодарю
merci|merci beaucoup|merci bien|un grand merci|mille mercis|merci à toi|merci à vous|je te remercie|je vous remercie|gracias|muchas gracias|mil gracias|muchísimas gracias|te lo agradezco|se lo agradezco`,
		Praise: `good|good job|great job|nice job|well done|nice one|good work|great work|nice work|good one|nice|great|cool|awesome|amazing|excellent|perfect|wonderful|brilliant|lovely|wow|you are great|you're great|youre great|you are awesome|you're awesome|you are the best|you're the best|love you|i love you|love it|i like you|i like this|smart|clever|good boy|good girl|you rock|lol|haha|ha|lmao|ok|okay|alright|all right|got it|i see|understood|makes sense|sure|yes|yep|yeah|exactly|no problem|never mind|nevermind
gut|sehr gut|super|toll|prima|klasse|gut gemacht|guter|хорошо|отлично|молодец|супер|ок|понятно
bien|très bien|parfait|bravo|génial|excellent travail|bien joué|bon travail|d'accord|compris|je vois|j'ai compris|muy bien|perfecto|genial|estupendo|excelente|bravo|buen trabajo|bien hecho|de acuerdo|vale|entendido|ya veo|claro`,
		Blame: `bad|stupid|dumb|useless|you suck|you are bad|you're bad|you are wrong|you're wrong|youre wrong|that is wrong|that's wrong|thats wrong|this is wrong|not right|that is not right|that's not right|incorrect|bad job|you are useless|you're useless|you are stupid|you're stupid|shut up|terrible|awful|boring|no|nope|not helpful|that didn't help|that did not help|you lie|liar
schlecht|böser|falsch|das ist falsch|плохо|плохой|неправильно|неверно
mauvais|c'est faux|c'est mauvais|nul|c'est nul|incorrect|pas bon|tu te trompes|vous vous trompez|mal|está mal|eso está mal|eso es falso|falso|incorrecto|te equivocas|no sirve|no sirves para nada`,
		Farewell: `bye|goodbye|good bye|bye bye|see you|see ya|see you later|cya|farewell|good night|goodnight|gn|exit|quit|q|stop|cancel|logout|log out|enough|that is all|that's all|thats all|i am done|i'm done|im done|go away
tschüss|auf wiedersehen|ciao|gute nacht|ende|пока|до свидания|спокойной ночи|выход|стоп
au revoir|à bientôt|à plus|à plus tard|à demain|bonne nuit|bonne soirée|bonne journée|adieu|adiós|adios|hasta luego|hasta pronto|hasta mañana|chao|chau|nos vemos`,
		Help: `help|help me|help please|can you help|can you help me|could you help me|i need help|commands|command list|list commands|show commands|usage|instructions|faq|how does this work|how does it work|how do you work|how do i use this|how do i use you|how to use|how to use this|how to use you|how do i use it|how can i use you|how can i use this|what can you do|what can u do|what can you do for me|what do you do|what are you able to do|what can i do|what can i do here|what can i ask|what can i ask you|what can i ask here|what should i ask|what do i do|what do i do now|how do i ask|how do i ask a question|how to ask|how can i ask|how do i start|how to start|what is this|what's this|whats this|what are your commands|what commands are there|what commands do you have|what are the commands|which commands are there|what do you know|what can you tell me|what can you answer|what questions can i ask|what kind of questions can i ask|what are you for|what are you good for|what is your purpose|what's your purpose
hilfe|hilf mir|befehle|was kannst du|was kannst du tun|was machst du|wie funktioniert das|wie geht das|was kann ich fragen|помощь|помоги|помогите|команды|что ты умеешь|что ты можешь|как это работает|как пользоваться
aide|aide-moi|aidez-moi|à l'aide|commandes|que sais-tu faire|que peux-tu faire|que pouvez-vous faire|qu'est-ce que tu peux faire|qu'est-ce que tu sais faire|qu'est-ce que vous pouvez faire|comment ça marche|comment ça fonctionne|comment t'utiliser|comment vous utiliser|que puis-je demander|qu'est-ce que je peux demander|ayuda|ayúdame|ayudame|socorro|comandos|qué puedes hacer|que puedes hacer|qué sabes hacer|qué haces|cómo funciona|como funciona|cómo funciona esto|cómo se usa|cómo te uso|qué puedo preguntar|qué puedo preguntarte`,
		About: `are you a bot|are you a robot|are you human|are you a human|are you real|are you a real person|are you a person|are you an ai|are you ai|are you chatgpt|are you an llm|are you a machine|are you alive|are you a computer|are you a program|you are a bot|am i talking to a bot|am i talking to a human|is this a bot|who are you|what are you|who r u|who is this|what is your name|what's your name|whats your name|do you have a name|who made you|who created you|who built you|who wrote you|who programmed you|who owns you|who runs you|where are you from|how old are you|where do you live|do you sleep|do you dream|do you think|can you think|can you lie|do you lie|can i trust you|are you smart|tell me about yourself|about you|introduce yourself
bist du ein bot|bist du ein mensch|bist du eine ki|wer bist du|was bist du|wie heißt du|ты бот|ты человек|ты робот|кто ты|как тебя зовут|кто ты такой
es-tu un bot|tu es un bot|êtes-vous un bot|es-tu un robot|es-tu humain|es-tu une ia|qui es-tu|qui êtes-vous|t'es qui|tu es qui|comment t'appelles-tu|comment tu t'appelles|quel est ton nom|eres un bot|eres un robot|eres humano|eres una persona|eres una ia|quién eres|quien eres|qué eres|que eres|cómo te llamas|como te llamas|cuál es tu nombre`,
	} {
		for line := range strings.SplitSeq(lists, "\n") {
			for p := range strings.SplitSeq(line, "|") {
				out[talked(p)] = kind
			}
		}
	}
	return out
}()

// fillers may stand around what is said to a bot without changing it.
var fillers = strings.Fields("bot verbatim robot please pls plz dear man mate dude bro buddy friend guys all everyone everybody again now today so very really too there oh ah well and then here ! svp stp ami amis monsieur merci beaucoup alors donc por favor amigo amigos gracias pues entonces")

// talked is the form in which talk is compared.
func talked(text string) string {
	var out []string
	for start, end := range words.In(text) {
		out = append(out, words.Fold(text[start:end]))
	}
	return strings.Join(out, " ")
}

// TalkOf tells whether text is talk and no question, "" when it is a question.
func TalkOf(text string) Talk {
	ws := strings.Fields(talked(dropNoise(text)))
	const longest = 12 // words of any talk, fillers included
	if len(ws) == 0 || len(ws) > longest {
		return ""
	}
	// As it stands first, then without the fillers at its ends: "so long" is more
	// than "long".
	for from := range ws {
		for to := len(ws); to > from; to-- {
			if k, ok := phrases[strings.Join(ws[from:to], " ")]; ok {
				return k
			}
			// "thanks thanks", "hi, good morning"
			if k := twice(ws[from:to]); k != "" {
				return k
			}
			if !slices.Contains(fillers, ws[to-1]) {
				break
			}
		}
		if !slices.Contains(fillers, ws[from]) {
			break
		}
	}
	return ""
}

// twice reads two pieces of talk, one after the other, as the second: "hi, what
// can you do?", "great, thanks".
func twice(ws []string) Talk {
	for i := 1; i < len(ws); i++ {
		if _, ok := phrases[strings.Join(ws[:i], " ")]; !ok {
			continue
		}
		rest := ws[i:]
		for len(rest) > 1 && slices.Contains(fillers, rest[0]) {
			rest = rest[1:]
		}
		if k, ok := phrases[strings.Join(rest, " ")]; ok {
			return k
		}
	}
	return ""
}
