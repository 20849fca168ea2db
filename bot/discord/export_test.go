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
	v := reflect.ValueOf(say.WordsFor("").Errors)
	for i := range v.NumField() {
		lines = append(lines, v.Field(i).String())
	}
	return lines
}
