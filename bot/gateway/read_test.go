package gateway_test

import (
	"errors"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// TestRead reads messages: as they are, with a component of a kind that is
// unknown here, and one that is not there.
func TestRead(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	rest := gateway.NewREST(discordtest.Token, d.Client())
	for name, extra := range map[string]map[string]any{
		"plain":             nil,
		"unknown component": {"components": []any{map[string]any{"type": 99, "label": "new"}}},
	} {
		id := d.Posted(discordtest.Message{Text: "who rang the bell", Extra: extra})
		m, err := rest.Read(t.Context(), discordtest.Channel, id)
		if err != nil || m.Content != "who rang the bell" || m.Author == nil || m.Author.ID != discordtest.Member {
			t.Errorf("%s: %+v, %v", name, m, err)
		}
	}
	if _, err := rest.Read(t.Context(), discordtest.Channel, "1"); err == nil || errors.Is(err, gateway.ErrDown) {
		t.Errorf("a message that is not there: %v", err)
	}
}
