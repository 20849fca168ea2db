package discord_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// TestSharedAway has the records that several processes share be out of reach in
// every way: a moderator reads whether something was done, a member why there is
// no answer.
func TestSharedAway(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{store.ErrAway, "Nothing was changed: the servers that keep the articles do not answer"},
		{store.ErrUnsure, "I could not find out whether that was done"},
		{store.ErrBehind, "Nothing was changed: I am being updated"},
	} {
		k := newDesk(t, harbour(t))
		k.Books.Set = func(string, string, func(*store.Settings)) (store.Settings, error) {
			return store.Settings{}, fmt.Errorf("change settings: %w", tt.err)
		}
		d := online(t, k)
		wantText(t, d.Reply(d.Interact(mod(slash("settings", discordtest.Opt("private", true))))), tt.want)
		if got := d.Reply(d.Interact(slash("ask", discordtest.Opt("question", "What do tickets for Sunday's crossing cost?")))).Text(); !strings.Contains(got, "12 crowns") {
			t.Errorf("questions do not go on: %s", got)
		}
	}
	k := newDesk(t, harbour(t))
	k.Scopes = func(string) (*index.Scope, error) {
		return nil, fmt.Errorf("records of 1: %w: %w", store.ErrNotHere, store.ErrAway)
	}
	d := online(t, k)
	wantText(t, d.Reply(d.Interact(slash("ask", discordtest.Opt("question", "What do tickets cost?")))), "cannot get at this server’s articles just now")
}
