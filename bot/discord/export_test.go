package discord

import (
	"reflect"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// OfShard is ofShard.
var OfShard = ofShard

// Registrations is registrations.
var Registrations = registrations

// ErrorLines is every error line of the catalogue, in English.
func ErrorLines() []string {
	var lines []string
	for _, v := range reflect.ValueOf(say.WordsFor("").Errors).Fields() {
		lines = append(lines, v.String())
	}
	return lines
}

// Locales are those of the catalogue's languages but English.
func Locales() []string {
	var out []string
	for l := range locales {
		out = append(out, string(l))
	}
	return out
}
