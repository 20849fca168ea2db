package bot

import (
	"context"
	"reflect"

	"github.com/verbatim-bot/verbatim/index"
)

// ErrorLines is every error line of the catalogue, in English.
func ErrorLines() []string {
	var lines []string
	v := reflect.ValueOf(english.Errors)
	for i := range v.NumField() {
		lines = append(lines, v.Field(i).String())
	}
	return lines
}

// OpOf is what a component of ours does, "" when the custom id is not ours.
func OpOf(server, id string) string {
	c, err := Key("test").open(server, id)
	if err != nil {
		return ""
	}
	return c.op
}

// OfShard is ofShard.
var OfShard = ofShard

// SetReindex has a server reindexed in another way.
func (s *Stock) SetReindex(f func(ctx context.Context, server, by string, progress func(index.Progress)) (index.Report, error)) {
	s.reindex = f
}
