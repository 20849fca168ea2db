package discordtest

import (
	"maps"
	"net/http"
	"time"
)

// callback is POST /interactions/{id}/{token}/callback with Discord's refusals: an unknown or late interaction, a second
// answer, an answer of a type that does not fit.
func (s *Server) callback(c *Call, r *http.Request) answer {
	p := s.pending[r.PathValue("token")]
	late := c.After > maxFirstResponse && !s.opts.Light
	if p == nil || p.ID != r.PathValue("id") || late {
		return refuse(404, unknownInteraction, "Unknown interaction")
	}
	if p.answered {
		s.count(p.ID, false)
		return refuse(400, alreadyAcknowledged, "Interaction has already been acknowledged.")
	}
	kind, data := c.Type(), c.Data()
	if !fits(p, kind) {
		return refuse(400, invalidForm, "Invalid Form Body: the callback type does not fit the interaction")
	}
	p.answered = true
	s.count(p.ID, true)
	if s.opts.Answered != nil {
		s.opts.Answered(p.ID, c.After)
	}
	p.private = num(data["flags"])&ephemeral != 0
	c.Private = p.private
	switch kind {
	case callbackMessage, callbackDefer:
		p.deferred = kind == callbackDefer
		m := s.post(p.channel, p.guild, data)
		p.original, _ = m["id"].(string)
		c.Message = p.original
	case CallbackUpdate, callbackDeferUpdate:
		p.original = p.source
		c.Message = p.original
		m := maps.Clone(s.messages[p.source])
		amend(m, data)
		s.messages[p.source] = m
		p.private = flagsOf(m)&ephemeral != 0
		c.Private = p.private
	}
	if s.opts.Light && kind != callbackDefer && kind != callbackDeferUpdate {
		delete(s.pending, p.Token)
	}
	return answer{204, nil}
}

// fits tells which callback types an interaction takes.
func fits(p *interaction, callback int) bool {
	switch callback {
	case callbackMessage, callbackDefer:
		return p.kind != interactionSuggestion
	case CallbackUpdate, callbackDeferUpdate:
		return p.source != "" && (p.kind == interactionComponent || p.kind == interactionModal)
	case callbackAutocomplete:
		return p.kind == interactionSuggestion
	case callbackModal:
		return p.kind == interactionCommand || p.kind == interactionComponent
	}
	return false
}

// token finds the interaction behind a webhook token and refuses it when unanswered or too old.
func (s *Server) token(r *http.Request) (*interaction, answer) {
	p := s.pending[r.PathValue("token")]
	switch {
	case p == nil || !p.answered || r.PathValue("app") != AppID:
		return nil, refuse(404, unknownWebhook, "Unknown Webhook")
	case time.Since(p.sent) > tokenLife:
		return nil, refuse(401, invalidWebhookToken, "Invalid Webhook Token")
	}
	return p, answer{}
}

func (s *Server) followUp(c *Call, r *http.Request) answer {
	p, no := s.token(r)
	if p == nil {
		return no
	}
	c.Private = num(c.Data()["flags"])&ephemeral != 0
	if p.deferred { // the first follow-up after a deferral edits the deferred message
		p.deferred = false
		c.Message, c.Private = p.original, p.private
		amend(s.messages[p.original], c.Data())
		return answer{200, s.messages[p.original]}
	}
	m := s.post(p.channel, p.guild, c.Data())
	c.Message, _ = m["id"].(string)
	return answer{200, m}
}

// webhookMessage gets, edits or deletes the original response or a follow-up.
func (s *Server) webhookMessage(c *Call, r *http.Request) answer {
	p, no := s.token(r)
	if p == nil {
		return no
	}
	if c.Message == "" {
		c.Message, c.Private = p.original, p.private
		p.deferred = false
	}
	if s.opts.Light {
		delete(s.pending, p.Token)
		return answer{200, map[string]any{"id": c.Message}}
	}
	return s.message(c, r)
}
