package gateway_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// TestCommands registers commands while Discord is not in order, and when it rejects them: what is told of that is short.
func TestCommands(t *testing.T) {
	var faults strings.Builder
	for i := range 900 {
		fmt.Fprintf(&faults, `"%d":{"options":{"0":{"name":{"_errors":[{"code":"BASE_TYPE_BAD_LENGTH","message":"secret words of the body"}]}}}},`, i)
	}
	rejection := `{"message":"Invalid Form Body","code":50035,"errors":{` + strings.TrimSuffix(faults.String(), ",") + `}}`
	for _, tt := range []struct {
		name  string
		kind  discordtest.Kind
		fault discordtest.RESTFault
		times int
		want  error
		says  string
	}{
		{"nothing", "", discordtest.RESTFault{}, 0, nil, ""},
		{"reading met by 503", discordtest.GetCommands, discordtest.RESTFault{Status: 503}, 8, nil, ""},
		{"reading limited", discordtest.GetCommands, discordtest.RESTFault{Status: 429, RetryAfter: 40 * time.Second, Headers: true}, 2, nil, ""},
		{"writing met by 500", discordtest.PutCommands, discordtest.RESTFault{Status: 500}, 8, nil, ""},
		{"writing cut", discordtest.PutCommands, discordtest.RESTFault{Cut: true}, 2, nil, ""},
		{
			"rejected", discordtest.PutCommands,
			discordtest.RESTFault{Status: 400, Text: rejection},
			1, gateway.ErrRejected,
			"gateway: discord rejected the body (400, code 50035 Invalid Form Body, at 0.options.0.name BASE_TYPE_BAD_LENGTH)",
		},
		{
			"rejected without a place", discordtest.PutCommands,
			discordtest.RESTFault{Status: 400, Code: 30034},
			1, gateway.ErrRejected,
			"gateway: discord rejected the body (400, code 30034 scripted)",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true})
				d.Fail(tt.kind, tt.times, tt.fault)
				rest := gateway.NewREST(discordtest.Token, d.Client())
				have, err := rest.Commands(t.Context(), discordtest.AppID, "")
				if err != nil || len(have) != 0 {
					t.Fatalf("%d registered, %v", len(have), err)
				}
				want := []*discordgo.ApplicationCommand{{Name: "ask", Description: "Ask"}}
				err = rest.SetCommands(t.Context(), discordtest.AppID, "", want)
				if !errors.Is(err, tt.want) || err != nil && err.Error() != tt.says {
					t.Errorf("%v, want %v", err, tt.want)
				}
				if have, err := rest.Commands(t.Context(), discordtest.AppID, ""); tt.want == nil && (err != nil || len(have) != 1 || have[0].Name != "ask") {
					t.Errorf("registered %v, %v", have, err)
				}
			})
		})
	}
}
