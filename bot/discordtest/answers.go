package discordtest

import (
	"fmt"
	"maps"
	"time"
)

// Answers is how often a question, a message or an interaction, was answered: a member's view is Made.
type Answers struct {
	Made    int       // messages with its id as nonce or reference, first responses that were taken
	Doubles int       // further ones that nobody sees: messages with the nonce of one made before, first responses refused as further ones
	First   time.Time // when the first was made
}

// Answers tells how often a question was answered so far.
func (s *Server) Answers(question string) Answers {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.answers[question]
}

// WaitAnswers waits until every question was answered.
func (s *Server) WaitAnswers(questions ...string) {
	s.t.Helper()
	missing := func() (ids []string) {
		for _, q := range questions {
			if s.answers[q].Made == 0 {
				ids = append(ids, q)
			}
		}
		return ids
	}
	s.until(func() string {
		s.mu.Lock()
		defer s.mu.Unlock()
		return fmt.Sprintf("answers to %d of %d questions: %v", len(missing()), len(questions), missing())
	}, func() bool { return len(missing()) == 0 })
}

// count notes an answer. Callers hold s.mu.
func (s *Server) count(question string, made bool) {
	if question == "" {
		return
	}
	a := s.answers[question]
	if made {
		if a.Made == 0 {
			a.First = time.Now()
		}
		a.Made++
	} else {
		a.Doubles++
	}
	s.answers[question] = a
	s.tell()
}

// questionOf is the id of the message that a message of the bot answers, "" for others.
func questionOf(body map[string]any) string {
	if ref, ok := body["message_reference"].(map[string]any); ok {
		id, _ := ref["message_id"].(string)
		return id
	}
	nonce, _ := body["nonce"].(string)
	if len(nonce) < len(BotID) { // no id, so chosen at random
		return ""
	}
	return nonce
}

// nonceLife is how long a nonce is remembered: "a few minutes", says Discord's documentation.
const nonceLife = 5 * time.Minute

// nonceLook is at how many nonces old ones are looked for.
const nonceLook = 4096

// remember keeps the nonce of a message. Callers hold s.mu.
func (s *Server) remember(nonce string, message map[string]any) {
	if s.opts.Light {
		message = map[string]any{"id": message["id"]}
	}
	if len(s.nonces)%nonceLook == nonceLook-1 {
		maps.DeleteFunc(s.nonces, func(_ string, p posted) bool { return time.Since(p.at) > nonceLife })
	}
	s.nonces[nonce] = posted{message, time.Now()}
}

// posted is a message of the bot and when it was made.
type posted struct {
	message map[string]any
	at      time.Time
}

// double is the message that was made with this nonce lately, in whatever channel, nil if there is none. Callers hold s.mu.
func (s *Server) double(nonce string) map[string]any {
	p, ok := s.nonces[nonce]
	if !ok || nonce == "" || time.Since(p.at) > nonceLife {
		return nil
	}
	return p.message
}
