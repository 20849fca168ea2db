package question

import "testing"

func TestTalkOf(t *testing.T) {
	for text, want := range map[string]Talk{
		"thanks!":                     Thanks,
		"Thank you so much, bot 🙏":    Thanks,
		"ok thanks":                   Thanks,
		"great, thank you!":           Thanks,
		"thx":                         Thanks,
		"hi":                          Greeting,
		"Hello there!":                Greeting,
		"hey bot, how are you?":       Greeting,
		"Good morning everyone":       Greeting,
		"good bot":                    Praise,
		"well done":                   Praise,
		"bad bot":                     Blame,
		"that's wrong":                Blame,
		"help":                        Help,
		"help me please":              Help,
		"what can you do":             Help,
		"hi, what can you do?":        Help,
		"How does this work?":         Help,
		"are you a bot":               About,
		"Are you a real person?":      About,
		"who are you":                 About,
		"exit":                        Farewell,
		"bye!":                        Farewell,
		"danke!":                      Thanks,
		"Спасибо!":                    Thanks,
		"was kannst du?":              Help,
		"Merci beaucoup !":            Thanks,
		"¡Muchas gracias!":            Thanks,
		"Bonjour":                     Greeting,
		"Hola, ¿qué tal?":             Greeting,
		"¿Qué puedes hacer?":          Help,
		"Qu’est-ce que tu peux faire": Help,
		"¿Quién eres?":                About,
		"au revoir":                   Farewell,
		"c’est faux":                  Blame,
		"<@123456789012345678> hello": Greeting,

		"who is Ada Wren?":                    "",
		"hi, who is Ada Wren?":                "",
		"thanks to whom did the bridge open?": "",
		"what can the mayor do":               "",
		"help for the flooded towns":          "",
		"are the bots of Norland stopped?":    "",
		"good harvest in Norland":             "",
		"why?":                                "",
		"who said thank you":                  "",
		"what did the bot say":                "",
		"qui est Ada Wren ?":                  "",
		"¿qué dijo Ada Wren?":                 "",
		"":                                    "",
		"?!":                                  "",
	} {
		if got := TalkOf(text); got != want {
			t.Errorf("TalkOf(%q) = %q, want %q", text, got, want)
		}
	}
}
