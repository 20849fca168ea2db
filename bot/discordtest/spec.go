package discordtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// spec is Discord's OpenAPI document (github.com/discord/discord-api-spec), ready to check requests.
type spec struct {
	doc    *openapi3.T
	router routers.Router
	good   sync.Map // calls that passed, by kind, query and body: the check takes 15 ms, as schemas are compiled each time
}

// base is the document's only server; requests are checked as if they went there.
const base = "https://discord.com/api/v10"

// loadSpec reads the document once in a process: 0.2 s and 8 MB.
var loadSpec = sync.OnceValues(func() (*spec, error) {
	file := filepath.Join(os.Getenv("VERBATIM_SHARED"), "discord-openapi", "openapi.json")
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	doc, err := openapi3.NewLoader().LoadFromData(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	// The document says integer; its own README says that decimal strings are taken too, and discordgo sends them.
	for _, name := range []string{"ApplicationCommandUpdateRequest", "ApplicationCommandCreateRequest"} {
		schema := doc.Components.Schemas[name]
		if schema == nil || schema.Value.Properties["default_member_permissions"] == nil {
			return nil, fmt.Errorf("%s: no %s.default_member_permissions", file, name)
		}
		schema.Value.Properties["default_member_permissions"].Value.Type = &openapi3.Types{"integer", "string", "null"}
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &spec{doc: doc, router: router}, nil
})

// officialSpec is nil, with a note, when VERBATIM_SHARED is unset; a set but broken one fails the test.
func officialSpec(tb testing.TB) *spec {
	tb.Helper()
	if os.Getenv("VERBATIM_SHARED") == "" {
		tb.Log("discordtest: VERBATIM_SHARED is unset: bodies are checked by our own rules only, not by Discord's document")
		return nil
	}
	sp, err := loadSpec()
	if err != nil {
		tb.Fatalf("discordtest: Discord's document: %v", err)
	}
	return sp
}

// check returns why Discord's document refuses a call, nil if it does not.
func (sp *spec) check(c Call, query string) error {
	key := string(c.Kind) + "?" + query + " " + string(c.Body)
	if _, ok := sp.good.Load(key); ok {
		return nil
	}
	err := sp.validate(c, query)
	if err == nil {
		sp.good.Store(key, nil)
	}
	return err
}

func (sp *spec) validate(c Call, query string) error {
	u, err := url.Parse(base + c.Path + "?" + query)
	if err != nil {
		return err
	}
	r := &http.Request{Method: c.Method, URL: u, Host: u.Host, Header: http.Header{}, Body: http.NoBody}
	if len(c.Body) > 0 {
		r.Header.Set("Content-Type", "application/json")
		r.Body = readCloser{bytes.NewReader(c.Body)}
		r.ContentLength = int64(len(c.Body))
	}
	route, params, err := sp.router.FindRoute(r)
	if err != nil {
		return fmt.Errorf("no such route: %w", err)
	}
	err = openapi3filter.ValidateRequest(context.Background(), &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, SkipSettingDefaults: true},
	})
	if err != nil && c.Kind == Callback {
		if narrow := sp.branch(c); narrow != nil {
			return narrow
		}
	}
	return err
}

// branch checks a callback against the one alternative for its type, as the whole error lists all seven.
func (sp *spec) branch(c Call) error {
	name := map[int]string{
		callbackMessage: "CreateMessage", callbackDefer: "CreateMessage", CallbackUpdate: "UpdateMessage",
		callbackDeferUpdate: "UpdateMessage", callbackAutocomplete: "ApplicationCommandAutocomplete", callbackModal: "Modal",
	}[c.Type()]
	for _, full := range []string{name + "InteractionCallbackRequest", name + "CallbackRequest"} {
		schema := sp.doc.Components.Schemas[full]
		if schema == nil {
			continue
		}
		var body any
		if err := json.Unmarshal(c.Body, &body); err != nil {
			return err
		}
		err := schema.Value.VisitJSON(body, openapi3.EnableJSONSchema2020())
		if err != nil {
			return fmt.Errorf("callback type %d: %s", c.Type(), strings.TrimSpace(err.Error()))
		}
	}
	return nil
}

type readCloser struct{ *bytes.Reader }

func (readCloser) Close() error { return nil }

// inspect fails the test when the document or our rules refuse a call.
func (s *Server) inspect(c Call, r *http.Request) {
	if c.Kind == kindUnknown {
		s.complain("%s %s: no such route here", c.Method, c.Path)
		return
	}
	if ua := r.Header.Get("User-Agent"); !strings.HasPrefix(ua, "DiscordBot (") {
		s.complain("%s %s: User-Agent %q is not of the form DiscordBot (url, version)", c.Method, c.Path, ua)
	}
	if s.spec != nil {
		if err := s.spec.check(c, r.URL.RawQuery); err != nil {
			s.complain("Discord's document refuses %s %s\n%s\n%v", c.Method, c.Path, clip(string(c.Body), 2000), err)
		}
	}
	for _, why := range broken(c) {
		s.complain("%s %s (%s): %s\n%s", c.Method, c.Path, c.Kind, why, clip(string(c.Body), 2000))
	}
}
