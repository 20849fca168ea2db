package bot

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// settings answers /settings: it changes what the options name, and shows how
// things stand.
func (v *view) settings(ctx context.Context) (Reply, error) {
	if err := v.moderator(); err != nil {
		return Reply{}, err
	}
	if v.desk.Books.Set == nil {
		return Reply{}, refusal{problem: problemOff}
	}
	article := ""
	if name := v.ev.Options["article"]; name != "" {
		found, err := v.findArticle(ctx, name)
		if err != nil {
			return Reply{}, err
		}
		article = found[0].ID
	}
	var s sheet
	if len(v.ev.Options) > 0 {
		set, err := v.desk.Books.Set(v.ev.Server, v.ev.Member, func(set *store.Settings) { v.change(set, article) })
		if err != nil {
			return Reply{}, err
		}
		v.set = set
		s.add(v.t.SettingsSaved)
	}
	v.showSettings(&s)
	r := s.reply()
	r.Private, r.Outcome = true, "settings"
	if len(v.ev.Options) > 0 {
		v.note(&r, v.t.DidSettings)
	}
	return r, nil
}

// note has the log channel told, when there is one, that the member did
// something.
func (v *view) note(r *Reply, did string) {
	if v.set.LogChannel != "" && snowflake.MatchString(v.ev.Member) {
		r.Note = &Note{Channel: v.set.LogChannel, Text: "<@" + v.ev.Member + "> " + did}
	}
}

// change puts the options into set. It may be called more than once.
func (v *view) change(set *store.Settings, article string) {
	set.Private = v.ev.flag("private", set.Private)
	set.HouseOff = !v.ev.flag("house", !set.HouseOff)
	set.Feedback = v.ev.flag("feedback", set.Feedback)
	if id := v.ev.Options["log"]; snowflake.MatchString(id) {
		set.LogChannel = id
	}
	if v.ev.flag("no-log", false) {
		set.LogChannel = ""
	}
	if channel := v.ev.Options["channel"]; snowflake.MatchString(channel) {
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

func (v *view) showSettings(s *sheet) {
	onOff := func(on bool) string {
		if on {
			return v.t.On
		}
		return v.t.Off
	}
	s.add(v.t.SettingsHead)
	s.add(fmt.Sprintf(v.t.PrivateSet, onOff(v.set.Private)))
	s.add(fmt.Sprintf(v.t.HouseSet, onOff(!v.set.HouseOff)))
	s.add(fmt.Sprintf(v.t.FeedbackSet, onOff(v.set.Feedback)))
	log := v.t.Off
	if v.set.LogChannel != "" {
		log = "<#" + v.set.LogChannel + ">"
	}
	s.add(fmt.Sprintf(v.t.LogSet, log))
	for _, channel := range slices.Sorted(maps.Keys(v.set.Channels)) {
		if !s.add(fmt.Sprintf(v.t.BoundSet, "<#"+channel+">", oneLine(v.set.Channels[channel]))) {
			return
		}
	}
}
