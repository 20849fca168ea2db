package bot

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// handleSettings answers /settings: it changes what the options name, and shows how
// things stand.
func handleSettings(ctx context.Context, req *deskRequest) (Reply, error) {
	if err := req.moderator(); err != nil {
		return Reply{}, err
	}
	if req.desk.Books.Set == nil {
		return Reply{}, refusal(req.words.Errors.Off)
	}
	article := ""
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return Reply{}, err
		}
		article = found[0].ID
	}
	var s sheet
	if len(req.Options) > 0 {
		set, err := req.desk.Books.Set(req.Server, req.Member, func(set *store.Settings) { changeSettings(req, set, article) })
		if err != nil {
			return Reply{}, err
		}
		req.settings = set
		s.add(req.words.SettingsSaved)
	}
	writeSettings(req, &s)
	r := s.reply()
	r.Private, r.Outcome = true, "settings"
	if len(req.Options) > 0 {
		req.note(&r, req.words.DidSettings)
	}
	return r, nil
}

// changeSettings puts the options into set. It may be called more than once.
func changeSettings(req *deskRequest, set *store.Settings, article string) {
	set.Private = req.flag("private", set.Private)
	set.HouseOff = !req.flag("house", !set.HouseOff)
	set.Feedback = req.flag("feedback", set.Feedback)
	if id := req.Options["log"]; snowflake(id) {
		set.LogChannel = id
	}
	if req.flag("no-log", false) {
		set.LogChannel = ""
	}
	if channel := req.Options["channel"]; snowflake(channel) {
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

func writeSettings(req *deskRequest, s *sheet) {
	onOff := func(on bool) string {
		if on {
			return req.words.On
		}
		return req.words.Off
	}
	s.add(req.words.SettingsHead)
	s.add(fmt.Sprintf(req.words.PrivateSet, onOff(req.settings.Private)))
	s.add(fmt.Sprintf(req.words.HouseSet, onOff(!req.settings.HouseOff)))
	s.add(fmt.Sprintf(req.words.FeedbackSet, onOff(req.settings.Feedback)))
	log := req.words.Off
	if req.settings.LogChannel != "" {
		log = "<#" + req.settings.LogChannel + ">"
	}
	s.add(fmt.Sprintf(req.words.LogSet, log))
	for _, channel := range slices.Sorted(maps.Keys(req.settings.Channels)) {
		if !s.add(fmt.Sprintf(req.words.BoundSet, "<#"+channel+">", oneLine(req.settings.Channels[channel]))) {
			return
		}
	}
}
