package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// handleSettings answers /settings: it changes what the options name, and shows how
// things stand.
func handleSettings(ctx context.Context, req *request) (say.Reply, error) {
	if err := req.OnlyModerators(); err != nil {
		return say.Reply{}, err
	}
	if req.desk.Books.Set == nil {
		return say.Reply{}, say.Refusal(req.Words.Errors.Off)
	}
	article := ""
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return say.Reply{}, err
		}
		article = found[0].ID
	}
	var s say.Sheet
	if len(req.Options) > 0 {
		set, err := req.desk.Books.Set(req.Server, req.Member, func(set *store.Settings) { changeSettings(req, set, article) })
		if err != nil {
			return say.Reply{}, err
		}
		req.Settings = set
		s.Add(req.Words.SettingsSaved)
	}
	writeSettings(req, &s)
	r := s.Reply()
	r.Private, r.Outcome = true, "settings"
	if len(req.Options) > 0 {
		req.Note(&r, req.Words.DidSettings)
	}
	return r, nil
}

// changeSettings puts the options into set. It may be called more than once.
func changeSettings(req *request, set *store.Settings, article string) {
	set.Private = req.Flag("private", set.Private)
	set.HouseOff = !req.Flag("house", !set.HouseOff)
	set.Feedback = req.Flag("feedback", set.Feedback)
	if id := req.Options["log"]; say.Snowflake(id) {
		set.LogChannel = id
	}
	if req.Flag("no-log", false) {
		set.LogChannel = ""
	}
	if channel := req.Options["channel"]; say.Snowflake(channel) {
		channels := maps.Clone(set.Channels)
		if channels == nil {
			channels = map[string]string{}
		}
		if article == "" {
			delete(channels, channel)
		} else {
			channels[channel] = article
		}
		set.Channels = channels
	}
}

func writeSettings(req *request, s *say.Sheet) {
	onOff := func(on bool) string {
		if on {
			return req.Words.On
		}
		return req.Words.Off
	}
	s.Add(req.Words.SettingsHead)
	s.Add(fmt.Sprintf(req.Words.PrivateSet, onOff(req.Settings.Private)))
	s.Add(fmt.Sprintf(req.Words.HouseSet, onOff(!req.Settings.HouseOff)))
	s.Add(fmt.Sprintf(req.Words.FeedbackSet, onOff(req.Settings.Feedback)))
	log := req.Words.Off
	if req.Settings.LogChannel != "" {
		log = "<#" + req.Settings.LogChannel + ">"
	}
	s.Add(fmt.Sprintf(req.Words.LogSet, log))
	for _, channel := range slices.Sorted(maps.Keys(req.Settings.Channels)) {
		if !s.Add(fmt.Sprintf(req.Words.BoundSet, "<#"+channel+">", say.OneLine(req.Settings.Channels[channel]))) {
			return
		}
	}
}
